from sayso.domain.attribution import (
    Act,
    Attribution,
    Certainty,
    Polarity,
    Style,
    attribution_id,
)
from sayso.domain.span import Span
from sayso.extract.nesting import parents
from tests.extract.fake import document

HOME = document("x" * 200)


def made(cue, *content):
    cues = (Span(document=HOME.id, start=cue[0], end=cue[1]),)
    contents = tuple(Span(document=HOME.id, start=s, end=e) for s, e in content)
    return Attribution(
        id=attribution_id(HOME.id, (), cues, contents),
        document=HOME.id,
        source=(),
        cue=cues,
        content=contents,
        style=Style.INDIRECT,
        polarity=Polarity.HOLDS,
        certainty=Certainty.CERTAIN,
        act=Act.ASSERT,
        confidence=0.9,
    )


def test_the_innermost_one_around_is_the_parent():
    outer, middle, inner = (
        made((0, 4), (5, 100)),
        made((20, 24), (25, 99)),
        made((40, 44), (45, 98)),
    )
    assert parents([outer, middle, inner]) == {
        middle.id: outer.id,
        inner.id: middle.id,
    }


def test_a_cue_between_two_pieces_of_content_is_outside():
    quote, other = made((50, 54), (0, 49), (60, 100)), made((55, 58), (60, 99))
    assert parents([quote, other]) == {}


def test_a_content_that_runs_out_of_the_other_is_outside():
    outer, inner = made((0, 4), (5, 60)), made((50, 54), (55, 90))
    assert parents([outer, inner]) == {}
