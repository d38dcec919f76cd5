"""Recognise calendar dates in header lines, metadata and file names.

Only full dates count: a year alone is no day. An ambiguous 05/06/2020 and a date that
cannot be (31 February, next year) give None rather than a guess.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import PurePosixPath

from sayso.lexicon.loader import load_toml

EARLIEST = date(1605, 1, 1)
"""The first newspaper; an earlier date is a slip or a placeholder."""

EARLIEST_IN_NAME = date(1900, 1, 1)
"""Eight digits in a file name that read as an older date are a serial number."""

_MONTHS_A_YEAR = 12
_ISO = re.compile(r"(?<!\d)(\d{4})([-/._])(\d{1,2})\2(\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(
    r"(?<![\d.])(\d{1,2})(?:st|nd|rd|th|\.|º|er)?\s+(?:de\s+|of\s+)?([^\W\d_]{3,})\.?,?"
    r"\s+(?:de\s+|del\s+)?(\d{4})(?!\d)",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(
    r"\b([^\W\d_]{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)",
    re.IGNORECASE,
)
_SHORT_YEAR = re.compile(r"(?<!\d)(\d{1,2}) ([A-Za-z]{3,})\.? '?(\d{2})(?!\d)")
_NUMERIC = re.compile(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?![\d/-])")
_CJK = re.compile(r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")
_PDF_DATE = re.compile(r"(?:D:)?(\d{4})(\d{2})(\d{2})")
_IN_NAME = re.compile(r"(?<!\d)(\d{4})([-_. ]?)(\d{2})\2(\d{2})(?!\d)")
_NAMED_MONTH = re.compile(r"[-_.]+")


def parse_date(text: str, *, short_years: bool = False) -> date | None:
    """Return the first full date in `text`, or None.

    Args:
        text: a header line, a metadata value or a table cell.
        short_years: also read `4 FEB 90`, as wire services and monitoring services
            wrote: the latest such year that is not in the future.
    """
    dates = sorted(_candidates(text), key=lambda found: found[0])
    full = next((day for _, day in dates if day), None)
    return _short(text) if full is None and short_years else full


def date_start(text: str) -> int | None:
    """Return where the first full date in `text` starts."""
    return min((at for at, day in _candidates(text) if day), default=None)


def name_date(name: str) -> date | None:
    """Return the date that a file name states, such as `2020-05-12_raid.txt`."""
    stem = PurePosixPath(name).name.rsplit(".", 1)[0]
    for match in _IN_NAME.finditer(stem):
        day = make_date(match[1], match[3], match[4], earliest=EARLIEST_IN_NAME)
        if day:
            return day
    named = parse_date(_NAMED_MONTH.sub(" ", stem))
    return named if named and named >= EARLIEST_IN_NAME else None


def pdf_date(value: str) -> date | None:
    """Return the day of a PDF date such as `D:20200512093000+02'00'`."""
    match = _PDF_DATE.match(value.strip())
    return make_date(*match.groups()) if match else parse_date(value)


def make_date(
    year: str, month: str, day: str, *, earliest: date = EARLIEST
) -> date | None:
    """Return the date, or None when there is no such day or it has yet to come."""
    try:
        made = date(int(year), int(month), int(day))
    except ValueError:
        return None
    # A day ahead, because the report may come from east of here.
    latest = datetime.now(UTC).date() + timedelta(days=1)
    return made if earliest <= made <= latest else None


def _candidates(text: str) -> Iterator[tuple[int, date | None]]:
    for match in _ISO.finditer(text):
        yield match.start(), make_date(match[1], match[3], match[4])
    for match in _CJK.finditer(text):
        yield match.start(), make_date(*match.groups())
    for match in _DAY_FIRST.finditer(text):
        yield match.start(), _with_month(match[3], match[2], match[1])
    for match in _MONTH_FIRST.finditer(text):
        yield match.start(), _with_month(match[3], match[1], match[2])
    for match in _NUMERIC.finditer(text):
        yield match.start(), _numeric(match)


def _with_month(year: str, name: str, day: str) -> date | None:
    month = _months().get(name.lower())
    return make_date(year, str(month), day) if month else None


def _short(text: str) -> date | None:
    match = _SHORT_YEAR.search(text)
    if not match:
        return None
    days = (_with_month(f"{cc}{match[3]}", match[2], match[1]) for cc in (20, 19))
    return next((day for day in days if day), None)


def _numeric(match: re.Match[str]) -> date | None:
    """Read 12.05.2020 day first; with slashes only when one number is no month."""
    first, separator, second, year = match.groups()
    if separator == "." or int(first) > _MONTHS_A_YEAR or first == second:
        return make_date(year, second, first)
    if int(second) > _MONTHS_A_YEAR:
        return make_date(year, first, second)
    return None


@cache
def _months() -> Mapping[str, int]:
    names = {
        key: value for key, value in load_toml("months").items() if key != "version"
    }
    return {
        word: number
        for number, words in enumerate(names.values(), start=1)
        for word in words
    }
