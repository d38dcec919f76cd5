import pickle
from datetime import date
from pathlib import Path

import pytest

from sayso.read.overrides import Override, Overrides, load_overrides, parse_table


@pytest.fixture
def pile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    folder = Path("pile")
    (folder / "deep").mkdir(parents=True)
    for name in ("a.txt", "b.txt", "deep/c.txt"):
        (folder / name).write_text("x")
    return folder


def _write(path: Path, text: str, encoding: str = "utf-8") -> None:
    path.write_bytes(text.encode(encoding))


FULL = Override(
    url="https://post.example/a",
    title="Two boats, seized",
    publisher="The Portmere Post",
    published=date(2020, 5, 12),
)


def test_a_row_overrides(pile: Path) -> None:
    _write(
        pile / "reports.csv",
        "path,url,title,publisher,published\n"
        'a.txt,https://post.example/a,"Two boats, seized",'
        "The Portmere Post,2020-05-12\n",
    )
    overrides = load_overrides(["pile"])
    assert overrides.get("pile/a.txt") == FULL
    assert overrides.get("pile/b.txt") == Override()
    assert overrides.problems == ()
    assert pickle.loads(pickle.dumps(overrides)) == overrides  # noqa: S301 - our own


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_delimiters_and_encodings(pile: Path, delimiter: str, encoding: str) -> None:
    text = "Path;Title;Note;Published\r\na.txt;Café – naïve;x;12 May 2020\r\n"
    _write(pile / "reports.csv", text.replace(";", delimiter), encoding)
    row = load_overrides(["pile"]).get("pile/a.txt")
    assert row == Override(title="Café – naïve", published=date(2020, 5, 12))


def test_tables_lie_beside_files_and_in_folders_below(pile: Path) -> None:
    _write(pile / "reports.csv", "path,title\na.txt,A\ndeep/c.txt,outer\n")
    _write(pile / "deep/reports.csv", "path,title\nc.txt,inner\n./../b.txt,B\n")
    for inputs in (
        ["pile"],
        ["pile/a.txt", "pile/deep/c.txt"],
        ["pile/*.txt", "pile/deep"],
    ):
        overrides = load_overrides(inputs)
        assert overrides.problems == ()
        titles = [overrides.get(f"pile/{name}").title for name in ("a.txt", "b.txt")]
        assert titles == ["A", "B"]
        assert overrides.get("pile/deep/c.txt").title == "inner"


def test_paths_written_on_windows(pile: Path) -> None:
    _write(pile / "reports.csv", "path,title\ndeep\\c.txt,C\n")
    assert load_overrides(["pile"]).get("pile/deep/c.txt").title == "C"


def test_members_of_archives_can_be_named(pile: Path) -> None:
    (pile / "a.zip").write_bytes(b"")
    _write(pile / "reports.csv", "path,title\na.zip!/b.html,B\n")
    overrides = load_overrides(["pile"])
    assert overrides.get("pile/a.zip!/b.html").title == "B"
    assert overrides.problems == ()


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("a.txt,A,32 May 2020", "row 3, column published: 32 May 2020 is no date"),
        ("a.txt,A,5/6/2020", "row 3, column published: 5/6/2020 is no date"),
        (",A,2020-05-12", "row 3, column path: is empty"),
        ("none.txt,A,2020-05-12", "row 3, column path: there is no file none.txt"),
        ("b.txt,again,2020-05-12", "row 3, column path: b.txt has a row already"),
        ("a.txt,A,B,2020-05-12", "row 3, column published: 4 cells under 3 columns"),
    ],
)
def test_bad_rows_are_named_and_the_rest_counts(
    pile: Path, row: str, reason: str
) -> None:
    head = "path,title,published\nb.txt,B,2020-05-11\n"
    _write(pile / "reports.csv", f"{head}{row}\n\ndeep/c.txt,C,\n")
    overrides = load_overrides(["pile"])
    (problem,) = overrides.problems
    assert problem.uri == "pile/reports.csv#row=3"
    assert problem.reason.startswith(reason)
    assert problem.remedy
    assert problem.sha256 is not None
    assert overrides.get("pile/b.txt").title == "B"
    assert overrides.get("pile/deep/c.txt").title == "C"


def test_a_bad_date_leaves_the_rest_of_its_row(pile: Path) -> None:
    _write(pile / "reports.csv", "path,title,published\na.txt,A,soon\n")
    assert load_overrides(["pile"]).get("pile/a.txt") == Override(title="A")


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "has no column named path"),
        (b"file,title\na.txt,A\n", "has no column named path"),
        (b"\x00\x01\x02" * 50, "is not text"),
        (b'path,title\na.txt,"' + b"x" * 200_000, "is no table that can be read"),
    ],
)
def test_a_table_that_cannot_be_used_is_named(raw: bytes, reason: str) -> None:
    (problem,) = parse_table(raw, "pile/reports.csv").problems
    assert problem.uri == "pile/reports.csv"
    assert problem.reason.startswith(reason)


def test_a_table_that_may_not_be_opened_is_named(
    pile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _write(pile / "reports.csv", "path\n")

    def refuse(path: Path) -> bytes:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    (problem,) = load_overrides(["pile"]).problems
    assert problem.reason == "could not be opened (permission denied)"


def test_nothing_without_tables(pile: Path) -> None:
    assert load_overrides([str(pile), "nowhere"]) == Overrides()
