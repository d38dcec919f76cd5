import pytest

from sayso.trace.affiliation import (
    body_in,
    employer_in,
    government_of,
    is_state,
    spelled_out,
)


@pytest.mark.parametrize(
    "text",
    [
        "Port Authority spokeswoman Ida Holm said the ferry sank.",
        "The Port Authority's chief, Ida Holm, said the ferry sank.",
        "Ida Holm, head of the Port Authority, said the ferry sank.",
        "Ida Holm, the executive director of the Port Authority, said so.",
        "Ida Holm, who runs the Port Authority, said the ferry sank.",
        "A spokesman for the Port Authority, Capt. Ida Holm, said so.",
        "Port Authority (PA) spokeswoman Ida Holm said so.",
    ],
)
def test_people_speak_for_the_body_they_are_introduced_with(text):
    assert employer_in(text, "Ida Holm") == "Port Authority"


@pytest.mark.parametrize(
    "text",
    [
        "Ida Holm, a fellow at the Port Institute, said the ferry sank.",
        "Ida Holm, a former head of the Port Authority, said the ferry sank.",
        "Norwegian minister Ida Holm said the ferry sank.",
        "Ida Holm said the ferry sank.",
    ],
)
def test_experts_and_former_officers_speak_for_themselves(text):
    assert employer_in(text, "Ida Holm") is None


def test_police_of_a_town_stand_before_a_rank():
    text = "Aldmoor police Lt. Ida Holm said the ferry sank."
    assert employer_in(text, "Ida Holm") == "Aldmoor police"


def test_a_body_without_capitals_is_told_by_its_place():
    text = "The head of the ferry service in Aldmoor, Ida Holm, said so."
    assert employer_in(text, "Ida Holm") == "ferry service in Aldmoor"


def test_a_nameless_spokesman_and_a_paper_stand_for_the_body():
    assert body_in("a spokesman for the Port Authority") == "Port Authority"
    assert body_in("a report by the Port Authority") == "Port Authority"
    assert body_in("a source close to the Port Authority") is None


def test_an_acronym_must_fit_the_words_before_it():
    assert spelled_out("the Harbour Trade Board (HTB)") == "Harbour Trade Board"
    assert spelled_out("Ruritania's Board of Trade (BT)") == "Board of Trade"
    assert spelled_out("the Harbour Trade Board (XYZ)") is None


def test_states_speak_as_their_governments():
    assert is_state("Norway")
    assert not is_state("Aldmoor")
    assert government_of("Norway") == "Norwegian government"
    assert government_of("Aldmoor") == "Aldmoor"
