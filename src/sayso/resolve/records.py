"""The records that pass between resolution within and across documents."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sayso.domain.actor import Actor, ActorKind, ActorMention, Suggestion
from sayso.domain.ids import ActorId, AttributionId, DocumentId
from sayso.domain.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalMention:
    """One attribution whose source is the actor, and the words that mean it.

    Attributes:
        span: the words naming this actor inside the source; for own voice, which has
            no source, the first stretch of content.
    """

    attribution: AttributionId
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalActor:
    """One source as a single document shows it.

    Attributes:
        key: unique within the document; `authority` refers to it.
        names: every form met, the fullest first; never empty.
        entry: what a word list says it is, such as `state:RU` or `outlet:Reuters`;
            actors of one entry are one actor in every document.
        roles: descriptions given with the name, such as `head of US forces`.
        places: ISO codes of the countries named in those descriptions.
        gender: `m`, `f`, or empty when unknown.
        generic: the words fit many (`the ministry`, `two officials`), so that the
            actor is scoped to the document and never merges with another by itself.
        authority: key of the local actor for which this one speaks.
        mentions: may be empty when the actor is here only as an authority.
    """

    document: DocumentId
    key: str
    kind: ActorKind
    names: tuple[str, ...]
    entry: str = ""
    roles: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    gender: str = ""
    generic: bool = False
    authority: str | None = None
    mentions: tuple[LocalMention, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """Who the sources of a whole case are.

    Attributes:
        mentions: sorted by document, place and attribution; an attribution with two
            named sources has two, the first named first.
        suggestions: pairs that may be the same, best first; a person decides.
    """

    actors: tuple[Actor, ...]
    mentions: tuple[ActorMention, ...]
    suggestions: tuple[Suggestion, ...] = field(default=())

    def actor_of(self) -> Mapping[AttributionId, ActorId]:
        """Map each attribution to its actor: the first named when there are several."""
        first: dict[AttributionId, ActorId] = {}
        for mention in self.mentions:
            first.setdefault(mention.attribution, mention.actor)
        return first


def dump_local(actors: Iterable[LocalActor]) -> str:
    """Write the actors of one document as JSON, for keeping between builds."""
    return json.dumps(
        [
            [
                actor.document,
                actor.key,
                actor.kind.value,
                actor.names,
                actor.entry,
                actor.roles,
                actor.places,
                actor.gender,
                actor.generic,
                actor.authority,
                [[m.attribution, m.span.start, m.span.end] for m in actor.mentions],
            ]
            for actor in actors
        ],
        ensure_ascii=False,
        separators=(",", ":"),
    )


def load_local(text: str) -> list[LocalActor]:
    """Read what `dump_local` wrote."""
    return [
        LocalActor(
            document=DocumentId(row[0]),
            key=row[1],
            kind=ActorKind(row[2]),
            names=tuple(row[3]),
            entry=row[4],
            roles=tuple(row[5]),
            places=tuple(row[6]),
            gender=row[7],
            generic=row[8],
            authority=row[9],
            mentions=tuple(
                LocalMention(
                    attribution=AttributionId(attribution),
                    span=Span(document=DocumentId(row[0]), start=start, end=end),
                )
                for attribution, start, end in row[10]
            ),
        )
        for row in json.loads(text)
    ]
