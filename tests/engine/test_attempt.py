"""One odd document does not end a build."""

import pytest

from sayso.engine.attempt import LONGEST_FAULT, attempt


def test_what_works_comes_back() -> None:
    faults: list[str] = []
    assert attempt("extract", faults, lambda: 3) == 3
    assert faults == []


def test_what_fails_is_noted_in_one_short_line() -> None:
    def fail() -> int:
        raise ValueError("first\nsecond " + "x" * 1000)

    faults: list[str] = []
    assert attempt("extract", faults, fail) is None
    assert faults == ["extract: ValueError: first"]
    attempt("index", faults, lambda: [].pop())
    assert faults[1].startswith("index: IndexError")
    assert all(len(fault) < LONGEST_FAULT + 20 for fault in faults)


def test_memory_is_a_fault_and_ctrl_c_is_not() -> None:
    def stop() -> None:
        raise KeyboardInterrupt

    def burst() -> None:
        raise MemoryError

    faults: list[str] = []
    attempt("extract", faults, burst)
    assert "MemoryError" in faults[0]
    with pytest.raises(KeyboardInterrupt):
        attempt("extract", faults, stop)
