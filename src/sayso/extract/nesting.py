"""Which attribution stands inside the content of which: X said that Y said."""

from collections.abc import Sequence

from sayso.domain.attribution import Attribution
from sayso.domain.ids import AttributionId
from sayso.extract.ranges import overlapping
from sayso.text.segment import Range

_INSIDE = 0.8
"""Share of the inner content that must lie in the outer one; boundaries of nested
contents are often off by a word or two."""


def parents(found: Sequence[Attribution]) -> dict[AttributionId, AttributionId]:
    """Return the innermost attribution around each one that has any.

    An attribution stands inside another when its cue lies in the content of the other
    and its own content mostly does. The outer content is always the longer one, so
    there are no circles.
    """
    holders: dict[Range, list[Attribution]] = {}
    for attribution in found:
        for span in attribution.content:
            holders.setdefault((span.start, span.end), []).append(attribution)
    inner = sorted((a for a in found if a.cue), key=lambda a: _cue(a))
    nested: dict[AttributionId, AttributionId] = {}
    for one, (cue, pieces) in zip(
        inner, overlapping(map(_cue, inner), holders), strict=True
    ):
        around = [
            outer
            for piece in pieces
            if piece[0] <= cue[0] and cue[1] <= piece[1]
            for outer in holders[piece]
            if _contains(outer, one)
        ]
        if around:
            nested[one.id] = min(around, key=lambda a: (_size(a), a.id)).id
    return nested


def _cue(attribution: Attribution) -> Range:
    return attribution.cue[0].start, attribution.cue[0].end


def _contains(outer: Attribution, inner: Attribution) -> bool:
    if outer.id == inner.id or _size(outer) <= _size(inner):
        return False
    return _shared(outer, inner) >= _INSIDE * _size(inner)


def _shared(outer: Attribution, inner: Attribution) -> int:
    return sum(
        max(0, min(a.end, b.end) - max(a.start, b.start))
        for a in outer.content
        for b in inner.content
    )


def _size(attribution: Attribution) -> int:
    return sum(span.end - span.start for span in attribution.content)
