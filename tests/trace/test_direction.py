import hashlib
from datetime import date

import pytest

from sayso.domain.document import DateBasis, Document, document_id
from sayso.domain.origin import Reporting
from sayso.trace.direction import came_first
from sayso.trace.reporting import reporting

WORDS = "The ferry sank off the point on Tuesday with nobody on board."


def doc(text, day=None, basis=DateBasis.METADATA):
    sha256 = hashlib.sha256(f"{text}{day}".encode()).hexdigest()
    return Document(
        id=document_id(sha256),
        uri=text[:9],
        uris=(text[:9],),
        sha256=sha256,
        size=1,
        media_type="text/plain",
        text=text,
        published=day and date(2024, 5, day),
        published_basis=day and basis,
    )


@pytest.mark.parametrize(
    ("one", "other", "first"),
    [(1, 2, True), (2, 1, False), (2, 2, None), (None, 2, None), (1, None, None)],
)
def test_dates_decide_where_they_can(one, other, first):
    assert came_first(doc("a", one), doc("b", other)) is first


def test_a_date_from_a_file_name_may_be_two_days_off():
    saved = doc("a", 3, DateBasis.FILE_NAME)
    assert came_first(doc("b", 1), saved) is None
    assert came_first(doc("b", 5), saved) is None
    assert came_first(doc("b", 6), saved) is False


def test_a_copy_is_passed_on_and_its_source_is_not():
    source, copy = doc(WORDS, 1), doc(WORDS + " ", 3)
    assert reporting(copy, (), copied=[source]) is Reporting.DERIVED
    assert reporting(source, (), copied=[copy]) is Reporting.UNCLEAR


def test_a_wrong_date_does_not_turn_the_source_into_a_copy():
    source = doc("ALDMOOR, May 3 (Wire) - " + WORDS, 3)
    copy = doc(WORDS, 1)
    assert reporting(copy, (), copied=[source]) is Reporting.DERIVED
    assert reporting(source, (), copied=[copy]) is Reporting.OWN


def test_without_dates_nobody_is_called_a_copy():
    one, other = doc(WORDS), doc(WORDS + " ")
    assert reporting(one, (), copied=[other]) is Reporting.UNCLEAR
