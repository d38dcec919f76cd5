import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.link.terms import count_terms, stem, term_id, terms


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("bounties", "bounty"),
        ("ties", "tie"),
        ("soldiers", "soldier"),
        ("gas", "gas"),
        ("press", "press"),
        ("virus", "virus"),
        ("minister's", "minister"),
        ("minister’s", "minister"),
        ("u.s", "us"),
    ],
)
def test_stems(word, expected):
    assert stem(word) == expected


def test_terms_fold_case_accents_and_drop_stop_words():
    assert terms("The MINISTERS of São Tomé") == ["minister", "sao", "tome"]


def test_ids_do_not_depend_on_the_run():
    assert term_id("bounty") == 2478713984


@given(st.text(max_size=200))
def test_counts_agree_with_terms(text):
    ids, counts = count_terms(text)
    assert counts.sum() == len(terms(text))
    assert (np.diff(ids.astype(np.int64)) > 0).all()
