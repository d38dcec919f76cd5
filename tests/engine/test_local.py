"""The pool gives what one process would, and the joins what one would by hand."""

import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.engine import local
from sayso.engine.base import Crash
from sayso.engine.local import IN_FLIGHT, LocalEngine, cores

UNGUARDED = """
print("started", flush=True)
from sayso.engine.local import LocalEngine
with LocalEngine() as engine:
    print(list(engine.map(abs, [-1, -2, -3], workers=2)))
"""


@pytest.fixture(scope="module")
def engine() -> Iterator[LocalEngine]:
    with LocalEngine() as made:
        yield made


@pytest.mark.parametrize("workers", [1, 2])
def test_results_come_in_the_order_of_the_items(
    engine: LocalEngine, workers: int
) -> None:
    items = range(-50, 0)
    assert list(engine.map(abs, items, workers=workers)) == [abs(i) for i in items]
    assert list(engine.map(abs, [], workers=workers)) == []


def test_one_worker_is_this_process(engine: LocalEngine) -> None:
    assert list(engine.map(_pid, [0], workers=1)) == [os.getpid()]
    assert os.getpid() not in list(engine.map(os.getenv, ["PWD"], workers=2))


def test_items_are_taken_only_a_few_ahead(engine: LocalEngine) -> None:
    taken = 0

    def items() -> Iterator[int]:
        nonlocal taken
        for i in range(1000):
            taken += 1
            yield -i

    found = engine.map(abs, items(), workers=2)
    assert next(found) == 0
    assert taken <= 2 * IN_FLIGHT + 1
    found.close()


def test_an_item_that_kills_its_worker_is_named_and_the_rest_is_done() -> None:
    with LocalEngine() as engine:
        items = [0.0, 0.01, float("inf"), 0.02]
        found = list(engine.map(_deadly, items, workers=2))
    assert found[:2] == [0.0, 0.01]
    assert isinstance(found[2], Crash)
    assert found[2].item == float("inf")
    assert "out of memory" in found[2].reason
    assert found[3] == 0.02


def test_a_script_without_a_guard_runs_once(tmp_path: Path) -> None:
    """Users write `Case.open(...).build(...)` at the top of a script."""
    script = tmp_path / "script.py"
    script.write_text(UNGUARDED)
    done = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, str(script)],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert done.stdout.splitlines() == ["started", "[1, 2, 3]"]


def test_workers_end_at_once_when_something_goes_wrong() -> None:
    def stop() -> None:
        with LocalEngine() as engine:
            found = engine.map(time.sleep, [0, 60, 60], workers=2)
            next(found)
            raise KeyboardInterrupt

    began = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        stop()
    assert time.monotonic() - began < 30


def test_there_is_at_least_one_core() -> None:
    assert cores() >= 1


def _pid(_item: int) -> int:
    return os.getpid()


def _deadly(seconds: float) -> float:
    if seconds == float("inf"):
        os._exit(1)
    time.sleep(seconds)
    return seconds


# -- joins ----------------------------------------------------------------------------


def reuse(
    engine: LocalEngine, shingles: list[set[int]], least: int, most: int
) -> list[tuple[int, int, int]]:
    rows = sorted((d, s) for d, found in enumerate(shingles) for s in found)
    tables = {
        "shingles": {
            "document": np.array([d for d, _ in rows], np.int32),
            "shingle": np.array([s for _, s in rows], np.uint64),
        },
        "settings": {
            "min_shared": np.array([least]),
            "max_documents": np.array([most]),
        },
    }
    found = engine.join("reuse", tables)
    columns = (found["left"], found["right"], found["shared"])
    return list(zip(*(column.tolist() for column in columns), strict=True))


def by_hand(
    shingles: list[set[int]], least: int, most: int
) -> list[tuple[int, int, int]]:
    spread = Counter(s for found in shingles for s in found)
    rare = [{s for s in found if 2 <= spread[s] <= most} for found in shingles]
    pairs = [
        (a, b, len(rare[a] & rare[b])) for a, b in combinations(range(len(rare)), 2)
    ]
    return [pair for pair in pairs if pair[2] >= least]


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.sets(st.integers(0, 12)), max_size=8),
    st.integers(1, 4),
    st.integers(2, 6),
)
def test_the_reuse_join_is_the_one_by_hand(
    engine: LocalEngine, shingles: list[set[int]], least: int, most: int
) -> None:
    assert reuse(engine, shingles, least, most) == by_hand(shingles, least, most)


def test_hashes_keep_all_their_bits(engine: LocalEngine) -> None:
    high = 2**64 - 1
    assert reuse(engine, [{high, 1}, {high, 1}, {high - 1}], 2, 50) == [(0, 1, 2)]


def test_wording_that_everybody_uses_pairs_nobody(engine: LocalEngine) -> None:
    boilerplate = [set(range(20)) for _ in range(60)]
    assert reuse(engine, boilerplate, 8, 50) == []


def test_an_unknown_query_is_a_fault_of_ours(engine: LocalEngine) -> None:
    with pytest.raises(FileNotFoundError):
        engine.join("nonsense", {})


def test_joins_fetch_nothing(
    engine: LocalEngine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """DuckDB would by default fetch extensions from the network when asked to."""
    monkeypatch.setattr(local, "files", lambda _package: tmp_path)
    (tmp_path / "sql").mkdir()
    (tmp_path / "sql" / "settings.sql").write_text(
        "SELECT name, value FROM duckdb_settings() WHERE name LIKE 'auto%extensions'"
    )
    found = engine.join("settings", {})
    assert dict(zip(found["name"], found["value"], strict=True)) == {
        "autoinstall_known_extensions": "false",
        "autoload_known_extensions": "false",
    }
