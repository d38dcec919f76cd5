"""Bring the people of a case together by name, and tell bearers of one name apart."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from sayso.domain.actor import ActorKind
from sayso.domain.ids import ActorId
from sayso.lexicon.loader import load_toml
from sayso.resolve.names import (
    PersonName,
    canonical_surname,
    compatible,
    parse_person,
    skeleton,
)
from sayso.resolve.nodes import Link, Node, make_node
from sayso.resolve.records import LocalActor
from sayso.resolve.words import fold, person_nouns, titles

_BLOCK = 150
"""Names in one block above which it is split by initial: a block costs its square,
and a common surname (`Khan`, `Smith`) in 100,000 sources would cost minutes."""
_KNOWN = 3
"""Documents from which the only bearer of a surname is taken to be meant by the
surname alone. News leaves a first name out only for those whom readers know; below
this, it is a suggestion."""
_CAPITAL = re.compile(r"\b[A-Z][\w'’-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What descriptions say about a person, for telling bearers of a name apart."""

    fields: frozenset[str]
    places: frozenset[str]
    middle: frozenset[str]
    gender: str
    nouns: frozenset[str]


@cache
def _fields() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for name, words in load_toml("titles")["field"].items():
        for word in words.split():
            found[word].add(name)
    return {word: frozenset(names) for word, names in found.items()}


def best_name(actor: LocalActor) -> PersonName:
    """Return the fullest name of a local actor."""
    return max(
        (parse_person(form) for form in actor.names),
        key=lambda n: (n.is_full, bool(n.given), len(n.middle), n.key),
    )


def profile(actor: LocalActor) -> Profile:
    """Return what a document says about a person."""
    text = " ".join(actor.roles)
    words = [w.removesuffix("'s").strip(",") for w in fold(text).split()]
    fields = [_fields()[word] for word in words if word in _fields()]
    capitals = {fold(word) for word in _CAPITAL.findall(text)} - titles()
    names = {part for form in actor.names for part in fold(form).split()}
    gender = actor.gender or best_name(actor).gender
    return Profile(
        fields=frozenset().union(*fields),
        places=frozenset(actor.places) | (capitals - names),
        middle=frozenset(m[0] for m in best_name(actor).middle[:1]),
        gender=gender,
        nouns=frozenset(words) & person_nouns(),
    )


def conflict(left: Profile, right: Profile) -> str:
    """Say why two bearers of one name are two people; empty when nothing does."""
    if left.gender and right.gender and left.gender != right.gender:
        return "one is a man, the other a woman"
    if left.middle and right.middle and left.middle != right.middle:
        return "their middle initials differ"
    apart = left.places and right.places and not left.places & right.places
    if apart and left.fields and right.fields and not left.fields & right.fields:
        one, other = ("/".join(sorted(p.fields)) for p in (left, right))
        return f"{one} here, {other} there, and no place in common"
    return ""


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
    for one in left.locals:
        for other in right.locals:
            reason = conflict(profile(one), profile(other))
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


def person_links(nodes: Sequence[Node]) -> list[Link]:
    """Return which people of different written names are or may be one."""
    full = [n for n in nodes if best_name(n.locals[0]).given]
    names = {n.id: _names(n) for n in nodes}
    links = []
    for block in _blocks(full, names):
        for left, right in combinations(block, 2):
            link = _compare(left, right, names)
            if link is not None:
                links.append(link)
    return [*_unambiguous(links, nodes), *_surname_links(nodes, full)]


def _names(node: Node) -> PersonName:
    return max(
        (best_name(actor) for actor in node.locals),
        key=lambda n: (n.is_full, len(n.middle), n.given, n.surname, n.middle),
    )


def _blocks(
    nodes: Sequence[Node], names: dict[ActorId, PersonName]
) -> Iterator[list[Node]]:
    by_sound: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        by_sound[skeleton(_last(names[node.id].surname))].append(node)
    for sound in sorted(by_sound):
        block = by_sound[sound]
        if len(block) <= _BLOCK:
            yield block
            continue
        smaller: dict[str, list[Node]] = defaultdict(list)
        for node in block:
            smaller[skeleton(names[node.id].given)[:2]].append(node)
        for initial in sorted(smaller):
            yield smaller[initial][: _BLOCK * 4]


def _last(surname: str) -> str:
    return canonical_surname(surname).replace("-", " ").split(" ")[-1]


def _compare(left: Node, right: Node, names: dict[ActorId, PersonName]) -> Link | None:
    one, other = names[left.id], names[right.id]
    if left.key == right.key or not compatible(one, other):
        return None
    reason = _conflict(left, right)
    sure = not reason and one.is_full and other.is_full
    why = f"{_shown(left)} and {_shown(right)} may be spellings of one name"
    if reason:
        why += f", but {reason}"
    elif not sure:
        why = f"{_shown(left)} and {_shown(right)} agree as far as both are given"
    return Link(
        left=left.id,
        right=right.id,
        score=0.95 if sure else 0.7 if not reason else 0.4,
        why=why,
        sure=sure,
    )


def _conflict(left: Node, right: Node) -> str:
    ones = {profile(actor) for actor in left.locals}
    others = {profile(actor) for actor in right.locals}
    reasons = {conflict(a, b) for a in ones for b in others}
    return max(reasons) if "" not in reasons else ""


def _shown(node: Node) -> str:
    return min(node.forms, key=lambda form: (-node.forms[form], form))


def _unambiguous(links: Sequence[Link], nodes: Sequence[Node]) -> list[Link]:
    """Demote links of a name that fits several people who are not one another."""
    partners: dict[str, set[str]] = defaultdict(set)
    for link in links:
        if link.sure:
            partners[link.left].add(link.right)
            partners[link.right].add(link.left)
    known = {node.id for node in nodes}
    kept = []
    for link in links:
        sure = link.sure and all(
            b in partners[a]
            for end in (link.left, link.right)
            for a, b in combinations(sorted(partners[end] & known), 2)
        )
        kept.append(
            link
            if sure == link.sure
            else Link(
                left=link.left,
                right=link.right,
                score=0.6,
                why=f"{link.why}; others fit as well",
                sure=False,
            )
        )
    return kept


def _surname_links(nodes: Sequence[Node], full: Sequence[Node]) -> list[Link]:
    """Link people known by surname alone to the only bearers of it in the case."""
    bearers: dict[str, list[Node]] = defaultdict(list)
    for node in full:
        bearers[_last(_names(node).surname)].append(node)
    links = []
    for node in nodes:
        name = best_name(node.locals[0])
        if name.given:
            continue
        candidates = [b for b in bearers[_last(name.surname)] if not _conflict(node, b)]
        only = len({b.key for b in candidates}) == 1 and len(candidates) == 1
        for other in candidates[:5]:
            sure = only and (_agree(node, other) or other.documents >= _KNOWN)
            links.append(
                Link(
                    left=other.id,
                    right=node.id,
                    score=0.9 if sure else 0.55 if only else 0.3,
                    why=f"{_shown(node)} may be {_shown(other)}: same surname"
                    + ("" if only else ", which others in the case bear too"),
                    sure=sure,
                )
            )
    return links


def _agree(left: Node, right: Node) -> bool:
    """Tell whether two people share a telling description."""
    ones = [profile(actor) for actor in left.locals]
    others = [profile(actor) for actor in right.locals]
    return any(
        (a.places & b.places and a.fields & b.fields) or (a.nouns & b.nouns)
        for a in ones
        for b in others
    )
