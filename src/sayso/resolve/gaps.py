"""What holds the words of a name together, and which words are no names."""

import re
from functools import cache

from sayso.resolve.page import Page, Token
from sayso.resolve.words import adjectives, person_nouns, titles, word_list

_JOIN = re.compile(r"[ \u00a0]|[ \t]?\n[ \t]?| & ")
_MEMBERS = frozenset({"women", "men", "children", "people"})
"""Plurals without an s whose body is named by the possessive: `Women's League`."""
LONGEST = 6
"""Most words in a listed name; longer look-ups find nothing."""


def joined(page: Page, left: Token, right: Token) -> bool:
    """Tell whether two words may stand in one name, by what is between them."""
    if left.sentence != right.sentence:
        return False
    gap = page.text[left.end : right.start]
    if left.possessive:
        return _members_body(left, gap, right)
    if "\n" in gap and right.folded in word_list("common.function"):
        return False
    if gap in (". ", "."):
        return len(left.text) == 1 or left.folded in titles() | {"st"}
    return bool(_JOIN.fullmatch(gap))


def _members_body(left: Token, gap: str, right: Token) -> bool:
    """Tell whether a possessive is part of a body's name: `Teachers' Union`."""
    members = gap in ("' ", "’ ") or left.folded in _MEMBERS
    return members and right.capital and right.folded in _bodies()


@cache
def _bodies() -> frozenset[str]:
    return word_list("body.words") | word_list("body.endings")


@cache
def plain_words() -> frozenset[str]:
    """Return words that have a capital for many reasons other than being a name."""
    lists = ("common.function", "grammar.calendar", "people.words", "body.words")
    nouns = person_nouns()
    return frozenset(f"{noun}s" for noun in nouns).union(
        *(word_list(name) for name in (*lists, "paper.words")),
        adjectives(),
        titles(),
        nouns,
        ("witnesses", "men", "women"),
    )
