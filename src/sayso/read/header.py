"""Read what the first lines of a plain text say about it.

Conventions only, and only where a line can hardly mean anything else: a wrong
publisher would become the source of everything the text says in its own voice.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sayso.read.dates import date_start, parse_date

HEADER_LINES = 12
"""Non-blank lines searched: longer headers are not met in saved articles."""

TITLE_LENGTH = 180
"""Characters; the longest headlines of the tabloid web stay under it."""

STOPPED_TITLE_LENGTH = 120
"""A first line that ends in a full stop may be a headline only if it is so short;
opening sentences of reports are longer."""

_LINE_LENGTH = 400
"""Characters of a line looked at: a dateline or label stands at its start."""

_NAME_WORDS = 12
_PUBLISHER_LENGTH = 60
_DATE_LINE_LETTERS = 30
"""A line with a date and no more letters than this beside it is about the date: room
for a weekday, `Published`, `Last updated` and a time zone."""

_WRAP = 100
"""A line longer than this was not wrapped by hand."""

_LABEL = re.compile(
    r"(title|headline|by|author|byline|source|publisher|published by|publication|"
    r"outlet|published|published on|date|dated|posted|posted on|first published|url|"
    r"link)\s*:\s*(\S.*)",
    re.IGNORECASE,
)
_FIELDS: Mapping[str, str] = {
    "title": "title",
    "headline": "title",
    "by": "byline",
    "author": "byline",
    "byline": "byline",
    "source": "publisher",
    "publisher": "publisher",
    "published by": "publisher",
    "publication": "publisher",
    "outlet": "publisher",
    "url": "url",
    "link": "url",
}
"""What each label gives; every other label is about the date."""

_POSTED = re.compile(
    r"\b(?:posted|published)(?: on)?\s*:\s*(.{0,60})|"
    r"^(?:posted|published) (?:on )?(.{0,60})",
    re.IGNORECASE,
)
_BY = re.compile(r"by\s+(\S.*)", re.IGNORECASE)
_AFTER_NAMES = re.compile(r"\s\|\s|\s(?:updated|posted|published)\b", re.IGNORECASE)
_SMALL_WORDS = frozenset(
    {
        *("and", "in", "at", "for", "of", "the", "de", "da", "di", "du", "del", "van"),
        *("von", "der", "den", "la", "le", "al", "el", "bin", "ibn", "abu", "ben"),
    }
)
_DASH = re.compile(r"(?:(?<=\))|\s)\s*(?:--|[-\u2010-\u2015])(?=\s|$)")
_DATELINE_LENGTH = 120
_IN_BRACKETS = re.compile(r"\(([^()]*)\)")
_PUBLISHER = re.compile(r"\w(?:[^,;|.]|\.(?! ))*(?<!\.)")
"""One name: a list of several is a list of credits."""

_AGENCY = re.compile(r"[^\W\d_][\w .&/'’-]{0,39}")
_MARKUP = " \t\r\f\v#*_>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What the first lines say; None where they do not."""

    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    published: date | None = None
    url: str | None = None


def read_header(text: str) -> Header:
    """Return what the first lines of `text` say about it.

    Explicit labels (`Source: …`) go before the agency of a dateline, which only
    says who wrote the text, not who printed it. Below the first sentence a source
    is one that the text credits, not its publisher.
    """
    lines = _first_lines(text)
    values: dict[str, str] = {}
    said: list[date] = []
    noted: list[date] = []
    agency: str | None = None
    below = False
    for at, line in enumerate(lines):
        if not line:
            continue
        head = _dateline(line)
        if head is not None:
            agency, day = _read_dateline(head)
            noted += [day] if day else []
            break
        field, value = _labelled(line)
        if field and not (below and field == "publisher"):
            values.setdefault(field, value)
        below = below or _is_body(line, first=at == 0)
        day = _said_date(line)
        said += [day] if day else []
        day = _noted_date(line, first=at == 0)
        noted += [day] if day else []
    title = values.get("title") or _title(lines)
    return Header(
        title=title,
        byline=values.get("byline"),
        publisher=values.get("publisher") or agency,
        published=next(iter(said + noted), None),
        url=values.get("url"),
    )


def front_matter(text: str) -> Header | None:
    """Return what a Markdown file's leading `---` block says, or None without one."""
    match = re.match(r"---[ \t]*\r?\n(.*?)\r?\n---[ \t]*(?:\r?\n|$)", text, re.DOTALL)
    if not match:
        return None
    pairs = dict(re.findall(r"^([A-Za-z_ ]+?)\s*:\s*(\S.*?)\s*$", match[1], re.M))
    known = {name.lower(): value.strip("\"'[] ") for name, value in pairs.items()}
    return Header(
        title=known.get("title") or known.get("headline"),
        byline=known.get("author") or known.get("byline") or known.get("authors"),
        publisher=known.get("publisher") or known.get("source") or known.get("site"),
        published=parse_date(known.get("date") or known.get("published") or ""),
        url=known.get("url") or known.get("link"),
    )


def _first_lines(text: str) -> list[str]:
    """Return the lines up to the last header line, blank ones as empty strings."""
    lines: list[str] = []
    filled = 0
    start = 0
    while start < len(text) and filled < HEADER_LINES:
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = text[start : min(end, start + _LINE_LENGTH)].strip(_MARKUP)
        if line or lines:
            lines.append(line)
        filled += bool(line)
        start = end + 1
    return lines


def _labelled(line: str) -> tuple[str | None, str]:
    """Return the field and value of a `Source: X` or `By X` line."""
    label = _LABEL.fullmatch(line)
    if label:
        field = _FIELDS.get(label[1].lower())
        return _labelled_value(field, label[2].strip(_MARKUP))
    by = _BY.fullmatch(line)
    names = _AFTER_NAMES.split(by[1])[0].strip() if by else ""
    if _is_name_list(names):
        return "byline", names
    return None, ""


def _labelled_value(field: str | None, value: str) -> tuple[str | None, str]:
    if value.startswith(("http://", "https://")):
        return "url", value
    if field == "byline":
        value = _AFTER_NAMES.split(value)[0].strip()
    if field == "publisher":
        day_at = date_start(value)
        value = value[:day_at].rstrip(" ,;|(-") if day_at is not None else value
        if len(value) > _PUBLISHER_LENGTH or not _PUBLISHER.fullmatch(value):
            return None, ""
    return (field, value) if len(value) <= TITLE_LENGTH else (None, "")


def _is_name_list(words: str) -> bool:
    """Tell a byline from a sentence that happens to begin with `By`."""
    parts = words.split()
    named = [word for word in parts if word.lower().strip(",") not in _SMALL_WORDS]
    capital = all(word[0].isupper() or not word[0].isalpha() for word in named)
    enough = len(named) > 1 and len(parts) <= _NAME_WORDS
    return enough and capital and not words.endswith((".", ":", ";"))


def _is_body(line: str, *, first: bool) -> bool:
    """Tell a line of the report itself from what stands above it."""
    return len(line) > _WRAP or (line.endswith(".") and not first)


def _said_date(line: str) -> date | None:
    """Return the date of a line that says when the text was published."""
    posted = _POSTED.search(line)
    if posted:
        return parse_date(posted[1] or posted[2] or "")
    label = _LABEL.fullmatch(line)
    if label and label[1].lower() not in _FIELDS:
        return parse_date(label[2])
    return None


def _noted_date(line: str, *, first: bool) -> date | None:
    """Return the date of a line that holds little else."""
    day_at = None if len(line) > _WRAP else date_start(line)
    if day_at is None or line.endswith("."):
        return None
    letters = sum(char.isalpha() for char in line)
    if letters > _DATE_LINE_LETTERS or (first and day_at > 0):
        return None
    return parse_date(line)


def _dateline(line: str) -> str | None:
    """Return what stands before the dash of a dateline, or None for another line."""
    dash = _DASH.search(line, 0, _DATELINE_LENGTH)
    if not dash or not dash.start():
        return None
    head = line[: dash.start()].strip()
    bare = _IN_BRACKETS.sub("", head).split(",")[0].strip()
    place_like = bare.isupper() or not bare or date_start(bare) == 0
    told = bool(_IN_BRACKETS.search(head)) or date_start(head) is not None
    return head if place_like and told else None


def _read_dateline(head: str) -> tuple[str | None, date | None]:
    """Return the agency and the date of a dateline."""
    day = parse_date(head, short_years=True)
    if not head.endswith(")"):
        return None, day
    inside = _IN_BRACKETS.findall(head)[-1].strip() if _IN_BRACKETS.search(head) else ""
    if date_start(inside) is not None or not _AGENCY.fullmatch(inside):
        return None, day
    return inside, day


def _title(lines: list[str]) -> str | None:
    """Return the first line if it stands like a headline over what follows."""
    filled = [line for line in lines if line]
    title = _POSTED.split(filled[0])[0].strip(" |-\u00d7\u2022") if filled else ""
    if not lines[1:] or not _may_be_title(title):
        return None
    below = lines[1]
    apart = not below or len(below) > _WRAP or _is_header_line(below)
    limit = STOPPED_TITLE_LENGTH if title.endswith(".") else TITLE_LENGTH
    return title if apart and 0 < len(title) <= limit else None


def _may_be_title(line: str) -> bool:
    return not (
        line.endswith((";", ",", ":"))
        or _is_header_line(line)
        or (". " in line[:-1] and line.endswith("."))
    )


def _is_header_line(line: str) -> bool:
    field, _ = _labelled(line)
    dated = _said_date(line) or _noted_date(line, first=False)
    return bool(field) or dated is not None or _dateline(line) is not None
