"""Read `reports.csv`: what a person knows about the files beside it.

It overrides what the files say of themselves. A row that cannot be used is reported
with its row and column, and the rest of the table counts.
"""

import csv
import hashlib
import io
import posixpath
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from sayso.domain.document import Unread
from sayso.errors import ReadError
from sayso.read.charset import decode
from sayso.read.dates import parse_date
from sayso.read.discover import OVERRIDES_NAME, Found, is_overrides, uri_of, walk
from sayso.read.limits import TEXT_LIMIT

COLUMNS = ("path", "url", "title", "publisher", "byline", "published")
"""Columns that mean something; others are passed over. Only `path` is required."""

_DELIMITERS = ",;\t|"


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """One row; None leaves what the file says."""

    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    byline: str | None = None
    published: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Overrides:
    """All rows of all tables, by the uri of the file they are about.

    Attributes:
        problems: rows and tables that could not be used.
    """

    rows: Mapping[str, Override] = field(default_factory=dict)
    problems: tuple[Unread, ...] = ()

    def get(self, uri: str) -> Override:
        """Return the row about `uri`; an empty one when there is none."""
        return self.rows.get(posixpath.normpath(uri), NO_OVERRIDE)

    def merged(self, other: "Overrides") -> "Overrides":
        """Return both together; the rows of `other` win."""
        return Overrides(
            rows={**self.rows, **other.rows}, problems=self.problems + other.problems
        )


NO_OVERRIDE = Override()


def load_overrides(inputs: Sequence[str]) -> Overrides:
    """Read every `reports.csv` in the folders, and beside the files, of `inputs`.

    Tables deeper in a folder go before those above them.
    """
    overrides = Overrides()
    for uri, path in sorted(_tables(inputs).items(), key=lambda item: len(item[0])):
        try:
            raw = _bytes(path)
        except ReadError as error:
            overrides = overrides.merged(Overrides(problems=(_about(uri, b"", error),)))
            continue
        overrides = overrides.merged(parse_table(raw, uri, folder=path.parent))
    return overrides


def parse_table(raw: bytes, uri: str, *, folder: Path | None = None) -> Overrides:
    """Read one table.

    Args:
        raw: its bytes, in any encoding, with commas, semicolons, tabs or bars.
        uri: where it lies; its paths are relative to that place.
        folder: where to look whether the files exist; None skips that.
    """
    try:
        columns, records = _records(decode(raw))
    except ReadError as error:
        return Overrides(problems=(_about(uri, raw, error),))
    rows: dict[str, Override] = {}
    problems: list[Unread] = []
    for number, record in enumerate(records, start=2):
        if not any(cell.strip() for cell in record):
            continue
        cells, complaint = _cells(columns, record)
        path = cells.get("path", "").replace("\\", "/")
        key = posixpath.normpath(posixpath.join(posixpath.dirname(uri), path))
        published = parse_date(cells.get("published", ""))
        if path and key not in rows:
            rows[key] = _override(cells, published)
            complaint = complaint or _missing(path, folder)
        elif path:
            complaint = _complaint("path", f"{path} has a row already", "keep one")
        if "published" in cells and not published:
            detail = f"{cells['published']} is no date that can be told"
            complaint = _complaint("published", detail, "write it as YYYY-MM-DD")
        if complaint:
            problems.append(_about(uri, raw, complaint, row=number))
    return Overrides(rows=rows, problems=tuple(problems))


def _tables(inputs: Sequence[str]) -> dict[str, Path]:
    """Return the tables below and beside the inputs, by uri."""
    tables: dict[str, Path] = {}
    folders: set[Path] = set()
    for item in (item for named in inputs for item in walk(named)):
        if isinstance(item, Found):
            folders.add(item.path.parent)
            if is_overrides(item.uri):
                tables[item.uri] = item.path
    for beside in (folder / OVERRIDES_NAME for folder in sorted(folders)):
        if beside.is_file():
            tables[uri_of(beside)] = beside
    return tables


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > TEXT_LIMIT:
            reason = "is far too large for a table of files"
            raise ReadError(reason, "keep one row a file in it")
        return path.read_bytes()
    except OSError as error:
        reason = f"could not be opened ({(error.strerror or 'error').lower()})"
        raise ReadError(reason, "give yourself the right to read it") from error


def _records(text: str) -> tuple[list[str], list[list[str]]]:
    """Return the column names and the rows below them."""
    first = text.lstrip().split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=first.count)
    try:
        records = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        reason = f"is no table that can be read ({error})"
        raise ReadError(reason, "save it anew as CSV") from error
    columns = [name.strip().lower() for name in records[0]] if records else []
    if "path" not in columns:
        reason = "has no column named path"
        raise ReadError(reason, "name the columns in its first row")
    return columns, records[1:]


def _cells(
    columns: Sequence[str], record: Sequence[str]
) -> tuple[dict[str, str], ReadError | None]:
    """Return the filled cells of a row by column, and what is wrong with the row."""
    if len(record) > len(columns):
        detail = f"{len(record)} cells under {len(columns)} columns"
        remedy = "put cells that hold the delimiter in quotes"
        return {}, _complaint(columns[-1], detail, remedy)
    cells = {
        name: " ".join(cell.split())
        for name, cell in zip(columns, record, strict=False)
        if cell.strip()
    }
    empty = None
    if "path" not in cells:
        empty = _complaint("path", "is empty", "name the file")
    return cells, empty


def _override(cells: Mapping[str, str], published: date | None) -> Override:
    return Override(
        url=cells.get("url"),
        title=cells.get("title"),
        publisher=cells.get("publisher"),
        byline=cells.get("byline"),
        published=published,
    )


def _missing(path: str, folder: Path | None) -> ReadError | None:
    if folder is None or (folder / path.split("!/")[0]).exists():
        return None
    return _complaint("path", f"there is no file {path}", "mend the path")


def _complaint(column: str, detail: str, remedy: str) -> ReadError:
    return ReadError(f"column {column}: {detail}", remedy)


def _about(uri: str, raw: bytes, error: ReadError, *, row: int | None = None) -> Unread:
    place = "" if row is None else f"row {row}, "
    return Unread(
        uri=uri if row is None else f"{uri}#row={row}",
        sha256=hashlib.sha256(raw).hexdigest() if raw else None,
        size=len(raw),
        reason=f"{place}{error.reason}",
        remedy=error.remedy,
    )
