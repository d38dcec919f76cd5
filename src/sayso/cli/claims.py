"""`sayso claims`: what is contested, and on whose say-so."""

from typing import Annotated

import typer

from sayso.cli.blocks import headline
from sayso.cli.emit import emit
from sayso.cli.opening import catalogue_of, open_case
from sayso.cli.options import CaseArgument, Format, FormatOption, QuietOption
from sayso.cli.terminal import hint, out
from sayso.publish import words
from sayso.publish.flat import flat_claim
from sayso.publish.rows import answer_row
from sayso.publish.sayings import is_contested

EXAMPLES = """
  sayso claims convoy.sayso
  sayso claims convoy.sayso --contested
  sayso claims convoy.sayso --format csv > claims.csv
  sayso claims convoy.sayso --format jsonl | jq -r .claim
"""


def command(
    case: CaseArgument,
    *,
    contested: Annotated[
        bool, typer.Option("--contested", help="Only claims with two sides.")
    ] = False,
    form: FormatOption = Format.TABLE,
    quiet: QuietOption = False,
) -> None:
    """List the claims, most contested first.

    A claim is contested when somebody asserts it and somebody denies it. For each
    you see who stands on which side, how firmly, and from how many origins.
    """
    with open_case(case) as opened:
        every = opened.claims()
        answers = [a for a in every if is_contested(a)] if contested else every
        if form is not Format.TABLE:
            catalogue = catalogue_of(opened)
            emit((answer_row(a, catalogue) for a in answers), form, flat_claim)
            return
        console = out()
        for number, answer in enumerate(answers, 1):
            for block in headline(number, answer):
                console.print(block)
            console.print()
    if answers:
        first = answers[0].claim.id
        total = words.count(len(every), "claim")
        disputed = sum(map(is_contested, every))
        hint(
            f"{total}, {disputed} of them contested. "
            f"Each quote in its sentence: sayso show {case} {first}",
            quiet=quiet,
        )
    elif every:
        hint(f"None of {len(every):,} claims is contested.", quiet=quiet)
    else:
        hint(
            "No claims were found in this case. Ask for one of your own: "
            f'sayso ask {case} "…"',
            quiet=quiet,
        )
