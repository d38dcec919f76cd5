import io
import stat
import warnings
import zipfile
from collections.abc import Callable

import pytest

from sayso.errors import ReadError
from sayso.read import archive as reader
from sayso.read.archive import read_zip
from sayso.read.limits import BOMB_FLOOR, BOMB_RATIO

MakeZip = Callable[..., bytes]


def _problems(raw: bytes, **options: int) -> dict[str, str | None]:
    parts = read_zip(raw, **options).parts
    return {part.name: part.problem and part.problem.reason for part in parts}


def test_members_come_by_name(make_zip: MakeZip) -> None:
    content = read_zip(make_zip({"b/c.txt": b"2", "a.txt": b"1"}))
    assert content.text is None
    assert [(part.name, part.raw) for part in content.parts] == [
        ("a.txt", b"1"),
        ("b/c.txt", b"2"),
    ]


def test_what_is_no_report_is_passed_over(make_zip: MakeZip) -> None:
    raw = make_zip(
        {"__MACOSX/a.txt": b"1", ".DS_Store": b"1", "d/": b"", "k.txt": b"1"}
    )
    assert list(_problems(raw)) == ["k.txt"]


@pytest.mark.parametrize(
    "name", ["../up.txt", "a/../../up.txt", "/root.txt", "C:/x.txt"]
)
def test_paths_that_lead_outside_are_refused(make_zip: MakeZip, name: str) -> None:
    found = _problems(make_zip({name: b"1", "fine.txt": b"1"}))
    assert found == {
        name: "has a path that leads outside the archive",
        "fine.txt": None,
    }


def test_backslashes_separate_too(make_zip: MakeZip) -> None:
    raw = make_zip({"a|b.txt": b"1"}).replace(b"a|b.txt", b"a\\b.txt")
    assert list(_problems(raw)) == ["a/b.txt"]


def test_names_in_unmarked_utf8(make_zip: MakeZip) -> None:
    raw = make_zip({"Muxller.txt": b"1"})
    raw = raw.replace(b"Muxller", "Müller".encode())
    assert list(_problems(raw)) == ["Müller.txt"]


def test_an_encrypted_member_is_refused(make_zip: MakeZip) -> None:
    raw = bytearray(make_zip({"a.txt": b"1"}))
    for signature, flags_at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        raw[raw.index(signature) + flags_at] |= 1
    assert _problems(bytes(raw)) == {"a.txt": "is encrypted inside its archive"}


def test_a_link_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        link = zipfile.ZipInfo("a.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    assert _problems(out.getvalue()) == {"a.txt": "is a link, not a file"}


def test_a_bomb_is_refused_and_the_rest_is_read(make_zip: MakeZip) -> None:
    bomb = b"\x00" * (BOMB_FLOOR + BOMB_RATIO * 2000)
    found = _problems(make_zip({"bomb.txt": bomb, "fine.txt": b"1"}))
    assert found["fine.txt"] is None
    assert "zip bomb" in (found["bomb.txt"] or "")


def test_an_archive_may_unpack_to_so_much_and_no_more(make_zip: MakeZip) -> None:
    raw = make_zip({"a.txt": b"1" * 60, "b.txt": b"2" * 60, "c.txt": b"3" * 30})
    found = _problems(raw, limit=100)
    assert found["a.txt"] is None
    assert "more unpacked data" in (found["b.txt"] or "")
    assert found["c.txt"] is None


def test_a_damaged_member_is_refused_and_the_rest_is_read() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("a.txt", b"original words")
        archive.writestr("b.txt", b"other words")
    found = _problems(out.getvalue().replace(b"original", b"tampered"))
    assert found == {"a.txt": "is damaged inside its archive", "b.txt": None}


def test_a_name_used_twice_gives_two_parts() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        archive.writestr("a.txt", b"1")
        archive.writestr("a.txt", b"2")
    parts = read_zip(out.getvalue()).parts
    assert [(part.name, part.raw) for part in parts] == [
        ("a.txt", b"1"),
        ("a.txt#2", b"2"),
    ]


def test_too_many_members_are_refused(
    make_zip: MakeZip, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "MEMBER_LIMIT", 2)
    with pytest.raises(ReadError, match="more than 2 files"):
        read_zip(make_zip({"a": b"", "b": b"", "c": b""}))


def test_an_empty_archive_is_refused(make_zip: MakeZip) -> None:
    with pytest.raises(ReadError, match="without any files"):
        read_zip(make_zip({}))


def test_a_truncated_archive_is_refused(make_zip: MakeZip) -> None:
    raw = make_zip({"a.txt": b"1" * 1000})
    with pytest.raises(ReadError, match="damaged or truncated"):
        read_zip(raw[:-30])
