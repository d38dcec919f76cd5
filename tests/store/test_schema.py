"""The tables are what SQLite and PostgreSQL both take."""

from sqlalchemy import Text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.schema import CreateTable

from sayso.store.schema import metadata


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
