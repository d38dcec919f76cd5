import pytest

from sayso.domain.actor import Actor, ActorKind
from sayso.domain.ids import ActorId, DocumentId
from sayso.domain.origin import CreditKind
from sayso.trace.kinds import describe, head_noun, is_vague, reporter_of


def actor(name, kind, scope=None):
    return Actor(
        id=ActorId(f"act-{name}"), name=name, names=(name,), kind=kind, scope=scope
    )


@pytest.mark.parametrize(
    ("words", "kind", "generic"),
    [
        ("several eyewitnesses at the pier", CreditKind.WITNESS, True),
        ("two officials close to the talks", CreditKind.UNNAMED, True),
        ("Court records", CreditKind.DOCUMENT, True),
        ("satellite images of the yard", CreditKind.DOCUMENT, True),
        ("a post on Facebook", CreditKind.SOCIAL_MEDIA, True),
        ("the police", CreditKind.ORGANIZATION, False),
        ("the Ministry of Works", CreditKind.ORGANIZATION, False),
        ("the New York Times", CreditKind.OUTLET, False),
        ("New York Times reporter Ann Lee", CreditKind.OUTLET, False),
        ("Cuban media", CreditKind.OUTLET, True),
        ("carpenter Ivo Brandt", CreditKind.PERSON, False),
        ("witness Ivo Brandt", CreditKind.PERSON, False),
    ],
)
def test_words_show_the_kind_of_source(words, kind, generic):
    described = describe(words, None, None)
    assert described.kind is kind
    assert described.generic is generic


@pytest.mark.parametrize("words", ["he", "The", "most people", "—", "", "12"])
def test_words_that_name_nobody_are_nobody(words):
    assert describe(words, None, None) is None


def test_a_resolved_pronoun_is_the_person():
    person = actor("Ivo Brandt", ActorKind.PERSON)
    assert describe("he", person, None).name == "Ivo Brandt"


def test_a_spokesman_is_listed_under_whom_he_speaks_for():
    speaker = actor("Ada Lind", ActorKind.PERSON)
    ministry = actor("Ministry of Works", ActorKind.ORGANIZATION)
    described = describe("Ada Lind", speaker, ministry)
    assert (described.name, described.kind) == (
        "Ministry of Works",
        CreditKind.ORGANIZATION,
    )


def test_the_letter_of_a_named_person_is_a_document():
    person = actor("Ivo Brandt", ActorKind.PERSON)
    assert describe("his letter", person, None).kind is CreditKind.DOCUMENT


def test_an_unnamed_actor_stays_generic():
    who = actor("a neighbour", ActorKind.UNNAMED, DocumentId("doc-1"))
    described = describe("a neighbour", who, None)
    assert described.kind is CreditKind.WITNESS
    assert described.generic


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Miami Herald's Ann Lee says so.", "Miami Herald"),
        ("Ann Lee of the Miami Herald says so.", "Miami Herald"),
        ("The mayor's Ann Lee says so.", None),
        ("Ann Lee of the town council says so.", None),
    ],
)
def test_a_reporter_speaks_for_the_outlet(text, name):
    start = text.index("Ann Lee")
    assert reporter_of(text, (start, start + len("Ann Lee"))) == name


@pytest.mark.parametrize(
    ("words", "head"),
    [
        ("a source close to the mayor", "source"),
        ("Two officials, who asked for cover", "officials"),
        ("the mayor's aide", "aide"),
        ("", ""),
    ],
)
def test_the_head_noun_is_before_what_qualifies_it(words, head):
    assert head_noun(words) == head


def test_reports_of_nobody_in_particular_are_vague():
    assert is_vague("unconfirmed media reports")
    assert not is_vague("police reports")
