"""`sayso report`: the case as one HTML file to read, print and send."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import sayso
from sayso.cli.opening import catalogue_of, open_case
from sayso.cli.options import CaseArgument, OutputOption, QuietOption
from sayso.cli.terminal import hint
from sayso.cli.writing import write_whole

if TYPE_CHECKING:
    from sayso.case import Case

EXAMPLES = """
  sayso report convoy.sayso
  sayso report convoy.sayso -o /media/usb/convoy.html --title "Convoy affair"
  sayso report convoy.sayso -o - | wc -c
"""
STANDARD_OUTPUT = Path("-")
_HTML_STARTS = (b"<!doctype html", b"<html")


def command(
    case: CaseArgument,
    *,
    output: OutputOption = None,
    title: Annotated[
        str, typer.Option(help="Heading of the report; default: the file's name.")
    ] = "",
    quiet: QuietOption = False,
) -> None:
    """Write the case as one self-contained HTML file.

    Both sides of each contested claim, each quote marked in its sentence, all files
    with their hashes. The page loads nothing and runs no script: it can be mailed,
    printed, archived, and opened on a machine without a network.
    """
    with open_case(case) as opened:
        page = page_of(opened, title or Path(case).stem)
    target = output or Path(case).with_suffix(".html")
    if target == STANDARD_OUTPUT:
        sys.stdout.write(page)
        return
    write_page(page, target)
    hint(f"Written: {target}", quiet=quiet)


def page_of(case: "Case", title: str) -> str:
    """Return the report on a case as HTML."""
    # Jinja2 takes a tenth of a second, which `sayso --help` need not pay.
    from sayso.publish.report import CaseReport, render

    return render(
        CaseReport(
            title=title,
            answers=case.claims(),
            catalogue=catalogue_of(case),
            unread=list(case.unread()),
            attributions=sum(1 for _ in case.attributions()),
            made=datetime.now(UTC),
            version=sayso.__version__,
        )
    )


def write_page(page: str, target: Path) -> None:
    """Write a page whole or not at all, and over nothing but another page."""
    write_whole(page, target, starts=_HTML_STARTS, kind="HTML")
