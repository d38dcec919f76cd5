import numpy as np
import pytest

from sayso.encode.pairs import ASSERTS, DENIES, UNRELATED, PairEncoder

CLAIM = "The ministry sent weapons to the northern clans"


@pytest.fixture(scope="module")
def pairs():
    return PairEncoder.load()


def test_rows_are_probabilities(pairs):
    rows = pairs.stances(CLAIM, ["A clerk said so.", "word " * 500, ""])
    assert rows.shape == (3, 4)
    assert rows.sum(axis=1) == pytest.approx([1, 1, 1], abs=1e-4)


@pytest.mark.parametrize(
    ("passage", "stance"),
    [
        ("A clerk said that the ministry sent weapons to the northern clans.", ASSERTS),
        ("The minister denied that weapons were sent to the northern clans.", DENIES),
        ("No weapons went to the northern clans, the minister said.", DENIES),
        ("The orchestra played two encores in the old swimming hall.", UNRELATED),
    ],
)
def test_plain_cases_come_out_right(pairs, passage, stance):
    assert pairs.stances(CLAIM, [passage])[0].argmax() == stance


def test_company_changes_a_judgement_little(pairs):
    passage = "The minister denied that weapons were sent to the northern clans."
    alone = pairs.stances(CLAIM, [passage])[0]
    crowd = pairs.stances(CLAIM, ["word " * 300, passage, "Hm."])[1]
    assert np.abs(alone - crowd).max() < 0.1


def test_a_claim_as_long_as_a_text_is_cut(pairs):
    assert pairs.stances("word " * 900, ["A clerk said so."]).shape == (1, 4)


def test_nothing_gives_nothing(pairs):
    assert pairs.stances(CLAIM, []).shape == (0, 4)
