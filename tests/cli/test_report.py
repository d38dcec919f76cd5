import pytest

from sayso.cli.report import write_page
from sayso.errors import SaysoError


def test_the_page_lies_beside_the_case(sayso, tmp_path) -> None:
    result = sayso("report", tmp_path / "convoy.sayso")
    assert result.exit_code == 0
    page = (tmp_path / "convoy.html").read_text(encoding="utf-8")
    assert '<h1 id="title">convoy</h1>' in page
    assert "convoy.html" in result.stderr


def test_name_and_title_can_be_given(sayso, tmp_path) -> None:
    target = tmp_path / "out.html"
    sayso("report", "c.sayso", "-o", target, "--title", "The <keepers>")
    assert "The &lt;keepers&gt;" in target.read_text(encoding="utf-8")


def test_a_dash_writes_to_standard_output(sayso) -> None:
    assert sayso("report", "c.sayso", "-o", "-").stdout.startswith("<!doctype html>")


def test_a_page_is_replaced_by_a_newer_one(tmp_path) -> None:
    target = tmp_path / "p.html"
    for text in ("<!doctype html>one", "<!DOCTYPE html>two"):
        write_page(text, target)
    assert target.read_text(encoding="utf-8").endswith("two")
    assert list(tmp_path.iterdir()) == [target]


def test_nothing_but_a_page_is_overwritten(sayso, tmp_path) -> None:
    case = tmp_path / "c.sayso"
    case.write_bytes(b"SQLite format 3\x00")
    result = sayso("report", case, "-o", case)
    assert result.exit_code == 2
    assert "is no HTML file" in result.stderr
    assert case.read_bytes() == b"SQLite format 3\x00"


def test_a_folder_is_refused_with_a_better_name(tmp_path) -> None:
    with pytest.raises(SaysoError, match="name a file in it"):
        write_page("x", tmp_path)


def test_a_folder_that_does_not_exist_is_refused(sayso, tmp_path) -> None:
    result = sayso("report", "c.sayso", "-o", tmp_path / "none" / "p.html")
    assert result.exit_code == 2
    assert "p.html: cannot be written (No such file" in result.stderr
    assert result.stderr.count("\n") == 1
