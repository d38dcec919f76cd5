import io

from rich.console import Console

from sayso.cli import progress


def bars(monkeypatch, *, terminal: bool, quiet: bool = False) -> str:
    file = io.StringIO()
    console = Console(file=file, force_terminal=terminal, width=80)
    monkeypatch.setattr(progress, "err", lambda: console)
    with progress.StageBars(quiet=quiet) as shown:
        shown.tell("reading", 0, 2)
        shown.tell("reading", 1, 2)
        shown.tell("analysing", 0, 5)
    return file.getvalue()


def test_each_stage_has_a_bar_with_its_count(monkeypatch) -> None:
    text = bars(monkeypatch, terminal=True)
    assert "reading" in text
    assert "1/2" in text
    assert "analysing" in text


def test_nothing_is_drawn_into_a_file_or_when_quiet(monkeypatch) -> None:
    assert bars(monkeypatch, terminal=False) == ""
    assert bars(monkeypatch, terminal=True, quiet=True) == ""
