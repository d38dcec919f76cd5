import pytest

from sayso.domain.attribution import (
    Act,
    Attribution,
    Certainty,
    Polarity,
    Style,
    attribution_id,
)
from sayso.domain.claim import Bearing, Orientation, Stance
from sayso.domain.ids import ClaimId, DocumentId
from sayso.domain.span import Span
from sayso.trace.sides import says, side_of, told_weight

DOCUMENT = DocumentId("doc-1")
PLAIN = "the ferry sank off the point"


def said(text, polarity="+", certainty=Certainty.CERTAIN):
    content = (Span(document=DOCUMENT, start=0, end=len(text)),)
    return Attribution(
        id=attribution_id(DOCUMENT, (), (), content),
        document=DOCUMENT,
        source=(),
        cue=(),
        content=content,
        style=Style.INDIRECT,
        polarity=Polarity(polarity),
        certainty=certainty,
        act=Act.ASSERT,
        confidence=1,
    )


def side(text, polarity="+", stance=None, report=Stance.UNCOMMITTED, **more):
    made = said(text, polarity, **more)
    bearing = stance and Bearing(
        claim=ClaimId("clm-1"),
        attribution=made.id,
        orientation=Orientation.SAME,
        stance=stance,
        relevance=0.8,
    )
    return side_of(text, made, bearing, report, 4)


def test_a_statement_about_the_claim_decides_by_its_bearing():
    assert side(PLAIN, stance=Stance.ASSERTS) == (Stance.ASSERTS, 0.8, 0.0)
    assert side(PLAIN, stance=Stance.DENIES) == (Stance.DENIES, -0.8, 0.0)


def test_what_is_told_of_the_matter_supports_it_a_little():
    stance, about, told = side(PLAIN)
    assert (stance, about) == (Stance.ASSERTS, 0.0)
    assert told == told_weight(4) < 0.2


@pytest.mark.parametrize(
    ("text", "polarity", "more"),
    [
        ("it could not confirm that the ferry sank", "+", {}),
        ("the ferry sank", "-", {}),
        ("the ferry sank", "u", {}),
        ("the ferry may have sunk", "+", {"certainty": Certainty.POSSIBLE}),
        ("the ferry sank", "+", {"report": Stance.DENIES}),
    ],
)
def test_what_is_left_open_takes_no_side(text, polarity, more):
    assert side(text, polarity, **more) == (Stance.UNCOMMITTED, 0.0, 0.0)


def test_words_that_refute_turn_what_is_told_into_a_denial():
    stance, about, told = side("there is no truth to the tale of the ferry")
    assert (stance, about) == (Stance.DENIES, 0.0)
    assert told < 0
    turned = side("the tale of the ferry is a hoax", stance=Stance.ASSERTS)
    assert turned == (Stance.DENIES, -0.8, 0.0)


def test_not_knowing_is_no_denial():
    text = "we are not aware of any ferry that sank"
    assert side(text, "-", stance=Stance.DENIES)[0] is Stance.UNCOMMITTED


def test_who_takes_the_word_back_stands_on_no_side():
    text = "I retract what I said of the ferry"
    assert side(text, stance=Stance.ASSERTS) == (Stance.UNCOMMITTED, 0.0, 0.0)


def test_phrases_are_whole_words_in_any_case_and_apostrophe():
    assert says("We CAN’T confirm it", "unable")
    assert not says("an unfalsifiable tale", "refuting")
