"""Find outlets that a report credits in so many words, beside its attributions."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from sayso.lexicon.loader import load_toml
from sayso.text.segment import Range, sentences
from sayso.trace.outlets import NamedOutlet, Names, find_outlets, short_outlets


class Passing(StrEnum):
    """How an outlet is credited."""

    REPORTS = "reports"
    TOLD = "told"
    HELPED = "helped"
    DATELINE = "dateline"


@dataclass(frozen=True, slots=True)
class PassingOutlet:
    """An outlet credited by a pattern of words.

    Attributes:
        name: as a reader would cite it.
        sentence: the whole sentence in which it stands.
    """

    start: int
    end: int
    name: str
    how: Passing
    sentence: Range


_DATELINE = re.compile(
    r"^\s*[A-Z][\w .,’'/-]{1,60}?\((?P<agency>[A-Z][\w’' .-]{1,25})\)\s*[-–—:]"
)
_SIGNED = re.compile(r"^\(?(?:by\s+)?(?P<agency>AP|AFP|Reuters|UPI|dpa|PA)\)?\s*[-–—]")
_HELPED = re.compile(
    r"\b(?:contributed (?:to|reporting)|with files from|with (?:additional )?reporting"
    r" (?:by|from)|additional reporting by|material from|sources?:)",
    re.IGNORECASE,
)
_TRAILER = 240
"""A line that names helpers is short; longer ones are prose that happens to match."""

_BESIDE = 24
"""Code points between an outlet and the word of reporting that goes with it: room for
`on Tuesday`, `'s Jane Doe`, not for another clause."""


@lru_cache(maxsize=4096)
def passing_outlets(text: str, more: Names = frozenset()) -> tuple[PassingOutlet, ...]:
    """Return the outlets that `text` credits; kept, as many claims ask for them.

    Args:
        text: of a report.
        more: names of outlets that no list has.
    """
    return tuple(_passing_outlets(text, more))


def _passing_outlets(text: str, more: Names) -> Iterator[PassingOutlet]:
    """Yield outlets credited by a dateline, `told X`, `X reported`, `files from X`."""
    full = {outlet.name for outlet in find_outlets(text, more)}
    for number, (start, end) in enumerate(sentences(text)):
        sentence = text[start:end]
        named = (
            *find_outlets(sentence, more),
            *_surely_outlets(sentence),
            *short_outlets(sentence, full),
        )
        dateline = _dateline(sentence, first=number < _OPENING)
        joined: tuple[int, Passing] | None = None
        for outlet in sorted(named, key=lambda one: one.start):
            how = _how(sentence, outlet, dateline)
            between = sentence[joined[0] : outlet.start] if joined else ""
            if how is None and joined and _JOINED.fullmatch(between):
                how = joined[1]
            joined = (outlet.end, how) if how is not None else None
            if how is not None:
                yield PassingOutlet(
                    start + outlet.start,
                    start + outlet.end,
                    outlet.name,
                    how,
                    (start, end),
                )


_JOINED = re.compile(r"\s*(?:,|,?\s+and|\s+or)\s+(?:the\s+)?")
"""What joins outlets that pass on together: `the Star and the Mail reported`."""
_SURELY = re.compile(
    r"\s+(?:the\s+)?(?P<name>[A-Z][\w.&’'-]*(?:\s+[A-Z][\w.&’'-]*){0,3})"
)


def _surely_outlets(sentence: str) -> Iterator[NamedOutlet]:
    """Yield outlets that only the words before them show: `first appeared on Xyz`."""
    for match in _surely().finditer(sentence):
        found = _SURELY.match(sentence, match.end())
        if found and next(find_outlets(found.group("name")), None) is None:
            start, end = found.span("name")
            yield NamedOutlet(start, end, found.group("name").strip(".,"), common=False)


_OPENING = 3
"""Headline, byline and first sentence: where a dateline can stand."""


def _dateline(sentence: str, *, first: bool) -> Range | None:
    if not first:
        return None
    found = _DATELINE.match(sentence) or _SIGNED.match(sentence)
    return found.span("agency") if found else None


def _how(sentence: str, outlet: NamedOutlet, dateline: Range | None) -> Passing | None:
    if dateline and dateline[0] <= outlet.start and outlet.end <= dateline[1]:
        return Passing.DATELINE
    if len(sentence) <= _TRAILER and _HELPED.search(sentence):
        return Passing.HELPED
    before, after = sentence[: outlet.start], sentence[outlet.end :]
    if _told().search(before):
        return Passing.TOLD
    if _from().search(before) or _reports().match(after):
        return Passing.REPORTS
    return None


def _any(words: list[str]) -> str:
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)


@cache
def _told() -> re.Pattern[str]:
    words = _any(load_toml("credits")["passing"]["told"])
    return re.compile(rf"\b(?:{words})\s+(?:the\s+|an?\s+)?$", re.IGNORECASE)


@cache
def _from() -> re.Pattern[str]:
    words = _any(load_toml("credits")["passing"]["from"])
    return re.compile(
        rf"\b(?:{words})\s+(?:the\s+|an?\s+|sources\s+(?:at|in)\s+)?$", re.IGNORECASE
    )


@cache
def _surely() -> re.Pattern[str]:
    words = _any(load_toml("credits")["passing"]["surely"])
    return re.compile(rf"\b(?:{words})(?=\s)", re.IGNORECASE)


@cache
def _reports() -> re.Pattern[str]:
    verbs = _any(load_toml("credits")["passing"]["verbs"])
    between = rf"[^.!?;“\"]{{0,{_BESIDE}}}?"
    return re.compile(rf"(?:['’]s)?{between}\s(?:{verbs})\b", re.IGNORECASE)
