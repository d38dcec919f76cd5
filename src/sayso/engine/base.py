"""What any place where heavy steps run must offer, on one machine or on many."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

Item = TypeVar("Item")
Result = TypeVar("Result")
Columns = Mapping[str, NDArray[np.generic]]
"""A table: columns of one length, by name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Crash(Generic[Item]):
    """An item whose worker died on it, twice; the others are not affected."""

    item: Item
    reason: str


class Engine(Protocol):
    """Runs per-document work and joins; the results never depend on which engine."""

    def map(
        self,
        function: Callable[[Item], Result],
        items: Iterable[Item],
        *,
        workers: int,
    ) -> Iterator[Result | Crash[Item]]:
        """Yield `function` of each item, in the order of the items.

        Args:
            function: picklable, at the top of a module; it must not raise.
            items: picklable; taken a few at a time, so they may be loaded lazily.
            workers: as many as the work is worth; 1 runs it here.
        """
        ...

    def join(
        self, name: str, tables: Mapping[str, Columns]
    ) -> dict[str, NDArray[np.generic]]:
        """Return the columns that the named query gives over `tables`.

        Args:
            name: of a file in `engine/sql`, without its ending.
            tables: what the query reads, by name.
        """
        ...

    def close(self) -> None:
        """Give back what the work took; the next work takes it again."""
        ...
