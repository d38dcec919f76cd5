"""`sayso actors`: who speaks in a case."""

from collections import defaultdict
from collections.abc import Iterable

from rich.table import Table
from rich.text import Text

from sayso.cli.emit import emit
from sayso.cli.opening import open_case
from sayso.cli.options import CaseArgument, Format, FormatOption, QuietOption
from sayso.cli.terminal import hint, out
from sayso.domain.actor import Actor
from sayso.domain.attribution import Attribution
from sayso.domain.ids import ActorId
from sayso.publish import words
from sayso.publish.flat import flat_plain
from sayso.publish.rows import Row, actor_row

EXAMPLES = """
  sayso actors convoy.sayso
  sayso actors convoy.sayso --format csv > actors.csv
  sayso judge convoy.sayso same act-1f… act-9c… --why "one man, two spellings"
"""


def command(
    case: CaseArgument, *, form: FormatOption = Format.TABLE, quiet: QuietOption = False
) -> None:
    """List who speaks, the most quoted first.

    Unnamed sources stay apart, each with its report: two "officials" are one only
    when you say so with `sayso judge`.
    """
    with open_case(case) as opened:
        said = _by_actor(opened.attributions())
        found = sorted(opened.actors(), key=lambda a: (-len(said[a.id]), a.name, a.id))
    rows = [actor_row(actor, said[actor.id]) for actor in found]
    if form is not Format.TABLE:
        emit(rows, form, flat_plain)
        return
    out().print(_table(found, rows))
    hint(f"What one of them says: sayso show {case} ID", quiet=quiet)


def _by_actor(
    attributions: Iterable[Attribution],
) -> defaultdict[ActorId | None, list[Attribution]]:
    said: defaultdict[ActorId | None, list[Attribution]] = defaultdict(list)
    for attribution in attributions:
        said[attribution.actor].append(attribution)
    return said


def _table(found: list[Actor], rows: list[Row]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("who", ratio=1)
    table.add_column("kind")
    table.add_column("says", justify="right")
    table.add_column("reports", justify="right")
    table.add_column("id", no_wrap=True)
    for actor, row in zip(found, rows, strict=True):
        name = Text(words.clean(actor.name), style="bold")
        others = [words.clean(other) for other in actor.names if other != actor.name]
        if others:
            name.append(f" also {words.listed(others)}", style="not bold dim")
        table.add_row(
            name,
            actor.kind.value,
            str(row["attributions"]),
            str(row["documents"]),
            actor.id,
        )
    return table
