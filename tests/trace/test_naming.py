import pytest

from sayso.domain.actor import Actor, ActorKind
from sayso.domain.ids import ActorId
from sayso.domain.origin import CreditKind
from sayso.trace.naming import named

PERSON, ORGANIZATION = ActorKind.PERSON, ActorKind.ORGANIZATION


def actor(name, kind=PERSON):
    return Actor(id=ActorId(f"act-{name}"), name=name, names=(name,), kind=kind)


def who(text, words, resolved=None, authority=None):
    start = text.index(words)
    found = named(text, (start, start + len(words)), resolved, authority, frozenset())
    return found and (found.described.name, found.described.kind)


def test_a_spokeswoman_is_her_body_wherever_she_is_named_again():
    text = "Port Authority spokeswoman Ida Holm said so. Holm added more."
    assert who(text, "Holm added"[:4], actor("Ida Holm")) == (
        "Port Authority",
        CreditKind.ORGANIZATION,
    )


def test_a_reporter_is_her_outlet_wherever_she_is_named_again():
    text = "Reuters' and the Boston Globe's Ida Holm was there. Holm saw it."
    found = who(text, "Holm saw"[:4], actor("Ida Holm"))
    assert found == ("Boston Globe", CreditKind.OUTLET)


@pytest.mark.parametrize(
    ("words", "resolved", "name"),
    [
        ("Harbour Member of Council Ida Holm", "Harbour Member", "Ida Holm"),
        ("Ida Holm", "Ida Holm", "Ida Holm"),
    ],
)
def test_an_office_is_no_name(words, resolved, name):
    found = who(f"{words} said so.", words, actor(resolved))
    assert found == (name, CreditKind.PERSON)


def test_a_body_keeps_its_whole_name():
    words = "the Vale and Moor High Court"
    found = who(f"So said {words}.", words, actor("Vale", ORGANIZATION))
    assert found == ("Vale and Moor High Court", CreditKind.ORGANIZATION)


def test_those_from_a_place_are_not_the_place():
    words = "Fishermen from Aldmoor"
    name, kind = who(f"{words} said so.", words, actor("Aldmoor"))
    assert (name, kind) == (words, CreditKind.WITNESS)


def test_a_state_does_not_speak_for_its_police_but_for_its_officials():
    norway = actor("Norway", ORGANIZATION)
    police = actor("Oslo Police", ORGANIZATION)
    assert who("Oslo Police said so.", "Oslo Police", police, norway) == (
        "Oslo Police",
        CreditKind.ORGANIZATION,
    )
    some = actor("Norwegian officials", ActorKind.UNNAMED)
    text = "Norwegian officials said so."
    assert who(text, "Norwegian officials", some, norway) == (
        "Norwegian government",
        CreditKind.ORGANIZATION,
    )


def test_an_agent_is_not_the_person_he_works_for():
    agent = actor("Otto Brandt")
    found = who("Otto Brandt said so.", "Otto Brandt", agent, actor("Ida Holm"))
    assert found == ("Otto Brandt", CreditKind.PERSON)


def test_nobody_is_nobody():
    assert who("Everyone said so.", "Everyone") is None


def test_a_lawyer_is_named_and_counts_as_the_client():
    text = "Ida Holm's lawyer, Otto Brandt, said so."
    start = text.index("Otto")
    client = actor("Ida Holm")
    found = named(text, (start, start + 11), actor("Otto Brandt"), client, frozenset())
    assert found.described.name == "Otto Brandt"
    assert found.actor == client
