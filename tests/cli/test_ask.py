import csv
import io
import json

CLAIM = "The harbour office paid keepers"


def test_the_table_shows_both_sides_in_their_sentences(sayso) -> None:
    text = sayso("ask", "c.sayso", CLAIM).stdout
    assert text.startswith(CLAIM)
    assert text.index("ASSERTED") < text.index("DENIED") < text.index("UNCOMMITTED")
    assert "«I wrote the cheques myself»" in text
    assert max(map(len, text.splitlines())) <= 80


def test_json_is_one_object_and_not_wrapped(sayso) -> None:
    row = json.loads(sayso("ask", "c.sayso", CLAIM, "--format", "json").stdout)
    assert row["claim"] == CLAIM
    assert [d["stance"] for d in row["documents"]] == [
        "asserts",
        "denies",
        "asserts",
        "uncommitted",
    ]


def test_json_lines_are_that_object_on_one_line(sayso) -> None:
    text = sayso("ask", "c.sayso", CLAIM, "--format", "jsonl").stdout
    assert text.count("\n") == 1
    assert json.loads(text)["claim"] == CLAIM


def test_csv_has_one_line_a_quote(sayso) -> None:
    text = sayso("ask", "c.sayso", CLAIM, "--format", "csv").stdout
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["side"] for row in rows].count("asserted_by") == 4
    assert rows[-1]["document_title"] == "'=Minister: I knew nothing"


def test_an_empty_claim_is_refused(sayso) -> None:
    result = sayso("ask", "c.sayso", "  ")
    assert result.exit_code == 2
    assert "the claim is empty" in result.stderr
