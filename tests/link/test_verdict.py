import numpy as np
import pytest

from sayso.link.passages import passage_ranges
from sayso.link.verdict import Reading, features, refutes, verdicts

CLAIM = "A bear was filmed at the ferry landing"
TELLING = (
    "A bear was filmed at the ferry landing on Sunday. It walked past the ticket"
    " booth and left. People put the clip on the net within the hour."
)
REFUTING = (
    "A bear was filmed at the ferry landing, people said. The clip is a fake, and the"
    " story is false. Two students staged the hoax, police said."
)


def reading(text):
    ranges = passage_ranges(text)
    return Reading(
        text=text,
        ranges=ranges,
        similarities=np.full(len(ranges), 0.5),
        attributions=(),
        contents={},
    )


@pytest.mark.parametrize(
    "claim",
    [
        "No, the bear was not filmed",
        "The bear video is a hoax",
        "The bear wasn’t there",
        "Keeper denies that a bear escaped",
    ],
)
def test_refutations_are_known(claim):
    assert refutes(claim)


def test_plain_claims_are_no_refutations():
    assert not refutes(CLAIM)


def test_words_of_judgement_move_a_report_to_denying():
    plain, refuting = verdicts(CLAIM, [reading(TELLING), reading(REFUTING)])
    assert refuting[1] > plain[1] + 1
    assert refuting[1] > refuting[0]


def test_a_refuting_claim_turns_the_signs_round():
    (straight,) = verdicts(CLAIM, [reading(REFUTING)])
    (turned,) = verdicts(f"{CLAIM}? No, it is a hoax", [reading(REFUTING)])
    assert turned[0] - turned[1] > straight[0] - straight[1] + 1


def test_a_claim_put_as_hearsay_is_left_open_by_who_passes_it_on():
    (flat,) = verdicts(CLAIM, [reading(TELLING)])
    (heard,) = verdicts(f"{CLAIM}, sources say", [reading(TELLING)])
    assert heard[2] > flat[2] + 0.5


def test_verdicts_are_log_probabilities():
    rows = verdicts(CLAIM, [reading(TELLING), reading(REFUTING), reading("")])
    assert np.exp(rows).sum(axis=1) == pytest.approx([1, 1, 1])
    assert verdicts(CLAIM, []).shape == (0, 3)


def test_features_of_an_empty_report_are_finite():
    found = features(reading(""))
    assert found.shape == (45,)
    assert np.isfinite(found).all()
