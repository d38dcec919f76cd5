"""Credits, copies and origins: from how many independent places a claim comes."""

from dataclasses import dataclass
from enum import StrEnum

from sayso.domain.claim import Stance
from sayso.domain.ids import DocumentId
from sayso.domain.span import Span


class CreditKind(StrEnum):
    """What a report credits."""

    OUTLET = "outlet"
    PERSON = "person"
    ORGANIZATION = "organization"
    UNNAMED = "unnamed"
    DOCUMENT = "document"
    SOCIAL_MEDIA = "social_media"
    WITNESS = "witness"


class Reporting(StrEnum):
    """Whether a report found out for itself."""

    OWN = "own"
    DERIVED = "derived"
    MIXED = "mixed"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """That a report credits somebody for a claim.

    Attributes:
        span: the words that prove it.
        name: of the credited source as a reader would cite it.
        stance: of the credited source toward the claim.
        via: name of the outlet through which it came, where the report says so.
    """

    document: DocumentId
    span: Span
    name: str
    kind: CreditKind
    stance: Stance
    via: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """Two reports that share wording, with the shared stretch on both sides.

    Attributes:
        shared: how many word 5-grams they share.
        containment: share of the shorter report's 5-grams found in the other, 0-1.
    """

    left: Span
    right: Span
    shared: int
    containment: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """A root with (confirmed) or without (unresolved) evidence of origination."""

    name: str
    kind: CreditKind
    documents: tuple[DocumentId, ...]
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginCount:
    """How many independent origins stand behind one side of a claim: a range."""

    low: int
    high: int
    origins: tuple[Origin, ...]
    unresolved: tuple[Origin, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportTrace:
    """What one report shows of where its word on a claim comes from."""

    document: DocumentId
    stance: Stance
    reporting: Reporting
    credits: tuple[Credit, ...]
    copies: tuple[DocumentId, ...]
