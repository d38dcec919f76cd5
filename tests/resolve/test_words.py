import pytest

from sayso.lexicon.loader import load_toml
from sayso.resolve.words import (
    adjectives,
    entries,
    fold,
    given_names,
    look_up,
    rulers,
    singular,
    state_name,
    word_list,
)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Médecins  Sans\nFrontières", "medecins sans frontieres"),
        ("U.S.", "us"),
        ("Putin’s", "putin's"),
        ("Łódź", "lodz"),
        ("İstanbul", "istanbul"),
    ],
)
def test_folding_drops_case_accents_and_stops(written, folded):
    assert fold(written) == folded


@pytest.mark.parametrize(
    ("name", "entry"),
    [
        ("The New York Times", "outlet:The New York Times"),
        ("NYT", "outlet:The New York Times"),
        ("the Guardian", "outlet:The Guardian"),
        ("Agence France-Presse", "outlet:Agence France-Presse"),
        ("the Kremlin", "state:RU"),
        ("Moscow", "state:RU"),
        ("the White House", "state:US"),
        ("Downing Street", "state:GB"),
        ("the Pentagon", "body:US Department of Defense"),
        ("Isis", "body:Islamic State"),
        ("the Taliban", "body:Taliban"),
        ("the IMF", "body:International Monetary Fund"),
    ],
)
def test_names_are_found_under_every_form(name, entry):
    found = look_up(name, cased=True)
    assert found is not None
    assert found.id == entry


@pytest.mark.parametrize("word", ["us", "who", "it", "is", "time", "the sun", "nature"])
def test_everyday_words_are_no_names(word):
    assert look_up(word, cased=True) is None


@pytest.mark.parametrize("word", ["US", "WHO", "Time", "the Sun", "Nature"])
def test_their_capitals_make_them_names(word):
    assert look_up(word, cased=True) is not None


def test_an_everyday_outlet_needs_its_article_in_text_without_case():
    assert look_up("TIME", cased=True) is not None
    assert look_up("sun", cased=False) is None
    assert look_up("the sun", cased=False) is not None


def test_there_are_several_hundred_outlets():
    assert len(load_toml("outlets")["outlets"]) > 700


def test_every_listed_state_of_a_body_exists():
    table = load_toml("metonyms")
    states = load_toml("nationalities")["states"]
    named = [row.get("of") for row in (*table["body"], *table["ruler"])]
    assert {code for code in named if code} <= set(states)


def test_no_name_stands_for_two_bodies_or_states_at_once():
    clashes = {
        key: {row.id for row in rows}
        for key, rows in entries().items()
        if len({row.id for row in rows if not row.id.startswith("outlet:")}) > 1
    }
    assert clashes == {}


def test_a_given_name_shows_one_gender():
    table = load_toml("nicknames")["given"]
    male, female = (set(table[sex].split()) for sex in ("male", "female"))
    assert not male & female
    assert given_names()["dmitry"] == "m"
    assert given_names()["maria"] == "f"


def test_nationalities_and_rulers_lead_to_states():
    assert state_name(adjectives()["afghan"]) == "Afghanistan"
    assert adjectives()["russians"] == "RU"
    assert rulers()["putin"] == "RU"


@pytest.mark.parametrize(
    ("many", "one"),
    [
        ("officials", "official"),
        ("women", "woman"),
        ("spokesmen", "spokesman"),
        ("agencies", "agency"),
        ("police", "police"),
        ("boss", "boss"),
        ("people", "person"),
        ("witnesses", "witness"),
    ],
)
def test_singular(many, one):
    assert singular(many) == one


def test_lists_are_lower_case():
    assert all(word == word.lower() for word in word_list("person.any"))
