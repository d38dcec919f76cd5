"""Where quotation marks open and close, and how much of a content they hold."""

import re
from collections.abc import Iterator, Sequence

from sayso.domain.attribution import Style
from sayso.extract.ranges import merged, within
from sayso.text.segment import WORD, Range, paragraphs

_PAIRS = (
    re.compile(r"[“„«]([^“”„«»]*)(?:[”»]|$)"),
    re.compile(r"\"([^\"]*)(?:\"|$)"),
    re.compile(r"''((?:[^']|'(?!'))*)(?:''|$)"),
    re.compile(r"(?<![\w‘])‘([^‘]*?)’(?!\w)"),
    re.compile(r"(?<![\w'])'([^']{2,}?(?:'\w[^']*?)*)'(?![\w'])"),
)
"""An opening mark without a closing one in its paragraph holds to the end of it, as
is the custom where a quotation runs over several paragraphs."""
_ALL = 0.9
"""Share of words in quotes from which a content is direct: a stray `that` is none."""
_SOME = 0.1
_TRANSCRIPT = re.compile(r"^\s*[:―—]\s*$")


def quoted(text: str) -> list[Range]:
    """Return the ranges of `text` between quotation marks, disjoint and in order."""
    found: list[Range] = []
    for start, end in paragraphs(text):
        for pattern in _PAIRS:
            found.extend(_inside(pattern, text, start, end))
    return merged(found)


def style_of(
    text: str, cue: str, content: Sequence[Range], quotes: Sequence[Range]
) -> Style:
    """Return how the words of the source reach the page.

    Args:
        text: of the document.
        cue: words of the cue; a bare colon or dash introduces a speaker's own words.
        content: ranges of the content.
        quotes: ranges between quotation marks, from `quoted`.
    """
    words = [m.span() for s, e in content for m in WORD.finditer(text, s, e)]
    if not words:
        return Style.INDIRECT
    held = sum(within(word, quotes) for word in words)
    share = held / len(words)
    if share >= _ALL or _TRANSCRIPT.match(cue):
        return Style.DIRECT
    return Style.MIXED if share >= _SOME else Style.INDIRECT


def _inside(
    pattern: re.Pattern[str], text: str, start: int, end: int
) -> Iterator[Range]:
    for match in pattern.finditer(text, start, end):
        if match.end(1) > match.start(1):
            yield match.span(1)
