"""What is opened, what is refused, and that a refused file stays as it was."""

import hashlib
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.errors import (
    CaseError,
    DamagedCaseError,
    LockedCaseError,
    MissingCaseError,
    NewerCaseError,
    NotACaseError,
)
from sayso.store import sqlite
from sayso.store.file import CaseFile
from tests.store.small import Made


def untouched(path: Path) -> tuple[str, int, set[str]]:
    """Return what must not change: bytes, time, and what lies beside the file."""
    around = {item.name for item in path.parent.iterdir()}
    return (
        hashlib.sha256(path.read_bytes()).hexdigest(),
        path.stat().st_mtime_ns,
        around,
    )


def refuse(path: Path, kind: type[CaseError], says: str) -> None:
    before = untouched(path)
    with pytest.raises(kind, match=says) as caught:
        CaseFile(path)
    assert str(path) in str(caught.value)
    assert untouched(path) == before


@pytest.mark.parametrize(
    "content",
    [b"", b"# a note\n" * 50, b"SQLite format 3\x00", b"\x00" * 4096],
    ids=["empty", "text", "only the magic", "zeros"],
)
def test_a_file_that_is_no_case_is_refused(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    refuse(path, NotACaseError, "not a sayso case")


@pytest.mark.parametrize("mode", ["delete", "wal"])
def test_another_database_is_refused(path: Path, mode: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA journal_mode = {mode}")
    connection.execute("CREATE TABLE birds (name TEXT)")
    connection.commit()
    connection.close()
    refuse(path, NotACaseError, "not a sayso case")


def test_a_case_of_a_newer_program_is_refused(
    small: CaseFile, path: Path, query: Callable[[str], object]
) -> None:
    small.close()
    query("PRAGMA user_version = 99")
    refuse(path, NewerCaseError, r"newer sayso \(case version 99")


def test_a_case_cut_short_is_refused(small: CaseFile, path: Path) -> None:
    small.close()
    path.write_bytes(path.read_bytes()[:-5000])
    refuse(path, DamagedCaseError, "cut short")


def test_a_case_without_a_table_is_refused(
    small: CaseFile, path: Path, query: Callable[[str], object]
) -> None:
    small.close()
    query("DROP TABLE copy")
    with pytest.raises(DamagedCaseError, match="lacks its table copy"):
        CaseFile(path)


def test_a_scrambled_case_is_refused(small: CaseFile, path: Path) -> None:
    small.close()
    raw = bytearray(path.read_bytes())
    raw[100:4096] = b"\xa5" * 3996
    path.write_bytes(raw)
    refuse(path, DamagedCaseError, "damaged")


def test_a_missing_case_is_refused(path: Path) -> None:
    with pytest.raises(MissingCaseError, match="sayso build"):
        CaseFile(path)
    assert not path.exists()


def test_a_folder_is_no_case(tmp_path: Path) -> None:
    with pytest.raises(NotACaseError, match="a folder"):
        CaseFile(tmp_path)


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read anything"
)
def test_a_case_without_permission_is_refused(small: CaseFile, path: Path) -> None:
    small.close()
    path.chmod(0)
    with pytest.raises(CaseError, match="permissions"):
        CaseFile(path)


def test_a_case_cannot_be_made_in_a_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="name another path"):
        CaseFile(tmp_path / "nowhere" / "a.sayso", create=True)


def test_a_new_case_is_made_whole_and_leaves_nothing_beside_it(
    path: Path, query: Callable[[str], list[tuple[object, ...]]]
) -> None:
    CaseFile(path, create=True).close()
    assert [item.name for item in path.parent.iterdir()] == [path.name]
    assert query("PRAGMA application_id") == [(sqlite.APPLICATION_ID,)]
    assert query("PRAGMA journal_mode") == [("wal",)]
    assert query("PRAGMA foreign_key_check") == []


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX permissions")
def test_a_new_case_is_its_owners_alone(path: Path) -> None:
    CaseFile(path, create=True).close()
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_failed_creation_leaves_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "FULL_TEXT", "CREATE NONSENSE")
    with pytest.raises(Exception, match="NONSENSE"):
        CaseFile(path, create=True)
    assert list(path.parent.iterdir()) == []


def test_a_writer_elsewhere_locks_writing_but_not_reading(
    small: CaseFile, path: Path, made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "BUSY_MS", 50)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    file = CaseFile(path)
    try:
        assert len(list(file.reading.documents())) == 2
        with pytest.raises(LockedCaseError, match="another process"):
            made.write(file.writing("t"))
    finally:
        other.rollback()
        other.close()
        file.close()
    assert small.reading.count("build") == 1


def test_damage_met_while_reading_is_named(small: CaseFile, path: Path) -> None:
    small.close()
    raw = bytearray(path.read_bytes())
    page = raw.index(b"Minister Oru said") // 4096 * 4096
    raw[page : page + 64] = b"\xa5" * 64
    path.write_bytes(raw)
    file = CaseFile(path)
    with pytest.raises(DamagedCaseError, match="restore a copy"):
        list(file.reading.documents())
    file.close()


@pytest.mark.parametrize("table", ["judgement", "custody"])
@pytest.mark.parametrize("verb", ["DELETE FROM {}", "UPDATE {} SET rowid = 9"])
def test_what_people_decided_cannot_be_changed(
    small: CaseFile, query: Callable[[str], object], table: str, verb: str
) -> None:
    query(
        "INSERT INTO judgement VALUES"
        " (1, 'jdg-1', 'same', 'a', 'b', 'A', 'B', 'me', 'so', '2031-01-01T00:00')"
    )
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        query(verb.format(table))
    assert small.reading.count(table) >= 1


def test_a_foreign_key_that_leads_nowhere_is_refused(
    small: CaseFile, made: Made
) -> None:
    writing = small.writing("t")
    with pytest.raises(Exception, match="FOREIGN KEY"):
        writing.people((), made.mentions, (), "p2")
    assert len(small.reading.actors()) == 3, "the transaction was rolled back"


def test_the_tables_check_their_types(
    small: CaseFile, query: Callable[[str], object]
) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="cannot store TEXT"):
        query("UPDATE document SET size = 'large'")
    assert small.reading.count("document") == 2


@pytest.mark.parametrize("name", ["a?b=c.sayso", "50% #1.sayso", "ä ö.sayso", "file:x"])
@pytest.mark.parametrize("disk", ["writable", "read-only"])
def test_any_file_name_will_do(
    tmp_path: Path, name: str, disk: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / name
    CaseFile(path, create=True).close()
    assert [item.name for item in tmp_path.iterdir()] == [name]
    if disk == "read-only":
        monkeypatch.setattr(os, "access", lambda *_: False)
    file = CaseFile(path)
    assert file.reading.count("document") == 0
    file.close()


def test_a_case_on_a_read_only_disk_can_be_read_but_not_written(
    small: CaseFile, path: Path, made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    small.close()
    before = untouched(path)
    monkeypatch.setattr(os, "access", lambda *_: False)
    file = CaseFile(path)
    assert len(list(file.reading.documents())) == 2
    assert file.check() == []
    with pytest.raises(CaseError, match="cannot be written to"):
        made.write(file.writing("t"))
    file.close()
    assert untouched(path) == before


def test_closing_one_handle_forgets_one_handle(small: CaseFile, path: Path) -> None:
    other = CaseFile(path)
    other.close()
    other.close()
    assert sqlite._open_here[path.resolve()] == 1
    small.close()
    assert sqlite._open_here[path.resolve()] == 0
