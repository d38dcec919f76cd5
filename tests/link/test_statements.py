"""What an attribution says, as a sentence that can be judged."""

from sayso.link.statements import MAX_CHARACTERS, statements
from tests.link.test_ask import Memory

TEXT = (
    "The mill poisoned the creek, two dockers told the Herald. "
    "The owner called it a lie. The water stank for weeks."
)


def made(*lines, text=TEXT):
    corpus = Memory((text, *lines))
    return statements(corpus.reports[0], corpus.said[0])


def test_roles_come_in_the_order_of_the_page() -> None:
    (one,) = made("two dockers|told|The mill poisoned the creek|+")
    assert one.text == "The mill poisoned the creek two dockers told"
    assert one.content == "The mill poisoned the creek"
    assert not one.pointing


def test_own_voice_is_its_sentence_alone() -> None:
    (one,) = made("||The water stank for weeks.|+")
    assert one.text == "The water stank for weeks."


def test_what_names_nothing_points_back_and_brings_its_context() -> None:
    (one,) = made("The owner|called|a lie|-")
    assert one.pointing
    assert "poisoned the creek" in one.context


def test_a_content_that_fills_pages_is_cut() -> None:
    long = "the mill poisoned the creek and " * 60
    (one,) = made(f"He|said|{long.strip()}|+", text=f"He said {long.strip()}.")
    assert len(one.text) <= MAX_CHARACTERS
    assert len(one.content) <= MAX_CHARACTERS


def test_an_attribution_without_content_says_nothing() -> None:
    corpus = Memory((TEXT,))
    assert statements(corpus.reports[0], []) == []
