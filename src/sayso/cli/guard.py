"""How every command ends when something goes wrong: one line, never a traceback."""

import functools
import os
import sys
import traceback
from collections.abc import Callable
from typing import ParamSpec

import typer

from sayso.cli.terminal import complain
from sayso.errors import SaysoError

REFUSED = 2
STOPPED = 130
"""What a shell reports for a program that Ctrl-C stopped."""
READER_GONE = 141
"""What a shell reports for a program whose reader closed the pipe (`| head`)."""
DEBUG_SWITCH = "SAYSO_DEBUG"

_Given = ParamSpec("_Given")


def guarded(command: Callable[_Given, None]) -> Callable[_Given, None]:
    """Return `command` with its errors turned into messages and exit statuses."""

    @functools.wraps(command)
    def run(*args: _Given.args, **options: _Given.kwargs) -> None:
        try:
            command(*args, **options)
            sys.stdout.flush()
        except typer.Exit:
            raise
        except KeyboardInterrupt:
            raise typer.Exit(STOPPED) from None
        except BrokenPipeError:
            _drop_output()
            raise typer.Exit(READER_GONE) from None
        except Exception as error:  # noqa: BLE001 - the last line of defence
            if os.environ.get(DEBUG_SWITCH):
                traceback.print_exception(error)
            complain(explain(error))
            raise typer.Exit(REFUSED) from None

    return run


def explain(error: Exception) -> str:
    """Say in one line what went wrong and what to do."""
    if isinstance(error, SaysoError):
        return str(error)
    if isinstance(error, OSError) and error.filename is not None:
        return f"{error.filename}: {error.strerror}; check the path and permissions"
    if isinstance(error, OSError):
        return f"{error.strerror or error}; check the disk and its permissions"
    if isinstance(error, MemoryError):
        return "out of memory; close other programs, or build with fewer --workers"
    return (
        "this is a bug in sayso, not a fault of your files: "
        f"{type(error).__name__}: {error}; please report it with what the same command "
        "prints after `sayso --debug` (read that first: it may quote your reports)"
    )


def _drop_output() -> None:
    """Send what is still buffered nowhere, so that closing it raises nothing."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
