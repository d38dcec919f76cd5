"""The small case as a file."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sayso.store.file import CaseFile
from tests.store.small import Made


@pytest.fixture
def made() -> Made:
    return Made()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "small.sayso"


@pytest.fixture(scope="session")
def small_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the small case once; tests work on copies of it."""
    path = tmp_path_factory.mktemp("small") / "small.sayso"
    file = CaseFile(path, create=True)
    Made().write(file.writing("test 1", ["a.txt"]))
    file.close()
    return path


@pytest.fixture
def empty(path: Path) -> Iterator[CaseFile]:
    file = CaseFile(path, create=True)
    yield file
    file.close()


@pytest.fixture
def small(path: Path, small_file: Path) -> Iterator[CaseFile]:
    shutil.copy(small_file, path)
    file = CaseFile(path)
    yield file
    file.close()


@pytest.fixture
def query(path: Path) -> Callable[[str], list[tuple[object, ...]]]:
    """Run SQL on the file as somebody else would."""

    def run(sql: str) -> list[tuple[object, ...]]:
        connection = sqlite3.connect(path)
        try:
            with connection:
                return connection.execute(sql).fetchall()
        finally:
            connection.close()

    return run
