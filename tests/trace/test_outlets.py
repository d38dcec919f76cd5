import pytest

from sayso.trace.outlets import canonical_outlet, find_outlets, outlet_key
from sayso.trace.passing import Passing, passing_outlets


def names(text, more=frozenset()):
    return [outlet.name for outlet in find_outlets(text, more)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He told Reuters so.", "Reuters"),
        ("as The Washington Post wrote", "Washington Post"),
        ("a piece in the Lower Valley Gazette", "Lower Valley Gazette"),
        ("the station KQXZ-TV aired it", "KQXZ-TV"),
        ("posted on valleytalk.com at noon", "valleytalk.com"),
        ("told the Karst Weekly newspaper", "Karst Weekly"),
    ],
)
def test_outlets_are_found_by_list_and_by_form(text, name):
    assert names(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Petra Lindholm waved from the pier.",
        "The Lowland Wire hummed in the frost.",
        "a mirror, a star and the sun over the post",
    ],
)
def test_everyday_words_inside_other_names_are_no_outlets(text):
    assert names(text) == []


def test_publishers_of_the_case_are_outlets_too():
    assert names("He told Lowland Wire so.", frozenset({"Lowland Wire"})) == [
        "Lowland Wire"
    ]


def test_spellings_of_one_outlet_share_a_key():
    assert outlet_key("The New York Times") == outlet_key("New York Times")
    assert outlet_key("AP") == outlet_key("the Associated Press")
    assert canonical_outlet("AFP") == "Agence France-Presse"


def how(text):
    return [(outlet.name, outlet.how) for outlet in passing_outlets(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PORT LOM (Reuters) - A dam burst.", ("Reuters", Passing.DATELINE)),
        ("A clerk told the Boston Globe all.", ("Boston Globe", Passing.TOLD)),
        ("The BBC reported on Monday that it fell.", ("BBC", Passing.REPORTS)),
        ("It fell, according to Le Monde.", ("Le Monde", Passing.REPORTS)),
        ("It fell, reports the Miami Herald.", ("Miami Herald", Passing.REPORTS)),
        ("Reuters contributed to this report.", ("Reuters", Passing.HELPED)),
        ("With files from The Canadian Press", ("Canadian Press", Passing.HELPED)),
    ],
)
def test_turns_of_phrase_that_credit_an_outlet(text, expected):
    name, kind = expected
    [(found, found_kind)] = how(text)
    assert name in found
    assert found_kind is kind


@pytest.mark.parametrize(
    "text",
    [
        "She reads Le Monde over breakfast.",
        "The council meets in the building behind Reuters on Mondays.",
        "Time passed slowly.",
    ],
)
def test_naming_an_outlet_is_no_credit(text):
    assert how(text) == []


@pytest.mark.parametrize("text", ["", "\n\n", "(", "()", "AP", "told "])
def test_odd_texts_do_no_harm(text):
    assert len(how(text)) <= 1
