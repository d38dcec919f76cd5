"""Find the bodies that a text introduces with their letters in brackets."""

import re
from functools import lru_cache

from sayso.resolve.page import Page
from sayso.resolve.words import word_list

_ACRONYM = re.compile(r"\((?:the\s+)?[\"“]?([A-Z][A-Za-z&.\-]*[A-Z])[\"”]?\)")
_SKIPPED = 4
"""Small words between the capitalised ones that an acronym may leave out."""


@lru_cache(maxsize=1)
def acronyms(page: Page) -> tuple[tuple[int, int, str], ...]:
    """Return where each full name stands and the letters that follow it.

    One page is read at a time, and asked for once a source.

    Returns:
        Start and end of the full name, and its acronym; `Forces of National Unity
        (FNU)` counts, as the capitals of the words spell the letters.
    """
    found = []
    for match in _ACRONYM.finditer(page.text):
        letters = [c for c in match.group(1) if c.isupper()]
        start = _spelled(page, match.start(), letters)
        if start is not None:
            end = start + len(page.text[start : match.start()].rstrip())
            found.append((start, end, match.group(1)))
    return tuple(found)


def _spelled(page: Page, end: int, letters: list[str]) -> int | None:
    """Return where the words begin whose initials spell an acronym."""
    small = word_list("grammar.prepositions") | {"the", "and"}
    at = page.index_at(end) - 1
    left = list(letters)
    start = None
    for _ in range(len(letters) + _SKIPPED):
        if at < 0 or not left:
            break
        token = page.tokens[at]
        capital = token.capital and token.folded not in small
        if capital and token.text[0] == left[-1]:
            left.pop()
            start = token.start
        elif capital:
            return None
        at -= 1
    return start if not left else None
