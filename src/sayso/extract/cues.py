"""What a cue commits its source to, before the content is looked at."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from sayso.domain.attribution import Act, Certainty
from sayso.errors import ModelError
from sayso.extract.inflection import lemmas
from sayso.lexicon.loader import load_toml, word_set

NEGATORS = word_set("grammar", "cues", "negators")
_FILLERS = word_set("grammar", "cues", "fillers")
_WEAK = word_set("grammar", "cues", "weak")
"""Single words that are cues only where nothing else is: too many other uses."""
_LIGHT = word_set("grammar", "cues", "light")
"""Verbs that hand the reading on to the verb after them (`sought to dismiss`)."""
_LEADS_ON = frozenset({"of", "for", "about", "with", "from", "without", "on", "by"})
_AFTER = frozenset({"no", "nothing", "none", "little", "nobody", "neither"})
_TAIL = frozenset({"that", "to", "about", ",", ":", "for", "how", "on"})
_PREPOSITIONS = frozenset({"in", "at", "on", "during", "after", "by", "through", "via"})
_GAP = 2
"""Fillers allowed inside a phrase: `made it very clear` has two."""


class Effect(StrEnum):
    """How the content as worded relates to what the source commits to."""

    HOLDS = "holds"
    REJECTS = "rejects"
    OPEN = "open"


class Negated(StrEnum):
    """What a negated cue of that meaning comes to."""

    SILENT = "silent"
    OPEN = "open"
    OPPOSITE = "opposite"
    HOLDS = "holds"
    POSSIBLE = "possible"


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """One reading shared by many cues; see `lexicon/cues.toml` for the fields."""

    name: str
    effect: Effect
    certainty: Certainty
    act: Act
    negated: Negated = Negated.SILENT
    infinitive: Act | None = None
    plain: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CueReading:
    """The meaning of one cue in its place.

    Attributes:
        entry: the lexicon entry that matched; empty when none did.
        negated: whether the cue itself is negated.
    """

    meaning: Meaning
    entry: tuple[str, ...]
    negated: bool


@dataclass(frozen=True, slots=True)
class _Match:
    start: int
    end: int
    entry: tuple[str, ...]
    meaning: Meaning


def read_cue(cue: Sequence[str], before: Sequence[str] = ()) -> CueReading:
    """Look up what `cue` means.

    Args:
        cue: its tokens, lower case.
        before: auxiliaries and negations that stand right before it in the text.
    """
    matches = _outermost(list(_matches(cue)))
    best = _governing(matches, cue) or _choose(
        [m for m in matches if not _adjunct(m, matches, cue)]
    )
    if best is None:
        return CueReading(
            meaning=_entries()[1], entry=(), negated=_odd(before, cue, len(cue))
        )
    return CueReading(
        meaning=best.meaning,
        entry=best.entry,
        negated=_odd(before, cue, best.start) != _followed(cue, best.end),
    )


def known(cue: Sequence[str]) -> bool:
    """Tell whether the lexicon has a meaning for `cue`."""
    return any(True for _ in _matches(cue))


def _odd(before: Sequence[str], cue: Sequence[str], end: int) -> bool:
    """Tell whether an odd number of negations stands before position `end`."""
    return sum(t in NEGATORS for t in (*before, *cue[:end])) % 2 == 1


def _governing(matches: Sequence[_Match], cue: Sequence[str]) -> _Match | None:
    """Return the participle on which the content hangs (`tweeted, warning that`)."""
    last = matches[-1] if len(matches) > 1 else None
    if last is None or not cue[last.start].endswith("ing"):
        return None
    led = cue[last.start - 1] in _LEADS_ON or "be" in lemmas(cue[last.start - 1])
    return None if led or any(w not in _TAIL for w in cue[last.end :]) else last


def _adjunct(match: _Match, matches: Sequence[_Match], cue: Sequence[str]) -> bool:
    """Tell whether a match only says where or when (`said in an interview`)."""
    spoken = [m.end for m in matches if m.meaning.plain and m.end <= match.start]
    return any(
        word in _PREPOSITIONS for end in spoken for word in cue[end : match.start]
    )


def _followed(cue: Sequence[str], end: int) -> bool:
    """Tell whether a negation follows the match (`saw no reason`, `said nothing`)."""
    return end < len(cue) and cue[end] in _AFTER


def _choose(matches: list[_Match]) -> _Match | None:
    strong = [m for m in matches if len(m.entry) > 1 or m.entry[0] not in _WEAK]
    telling = [m for m in strong if not m.meaning.plain]
    heavy = [m for m in telling if m.entry[0] not in _LIGHT or {*m.entry[1:]} - {"to"}]
    firm = [m for m in strong if m not in telling or m in heavy]
    for group in (heavy, firm, telling, matches):
        if group:
            return group[0]
    return None


def _outermost(matches: list[_Match]) -> list[_Match]:
    """Drop matches inside or overlapping a longer or earlier one."""
    kept: list[_Match] = []
    for match in sorted(matches, key=lambda m: (-len(m.entry), m.start)):
        if all(match.end <= k.start or k.end <= match.start for k in kept):
            kept.append(match)
    return sorted(kept, key=lambda m: m.start)


def _matches(cue: Sequence[str]) -> Iterator[_Match]:
    index = _entries()[0]
    forms = [lemmas(token) for token in cue]
    for start, choices in enumerate(forms):
        for lemma in choices:
            for entry, meaning in index.get(lemma, ()):
                end = _rest(forms, start + 1, entry[1:])
                if end:
                    yield _Match(start, end, entry, meaning)


def _rest(forms: Sequence[tuple[str, ...]], at: int, rest: Sequence[str]) -> int:
    """Return where the rest of an entry ends when it follows, else 0."""
    for word in rest:
        skipped = 0
        while at < len(forms) and word not in forms[at]:
            form = forms[at][0]
            if skipped == _GAP or not (form in _FILLERS or form.endswith("ly")):
                return 0
            skipped += 1
            at += 1
        if at >= len(forms):
            return 0
        at += 1
    return at


@cache
def _entries() -> tuple[dict[str, list[tuple[tuple[str, ...], Meaning]]], Meaning]:
    """Return the entries by first lemma, and the meaning of cues not listed."""
    index: dict[str, list[tuple[tuple[str, ...], Meaning]]] = {}
    default: Meaning | None = None
    for row in load_toml("cues")["meaning"]:
        meaning = _meaning(row)
        if meaning.plain and default is None:
            default = meaning
        for words in row["words"].split(","):
            entry = tuple(words.split())
            if entry:
                index.setdefault(entry[0], []).append((entry, meaning))
    if default is None:
        msg = "word list cues.toml has no plain meaning; reinstall sayso"
        raise ModelError(msg)
    return index, default


def _meaning(row: Mapping[str, Any]) -> Meaning:
    infinitive = row.get("infinitive", "same")
    return Meaning(
        name=row["name"],
        effect=Effect(row["effect"]),
        certainty=Certainty(row["certainty"]),
        act=Act(row["act"]),
        negated=Negated(row.get("negated", "silent")),
        infinitive=None if infinitive == "same" else Act(infinitive),
        plain=row.get("plain", False),
    )
