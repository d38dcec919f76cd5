import pytest

from sayso.domain.actor import ActorKind
from sayso.resolve.kinds import settle_kinds
from sayso.resolve.records import LocalActor

PERSON, ORGANIZATION, OUTLET = (
    ActorKind.PERSON,
    ActorKind.ORGANIZATION,
    ActorKind.OUTLET,
)


def local(kind, name, **rest):
    return LocalActor(document="a", key="0", kind=kind, names=(name,), **rest)


def settled(*actors):
    return [actor.kind for actor in settle_kinds(actors)]


@pytest.mark.parametrize(
    ("name", "kinds", "kind"),
    [
        ("Acme Veldt", [PERSON, ORGANIZATION], ORGANIZATION),
        ("Acme Veldt", [PERSON, OUTLET], OUTLET),
        ("Acme Veldt", [OUTLET, ORGANIZATION], ORGANIZATION),
        ("Veldt Gazette", [OUTLET, ORGANIZATION], OUTLET),
    ],
)
def test_a_guess_gives_way_to_what_is_shown(name, kinds, kind):
    assert settled(*(local(k, name) for k in kinds)) == [kind, kind]


def test_a_person_shown_as_one_changes_nothing():
    mixed = [PERSON, ORGANIZATION]
    known = local(PERSON, "Anna Veldt")
    assert settled(known, local(ORGANIZATION, "Anna Veldt")) == mixed
    mayor = local(PERSON, "Xin Veldt", roles=("mayor",))
    assert settled(mayor, local(ORGANIZATION, "Xin Veldt")) == mixed


def test_single_words_are_left_alone():
    assert settled(local(PERSON, "Veldt"), local(ORGANIZATION, "Veldt")) == [
        PERSON,
        ORGANIZATION,
    ]
