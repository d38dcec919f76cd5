"""The commands on the sample case itself, as other programs call them."""

import csv
import io
import json
import re

import pytest
from typer.testing import CliRunner

from sayso.cli.main import app

CLAIM = "Brask Maritime paid a gang to burn the Tellin quay"


@pytest.fixture(scope="module")
def call(sample_case):
    def run(command, *arguments):
        result = CliRunner().invoke(app, [command, str(sample_case), *arguments])
        assert result.exit_code == 0, result.output
        return result.stdout

    return run


@pytest.fixture(scope="module")
def texts(call, sample_reports):
    """Give the texts of the plain text reports, by the path the case has for them."""
    uris = [row["uri"] for row in json.loads(call("documents", "-f", "json"))]
    plain = [uri for uri in uris if uri.endswith(".txt")]
    assert len(plain) >= 5
    names = {uri: sample_reports / uri.rsplit("/", 1)[-1] for uri in plain}
    return {uri: path.read_bytes().decode() for uri, path in names.items()}


def test_offsets_are_those_of_the_file(call, texts) -> None:
    rows = [json.loads(x) for x in call("attributions", "-f", "jsonl").splitlines()]
    checked = 0
    for row in rows:
        text = texts.get(row["document"]["uri"])
        if text is None:
            continue
        for role in ("source", "cue", "content"):
            found = " … ".join(text[start:end] for start, end in row[role])
            assert found == row[f"{role}_text"]
            checked += bool(found)
    assert checked > 50


def test_an_answer_names_only_reports_of_the_case(call) -> None:
    known = {row["uri"] for row in json.loads(call("documents", "-f", "json"))}
    row = json.loads(call("ask", CLAIM, "--format", "json"))
    assert row["denied_by"]
    assert {document["uri"] for document in row["documents"]} <= known
    for side in row["origins"].values():
        assert 0 <= side["low"] <= side["high"]
        for origin in (*side["origins"], *side["unresolved"]):
            assert set(origin["documents"]) <= known


def test_claims_come_most_contested_first(call) -> None:
    rows = [json.loads(line) for line in call("claims", "-f", "jsonl").splitlines()]
    contest = [row["contest"] for row in rows]
    assert contest == sorted(contest, reverse=True)
    assert contest[0] > 0


def test_every_id_that_is_shown_can_be_shown(call) -> None:
    table = call("claims") + call("actors") + call("documents")
    ids = re.findall(r"\b(?:clm|act|doc)-[0-9a-f]{16}\b", table)
    assert len(ids) > 30
    for one in (ids[0], ids[len(ids) // 2], ids[-1]):
        assert call("show", one)


@pytest.mark.parametrize("command", ["claims", "attributions", "actors", "documents"])
def test_csv_has_equal_lines(call, command) -> None:
    header, *lines = csv.reader(io.StringIO(call(command, "-f", "csv")))
    assert len(lines) >= 14
    assert all(len(line) == len(header) for line in lines)


@pytest.mark.parametrize("command", ["claims", "attributions", "actors", "documents"])
def test_tables_fit_80_columns(call, command, monkeypatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert max(map(len, call(command).splitlines())) <= 80


def test_the_report_marks_sentences_of_the_reports(call) -> None:
    page = call("report", "-o", "-")
    assert page.count("<mark>") > 20
    assert "denied that the company had paid" in re.sub(r"</?mark>", "", page)
