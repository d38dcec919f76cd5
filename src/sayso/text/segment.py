"""Paragraphs, sentences and words as offsets; the text itself is never changed."""

import re
from collections.abc import Iterator
from itertools import pairwise

Range = tuple[int, int]
"""Half-open range of code points."""

WORD = re.compile(r"\w+(?:[’'.\-]\w+)*")
_BLANK_LINE = re.compile(r"[ \t\r\f\v]*\n(?:[ \t\r\f\v]*\n)+")
_CLOSERS = "\"'”’)\\]»"
_BREAK = re.compile(rf"[.!?…]+[{_CLOSERS}]*(\s+)")
_ABBREVIATION = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|gen|col|lt|sgt|capt|maj|adm|sen|rep|gov|prof|rev|hon|st"
    r"|jr|sr|vs|etc|no|nos|inc|ltd|co|corp|dept|approx|jan|feb|mar|apr|jun|jul|aug"
    r"|sept?|oct|nov|dec)|(?:\b[a-z]\.)*\b[a-z])\.$",
    re.IGNORECASE,
)
_LOOK_AHEAD = 200
_WRAP_WIDTH, _WIDEST_WRAP = 45, 140
"""Line lengths between which text is wrapped by hand or by mail programs; longer lines
are whole paragraphs."""
_BYLINE = re.compile(r"\s*(?:By|BY)\s+[A-Z]")


def paragraphs(text: str) -> Iterator[Range]:
    """Yield the ranges between blank lines, edge white space trimmed."""
    start = 0
    for gap in _BLANK_LINE.finditer(text):
        yield from _trimmed(text, start, gap.start())
        start = gap.end()
    yield from _trimmed(text, start, len(text))


def sentences(text: str) -> list[Range]:
    """Return the sentences of `text`; a headline or list item counts as one."""
    found: list[Range] = []
    for start, end in paragraphs(text):
        for line_start, line_end in _lines(text, start, end):
            found.extend(_split(text, line_start, line_end))
    return found


def words(text: str) -> list[Range]:
    """Return the word ranges of `text`; `U.S` and `don't` are one word each."""
    return [match.span() for match in WORD.finditer(text)]


def sentence_around(text: str, start: int, end: int) -> Range:
    """Return the smallest run of whole sentences that covers `[start, end)`."""
    covering = [s for s in sentences(text) if s[0] < end and start < s[1]]
    if not covering:
        return start, end
    return min(start, covering[0][0]), max(end, covering[-1][1])


def _trimmed(text: str, start: int, end: int) -> Iterator[Range]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end


def _lines(text: str, start: int, end: int) -> Iterator[Range]:
    """Yield logical lines: hard-wrapped ones are joined."""
    breaks = [start + match.start() for match in re.finditer(r"\n", text[start:end])]
    edges = [start - 1, *breaks, end]
    width = max(b - a - 1 for a, b in pairwise(edges))
    begin = start
    for before, at, after in zip(edges, breaks, edges[2:], strict=False):
        if not _wraps(text[before + 1 : at].rstrip(), text[at + 1 : after], width):
            yield from _trimmed(text, begin, at)
            begin = at + 1
    yield from _trimmed(text, begin, end)


def _wraps(line: str, following: str, width: int) -> bool:
    """Tell whether a sentence runs on from one line to the next.

    Wrapping is greedy: the next word had no room in the longest line of the
    paragraph. A headline over its byline or over text is shorter, or is not wrapped.
    """
    word = following.split(maxsplit=1)[0] if following.strip() else ""
    if word[:1].islower():
        return True
    full = len(line) + 1 + len(word) > width
    ended = line.endswith((".", "!", "?", ":", '"', "”"))
    wrapped = len(line) >= _WRAP_WIDTH and width <= _WIDEST_WRAP
    return full and wrapped and not ended and not _BYLINE.match(following)


def _split(text: str, start: int, end: int) -> Iterator[Range]:
    begin = start
    for match in _BREAK.finditer(text, start, end):
        following = text[match.end() : match.end() + 2].lstrip("\"'“‘([«")
        if following and following[0].islower():
            continue
        if _ABBREVIATION.search(text[begin : match.start() + 1]):
            continue
        yield from _trimmed(text, begin, match.start(1))
        begin = match.end()
    yield from _trimmed(text, begin, end)
