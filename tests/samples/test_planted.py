"""The sample case agrees with itself: what truth.toml says is in the reports."""

import csv
import re
from collections.abc import Callable
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

SHORTEST, LONGEST = 120, 350
"""Words in a report: long enough to be prose, short enough to read in a minute."""

SET_PHRASE = 4
"""Shared 8-grams that a phrase like "set fire to the warehouses" may account for."""


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def shingles(text: str, size: int = 8) -> set[tuple[str, ...]]:
    found = words(text)
    return {tuple(found[i : i + size]) for i in range(len(found) - size + 1)}


def test_fourteen_reports_and_no_other_file(
    truth: dict[str, Any], reports_folder: Path
) -> None:
    planted = {report["path"] for report in truth["reports"]}
    assert len(planted) == 14
    files = {path.name for path in reports_folder.iterdir()}
    assert files == planted | {"reports.csv", "transfers.csv"}


def test_every_report_is_short_prose(
    truth: dict[str, Any], report_text: Callable[[str], str]
) -> None:
    for report in truth["reports"]:
        count = len(report_text(report["path"]).split())
        assert SHORTEST <= count <= LONGEST, (report["path"], count)


def test_every_quote_stands_in_its_report(
    quotes: list[tuple[str, str]], report_text: Callable[[str], str]
) -> None:
    assert len(quotes) > 60
    absent = [(name, quote) for name, quote in quotes if quote not in report_text(name)]
    assert absent == []


def test_metadata_file_agrees_with_truth(
    truth: dict[str, Any], reports_folder: Path
) -> None:
    planted = {report["path"]: report for report in truth["reports"]}
    with (reports_folder / "reports.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == ["path", "url", "title", "publisher", "published"]
    for row in rows:
        assert row["publisher"] == planted[row["path"]]["publisher"]
        assert date.fromisoformat(row["published"]) == planted[row["path"]]["published"]


def test_copies_share_wording_and_nothing_else_does(
    truth: dict[str, Any], report_text: Callable[[str], str]
) -> None:
    paths = [report["path"] for report in truth["reports"]]
    copies = {
        tuple(sorted((report["path"], other)))
        for report in truth["reports"]
        for other in report["copies"]
    }
    for left, right in combinations(sorted(paths), 2):
        shared = shingles(report_text(left)) & shingles(report_text(right))
        if (left, right) in copies:
            assert len(shared) > 60, (left, right)
        else:
            assert len(shared) <= SET_PHRASE, (left, right, shared)


def test_copies_are_symmetric(truth: dict[str, Any]) -> None:
    copies = {report["path"]: report["copies"] for report in truth["reports"]}
    for path, others in copies.items():
        for other in others:
            assert path in copies[other]


def test_report_stances_follow_from_statements(truth: dict[str, Any]) -> None:
    """A report that asserts or denies carries at least one such statement."""
    sides = {"asserts": "+", "denies": "-"}
    for claim in truth["claims"]:
        for report in claim["reports"]:
            if report["path"] == "14-prosecutor-note.docx" and claim["id"] == "mayor":
                continue  # "There is no evidence that": no statement of anybody
            found = {
                statement["polarity"]
                for statement in claim["statements"]
                if statement["report"] == report["path"]
            }
            if report["stance"] in sides:
                assert sides[report["stance"]] in found, (claim["id"], report["path"])


def test_denials_of_knowledge_are_on_no_side(truth: dict[str, Any]) -> None:
    for claim in truth["claims"]:
        speakers = {statement["who"] for statement in claim["statements"]}
        for denial in claim.get("denies_only_knowledge", []):
            assert denial["who"] not in speakers


def test_transfers_table_bears_out_the_payment(
    truth: dict[str, Any], reports_folder: Path
) -> None:
    planted = truth["transfers"]
    with (reports_folder / planted["table"]).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == ["date", "from", "to", "amount", "currency", "reference"]
    matching = [
        row
        for row in rows
        if row["from"] == planted["from"] and row["to"] == planted["to"]
    ]
    assert [date.fromisoformat(row["date"]) for row in matching] == planted["dates"]
    amounts = [float(row["amount"]) for row in matching]
    assert amounts == planted["amounts"]
    assert sum(amounts) == planted["total"]
    assert {row["currency"] for row in matching} == {planted["currency"]}
    assert len(rows) > len(matching), "the payments must be found among others"


def test_toll_changes_over_time(truth: dict[str, Any]) -> None:
    published = {report["path"]: report["published"] for report in truth["reports"]}
    dated = sorted((published[f["report"]], f["value"]) for f in truth["figures"])
    values = [value for _, value in dated]
    assert values == [17, 25, 25, 20, 20]


def test_every_kind_of_trap_is_planted(truth: dict[str, Any]) -> None:
    statements = [s for claim in truth["claims"] for s in claim["statements"]]
    assert {"deny", "admit"} <= {s.get("act") for s in statements}
    assert {"certain", "probable", "possible"} <= {s["certainty"] for s in statements}
    hedges = {hedge["word"] for hedge in truth["hedges"]}
    assert hedges == {"reportedly", "supposedly", "likely"}
    assert any("retracted_by" in report for report in truth["reports"])
    assert any("rewrite_of" in report for report in truth["reports"])
    assert sum("question" in claim for claim in truth["claims"]) == 3
