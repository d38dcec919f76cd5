"""`sayso actors`: who speaks in a case."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Annotated

import typer
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from sayso.cli.emit import emit
from sayso.cli.opening import open_case
from sayso.cli.options import CaseArgument, Format, FormatOption, QuietOption
from sayso.cli.terminal import SOFT, STRONG, Trimmed, hint, line, out
from sayso.domain.actor import Actor
from sayso.domain.attribution import Attribution
from sayso.domain.ids import ActorId, DocumentId
from sayso.publish import words
from sayso.publish.flat import flat_plain
from sayso.publish.rows import Catalogue, Row, actor_row, suggestion_row

EXAMPLES = """
  sayso actors convoy.sayso
  sayso actors convoy.sayso --format csv > actors.csv
  sayso actors convoy.sayso --suggestions
  sayso judge convoy.sayso same act-1f… act-9c… --why "one man, two spellings"
"""
PAIRS_SHOWN = 8
"""Suggestions under the list; beyond a screenful they are asked for."""


def command(
    case: CaseArgument,
    *,
    suggestions: Annotated[
        bool, typer.Option("--suggestions", help="List pairs that may be the same.")
    ] = False,
    form: FormatOption = Format.TABLE,
    quiet: QuietOption = False,
) -> None:
    """List who speaks, the most quoted first.

    Each under all names met; below, pairs that may be the same. Unnamed sources stay
    apart, each with its report: two "officials" are one only when you say so with
    `sayso judge`.
    """
    with open_case(case) as opened:
        said = _by_actor(opened.attributions())
        found = sorted(opened.actors(), key=lambda a: (-len(said[a.id]), a.name, a.id))
        pairs = opened.suggestions()
        documents = opened.documents()
    places = {d.id: d.uri.rsplit("/", 1)[-1] for d in documents}
    catalogue = Catalogue(documents={}, actors={actor.id: actor for actor in found})
    pair_rows = [suggestion_row(pair, catalogue) for pair in pairs]
    rows = [actor_row(actor, said[actor.id]) for actor in found]
    if form is not Format.TABLE:
        emit(pair_rows if suggestions else rows, form, flat_plain)
        return
    console = out()
    if not suggestions:
        console.print(Trimmed(block=_table(found, rows, places)))
        console.print()
    shown = pair_rows if suggestions else pair_rows[:PAIRS_SHOWN]
    for block in _pairs(shown, len(pair_rows)):
        console.print(block)
    hint(f"What one of them says: sayso show {case} ID", quiet=quiet)


def _pairs(rows: list[Row], total: int) -> Iterator[RenderableType]:
    if rows:
        yield line(("MAY BE THE SAME (decide with sayso judge)", STRONG))
    for row in rows:
        left, right = row["left"], row["right"]
        names = f"{words.clean(left['name'])} = {words.clean(right['name'])}?"
        yield line((names, STRONG), f"  {words.clean(row['why'])}", indent=2)
        yield line((f"{left['id']} {right['id']}", SOFT), indent=4)
    if total > len(rows):
        yield line(f"… and {total - len(rows)} more: --suggestions", indent=2)


def _by_actor(
    attributions: Iterable[Attribution],
) -> defaultdict[ActorId | None, list[Attribution]]:
    said: defaultdict[ActorId | None, list[Attribution]] = defaultdict(list)
    for attribution in attributions:
        said[attribution.actor].append(attribution)
    return said


def _beside(actor: Actor, places: dict[DocumentId, str]) -> str:
    """Return other names, and for the unnamed where they speak."""
    others = [words.clean(other) for other in actor.names if other != actor.name]
    notes = [f"also {words.listed(others)}"] if others else []
    if actor.scope in places:
        notes.append(f"in {places[actor.scope]}")
    return f" ({'; '.join(notes)})" if notes else ""


def _table(found: list[Actor], rows: list[Row], places: dict[DocumentId, str]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("who", ratio=1)
    table.add_column("kind")
    table.add_column("says", justify="right")
    table.add_column("reports", justify="right")
    table.add_column("id", no_wrap=True)
    for actor, row in zip(found, rows, strict=True):
        name = Text(words.clean(actor.name), style="bold")
        name.append(_beside(actor, places), style="not bold dim")
        table.add_row(
            name,
            actor.kind.value,
            str(row["attributions"]),
            str(row["documents"]),
            actor.id,
        )
    return table
