"""Whom a report credits for a claim, from its attributions and its turns of phrase."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.domain.actor import Actor, ActorKind
from sayso.domain.attribution import Act, Attribution, Style
from sayso.domain.claim import Bearing, Stance
from sayso.domain.document import Document
from sayso.domain.ids import ActorId, AttributionId
from sayso.domain.origin import Credit, CreditKind
from sayso.domain.span import Span
from sayso.trace.evidence import Sourced
from sayso.trace.kinds import describe, is_pronoun
from sayso.trace.outlets import outlet_key
from sayso.trace.passing import Passing, PassingOutlet, passing_outlets


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One report with all that is known of it, as tracing reads it.

    Attributes:
        bearings: of its attributions toward the claim.
        stance: of the report as a whole.
    """

    document: Document
    attributions: Sequence[Attribution]
    bearings: Mapping[AttributionId, Bearing]
    actors: Mapping[ActorId, Actor]
    stance: Stance


def credits_of(report: Report) -> list[Sourced]:
    """Return the sources that a report credits for the claim, in order of the text.

    One source is listed once for each outlet through which it came, with the first
    words that name it and the firmest stance it takes. Declining to comment is no
    credit. A report that credits its own publisher credits nobody.
    """
    outlets = [
        outlet
        for outlet in passing_outlets(report.document.text)
        if not _is_publisher(outlet.name, report.document)
    ]
    told = _told_in(report, outlets)
    spoken = [_spoken(report, attribution, told) for attribution in _bearing(report)]
    passing = _passing(report, outlets)
    parents = _parents(report, spoken)
    found = [one for one in (*spoken, *passing, *parents) if one is not None]
    found.sort(key=lambda one: (one.credit.span.start, one.credit.span.end))
    return _merged(found)


def _bearing(report: Report) -> list[Attribution]:
    return [
        attribution
        for attribution in report.attributions
        if attribution.id in report.bearings
        and attribution.source
        and attribution.style is not Style.OWN_VOICE
        and attribution.act is not Act.DECLINE
    ]


def _spoken(
    report: Report, attribution: Attribution, told: Mapping[AttributionId, str]
) -> Sourced | None:
    stance = report.bearings[attribution.id].stance
    via = told.get(attribution.id) or _parent_name(report, attribution)
    return _credit(report, attribution, stance, via)


def _credit(
    report: Report, attribution: Attribution, stance: Stance, via: str | None
) -> Sourced | None:
    """Return the credit an attribution gives; None where it names nobody."""
    span = attribution.source[0]
    words = report.document.text[span.start : span.end]
    actor = report.actors.get(attribution.actor) if attribution.actor else None
    if actor is None and is_pronoun(words):
        return None
    authority = (
        report.actors.get(actor.authority) if actor and actor.authority else None
    )
    described = describe(words, actor, authority)
    outlet = described.kind is CreditKind.OUTLET
    if outlet and _is_publisher(described.name, report.document):
        return None
    if via is not None and outlet_key(via) == outlet_key(described.name):
        via = None
    return Sourced(
        credit=Credit(
            document=report.document.id,
            span=span,
            name=described.name,
            kind=described.kind,
            stance=stance,
            via=via,
        ),
        actor=authority or actor,
        generic=described.generic,
        plural=described.plural,
    )


def _parent_name(report: Report, attribution: Attribution) -> str | None:
    """Return who passes the attribution on: the source of the one it stands in."""
    parent = _parent(report, attribution)
    if parent is None:
        return None
    found = _credit(report, parent, Stance.UNCOMMITTED, None)
    return found.credit.name if found else None


def _parent(report: Report, attribution: Attribution) -> Attribution | None:
    if attribution.parent is None:
        return None
    return next(
        (
            other
            for other in report.attributions
            if other.id == attribution.parent and other.source
        ),
        None,
    )


def _parents(report: Report, spoken: Iterable[Sourced | None]) -> list[Sourced]:
    """Credit outlets whose reporting holds a bearing attribution but bears not itself.

    `The Courier reports that an aide confirmed it` credits the aide and the Courier,
    which takes the stance it passes on.
    """
    passed: list[Sourced] = []
    for attribution, credit in zip(_bearing(report), spoken, strict=True):
        parent = _parent(report, attribution)
        if parent is None or credit is None or parent.id in report.bearings:
            continue
        found = _credit(report, parent, credit.credit.stance, None)
        if found is not None and found.credit.kind is CreditKind.OUTLET:
            passed.append(found)
    return passed


def _told_in(
    report: Report, outlets: Sequence[PassingOutlet]
) -> dict[AttributionId, str]:
    """Map attributions to the outlet that was told, or reports, in their sentence."""
    through: dict[AttributionId, str] = {}
    for attribution in _bearing(report):
        source = attribution.source[0]
        for outlet in outlets:
            inside = outlet.sentence[0] <= source.start < outlet.sentence[1]
            itself = outlet.start < source.end and source.start < outlet.end
            if inside and not itself and outlet.how in _HANDS_ON:
                through.setdefault(attribution.id, outlet.name)
    return through


_HANDS_ON = frozenset({Passing.TOLD, Passing.REPORTS})


def _passing(report: Report, outlets: Iterable[PassingOutlet]) -> list[Sourced]:
    """Credit outlets found by pattern where what they pass on bears on the claim."""
    heard = [
        (span.start, report.bearings[attribution.id].stance)
        for attribution in report.attributions
        if attribution.id in report.bearings
        for span in (*attribution.source, *attribution.content)
    ]
    found: list[Sourced] = []
    for outlet in outlets:
        start, end = outlet.sentence
        stances = [stance for at, stance in heard if start <= at < end]
        trailing = outlet.how in (Passing.HELPED, Passing.DATELINE)
        if stances or trailing:
            stance = _firmest(stances) if stances else report.stance
            found.append(_outlet_credit(report, outlet, stance, trailing=trailing))
    return found


def _outlet_credit(
    report: Report, outlet: PassingOutlet, stance: Stance, *, trailing: bool
) -> Sourced:
    credit = Credit(
        document=report.document.id,
        span=Span(document=report.document.id, start=outlet.start, end=outlet.end),
        name=outlet.name,
        kind=CreditKind.OUTLET,
        stance=stance,
    )
    actor = next(
        (
            actor
            for actor in report.actors.values()
            if actor.kind is ActorKind.OUTLET
            and outlet_key(actor.name) == outlet_key(outlet.name)
        ),
        None,
    )
    return Sourced(credit=credit, actor=actor, trailing=trailing)


def _merged(found: Iterable[Sourced]) -> list[Sourced]:
    """Keep one credit a source and channel: first words, firmest stance."""
    kept: dict[tuple[str, str], Sourced] = {}
    for one in found:
        key = (local_key(one), outlet_key(one.credit.via or ""))
        earlier = kept.get(key)
        if earlier is None:
            kept[key] = one
            continue
        stance = _firmest([earlier.credit.stance, one.credit.stance])
        kept[key] = replace(
            earlier,
            credit=replace(earlier.credit, stance=stance),
            trailing=earlier.trailing and one.trailing,
        )
    return _without_bare(list(kept.values()))


def _without_bare(found: list[Sourced]) -> list[Sourced]:
    """Drop a source without channel where the same one is listed with a channel."""
    channelled = {local_key(one) for one in found if one.credit.via}
    return [one for one in found if one.credit.via or local_key(one) not in channelled]


def local_key(one: Sourced) -> str:
    """Return what two credits of the same source share inside one report."""
    if one.credit.kind is CreditKind.OUTLET:
        return "outlet:" + outlet_key(one.credit.name)
    if one.actor is not None:
        return one.actor.id
    return " ".join(one.credit.name.casefold().split())


def _firmest(stances: Iterable[Stance]) -> Stance:
    """Return the stance of a source heard several times: a denial outweighs.

    A source that is heard on both sides (it first confirmed, then withdrew) is
    listed as denying: what it said last is unknown, and the doubt must show.
    """
    heard = set(stances)
    for stance in (Stance.DENIES, Stance.ASSERTS):
        if stance in heard:
            return stance
    return Stance.UNCOMMITTED


def _is_publisher(name: str, document: Document) -> bool:
    return bool(document.publisher) and outlet_key(name) == outlet_key(
        document.publisher or ""
    )
