import csv
import io
import json

from tests.publish.records import CONTESTED, UNCONTESTED


def test_the_table_lists_claims_in_their_order(sayso) -> None:
    text = sayso("claims", "c.sayso").stdout
    first = text.index(CONTESTED.claim.id)
    assert first < text.index(UNCONTESTED.claim.id)
    assert max(map(len, text.splitlines())) <= 80


def test_json_lines_hold_one_answer_each(sayso) -> None:
    result = sayso("claims", "c.sayso", "--format", "jsonl")
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert [row["id"] for row in rows] == [CONTESTED.claim.id, UNCONTESTED.claim.id]
    assert rows[0]["origins"]["asserting"]["high"] == 2
    assert result.stderr == ""


def test_csv_has_one_line_a_claim(sayso) -> None:
    text = sayso("claims", "c.sayso", "-f", "csv").stdout
    rows = list(csv.DictReader(io.StringIO(text)))
    assert rows[0]["denied_by"] == "the harbour office"


def test_only_contested_claims(sayso) -> None:
    result = sayso("claims", "c.sayso", "--contested")
    assert CONTESTED.claim.id in result.stdout
    assert UNCONTESTED.claim.id not in result.stdout
    assert "2 claims, 1 of them contested" in result.stderr


def test_the_hint_names_a_command_that_works(sayso) -> None:
    hint = sayso("claims", "c.sayso").stderr
    assert f"sayso show c.sayso {CONTESTED.claim.id}" in hint
    assert sayso("claims", "c.sayso", "-q").stderr == ""


def test_no_contested_claim_is_said(sayso, case) -> None:
    case.claims_held = (UNCONTESTED,)
    result = sayso("claims", "c.sayso", "--contested")
    assert result.stdout == ""
    assert "None of 1 claims is contested" in result.stderr


def test_a_case_without_claims_says_what_to_do(sayso, case) -> None:
    case.claims_held = ()
    result = sayso("claims", "c.sayso")
    assert result.stdout == ""
    assert "sayso ask c.sayso" in result.stderr
    assert json.loads(sayso("claims", "c.sayso", "-f", "json").stdout) == []
