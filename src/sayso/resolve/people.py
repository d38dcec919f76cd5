"""Bring the people of a case together by name, and tell bearers of one name apart."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, product

from sayso.domain.actor import ActorKind
from sayso.resolve.names import (
    PersonName,
    canonical_surname,
    compatible,
    same_word,
    skeleton,
)
from sayso.resolve.nodes import Link, Node, make_node
from sayso.resolve.profiles import Profile, best_name, conflict, profile
from sayso.resolve.records import LocalActor

_BLOCK = 150
"""Names in one block above which it is split by initial: a block costs its square,
and a common surname (`Khan`, `Smith`) in 100,000 sources would cost minutes."""
_KNOWN = 3
"""Documents from which the only bearer of a surname is taken to be meant by the
surname alone. News leaves a first name out only for those whom readers know; below
this, it is a suggestion."""
_FAR = 4
"""How many times the documents of the next bearer the best known one must have."""
_SHOWN = 3
"""Bearers of a surname offered for judgement at most."""


def person_nodes(actors: Iterable[LocalActor]) -> tuple[list[Node], list[Link]]:
    """Return the people under each name, split where descriptions conflict."""
    by_key: dict[str, list[LocalActor]] = defaultdict(list)
    for actor in actors:
        by_key[_key(best_name(actor))].append(actor)
    nodes: list[Node] = []
    links: list[Link] = []
    for key in sorted(by_key):
        parts = _split(by_key[key])
        made = [
            make_node(
                ActorKind.PERSON,
                key,
                part,
                part=min(a.document for a in part) if len(parts) > 1 else "",
            )
            for part in parts
        ]
        nodes += made
        links += [
            Link(
                left=a.id,
                right=b.id,
                score=0.5,
                why=f"same name, but {_why(a, b)}",
                sure=False,
            )
            for a, b in combinations(made, 2)
        ]
    return nodes, links


def _key(name: PersonName) -> str:
    if not name.given:
        return f"~ {canonical_surname(name.surname)}"
    return " ".join((name.key.split(" ")[0], canonical_surname(name.surname)))


def _why(left: Node, right: Node) -> str:
    for one in {profile(actor): None for actor in left.locals}:
        for other in {profile(actor): None for actor in right.locals}:
            reason = conflict(one, other)
            if reason:
                return reason
    return "nothing shows that they are one"


def _split(actors: Sequence[LocalActor]) -> list[list[LocalActor]]:
    """Part the bearers of one name where their descriptions conflict.

    Those with a telling description gather around shared places, fields and middle
    initials; the rest go to the largest gathering, as the bearer readers know.
    """
    profiles = [profile(actor) for actor in actors]
    distinct = sorted(set(profiles), key=_sort_key)
    if not any(conflict(a, b) for a, b in combinations(distinct, 2)):
        return [list(actors)]
    groups = _gather(distinct)
    size = {id(g): sum(p in g for p in profiles) for g in groups}
    groups.sort(key=lambda g: (-size[id(g)], [_sort_key(p) for p in g]))
    parts: list[list[LocalActor]] = [[] for _ in groups]
    for actor, mine in zip(actors, profiles, strict=True):
        at = next(i for i, group in enumerate(groups) if mine in group)
        parts[at].append(actor)
    return [part for part in parts if part]


def _sort_key(item: Profile) -> tuple[object, ...]:
    return (
        sorted(item.fields),
        sorted(item.places),
        sorted(item.middle),
        item.gender,
        sorted(item.nouns),
    )


def _gather(distinct: Sequence[Profile]) -> list[list[Profile]]:
    """Group profiles so that no group holds a conflict; order-independent."""
    groups: list[list[Profile]] = []
    rest = sorted(distinct, key=lambda p: (-_telling(p), _sort_key(p)))
    for item in rest:
        free = [g for g in groups if not any(conflict(item, other) for other in g)]
        free.sort(key=lambda g: -max(_agreement(item, other) for other in g))
        if free:
            free[0].append(item)
        else:
            groups.append([item])
    return groups


def _telling(item: Profile) -> int:
    return len(item.fields) + len(item.places) + len(item.middle) + bool(item.gender)


def _agreement(left: Profile, right: Profile) -> int:
    return (
        2 * len(left.places & right.places)
        + len(left.fields & right.fields)
        + len(left.middle & right.middle)
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Person:
    """A node with what comparing it needs, worked out once."""

    node: Node
    name: PersonName
    last: str
    profiles: frozenset[Profile]


def person_links(nodes: Sequence[Node]) -> list[Link]:
    """Return which people of different written names are or may be one."""
    people = [_person(node) for node in nodes]
    full = [person for person in people if person.name.given]
    links = []
    for left, right in _pairs(full):
        link = _compare(left, right)
        if link is not None:
            links.append(link)
    return [*_unambiguous(links), *_surname_links(people, full)]


def _person(node: Node) -> _Person:
    name = max(
        (best_name(actor) for actor in node.locals),
        key=lambda n: (n.is_full, len(n.middle), n.given, n.surname, n.middle),
    )
    return _Person(
        node=node,
        name=name,
        last=_last(name.surname),
        profiles=frozenset(profile(actor) for actor in node.locals),
    )


def _last(surname: str) -> str:
    return canonical_surname(surname).replace("-", " ").split(" ")[-1]


def _pairs(people: Sequence[_Person]) -> Iterator[tuple[_Person, _Person]]:
    """Yield the pairs worth comparing: like surnames, and first names that may agree.

    Bearers of one surname are all compared (`Bill` and `William` share no sound);
    bearers of two spellings only when their first names begin alike.
    """
    by_last: dict[str, list[_Person]] = defaultdict(list)
    for person in people:
        by_last[person.last].append(person)
    for last in sorted(by_last):
        yield from _namesakes(by_last[last])
    by_sound: dict[str, list[str]] = defaultdict(list)
    for last in sorted(by_last):
        by_sound[skeleton(last)].append(last)
    for sound in sorted(by_sound):
        for one, other in combinations(by_sound[sound], 2):
            if same_word(one, other):
                others = _by_initial(by_last[other])
                for initial, group in _by_initial(by_last[one]).items():
                    yield from product(group[:_BLOCK], others[initial][:_BLOCK])


def _namesakes(bearers: Sequence[_Person]) -> Iterator[tuple[_Person, _Person]]:
    if len(bearers) <= _BLOCK:
        yield from combinations(bearers, 2)
        return
    for group in _by_initial(bearers).values():
        yield from combinations(group[:_BLOCK], 2)


def _by_initial(people: Sequence[_Person]) -> dict[str, list[_Person]]:
    groups: dict[str, list[_Person]] = defaultdict(list)
    for person in people:
        groups[skeleton(person.name.given)[:1]].append(person)
    return groups


def _compare(left: _Person, right: _Person) -> Link | None:
    if left.node.key == right.node.key or not compatible(left.name, right.name):
        return None
    reason = _conflict(left, right)
    sure = not reason and left.name.is_full and right.name.is_full
    one, other = _shown(left.node), _shown(right.node)
    why = f"{one} and {other} may be spellings of one name"
    if reason:
        why += f", but {reason}"
    elif not sure:
        why = f"{one} and {other} agree as far as both are given"
    return Link(
        left=left.node.id,
        right=right.node.id,
        score=0.95 if sure else 0.7 if not reason else 0.4,
        why=why,
        sure=sure,
    )


def _conflict(left: _Person, right: _Person) -> str:
    reasons = {conflict(a, b) for a in left.profiles for b in right.profiles}
    return max(reasons) if "" not in reasons else ""


def _shown(node: Node) -> str:
    return min(node.forms, key=lambda form: (-node.forms[form], form))


def _unambiguous(links: Sequence[Link]) -> list[Link]:
    """Demote links of a name that fits several people who are not one another."""
    partners: dict[str, set[str]] = defaultdict(set)
    for link in links:
        if link.sure:
            partners[link.left].add(link.right)
            partners[link.right].add(link.left)
    clear = {
        end: all(b in partners[a] for a, b in combinations(sorted(others), 2))
        for end, others in list(partners.items())
    }
    return [
        replace(link, sure=False, score=0.6, why=f"{link.why}; others fit as well")
        if link.sure and not (clear[link.left] and clear[link.right])
        else link
        for link in links
    ]


def _surname_links(people: Sequence[_Person], full: Sequence[_Person]) -> list[Link]:
    """Link people known by surname alone to whoever the case shows bears it."""
    bearers: dict[str, list[_Person]] = defaultdict(list)
    for person in full:
        bearers[person.last].append(person)
    links: list[Link] = []
    for person in people:
        if not person.name.given:
            fitting = [b for b in bearers[person.last] if not _conflict(person, b)]
            links += _to_bearers(person, fitting)
    return links


def _to_bearers(person: _Person, fitting: Sequence[_Person]) -> Iterator[Link]:
    """Yield the links of a bare surname to its best known bearers.

    It is taken to be the best known one's when a description agrees, or when that one
    is in several documents and in many more than the next.
    """
    known = sorted(fitting, key=lambda b: (-b.node.documents, b.node.key, b.node.id))
    next_known = known[1].node.documents if len(known) > 1 else 0
    for rank, other in enumerate(known[:_SHOWN]):
        far = other.node.documents >= max(_KNOWN, _FAR * next_known)
        sure = rank == 0 and (far or (len(known) == 1 and _agree(person, other)))
        why = f"{_shown(person.node)} may be {_shown(other.node)}: same surname"
        yield Link(
            left=other.node.id,
            right=person.node.id,
            score=0.9 if sure else 0.55 if len(known) == 1 else 0.3,
            why=why if len(known) == 1 else f"{why}, which others in the case bear too",
            sure=sure,
        )


def _agree(left: _Person, right: _Person) -> bool:
    """Tell whether two people share a telling description."""
    return any(
        (a.places & b.places and a.fields & b.fields) or (a.nouns & b.nouns)
        for a in left.profiles
        for b in right.profiles
    )
