"""`sayso build`: files in, a case out."""

import glob
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from sayso.cli.guard import STOPPED
from sayso.cli.options import CaseArgument, QuietOption
from sayso.cli.progress import StageBars
from sayso.cli.terminal import STRONG, complain, err, hint, line, out
from sayso.domain.document import Unread
from sayso.errors import SaysoError
from sayso.publish import words

if TYPE_CHECKING:
    from sayso.store.records import BuildReport

EXAMPLES = """
  sayso build convoy.sayso reports/
  sayso build convoy.sayso 'inbox/**/*.pdf' more.zip    again later, with more
  sayso build convoy.sayso reports/ --workers 1         least memory
"""


READABLE = "sayso reads txt, md, html, pdf, docx and eml files, and zip files of them."


def command(
    case: CaseArgument,
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT...",
            help="Files, folders, zip files, or patterns in quotes.",
            show_default=False,
        ),
    ],
    *,
    workers: Annotated[
        int | None,
        typer.Option(
            min=1, help="Processes to use; default: one a core.", show_default=False
        ),
    ] = None,
    quiet: QuietOption = False,
) -> None:
    """Read reports into a case, new or existing.

    Reads txt, md, html, pdf, docx, eml and zip files of these. Files that have not
    changed since the last build are not read again. What cannot be read is listed
    at the end with the reason and what to do; the rest is built, and the exit
    status is then 1.

    A file reports.csv beside the reports (path, url, title, publisher, published)
    overrides what the files say of themselves.
    """
    _check(case, inputs)
    done = run_build(case, inputs, workers=workers, quiet=quiet)
    if not quiet:
        out().print(line(summary(case, done)))
    list_unread(done.unread, err())
    if done.documents:
        hint(f"Next: sayso claims {case}", quiet=quiet)
    if not all(file.set_aside for file in done.unread) or not done.files:
        raise typer.Exit(1)


def run_build(
    case: str, inputs: Sequence[str], *, workers: int | None = None, quiet: bool
) -> "BuildReport":
    """Build with a progress bar; Ctrl-C ends it with word of what is kept."""
    from sayso.case import Case

    with StageBars(quiet=quiet) as bars:
        try:
            with Case.open(case, create=True) as opened:
                return opened.build(inputs, progress=bars.tell, workers=workers)
        except KeyboardInterrupt:
            bars.close()
            complain(
                f"stopped; every report finished so far is kept in {case}, and the "
                "same command goes on from there"
            )
            raise typer.Exit(STOPPED) from None


def summary(case: str, done: "BuildReport") -> str:
    """Return what the case holds now, in one sentence."""
    if not done.files:
        return f"Nothing to read was found. {READABLE}"
    return (
        f"{case}: {words.count(done.documents, 'report')} ({done.added:,} new), "
        f"{words.count(done.attributions, 'statement')}, "
        f"{words.count(done.claims, 'claim')}; took {words.duration(done.seconds)}."
    )


def list_unread(unread: Sequence[Unread], console: Console) -> None:
    """Print each file that gave nothing: where, why, what to do."""
    faulty = [file for file in unread if not file.set_aside]
    aside = [file for file in unread if file.set_aside]
    for heading, files in (("Could not be read", faulty), ("Set aside", aside)):
        if files:
            title = f"{heading}: {words.count(len(files), 'file')}"
            console.print(line((title, STRONG)))
        for file in files:
            console.print(line(words.clean(file.uri), indent=2))
            console.print(line(words.advice(file), indent=4))


def _check(case: str, inputs: Sequence[str]) -> None:
    """Refuse what can only be a slip, before a case is made."""
    if Path(case).is_dir():
        msg = (
            f"{case} is a folder; the case file comes first: "
            f"sayso build case.sayso {case}"
        )
        raise SaysoError(msg)
    if not any(Path(name).exists() or glob.has_magic(name) for name in inputs):
        msg = f"{', '.join(inputs)}: no such file or folder; check the spelling"
        raise SaysoError(msg)
