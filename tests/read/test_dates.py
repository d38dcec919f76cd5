# ruff: noqa: RUF001 - letters of other alphabets are what is tested
from datetime import UTC, date, datetime, timedelta

import pytest

from sayso.read.dates import name_date, parse_date, pdf_date


@pytest.mark.parametrize(
    "text",
    [
        "2020-05-12",
        "2020-05-12T09:30:00Z",
        "2020/05/12",
        "12 May 2020",
        "12th of May 2020",
        "Tuesday, 12 May, 2020, 10:30 GMT",
        "May 12, 2020",
        "MAY 12TH, 2020",
        "12. Mai 2020",
        "le 12 mai 2020",
        "12 de mayo de 2020",
        "12 мая 2020 г.",
        "12 Mayıs 2020",
        "12.05.2020",
        "2020年5月12日",
    ],
)
def test_full_dates_are_read(text: str) -> None:
    assert parse_date(text) == date(2020, 5, 12)


@pytest.mark.parametrize(
    "text",
    [
        "31 February 2020",
        "2020-13-01",
        "2020-00-10",
        "5/6/2020",
        "May 2020",
        "2020",
        "12 Foo 2020",
        "0099-05-12",
        "1200-05-12",
        "a 2020-05-123 b",
        "",
    ],
)
def test_what_is_no_certain_day_gives_none(text: str) -> None:
    assert parse_date(text) is None


def test_slashes_are_read_when_only_one_order_is_possible() -> None:
    assert parse_date("05/28/2020") == date(2020, 5, 28)
    assert parse_date("28/05/2020") == date(2020, 5, 28)


def test_an_impossible_date_gives_way_to_a_later_one() -> None:
    assert parse_date("31 June 2020, corrected 1 July 2020") == date(2020, 7, 1)


def test_a_date_to_come_is_a_slip() -> None:
    ahead = datetime.now(UTC).date() + timedelta(days=40)
    assert parse_date(ahead.isoformat()) is None


def test_short_years_are_read_on_request_only() -> None:
    assert parse_date("4 FEB 90") is None
    assert parse_date("4 FEB 90", short_years=True) == date(1990, 2, 4)
    assert parse_date("4 Feb 19", short_years=True) == date(2019, 2, 4)


@pytest.mark.parametrize(
    "name",
    [
        "2020-05-12_raid.txt",
        "pile/20200512.txt",
        "raid_20200512_final.pdf",
        "raid.2020.05.12.html",
        "12-May-2020.txt",
        "a.zip!/2020_05_12.txt",
    ],
)
def test_file_names_give_dates(name: str) -> None:
    assert name_date(name) == date(2020, 5, 12)


@pytest.mark.parametrize(
    "name",
    ["00012.txt", "report.txt", "12345678.txt", "202005123.txt", "16800512.txt"],
)
def test_serial_numbers_are_no_dates(name: str) -> None:
    assert name_date(name) is None


def test_a_folder_gives_no_date() -> None:
    assert name_date("2020-05-12/raid.txt") is None


def test_pdf_dates() -> None:
    assert pdf_date("D:20200512093000+02'00'") == date(2020, 5, 12)
    assert pdf_date("D:20201340") is None
    assert pdf_date("yesterday") is None
