"""Rows to standard output: JSON, JSON lines or CSV, never wrapped, always UTF-8."""

import json
import sys
from collections.abc import Callable, Iterable

from sayso.cli.options import Format
from sayso.publish.flat import write_csv
from sayso.publish.rows import Row

Flatten = Callable[[Row], Row]


def emit(rows: Iterable[Row], form: Format, flatten: Flatten) -> None:
    """Write a listing.

    Args:
        rows: in the order in which they are listed.
        form: anything but a table, which each command lays out itself.
        flatten: makes a row a line of a spreadsheet.
    """
    if form is Format.JSONL:
        for row in rows:
            sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
    elif form is Format.JSON:
        emit_one(list(rows))
    else:
        write_csv((flatten(row) for row in rows), sys.stdout)


def emit_one(value: Row | list[Row]) -> None:
    """Write one JSON value, indented for people who look at it."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=1) + "\n")
