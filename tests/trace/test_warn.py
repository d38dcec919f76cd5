import hashlib
from datetime import date

from sayso.domain.claim import Stance
from sayso.domain.document import Document, document_id
from sayso.domain.ids import DocumentId
from sayso.domain.origin import (
    CreditKind,
    Origin,
    OriginCount,
    Reporting,
    ReportTrace,
)
from sayso.trace.warn import HIDDEN, warnings_for


def doc(name, published=None, language="en"):
    sha256 = hashlib.sha256(name.encode()).hexdigest()
    return Document(
        id=document_id(sha256),
        uri=name,
        uris=(name,),
        sha256=sha256,
        size=1,
        media_type="text/plain",
        text=name,
        published=published,
        language=language,
    )


def report(document, copies=()):
    return ReportTrace(
        document=document.id,
        stance=Stance.ASSERTS,
        reporting=Reporting.OWN,
        credits=(),
        copies=copies,
    )


def count(high, unresolved=0):
    root = Origin(
        name="a", kind=CreditKind.OUTLET, documents=(DocumentId("d"),), evidence=()
    )
    return OriginCount(
        low=min(1, high), high=high, origins=(), unresolved=(root,) * unresolved
    )


DATED = doc("dated", date(2024, 5, 1))


def warned(documents, reports, asserting):
    return " ".join(warnings_for(reports, documents, asserting, count(0)))


def test_a_hidden_source_is_warned_of_wherever_two_origins_are_counted():
    assert HIDDEN in warned([DATED], [report(DATED)], count(2))
    assert warned([DATED], [report(DATED)], count(1)) == ""


def test_unresolved_roots_are_said():
    assert "1 report does not say" in warned([DATED], [report(DATED)], count(0, 1))
    assert "2 reports do not say" in warned([DATED], [report(DATED)], count(0, 2))


def test_missing_dates_matter_where_something_was_copied():
    bare = doc("bare")
    copied = [report(DATED, (bare.id,)), report(bare, (DATED.id,))]
    assert "1 of 2 reports have no date" in warned([DATED, bare], copied, count(1))
    assert "date" not in warned([DATED, bare], [report(bare)], count(1))


def test_texts_in_other_languages_are_said():
    other = doc("autre", date(2024, 5, 1), "fr")
    assert "(fr)" in warned([DATED, other], [report(other)], count(1))
