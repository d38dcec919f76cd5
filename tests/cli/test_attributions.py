import json

from tests.publish.records import ATTRIBUTIONS


def rows(result):
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_json_lines_give_every_attribution_in_order(sayso) -> None:
    found = rows(sayso("attributions", "c.sayso", "--format", "jsonl"))
    assert [row["id"] for row in found] == [a.id for a in ATTRIBUTIONS]


def test_only_one_source(sayso) -> None:
    found = rows(sayso("attributions", "c.sayso", "--by", "OFFICE", "-f", "jsonl"))
    assert [row["actor"]["name"] for row in found] == ["the harbour office"]


def test_only_one_report(sayso) -> None:
    found = rows(sayso("attributions", "c.sayso", "--in", "again.txt", "-f", "jsonl"))
    assert {row["document"]["uri"] for row in found} == {"reports/copy.txt"}


def test_only_what_is_attributed(sayso) -> None:
    found = rows(sayso("attributions", "c.sayso", "--attributed", "-f", "jsonl"))
    assert len(found) == len(ATTRIBUTIONS) - 1
    assert "own voice" not in {row["style"] for row in found}


def test_the_table_names_each_report_once(sayso) -> None:
    text = sayso("attributions", "c.sayso").stdout
    assert text.count("reports/echo.html") == 1
    assert "«I wrote the cheques myself»" in text
    assert max(map(len, text.splitlines())) <= 80


def test_nothing_that_fits_is_said(sayso) -> None:
    result = sayso("attributions", "c.sayso", "--by", "nobody at all")
    assert result.exit_code == 0
    assert "No attribution fits" in result.stderr
