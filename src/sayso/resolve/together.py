"""Names beside the head of a source: in one list with it, or served by it."""

import re
from collections.abc import Sequence
from functools import cache

from sayso.resolve.naming import Name
from sayso.resolve.page import Page
from sayso.resolve.words import fold, word_list

_LIST_GAP = re.compile(
    r"\s*(?:,|,?\s*(?:and|or)|&|as well as|along with)\s*(?:the\s+)?", re.IGNORECASE
)
_POSTED = re.compile(r"\b(?:ambassador|envoy|representative|consul)s? to(?: the)?$")
"""Where a diplomat is posted is not for whom he speaks."""


def principal(
    page: Page, name: Name, names: Sequence[Name], start: int, end: int
) -> Name | None:
    """Return the name for which the bearer of `name` speaks by office.

    The office must stand next to the name it serves: `Y's spokesman`, `FBI director`,
    `a spokesman for Y`. A name elsewhere in the words proves nothing.
    """
    for other in names:
        if other in (name, *coordinated(page, name, names)):
            continue
        before = fold(page.text[start : other.lead])
        after = fold(
            page.text[other.end : name.lead if other.end <= name.lead else end]
        )
        abroad = _POSTED.search(before)
        if (_office_of().search(before) and not abroad) or _of_office().match(after):
            return other
    return None


@cache
def _offices() -> str:
    words = word_list("spokesman.words") | word_list("spokesman.heads")
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))


@cache
def _office_of() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_offices()})s? (?:of|for|to|at|with)(?: the)?$")


@cache
def _of_office() -> re.Pattern[str]:
    return re.compile(rf"(?:'s)?\s*(?:[\w\-]+ ){{0,3}}(?:{_offices()})\b")


def coordinated(page: Page, name: Name, names: Sequence[Name]) -> tuple[Name, ...]:
    """Return the names in one list with `name`."""
    at = list(names).index(name)
    left, right = at, at
    while left and _LIST_GAP.fullmatch(
        page.text[names[left - 1].end : names[left].lead]
    ):
        left -= 1
    while right + 1 < len(names) and _LIST_GAP.fullmatch(
        page.text[names[right].end : names[right + 1].lead]
    ):
        right += 1
    joined = page.text[names[left].start : names[right].end].lower()
    if not re.search(r"\b(?:and|or|as well as|along with)\b|&", joined):
        return ()
    return tuple(n for n in names[left : right + 1] if n != name)
