import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.publish import flat, rows
from tests.publish.records import ATTRIBUTIONS, CATALOGUE, CLERK, CONTESTED, TOLD


def written(lines):
    file = io.StringIO()
    flat.write_csv(lines, file)
    return list(csv.reader(io.StringIO(file.getvalue())))


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_runs_as_a_formula(start: str) -> None:
    assert flat.cell(f"{start}cmd|' /C calc'!A0").startswith("'")


def test_a_lone_sign_is_a_polarity_not_a_formula() -> None:
    assert [flat.cell(sign) for sign in "+-u"] == ["+", "-", "u"]


@given(st.text(), st.lists(st.text()))
def test_neither_texts_nor_lists_can_start_a_formula(text, several) -> None:
    for cell in (flat.cell(text), flat.cell(several)):
        assert cell in ("+", "-") or not str(cell).startswith(("=", "+", "-", "@"))


def test_values_of_other_kinds() -> None:
    assert flat.cell(None) == ""
    assert flat.cell(-3) == -3
    assert flat.cell(["a", "b"]) == "a | b"
    assert flat.cell([[1, 2]]) == "[[1, 2]]"


def test_an_attribution_becomes_one_line_with_all_its_texts() -> None:
    lines = [
        flat.flat_attribution(rows.attribution_row(a, CATALOGUE)) for a in ATTRIBUTIONS
    ]
    header, first, *_ = written(lines)
    line = dict(zip(header, first, strict=True))
    assert line["document_publisher"] == "The Lantern"
    assert line["actor_name"] == "former bookkeeper"
    start, _, end = line["content"].partition("-")
    text = CATALOGUE.documents[TOLD.document].text
    assert text[int(start) : int(end)] == line["content_text"]
    assert all(len(row) == len(header) for row in written(lines))


def test_a_claim_becomes_one_line_with_names_and_counts() -> None:
    line = flat.flat_claim(rows.answer_row(CONTESTED, CATALOGUE))
    assert line["asserted_by"] == ["former bookkeeper", "The Lantern"]
    assert (line["reports"], line["reports_asserting"]) == (4, 2)
    assert (line["origins_asserting_low"], line["origins_asserting_high"]) == (1, 2)


def test_bearings_are_one_line_a_quote_with_its_side() -> None:
    lines = list(flat.flat_bearings(rows.answer_row(CONTESTED, CATALOGUE)))
    sides = [line["side"] for line in lines]
    assert sides == ["asserted_by"] * 4 + ["denied_by", "uncommitted"]


def test_inner_rows_become_columns() -> None:
    line = flat.flat_plain(rows.actor_row(CLERK, [TOLD]))
    assert line["polarity_+"] == 1
    assert line["names"] == ["former bookkeeper", "she"]
