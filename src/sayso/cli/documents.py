"""`sayso documents`: what was read, and what could not be."""

from collections.abc import Sequence
from typing import Annotated

import typer

from sayso.cli.emit import emit
from sayso.cli.opening import open_case
from sayso.cli.options import CaseArgument, Format, FormatOption, QuietOption
from sayso.cli.terminal import SOFT, STRONG, hint, line, out
from sayso.domain.document import Document, Unread
from sayso.publish import words
from sayso.publish.flat import flat_plain
from sayso.publish.rows import document_row, unread_row

EXAMPLES = """
  sayso documents convoy.sayso
  sayso documents convoy.sayso --unread
  sayso documents convoy.sayso --format jsonl | jq -r '.sha256 + "  " + .uri'
"""


def command(
    case: CaseArgument,
    *,
    unread: Annotated[
        bool, typer.Option("--unread", help="List what could not be read instead.")
    ] = False,
    form: FormatOption = Format.TABLE,
    quiet: QuietOption = False,
) -> None:
    """List the reports: publishers, dates, files, hashes."""
    with open_case(case) as opened:
        left = list(opened.unread())
        found = [] if unread else list(opened.documents())
    if form is not Format.TABLE:
        rows = map(unread_row, left) if unread else map(document_row, found)
        emit(rows, form, flat_plain)
        return
    if unread:
        print_unread(left)
        return
    _print(found)
    faulty = [file for file in left if not file.set_aside]
    if faulty:
        hint(
            f"{words.count(len(faulty), 'file')} could not be read: "
            f"sayso documents {case} --unread",
            quiet=quiet,
        )


def print_unread(left: Sequence[Unread]) -> None:
    """Print each file that gave nothing: where, why, what to do."""
    console = out()
    for file in left:
        console.print(line((words.clean(file.uri), STRONG)))
        console.print(line(words.advice(file), indent=2))


def _print(found: Sequence[Document]) -> None:
    console = out()
    for document in found:
        console.print(line((words.report_name(document), STRONG)))
        when = words.day(document.published)
        if document.published_basis:
            when += f" (from {document.published_basis.value})"
        facts = [document.publisher or "publisher unknown", when]
        console.print(line(" · ".join(facts), indent=2))
        places = words.listed([words.clean(uri) for uri in document.uris], 3)
        tail = f"{places} · {words.size(document.size)} · {document.id}"
        console.print(line((tail, SOFT), indent=2))
