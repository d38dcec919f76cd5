import numpy as np
import pytest

from sayso.link.discover_clusters import (
    Clusters,
    agree_on_numbers,
    cluster,
    likeness,
    neighbours,
    shared_words,
)
from sayso.link.discovered import Unit


def unit(words, numbers=(), *, knowledge=False):
    """Make a unit of made-up word numbers; it needs no attribution here."""
    return Unit(
        attribution=None,
        text=str(words),
        borrowed=False,
        weights=dict.fromkeys(words, 1.0),
        numbers=frozenset(numbers),
        knowledge=knowledge,
    )


def rows(*vectors):
    found = np.array(vectors, np.float32)
    return found / np.linalg.norm(found, axis=1, keepdims=True)


def sets(groups):
    return sorted(sorted(members) for members in groups.members.values())


UNITS = [unit([1, 2, 3]), unit([1, 2, 3]), unit([7, 8, 9])]
ROWS = rows((1, 0.1, 0), (1, 0, 0.1), (0, 0, 1))


def test_alike_units_are_grouped_and_others_are_not():
    assert sets(cluster(UNITS, ROWS)) == [[0, 1], [2]]


def test_words_without_vectors_and_vectors_without_words_are_not_enough():
    assert sets(cluster(UNITS[:2], rows((1, 0, 0), (0, 1, 0)))) == [[0], [1]]
    apart = [unit([1, 2, 3]), unit([4, 5, 6])]
    assert sets(cluster(apart, ROWS[:2])) == [[0], [1]]


def test_a_chain_of_alike_pairs_does_not_become_one_group():
    words = [[n, n + 1, n + 2] for n in range(8)]
    angles = np.linspace(0, 2.4, 8)
    vectors = rows(*[(np.cos(a), np.sin(a)) for a in angles])
    groups = cluster([unit(w) for w in words], vectors)
    assert max(map(len, groups.members.values())) < 4


def test_figures_that_differ_set_apart_and_none_sets_nothing():
    assert not agree_on_numbers(unit([1], {"12"}), unit([1], {"31"}))
    assert agree_on_numbers(unit([1], {"12"}), unit([1]))
    assert agree_on_numbers(unit([1], {"12", "5"}), unit([1], {"12"}))


def test_knowing_is_kept_apart_from_the_thing():
    units = [unit([1, 2, 3]), unit([1, 2, 3], knowledge=True)]
    assert sets(cluster(units, ROWS[:2])) == [[0], [1]]


def test_what_a_person_parted_stays_apart_though_alike():
    assert sets(cluster(UNITS, ROWS, apart=[(0, 1)])) == [[0], [1], [2]]


def test_what_a_person_joined_is_one_though_unlike():
    groups = cluster(UNITS, ROWS, together=[(0, 2)])
    assert [0, 2] in [sorted(set(m) & {0, 2}) for m in groups.members.values()]


def test_absorbing_respects_what_a_person_parted():
    groups = Clusters(UNITS, ROWS, apart=[(0, 2)])
    groups.absorb(0, 2)
    assert len(groups.members) == 3


def test_an_absorbed_opposite_is_turned_and_turned_back():
    groups = Clusters(UNITS, ROWS)
    groups.absorb(0, 1, opposite=True)
    groups.absorb(1, 2, opposite=True)
    assert groups.turned[0] != groups.turned[1]
    assert groups.turned[0] == groups.turned[2]


@pytest.mark.parametrize("count", [0, 1, 700])
def test_neighbours_come_as_ordered_pairs_without_oneself(count):
    rng = np.random.default_rng(3)
    vectors = rows(*rng.normal(size=(count, 8))) if count else np.zeros((0, 8), "f4")
    pairs = neighbours(vectors)
    assert all(left < right for left, right in pairs)
    assert pairs == sorted(set(pairs))


def test_shared_words_lie_between_0_and_1():
    assert shared_words({1: 1.0, 2: 1.0}, {1: 1.0, 2: 1.0}) == 1
    assert shared_words({1: 1.0}, {2: 1.0}) == 0
    assert shared_words({1: 0.2}, {1: 0.2}) < 0.5
    assert likeness(1.0, {1: 2.0}, {1: 2.0}) == 1
