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


def test_no_report_that_denies_is_said_to_assert(
    found: Found, truth: dict[str, Any]
) -> None:
    opposite = {"asserts": "denies", "denies": "asserts"}
    for claim in truth["claims"]:
        traces = found.traces(claim["id"])
        for report in claim["reports"]:
            seen = traces.get(report["path"])
            if seen is not None:
                assert seen.stance != opposite.get(report["stance"]), report["path"]


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


@pytest.mark.parametrize("claim_id", ["payment", "meeting", "mayor", "cause"])
def test_origins_are_fewer_than_reports(
    found: Found, truth: dict[str, Any], claim_id: str
) -> None:
    """The ranges of truth and machine overlap on both sides."""
    claim = next(c for c in truth["claims"] if c["id"] == claim_id)
    answer = found.answers[claim_id]
    for name, count in (("asserting", answer.asserting), ("denying", answer.denying)):
        planted = claim["origins"][name]
        overlap = count.low <= planted["high"] and planted["low"] <= count.high
        assert overlap, (name, planted, count.low, count.high)
