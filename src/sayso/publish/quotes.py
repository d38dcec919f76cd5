"""The words of an attribution, marked inside the whole sentences they stand in."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from sayso.domain.attribution import Attribution
from sayso.domain.span import Span
from sayso.text.segment import Range, sentences

MAX_QUOTE = 900
"""Characters shown of one quote. Longer ones come from tables or text without
punctuation; about six sentences of news are read, more are skipped."""
GAP = " … "
_sentences = lru_cache(maxsize=8)(sentences)
"""A listing walks report by report and would segment each once per attribution."""


class Role(StrEnum):
    """What a stretch of a quote is."""

    PLAIN = "plain"
    SOURCE = "source"
    CUE = "cue"
    CONTENT = "content"
    GAP = "gap"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of a quote, verbatim unless it is a gap."""

    text: str
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Whole sentences with what is said marked in them.

    Attributes:
        start: where the first of the sentences starts in the report.
        end: where the last one ends.
    """

    pieces: tuple[Piece, ...]
    start: int
    end: int

    @property
    def text(self) -> str:
        """The quote without its marks."""
        return "".join(piece.text for piece in self.pieces)


def quote_attribution(text: str, attribution: Attribution) -> Quote:
    """Return the sentences of an attribution, its source, cue and content marked.

    Args:
        text: of the document in which the attribution stands.
        attribution: whose spans are inside `text`.
    """
    return quote_spans(
        text,
        {
            Role.SOURCE: attribution.source,
            Role.CUE: attribution.cue,
            Role.CONTENT: attribution.content,
        },
    )


def quote_spans(text: str, marks: dict[Role, tuple[Span, ...]]) -> Quote:
    """Return the sentences that hold `marks`; what lies between becomes a gap.

    Where marks overlap, a later role in `marks` wins.
    """
    ranges = sorted((s.start, s.end) for spans in marks.values() for s in spans)
    holding = _joined(text, _holding(text, ranges))
    pieces: list[Piece] = []
    for start, end in holding:
        if pieces:
            pieces.append(Piece(text=GAP, role=Role.GAP))
        pieces.extend(_marked(text, start, end, marks))
    bounds = (holding[0][0], holding[-1][1]) if holding else (0, 0)
    return Quote(pieces=tuple(_fit(pieces)), start=bounds[0], end=bounds[1])


def _joined(text: str, ranges: Iterable[Range]) -> list[Range]:
    """Join sentences with nothing but white space between them."""
    joined: list[Range] = []
    for start, end in ranges:
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _holding(text: str, ranges: Iterable[Range]) -> list[Range]:
    """Return the sentences that overlap `ranges`, in order, each once."""
    found: dict[Range, None] = {}
    known = _sentences(text)
    for start, end in ranges:
        at = bisect_right(known, start, key=lambda sentence: sentence[1])
        if at == len(known) or known[at][0] >= end:
            found[start, end] = None
        while at < len(known) and known[at][0] < end:
            found[known[at]] = None
            at += 1
    return sorted(found)


def _marked(
    text: str, start: int, end: int, marks: dict[Role, tuple[Span, ...]]
) -> Iterator[Piece]:
    """Cut `text[start:end]` where its role changes."""
    spans = [
        (max(span.start, start), min(span.end, end), role)
        for role, marked in marks.items()
        for span in marked
        if span.start < end and start < span.end
    ]
    cuts = sorted({start, end, *(c for low, high, _ in spans for c in (low, high))})
    for low, high in pairwise(cuts):
        covering = [role for first, last, role in spans if first <= low < last]
        yield Piece(text=text[low:high], role=covering[-1] if covering else Role.PLAIN)


def _fit(pieces: list[Piece]) -> list[Piece]:
    """Cut the middle out of long pieces, unmarked ones first, until all fits."""
    excess = sum(len(piece.text) for piece in pieces) - MAX_QUOTE
    for shorten in (Role.PLAIN, Role.CONTENT):
        if excess <= 0:
            break
        keep = MAX_QUOTE // 3 if shorten is Role.CONTENT else MAX_QUOTE // 9
        shorter: list[Piece] = []
        for piece in pieces:
            cut = piece.role is shorten and len(piece.text) > 2 * keep
            shorter.extend(_elide(piece, keep) if cut else [piece])
        excess = sum(len(piece.text) for piece in shorter) - MAX_QUOTE
        pieces = shorter
    return pieces


def _elide(piece: Piece, keep: int) -> list[Piece]:
    """Return head and tail of a long piece, cut between words."""
    head, tail = piece.text[:keep], piece.text[-keep:]
    head = head.rsplit(None, 1)[0] if " " in head.strip() else head
    tail = tail.split(None, 1)[-1] if " " in tail.strip() else tail
    return [
        Piece(text=head, role=piece.role),
        Piece(text=GAP, role=Role.GAP),
        Piece(text=tail, role=piece.role),
    ]
