"""Plug-in points: what other packages can add to sayso.

A package adds a reader by implementing `sayso_read` and naming its module under the
entry point group `sayso`. Plug-ins are asked before the built-in readers, so that
they can also replace one.
"""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Protocol, cast

import pluggy

from sayso.errors import ReadError

PROJECT = "sayso"

hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A file inside a file: a member of an archive, an attachment of a mail.

    Attributes:
        problem: set when the part can be named but not read; `raw` is then empty.
    """

    name: str
    raw: bytes = b""
    problem: ReadError | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A stretch of a file that gave no text although the rest did.

    Attributes:
        place: fragment that names it, such as `page=3`.
    """

    place: str
    problem: ReadError


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What a reader found in one file.

    Attributes:
        text: what offsets will point into; None for a mere container.
        published: the publication date as the file states it.
        dateline: the publication date as the text itself says it.
        created: when the file was made; weaker, used when nothing better is known.
        pages: where each page starts in `text`.
        parts: files inside, read in their turn.
        gaps: what could not be read of this file.
    """

    text: str | None
    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: date | None = None
    dateline: date | None = None
    created: date | None = None
    pages: tuple[int, ...] = ()
    parts: tuple[Part, ...] = ()
    gaps: tuple[Gap, ...] = ()


class ReaderHooks(Protocol):
    """The hooks as callers see them."""

    def sayso_read(self, *, raw: bytes, media_type: str, name: str) -> Content | None:
        """Ask every plug-in in turn; the first answer counts."""


@hookspec(firstresult=True)
def sayso_read(raw: bytes, media_type: str, name: str) -> Content | None:
    """Read one file, or return None to leave it to others.

    Args:
        raw: the bytes of the file.
        media_type: what the bytes look like; `application/octet-stream` when unknown.
        name: file name with its ending.

    Raises:
        ReadError: the file is of this reader's kind but cannot be read.
    """


@cache
def reader_hooks() -> ReaderHooks:
    """Return the hooks with all installed plug-ins, loaded once a process."""
    manager = pluggy.PluginManager(PROJECT)
    manager.add_hookspecs(sys.modules[__name__])
    manager.load_setuptools_entrypoints(PROJECT)
    return cast("ReaderHooks", manager.hook)


def plugin_names() -> Sequence[str]:
    """Return the names of the installed plug-ins, for `sayso --version` and bugs."""
    manager = pluggy.PluginManager(PROJECT)
    manager.load_setuptools_entrypoints(PROJECT)
    return sorted(name for name, _ in manager.list_name_plugin())
