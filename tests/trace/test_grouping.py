from hypothesis import given
from hypothesis import strategies as st

from sayso.trace.grouping import Groups, components

EDGES = st.lists(
    st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")), max_size=20
)


@given(EDGES)
def test_the_order_of_joining_does_not_matter(pairs):
    one, other = Groups(), Groups()
    for left, right in pairs:
        one.join(left, right)
    for left, right in reversed(pairs):
        other.join(right, left)
    assert [one.find(k) for k in "abcdef"] == [other.find(k) for k in "abcdef"]


def reaches(edges, start):
    seen, stack = set(), [start]
    while stack:
        node = stack.pop()
        for child, upstream in edges:
            if child == node and upstream not in seen:
                seen.add(upstream)
                stack.append(upstream)
    return seen


@given(EDGES)
def test_nodes_share_a_cycle_just_when_they_reach_each_other(edges):
    label = components(edges)
    for one in label:
        for other in label:
            mutual = one == other or (
                other in reaches(edges, one) and one in reaches(edges, other)
            )
            assert (label[one] == label[other]) is mutual


def test_ten_thousand_nodes_in_a_row_are_no_trouble():
    chain = [(f"n{i}", f"n{i + 1}") for i in range(10_000)]
    assert len(set(components(chain).values())) == 10_001
    assert len(set(components([*chain, ("n10000", "n0")]).values())) == 1
