"""Whether a report found out for itself or passes on what others found."""

import re
from collections.abc import Sequence
from functools import cache

from sayso.domain.document import Document
from sayso.domain.origin import CreditKind, Reporting
from sayso.lexicon.loader import load_toml
from sayso.trace.direction import came_first
from sayso.trace.evidence import Sourced
from sayso.trace.outlets import Names, outlet_key
from sayso.trace.passing import Passing, passing_outlets
from sayso.trace.wording import quotes

_SEVERAL = 3
"""Speakers from which a report without any sign of own work, of a publisher nobody
knows, counts as passing on; with fewer it does not show."""

_DATELINE = re.compile(
    r"^\s*(?:By [^\n]{3,60}\s+)?[A-Z][A-Z’'.]{2,}(?:[ ,./-]+[A-Z][\w.’']+){0,5},?\s*"
    r"(?:\d{1,2}\s*)?(?:\([^)\n]{2,30}\)\s*)?[-–—]{1,2}\s*\S"
)
"""`PORT ELLORY, June 3 (Wire) —`: the place from which somebody reports."""


def reporting(
    document: Document,
    found: Sequence[Sourced],
    publishers: Names = frozenset(),
    copied: Sequence[Document] = (),
) -> Reporting:
    """Return whether the report is own work, passed on, both, or does not show.

    Signs of own work are somebody told *this* outlet, an interview, a question put
    and not answered, a dateline, the first person outside quotes. Crediting an outlet,
    or hearing speakers through one, is passing on. Speakers alone show own work only
    of a known publisher: a text from nowhere may have taken them from anywhere.

    Args:
        document: the report.
        found: its credits for the claim.
        publishers: of all reports at hand: outlets, listed or not.
        copied: reports that share its wording. One that shows own work, when this
            one shows none, is where this one has it from, whatever the dates; where
            none does, the one that was published before.
    """
    outlets = {
        outlet_key(one.credit.name)
        for one in found
        if one.credit.kind is CreditKind.OUTLET and not one.trailing
    }
    told = {outlet_key(one.credit.via) for one in found if one.credit.via}
    direct = sum(
        one.credit.kind is not CreditKind.OUTLET and one.credit.via is None
        for one in found
    )
    own = own_signs(document, publishers)
    if outlets | told:
        return _passing_on(own, direct, only_told=outlets <= told)
    if own or (document.publisher and direct >= _NAMED_PUBLISHER):
        return Reporting.OWN
    if any(_had_it_first(other, document, publishers) for other in copied):
        return Reporting.DERIVED
    rumour = _RUMOUR.search(_without_quotes(document.text)) is not None
    passed_on = direct >= _SEVERAL or (direct == 0 and rumour)
    return Reporting.DERIVED if passed_on else Reporting.UNCLEAR


def _had_it_first(other: Document, document: Document, publishers: Names) -> bool:
    return own_signs(other, publishers) > 0 or came_first(other, document) is True


_RUMOUR = re.compile(
    r"\b(?:there (?:have been|are|were) reports|according to (?:\w+ )?reports"
    r"|reports (?:of|that|suggest|say|are|claim)|rumou?rs? (?:of|that|are|has|have|is)"
    r"|reportedly)\b",
    re.IGNORECASE,
)
"""A text that names nobody and speaks of reports passes them on."""


_NAMED_PUBLISHER = 2
"""Speakers, none through another outlet, that make a report of a known publisher its
own work even without a sign of it."""


def _passing_on(own: int, direct: int, *, only_told: bool) -> Reporting:
    """Judge a report that credits outlets.

    `He told the Star` in a report with a dateline is how papers name themselves.
    """
    if not own or not direct:
        return Reporting.DERIVED
    return Reporting.OWN if only_told else Reporting.MIXED


def own_signs(document: Document, publishers: Names = frozenset()) -> int:
    """Count the signs that a report found out for itself."""
    text = document.text
    bare = _without_quotes(text)
    signs = len(_phrases().findall(bare)) + (_DATELINE.match(text) is not None)
    for outlet in passing_outlets(text, publishers):
        ours = bool(document.publisher) and outlet_key(outlet.name) == outlet_key(
            document.publisher or ""
        )
        agency = outlet.how is Passing.DATELINE and (ours or not document.publisher)
        signs += agency or (ours and outlet.how is Passing.TOLD)
    return signs


def _without_quotes(text: str) -> str:
    """Return `text` with quotations blanked: `I` inside them is not the reporter."""
    pieces: list[str] = []
    at = 0
    for start, end in quotes(text):
        pieces.append(text[at:start])
        at = end
    pieces.append(text[at:])
    return " ".join(pieces)


@cache
def _phrases() -> re.Pattern[str]:
    table = load_toml("credits")["own"]
    words = sorted((*table["phrases"], *table["asked"]), key=len, reverse=True)
    return re.compile(
        rf"\b(?:{'|'.join(re.escape(word) for word in words)})\b", re.IGNORECASE
    )
