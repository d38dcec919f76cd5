"""Put a group of alike contents into one proposition, in words of a member."""

import re
from collections import Counter
from collections.abc import Sequence

from sayso.domain.attribution import Polarity
from sayso.link.discover_units import VERB, matter, negated
from sayso.link.discovered import Unit
from sayso.text.segment import WORD

_OPENING = re.compile(
    r"^(?:(?:(?:of\s+)?the\s+fact\s+that|that|how|whether|if|and|but|so|as|because"
    r"|then|to(?=\s+\w+ing\b))\s+)+",
    re.IGNORECASE,
)
_POINTER = re.compile(
    r"^(?:all\s+|any\s+|these\s+|those\s+|such\s+|the\s+|an?\s+)*"
    r"(?:allegation|accusation|claim|report|charge|suggestion|rumou?r|assertion|idea)s?"
    r"\s+(?:of|that|about)\s+(?=\S+\s+\S+)|^(?:ever\s+)?having\s+(?:had\s+)?"
    r"(?:any\s+(?:sort\s+of\s+|kind\s+of\s+)?)?(?=\S+\s+\S+)",
    re.IGNORECASE,
)
"""`All the allegations of an alliance with X`, `having any knowledge of X`: words that
only say how the proposition came up."""

_EDGES = " \t\r\n\"'“”‘’«»,;:.!?…—–-"
_POINTING = re.compile(
    r"\b(?:he|she|it|they|him|them|his|her|their|its|i|we|my|our|you|your|this|that"
    r"|these|those|such|there|any|anyone|anybody|anything|ever)\b",
    re.IGNORECASE,
)
_HEDGE = re.compile(
    r"\b(?:alleged|allegedly|likely|probably|perhaps|possibly|reportedly|supposedly"
    r"|may|might|could)\b",
    re.IGNORECASE,
)
_NAMED = re.compile(r"(?<!^)\b[A-Z]\w+")
"""A name past the first word: `the company` says less outside its report."""

_SAID = {Polarity.REJECTS: 0.8, Polarity.HOLDS: 0.7, Polarity.UNCOMMITTED: 0.0}
"""What is affirmative and yet rejected (`denied that X`) is just what is contested."""

_BEST_WORDS = range(4, 23)
"""Words of a proposition that reads well on one line of a listing."""
_LEAST_WORDS = 3
_REPEATED = 0.3
"""What each further member with just these words adds: a span cut short is rare."""


def wording(units: Sequence[Unit]) -> tuple[Unit, str]:
    """Return the member whose words state the group's proposition best, and them.

    Affirmative, self-contained, asserted, of good length, and close to what the
    others say; never words that no member used.
    """
    shown = [(unit, trimmed(unit.text)) for unit in units]
    common = _common(units)
    times = Counter(words for _, words in shown)
    return min(
        shown,
        key=lambda pair: (
            -_merit(pair[0], pair[1], common) - _REPEATED * min(3, times[pair[1]]),
            pair[1],
        ),
    )


def trimmed(text: str) -> str:
    """Return a content as a proposition: no opening `that`, no marks at its edges.

    Of several sentences the first with matter is kept.
    """
    pieces = [p for p in re.split(r"(?<=[.!?])[\"”]?\s+|\s…\s", text) if matter(p)]
    first = " ".join((pieces[0] if pieces else text).split()).strip(_EDGES)
    bare = _POINTER.sub("", _OPENING.sub("", first))
    kept = bare if len(WORD.findall(bare)) >= _LEAST_WORDS else first
    return _closed(kept[:1].upper() + kept[1:])


def _closed(text: str) -> str:
    """Drop quotation marks that have lost their partner to the trimming."""
    for left, right in ("“”", "«»"):
        if text.count(left) != text.count(right):
            text = text.replace(left, "").replace(right, "")
    return text.replace('"', "") if text.count('"') % 2 else text


def _common(units: Sequence[Unit]) -> dict[int, float]:
    total: dict[int, float] = {}
    for unit in units:
        for term, weight in unit.weights.items():
            total[term] = total.get(term, 0.0) + weight / len(units)
    return total


def _merit(unit: Unit, shown: str, common: dict[int, float]) -> float:
    """Return how well `shown` would stand for the group; the greatest is best."""
    words = [m.group() for m in WORD.finditer(shown)]
    score = 3.0 * (not negated(shown))
    score += 1.5 * bool(VERB.search(shown))
    score += 1.0 * (len(words) in _BEST_WORDS)
    score += _SAID[unit.attribution.polarity]
    score += 0.4 * bool(_NAMED.search(shown))
    score -= 0.5 * bool(_HEDGE.search(shown))
    score += 0.3 * (not unit.borrowed)
    score -= 0.8 * min(2, len(_POINTING.findall(shown)))
    score -= 0.6 * ("…" in unit.text) + 0.05 * max(0, len(words) - max(_BEST_WORDS))
    overlap = sum(common[term] for term in unit.weights if term in common)
    return score + 1.2 * overlap / max(1e-9, sum(common.values()))
