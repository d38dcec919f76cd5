"""`sayso judge`: say that two records are the same, or that they are not."""

import getpass
from typing import Annotated

import typer

from sayso.cli.opening import open_case
from sayso.cli.options import CaseArgument, QuietOption
from sayso.cli.terminal import hint
from sayso.domain.judgement import Verdict

EXAMPLES = """
  sayso judge convoy.sayso same act-1f… act-9c… --why "one man, two spellings"
  sayso judge convoy.sayso different act-1f… act-9c… --why "father and son"
  sayso judgements convoy.sayso
"""


def command(
    case: CaseArgument,
    verdict: Annotated[Verdict, typer.Argument(metavar="same|different")],
    pair: Annotated[
        tuple[str, str],
        typer.Argument(metavar="ID ID", help="Two actors, or two claims."),
    ],
    *,
    why: Annotated[
        str, typer.Option(help="Your reason, kept with it.", show_default=False)
    ],
    who: Annotated[
        str, typer.Option(help="Who decides; default: your user name.")
    ] = "",
    quiet: QuietOption = False,
) -> None:
    """Decide that two records are the same, or different.

    They are two actors or two claims. A judgement is kept with its reason and its
    date, survives every rebuild, and is taken back by judging the other way.
    """
    with open_case(case) as opened:
        made = opened.judge(verdict, *pair, why=why, who=who or _user())
    one, other = made.anchors
    hint(f"Kept: “{one}” and “{other}” are {made.verdict.value}.", quiet=quiet)


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # no name in the environment, none for the user id
        return "unknown"
