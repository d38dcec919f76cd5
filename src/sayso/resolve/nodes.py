"""Groups of local actors under one name, and the links that join such groups."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from sayso.domain.actor import ActorKind
from sayso.domain.ids import ActorId, DocumentId, content_id
from sayso.resolve.records import LocalActor


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """Local actors that are one actor beyond doubt: one kind, one name, no conflict.

    Attributes:
        id: hash of kind, key and scope; what else the case holds does not change it.
        key: normalised name.
        scope: the document of an unnamed actor; also tells bearers of one name apart.
    """

    id: ActorId
    kind: ActorKind
    key: str
    locals: tuple[LocalActor, ...]
    scope: DocumentId | None = None
    forms: Counter[str] = field(default_factory=Counter)

    @property
    def documents(self) -> int:
        """In how many documents the actor is met."""
        return len({actor.document for actor in self.locals})

    @property
    def mentions(self) -> int:
        """How many attributions have the actor as their source."""
        return sum(len(actor.mentions) for actor in self.locals)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Two nodes that may be one actor.

    Attributes:
        sure: whether they merge unless a judgement says otherwise.
    """

    left: ActorId
    right: ActorId
    score: float
    why: str
    sure: bool


def make_node(
    kind: ActorKind,
    key: str,
    actors: Iterable[LocalActor],
    *,
    scope: DocumentId | None = None,
    part: str = "",
) -> Node:
    """Return the node of some local actors.

    Args:
        kind: of all of them.
        key: normalised name.
        actors: at least one.
        scope: the document of an unnamed actor.
        part: what tells the bearers of one name apart, where there are several.
    """
    members = tuple(sorted(actors, key=lambda a: (a.document, a.key)))
    forms: Counter[str] = Counter()
    for actor in members:
        for form in actor.names:
            forms[form] += 1 + len(actor.mentions)
    return Node(
        id=ActorId(content_id("act", kind.value, key, scope, part)),
        kind=kind,
        key=key,
        locals=members,
        scope=scope,
        forms=forms,
    )
