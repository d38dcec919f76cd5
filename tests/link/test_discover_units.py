import pytest

from sayso.link.discover_units import (
    ReportWords,
    figures,
    matter,
    negated,
    points_back,
)
from sayso.link.discover_wording import trimmed


@pytest.mark.parametrize(
    "text", ["that no dam existed", "it did not burst", "They haven't", "nobody came"]
)
def test_negations_are_seen(text):
    assert negated(text)


@pytest.mark.parametrize("text", ["the knot held", "notable dams burst", ""])
def test_other_words_are_no_negations(text):
    assert not negated(text)


@pytest.mark.parametrize("text", ["it a lie", "the story is fake", "all of this", ""])
def test_words_that_only_point_back_name_nothing_of_their_own(text):
    assert points_back(text)


def test_a_content_with_matter_does_not_point_back():
    assert not points_back("this dam is a lie")


def test_forms_of_one_word_meet():
    assert matter("killed") == matter("killing") == matter("kills")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("it cost 12,500 euros", {"12500"}),
        ("on 11 March 2018 some 25 died", {"25"}),
        ("in 2018, on March 4th", set()),
        ("it fell by 3.5 percent.", {"3.5"}),
    ],
)
def test_figures_are_found_and_dates_are_not(text, found):
    assert figures(text) == found


def test_the_topic_of_a_report_tells_less_than_a_detail_of_it():
    text = "The dam leaks. The dam is old. The dam has a crack. The dam stands."
    weights = ReportWords(text).weights("the dam has a crack")
    assert len(weights) == 2
    assert max(weights.values()) > 3 * min(weights.values())


@pytest.mark.parametrize(
    ("content", "shown"),
    [
        ("that the mine fund paid them", "The mine fund paid them"),
        ("all the allegations of bribes to the board", "Bribes to the board"),
        ("having any knowledge of the deal", "Knowledge of the deal"),
        ("“the dam burst at dawn,”", "The dam burst at dawn"),
        ("It rained. The dam burst at dawn.", "It rained"),
        ("to sharing maps with the board", "Sharing maps with the board"),
    ],
)
def test_contents_are_trimmed_to_propositions(content, shown):
    assert trimmed(content) == shown


@pytest.mark.parametrize("content", ["", "that", "“", "… …"])
def test_odd_contents_trim_to_something(content):
    assert isinstance(trimmed(content), str)
