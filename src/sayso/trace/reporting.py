"""Whether a report found out for itself or passes on what others found."""

import re
from collections.abc import Sequence
from functools import cache

from sayso.domain.document import Document
from sayso.domain.origin import CreditKind, Reporting
from sayso.lexicon.loader import load_toml
from sayso.trace.evidence import Sourced
from sayso.trace.outlets import outlet_key
from sayso.trace.passing import Passing, passing_outlets
from sayso.trace.wording import quotes

_DERIVED_SHARE = 0.5
"""Share of the speakers that came through outlets from which on a report with signs
of own work still counts as passing on."""


def reporting(document: Document, found: Sequence[Sourced]) -> Reporting:
    """Return whether the report is own work, passed on, both, or does not show.

    Signs of own work are somebody told *this* outlet, an interview, a question put
    and not answered, a dateline of the outlet's own agency, the first person outside
    quotes. Crediting an outlet, or hearing speakers through one, is passing on.
    """
    outlets = [
        one
        for one in found
        if one.credit.kind is CreditKind.OUTLET and not one.trailing
    ]
    through = sum(one.credit.via is not None for one in found)
    direct = [
        one
        for one in found
        if one.credit.kind is not CreditKind.OUTLET and one.credit.via is None
    ]
    own = own_signs(document)
    if not outlets and not through:
        if own or len(direct) >= _SEVERAL:
            return Reporting.OWN
        return Reporting.UNCLEAR if not direct else Reporting.DERIVED
    if own and len(direct) > _DERIVED_SHARE * (through + len(direct)):
        return Reporting.MIXED
    return Reporting.DERIVED


_SEVERAL = 3
"""Speakers of its own, none through another outlet, that make a report own work even
without a sign of it: nobody gathers three voices without leaving the desk."""


def own_signs(document: Document) -> int:
    """Count the signs that a report found out for itself."""
    text = document.text
    bare = _without_quotes(text)
    signs = len(_phrases().findall(bare))
    for outlet in passing_outlets(text):
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
