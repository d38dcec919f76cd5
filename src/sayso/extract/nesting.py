"""Which attribution stands inside the content of which: X said that Y said."""

from collections.abc import Sequence

from sayso.domain.attribution import Attribution
from sayso.domain.ids import AttributionId

_INSIDE = 0.8
"""Share of the inner content that must lie in the outer one; boundaries of nested
contents are often off by a word or two."""


def parents(found: Sequence[Attribution]) -> dict[AttributionId, AttributionId]:
    """Return the innermost attribution around each one that has any.

    An attribution stands inside another when its cue lies in the content of the other
    and its own content mostly does. The outer content is always the longer one, so
    there are no circles.
    """
    by_id = {a.id: a for a in found}
    return {
        inner.id: min(around, key=lambda a: (_size(a), a.id)).id
        for inner in by_id.values()
        if (around := [o for o in by_id.values() if _contains(o, inner)])
    }


def _contains(outer: Attribution, inner: Attribution) -> bool:
    if outer.id == inner.id or _size(outer) <= _size(inner) or not inner.cue:
        return False
    cue = inner.cue[0]
    if not any(s.start <= cue.start and cue.end <= s.end for s in outer.content):
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
