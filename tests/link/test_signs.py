"""The signs of how a report stands to what it tells."""

import numpy as np
import pytest

from sayso.link.passages import passage_ranges
from sayso.link.signs import SIGNS, count_signs, hearsay


def shown(text):
    """Return the groups that show anywhere in a text."""
    counts = count_signs(text, [(0, len(text))])
    return {name for name, n in zip(SIGNS, counts[0], strict=True) if n}


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("The letter is a complete forgery.", "outright"),
        ("There is no truth in it, the baker said.", "outright"),
        ("The lighthouse isn’t really what it seems.", "outright"),
        ("It was posted on a satirical website.", "outright"),
        ("The map was made up by two pupils.", "false"),
        ("The goat, it turns out, belongs to the vicar.", "turning"),
        ("CORRECTION: the bell was cast in Orn.", "mending"),
        ("Divers found no sign of the wreck.", "missing"),
        ("The brewery rejected the claim.", "denying"),
        ("The miller is alive and well.", "unchanged"),
        ("The bridge allegedly moved.", "withholding"),
        ("It could not be independently verified.", "unsettled"),
        ("The harbour master confirmed it.", "supporting"),
        ("The clip went viral.", "spreading"),
        ("Did the goat climb the tower?", "asking"),
    ],
)
def test_a_sign_is_seen(text, sign) -> None:
    assert sign in shown(text)


@pytest.mark.parametrize(
    "text",
    [
        "The bakery opens at six.",
        "Mythology is taught in Orn.",
        "The notary knows the north road.",
        "Siteworks begin in May.",
    ],
)
def test_parts_of_words_are_no_signs(text) -> None:
    assert shown(text) == set()


def test_counts_go_by_sentence() -> None:
    text = "The goat climbed the tower. That is not true. It is a hoax and a fake."
    counts = count_signs(text, passage_ranges(text))
    assert counts.shape == (3, len(SIGNS))
    assert counts[:, SIGNS.index("false")].tolist() == [0, 0, 2]
    assert counts[:, SIGNS.index("negating")].tolist() == [0, 1, 0]


def test_nothing_has_no_signs() -> None:
    assert count_signs("", []).shape == (0, len(SIGNS))
    assert not np.any(count_signs("…", [(0, 1)]))


@pytest.mark.parametrize(
    ("claim", "heard"),
    [
        ("The miller has reportedly left Orn", True),
        ("Sources: miller to leave Orn", True),
        ("The miller has left Orn", False),
        ("A reporter has left Orn", False),
    ],
)
def test_hearsay_is_known(claim, heard) -> None:
    assert hearsay(claim) is heard
