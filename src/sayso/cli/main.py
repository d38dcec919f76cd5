"""The command line: which commands there are, and their help."""

import os
from types import ModuleType
from typing import Annotated

import typer

import sayso
from sayso.cli import (
    actors,
    ask,
    attributions,
    build,
    claims,
    demo,
    documents,
    judge,
    judgements,
    origins,
    report,
    show,
    verify,
)
from sayso.cli.guard import DEBUG_SWITCH, guarded
from sayso.cli.terminal import prepare_streams

EXAMPLES = """
  sayso demo                                     the sample case, built and shown
  sayso build convoy.sayso reports/ inbox.zip
  sayso claims convoy.sayso
  sayso ask convoy.sayso "The company paid militia commanders"
  sayso report convoy.sayso -o convoy.html
"""
STATUS = """
  0    done
  1    done, but something could not be read, or verify found problems
  2    refused; one line says why, and nothing was changed
  130  stopped with Ctrl-C
"""
_COMMANDS: tuple[ModuleType, ...] = (
    build,
    claims,
    ask,
    origins,
    show,
    attributions,
    actors,
    documents,
    judge,
    judgements,
    report,
    verify,
    demo,
)

app = typer.Typer(
    name="sayso",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _verbatim(title: str, text: str) -> str:
    """Return a paragraph of help that keeps its line breaks."""
    body = text.strip("\n")
    return f"\b\n{title}:\n{body}"


for _module in _COMMANDS:
    app.command(
        _module.__name__.rpartition(".")[2],
        epilog=_verbatim("Examples", _module.EXAMPLES),
    )(guarded(_module.command))


def _print_version(wanted: bool) -> None:  # noqa: FBT001 - the call Typer makes
    if wanted:
        typer.echo(f"sayso {sayso.__version__}")
        raise typer.Exit


@app.callback(
    epilog=_verbatim("Examples", EXAMPLES) + "\n\n" + _verbatim("Exit status", STATUS)
)
def _main(
    *,
    version: Annotated[  # noqa: ARG001 - its callback does the work
        bool,
        typer.Option(
            "--version",
            help="Print the version and exit.",
            callback=_print_version,
            is_eager=True,
        ),
    ] = False,
    debug: Annotated[
        bool,
        typer.Option("--debug", help="Show the traceback of an unexpected error."),
    ] = False,
) -> None:
    """On whose say-so?

    Reads a pile of reports and shows who asserts and who denies each contested claim
    in them, and from how many independent origins it comes. Works offline: nothing
    leaves this machine.
    """
    if debug:
        os.environ[DEBUG_SWITCH] = "1"


def run() -> None:
    """Run the command line and end the process with its status."""
    prepare_streams()
    app()
