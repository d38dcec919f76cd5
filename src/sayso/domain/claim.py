"""Propositions, and what bears on them."""

from dataclasses import dataclass
from enum import StrEnum

from sayso.domain.ids import AttributionId, ClaimId, DocumentId


class Stance(StrEnum):
    """Where a source or a report stands toward a proposition."""

    ASSERTS = "asserts"
    DENIES = "denies"
    UNCOMMITTED = "uncommitted"


class Orientation(StrEnum):
    """How the content of an attribution, negation removed, relates to a claim.

    A source that holds a `SAME` content asserts the claim; one that rejects it
    denies the claim; `OPPOSITE` turns that around. `OTHER` is on the topic but
    settles nothing: a stronger or weaker claim, knowledge of it, its motive.
    """

    SAME = "same"
    OPPOSITE = "opposite"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A proposition in affirmative form.

    Who asserts and who denies it is derived from its bearings, never stored.
    """

    id: ClaimId
    proposition: str
    asked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearing:
    """That an attribution bears on a claim, and in which direction.

    Attributes:
        relevance: 0 to 1; listings are sorted by it.
        stance: of the attribution's source toward the claim.
    """

    claim: ClaimId
    attribution: AttributionId
    orientation: Orientation
    stance: Stance
    relevance: float


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentStance:
    """Where a report as a whole stands toward a claim."""

    claim: ClaimId
    document: DocumentId
    stance: Stance
    relevance: float
