"""Heavy steps on this machine: a pool of processes, and DuckDB for joins."""

import os
import sys
import tempfile
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from importlib.resources import files
from itertools import islice
from multiprocessing import active_children, get_context
from types import ModuleType, TracebackType
from typing import Self

import numpy as np
from numpy.typing import NDArray

from sayso.engine.base import Columns, Crash, Item, Result
from sayso.engine.worker import prepare

IN_FLIGHT = 8
"""Items a worker that are sent ahead: results come in order, so one long document
may keep this many short ones waiting, and as many are in memory at a time."""
JOIN_MEMORY = "600MB"
"""Beyond it DuckDB spills to disk; the join of 100,000 reports needs about twice that,
and a build is meant to stay below a gigabyte."""


def cores() -> int:
    """Return how many processes this machine runs side by side."""
    if hasattr(os, "sched_getaffinity"):  # Linux: what this process may use
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class LocalEngine:
    """Runs everything on this machine; close it, or use it in a `with` block."""

    def __init__(self) -> None:
        """Start nothing yet; processes start with the first work worth them."""
        self._pool: ProcessPoolExecutor | None = None
        self._size = 0

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
            items: picklable; at most `IN_FLIGHT` a worker are in memory at a time.
            workers: how many processes; 1 runs it in this one, which saves the second
                it takes to start another.
        """
        if workers <= 1:
            yield from map(function, items)
            return
        each = iter(items)
        window: deque[tuple[Item, Future[Result]]] = deque()
        while True:
            for item in islice(each, workers * IN_FLIGHT - len(window)):
                window.append((item, self._submit(function, item, workers)))
            if not window:
                return
            item, future = window.popleft()
            try:
                yield future.result()
            except BrokenProcessPool:
                waiting = [item, *(other for other, _ in window)]
                window.clear()
                yield from self._one_by_one(function, waiting)

    def _one_by_one(
        self, function: Callable[[Item], Result], items: list[Item]
    ) -> Iterator[Result | Crash[Item]]:
        """Try again what was in flight when a worker died, to find the culprit."""
        for item in items:
            self.close()
            try:
                yield self._submit(function, item, 1).result()
            except BrokenProcessPool:
                reason = "the worker process died on it, most likely out of memory"
                yield Crash(item=item, reason=reason)
        self.close()

    def _submit(
        self, function: Callable[[Item], Result], item: Item, workers: int
    ) -> Future[Result]:
        if self._pool is None or self._size < workers:
            self.close()
            # Threads of ONNX and DuckDB do not survive a fork; spawned workers start
            # clean, on every system alike.
            self._pool = ProcessPoolExecutor(
                workers, mp_context=get_context("spawn"), initializer=prepare
            )
            self._size = workers
        try:
            with _caller_hidden():
                return self._pool.submit(function, item)
        except BrokenProcessPool as error:  # it died since the item before
            failed: Future[Result] = Future()
            failed.set_exception(error)
            return failed

    def join(
        self, name: str, tables: Mapping[str, Columns]
    ) -> dict[str, NDArray[np.generic]]:
        """Return the columns that the named query gives over `tables`.

        Args:
            name: of a file in `engine/sql`, without its ending.
            tables: what the query reads, by name; scanned in place, never copied.
        """
        import duckdb  # a quarter of a second that listings need not pay

        query = files("sayso.engine").joinpath("sql", f"{name}.sql").read_text("utf-8")
        with tempfile.TemporaryDirectory(prefix="sayso-") as spill:
            settings: dict[str, str | bool | int | float | list[str]] = {
                "autoinstall_known_extensions": "false",  # nothing from the network
                "autoload_known_extensions": "false",
                "memory_limit": JOIN_MEMORY,
                "temp_directory": spill,
            }
            with duckdb.connect(":memory:", config=settings) as connection:
                for table, columns in tables.items():
                    connection.register(table, dict(columns))
                found = connection.execute(query).fetchnumpy()
        return {column: np.asarray(values) for column, values in found.items()}

    def close(self) -> None:
        """End the worker processes, waiting for what they have in hand."""
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool, self._size = None, 0

    def __enter__(self) -> Self:
        """Return the engine itself."""
        self._before = set(active_children())
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the workers; at once when something went wrong or Ctrl-C was pressed."""
        if error is not None and self._pool is not None:
            for child in set(active_children()) - self._before:
                child.terminate()
        self.close()


@contextmanager
def _caller_hidden() -> Iterator[None]:
    """Keep new workers from running the caller's script again.

    A spawned process imports the main module of its parent; a script without an
    `if __name__ == "__main__"` guard would start its build once more in each worker.
    Nothing that workers are sent lives in that module.
    """
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main
