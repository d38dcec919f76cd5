"""`sayso judgements`: what people decided."""

from sayso.cli.blocks import judgement_blocks
from sayso.cli.emit import emit
from sayso.cli.opening import open_case
from sayso.cli.options import CaseArgument, Format, FormatOption, QuietOption
from sayso.cli.terminal import hint, out
from sayso.publish.flat import flat_plain
from sayso.publish.rows import judgement_row

EXAMPLES = """
  sayso judgements convoy.sayso
  sayso judgements convoy.sayso --format csv > judgements.csv
"""


def command(
    case: CaseArgument, *, form: FormatOption = Format.TABLE, quiet: QuietOption = False
) -> None:
    """List what was judged: by whom, when and why."""
    with open_case(case) as opened:
        made = list(opened.judgements())
    if form is not Format.TABLE:
        emit(map(judgement_row, made), form, flat_plain)
        return
    console = out()
    for judgement in made:
        for block in judgement_blocks(judgement):
            console.print(block)
    if not made:
        hint("Nothing has been judged in this case.", quiet=quiet)
