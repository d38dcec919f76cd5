"""Decide which attributions bear on a claim, and on which side their sources stand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.domain.attribution import Polarity, Style
from sayso.domain.claim import Bearing, Claim, Orientation, Stance
from sayso.domain.ids import AttributionId
from sayso.link.corpus import JudgesPairs
from sayso.link.statements import Statement

ASSERTS, DENIES, UNCOMMITTED, UNRELATED = range(4)
MOST = 96
"""Statements judged a question, the closest first: about a second."""
NEAR = 0.30
"""Cosine with the claim from which a statement is judged; below it, in reports held
out of training, one in two hundred turned out to bear on the claim."""
SETTLES = 0.5
"""Probability of asserting or denying from which a statement is about the claim
itself rather than about its topic."""
TOPICAL = 0.55
"""Cosine from which a statement that settles nothing is still worth listing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A statement with what the pair model thinks of it."""

    statement: Statement
    nearness: float
    probabilities: NDArray[np.float32]


def judge(
    claim: Claim,
    statements: Sequence[Statement],
    nearness: Mapping[AttributionId, float],
    pairs: JudgesPairs,
) -> list[Judged]:
    """Judge the statements nearest to the claim."""
    near = [
        (nearness.get(s.attribution.id, 0.0), s)
        for s in statements
        if s.pointing or nearness.get(s.attribution.id, 0.0) >= NEAR
    ]
    near.sort(key=lambda item: -item[0])
    chosen = near[:MOST]
    texts = [f"{s.context} {s.text}" if s.pointing else s.text for _, s in chosen]
    rows = pairs.stances(claim.proposition, texts)
    return [
        Judged(statement=s, nearness=value, probabilities=row)
        for (value, s), row in zip(chosen, rows, strict=True)
    ]


def bearings(claim: Claim, judged: Sequence[Judged], *, turned: bool) -> list[Bearing]:
    """Return what bears on the claim, most relevant first.

    Args:
        claim: what was asked.
        judged: statements of the listed reports.
        turned: whether the claim itself is negated, so that rejecting what it
            negates asserts it.
    """
    found = [b for item in judged if (b := _bearing(claim, item, turned=turned))]
    return sorted(found, key=lambda b: (-b.relevance, b.attribution))


def _bearing(claim: Claim, judged: Judged, *, turned: bool) -> Bearing | None:
    row = judged.probabilities
    attribution = judged.statement.attribution
    settles = float(row[ASSERTS] + row[DENIES])
    if settles >= SETTLES:
        orientation, stance = _side(judged, turned=turned)
        relevance = settles
    elif attribution.style is not Style.OWN_VOICE and judged.nearness >= TOPICAL:
        orientation, stance = Orientation.OTHER, Stance.UNCOMMITTED
        relevance = float(1 - row[UNRELATED]) * judged.nearness / 2
    else:
        return None
    return Bearing(
        claim=claim.id,
        attribution=attribution.id,
        orientation=orientation,
        stance=stance,
        relevance=round(relevance, 4),
    )


def _side(judged: Judged, *, turned: bool) -> tuple[Orientation, Stance]:
    """Compose what the source commits to with how its words relate to the claim."""
    polarity = judged.statement.attribution.polarity
    asserts = judged.probabilities[ASSERTS] >= judged.probabilities[DENIES]
    if polarity is Polarity.UNCOMMITTED:
        return Orientation.SAME, Stance.UNCOMMITTED
    stance = Stance.ASSERTS if asserts else Stance.DENIES
    same = (polarity is Polarity.HOLDS) == (asserts != turned)
    return Orientation.SAME if same else Orientation.OPPOSITE, stance
