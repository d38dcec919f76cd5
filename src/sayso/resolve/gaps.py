"""What holds the words of a name together, and which words are no names."""

import re
from functools import cache

from sayso.resolve.page import Page, Token
from sayso.resolve.words import adjectives, person_nouns, titles, word_list

_JOIN = re.compile(r"[ \u00a0]|[ \t]?\n[ \t]?| & ")
LONGEST = 6
"""Most words in a listed name; longer look-ups find nothing."""


def joined(page: Page, left: Token, right: Token) -> bool:
    """Tell whether two words may stand in one name, by what is between them."""
    if left.possessive or left.sentence != right.sentence:
        return False
    gap = page.text[left.end : right.start]
    if "\n" in gap and right.folded in word_list("common.function"):
        return False
    if gap in (". ", "."):
        return len(left.text) == 1 or left.folded in titles() | {"st"}
    return bool(_JOIN.fullmatch(gap))


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
