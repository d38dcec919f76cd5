"""Find the common nouns for people in running text that a pronoun may mean."""

from collections.abc import Iterator
from functools import lru_cache

from sayso.resolve.page import Page, Token
from sayso.resolve.words import adjectives, person_nouns, singular, word_list
from sayso.text.segment import Range

_NUMBERS = frozenset(
    ("some", "many", "few", "several", "most", "both", "those", "others", "majority")
)
_NUMERALS = frozenset(("two", "three", "four", "five", "six", "public", "press"))
_PEOPLE = frozenset({"police", "authorities", "officials", "men", "women", "people"})
_BEFORE = 3
"""Words between an article and its noun up to which they are taken to belong."""


def plural_people(page: Page) -> Iterator[tuple[str, Range]]:
    """Yield the plural nouns for people, each with the adjectives before it.

    Yields:
        The noun, and the range of the phrase.
    """
    for at, token in enumerate(page.tokens):
        if page.cased and token.capital and not token.text.isupper():
            continue
        if _is_plural(token.folded):
            start = at
            while start and _qualifies(page, page.tokens[start - 1], token):
                start -= 1
            yield token.folded, (page.tokens[start].start, token.end)


def definite_people(page: Page) -> Iterator[Range]:
    """Yield phrases such as `the mayor` and `the former senator`, names excluded."""
    tokens = page.tokens
    for at, token in enumerate(tokens):
        if token.folded != "the":
            continue
        for size in range(1, _BEFORE + 1):
            if at + size >= len(tokens):
                break
            noun = tokens[at + size]
            if noun.sentence != token.sentence:
                break
            if noun.folded in person_nouns():
                if not _leads_on(page, at + size):
                    yield token.start, noun.end
                break


def person_noun_before(page: Page, position: int, reach: int) -> Range | None:
    """Return the nearest noun for a person within `reach` words before a position.

    The range starts at the article or adjective that opens its phrase.
    """
    last = page.index_at(position) - 1
    sentence = page.sentence_at(position)
    for at in range(last, max(-1, last - reach), -1):
        token = page.tokens[at]
        if token.sentence != sentence:
            return None
        if singular(token.folded) not in person_nouns() and token.folded not in _PEOPLE:
            continue
        start = at
        for step in range(1, _BEFORE + 1):
            opener = page.tokens[at - step] if at >= step else token
            if opener.folded in ("a", "an", "the", "one", "another", "several"):
                start = at - step
                break
        return page.tokens[start].start, token.end
    return None


@lru_cache(maxsize=50_000)
def _is_plural(word: str) -> bool:
    if word in _PEOPLE:
        return True
    if word in word_list("people.words"):
        return word not in _NUMBERS | _NUMERALS
    return singular(word) != word and singular(word) in person_nouns()


def _qualifies(page: Page, before: Token, noun: Token) -> bool:
    if before.possessive or before.sentence != noun.sentence:
        return False
    if page.text[before.end : noun.start].strip():
        return False
    return before.folded in adjectives() or before.folded in word_list(
        "office.modifiers"
    )


def _leads_on(page: Page, at: int) -> bool:
    """Tell whether a noun is no head: a name or another noun follows, or `'s`."""
    noun = page.tokens[at]
    if noun.possessive or at + 1 >= len(page.tokens):
        return False
    after = page.tokens[at + 1]
    if page.text[noun.end : after.start].strip(" \n"):
        return False
    named = page.cased and after.capital and after.sentence == noun.sentence
    return named or after.folded in person_nouns() | {"of", "general"}
