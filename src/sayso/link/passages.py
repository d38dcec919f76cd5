"""The pieces of a report that a claim is compared with."""

from dataclasses import dataclass

from sayso.domain.document import Document
from sayso.domain.span import Span
from sayso.text.segment import Range, sentences, words

MIN_WORDS = 3
"""Shorter `sentences` are bylines, captions and list marks."""
MAX_PASSAGES = 600
"""About 15,000 words. Of a longer report only so much is compared with claims;
books need a search engine, not this one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A sentence of a report."""

    span: Span
    text: str


def passage_ranges(text: str) -> list[Range]:
    """Return the sentences of `text` worth comparing with a claim, in order."""
    found = [
        (start, end)
        for start, end in sentences(text)
        if len(words(text[start:end])) >= MIN_WORDS
    ]
    return found[:MAX_PASSAGES]


def passages(document: Document) -> list[Passage]:
    """Return the passages of a document, in order."""
    return [
        Passage(
            span=Span(document=document.id, start=start, end=end),
            text=document.text[start:end],
        )
        for start, end in passage_ranges(document.text)
    ]
