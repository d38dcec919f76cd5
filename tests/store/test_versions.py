"""Fingerprints change with what they stand for, and only then."""

import pytest

from sayso.store import versions
from sayso.store.versions import code_version, fingerprint


def test_parts_do_not_run_into_each_other() -> None:
    assert fingerprint("ab", "c") != fingerprint("a", "bc")
    assert fingerprint(1, None) == fingerprint(1, None)
    assert fingerprint("\udc80") != fingerprint("\udc81"), "undecodable file names"


def test_code_is_known_by_its_content(tmp_path, monkeypatch) -> None:
    (tmp_path / "room").mkdir()
    module = tmp_path / "room" / "step.py"
    module.write_text("x = 1\n")
    monkeypatch.setattr(versions, "files", lambda _package: tmp_path)
    code_version.cache_clear()
    first = code_version("room")
    (tmp_path / "room" / "note.txt").write_text("no code")
    code_version.cache_clear()
    assert code_version("room") == first
    module.write_text("x = 2\n")
    code_version.cache_clear()
    assert code_version("room") != first
    code_version.cache_clear()


@pytest.mark.parametrize("room", ["read", "extract", "models", "engine"])
def test_every_room_of_a_stage_has_code(room: str) -> None:
    assert code_version(room) != code_version("no such room")
