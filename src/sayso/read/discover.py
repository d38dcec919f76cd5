"""Find the files to read, in the same order every time.

Only directory entries are looked at here, never contents, so that a caller can list
everything first and show progress against a known total.
"""

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from glob import glob, has_magic
from pathlib import Path

from sayso.domain.document import Unread
from sayso.errors import ReadError

OVERRIDES_NAME = "reports.csv"
"""Metadata about the files beside it; itself no report."""

_CASE_ENDINGS = (".sayso", ".sayso-wal", ".sayso-shm", ".sayso-journal")
_JUNK = ("Thumbs.db", "desktop.ini", "__MACOSX", "~$*", "*~", "*.swp")
"""What file managers and editors leave behind; nobody means to add these."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A file to read.

    Attributes:
        uri: the path as the user would write it, with forward slashes; unlike
            `path` it is always writable as UTF-8.
        path: where to open it.
        size: in bytes, at the time of discovery.
    """

    uri: str
    path: Path
    size: int


def discover(
    inputs: Sequence[str], *, skip: Iterable[Path] = ()
) -> Iterator[Found | Unread]:
    """Yield the files that `inputs` name, sorted within each input.

    Hidden files, case files, `reports.csv` and what file managers leave behind are
    passed over inside folders; a file named outright is always taken. Links to
    folders are followed once.

    Args:
        inputs: files, folders and glob patterns.
        skip: files to leave out, such as the case being built.
    """
    seen: set[str] = set()
    unwanted = {path.resolve() for path in skip}
    for named in inputs:
        for item in _expand(named):
            if item.uri in seen:
                continue
            if isinstance(item, Found) and item.path.resolve() in unwanted:
                continue
            seen.add(item.uri)
            yield item


def walk(named: str) -> Iterator[Found | Unread]:
    """Yield every plain file under one input, `reports.csv` and case files too."""
    paths = [Path(named)]
    if has_magic(named) and not os.path.lexists(named):
        paths = [Path(match) for match in sorted(_matches(named))]
        if not paths:
            reason = "no file matches the pattern"
            yield unread(named, ReadError(reason, "check the path"))
    for path in paths:
        yield from _named(path)


def _matches(pattern: str) -> list[str]:
    return glob(pattern, recursive=True)  # noqa: PTH207 - Path.glob: relative only


def is_overrides(path: str) -> bool:
    """Tell whether `path` names a `reports.csv`."""
    return path.rsplit("/", 1)[-1].lower() == OVERRIDES_NAME


def is_wanted(name: str) -> bool:
    """Tell whether a file or folder of that name inside a folder may be a report."""
    hidden = name.startswith(".")
    case = name.endswith(_CASE_ENDINGS)
    return not (hidden or case or any(fnmatch(name, pattern) for pattern in _JUNK))


def unread(uri: str, error: ReadError, *, size: int = 0) -> Unread:
    """Return the entry for something that has no readable bytes."""
    return Unread(
        uri=uri, sha256=None, size=size, reason=error.reason, remedy=error.remedy
    )


def uri_of(path: Path) -> str:
    """Return `path` with forward slashes; undecodable bytes are escaped."""
    plain = path.as_posix()
    return plain.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _expand(named: str) -> Iterator[Found | Unread]:
    return (item for item in walk(named) if not is_overrides(item.uri))


def _named(path: Path) -> Iterator[Found | Unread]:
    """Yield what a path the user wrote stands for."""
    try:
        status = path.stat()
    except OSError as error:
        yield unread(uri_of(path), _os_error(error, path))
        return
    if stat.S_ISDIR(status.st_mode):
        yield from sorted(_folder(path), key=lambda item: item.uri)
    elif stat.S_ISREG(status.st_mode):
        yield Found(uri=uri_of(path), path=path, size=status.st_size)
    else:
        special = ReadError("is a pipe, socket or device", "name a plain file")
        yield unread(uri_of(path), special)


def _folder(top: Path) -> Iterator[Found | Unread]:
    """Yield the files below `top`, each real folder entered once.

    Links to folders wait until all real folders are done, so that a file keeps its
    real path whatever the links are called.
    """
    folders = [top]
    links: list[Path] = []
    entered: set[tuple[int, int]] = set()
    while folders or links:
        linked = not folders
        folder = links.pop(0) if linked else folders.pop()
        if linked and _leads_back(folder):
            loop = ReadError("is a link back to a folder above it", "remove the link")
            yield unread(uri_of(folder), loop)
            continue
        try:
            status = folder.stat()
            if (status.st_dev, status.st_ino) in entered:
                continue
            entered.add((status.st_dev, status.st_ino))
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            yield unread(uri_of(folder), _os_error(error, folder))
            continue
        wanted = [entry for entry in entries if is_wanted(entry.name)]
        inside = [folder / entry.name for entry in wanted if entry.is_dir()]
        folders.extend(path for path in inside if not path.is_symlink())
        links.extend(path for path in inside if path.is_symlink())
        for entry in wanted:
            yield from _entry(entry, folder / entry.name)


def _entry(entry: os.DirEntry[str], path: Path) -> Iterator[Found | Unread]:
    """Yield a plain file or a broken entry; folders and pipes give nothing."""
    try:
        status = entry.stat()
    except OSError as error:
        yield unread(uri_of(path), _os_error(error, path))
        return
    if stat.S_ISREG(status.st_mode):
        yield Found(uri=uri_of(path), path=path, size=status.st_size)


def _leads_back(link: Path) -> bool:
    here = link.parent.resolve()
    target = link.resolve()
    return target == here or target in here.parents


def _os_error(error: OSError, path: Path) -> ReadError:
    """Say in one clause why the system refused, and what helps."""
    if path.is_symlink() and not path.exists():
        return ReadError("is a link that leads nowhere", "mend or remove the link")
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return ReadError("no such file or folder", "check the path")
    if isinstance(error, PermissionError):
        return ReadError("permission denied", "give yourself the right to read it")
    detail = (error.strerror or type(error).__name__).lower()
    return ReadError(f"could not be opened ({detail})", "check the disk and try again")
