import io

from rich.console import Console

from sayso.cli import terminal
from sayso.publish.quotes import quote_attribution
from tests.cli.conftest import python
from tests.publish.records import CHEQUES, LANTERN

QUOTE = quote_attribution(LANTERN.text, CHEQUES)


def shown(block, **how) -> str:
    file = io.StringIO()
    Console(file=file, width=60, **how).print(block)
    return file.getvalue()


def test_without_styles_content_stands_between_marks() -> None:
    console = Console(file=io.StringIO())
    text = shown(terminal.quoted(QUOTE, console))
    assert "“«I wrote the cheques myself»,” she said." in text


def test_with_styles_content_is_underlined_and_not_only_coloured() -> None:
    console = Console(file=io.StringIO(), force_terminal=True, color_system="standard")
    assert console.color_system
    text = shown(
        terminal.quoted(QUOTE, console), force_terminal=True, color_system="standard"
    )
    assert "\x1b[1;4mI wrote the cheques myself\x1b[0m" in text
    assert "«" not in text


def test_lines_wrap_under_their_indent_and_carry_no_codes() -> None:
    text = shown(terminal.line("word\x1b[31m " * 30, indent=4))
    assert "\x1b" not in text
    assert all(line.startswith("    word") for line in text.splitlines())


def test_square_brackets_of_reports_are_no_markup() -> None:
    assert shown(terminal.line("[bold]x[/bold] :smile:")).strip().startswith("[bold]x")


def test_hints_go_to_standard_error_and_can_be_silenced(capsys) -> None:
    terminal.hint("try this", quiet=False)
    terminal.hint("not this", quiet=True)
    got = capsys.readouterr()
    assert got.out == ""
    assert got.err == "try this\n"


def test_utf8_is_written_under_the_c_locale() -> None:
    code = (
        "from sayso.cli.terminal import prepare_streams\n"
        r"prepare_streams(); print('\xab\xe4\xbb', '\udce9')"
    )
    c_locale = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = python("-c", code, env=c_locale, text=False)
    assert done.stdout.decode("utf-8") == "«ä» \\udce9\n"


def test_wide_windows_do_not_make_endless_lines(monkeypatch) -> None:
    monkeypatch.setenv("COLUMNS", "300")
    assert terminal.out().width == terminal.MAX_WIDTH
