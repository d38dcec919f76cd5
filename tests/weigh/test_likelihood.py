import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.weigh.likelihood import bands, likelihood_term, percent_range


@pytest.mark.parametrize(
    ("percent", "term"),
    [
        (0, "almost no chance"),
        (4.9, "almost no chance"),
        (5, "very unlikely"),
        (20, "unlikely"),
        (50, "roughly even chance"),
        (55, "likely"),
        (79, "likely"),
        (80, "very likely"),
        (95, "almost certain"),
        (100, "almost certain"),
    ],
)
def test_words_follow_the_directive(percent, term):
    assert likelihood_term(percent) == term


@pytest.mark.parametrize("percent", [-1, 100.5, float("nan")])
def test_impossible_probabilities_are_refused(percent):
    with pytest.raises(ValueError, match="between 0 and 100"):
        likelihood_term(percent)


@given(st.floats(0, 100), st.floats(0, 100))
def test_a_greater_probability_never_gets_a_lesser_word(one, two):
    order = [band.terms[0] for band in bands()]
    low, high = sorted((one, two))
    assert order.index(likelihood_term(low)) <= order.index(likelihood_term(high))


def test_the_bands_leave_no_gap():
    scale = bands()
    assert [band.high for band in scale[:-1]] == [band.low for band in scale[1:]]


def test_a_word_gives_its_range():
    assert percent_range("Very  likely") == (80, 95)
    assert percent_range("highly probable") == (80, 95)
    assert percent_range("a safe bet") is None
