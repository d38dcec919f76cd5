"""How much of the planted truth sayso finds, end to end.

What must hold is asserted outright. Where the machine is imperfect, the share that is
required stands in `FLOORS`, measured, never rounded up. Raise a floor after an
improvement; the truth and the reports are never bent to the machine.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from sayso.domain.answer import Answer, Voice
from sayso.domain.attribution import Act, Attribution, Certainty, Polarity
from sayso.domain.document import Document
from sayso.domain.origin import ReportTrace

FLOORS = {
    "attributed": 0.0,
    "sided": 0.0,
    "named": 0.0,
    "certainty": 0.0,
    "stances": 0.0,
    "reporting": 0.0,
    "credits": 0.0,
    "refusals": 0.0,
}
"""Least share of the planted items that must be found, for each kind."""

COVERED = 0.5
"""Share of a planted quote that an attribution must cover to count as found."""


class Found:
    """The sample case as sayso sees it, arranged for comparison with the truth."""

    def __init__(self, path: Path, truth: dict[str, Any]) -> None:
        from sayso.case import Case

        with Case.open(path) as case:
            self.documents = {Path(d.uri).name: d for d in case.documents()}
            self.unread = list(case.unread())
            self.attributions = list(case.attributions())
            self.actors = {actor.id: actor for actor in case.actors()}
            self.claims = list(case.claims())
            self.answers = {
                claim["id"]: case.ask(claim.get("question", claim["proposition"]))
                for claim in truth["claims"]
            }
        self.names = {d.id: name for name, d in self.documents.items()}

    def place(self, report: str, quote: str) -> tuple[Document, int, int]:
        document = self.documents[report]
        start = document.text.index(quote)
        return document, start, start + len(quote)

    def covering(
        self, item: dict[str, Any], among: Iterable[Attribution]
    ) -> list[Attribution]:
        """Return the attributions that cover at least half of a planted quote."""
        document, start, end = self.place(item["report"], item["quote"])
        found = []
        for attribution in among:
            if attribution.document == document.id:
                spans = [*attribution.cue, *attribution.content, *attribution.source]
                covered = {
                    position
                    for span in spans
                    for position in range(max(start, span.start), min(end, span.end))
                }
                if len(covered) >= COVERED * (end - start):
                    found.append(attribution)
        return found

    def actor_names(self, voices: Iterable[Voice]) -> list[str]:
        return [n for v in voices if v.actor is not None for n in v.actor.names]

    def traces(self, claim: str) -> dict[str, ReportTrace]:
        return {self.names[t.document]: t for t in self.answers[claim].documents}


@pytest.fixture(scope="module")
def found(sample_case: Path, truth: dict[str, Any]) -> Found:
    return Found(sample_case, truth)


def said(voices: Iterable[Voice]) -> list[Attribution]:
    return [a for voice in voices for a in voice.attributions]


def side(answer: Answer, polarity: str) -> tuple[Voice, ...]:
    return answer.asserted_by if polarity == "+" else answer.denied_by


def statements(truth: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for claim in truth["claims"]:
        for statement in claim["statements"]:
            yield claim["id"], statement


def require(kind: str, hits: int, misses: list[object]) -> None:
    """Fail below the floor of `kind`, naming everything that was missed."""
    share = hits / (hits + len(misses))
    lines = "\n".join(f"  {miss}" for miss in misses)
    assert share >= FLOORS[kind], f"{kind}: {share:.3f}, missed:\n{lines}"


# --- reading ---


def test_all_fourteen_reports_are_read(found: Found, truth: dict[str, Any]) -> None:
    for report in truth["reports"]:
        document = found.documents[report["path"]]
        assert document.publisher == report["publisher"], report["path"]
        assert document.published == report["published"], report["path"]
        assert document.language == "en"
    assert len(found.documents) == len(truth["reports"])


def test_every_quote_survives_reading(
    found: Found, quotes: list[tuple[str, str]]
) -> None:
    lost = [(n, q) for n, q in quotes if q not in found.documents[n].text]
    assert lost == []


def test_navigation_and_footers_are_not_read_as_news(found: Found) -> None:
    for name in ("07-coastline.html", "09-radio-tamsin.html"):
        assert "Listen live" not in found.documents[name].text
        assert "Weather" not in found.documents[name].text


def test_transfers_table_is_no_report(found: Found) -> None:
    assert "transfers.csv" not in found.documents
    assert all(Path(item.uri).name == "transfers.csv" for item in found.unread)


# --- who says what ---


def test_every_explicit_denial_is_negative(found: Found, truth: dict[str, Any]) -> None:
    denials = [s for _, s in statements(truth) if s.get("act") == "deny"]
    assert len(denials) >= 5
    for denial in denials:
        covering = found.covering(denial, found.attributions)
        assert any(
            a.polarity is Polarity.REJECTS and a.act is Act.DENY for a in covering
        ), denial


def test_every_admission_is_positive(found: Found, truth: dict[str, Any]) -> None:
    admissions = [s for _, s in statements(truth) if s.get("act") == "admit"]
    assert len(admissions) == 2
    for admission in admissions:
        covering = found.covering(admission, found.attributions)
        assert any(
            a.polarity is Polarity.HOLDS and a.act is Act.ADMIT for a in covering
        ), admission


def test_statements_are_attributed(found: Found, truth: dict[str, Any]) -> None:
    hits, misses = 0, []
    for _, statement in statements(truth):
        if found.covering(statement, found.attributions):
            hits += 1
        else:
            misses.append((statement["report"], statement["quote"]))
    require("attributed", hits, misses)


def test_sources_are_named(found: Found, truth: dict[str, Any]) -> None:
    """The actor of a statement goes by the planted name, in any of its forms."""
    hits, misses = 0, []
    for _, statement in statements(truth):
        names = [
            name.casefold()
            for a in found.covering(statement, found.attributions)
            if a.actor is not None
            for name in found.actors[a.actor].names
        ]
        wanted = statement["who"].casefold()
        if any(wanted in name or name in wanted for name in names):
            hits += 1
        else:
            misses.append((statement["who"], statement["quote"], names))
    require("named", hits, misses)


def test_certainty_is_the_sources(found: Found, truth: dict[str, Any]) -> None:
    hits, misses = 0, []
    for _, statement in statements(truth):
        covering = found.covering(statement, found.attributions)
        if any(a.certainty is Certainty(statement["certainty"]) for a in covering):
            hits += 1
        else:
            misses.append((statement["certainty"], statement["quote"]))
    require("certainty", hits, misses)


def test_refusals_commit_to_nothing(found: Found, truth: dict[str, Any]) -> None:
    hits, misses = 0, []
    for refusal in truth["refusals"]:
        covering = found.covering(refusal, found.attributions)
        if any(a.polarity is Polarity.UNCOMMITTED for a in covering):
            hits += 1
        else:
            misses.append((refusal["who"], refusal["quote"]))
    require("refusals", hits, misses)


# --- both sides of each claim ---


@pytest.mark.parametrize(
    ("claim", "asserting", "denying"),
    [
        ("payment", ["Sarn Sentinel", "Ines Tarrow"], ["Brask", "Edda Morlund"]),
        ("meeting", ["Brask", "Tarrow"], ["Brask Maritime"]),
        ("mayor", ["Morning Bell"], ["Corin Thale"]),
        ("cause", ["Berit Sloane"], ["Jonas Vell"]),
    ],
)
def test_both_sides_are_named(
    found: Found, claim: str, asserting: list[str], denying: list[str]
) -> None:
    answer = found.answers[claim]
    for wanted, voices in (
        (asserting, answer.asserted_by),
        (denying, answer.denied_by),
    ):
        names = " | ".join(found.actor_names(voices))
        for name in wanted:
            assert name in names, (claim, name, names)


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
    for claim in truth["claims"]:
        answer = found.answers[claim["id"]]
        for denial in claim.get("denies_only_knowledge", []):
            assert not found.covering(denial, said(answer.denied_by)), denial
            assert denial["who"] not in found.actor_names(answer.denied_by)
            assert denial["who"] not in found.actor_names(answer.asserted_by)


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


# --- where it comes from ---


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


# --- found without being asked ---


def test_the_payment_is_found_among_the_most_contested(found: Found) -> None:
    leading = [c for c in found.claims if c.asserted_by and c.denied_by][:3]
    assert leading, "no contested claim was discovered"
    assert any("paid" in c.claim.proposition for c in leading), [
        c.claim.proposition for c in leading
    ]


def test_claims_come_most_contested_first(found: Found) -> None:
    contests = [claim.contest for claim in found.claims]
    assert contests == sorted(contests, reverse=True)
