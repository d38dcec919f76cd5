"""Bring the credits of one report together: one line a source and channel."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sayso.domain.claim import Stance
from sayso.domain.origin import CreditKind
from sayso.trace.evidence import Sourced
from sayso.trace.nodes import name_words
from sayso.trace.outlets import outlet_key


def merged(found: Iterable[Sourced]) -> list[Sourced]:
    """Keep one credit a source and channel: first words, fullest name, firmest stance.

    Two credits of one report mean the same source when they are one actor or when the
    words of one name are among those of the other (`Kelm` after `Dora Kelm`).
    """
    ordered = sorted(
        found, key=lambda one: (one.credit.span.start, one.credit.span.end)
    )
    kept: list[Sourced] = []
    for one in ordered:
        for place, earlier in enumerate(kept):
            if _channel(earlier) == _channel(one) and same_source(earlier, one):
                kept[place] = _joined(earlier, one)
                break
        else:
            kept.append(one)
    return _without_bare(kept)


def same_source(one: Sourced, other: Sourced) -> bool:
    """Tell whether two credits of the same report mean the same source."""
    outlets = [x.credit.kind is CreditKind.OUTLET for x in (one, other)]
    if any(outlets):
        keys = {outlet_key(one.credit.name), outlet_key(other.credit.name)}
        return all(outlets) and len(keys) == 1
    if one.actor is not None and other.actor is not None and one.actor == other.actor:
        return True
    left, right = name_words(one.credit.name), name_words(other.credit.name)
    if one.generic or other.generic:
        return bool(left) and left == right
    return bool(left and right) and (left <= right or right <= left)


def _channel(one: Sourced) -> str:
    return outlet_key(one.credit.via or "")


def _joined(earlier: Sourced, later: Sourced) -> Sourced:
    names = (earlier.credit.name, later.credit.name)
    fuller = max(names, key=lambda name: (len(name_words(name)), -names.index(name)))
    named = later if fuller == later.credit.name and not later.generic else earlier
    return replace(
        earlier,
        credit=replace(
            earlier.credit,
            name=named.credit.name,
            kind=named.credit.kind,
            stance=_surer(earlier, later),
        ),
        actor=named.actor or earlier.actor or later.actor,
        generic=earlier.generic and later.generic,
        trailing=earlier.trailing and later.trailing,
        lean=earlier.lean + later.lean,
        told=earlier.told + later.told,
        withdrawn=earlier.withdrawn or later.withdrawn,
    )


def _without_bare(found: Sequence[Sourced]) -> list[Sourced]:
    """Drop a source without channel where the same one is listed with a channel."""
    kept: list[Sourced] = []
    for one in found:
        twin = next(
            (o for o in found if o.credit.via and o is not one and same_source(o, one)),
            None,
        )
        if one.credit.via or twin is None:
            kept.append(one)
    return kept


def _surer(one: Sourced, other: Sourced) -> Stance:
    """Return the stance of a source heard more than once: where it leans in all.

    Where both sides weigh the same (it first confirmed, then withdrew) it is listed
    as denying: what it said last is unknown, and the doubt must show.
    """
    heard = {one.credit.stance, other.credit.stance} - {Stance.UNCOMMITTED}
    if not heard:
        return Stance.UNCOMMITTED
    if len(heard) == 1:
        return heard.pop()
    about = one.lean + other.lean
    settled = bool(one.lean or other.lean)
    lean = about if settled else one.told + other.told
    return Stance.ASSERTS if lean > 0 else Stance.DENIES
