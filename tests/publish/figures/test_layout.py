from datetime import date, timedelta
from itertools import combinations, pairwise

from sayso.domain.claim import Stance
from sayso.domain.origin import OriginCount
from sayso.domain.span import Span
from sayso.publish.figures.layout import ROW, WIDTH, lay_out
from sayso.publish.figures.tree import Edge, Node, NodeKind, OriginTree

PROOF = Span(document="doc-1", start=0, end=1)


def tree(reports: int, *, origins: int = 2, absent: int = 1) -> OriginTree:
    """Reports of as many publishers, one a day, the last one without a date."""
    found = [
        Node(key=f"o{i}", kind=NodeKind.ORIGIN, label=f"o{i}", lane=f"o{i}")
        for i in range(origins)
    ]
    found += [
        Node(key=f"a{i}", kind=NodeKind.ABSENT, label=f"a{i}", lane=f"a{i}")
        for i in range(absent)
    ]
    edges = []
    for i in range(reports):
        last = i == reports - 1
        day = None if last else date(2030, 1, 1) + timedelta(days=i)
        lane = f"Publisher {i}"
        kind = NodeKind.REPORT
        found.append(Node(key=f"r{i}", kind=kind, label=lane, lane=lane, published=day))
        edges.append(Edge(upstream=f"o{i % origins}", child=f"r{i}", proof=PROOF))
    return OriginTree(
        proposition="The pier was sold.",
        side=Stance.ASSERTS,
        reports=reports,
        found=OriginCount(low=1, high=origins, origins=(), unresolved=()),
        nodes=tuple(found),
        edges=tuple(edges),
    )


def test_forty_reports_stand_apart_inside_the_figure() -> None:
    drawn = lay_out(tree(40))
    assert len(drawn.at) == 43
    for (x1, y1), (x2, y2) in combinations(drawn.at.values(), 2):
        assert abs(x1 - x2) >= 16 or abs(y1 - y2) >= ROW - 1
    for x, y in drawn.at.values():
        assert 0 < x < WIDTH
        assert 0 < y < drawn.height


def test_time_runs_to_the_right_and_no_date_stands_last() -> None:
    drawn = lay_out(tree(6))
    across = [drawn.at[f"r{i}"][0] for i in range(6)]
    assert across == sorted(across)
    assert len(set(across)) == 6
    assert drawn.days[-1][0] == "no date"


def test_origins_stand_left_of_outlets_and_these_left_of_reports() -> None:
    drawn = lay_out(tree(3))
    assert drawn.at["o0"][0] < drawn.at["a0"][0] < drawn.at["r0"][0]


def test_labels_of_days_leave_room_for_each_other() -> None:
    places = [x for _, x in lay_out(tree(40)).days]
    assert all(b - a >= 58 for a, b in pairwise(places))
    assert len(places) > 3


def test_a_publisher_has_one_lane_however_many_reports() -> None:
    one = tree(4)
    nodes = [
        Node(
            key=n.key,
            kind=n.kind,
            label="Same",
            lane="Same",
            published=date(2030, 1, 1),
        )
        if n.kind is NodeKind.REPORT
        else n
        for n in one.nodes
    ]
    drawn = lay_out(
        OriginTree(
            proposition=one.proposition,
            side=one.side,
            reports=4,
            found=one.found,
            nodes=tuple(nodes),
            edges=one.edges,
        )
    )
    assert len(drawn.lanes) == 1
    assert len({drawn.at[f"r{i}"] for i in range(4)}) == 4


def test_an_empty_tree_has_a_layout() -> None:
    assert lay_out(tree(0, absent=0)).lanes == []
