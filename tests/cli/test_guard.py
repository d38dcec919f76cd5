import os
from subprocess import PIPE

import pytest

from sayso.cli.guard import READER_GONE, explain
from sayso.errors import LockedCaseError, ReadError
from tests.cli.conftest import python


def test_a_message_is_one_line_on_standard_error(sayso) -> None:
    result = sayso("claims", "missing.sayso")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr == "sayso: there is no case at missing.sayso; build it first\n"


def test_a_long_message_is_not_broken_into_lines(sayso, case) -> None:
    case.raises = LockedCaseError("word " * 60)
    assert sayso("claims", "c.sayso").stderr.count("\n") == 1


def test_escape_codes_in_a_message_do_not_reach_the_terminal(sayso, case) -> None:
    case.raises = LockedCaseError("\x1b[31mred")
    assert "\x1b" not in sayso("claims", "c.sayso").stderr


def test_a_bug_is_called_one_and_the_traceback_is_kept_back(sayso, case) -> None:
    case.raises = ZeroDivisionError("oops")
    result = sayso("claims", "c.sayso")
    assert result.exit_code == 2
    assert "bug in sayso" in result.stderr
    assert "--debug" in result.stderr
    assert "Traceback" not in result.stderr


def test_debug_shows_the_traceback(sayso, case, monkeypatch) -> None:
    monkeypatch.setenv("SAYSO_DEBUG", "")
    case.raises = ZeroDivisionError("oops")
    result = sayso("--debug", "claims", "c.sayso")
    assert result.exit_code == 2
    assert "Traceback" in result.stderr


def test_ctrl_c_has_its_own_status(sayso, case) -> None:
    case.raises = KeyboardInterrupt()
    assert sayso("claims", "c.sayso").exit_code == 130


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ReadError("it is empty", "get it again"), "it is empty; get it again"),
        (PermissionError(13, "Permission denied", "a.html"), "a.html: Permission"),
        (OSError(28, "No space left on device"), "No space left on device; check"),
        (MemoryError(), "out of memory"),
    ],
)
def test_what_the_system_refuses_is_said_with_the_file(error, said) -> None:
    assert said in explain(error)


@pytest.mark.parametrize("write", ["sys.stdout.write", "out().print"])
def test_a_reader_that_stops_reading_is_no_error(write) -> None:
    code = (
        "from sayso.cli.guard import guarded\n"
        "from sayso.cli.terminal import out\n"
        "import typer, sys\n"
        "def work():\n"
        f"    for _ in range(9000): {write}('line\\n')\n"
        "try: guarded(work)()\n"
        "except typer.Exit as end: sys.exit(end.exit_code)\n"
    )
    reader, writer = os.pipe()
    os.close(reader)
    done = python("-c", code, capture_output=False, stdout=writer, stderr=PIPE)
    os.close(writer)
    assert done.returncode == READER_GONE
    assert done.stderr == ""
