"""Find the runs of words that may be names, in text with and without case."""

import re
from collections.abc import Iterator, Sequence

from sayso.resolve.caseless import caseless_runs
from sayso.resolve.gaps import LONGEST, joined, plain_words
from sayso.resolve.page import Page, Token
from sayso.resolve.words import (
    Entry,
    given_names,
    look_up,
    outlet_words,
    titles,
    word_list,
)

_PARTY_MARK = re.compile(r"[RDI]-[A-Z]")
"""`R-Utah` after a politician's name says party and state."""
_LINKS = {"of", "for", "on", "and"}


def name_runs(page: Page, tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Yield the runs of tokens that may hold names, in order.

    Headings are passed over when all the page is read: there capitals show nothing.
    """
    whole = len(tokens) == len(page.tokens)
    if not page.cased:
        return caseless_runs(page, tokens, source=not whole)
    if whole:
        tokens = [t for t in tokens if t.sentence not in page.headings]
    return _runs(page, tokens)


def listed(page: Page, run: Sequence[Token]) -> Entry | None:
    """Return what the word lists know under the words of a run."""
    return look_up(page.text[run[0].start : run[-1].end], cased=page.cased)


def listed_prefix(page: Page, run: Sequence[Token]) -> int:
    """Return how many words at the front of a run are a listed name."""
    for size in range(min(LONGEST, len(run)), 0, -1):
        if listed(page, run[:size]):
            return size
    return 0


def _runs(page: Page, tokens: Sequence[Token]) -> Iterator[list[Token]]:
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if not token.capital or _PARTY_MARK.match(token.text):
            at += 1
            continue
        size = _run_length(page, tokens, at)
        run = _trim(page, list(tokens[at : at + size]))
        if run:
            yield run
        at += size


def _run_length(page: Page, tokens: Sequence[Token], at: int) -> int:
    """Return how many tokens from `at` on may make up one name."""
    last = at
    while last + 1 < len(tokens):
        if not joined(page, tokens[last], tokens[last + 1]):
            break
        step = 1
        while step <= 2 and _links(page, tokens, last, step):  # noqa: PLR2004 - `of the`
            step += 1
        if last + step >= len(tokens) or not tokens[last + step].capital:
            break
        if (
            tokens[last + step].text[1:2].islower()
            and tokens[last].quoted != tokens[last + step].quoted
        ):
            break
        last += step
    return last - at + 1


def _links(page: Page, tokens: Sequence[Token], last: int, step: int) -> bool:
    """Tell whether the token `step` after `last` is a small word inside a name."""
    at = last + step
    if at + 1 >= len(tokens) or not joined(page, tokens[at], tokens[at + 1]):
        return False
    word = tokens[at].folded
    if tokens[at].capital:
        return False
    if word in word_list("particle.words") and word not in (
        "as",
        "us",
        "an",
        "at",
        "e",
    ):
        return True
    body = tokens[last].folded in word_list("body.words") or tokens[last].folded in (
        "university",
        "bank",
        "secretary",
        "speaker",
        "attorney",
        "organization",
    )
    return (word in _LINKS and body and word != "and") or (
        step > 1 and word == "the" and tokens[at - 1].folded in _LINKS
    )


def _trim(page: Page, run: list[Token]) -> list[Token]:
    """Drop what only looks like part of a name at either end."""
    whole = page.text[run[0].start : run[-1].end]
    if look_up(whole, cased=page.cased):
        return run
    function = word_list("common.function")
    while run and run[0].folded in function:
        opens = _opens_sentence(page, run[0])
        if len(run) > 1 and run[0].folded in given_names() and not opens:
            break
        run = run[1:]
    last = word_list("grammar.calendar")
    if run and run[0].folded not in given_names():
        last |= function
    while len(run) > 1 and run[-1].folded in last:
        run = run[:-1]
    if len(run) > 1 and _opens_sentence(page, run[0]) and _chance_opener(page, run):
        run = run[1:]
    if len(run) == 1 and not _stands_alone(page, run[0]):
        return []
    return run


def _chance_opener(page: Page, run: Sequence[Token]) -> bool:
    """Tell whether a sentence's first word is no part of the listed name after it."""
    if run[0].folded in given_names() or run[0].folded in titles():
        return False
    if len(run) > 2 and run[1].folded in given_names():  # noqa: PLR2004 - first and last
        return len(run[0].text) > 1
    return run[0].folded not in page.capital_words and bool(listed(page, run[1:]))


def _opens_sentence(page: Page, token: Token) -> bool:
    start = page.sentences[token.sentence][0] if page.sentences else 0
    return not page.text[start : token.start].strip("\"'“‘([ ")


def _stands_alone(page: Page, token: Token) -> bool:
    """Tell whether a single capitalised word is a name and not chance."""
    if look_up(token.text, cased=page.cased):
        return True
    at = page.index_at(token.start)
    article = at > 0 and page.tokens[at - 1].folded == "the"
    if article and token.folded in outlet_words("short"):
        return True
    if token.folded in plain_words():
        return token.folded in page.surnames
    before = page.text[max(0, token.start - 2) : token.start].strip()
    chance = _opens_sentence(page, token) or before[-1:] in ("“", '"', "‘", ":")
    if not chance or token.possessive or token.folded in page.capital_words:
        return True
    following = page.index_at(token.end)
    speaks = following < len(page.tokens) and page.tokens[
        following
    ].folded in word_list("common.verbs")
    return speaks and token.folded not in page.small_words
