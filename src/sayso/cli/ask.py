"""`sayso ask`: both sides of a claim in the user's own words."""

from typing import Annotated

import typer

from sayso.cli.blocks import answer_blocks
from sayso.cli.emit import emit, emit_one
from sayso.cli.opening import answer_to, catalogue_of, open_case
from sayso.cli.options import AllOption, CaseArgument, Format, FormatOption, QuietOption
from sayso.cli.terminal import hint, out
from sayso.publish.flat import flat_bearings, flat_plain
from sayso.publish.rows import answer_row

EXAMPLES = """
  sayso ask convoy.sayso "The company paid militia commanders"
  sayso ask convoy.sayso "The minister knew of the payments" --format json
  sayso ask convoy.sayso "Forty people were killed" --format csv > quotes.csv
"""


def command(
    case: CaseArgument,
    claim: Annotated[
        str,
        typer.Argument(
            metavar="CLAIM",
            help="A claim as a plain statement, in quotes.",
            show_default=False,
        ),
    ],
    *,
    everything: AllOption = False,
    form: FormatOption = Format.TABLE,
    quiet: QuietOption = False,
) -> None:
    """Find who asserts and who denies a claim of yours.

    Put it as a statement, not as a question: "The mine was closed", not "Was the
    mine closed?". As csv you get one line for each quote that bears on it.
    """
    with open_case(case) as opened:
        answer = answer_to(opened, claim)
        catalogue = catalogue_of(opened)
    row = answer_row(answer, catalogue)
    if form is Format.JSON:
        emit_one(row)
    elif form is Format.CSV:
        emit(flat_bearings(row), form, flat_plain)
    elif form is Format.JSONL:
        emit([row], form, flat_plain)
    else:
        console = out()
        for block in answer_blocks(answer, catalogue, console, whole=everything):
            console.print(block)
        if not answer.documents:
            hint("Nothing in the case bears on this claim.", quiet=quiet)
