import pytest

from sayso.domain.actor import ActorKind
from sayso.resolve.cast import Cast
from sayso.resolve.page import Page


def figures(text, publisher=None):
    return {
        max(f.forms, key=len): f for f in Cast(Page(text), publisher).figures if f.forms
    }


def test_forms_of_one_name_are_one_figure():
    found = figures("Anna Holm came. They asked Ms. Holm, and Holm left.")
    assert list(found) == ["Anna Holm"]
    assert len(found["Anna Holm"].sightings) == 3


def test_a_short_form_may_have_two_words():
    found = figures("Tan Min Aung Lwin came. They asked Aung Lwin. Min Aung fell.")
    assert [len(f.sightings) for f in found.values()] == [2, 1]


def test_two_bodies_named_together_are_a_pair():
    found = figures("Halvany Bank and the Harbour League met.")
    assert next(len(f.members) for f in found.values() if f.members) == 2


def test_a_place_is_no_body_of_that_first_word():
    found = figures("They left the Dunmere Trading Company. It rained in Dunmere.")
    assert "Dunmere" in found


def test_a_town_is_not_its_newspaper():
    found = figures("The Sarn Tribune wrote. It rained, Sarn heard.")
    assert set(found) == {"Sarn Tribune", "Sarn"}
    assert set(figures("Sarn News wrote. So Sarn heard.")) == {"Sarn News"}


def test_what_has_executives_is_a_company():
    assert figures("They met Ordo Vale executives.")["Ordo Vale"].kind == "organization"


def test_a_listed_word_may_be_a_surname_here():
    found = figures("They met Anna Jordan. Later Jordan left.")
    assert set(found) == {"Anna Jordan"}
    assert "Jordan" in figures("They flew to Jordan.")


def test_two_people_named_together_are_a_pair():
    found = figures("They met Anna Holm and Karl Pike there.")
    pair = next(f for f in found.values() if f.members)
    assert pair.plural
    assert len(pair.members) == 2


def test_the_times_is_the_publisher_of_that_name():
    found = figures("So the Times learned.", publisher="The Moscow Times")
    assert found["The Moscow Times"].sightings


@pytest.mark.parametrize(
    ("text", "subject", "oblique"),
    [
        ("Holm left them.", True, False),
        ("They left, but Holm stayed.", True, False),
        ("They left with Holm.", False, True),
        ("They told Holm.", False, False),
    ],
)
def test_places_in_a_clause(text, subject, oblique):
    page = Page(text)
    start = text.index("Holm")
    place = Cast(page).place(start, start + 4)
    assert (place.subject, place.oblique) == (subject, oblique)


def test_a_name_before_a_noun_only_qualifies_it():
    found = figures("They joined the Anna Holm campaign.")
    (sighting,) = found["Anna Holm"].sightings
    assert sighting.possessive


def test_who_is_met_between_two_places_comes_in_order():
    cast = Cast(Page("They met Anna Holm. They met Karl Pike. They met Otto Reed."))
    met = [next(iter(f.forms)) for f, _ in cast.seen(15, 45)]
    assert met == ["Karl Pike"]


def test_states_are_found_by_code():
    assert Cast(Page("")).state("RU").kind is ActorKind.ORGANIZATION


def test_a_body_may_be_called_by_its_first_word():
    found = figures("They sued Brask Shipping. Later Brask paid.")
    assert set(found) == {"Brask Shipping"}


def test_a_surname_goes_to_the_person_or_the_firm_named_more_often():
    text = "They met Viggo Brask of Brask Shipping. Viggo Brask left. Then Brask paid."
    assert len(figures(text)["Viggo Brask"].sightings) == 3
    firm = text.replace("Viggo Brask left", "Brask Shipping and Brask Shipping left")
    assert len(figures(firm)["Brask Shipping"].sightings) == 4
