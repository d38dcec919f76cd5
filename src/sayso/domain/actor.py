"""Who speaks: people, organizations, groups, outlets, and the unnamed."""

from dataclasses import dataclass
from enum import StrEnum

from sayso.domain.ids import ActorId, AttributionId, DocumentId
from sayso.domain.span import Span


class ActorKind(StrEnum):
    """What an actor is."""

    PERSON = "person"
    ORGANIZATION = "organization"
    GROUP = "group"
    OUTLET = "outlet"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """One source, under all the names the case gives it.

    Attributes:
        name: the fullest form met, as a reader would cite it.
        names: every form met, `name` first.
        scope: for unnamed actors the document in which they first appear. An
            unnamed actor never merges across documents by itself.
        authority: the actor for which this one speaks (a spokesman's ministry).
    """

    id: ActorId
    name: str
    names: tuple[str, ...]
    kind: ActorKind
    scope: DocumentId | None = None
    authority: ActorId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorMention:
    """One place where the text means an actor as the source of an attribution."""

    actor: ActorId
    attribution: AttributionId
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """Two actors that may be the same; a person decides."""

    left: ActorId
    right: ActorId
    score: float
    why: str
