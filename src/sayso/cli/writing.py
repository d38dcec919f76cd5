"""Write a file whole or not at all, and over nothing but its own kind."""

import os
from pathlib import Path

from sayso.errors import SaysoError


def write_whole(
    content: str, target: Path, *, starts: tuple[bytes, ...], kind: str
) -> None:
    """Write `content` to `target` in one step.

    Args:
        content: all of the file.
        target: its path.
        starts: how a file of this kind begins, in lower case; any other file there is
            left alone.
        kind: what such a file is called.

    Raises:
        SaysoError: another kind of file or a folder is in the way, or the place cannot
            be written to.
    """
    if target.is_file() and target.stat().st_size:
        with target.open("rb") as file:
            start = file.read(64).lstrip().lower()
        if not start.startswith(starts):
            msg = f"{target} exists and is no {kind} file; name another with -o"
            raise SaysoError(msg)
    if target.is_dir():
        suffix = ".html" if kind == "HTML" else f".{kind.lower()}"
        msg = f"{target} is a folder; name a file in it: -o {target / 'case'}{suffix}"
        raise SaysoError(msg)
    partial = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        partial.write_text(content, encoding="utf-8", errors="backslashreplace")
        partial.replace(target)
    except OSError as error:
        msg = f"{target}: cannot be written ({error.strerror}); name another with -o"
        raise SaysoError(msg) from error
    finally:
        partial.unlink(missing_ok=True)
