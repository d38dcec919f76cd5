"""Find the runs of words that may be names in text of capitals only."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from sayso.resolve.gaps import LONGEST, joined, plain_words
from sayso.resolve.page import Page, Token
from sayso.resolve.words import given_names, look_up, titles, word_list

_ARTICLES = frozenset({"a", "an", "the", "some", "two", "three", "several"})
_WORDS = 4
"""Words in a run of unknown ones up to which it is a name and no clause."""


def caseless_runs(
    page: Page, tokens: Sequence[Token], *, source: bool
) -> Iterator[list[Token]]:
    """Yield likely names in text of capitals only: by titles, first names and lists.

    Args:
        page: the document.
        tokens: the stretch to read.
        source: whether the stretch is a source, where unknown words at the end of a
            phrase are a name too (`BRUGUES`, `AMBASSADOR TO BOLIVIA ANGEL BRUGUES`).
    """
    at = 0
    while at < len(tokens):
        size = _listed(page, tokens, at) or _after_title(page, tokens, at)
        if not size and source:
            size = _unknown(page, tokens, at)
        if size:
            yield list(tokens[at : at + size])
        at += max(1, size)


def _listed(page: Page, tokens: Sequence[Token], at: int) -> int:
    for size in range(min(LONGEST, len(tokens) - at), 0, -1):
        text = page.text[tokens[at].start : tokens[at + size - 1].end]
        known = look_up(text, cased=False)
        # `THE US`, but not `TOLD US`.
        named = at and tokens[at - 1].folded == "the"
        if known and (named or tokens[at].folded not in word_list("common.function")):
            return size
    return 0


def _after_title(page: Page, tokens: Sequence[Token], at: int) -> int:
    """Return the length of `[title] name` at a token of caseless text, or 0."""
    stop = (word_list("common.function") | word_list("common.verbs")) - word_list(
        "particle.words"
    )
    size = 0
    while at + size < len(tokens) and tokens[at + size].folded in titles():
        size += 1
    first = tokens[at + size] if at + size < len(tokens) else None
    if first is None or (size == 0 and first.folded not in given_names()):
        return 0
    length = size
    while at + length < len(tokens) and length < size + 4:
        token = tokens[at + length]
        plain = token.folded in stop or token.folded in word_list("body.words")
        if plain or (length and not joined(page, tokens[at + length - 1], token)):
            break
        length += 1
    return length if length > size and (size or length > 1) else 0


def _unknown(page: Page, tokens: Sequence[Token], at: int) -> int:
    """Return the length of a run of unknown words that ends its phrase, or 0."""
    before = at - 1
    while before >= 0 and _may_name(tokens[before]):
        before -= 1
    if before >= 0 and tokens[before].folded in _ARTICLES:
        return 0
    length = 0
    while at + length < len(tokens) and _may_name(tokens[at + length]):
        if length and not joined(page, tokens[at + length - 1], tokens[at + length]):
            break
        length += 1
    if not 0 < length <= _WORDS:
        return 0
    last = tokens[at + length - 1]
    following = tokens[at + length] if at + length < len(tokens) else None
    if following is not None and joined(page, last, following):
        return 0
    known = last.folded in _titled(page)
    return 0 if last.folded.endswith("s") and not known else length


def _may_name(token: Token) -> bool:
    known = plain_words() | word_list("common.verbs") | word_list("office.modifiers")
    word = token.folded
    return word not in known and not word.endswith(("ly", "ing")) and not word.isdigit()


@lru_cache(maxsize=1)
def _titled(page: Page) -> frozenset[str]:
    """Return the words that a title shows to be names somewhere in the page."""
    tokens = page.tokens
    return frozenset(
        token.folded
        for at in range(len(tokens))
        if tokens[at].folded in titles()
        for token in tokens[at : at + _after_title(page, tokens, at)]
        if token.folded not in titles()
    )
