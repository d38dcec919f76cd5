"""Which statements bear on a claim, and on which side their sources stand."""

import pytest

from sayso.domain.claim import Orientation, Stance
from sayso.link.ask import asked_claim
from sayso.link.bearing import Report, bearings
from sayso.link.corpus import Encoders
from tests.link.test_ask import CLAIM, Memory, Rules, Words

TEXT = (
    "The mill poisoned the creek, two dockers told the Herald. "
    "The owner denied that the mill poisoned the creek. "
    "The council will meet on Thursday, the clerk said."
)
LINES = (
    "two dockers|told|The mill poisoned the creek|+",
    "The owner|denied|that the mill poisoned the creek|-",
    "the clerk|said|The council will meet on Thursday|+",
)


def judged(*lines, claim=CLAIM, text=TEXT, pairs=None):
    corpus = Memory((text, *lines))
    (index,) = corpus.indexes()
    asked = asked_claim(claim)
    vector = Words().embed([asked.proposition])[0]
    nearness = (index.contents.astype("float32") @ vector).tolist()
    report = Report(
        document=corpus.reports[0],
        attributions=corpus.said[0],
        contents=dict(zip(index.attributions, nearness, strict=True)),
    )
    encoders = Encoders(sentences=Words(), pairs=pairs or Rules())
    found = bearings(asked, [report], encoders)
    said = {a.id: a for a in corpus.said[0]}
    cues = {b.attribution: said[b.attribution].cue[0] for b in found}
    return {text[cues[b.attribution].start : cues[b.attribution].end]: b for b in found}


def test_both_sides_and_nothing_else() -> None:
    found = judged(*LINES)
    assert found["told"].stance is Stance.ASSERTS
    assert found["denied"].stance is Stance.DENIES
    assert "said" not in found


def test_rejecting_the_same_content_is_not_an_opposite_content() -> None:
    found = judged(*LINES)
    assert {b.orientation for b in found.values()} == {Orientation.SAME}


class Doubt(Rules):
    """Cannot tell for a pair from against it."""

    @staticmethod
    def one(claim, passage):  # noqa: ARG004 - the face of a pair encoder
        return [0.45, 0.45, 0.1, 0.0]


@pytest.mark.parametrize(
    ("polarity", "stance"), [("+", Stance.ASSERTS), ("-", Stance.DENIES)]
)
def test_polarity_decides_where_the_model_is_in_doubt(polarity, stance) -> None:
    line = f"two dockers|told|The mill poisoned the creek|{polarity}"
    (bearing,) = judged(line, pairs=Doubt()).values()
    assert bearing.stance is stance


def test_an_uncommitted_source_is_on_no_side() -> None:
    (bearing,) = judged("two dockers|told|The mill poisoned the creek|u").values()
    assert bearing.stance is Stance.UNCOMMITTED


def test_the_order_of_statements_does_not_matter() -> None:
    assert judged(*LINES) == judged(*reversed(LINES))


BACK = (
    "Two dockers told the Herald the mill poisoned the creek. "
    "The owner called it a fake. "
    "The band played on. The night was cold. The streets were empty. "
    "The singer called it a triumph."
)


def test_words_that_point_back_bear_on_what_stands_shortly_before() -> None:
    lines = (
        "Two dockers|told|the mill poisoned the creek|+",
        "The owner|called|it|-",
    )
    found = judged(*lines, text=BACK, pairs=Doubt())
    assert found["told"].stance is Stance.ASSERTS
    assert found["called"].stance is Stance.DENIES
    assert found["called"].relevance < found["told"].relevance


def test_words_that_point_back_far_away_do_not() -> None:
    lines = (
        "Two dockers|told|the mill poisoned the creek|+",
        "The singer|called|a triumph|-",
    )
    assert "called" not in judged(*lines, text=BACK, pairs=Doubt())
