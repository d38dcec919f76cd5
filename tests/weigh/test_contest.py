from hypothesis import given
from hypothesis import strategies as st

from sayso.domain.ids import DocumentId
from sayso.domain.origin import CreditKind, Origin, OriginCount
from sayso.weigh.contest import contest, standing, weight

NOBODY = OriginCount(low=0, high=0, origins=(), unresolved=())


def side(low, high=None):
    return OriginCount(low=low, high=high or low, origins=(), unresolved=())


def test_a_claim_nobody_denies_is_not_contested():
    assert contest(side(5), NOBODY) == 0
    assert contest(NOBODY, NOBODY) == 0


def test_one_word_against_another_gives_one_half():
    assert contest(side(1), side(1)) == 0.5


def test_the_weaker_side_rules():
    assert contest(side(100), side(1)) < contest(side(2), side(2))


def test_more_origins_rank_first_where_nobody_contests():
    assert standing(side(3), NOBODY) > standing(side(1), NOBODY)


def test_an_unresolved_side_counts_less_than_a_confirmed_one():
    root = Origin(
        name="a paper",
        kind=CreditKind.OUTLET,
        documents=(DocumentId("doc-1"),),
        evidence=(),
    )
    rumour = OriginCount(low=0, high=0, origins=(), unresolved=(root,))
    assert 0 < weight(rumour) < weight(side(1))
    assert 0 < contest(side(1), rumour) < contest(side(1), side(1))


@given(*[st.integers(0, 40)] * 4)
def test_contest_lies_between_0_and_1_and_has_no_favourite(a, b, c, d):
    one, two = side(min(a, b), max(a, b)), side(min(c, d), max(c, d))
    assert 0 <= contest(one, two) < 1
    assert contest(one, two) == contest(two, one)


@given(*[st.integers(0, 40)] * 3)
def test_another_origin_on_either_side_never_lowers_it(one, two, more):
    assert contest(side(one + more), side(two)) >= contest(side(one), side(two)) - 1e-9
