"""Every command a page shows can be typed; every command and option has its entry."""

import re
import shlex
from collections.abc import Iterator

import pytest
import typer
import typer.main
from typer.core import TyperCommand, TyperGroup, TyperOption

from sayso.cli.main import app

Refusal = typer.BadParameter.__mro__[2]
"""The base of all usage errors, wherever this Typer keeps the click it is built on."""

UNIVERSAL = {"--help", "--install-completion", "--show-completion"}


def root_command() -> TyperGroup:
    command = typer.main.get_command(app)
    assert isinstance(command, TyperGroup)
    return command


def commands() -> dict[str, TyperCommand]:
    return dict(root_command().commands)


def shown(blocks) -> Iterator[tuple[str, str]]:
    """Yield the lines of console blocks that call sayso, continuation lines joined."""
    for block in blocks:
        if block.language not in {"console", "sh", "bash", "shell"}:
            continue
        text = re.sub(r"\\\n\s*(?:> )?", " ", block.text)
        for line in text.splitlines():
            called = re.match(r"^(?:\$ )?(sayso\b.*)$", line)
            if called:
                yield block.page, called[1]


def parse(line: str) -> None:
    """Parse a command line as the shell and sayso would, without running it."""
    words = shlex.split(re.split(r"\s[|>]\s?", line)[0], comments=True)[1:]
    group = root_command()
    if not words or words[0].startswith("-"):
        group.make_context("sayso", list(words), resilient_parsing=False)
        return
    name, *rest = words
    assert name in group.commands, f"no command {name}"
    group.commands[name].make_context(f"sayso {name}", rest)


def test_commands_shown_in_pages_can_be_typed(blocks) -> None:
    lines = list(shown(blocks))
    assert len(lines) >= 10, "the pages show the commands"
    faults = []
    for page, line in lines:
        try:
            parse(line)
        except typer.Exit:
            continue
        except (Refusal, AssertionError) as fault:
            faults.append((page, line, str(fault)))
    assert faults == []


def test_a_wrong_command_is_noticed() -> None:
    with pytest.raises((Refusal, AssertionError)):
        parse("sayso clams case.sayso")
    with pytest.raises(Refusal):
        parse("sayso claims case.sayso --formt json")


def test_every_command_has_its_section(pages: dict[str, str]) -> None:
    text = pages["docs/reference/cli.md"]
    missing = [
        name
        for name in commands()
        if not re.search(rf"^#+ .*\b{re.escape(name)}\b", text, re.MULTILINE)
    ]
    assert missing == []


def test_every_option_is_documented(pages: dict[str, str]) -> None:
    text = pages["docs/reference/cli.md"]
    missing = [
        (name, option)
        for name, command in commands().items()
        for parameter in command.params
        if isinstance(parameter, TyperOption) and not parameter.hidden
        for option in parameter.opts
        if option.startswith("--") and option not in UNIVERSAL and option not in text
    ]
    assert missing == []


def test_no_option_is_documented_that_does_not_exist(pages: dict[str, str]) -> None:
    text = pages["docs/reference/cli.md"]
    known = set(UNIVERSAL) | {"--version"}
    for command in [root_command(), *commands().values()]:
        for parameter in command.params:
            known |= {*parameter.opts, *parameter.secondary_opts}
    named = set(re.findall(r"(?<![\w-])--[a-z][\w-]*", text))
    assert named - known == set()


def test_every_command_has_help_with_an_example() -> None:
    for name, command in commands().items():
        assert command.help, name
        assert f"sayso {name}" in f"{command.help}{command.epilog}", name
