"""Who says what in the sample reports: how much of it sayso finds."""

from pathlib import Path
from typing import Any

from sayso.domain.attribution import Act, Certainty, Polarity
from tests.samples.found import Found, require, statements


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
