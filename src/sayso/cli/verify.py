"""`sayso verify`: is the case whole, and are its files what they were?"""

import typer

from sayso.cli.opening import open_case
from sayso.cli.options import CaseArgument, QuietOption
from sayso.cli.terminal import STRONG, hint, line, out

EXAMPLES = """
  sayso verify convoy.sayso
  sayso verify convoy.sayso && cp convoy.sayso /media/backup/
"""


def command(case: CaseArgument, *, quiet: QuietOption = False) -> None:
    """Check the case, its spans and its files.

    The case file for damage, each span against its text, each file against its hash.

    Exit status 1 when something is wrong; each line says what, where and what to do.
    """
    with open_case(case) as opened:
        problems = list(opened.verify())
    console = out()
    for problem in problems:
        console.print(line((problem.where, STRONG), f": {problem.what}"))
        console.print(line(problem.remedy, indent=2))
    if problems:
        raise typer.Exit(1)
    hint("All in order.", quiet=quiet)
