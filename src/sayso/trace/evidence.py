"""What tracing works on and what it gives: the types of this room."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sayso.domain.actor import Actor
from sayso.domain.attribution import Attribution
from sayso.domain.document import Document
from sayso.domain.ids import ActorId, DocumentId
from sayso.domain.origin import Copy, Credit, OriginCount, ReportTrace


@dataclass(frozen=True, slots=True, kw_only=True)
class TraceInput:
    """Everything the case knows about the reports that bear on one claim.

    Attributes:
        documents: at least every report with a stance; more does no harm.
        attributions: all attributions of those reports, not only the bearing ones,
            because a chain (`parent`) may leave the claim.
        actors: every actor those attributions name, and their authorities.
        copies: between any of those reports, from `sayso.trace.reuse.copies`.
    """

    documents: Mapping[DocumentId, Document]
    attributions: Mapping[DocumentId, Sequence[Attribution]] = field(
        default_factory=dict
    )
    actors: Mapping[ActorId, Actor] = field(default_factory=dict)
    copies: Sequence[Copy] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sourced:
    """A credit with what tells whether two of them mean the same source.

    Attributes:
        actor: whom it credits, where that was resolved.
        generic: the words fit many (`a source`, `witnesses`), so that on their own
            they never show that two reports mean the same one.
        plural: the words mean several.
        trailing: only named as having helped with the report (`AP contributed`).
        lean: how surely the source asserts (above 0) or denies (below), summed over
            all it is heard to say about the claim itself.
        told: the same, over what it only says of the matter.
        withdrawn: the report says that it has taken its word back.
    """

    credit: Credit
    actor: Actor | None = None
    generic: bool = False
    plural: bool = False
    trailing: bool = False
    lean: float = 0.0
    told: float = 0.0
    withdrawn: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TraceResult:
    """Where each side of a claim starts.

    Attributes:
        reports: one for every document stance, in the order given.
        warnings: what the counts cannot see, in plain sentences.
    """

    reports: tuple[ReportTrace, ...]
    asserting: OriginCount
    denying: OriginCount
    warnings: tuple[str, ...]
