"""Draw an origin tree as SVG.

Squares are reports, rings are origins, hollow is cited but not in the case, dashed is
inferred: no sign rests on colour alone. Colours are presentation attributes, which a
strict content security policy allows; a page may restyle them by class.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from sayso.domain.claim import Stance
from sayso.publish import words
from sayso.publish.figures.layout import (
    LANE_LABELS,
    ROOT_LABELS,
    TOP,
    WIDTH,
    Layout,
    lay_out,
)
from sayso.publish.figures.tree import Edge, Node, NodeKind, OriginTree

Point = tuple[float, float]
HUES = {Stance.ASSERTS: "#1f5f8b", Stance.DENIES: "#9a4a15"}
INK, SOFT, LINE, PAPER = "#1d1c1a", "#635f57", "#ddd8ce", "#ffffff"
PALE = {"class_": "soft", "fill": SOFT}
FONT = "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', sans-serif"
HALF, RING = 6.5, 8.5
NEAR, BULGE = 24.0, 16.0
"""Nodes nearer than this are joined by an arc that stands out so far."""
ROOT_LETTERS, LANE_LETTERS = 29, 27
"""What fits beside a node; the whole name is in its tooltip."""
KEY = (
    "■ report · ◯ origin, dashed ring: not traced further · □ credited but not in the "
    "case · solid line: credit given · dashed line: inferred from shared wording"
)


@dataclass(frozen=True, slots=True)
class OriginFigure:
    """An origin tree that a notebook shows as a drawing."""

    tree: OriginTree

    def _repr_svg_(self) -> str:
        return draw(self.tree)


def draw(tree: OriginTree) -> str:
    """Return the tree as one SVG element, with its text alternative."""
    layout = lay_out(tree)
    hue = HUES.get(tree.side, INK)
    body = [
        _text(8, TOP - 20, title(tree), font_weight="600"),
        *_guides(layout),
        *(_edge(edge, layout, hue) for edge in tree.edges),
        *(_node(node, layout, hue) for node in tree.nodes),
        _text(8, layout.height + 4, KEY, 400, **PALE),
    ]
    height = round(layout.height + 14)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
        f'role="img" class="origin-tree {tree.side.value}" font-size="12" '
        f"font-family={quoteattr(FONT)} "
        f'fill="{INK}">'
        f"<title>{escape(title(tree))}</title><desc>{escape(described(tree))}</desc>"
        + "".join(body)
        + "</svg>"
    )


def title(tree: OriginTree) -> str:
    """Return what the tree shows in a few words."""
    verb = "Denied" if tree.side is Stance.DENIES else "Asserted"
    number = words.count(tree.reports, "report")
    return f"{verb} in {number} → {words.origins(tree.found)}"


def described(tree: OriginTree) -> str:
    """Return the tree in sentences: from each origin, which reports lead to it."""
    by_key = {node.key: node for node in tree.nodes}
    told = [tree.proposition.rstrip(".") + "."]
    for node in tree.nodes:
        if node.kind is NodeKind.REPORT:
            continue
        below = [
            _dated(by_key[e.child]) + ("" if e.credited else " (inferred)")
            for e in tree.edges
            if e.upstream == node.key
        ]
        what = {
            NodeKind.ORIGIN: "Origin",
            NodeKind.UNRESOLVED: "Not traced further",
            NodeKind.ABSENT: "Credited but not in the case",
        }[node.kind]
        told.append(f"{what}: {node.label} ← {'; '.join(below) or 'nothing else'}.")
    return " ".join(told)


def _dated(node: Node) -> str:
    if node.kind is not NodeKind.REPORT:
        return node.label
    return f"{node.label}, {words.day(node.published)}"


def _guides(layout: Layout) -> Iterator[str]:
    """Yield the columns of days and the lanes of publishers."""
    foot = round(layout.height - 10)
    for label, x in layout.days:
        yield (
            f'<path class="guide" d="M{x:.0f} {TOP - 14}V{foot}" stroke="{LINE}" '
            f'stroke-dasharray="1 4" fill="none"/>'
        )
        yield _text(x, TOP - 20, label, 400, text_anchor="middle", **PALE)
    edge = WIDTH - LANE_LABELS + 22
    for name, y, first in layout.lanes:
        yield (
            f'<path class="guide" d="M{first:.0f} {y:.1f}H{edge}" stroke="{LINE}" '
            'fill="none"/>'
        )
        yield _text(edge + 6, y + 4, name, letters=LANE_LETTERS)


def _edge(edge: Edge, layout: Layout, hue: str) -> str:
    (x1, y1), (x2, y2) = layout.at[edge.upstream], layout.at[edge.child]
    path = _path((x1, y1), (x2, y2), layout)
    dash = "" if edge.credited else ' stroke-dasharray="5 4"'
    return (
        f'<path class="edge" d="{path}" fill="none" stroke="{hue}" '
        f'stroke-width="1.5" stroke-opacity=".75"{dash}/>'
    )


def _path(start: Point, end: Point, layout: Layout) -> str:
    """Return a curve to the right; around what stands between on the same lane."""
    (x1, y1), (x2, y2) = start, end
    if x2 - x1 < NEAR:
        below = HALF if y2 > y1 else -HALF
        y1, y2, out = y1 + below, y2 - below, x1 - BULGE
        return _curve((x1, y1), (out, y1), (out, y2), (x2, y2))
    between = any(
        x1 < x < x2 and abs(y - y1) < 1 and abs(y2 - y1) < 1
        for x, y in layout.at.values()
    )
    x1, x2 = x1 + RING, x2 - HALF
    if between:
        top = y1 - BULGE
        return _curve((x1, y1), (x1 + NEAR, top), (x2 - NEAR, top), (x2, y2))
    bend = max(NEAR, (x2 - x1) / 2)
    return _curve((x1, y1), (x1 + bend, y1), (x2 - bend, y2), (x2, y2))


def _curve(start: Point, out: Point, into: Point, end: Point) -> str:
    begin, *rest = (f"{x:.1f} {y:.1f}" for x, y in (start, out, into, end))
    return f"M{begin}C{' '.join(rest)}"


def _node(node: Node, layout: Layout, hue: str) -> str:
    x, y = layout.at[node.key]
    tip = f"<title>{escape(_dated(node))}</title>"
    if node.kind in (NodeKind.REPORT, NodeKind.ABSENT):
        fill = hue if node.kind is NodeKind.REPORT else PAPER
        shape = (
            f'<rect class="{node.kind.value}" x="{x - HALF:.1f}" y="{y - HALF:.1f}" '
            f'width="{2 * HALF:.0f}" height="{2 * HALF:.0f}" rx="2" fill="{fill}" '
            f'stroke="{hue}" stroke-width="1.6"/>'
        )
    else:
        dash = ' stroke-dasharray="3 3"' if node.kind is NodeKind.UNRESOLVED else ""
        shape = (
            f'<circle class="{node.kind.value}" cx="{x:.1f}" cy="{y:.1f}" r="{RING}" '
            f'fill="{PAPER}" stroke="{hue}" stroke-width="2"{dash}/>'
        )
    label = ""
    if node.kind is NodeKind.ABSENT:
        label = _text(x, y - 11, node.label, text_anchor="middle", letters=ROOT_LETTERS)
    elif node.kind is not NodeKind.REPORT:
        label = _text(
            ROOT_LABELS - 16, y + 4, node.label, text_anchor="end", letters=ROOT_LETTERS
        )
    return f"<g>{tip}{shape}{label}</g>"


def _text(x: float, y: float, text: str, letters: int = 400, **look: str) -> str:
    """Return a text element.

    Args:
        x: where its anchor stands.
        y: its base line.
        text: cut to `letters` characters.
        letters: what there is room for.
        look: further attributes, `_` for `-`.
    """
    if len(text) > letters:
        text = text[: letters - 1].rstrip() + "…"
    attributes = "".join(
        f" {name.rstrip('_').replace('_', '-')}={quoteattr(value)}"
        for name, value in look.items()
    )
    return f'<text x="{x:.0f}" y="{y:.1f}"{attributes}>{escape(text)}</text>'
