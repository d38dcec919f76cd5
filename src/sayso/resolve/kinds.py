"""Settle what a name stands for where reports of one case leave it open."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sayso.domain.actor import ActorKind
from sayso.resolve.names import parse_person
from sayso.resolve.records import LocalActor
from sayso.resolve.words import fold, given_names, outlet_words, without_article

_ORDER = (ActorKind.ORGANIZATION, ActorKind.GROUP, ActorKind.OUTLET, ActorKind.PERSON)
"""Which kind wins. A person without title, role or known first name is a guess; a body
that publishes its own statements looks like an outlet where it does."""


def settle_kinds(actors: Sequence[LocalActor]) -> list[LocalActor]:
    """Give every bearer of one name of several words the same kind.

    `Brask Maritime said` shows one report's reader a person, `the firm Brask Maritime`
    another's a body. Where anything shows a person, nothing is changed.
    """
    kinds: dict[str, set[ActorKind]] = defaultdict(set)
    people: set[str] = set()
    for actor in actors:
        for key in _keys(actor):
            kinds[key].add(actor.kind)
            if _surely_person(actor):
                people.add(key)
    return [_settled(actor, kinds, people) for actor in actors]


def _settled(
    actor: LocalActor, kinds: dict[str, set[ActorKind]], people: set[str]
) -> LocalActor:
    keys = [key for key in _keys(actor) if key not in people]
    found = {kind for key in keys for kind in kinds[key]}
    if len(found) < 2:  # noqa: PLR2004 - all agree
        return actor
    outlet = any(key.split()[-1] in outlet_words("endings") for key in keys)
    if outlet and ActorKind.OUTLET in found:
        return replace(actor, kind=ActorKind.OUTLET)
    return replace(actor, kind=next(kind for kind in _ORDER if kind in found))


def _keys(actor: LocalActor) -> Iterable[str]:
    if actor.generic or actor.entry or actor.kind is ActorKind.UNNAMED:
        return ()
    names = (without_article(fold(name)) for name in actor.names)
    return tuple(name for name in names if " " in name)


def _surely_person(actor: LocalActor) -> bool:
    if actor.kind is not ActorKind.PERSON:
        return False
    known = any(parse_person(name).given in given_names() for name in actor.names)
    return known or bool(actor.gender or actor.roles)
