import os
import pickle
from pathlib import Path

import pytest

from sayso.domain.document import Unread
from sayso.read.discover import Found, discover


def _touch(root: Path, *names: str) -> None:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")


def _uris(*inputs: str | Path) -> list[str]:
    return [item.uri for item in discover([str(named) for named in inputs])]


@pytest.fixture
def pile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder `pile` below the working directory."""
    monkeypatch.chdir(tmp_path)
    folder = Path("pile")
    folder.mkdir()
    return folder


def test_files_come_sorted_with_forward_slashes(pile: Path) -> None:
    _touch(pile, "b.txt", "a/z.txt", "a.txt", "a/b/c.pdf")
    assert _uris("pile") == [
        "pile/a.txt",
        "pile/a/b/c.pdf",
        "pile/a/z.txt",
        "pile/b.txt",
    ]


def test_the_size_is_known_without_reading(pile: Path) -> None:
    (pile / "a.txt").write_text("four")
    (item,) = discover(["pile"])
    assert item == Found(uri="pile/a.txt", path=Path("pile/a.txt"), size=4)
    assert pickle.loads(pickle.dumps(item)) == item  # noqa: S301 - our own bytes


def test_what_is_no_report_is_passed_over_in_folders(pile: Path) -> None:
    _touch(
        pile,
        ".hidden.txt",
        ".git/a.txt",
        "__MACOSX/a.txt",
        "~$open.docx",
        "a.txt~",
        "case.sayso",
        "case.sayso-wal",
        "Reports.CSV",
        "kept.txt",
    )
    assert _uris("pile") == ["pile/kept.txt"]


def test_a_file_named_outright_is_taken_even_if_hidden(pile: Path) -> None:
    _touch(pile, ".hidden.txt")
    assert _uris("pile/.hidden.txt") == ["pile/.hidden.txt"]


def test_the_case_itself_is_skipped_whatever_its_name(pile: Path) -> None:
    _touch(pile, "a.txt", "case.db")
    found = [item.uri for item in discover(["pile"], skip=[pile / "case.db"])]
    assert found == ["pile/a.txt"]


def test_an_input_given_twice_counts_once(pile: Path) -> None:
    _touch(pile, "a.txt")
    assert _uris("pile", "./pile/", "pile/a.txt") == ["pile/a.txt"]


def test_globs_are_expanded(pile: Path) -> None:
    _touch(pile, "b.txt", "a.txt", "c.pdf", "deep/d.txt")
    assert _uris("pile/*.txt") == ["pile/a.txt", "pile/b.txt"]
    assert _uris("pile/**/*.txt") == ["pile/a.txt", "pile/b.txt", "pile/deep/d.txt"]


def test_a_file_whose_name_looks_like_a_glob_is_that_file(pile: Path) -> None:
    _touch(pile, "a[1].txt", "a1.txt")
    assert _uris("pile/a[1].txt") == ["pile/a[1].txt"]


@pytest.mark.parametrize(
    ("named", "reason"),
    [
        ("pile/none.txt", "no such file or folder"),
        ("pile/*.docx", "no file matches the pattern"),
    ],
)
def test_missing_inputs_are_listed(pile: Path, named: str, reason: str) -> None:
    assert pile.is_dir()
    (item,) = discover([named])
    assert isinstance(item, Unread)
    assert (item.uri, item.sha256, item.reason) == (named, None, reason)
    assert item.remedy == "check the path"


def test_a_link_back_up_ends_and_is_listed(pile: Path) -> None:
    _touch(pile, "a/b.txt")
    (pile / "a" / "loop").symlink_to(pile.resolve())
    items = list(discover(["pile"]))
    assert [item.uri for item in items] == ["pile/a/b.txt", "pile/a/loop"]
    assert isinstance(items[1], Unread)
    assert items[1].reason == "is a link back to a folder above it"


def test_links_across_are_followed_once(pile: Path, tmp_path: Path) -> None:
    _touch(tmp_path, "other/x.txt")
    for name in ("one", "two"):
        (pile / name).symlink_to(tmp_path / "other")
        (tmp_path / "other" / name).symlink_to(pile.resolve())
    (pile / "inside").mkdir()
    (pile / "again").symlink_to((pile / "inside").resolve())
    _touch(pile, "inside/y.txt")
    read = [item.uri for item in discover(["pile"]) if isinstance(item, Found)]
    assert read == ["pile/inside/y.txt", "pile/one/x.txt"]


def test_a_link_to_nowhere_is_listed(pile: Path) -> None:
    (pile / "gone.txt").symlink_to("nowhere.txt")
    (item,) = discover(["pile"])
    assert isinstance(item, Unread)
    assert item.reason == "is a link that leads nowhere"


def test_pipes_are_passed_over_in_folders_and_refused_by_name(pile: Path) -> None:
    _touch(pile, "a.txt")
    os.mkfifo(pile / "pipe")
    assert _uris("pile") == ["pile/a.txt"]
    (item,) = discover(["pile/pipe"])
    assert isinstance(item, Unread)
    assert item.reason == "is a pipe, socket or device"


def test_a_folder_that_may_not_be_opened_is_listed(
    pile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _touch(pile, "a.txt", "locked/b.txt")
    scandir = os.scandir

    def guarded(folder: Path) -> object:
        if Path(folder).name == "locked":
            raise PermissionError(13, "Permission denied", str(folder))
        return scandir(folder)

    monkeypatch.setattr(os, "scandir", guarded)
    items = list(discover(["pile"]))
    assert [item.uri for item in items] == ["pile/a.txt", "pile/locked"]
    assert isinstance(items[1], Unread)
    assert items[1].reason == "permission denied"


def test_names_that_are_not_utf8_still_give_a_writable_uri(pile: Path) -> None:
    raw = os.fsencode(pile) + b"/caf\xe9.txt"
    try:
        with open(raw, "wb"):  # noqa: PTH123 - pathlib takes no bytes
            pass
    except OSError:
        pytest.skip("this file system refuses such names")
    (item,) = discover(["pile"])
    assert isinstance(item, Found)
    assert item.uri == "pile/caf\\xe9.txt"
    assert item.path.exists()
    item.uri.encode("utf-8")
