"""Questions about many ranges of one text, answered without comparing all with all."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from sayso.text.segment import Range


def overlapping(
    queries: Iterable[Range], ranges: Iterable[Range]
) -> Iterator[tuple[Range, list[Range]]]:
    """Yield each query with the ranges that share a code point with it.

    One pass over both, so that a text of any length takes time in proportion.

    Args:
        queries: in order of their starts.
        ranges: in any order.
    """
    waiting = sorted(ranges)
    active: list[Range] = []
    at = 0
    for start, end in queries:
        active = [r for r in active if r[1] > start]
        while at < len(waiting) and waiting[at][0] < end:
            if waiting[at][1] > start:
                active.append(waiting[at])
            at += 1
        yield (start, end), [r for r in active if r[0] < end]


def merged(ranges: Iterable[Range]) -> list[Range]:
    """Return the union of `ranges` as disjoint ranges in order."""
    union: list[Range] = []
    for start, end in sorted(ranges):
        if union and start <= union[-1][1]:
            union[-1] = union[-1][0], max(union[-1][1], end)
        else:
            union.append((start, end))
    return union


def within(piece: Range, disjoint: Sequence[Range]) -> bool:
    """Tell whether one of the ordered `disjoint` ranges holds all of `piece`."""
    at = bisect_right(disjoint, (piece[0], piece[1])) - 1
    candidates = disjoint[max(0, at) : at + 2]
    return any(s <= piece[0] and piece[1] <= e for s, e in candidates)


def holding(position: int, ordered: Sequence[Range]) -> Range | None:
    """Return the one of the `ordered` disjoint ranges that holds `position`."""
    at = bisect_left(ordered, (position + 1, 0)) - 1
    if at >= 0 and ordered[at][0] <= position < ordered[at][1]:
        return ordered[at]
    return None


def starts_between(low: int, high: int, ordered: Sequence[Range]) -> bool:
    """Tell whether one of the `ordered` ranges starts in `[low, high)`."""
    at = bisect_left(ordered, (low, 0))
    return at < len(ordered) and ordered[at][0] < high


def trimmed(text: str, start: int, end: int) -> Range:
    """Return the range without white space and commas at its edges."""
    while start < end and (text[start].isspace() or text[start] in ",;:"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:."):
        end -= 1
    return start, end
