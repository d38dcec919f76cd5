"""Credits that only describe a source which the report names elsewhere.

`A monitoring group said … the Harbour Watch, the group said …` is one source: the lead
announces whom the next paragraph names, and later words point back at the name.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from sayso.domain.claim import Stance
from sayso.domain.origin import CreditKind
from sayso.lexicon.loader import load_toml
from sayso.trace.evidence import Sourced
from sayso.trace.kinds import head_is_common, head_noun

_INDEFINITE = re.compile(r"^(?:an?|one|another)\s+", re.IGNORECASE)
_DEFINITE = re.compile(r"^(?:the|this|that|his|her|its|their)\s+", re.IGNORECASE)
LEAD = 600
"""Code points of headline and lead: who is announced there is named further down."""


def named_elsewhere(found: Sequence[Sourced], text: str) -> list[Sourced]:
    """Join each credit that only describes a named source to that source.

    Sources whom papers hide on purpose (`a source`, `an official`), witnesses and
    documents describe nobody else.

    Args:
        found: credits of one report, in order of the text.
        text: of the report.
    """
    joined: dict[int, Sourced] = dict(enumerate(found))
    for place, one in enumerate(found):
        shown = _shown(one, text)
        if not _describes(one, shown):
            continue
        target = _meant(found, place, text)
        if target is not None:
            joined[target] = _taking(joined[target], one)
            del joined[place]
    return [joined[place] for place in sorted(joined)]


def _describes(one: Sourced, shown: str) -> bool:
    """Tell whether the words of a credit describe and do not name."""
    if one.credit.kind not in (CreditKind.UNNAMED, CreditKind.ORGANIZATION):
        return False
    if head_noun(shown) in _hiding():
        return False
    if one.generic or _INDEFINITE.match(shown):
        return head_is_common(shown)
    return not any(c.isupper() for c in one.credit.name[1:])


def _shown(one: Sourced, text: str) -> str:
    return " ".join(text[one.credit.span.start : one.credit.span.end].split())


def _meant(found: Sequence[Sourced], place: int, text: str) -> int | None:
    """Return the place of the named source that a description means."""
    one = found[place]
    shown = _shown(one, text)
    fits = [
        i
        for i, other in enumerate(found)
        if not _describes(other, _shown(other, text)) and _fits(other, one)
    ]
    earlier = [i for i in fits if i < place]
    later = [i for i in fits if i > place]
    if _DEFINITE.match(shown):
        return earlier[-1] if earlier else _first(later)
    lead = one.credit.span.start <= LEAD
    officials = head_noun(one.credit.name) in _officers()
    if lead and (officials or _INDEFINITE.match(shown)):
        return _first(later)
    return None


def _first(places: Sequence[int]) -> int | None:
    return places[0] if places else None


def _fits(other: Sourced, one: Sourced) -> bool:
    """Tell whether a named source can be the one described: no clash of sides."""
    sides = {other.credit.stance, one.credit.stance}
    named = other.credit.kind in (CreditKind.PERSON, CreditKind.ORGANIZATION)
    if not named or len(sides - {Stance.UNCOMMITTED}) > 1:
        return False
    body = head_noun(one.credit.name) in _bodies()
    return other.credit.kind is CreditKind.ORGANIZATION if body else True


def _taking(named: Sourced, described: Sourced) -> Sourced:
    """Return the named source with what was said of it by description."""
    stance = named.credit.stance
    if stance is Stance.UNCOMMITTED:
        stance = described.credit.stance
    return replace(
        named,
        credit=replace(named.credit, stance=stance),
        lean=named.lean + described.lean,
        told=named.told + described.told,
        withdrawn=named.withdrawn or described.withdrawn,
    )


@cache
def _hiding() -> frozenset[str]:
    return frozenset(load_toml("credits")["kinds"]["hiding"])


@cache
def _officers() -> frozenset[str]:
    return frozenset(load_toml("credits")["kinds"]["officers"])


@cache
def _bodies() -> frozenset[str]:
    return frozenset(load_toml("titles")["body"]["words"])
