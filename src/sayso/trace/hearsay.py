"""Sources that stand in the text beside its attributions: whom others cite, and where.

`The Watch, citing two fishermen, said …`, `a source close to the yard confirmed today`,
`Twitter is abuzz with rumours`: the first two name a source in a place where readers of
attributions pass it over, the third says only where the story goes round.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from sayso.domain.origin import CreditKind
from sayso.lexicon.loader import load_toml
from sayso.text.segment import Range, sentences
from sayso.trace.kinds import listed_kind


@dataclass(frozen=True, slots=True)
class Heard:
    """A source found by its words.

    Attributes:
        whole: where the phrase ends that tells it from others: `of the Vale`.
        cited: somebody else in the sentence has it from this source.
        sentence: in which it stands.
    """

    start: int
    end: int
    kind: CreditKind
    sentence: Range
    cited: bool
    whole: int


_DETERMINER = (
    r"(?:an?|the|some|several|many|two|three|four|five|six|seven|eight|nine|ten|dozens"
    r"\s+of|hundreds\s+of|other|one|another|his|her|its|their|both|unnamed|multiple)\s+"
)
_WORD = r"[A-Za-z][\w’'-]*"
_CLAUSE = r"(?:[^.;:!?“”\"\n]{0,70}?\s)?"


@lru_cache(maxsize=4096)
def heard_in(text: str) -> tuple[Heard, ...]:
    """Return the sources that `text` names beside its attributions, in order."""
    found: list[Heard] = []
    for sentence in sentences(text):
        found.extend(_in_sentence(text, sentence))
    return tuple(found)


def _in_sentence(text: str, sentence: Range) -> Iterator[Heard]:
    start, end = sentence
    words = text[start:end]
    for pattern, cited in ((_cited(), True), (_speaking(), False)):
        for match in pattern.finditer(words):
            first, last = match.span("who")
            first += len(match.group("who")) - len(_phrase(match.group("who")))
            shown = words[first:last]
            if not _is_phrase(shown):
                continue
            kind = listed_kind(shown) or CreditKind.UNNAMED
            yield Heard(
                start + first,
                start + last,
                kind,
                sentence,
                cited=cited,
                whole=start + _whole(words, last),
            )
    place = _platform().search(words)
    if place is not None and _rumour().search(words):
        first, last = place.span()
        kind = CreditKind.SOCIAL_MEDIA
        yield Heard(
            start + first,
            start + last,
            kind,
            sentence,
            cited=False,
            whole=start + last,
        )


def _whole(words: str, end: int) -> int:
    """Return where the words that say whose or whence a source is end."""
    found = _COMPLEMENT.match(words, end)
    return found.end() if found else end


_COMPLEMENT = re.compile(
    r"(?:\s+(?:of|from|in|near|at|with|inside|to|on|close|familiar|living)){1,3}"
    r"\s+(?:the\s+)?(?:[a-z-]+\s+(?:of\s+)?){0,3}?[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)*"
)


def _phrase(words: str) -> str:
    """Cut what is no part of the noun phrase off its front: `It's a nurse`."""
    last = 0
    for match in re.finditer(r"\S+\s+", words):
        word = match.group().strip().casefold()
        if word in _FIRST:
            return words[match.start() :]
        joined = word in _function_words() or word.endswith(("ing", "'s", "’s", "ed"))
        if joined and word not in _ADJECTIVES:
            last = match.end()
    return words[last:]


def _is_phrase(words: str) -> bool:
    """Tell whether words can stand for somebody: several, or one with an article."""
    found = words.split()
    if not found or (found[-1][:1].isupper() and len(found) > 1):
        return False
    return found[-1].endswith("s") or found[0].casefold() in _FIRST


_COUNTS = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_OWNERS = ("his", "her", "its", "their", "both")
_ARTICLES = ("a", "an", "the", "some", "several", "many", "other", "one", "another")
_FIRST = frozenset((*_ARTICLES, "unnamed", "multiple", *_COUNTS, *_OWNERS))
_ADJECTIVES = frozenset(["unnamed", "leading", "retired", "wounded", "unidentified"])


@cache
def _function_words() -> frozenset[str]:
    listed = frozenset(load_toml("search")["stop_words"])
    return listed | frozenset(load_toml("credits")["hearsay"]["verbs"])


@cache
def _noun() -> str:
    table = load_toml("credits")
    kinds = table["kinds"]
    nouns = {*kinds["witness"], *kinds["unnamed"], *table["hearsay"]["people"]}
    return _any(nouns - {"many", "some", "others", "local", "locals", "man", "woman"})


@cache
def _who() -> str:
    return rf"(?P<who>(?:{_DETERMINER})?(?:{_WORD}\s+){{0,4}}?(?i:{_noun()}))\b"


@cache
def _cited() -> re.Pattern[str]:
    before = _any(set(load_toml("credits")["hearsay"]["before"]))
    return re.compile(rf"\b(?i:{before})\s+[“\"]?{_who()}")


@cache
def _speaking() -> re.Pattern[str]:
    verbs = _any(set(load_toml("credits")["hearsay"]["verbs"]))
    return re.compile(
        rf"(?:^|[,;“\"]\s*|\b(?:that|and|from|but|as|It[’']s)\s+){_who()}\s{_CLAUSE}"
        rf"(?:(?:has|have|had|is|are|was|were|that[’']s|also)\s+){{0,2}}(?:{verbs})\b"
    )


@cache
def _platform() -> re.Pattern[str]:
    kinds = load_toml("credits")["kinds"]
    names = _any({*kinds["platforms"], "social media sites"} - {"wikipedia"})
    return re.compile(rf"\b(?i:{names})\b")


@cache
def _rumour() -> re.Pattern[str]:
    words = _any(set(load_toml("credits")["hearsay"]["rumour"]))
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


def _any(words: set[str]) -> str:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)
