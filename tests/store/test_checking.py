"""`verify` finds what it is there to find."""

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from sayso.store.file import CaseFile
from sayso.store.packing import pack
from tests.store.small import Made, file_of, report

Query = Callable[[str], list[tuple[object, ...]]]


def whats(file: CaseFile) -> str:
    problems = file.check()
    assert all(problem.where and problem.remedy for problem in problems)
    return "; ".join(problem.what for problem in problems)


def test_a_whole_case_has_no_problems(small: CaseFile) -> None:
    assert small.check() == []


def test_a_span_outside_its_text_is_found(small: CaseFile, query: Query) -> None:
    query("UPDATE attribution_span SET \"end\" = 9999 WHERE role = 'cue'")
    assert "outside the text" in whats(small)


def test_a_mention_outside_its_text_is_found(small: CaseFile, query: Query) -> None:
    query('UPDATE mention SET "end" = 9999')
    assert "outside the text" in whats(small)


def test_a_row_that_points_nowhere_is_found(small: CaseFile, query: Query) -> None:
    query("DELETE FROM actor WHERE id = 'act-2'")
    assert "points at a row of actor" in whats(small)


@pytest.mark.parametrize(
    ("sql", "says"),
    [
        ("DELETE FROM document_text", "a document without a text"),
        ("DELETE FROM raw", "a document without its raw bytes"),
        (
            "DELETE FROM attribution_span WHERE role = 'content'",
            "an attribution without a content",
        ),
        ("DELETE FROM actor_name", "an actor without a name"),
    ],
)
def test_orphans_are_found(small: CaseFile, query: Query, sql: str, says: str) -> None:
    query(sql)
    assert says in whats(small)


def test_changed_raw_bytes_are_found(small: CaseFile, query: Query, made: Made) -> None:
    other = pack(made.first.sha256, 14, b"something else")
    assert other is not None
    assert other.data is not None
    packed = other.data.hex()
    query(f"UPDATE raw SET data = x'{packed}'")  # noqa: S608 - hexadecimal digits
    assert "no longer have the hash" in whats(small)
    query("UPDATE raw SET data = x'00'")
    assert "damaged" in whats(small)


def test_a_text_that_left_the_index_is_found(small: CaseFile, query: Query) -> None:
    query("UPDATE document_text SET text = 'other words'")
    assert "search index" in whats(small)


def test_a_file_that_changed_is_found_and_one_that_is_gone_is_fine(
    empty: CaseFile, tmp_path: Path
) -> None:
    place = tmp_path / "note.txt"
    place.write_text("Said once.")
    empty.writing("t").file_read(file_of(report("Said once.", str(place))))
    assert empty.check() == []
    place.write_text("Said otherwise.")
    (problem,) = empty.check()
    assert (problem.where, problem.what) == (
        str(place),
        "the file has changed since it was read",
    )
    place.unlink()
    assert empty.check() == []


def test_a_file_kept_by_path_only_must_be_there(
    empty: CaseFile, tmp_path: Path, query: Query
) -> None:
    place = tmp_path / "note.txt"
    empty.writing("t").file_read(file_of(report("Said once.", str(place))))
    query("UPDATE raw SET packing = 'path', data = NULL")
    assert "not there" in whats(empty)


def test_a_damaged_file_is_reported_not_raised(small: CaseFile, path: Path) -> None:
    small.close()
    raw = bytearray(path.read_bytes())
    page = raw.index(b"Minister Oru said") // 4096 * 4096
    raw[page : page + 64] = b"\xa5" * 64
    copy = path.with_name("other.sayso")
    copy.write_bytes(raw)
    file = CaseFile(copy)
    assert file.check() != []
    file.close()


def test_checking_changes_nothing(small: CaseFile, path: Path) -> None:
    small.close()
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    copy = path.with_name("copy.sayso")
    shutil.copy(path, copy)
    file = CaseFile(copy)
    file.check()
    file.close()
    assert hashlib.sha256(copy.read_bytes()).hexdigest() == before
