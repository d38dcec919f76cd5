"""Arguments and options that several commands share, declared once."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Format(StrEnum):
    """How a listing is written."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


CaseArgument = Annotated[
    str,
    typer.Argument(
        metavar="CASE", help="The case file, such as convoy.sayso.", show_default=False
    ),
]
FormatOption = Annotated[
    Format,
    typer.Option(
        "--format",
        "-f",
        help="table to read; json, jsonl (one line a record) or csv for programs.",
    ),
]
QuietOption = Annotated[
    bool, typer.Option("--quiet", "-q", help="Results only: no progress, no hints.")
]
AllOption = Annotated[
    bool, typer.Option("--all", help="Show every source and every quote.")
]
OutputOption = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Where to write; default: beside the case, with .html.",
        show_default=False,
    ),
]
