from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sayso.encode.decode import (
    DecodeSettings,
    best_spans,
    best_stretches,
    pick_content,
    pick_source,
)

SCORES = st.floats(-4, 4, width=32)


def spans_of(labels):
    """Read begin (1), inside (2), outside (0) labels as spans; None if impossible."""
    found, open_at = [], None
    for i, label in enumerate([*labels, 0]):
        if label == 2 and open_at is None:
            return None
        if label != 2 and open_at is not None:
            found.append((open_at, i))
            open_at = None
        if label == 1:
            open_at = i
    return found


@given(st.lists(st.tuples(SCORES, SCORES, SCORES), min_size=1, max_size=6))
def test_cues_are_the_best_of_all_labellings(rows):
    tag, price = np.array(rows), 0.7
    log = tag - np.logaddexp.reduce(tag, axis=1, keepdims=True)
    worth = {
        labels: sum(log[i, y] for i, y in enumerate(labels)) - price * labels.count(1)
        for labels in product(range(3), repeat=len(rows))
        if spans_of(labels) is not None
    }
    got = best_spans(tag, price)
    labels = [0] * len(rows)
    for a, b in got:
        labels[a:b] = [1] + [2] * (b - a - 1)
    assert worth[tuple(labels)] >= max(worth.values()) - 1e-6


@given(st.lists(SCORES, min_size=1, max_size=8), st.floats(0, 3))
def test_stretches_are_the_best_of_all_labellings(odds, price):
    def worth(labels):
        entries = sum(y and not x for x, y in zip((0, *labels), labels, strict=False))
        return sum(o for o, y in zip(odds, labels, strict=True) if y) - price * entries

    got = best_stretches(np.array([odds]), np.array([price]))[0]
    best = max(worth(p) for p in product((0, 1), repeat=len(odds)))
    assert worth(tuple(int(x) for x in got)) >= best - 1e-6


def test_rows_are_decided_apart():
    odds = np.array([[2.0, -1.0, 2.0], [-1.0, 0.4, -1.0]])
    got = best_stretches(odds, np.array([0.5, 0.5]))
    assert got.tolist() == [
        [True, True, True],
        [False, False, False],
    ] or got.tolist() == [
        [True, False, True],
        [False, False, False],
    ]
    dear = best_stretches(odds, np.array([1.5, 0.1]))
    assert dear.tolist() == [[True, True, True], [False, True, False]]


def test_the_likeliest_piece_is_the_source_and_no_piece_below_the_floor():
    odds = np.array([1.0, 1.0, -5.0, 3.0, 0.0])
    assert pick_source(odds, [(0, 2), (3, 5)], -3.0).tolist() == [0, 0, 0, 1, 1]
    assert not pick_source(odds, [(2, 3)], -3.0).any()
    assert not pick_source(odds, [], -3.0).any()


def test_content_takes_every_piece_that_belongs_and_else_decides_by_word():
    settings = DecodeSettings(content_floor=0.5, stretch_price=1.0, stretch_bias=0.0)
    odds = np.array([2.0, 1.0, -5.0, 3.0, -2.0])
    both = pick_content(odds, [(0, 2), (3, 5)], settings)
    assert both.tolist() == [1, 1, 0, 0, 0]
    assert pick_content(odds, [(0, 2), (3, 4)], settings).tolist() == [1, 1, 0, 1, 0]
    assert pick_content(odds, [], settings).tolist() == [1, 1, 0, 1, 0]
