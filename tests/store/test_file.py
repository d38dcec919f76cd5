"""Opening and closing."""

from pathlib import Path

from sayso.store.file import CaseFile


def test_create_opens_what_is_there(small: CaseFile, path: Path) -> None:
    other = CaseFile(path, create=True)
    assert len(list(other.reading.documents())) == 2
    other.close()
    assert len(list(small.reading.documents())) == 2


def test_a_closed_case_is_one_file(small: CaseFile, path: Path) -> None:
    small.close()
    assert [item.name for item in path.parent.iterdir()] == [path.name]


def test_closing_twice_does_no_harm(small: CaseFile) -> None:
    small.close()
    small.close()
