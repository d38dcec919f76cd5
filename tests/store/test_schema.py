"""The tables are what SQLite and PostgreSQL both take."""

import re
import sqlite3
from pathlib import Path

from sqlalchemy import Text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.schema import CreateTable

from sayso.store.file import CaseFile
from sayso.store.schema import SCHEMA_VERSION, metadata
from sayso.store.sqlite import APPLICATION_ID

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "case-file.md"


def test_every_table_is_strict_and_has_a_key() -> None:
    for table in metadata.sorted_tables:
        assert table.primary_key.columns, table.name
        made = str(CreateTable(table).compile(dialect=sqlite.dialect()))
        assert "STRICT" in made, table.name


def test_every_table_can_be_made_in_postgresql() -> None:
    for table in metadata.sorted_tables:
        made = str(CreateTable(table).compile(dialect=postgresql.dialect()))
        assert made.strip().startswith("CREATE TABLE"), table.name


def test_every_foreign_key_is_indexed() -> None:
    """Deleting a document must not walk through whole tables."""
    for table in metadata.sorted_tables:
        leading = {next(iter(index.columns)).name for index in table.indexes}
        leading.add(next(iter(table.primary_key.columns)).name)
        leading |= {column.name for column in table.columns if column.unique}
        for column in table.columns:
            if column.foreign_keys:
                assert column.name in leading, f"{table.name}.{column.name}"
                assert isinstance(column.type, Text)


def test_the_reference_lists_every_table_and_column() -> None:
    rows = re.findall(r"^\| `(\w+)` \| (.*?) \|", PAGE.read_text("utf-8"), re.MULTILINE)
    described = {name: set(re.findall(r"`(\w+)`", columns)) for name, columns in rows}
    for table in metadata.sorted_tables:
        assert described.get(table.name) == {c.name for c in table.columns}, table.name


def test_the_reference_gives_the_marks_of_the_file() -> None:
    page = PAGE.read_text("utf-8")
    assert f"`application_id` | {APPLICATION_ID}," in page
    assert f"`user_version` | {SCHEMA_VERSION}," in page


def test_the_query_in_the_reference_runs(small: CaseFile, path: Path) -> None:
    small.close()
    query = PAGE.read_text("utf-8").split("```sql\n")[1].split("```")[0]
    with sqlite3.connect(path) as connection:
        found = connection.execute(query).fetchall()
    connection.close()
    assert found == [("a clerk", "The dam", "the dam held")]
