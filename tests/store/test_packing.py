"""The bytes of files in the case."""

import hashlib

import pytest

from sayso.store import packing
from sayso.store.packing import pack, unpack


def test_bytes_come_back() -> None:
    raw = b"\x00\xff" * 5000
    kept = pack("ab", len(raw), raw)
    assert kept is not None
    assert (kept.packing, kept.size) == ("zlib", 10_000)
    assert kept.data is not None
    assert len(kept.data) < 200
    assert unpack(kept.packing, kept.data) == raw


def test_a_large_file_is_kept_by_its_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packing, "RAW_LIMIT", 10)
    kept = pack("ab", 11, b"x" * 11)
    assert kept is not None
    assert (kept.packing, kept.size, kept.data) == ("path", 11, None)
    assert unpack(kept.packing, kept.data) is None


def test_what_was_never_hashed_is_not_kept() -> None:
    assert pack(None, 0, b"") is None


def test_damaged_bytes_are_told_from_kept_ones() -> None:
    kept = pack(hashlib.sha256(b"abc").hexdigest(), 150, b"abc" * 50)
    assert kept is not None
    assert kept.data is not None
    with pytest.raises(ValueError, match="damaged"):
        unpack("zlib", kept.data[:-3])


def test_what_the_reader_could_not_hold_is_kept_by_its_path() -> None:
    kept = pack("ab", 10**9, b"")
    assert kept is not None
    assert (kept.packing, kept.size) == ("path", 10**9)
