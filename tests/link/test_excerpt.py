import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.link.excerpt import EXCERPT_WORDS, excerpt
from sayso.link.passages import passage_ranges
from sayso.text.segment import WORD

FILLER = "The council met again to talk about the roof of the old swimming hall. "
REPORT = (
    "A bear was filmed at the ferry landing on Sunday. "
    + FILLER * 20
    + "The clip turned out to be a hoax. "
    + FILLER * 20
)


def shown(text, similarities=None):
    ranges = passage_ranges(text)
    values = np.zeros(len(ranges)) if similarities is None else similarities(ranges)
    return excerpt(text, ranges, values)


def test_the_opening_and_a_refutation_far_down_are_shown():
    got = shown(REPORT)
    assert got.startswith("A bear was filmed")
    assert "turned out to be a hoax" in got
    assert " … " in got


def test_a_sentence_close_to_the_claim_is_shown():
    text = FILLER * 30 + "Two otters were seen at the mill. " + FILLER * 30
    at = text.index("Two otters")
    got = shown(text, lambda ranges: np.array([float(s == at) for s, _ in ranges]))
    assert "Two otters" in got


def test_a_short_report_is_shown_whole():
    text = "One thing happened.\n\nThen another thing happened."
    assert shown(text) == "One thing happened. Then another thing happened."


@pytest.mark.parametrize("text", ["", "Hm.", "…"])
def test_reports_without_passages_give_what_they_have(text):
    assert shown(text) == text


@given(st.lists(st.integers(4, 60), min_size=1, max_size=40))
def test_the_excerpt_keeps_to_its_room(lengths):
    text = " ".join("Dogs " + "bark " * (n - 2) + "loudly." for n in lengths)
    words = len(WORD.findall(shown(text)))
    assert words <= max(EXCERPT_WORDS, lengths[0])
