"""How the read face asks the database."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Engine, Select, func, select

from sayso.store import schema

MANY = 5000
"""Ids in one query: SQLite takes 32,766 values; more than this is no faster a row."""
_Item = TypeVar("_Item")


class Querying:
    """A connection a question, so that no reader ever holds up a writer."""

    def __init__(self, engine: Engine) -> None:
        """Read through `engine`; whoever made it disposes of it."""
        self._engine = engine

    def count(self, table: str) -> int:
        """Return how many rows a table of the schema has."""
        query = select(func.count().label("rows"))
        found = query.select_from(schema.metadata.tables[table])
        return int(self._rows(found)[0].rows)

    def _rows(self, query: Select[Any]) -> Sequence[Any]:
        with self._engine.connect() as connection:
            return connection.execute(query).all()

    def _among(
        self,
        query: Select[Any],
        column: Any,  # noqa: ANN401 - columns of any type
        ids: Sequence[str] | None,
    ) -> Iterator[Any]:
        """Yield the rows whose `column` is one of `ids`; None for all rows."""
        if ids is None:
            yield from self._rows(query)
            return
        for chunk in batches(ids):
            yield from self._rows(query.where(column.in_(chunk)))


def batches(items: Sequence[_Item], size: int = MANY) -> Iterator[list[_Item]]:
    """Yield the items a few at a time, in their order."""
    each = iter(items)
    while chunk := list(islice(each, size)):
        yield chunk
