"""Where the nodes of an origin tree stand: time to the right, a lane a publisher."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sayso.publish.figures.tree import Node, NodeKind, OriginTree

WIDTH = 1040
"""Of every figure, in user units: it is scaled to where it is shown."""
ROW = 26
TOP = 40
ROOT_LABELS, LANE_LABELS = 212, 196
"""Room for the names of origins on the left and of publishers on the right."""
GAP = 84
"""From the origins to the first column to their right."""
BESIDE = 17
"""Between reports of one publisher on one day."""
DAY_LABEL = 58
"""Room that the label of a day takes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Positions in user units, from the upper left corner.

    Attributes:
        at: of each node, by key.
        days: label of each column of dates and where it stands.
        lanes: name of each lane, its height, and where its first report stands.
        height: of the whole figure.
    """

    at: Mapping[str, tuple[float, float]]
    days: Sequence[tuple[str, float]]
    lanes: Sequence[tuple[str, float, float]]
    height: float


def lay_out(tree: OriginTree) -> Layout:
    """Place every node of a tree."""
    reports = [n for n in tree.nodes if n.kind is NodeKind.REPORT]
    absent = [n for n in tree.nodes if n.kind is NodeKind.ABSENT]
    roots = [n for n in tree.nodes if n.kind not in (NodeKind.REPORT, NodeKind.ABSENT)]
    start = ROOT_LABELS + GAP * (2 if absent else 1)
    columns = _columns(reports, start)
    rows = _rows(tree, reports, roots)
    at: dict[str, tuple[float, float]] = {}
    taken: defaultdict[tuple[float, int], int] = defaultdict(int)
    for node in sorted(reports, key=lambda n: (n.published or date.max, n.key)):
        x, row = columns[node.published], rows[node.lane]
        shift = taken[x, row] * BESIDE
        taken[x, row] += 1
        at[node.key] = x + shift, TOP + (row + 0.5) * ROW
    for column, x in ((absent, ROOT_LABELS + GAP), (roots, ROOT_LABELS)):
        at |= _between(tree, column, at, float(x))
    lowest = max((y for _, y in at.values()), default=TOP)
    first = {
        lane: min(at[n.key][0] for n in reports if n.lane == lane) for lane in rows
    }
    return Layout(
        at=at,
        days=_labelled(columns),
        lanes=[
            (lane, TOP + (row + 0.5) * ROW, first[lane]) for lane, row in rows.items()
        ],
        height=max(lowest, TOP + ROW * len(rows)) + ROW,
    )


def _columns(reports: Iterable[Node], start: float) -> dict[date | None, float]:
    """Return where each day stands, evenly; reports without a date stand last."""
    days = sorted({n.published for n in reports if n.published})
    found: list[date | None] = [*days]
    if any(n.published is None for n in reports):
        found.append(None)
    room = WIDTH - LANE_LABELS - start - 2 * BESIDE
    step = room / max(1, len(found) - 1)
    return {day: start + number * step for number, day in enumerate(found)}


def _labelled(columns: Mapping[date | None, float]) -> list[tuple[str, float]]:
    """Return the labels of the columns, but those for which there is no room."""
    found: list[tuple[str, float]] = []
    years = {day.year for day in columns if day}
    for day, x in columns.items():
        if found and x - found[-1][1] < DAY_LABEL:
            continue
        label = f"{day.day} {day:%b}" if day else "no date"
        if day and len(years) > 1:
            label += f" {day.year}"
        found.append((label, x))
    return found


def _rows(
    tree: OriginTree, reports: Iterable[Node], roots: Iterable[Node]
) -> dict[str, int]:
    """Return the row of each lane: by the first root it leads to, then by date."""
    rank = {node.key: number for number, node in enumerate(roots)}
    upstream: defaultdict[str, set[str]] = defaultdict(set)
    for edge in tree.edges:
        upstream[edge.child].add(edge.upstream)
    first: dict[str, tuple[int, date, str]] = {}
    for node in reports:
        above = _above(node.key, upstream)
        found = min((rank[k] for k in above if k in rank), default=len(rank))
        place = found, node.published or date.max, node.lane
        first[node.lane] = min(place, first.get(node.lane, place))
    return {lane: row for row, lane in enumerate(sorted(first, key=first.__getitem__))}


def _above(key: str, upstream: Mapping[str, set[str]]) -> set[str]:
    seen, stack = {key}, [key]
    while stack:
        fresh = upstream.get(stack.pop(), set()) - seen
        seen |= fresh
        stack.extend(fresh)
    return seen


def _between(
    tree: OriginTree,
    nodes: Sequence[Node],
    placed: Mapping[str, tuple[float, float]],
    x: float,
) -> dict[str, tuple[float, float]]:
    """Place a column of nodes, each near the middle of what it leads to."""
    wanted = []
    for number, node in enumerate(nodes):
        below = [
            placed[e.child][1]
            for e in tree.edges
            if e.upstream == node.key and e.child in placed
        ]
        middle = sum(below) / len(below) if below else TOP + number * ROW
        wanted.append((middle, number, node.key))
    found: dict[str, tuple[float, float]] = {}
    free = TOP + ROW / 2
    for middle, _, key in sorted(wanted):
        y = max(middle, free)
        found[key] = x, y
        free = y + ROW
    return found
