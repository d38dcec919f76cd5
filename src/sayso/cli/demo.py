"""`sayso demo`: the sample case, built and shown."""

import shutil
import tempfile
from importlib import resources
from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.blocks import answer_blocks, headline
from sayso.cli.build import run_build, summary
from sayso.cli.opening import catalogue_of, open_case
from sayso.cli.options import QuietOption
from sayso.cli.report import page_of, write_page
from sayso.cli.terminal import STRONG, line, out
from sayso.errors import SaysoError

EXAMPLES = """
  sayso demo
  sayso demo ~/sayso-demo
"""
QUESTION = "Brask Maritime paid a gang to burn the Tellin quay"
_CLAIMS_SHOWN = 3


def command(
    folder: Annotated[
        Path | None,
        typer.Argument(
            metavar="FOLDER",
            help="Where to put the case; default: a new temporary folder.",
            show_default=False,
        ),
    ] = None,
    *,
    quiet: QuietOption = False,
) -> None:
    """Build the sample case and show what sayso finds in it.

    Fourteen short reports on an invented affair: a wire story and its copies, a
    spokesman's denial, a denial of knowledge, an admission, a retraction.
    """
    home = folder or Path(tempfile.mkdtemp(prefix="sayso-demo-"))
    if home.exists() and not home.is_dir():
        msg = f"{home} is a file; name a folder, or none for a temporary one"
        raise SaysoError(msg)
    home.mkdir(parents=True, exist_ok=True)
    case, page = home / "demo.sayso", home / "demo.html"
    if not case.exists() and any(home.iterdir()):
        msg = f"{home} holds other files; name a new folder for the demo"
        raise SaysoError(msg)
    done = run_build(str(case), [str(_copy_reports(home))], quiet=quiet)
    console = out()
    console.print(line(summary(str(case), done)))
    _show(str(case), page)
    _next(case, page)


def _copy_reports(home: Path) -> Path:
    """Put the sample reports where a reader can open them beside the case."""
    target = home / "reports"
    with resources.as_file(resources.files("sayso") / "samples" / "reports") as source:
        shutil.copytree(source, target, dirs_exist_ok=True)
    return target


def _show(case: str, page: Path) -> None:
    console = out()
    with open_case(case) as opened:
        catalogue = catalogue_of(opened)
        console.print()
        console.print(line(("$ sayso claims demo.sayso", STRONG)))
        console.print()
        for number, answer in enumerate(opened.claims()[:_CLAIMS_SHOWN], 1):
            for block in headline(number, answer):
                console.print(block)
            console.print()
        console.print(line((f'$ sayso ask demo.sayso "{QUESTION}"', STRONG)))
        console.print()
        for block in answer_blocks(opened.ask(QUESTION), catalogue, console):
            console.print(block)
        write_page(page_of(opened, "Sample case"), page)


def _next(case: Path, page: Path) -> None:
    console = out()
    console.print()
    console.print(line(("Where to go next", STRONG)))
    console.print(f"  open {page}", soft_wrap=True)
    console.print(f"  sayso claims {case}", soft_wrap=True)
    console.print("  sayso build mine.sayso FOLDER-OF-REPORTS", soft_wrap=True)
