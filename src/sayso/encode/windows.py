"""What the encoder sees at once: whole sentences with a margin on both sides.

A window has a core and a margin. Cues are taken from the core only, so each cue is
decided exactly once; their sources and contents may lie in the margin, so nothing
is cut where two windows meet.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from sayso.encode.tokens import Pieces
from sayso.text.segment import Range

CORE = 160
"""Pieces of core: four or five sentences. Attention cost grows with the square; the
first encoder used 158 without a margin at 5,000 words a second."""
MARGIN = 40
"""Pieces of whole sentences on each side: one or two. An eighth of all contents run
past the sentence of their cue, nearly all by one sentence."""
ROOMY = 0.6
"""A core this full closes at a paragraph's end rather than split the next one."""


@dataclass(frozen=True, slots=True)
class Window:
    """Piece ranges: `[start, end)` is seen, `[core_start, core_end)` is decided."""

    start: int
    end: int
    core_start: int
    core_end: int


def windows(
    text: str, cut: Pieces, sentences: Sequence[Range], *, margin: int = MARGIN
) -> list[Window]:
    """Pack the sentences of a text into windows that cover every piece once."""
    bounds = _boundaries(cut, sentences)
    cores: list[tuple[int, int]] = []
    start = 0
    for begin, end in pairwise(bounds):
        full = end - start > CORE and begin > start
        roomy = begin - start >= ROOMY * CORE and _paragraph_starts(text, cut, begin)
        if full or roomy:
            cores.append((start, begin))
            start = begin
    if bounds and start < bounds[-1]:
        cores.append((start, bounds[-1]))
    edges = np.asarray(bounds)
    return [
        Window(_reach(edges, a, -margin), _reach(edges, b, margin), a, b)
        for a, b in cores
    ]


def _boundaries(cut: Pieces, sentences: Sequence[Range]) -> list[int]:
    """Return piece indices where sentences start; overlong ones are cut at words."""
    total = len(cut.ids)
    starts = np.searchsorted(cut.starts, [s for s, _ in sentences], side="left")
    edges = sorted({0, total, *(int(i) for i in starts)} if total else set())
    bounds: list[int] = []
    for begin, end in pairwise(edges):
        while begin < end:
            bounds.append(begin)
            step = min(end, begin + CORE)
            while begin + 1 < step < end and not cut.first[step]:
                step -= 1
            begin = step
    return [*bounds, total] if total else []


def _paragraph_starts(text: str, cut: Pieces, piece: int) -> bool:
    return "\n" in text[cut.ends[piece - 1] : cut.starts[piece]]


def _reach(edges: NDArray[np.int64], piece: int, margin: int) -> int:
    """Return the farthest sentence edge within `margin` pieces of `piece`."""
    if margin < 0:
        return int(edges[np.searchsorted(edges, piece + margin, side="left")])
    return int(edges[np.searchsorted(edges, piece + margin, side="right") - 1])
