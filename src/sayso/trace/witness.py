"""Persons who were there: introduced as witnesses, or telling what they saw."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from sayso.domain.span import Span, span_text
from sayso.lexicon.loader import load_toml

_SAW = re.compile(
    r"\b(?:[Ii]|[Ww]e)\s+(?:just\s+|also\s+|then\s+|all\s+|could\s+)?"
    r"(?:saw|see|heard|hear|felt|smelled|smelt|watched|looked|ran|witnessed|noticed)\b"
)
_BESIDE = 100
"""Code points beside a name in which it is said who that is."""
_PLACES = 4


def has_seen(text: str, content: Sequence[Span]) -> bool:
    """Tell whether somebody says to have seen or heard it: `I saw the mast go`."""
    return _SAW.search(span_text(text, tuple(content))) is not None


@lru_cache(maxsize=4096)
def is_witness(text: str, name: str) -> bool:
    """Tell whether the report introduces `name` as one who was there."""
    last = " ".join(name.split()[-2:])
    for number, match in enumerate(re.finditer(rf"\b{re.escape(last)}\b", text)):
        if number >= _PLACES:
            break
        before = text[max(0, match.start() - _BESIDE) : match.start()]
        after = text[match.end() : match.end() + _BESIDE]
        if _before().search(before) or _after().match(after):
            return True
    return False


@cache
def _nouns() -> str:
    listed = load_toml("credits")["kinds"]["witness"]
    ordered = sorted(listed, key=lambda word: (-len(word), word))
    return "|".join(map(re.escape, ordered))


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"\b(?i:{_nouns()}),?\s+(?:[A-Z][\w.]*\s+){{0,2}}$")


@cache
def _after() -> re.Pattern[str]:
    return re.compile(
        r",\s+(?:\d+,\s+)?(?:(?:an?|the|one\s+of\s+the|another|who\s+was\s+an?)\s+)?"
        rf"(?:[\w-]+\s+){{0,3}}?(?:{_nouns()})\b"
    )
