"""How records are put into words, the same on a page and in a terminal."""

import re
from collections.abc import Sequence
from datetime import date, datetime

from sayso.domain.actor import Actor
from sayso.domain.attribution import Act, Attribution, Certainty, Style
from sayso.domain.document import Document, Unread
from sayso.domain.origin import CreditKind, OriginCount, Reporting

ACT_WORDS = {
    Act.ASSERT: "statement",
    Act.DENY: "denial",
    Act.ADMIT: "admission",
    Act.ACCUSE: "accusation",
    Act.PREDICT: "prediction",
    Act.PROMISE: "promise",
    Act.URGE: "demand",
    Act.ASK: "question",
    Act.OPINE: "opinion",
    Act.DECLINE: "declined to say",
    Act.OTHER: "other",
}

CERTAINTY_WORDS = {
    Certainty.CERTAIN: "certain",
    Certainty.PROBABLE: "probable",
    Certainty.POSSIBLE: "possible",
    Certainty.NONE: "uncommitted",
}

REPORTING_WORDS = {
    Reporting.OWN: "own reporting",
    Reporting.DERIVED: "passes on others",
    Reporting.MIXED: "own reporting and others",
    Reporting.UNCLEAR: "unclear how it knows",
}

CREDIT_WORDS = {
    CreditKind.OUTLET: "outlet",
    CreditKind.PERSON: "person",
    CreditKind.ORGANIZATION: "organization",
    CreditKind.UNNAMED: "unnamed",
    CreditKind.DOCUMENT: "document",
    CreditKind.SOCIAL_MEDIA: "social media",
    CreditKind.WITNESS: "witness",
}

UNKNOWN_PUBLISHER = "the report itself, publisher unknown"
UNNAMED_SOURCE = "a source not named"

_KIBI = 1024
_CONTROLS = {
    code: None
    for code in (*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F))
    if code not in (0x09, 0x0A)
} | dict.fromkeys(range(8294, 8298))
"""Control and text-direction codes: in a report they can only deceive a reader."""


def harmless(text: str) -> str:
    """Return `text` as it is, but for codes that could steer a terminal."""
    return re.sub(r"[\t\n]", " ", text.translate(_CONTROLS))


def squeeze(text: str) -> str:
    """Return `text` on one line, without codes that could steer a terminal."""
    return re.sub(r"\s+", " ", text.translate(_CONTROLS))


def clean(text: str) -> str:
    """Return `text` squeezed, no white space at its ends."""
    return squeeze(text).strip()


def advice(file: Unread) -> str:
    """Return why a file gave nothing and, where something is wrong, what to do."""
    return "; ".join(filter(None, (file.reason, file.remedy)))


def count(number: int, noun: str, plural: str | None = None) -> str:
    """Return `1 report`, `2 reports`, `1,200 reports`."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def day(when: date | datetime | None) -> str:
    """Return `12 May 2026`, or `no date`."""
    return f"{when.day} {when:%B} {when.year}" if when else "no date"


def size(octets: int) -> str:
    """Return a file size as people read it: `831 B`, `12 KB`, `3.4 MB`."""
    if octets < _KIBI:
        return f"{octets} B"
    if octets < _KIBI**2:
        return f"{octets / _KIBI:.0f} KB"
    return f"{octets / _KIBI**2:.1f} MB"


def duration(seconds: float) -> str:
    """Return `0.8 s`, `42 s`, `3 min 20 s`."""
    if seconds < 10:  # noqa: PLR2004 - below, tenths say something
        return f"{seconds:.1f} s"
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"


def origins(found: OriginCount) -> str:
    """Return `2–3 origins`, `1 origin`, or `no confirmed origin`."""
    if not found.high:
        return "no confirmed origin"
    if found.low == found.high:
        return count(found.high, "origin")
    return f"{found.low}–{found.high} origins"


def report_name(document: Document) -> str:
    """Return what a reader would call the report: its title, else its path."""
    return clean(document.title or "") or clean(document.uri)


def outlet_name(document: Document) -> str:
    """Return who published the report, else the name of its file."""
    return clean(document.publisher or "") or clean(document.uri).rsplit("/", 1)[-1]


def speaker(actor: Actor | None, said: Sequence[Attribution] = ()) -> str:
    """Return the name under which a voice is listed.

    Args:
        actor: who speaks, where that is known.
        said: what is listed under the name.
    """
    if actor:
        return clean(actor.name)
    if said and all(item.style is Style.OWN_VOICE for item in said):
        return UNKNOWN_PUBLISHER
    return UNNAMED_SOURCE


def commitment(attribution: Attribution) -> str:
    """Return kind of act and certainty: `denial · certain`."""
    act = ACT_WORDS[attribution.act]
    if attribution.style is Style.OWN_VOICE:
        act = "own voice"
    return f"{act} · {CERTAINTY_WORDS[attribution.certainty]}"


def listed(names: list[str], limit: int = 3) -> str:
    """Join names as a sentence does, the tail of a long list as a number."""
    if len(names) > limit + 1:
        names = [*names[:limit], f"{len(names) - limit} more"]
    if len(names) > 1:
        return f"{', '.join(names[:-1])} and {names[-1]}"
    return "".join(names)
