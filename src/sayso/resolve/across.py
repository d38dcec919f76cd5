"""Merge the actors of single documents into the actors of the case."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from sayso.domain.actor import Actor, ActorKind, ActorMention, Suggestion
from sayso.domain.ids import ActorId, DocumentId
from sayso.domain.judgement import Judgement
from sayso.resolve.bodies import body_links, body_nodes
from sayso.resolve.judged import Pair, join_nodes
from sayso.resolve.kinds import settle_kinds
from sayso.resolve.names import parse_person
from sayso.resolve.nodes import Link, Node, make_node
from sayso.resolve.people import person_links, person_nodes
from sayso.resolve.records import LocalActor, Resolution
from sayso.resolve.words import fold, without_article

_SUGGESTED = 0.5
"""Score from which a pair is shown for judgement; below, too many candidates fit."""

LocalId = tuple[DocumentId, str]


def resolve_across(
    local: Iterable[LocalActor], judgements: Sequence[Judgement]
) -> Resolution:
    """Return the actors of a case, with every place where each is a source.

    The same local actors and judgements give the same result in whatever order they
    come. Ids depend on an actor's kind and name (and document, when unnamed) alone, so
    that a document more renames nobody whom it does not mention.

    Args:
        local: what `resolve_within` found in each document.
        judgements: on actors; those on other records are passed over.
    """
    actors = settle_kinds(sorted(local, key=lambda a: (a.document, a.key)))
    nodes, links = _nodes(actors)
    sets, apart = join_nodes(nodes, links, judgements)
    by_id = {node.id: node for node in nodes}
    owner = {node: actor for actor, members in sets.items() for node in members}
    actor_of = {
        (one.document, one.key): owner[node.id] for node in nodes for one in node.locals
    }
    made = [
        _actor(actor, [by_id[node] for node in members], actor_of)
        for actor, members in sets.items()
    ]
    return Resolution(
        actors=tuple(sorted(made, key=lambda a: (fold(a.name), a.id))),
        mentions=_mentions(actors, actor_of),
        suggestions=_suggestions(links, owner, apart, by_id),
    )


def _nodes(actors: Sequence[LocalActor]) -> tuple[list[Node], list[Link]]:
    by_entry: dict[str, list[LocalActor]] = defaultdict(list)
    by_kind: dict[ActorKind, list[LocalActor]] = defaultdict(list)
    nodes: list[Node] = []
    ordinal: Counter[tuple[str, str]] = Counter()
    for actor in actors:
        if actor.generic or actor.kind is ActorKind.UNNAMED:
            key = without_article(fold(actor.names[0]))
            ordinal[actor.document, key] += 1
            part = str(ordinal[actor.document, key])
            nodes.append(
                make_node(actor.kind, key, [actor], scope=actor.document, part=part)
            )
        elif actor.entry:
            by_entry[actor.entry].append(actor)
        else:
            by_kind[actor.kind].append(actor)
    nodes += [
        make_node(by_entry[entry][0].kind, entry, by_entry[entry])
        for entry in sorted(by_entry)
    ]
    people, links = person_nodes(by_kind.pop(ActorKind.PERSON, []))
    links += person_links(people)
    nodes += people
    for kind in sorted(by_kind):
        bodies = body_nodes(kind, by_kind[kind])
        links += body_links(bodies)
        nodes += bodies
    return nodes, links


def _actor(
    id_: ActorId, nodes: Sequence[Node], actor_of: dict[LocalId, ActorId]
) -> Actor:
    kind = _kind(id_, nodes)
    names = _names(kind, nodes)
    scopes = [node.scope for node in nodes if node.kind is ActorKind.UNNAMED]
    return Actor(
        id=id_,
        name=names[0],
        names=names,
        kind=kind,
        scope=min(filter(None, scopes), default=None)
        if kind is ActorKind.UNNAMED
        else None,
        authority=_authority(id_, nodes, actor_of),
    )


def _kind(id_: ActorId, nodes: Sequence[Node]) -> ActorKind:
    """Return a named kind where there is one: a judgement may name the unnamed."""
    own = next(node.kind for node in nodes if node.id == id_)
    if own is not ActorKind.UNNAMED:
        return own
    named = [node.kind for node in nodes if node.kind is not ActorKind.UNNAMED]
    return min(named, default=own)


def _names(kind: ActorKind, nodes: Sequence[Node]) -> tuple[str, ...]:
    counts: Counter[str] = Counter()
    for node in nodes:
        counts.update(node.forms)
    listed = [a.names[0] for n in nodes for a in n.locals if a.entry]
    unique: dict[str, str] = {}
    named = {f for n in nodes if n.kind is not ActorKind.UNNAMED for f in n.forms}
    for form in sorted(counts, key=lambda f: (f.isupper(), -counts[f], f)):
        unique.setdefault(without_article(fold(form)), form)
    forms = sorted(
        unique.values(),
        key=lambda f: (
            f not in named,
            f not in listed,
            *_fullness(kind, f),
            -counts[f],
            f,
        ),
    )
    return tuple(forms)


def _fullness(kind: ActorKind, form: str) -> tuple[int, ...]:
    if kind is not ActorKind.PERSON:
        return (int(form.isupper()), -len(form.split()))
    name = parse_person(form)
    return (int(not name.is_full), int(form.isupper()), -len(name.middle))


def _authority(
    id_: ActorId, nodes: Sequence[Node], actor_of: dict[LocalId, ActorId]
) -> ActorId | None:
    """Return for whom an actor speaks: the one most often shown."""
    votes: Counter[ActorId] = Counter()
    for node in nodes:
        for actor in node.locals:
            if actor.authority is not None:
                votes[actor_of[actor.document, actor.authority]] += 1
    votes.pop(id_, None)
    return min(votes, key=lambda a: (-votes[a], a), default=None)


def _mentions(
    actors: Sequence[LocalActor], actor_of: dict[LocalId, ActorId]
) -> tuple[ActorMention, ...]:
    found = [
        ActorMention(
            actor=actor_of[actor.document, actor.key],
            attribution=mention.attribution,
            span=mention.span,
        )
        for actor in actors
        for mention in actor.mentions
    ]
    return tuple(sorted(found, key=lambda m: (m.span, m.attribution, m.actor)))


def _suggestions(
    links: Sequence[Link],
    owner: dict[ActorId, ActorId],
    apart: set[Pair],
    nodes: dict[ActorId, Node],
) -> tuple[Suggestion, ...]:
    judged = {frozenset((owner[a], owner[b])) for a, b in apart}
    best: dict[frozenset[ActorId], Suggestion] = {}
    for link in sorted(links, key=lambda k: (-k.score, k.left, k.right, k.why)):
        left, right = owner[link.left], owner[link.right]
        pair = frozenset((left, right))
        heard = nodes[link.left].mentions and nodes[link.right].mentions
        if left == right or pair in judged or pair in best or not heard:
            continue
        if link.score >= _SUGGESTED:
            best[pair] = Suggestion(
                left=left, right=right, score=link.score, why=link.why
            )
    return tuple(sorted(best.values(), key=lambda s: (-s.score, s.left, s.right)))
