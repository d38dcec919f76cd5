"""`sayso origins`: from where each report of a claim has it, up to where it starts."""

from collections import defaultdict
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console, RenderableType

from sayso.cli.emit import emit, emit_one
from sayso.cli.opening import answer_to, catalogue_of, open_case
from sayso.cli.options import CaseArgument, Format, FormatOption, QuietOption
from sayso.cli.terminal import SOFT, STRONG, hint, line, out, quoted
from sayso.cli.writing import write_whole
from sayso.domain.claim import Stance
from sayso.publish import words
from sayso.publish.figures.rows import flat_edges, tree_row
from sayso.publish.figures.tree import Edge, Node, NodeKind, OriginTree, origin_tree
from sayso.publish.flat import flat_plain
from sayso.publish.quotes import Role, quote_spans
from sayso.publish.rows import Catalogue, Row

EXAMPLES = """
  sayso origins convoy.sayso clm-0c1de1b5a6f70912
  sayso origins convoy.sayso "The company paid them" --side denying
  sayso origins convoy.sayso clm-0c1de1b5a6f70912 -o tree.svg
"""
SIGNS = {
    NodeKind.ORIGIN: "◯",
    NodeKind.UNRESOLVED: "◌",
    NodeKind.ABSENT: "□",
    NodeKind.REPORT: "■",
}


class Side(StrEnum):
    """Which side of a claim."""

    ASSERTING = "asserting"
    DENYING = "denying"


_STANCES = {Side.ASSERTING: Stance.ASSERTS, Side.DENYING: Stance.DENIES}


def command(
    case: CaseArgument,
    claim: Annotated[
        str,
        typer.Argument(
            metavar="CLAIM",
            help="The id of a claim, or a plain statement in quotes.",
            show_default=False,
        ),
    ],
    *,
    side: Annotated[
        Side, typer.Option(help="Those who assert the claim, or those who deny it.")
    ] = Side.ASSERTING,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Draw the tree into this SVG file instead.",
            show_default=False,
        ),
    ] = None,
    form: FormatOption = Format.TABLE,
    quiet: QuietOption = False,
) -> None:
    """Show from where each report has a claim.

    Each line below another took from it; the sentence that gives the credit stands
    under it. What is only inferred from shared wording says so. As csv you get one
    line for each step.
    """
    with open_case(case) as opened:
        answer = answer_to(opened, claim)
        catalogue = catalogue_of(opened)
    tree = origin_tree(answer, _STANCES[side], catalogue)
    if output:
        _draw(tree, output)
        hint(f"Written: {output}", quiet=quiet)
    elif form is not Format.TABLE:
        _emit(tree_row(tree, catalogue), form)
    else:
        _print(tree, side, catalogue)


def _draw(tree: OriginTree, target: Path) -> None:
    from sayso.publish.figures.drawing import draw

    write_whole(draw(tree) + "\n", target, starts=(b"<svg", b"<?xml"), kind="SVG")


def _print(tree: OriginTree, side: Side, catalogue: Catalogue) -> None:
    console = out()
    for block in _blocks(tree, side, catalogue, console):
        console.print(block)


def _emit(row: Row, form: Format) -> None:
    if form is Format.JSON:
        emit_one(row)
    else:
        rows = flat_edges(row) if form is Format.CSV else [row]
        emit(rows, form, flat_plain)


def _blocks(
    tree: OriginTree, side: Side, catalogue: Catalogue, console: Console
) -> Iterator[RenderableType]:
    yield line((tree.proposition, STRONG))
    total = f"{words.count(tree.reports, 'report')} → {words.origins(tree.found)}"
    yield line(f"{side.value}: {total}", indent=2)
    fed = {edge.child for edge in tree.edges}
    walk = _Walk(tree, catalogue, console)
    for node in tree.nodes:
        if node.key not in fed:
            yield ""
            alone = " (credits nobody)" if node.kind is NodeKind.REPORT else ""
            yield line(_name(node), (alone, SOFT), indent=2)
            yield from walk.below(node, indent=4)


class _Walk:
    """A walk down a tree that tells each branch once."""

    def __init__(
        self, tree: OriginTree, catalogue: Catalogue, console: Console
    ) -> None:
        self._nodes = {node.key: node for node in tree.nodes}
        self._catalogue, self._console = catalogue, console
        self._shown: set[str] = set()
        self._edges: defaultdict[str, list[Edge]] = defaultdict(list)
        for edge in tree.edges:
            self._edges[edge.upstream].append(edge)

    def below(self, node: Node, *, indent: int) -> Iterator[RenderableType]:
        """Yield what took from a node, with the words that say so, and so on down."""
        edges = self._edges[node.key]
        for edge in sorted(edges, key=lambda e: _order(self._nodes[e.child])):
            child = self._nodes[edge.child]
            again = edge.child in self._shown and bool(self._edges[edge.child])
            tail = " (see above)" if again else "" if edge.proof else " (inferred)"
            yield line(_name(child), (tail, SOFT), indent=indent)
            if edge.proof:
                text = self._catalogue.documents[edge.proof.document].text
                quote = quote_spans(text, {Role.CONTENT: (edge.proof,)})
                yield quoted(quote, self._console, indent=indent + 2)
            if not again:
                self._shown.add(edge.child)
                yield from self.below(child, indent=indent + 4)


def _name(node: Node) -> str:
    tail = {
        NodeKind.REPORT: f", {words.day(node.published)}",
        NodeKind.ABSENT: ", not in the case",
        NodeKind.UNRESOLVED: ", not traced further",
        NodeKind.ORIGIN: "",
    }[node.kind]
    return f"{SIGNS[node.kind]} {node.label}{tail}"


def _order(node: Node) -> tuple[str, str]:
    return (node.published.isoformat() if node.published else "9999"), node.label
