"""Telling how far a stage is."""

from collections.abc import Iterable, Iterator
from typing import Protocol, TypeVar

_Value = TypeVar("_Value")


class Progress(Protocol):
    """Told how far a stage is; `total` is known from its first call on."""

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Note that `done` of `total` items of `stage` are done."""
        ...


def silent(stage: str, done: int, total: int) -> None:
    """Tell nobody."""


def counted(
    tell: Progress, stage: str, items: Iterable[_Value], total: int
) -> Iterator[_Value]:
    """Yield the items, telling how many of them have been dealt with.

    Args:
        tell: is told at the start, and each time the caller comes back for more.
        stage: what a reader sees.
        items: what is worked on.
        total: how many there will be; of none nothing is told.
    """
    if total:
        tell(stage, 0, total)
    for done, item in enumerate(items, 1):
        yield item
        tell(stage, done, total)
