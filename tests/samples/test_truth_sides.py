"""Who stands on which side of the planted claims: how much of it sayso finds."""

from typing import Any

import pytest

from sayso.domain.attribution import Act, Certainty
from tests.samples.found import Found, require, said, side, statements


def goes_by(planted: str, names: list[str]) -> bool:
    return any(planted in name or name in planted for name in names)


@pytest.mark.parametrize("claim_id", ["payment", "meeting"])
def test_a_contested_claim_has_planted_voices_on_both_sides(
    found: Found, truth: dict[str, Any], claim_id: str
) -> None:
    claim = next(c for c in truth["claims"] if c["id"] == claim_id)
    for polarity in "+-":
        names = found.actor_names(side(found.answers[claim_id], polarity))
        planted = {s["who"] for s in claim["statements"] if s["polarity"] == polarity}
        assert any(goes_by(who, names) for who in planted), (claim_id, polarity, names)


def test_voices_are_named_on_their_side(found: Found, truth: dict[str, Any]) -> None:
    hits, misses = 0, []
    planted = {(c, s["polarity"], s["who"]) for c, s in statements(truth)}
    for claim, polarity, who in sorted(planted):
        names = found.actor_names(side(found.answers[claim], polarity))
        if goes_by(who, names):
            hits += 1
        else:
            misses.append((claim, polarity, who, names))
    require("voices", hits, misses)


def test_statements_stand_on_their_side(found: Found, truth: dict[str, Any]) -> None:
    hits, misses = 0, []
    for claim, statement in statements(truth):
        voices = side(found.answers[claim], statement["polarity"])
        if found.covering(statement, said(voices)):
            hits += 1
        else:
            misses.append((claim, statement["polarity"], statement["quote"]))
    require("sided", hits, misses)


def test_no_statement_stands_on_the_wrong_side(
    found: Found, truth: dict[str, Any]
) -> None:
    wrong = []
    for claim, statement in statements(truth):
        other = "-" if statement["polarity"] == "+" else "+"
        voices = side(found.answers[claim], other)
        # "Two officials confirmed" may stand inside a longer quote of the other side.
        exact = [
            a
            for a in found.covering(statement, said(voices))
            if not found.covering(
                statement, said(side(found.answers[claim], statement["polarity"]))
            )
        ]
        if exact:
            wrong.append((claim, statement["polarity"], statement["quote"]))
    assert wrong == []


def test_denying_knowledge_is_not_denying(found: Found, truth: dict[str, Any]) -> None:
    """Nor is it asserting, in whatever words the claim is asked."""
    for claim in truth["claims"]:
        for answer in [found.answers[claim["id"]], *found.reworded[claim["id"]]]:
            for denial in claim.get("denies_only_knowledge", []):
                for voices in (answer.asserted_by, answer.denied_by):
                    assert not found.covering(denial, said(voices)), (
                        answer.claim.proposition,
                        denial,
                    )
                    assert denial["who"] not in found.actor_names(voices)


def test_reportedly_asserts_nothing(found: Found) -> None:
    hedge = {
        "report": "11-morning-bell.html",
        "quote": "which reportedly hired gangsters to torch the Tellin quay",
    }
    for a in found.covering(hedge, said(found.answers["payment"].asserted_by)):
        assert a.certainty is not Certainty.CERTAIN


def test_the_company_that_denied_and_then_admitted_stands_on_both_sides(
    found: Found,
) -> None:
    answer = found.answers["meeting"]
    denied = {found.names[a.document] for a in said(answer.denied_by)}
    admitted = {
        found.names[a.document] for a in said(answer.asserted_by) if a.act is Act.ADMIT
    }
    assert "08-brask-statement.eml" in denied
    assert "13-halvany-wire-admission.txt" in admitted


def test_the_retraction_denies(found: Found) -> None:
    trace = found.traces("mayor")["12-morning-bell-retraction.txt"]
    assert trace.stance == "denies"


def test_the_payment_is_found_among_the_most_contested(found: Found) -> None:
    leading = [c for c in found.claims if c.asserted_by and c.denied_by][:3]
    assert leading, "no contested claim was discovered"
    assert any("paid" in c.claim.proposition for c in leading), [
        c.claim.proposition for c in leading
    ]


def test_claims_come_most_contested_first(found: Found) -> None:
    contests = [claim.contest for claim in found.claims]
    assert contests == sorted(contests, reverse=True)


@pytest.mark.parametrize("claim_id", ["payment", "meeting", "mayor", "cause"])
def test_nothing_else_stands_on_a_side(
    found: Found, truth: dict[str, Any], claim_id: str
) -> None:
    """Talk of the same affair is not yet talk of the claim."""
    claim = next(c for c in truth["claims"] if c["id"] == claim_id)
    hits, misses = 0, []
    for polarity in "+-":
        listed = [*claim["statements"], *claim["also"]]
        planted = [s for s in listed if s["polarity"] == polarity]
        for attribution in said(side(found.answers[claim_id], polarity)):
            if any(found.overlaps(attribution, statement) for statement in planted):
                hits += 1
            else:
                misses.append((polarity, found.text(attribution)))
    require(f"precision {claim_id}", hits, misses)
