"""What reaches the screen: plain text that no report can turn into commands."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, RenderableType
from rich.style import Style
from rich.text import Text

from sayso.publish import words
from sayso.publish.quotes import Quote, Role

MAX_WIDTH = 100
"""Lines longer than this tire the eye, however wide the window."""
MIN_WIDTH = 20
"""Narrower windows wrap as they like: a column of single words helps nobody."""

SOFT = Style(dim=True)
STRONG = Style(bold=True)
MARKED = Style(bold=True, underline=True)
YES = Style(color="blue", bold=True)
NO = Style(color="yellow", bold=True)
OPEN_MARK, CLOSE_MARK = "«", "»"


@dataclass(frozen=True, slots=True, kw_only=True)
class Indented:
    """A paragraph that wraps under its indent and leaves no blanks at line ends.

    Attributes:
        hang: how much further the lines after the first are moved in.
    """

    text: Text
    indent: int
    hang: int = 0

    def __rich_console__(
        self, console: Console, options: ConsoleOptions
    ) -> Iterator[Text]:
        """Yield the wrapped lines."""
        room = max(options.max_width - self.indent - self.hang, MIN_WIDTH)
        head, rest = self.text[: self.hang], self.text[self.hang :]
        for wrapped in rest.wrap(console, room):
            wrapped.rstrip()
            yield Text(" " * self.indent).append_text(head).append_text(wrapped)
            head = Text(" " * self.hang)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trimmed:
    """What draws full lines, as a table does, without the blanks at their ends."""

    block: RenderableType

    def __rich_console__(
        self, console: Console, options: ConsoleOptions
    ) -> Iterator[Text]:
        """Yield its lines."""
        for drawn in console.render_lines(self.block, options, pad=False):
            text = Text.assemble(*((s.text, s.style or "") for s in drawn))
            text.rstrip()
            yield text


def prepare_streams() -> None:
    """Write UTF-8 whatever the locale says.

    File names that are no UTF-8 come out as escapes, which JSON readers turn back.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def out() -> Console:
    """Return the console for results."""
    return _console(stderr=False)


def err() -> Console:
    """Return the console for progress, hints and complaints."""
    return _console(stderr=True)


class _PlainConsole(Console):
    """A console that leaves it to `guard` what a closed pipe means."""

    # typing has `override` from Python 3.12 on.
    def on_broken_pipe(self) -> None:  # type: ignore[explicit-override]  # as above
        """Raise what the write raised, rather than end the process here."""
        raise BrokenPipeError


def _console(*, stderr: bool) -> Console:
    console = _PlainConsole(stderr=stderr, markup=False, emoji=False, highlight=False)
    console.width = min(console.width, MAX_WIDTH)
    return console


def complain(message: str) -> None:
    """Print one line on standard error, however the message is laid out."""
    line = words.clean(message)
    err().print(Text(f"sayso: {line}"), soft_wrap=True)


def hint(message: str, *, quiet: bool) -> None:
    """Print a suggestion on standard error unless the user asked for silence."""
    if not quiet:
        err().print(Text(message, style=SOFT), soft_wrap=True)


def line(
    *parts: str | tuple[str, Style], indent: int = 0, hang: int = 0
) -> RenderableType:
    """Return one paragraph, styled part by part, that wraps under its indent."""
    text = Text()
    for part in parts:
        shown, style = part if isinstance(part, tuple) else (part, Style.null())
        text.append(words.harmless(shown), style)
    return Indented(text=text, indent=indent, hang=hang)


def quoted(quote: Quote, console: Console, *, indent: int = 0) -> RenderableType:
    """Return a quote, its content underlined, or between « and » without styles."""
    styled = console.color_system is not None
    text = Text()
    for piece in quote.pieces:
        shown = words.squeeze(piece.text)
        if piece.role is not Role.CONTENT:
            text.append(shown)
        elif styled:
            text.append(shown, MARKED)
        else:
            text.append(f"{OPEN_MARK}{shown}{CLOSE_MARK}")
    return Indented(text=text, indent=indent)
