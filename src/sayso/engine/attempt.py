"""Try a step that must not end the build when it fails on one odd document."""

from collections.abc import Callable
from typing import TypeVar

LONGEST_FAULT = 200
"""Characters of an error kept: it is shown in a listing, one line a document."""
_Value = TypeVar("_Value")


def attempt(step: str, faults: list[str], run: Callable[[], _Value]) -> _Value | None:
    """Return what `run` returns; when it fails, add a line to `faults` instead."""
    try:
        return run()
    except Exception as error:  # noqa: BLE001 - that is what this function is for
        first = f"{type(error).__name__}: {error}".splitlines()[0]
        faults.append(f"{step}: {first[:LONGEST_FAULT]}")
        return None
