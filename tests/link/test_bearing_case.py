"""What bears on a claim in a second invented affair, with the shipped models.

The weights of `link/bearing.py` must not be a portrait of the sample case. What must
hold is asserted outright; where the machine is imperfect, a floor stands.
"""

import tomllib
from pathlib import Path

import numpy as np
import pytest

from sayso.domain.claim import Stance
from sayso.encode.pairs import PairEncoder
from sayso.encode.similarity import SentenceEncoder
from sayso.link.ask import asked_claim
from sayso.link.bearing import Report, bearings
from sayso.link.corpus import Encoders
from sayso.link.index import index_document
from tests.link.test_ask import Memory

CASE = tomllib.loads(Path(__file__).with_name("bearing_case.toml").read_text("utf-8"))
SIDES = {"+": Stance.ASSERTS, "-": Stance.DENIES}
FOUND, RIGHT = 0.70, 0.80
"""Least share of the statements with a side that are found on it, and of those put on
a side that belong there: one item below what was measured."""


@pytest.fixture(scope="module")
def judged():
    """Return, claim by claim, statement to stance for those put on a side."""
    texts = [report["text"] for report in CASE["reports"]]
    homes = [report["id"] for report in CASE["reports"]]
    lines = {home: [] for home in homes}
    for statement in CASE["statements"]:
        lines[statement["report"]].append(statement)
    corpus = Memory(
        *(
            (text, *(s["line"] for s in lines[home]))
            for text, home in zip(texts, homes, strict=True)
        )
    )
    names = {
        attribution.id: statement["id"]
        for home, said in zip(homes, corpus.said, strict=True)
        for statement, attribution in zip(lines[home], said, strict=True)
    }
    encoders = Encoders(sentences=SentenceEncoder.load(), pairs=PairEncoder.load())
    indexes = [
        index_document(report, said, encoders.sentences)
        for report, said in zip(corpus.reports, corpus.said, strict=True)
    ]
    found = {}
    for claim in CASE["claims"]:
        asked = asked_claim(claim["proposition"])
        vector = encoders.sentences.embed([asked.proposition])[0]
        reports = [
            Report(
                document=report,
                attributions=said,
                contents=dict(
                    zip(
                        index.attributions,
                        (index.contents.astype(np.float32) @ vector).tolist(),
                        strict=True,
                    )
                ),
            )
            for report, said, index in zip(
                corpus.reports, corpus.said, indexes, strict=True
            )
        ]
        found[claim["proposition"]] = {
            names[b.attribution]: b.stance
            for b in bearings(asked, reports, encoders)
            if b.stance is not Stance.UNCOMMITTED
        }
    return found


def pairs(*wanted):
    """Yield claim, statement and label for the labels named."""
    for claim in CASE["claims"]:
        for statement, label in claim["sides"].items():
            if label in wanted:
                yield claim["proposition"], statement, label


def test_statements_are_found_on_their_side(judged) -> None:
    items = list(pairs("+", "-"))
    missed = [i for i in items if judged[i[0]].get(i[1]) is not SIDES[i[2]]]
    assert 1 - len(missed) / len(items) >= FOUND, missed


def test_nobody_stands_on_the_wrong_side(judged) -> None:
    turned = {"+": Stance.DENIES, "-": Stance.ASSERTS}
    wrong = [i for i in pairs("+", "-") if judged[i[0]].get(i[1]) is turned[i[2]]]
    assert wrong == []


def test_what_is_put_on_a_side_belongs_there(judged) -> None:
    planted = {(claim, statement) for claim, statement, _ in pairs("+", "-")}
    put = {(claim, name) for claim, found in judged.items() for name in found}
    strange = sorted(put - planted)
    assert 1 - len(strange) / len(put) >= RIGHT, strange


def test_knowing_is_not_doing(judged) -> None:
    for claim, statement, _ in pairs("knowledge"):
        assert statement not in judged[claim], (claim, statement)


def test_leaving_open_is_no_side(judged) -> None:
    for claim, statement, _ in pairs("u"):
        assert statement not in judged[claim], (claim, statement)


def test_denying_a_contract_is_not_denying_talks(judged) -> None:
    found = judged["The team had talks with the doctor"]
    assert found["talks"] is Stance.ASSERTS
    assert "contract" not in found


def test_each_claim_with_two_sides_shows_both(judged) -> None:
    for claim in CASE["claims"]:
        if {"+", "-"} <= set(claim["sides"].values()):
            sides = set(judged[claim["proposition"]].values())
            assert sides == {Stance.ASSERTS, Stance.DENIES}, claim["proposition"]
