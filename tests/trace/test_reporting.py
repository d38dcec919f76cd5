import hashlib

import pytest

from sayso.domain.claim import Stance
from sayso.domain.document import Document, document_id
from sayso.domain.origin import Credit, CreditKind, Reporting
from sayso.domain.span import Span
from sayso.trace.evidence import Sourced
from sayso.trace.reporting import own_signs, reporting


def doc(text, publisher=None):
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Document(
        id=document_id(sha256),
        uri="a",
        uris=("a",),
        sha256=sha256,
        size=1,
        media_type="text/plain",
        text=text,
        publisher=publisher,
    )


def credit(document, name, kind=CreditKind.PERSON, via=None):
    return Sourced(
        credit=Credit(
            document=document.id,
            span=Span(document=document.id, start=0, end=1),
            name=name,
            kind=kind,
            stance=Stance.ASSERTS,
            via=via,
        )
    )


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        ("The clerk told this newspaper that the dam burst.", None),
        ("PORT LOM, June 3 — The dam burst at dawn.", None),
        ("LOM (Reuters) - The dam burst at dawn.", "Reuters"),
        ("The clerk told the Boston Globe that it burst.", "Boston Globe"),
        ("The mayor did not respond to three calls.", None),
    ],
)
def test_signs_of_own_work(text, publisher):
    assert own_signs(doc(text, publisher)) > 0


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        ("The clerk told the Boston Globe that it burst.", "Reuters"),
        ('"They told me that it burst," she said.', None),
        ("The dam burst - and nobody saw it.", None),
        ("", None),
    ],
)
def test_what_is_no_sign_of_own_work(text, publisher):
    assert own_signs(doc(text, publisher)) == 0


def test_a_report_that_only_credits_outlets_passes_on():
    report = doc("It burst, according to the Boston Globe.")
    found = [credit(report, "Boston Globe", CreditKind.OUTLET)]
    assert reporting(report, found) is Reporting.DERIVED


def test_own_speakers_beside_an_outlet_are_mixed():
    report = doc("A clerk told this newspaper so. The Boston Globe reported it.")
    found = [credit(report, "a clerk"), credit(report, "Globe", CreditKind.OUTLET)]
    assert reporting(report, found) is Reporting.MIXED


def test_speakers_of_a_known_publisher_are_own_work():
    report = doc("Two clerks said so.", publisher="Lom Gazette")
    found = [credit(report, "Ivo Brandt"), credit(report, "Dora Kelm")]
    assert reporting(report, found) is Reporting.OWN


def test_a_report_without_speakers_and_signs_does_not_show():
    report = doc("The dam burst.")
    assert reporting(report, []) is Reporting.UNCLEAR
