from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sayso.extract.ranges import (
    holding,
    merged,
    overlapping,
    starts_between,
    trimmed,
    within,
)

RANGE = st.tuples(st.integers(0, 60), st.integers(1, 20)).map(
    lambda pair: (pair[0], pair[0] + pair[1])
)
RANGES = st.lists(RANGE, max_size=12)


@given(queries=RANGES, ranges=RANGES)
def test_overlapping_finds_what_comparing_all_finds(queries, ranges):
    queries = sorted(queries)
    for (start, end), found in overlapping(queries, ranges):
        assert sorted(found) == sorted(r for r in ranges if r[0] < end and start < r[1])


@given(ranges=RANGES)
def test_merged_covers_the_same_points(ranges):
    union = merged(ranges)
    assert {p for s, e in union for p in range(s, e)} == {
        p for s, e in ranges for p in range(s, e)
    }
    assert all(a[1] < b[0] for a, b in pairwise(union))


@given(ranges=RANGES, piece=RANGE)
def test_within(ranges, piece):
    union = merged(ranges)
    assert within(piece, union) == any(
        s <= piece[0] and piece[1] <= e for s, e in union
    )


@given(ranges=RANGES, position=st.integers(0, 90))
def test_holding(ranges, position):
    union = merged(ranges)
    found = holding(position, union)
    assert (found is None) == all(not s <= position < e for s, e in union)


def test_trimmed_leaves_the_words():
    text = " , the bridge fell. "
    assert text[slice(*trimmed(text, 0, len(text)))] == "the bridge fell"
    assert trimmed(" , ", 0, 3) == (3, 3)


def test_whether_a_range_starts_between_two_positions():
    ordered = [(2, 5), (9, 12)]
    assert starts_between(5, 10, ordered)
    assert starts_between(2, 3, ordered)
    assert not starts_between(3, 9, ordered)
    assert not starts_between(10, 40, ordered)
