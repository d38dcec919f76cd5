"""Whom `who` and `which` stand for: the words before a relative pronoun as a source.

The encoder marks the bare pronoun, as its corpus does. A reader wants `spokesman Ilo
Farrant, who`, so the noun phrase right before it is taken in where its bounds are
clear.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.encode.roles import LinkedRoles
from sayso.extract.inflection import irregular_pasts, tokens
from sayso.lexicon.loader import word_set
from sayso.text.segment import WORD, Range

_PRONOUN = re.compile(r"(?:who|which)\Z", re.IGNORECASE)
_REACH = 120
_PHRASE_WORDS = 6
"""Longer noun phrases hold a clause or an enumeration more often than one name."""
_CLOSE = re.compile(r"[ ,]*\s?\Z")
_LINKS = frozenset({"of", "at", "in", "for", "from", "on", "near", "and", "or", "with"})
_AFTER_LINK = re.compile(r"\b(?:of|at|in|on|near)\s+\Z", re.IGNORECASE)
_BARS = frozenset({"through", "via", "against", "between", "like", "than", "out", "up"})
"""Before the phrase these leave open whether the pronoun points farther back."""


def with_antecedents(text: str, found: Sequence[LinkedRoles]) -> list[LinkedRoles]:
    """Return the attributions with sources of `who` alone widened.

    Args:
        text: of the document.
        found: in the order of their cues.
    """
    return [_widened(text, roles) for roles in found]


def _widened(text: str, roles: LinkedRoles) -> LinkedRoles:
    if len(roles.source) != 1 or not _PRONOUN.match(text[slice(*roles.source[0])]):
        return roles
    at, end = roles.source[0]
    busy = [r for r in (*roles.cue, *roles.content) if r[1] <= at]
    low = max([at - _REACH, 0, *(e for _, e in busy)])
    start = _phrase_start(text, low, at)
    return roles if start is None else replace(roles, source=((start, end),))


def _phrase_start(text: str, low: int, at: int) -> int | None:
    """Return where the noun phrase that ends right before `at` starts, if clear."""
    words = [m.span() for m in WORD.finditer(text, low, at)]
    start = at
    taken = 0
    for here in reversed(words):
        gap = text[here[1] : start]
        if not (_CLOSE.match(gap) if start == at else gap in {" ", "\n"}):
            break
        word = text[slice(*here)]
        if word.lower() in _LINKS:
            return None
        if _stops(word):
            break
        start, taken = here[0], taken + 1
        if taken > _PHRASE_WORDS:
            return None
        if word.lower() in _determiners():
            break
    if not taken or _AFTER_LINK.search(text[low:start]):
        return None
    return start if _names(text, (start, at)) else None


def _stops(word: str) -> bool:
    """Tell whether a noun phrase cannot reach back over `word`."""
    lower = word.lower()
    closed = word_set("grammar", "complete", "function_words") | _BARS
    if lower in closed - _determiners():
        return True
    if lower in word_set("grammar", "clause", "auxiliaries"):
        return True
    verb = lower.endswith(("ed", "ing")) or lower in irregular_pasts()
    return verb and not word[0].isupper()


def _names(text: str, phrase: Range) -> bool:
    """Tell whether a phrase is more than a determiner or pronoun."""
    words = tokens(text[slice(*phrase)])
    return any(w.isalpha() and w not in _determiners() for w in words)


def _determiners() -> frozenset[str]:
    return frozenset({"the", "a", "an", "some", "those", "these"})
