"""Where the word comes from: copies, credits, origins of the planted claims."""

from typing import Any

import pytest

from tests.samples.found import Found, require


def test_copies_are_paired(found: Found, truth: dict[str, Any]) -> None:
    copies = {report["path"]: set(report["copies"]) for report in truth["reports"]}
    traces = found.traces("payment")
    for path, trace in traces.items():
        seen = {found.names[document] for document in trace.copies}
        assert seen == copies[path] & set(traces), path
    assert {p for p in copies if copies[p]} <= set(traces)


def test_report_stances(found: Found, truth: dict[str, Any]) -> None:
    hits, misses = 0, []
    for claim in truth["claims"]:
        traces = found.traces(claim["id"])
        for report in claim["reports"]:
            seen = traces.get(report["path"])
            # A report that settles nothing may just as well be left out.
            stance = seen.stance if seen else "uncommitted"
            if stance == report["stance"]:
                hits += 1
            else:
                misses.append((claim["id"], report["path"], report["stance"], stance))
    require("stances", hits, misses)


def test_no_report_is_turned_round(found: Found, truth: dict[str, Any]) -> None:
    """To take a denying report for an asserting one is worse than to miss it."""
    opposite = {"asserts": "denies", "denies": "asserts"}
    hits, misses = 0, []
    for claim in truth["claims"]:
        traces = found.traces(claim["id"])
        for report in claim["reports"]:
            seen = traces.get(report["path"])
            if seen is None or seen.stance != opposite.get(report["stance"]):
                hits += 1
            else:
                misses.append((claim["id"], report["path"], report["stance"]))
    require("not turned round", hits, misses)


def test_own_reporting_is_told_from_derived(
    found: Found, truth: dict[str, Any]
) -> None:
    hits, misses = 0, []
    for claim in truth["claims"]:
        traces = found.traces(claim["id"])
        for report in claim["reports"]:
            seen = traces.get(report["path"])
            if seen is None:
                continue
            if seen.reporting == report["reporting"]:
                hits += 1
            else:
                fault = (report["path"], report["reporting"], seen.reporting)
                misses.append((claim["id"], *fault))
    require("reporting", hits, misses)


def test_credits_are_found(found: Found, truth: dict[str, Any]) -> None:
    hits, misses = 0, []
    for claim in truth["claims"]:
        traces = found.traces(claim["id"])
        for report in claim["reports"]:
            seen = traces.get(report["path"])
            for credit in report["credits"]:
                document = found.documents[report["path"]]
                names = [
                    f"{c.name} {document.text[c.span.start : c.span.end]}".casefold()
                    for c in (seen.credits if seen else ())
                ]
                if any(credit["name"].casefold() in name for name in names):
                    hits += 1
                else:
                    misses.append((claim["id"], report["path"], credit["name"], names))
    require("credits", hits, misses)


def test_origins_are_counted(found: Found, truth: dict[str, Any]) -> None:
    """The ranges of truth and machine overlap, side by side."""
    hits, misses = 0, []
    for claim in truth["claims"]:
        answer = found.answers[claim["id"]]
        for name, count in (
            ("asserting", answer.asserting),
            ("denying", answer.denying),
        ):
            planted = claim["origins"][name]
            if count.low <= planted["high"] and planted["low"] <= count.high:
                hits += 1
            else:
                fault = (planted["low"], planted["high"], count.low, count.high)
                misses.append((claim["id"], name, *fault))
    require("origins", hits, misses)


@pytest.mark.parametrize("claim_id", ["payment", "meeting"])
def test_origins_are_fewer_than_reports(found: Found, claim_id: str) -> None:
    """Nine reports that pass on one source are no nine confirmations."""
    answer = found.answers[claim_id]
    asserting = [t for t in answer.documents if t.stance == "asserts"]
    assert answer.asserting.high <= max(2, len(asserting) - 1)
