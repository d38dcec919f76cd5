"""Make a claim of a group of alike statements: wording, bearings, reports."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.domain.attribution import Attribution, Polarity, Style
from sayso.domain.claim import (
    Bearing,
    Claim,
    DocumentStance,
    Orientation,
    Stance,
)
from sayso.domain.ids import AttributionId, ClaimId, DocumentId, content_id
from sayso.link.discover_units import negated
from sayso.link.discover_wording import wording
from sayso.link.discovered import ClaimGroup, Unit


def claim_group(
    units: Sequence[Unit],
    vectors: NDArray[np.float32],
    own: Sequence[tuple[Unit, float]],
) -> ClaimGroup:
    """Return the claim that a group states, with what bears on it.

    Args:
        units: the members of the group.
        vectors: one unit row for each of them.
        own: statements in a report's own voice that joined, with their likeness.
    """
    chosen, proposition = wording(units)
    claim = ClaimId(content_id("clm", "found", proposition.casefold()))
    flipped = negated(proposition)
    centre = vectors.mean(axis=0)
    rows = [(u, float(vectors[i] @ centre)) for i, u in enumerate(units)]
    bearings = [
        _bearing(claim, unit, score, chosen=chosen, flipped=flipped)
        for unit, score in (*rows, *own)
    ]
    bearings.sort(key=lambda b: (-b.relevance, b.attribution))
    by_id = {u.attribution.id: u.attribution for u in (*units, *(u for u, _ in own))}
    return ClaimGroup(
        claim=Claim(id=claim, proposition=proposition),
        bearings=tuple(bearings),
        documents=_documents(claim, bearings, by_id),
    )


def _bearing(
    claim: ClaimId, unit: Unit, score: float, *, chosen: Unit, flipped: bool
) -> Bearing:
    """Orient one member toward the claim.

    Polarities are toward the proposition without its negation. Where nobody stated
    it without, the claim itself is negative and all members turn round; a borrowed
    negative proposition turns its borrower round too.
    """
    if unit.knowledge != chosen.knowledge:
        orientation = Orientation.OTHER
    else:
        borrowed = unit.borrowed and negated(unit.text)
        turned = borrowed != (unit.turned != chosen.turned)
        orientation = Orientation.OPPOSITE if flipped != turned else Orientation.SAME
    return Bearing(
        claim=claim,
        attribution=unit.attribution.id,
        orientation=orientation,
        stance=_stance(unit.attribution.polarity, orientation),
        relevance=round(min(1.0, max(0.0, score)), 4),
    )


def _stance(polarity: Polarity, orientation: Orientation) -> Stance:
    if orientation is Orientation.OTHER or polarity is Polarity.UNCOMMITTED:
        return Stance.UNCOMMITTED
    holds = (polarity is Polarity.HOLDS) == (orientation is Orientation.SAME)
    return Stance.ASSERTS if holds else Stance.DENIES


def _documents(
    claim: ClaimId,
    bearings: Iterable[Bearing],
    attributions: Mapping[AttributionId, Attribution],
) -> tuple[DocumentStance, ...]:
    """Return one stance a report: its own voice first, else what all its voices say."""
    heard: dict[DocumentId, list[Bearing]] = {}
    for bearing in bearings:
        document = attributions[bearing.attribution].document
        heard.setdefault(document, []).append(bearing)
    found = [
        DocumentStance(
            claim=claim,
            document=document,
            stance=_report_stance(rows, attributions),
            relevance=max(row.relevance for row in rows),
        )
        for document, rows in heard.items()
    ]
    return tuple(sorted(found, key=lambda d: (-d.relevance, d.document)))


def _report_stance(
    rows: Sequence[Bearing], attributions: Mapping[AttributionId, Attribution]
) -> Stance:
    own = [r for r in rows if attributions[r.attribution].style is Style.OWN_VOICE]
    for group in (own, rows):
        stances = {r.stance for r in group} - {Stance.UNCOMMITTED}
        if len(stances) == 1:
            return stances.pop()
    return Stance.UNCOMMITTED
