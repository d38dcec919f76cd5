"""Whom a report credits for a claim, from its attributions and its turns of phrase."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from sayso.domain.attribution import Act, Attribution, Polarity, Style
from sayso.domain.claim import Stance
from sayso.domain.ids import AttributionId
from sayso.domain.origin import Credit, CreditKind
from sayso.domain.span import span_text
from sayso.trace.beside import from_hearsay, from_outlet
from sayso.trace.evidence import Sourced
from sayso.trace.kinds import Described, is_vague
from sayso.trace.merging import merged
from sayso.trace.naming import named
from sayso.trace.outlets import outlet_key
from sayso.trace.passing import Passing, PassingOutlet, passing_outlets
from sayso.trace.pointing import named_elsewhere
from sayso.trace.report import Report
from sayso.trace.topic import Page
from sayso.trace.witness import has_seen, is_witness


def credits_of(report: Report) -> list[Sourced]:
    """Return the sources that a report credits for the claim, in order of the text.

    One source is listed once for each outlet through which it came, with the first
    words that name it and the firmest stance it takes. A source that speaks on the
    topic without bearing on the claim itself is listed as uncommitted. Declining to
    comment is no credit, and a report that credits its own publisher credits nobody.
    """
    page = report.page
    outlets = [
        outlet
        for outlet in passing_outlets(report.document.text, report.publishers)
        if not report.is_by(outlet.name)
    ]
    spoken = [a for a in report.attributions if _speaks(report, a, page)]
    through = _through(spoken, outlets)
    found: list[Sourced | None] = []
    for attribution in spoken:
        via = through.get(attribution.id) or _parent_name(report, attribution)
        credit = _credit(report, attribution, via)
        found.extend((credit, _passed_on(report, attribution, credit)))
    found.extend(from_outlet(report, outlet, spoken, page) for outlet in outlets)
    found.extend(from_hearsay(report, spoken, page, _named_source(report)))
    kept = merged(one for one in found if one is not None)
    named = named_elsewhere(kept, report.document.text)
    return _without_vague(_inheriting(report, named))


def _speaks(report: Report, attribution: Attribution, page: Page) -> bool:
    """Tell whether an attribution credits its source for the claim or its topic."""
    if attribution.style is Style.OWN_VOICE or not attribution.source:
        return False
    if attribution.act is Act.DECLINE:
        return False
    if attribution.id in report.bearings:
        return True
    first = min(s.start for s in (*attribution.source, *attribution.content))
    least = _LEAST_DENIED if attribution.polarity is Polarity.REJECTS else _LEAST
    return page.about((first, first), least)


_LEAST = 2
"""Telling words that a sentence and the one before must share with the claim for its
source to be credited though it does not bear on the claim itself."""

_LEAST_DENIED = 1
"""A denial repeats less of what it denies."""


def _credit(
    report: Report, attribution: Attribution, via: str | None
) -> Sourced | None:
    """Return the credit an attribution gives; None where it names nobody."""
    span = attribution.source[0]
    actor = report.actors.get(attribution.actor) if attribution.actor else None
    authority = (
        report.actors.get(actor.authority) if actor and actor.authority else None
    )
    source = named(
        report.document.text,
        (span.start, span.end),
        actor,
        authority,
        report.publishers,
    )
    if source is None:
        return None
    described = source.described
    outlet = described.kind is CreditKind.OUTLET
    if outlet and report.is_by(described.name):
        return None
    if via is not None and outlet_key(via) == outlet_key(described.name):
        via = None
    stance, lean, told = report.side(attribution)
    kind = _kind(report, attribution, described)
    if kind is not described.kind and told:
        told = max(told, WITNESSED) if told > 0 else min(told, -WITNESSED)
    return Sourced(
        credit=Credit(
            document=report.document.id,
            span=span,
            name=described.name,
            kind=kind,
            stance=stance,
            via=via,
        ),
        actor=source.actor,
        generic=described.generic,
        plural=described.plural,
        lean=lean,
        told=told,
        withdrawn=report.takes_back(attribution),
    )


WITNESSED = 0.1
"""What the account of a named witness weighs at least: it is about the matter itself,
in whatever words."""


def _kind(report: Report, attribution: Attribution, described: Described) -> CreditKind:
    """Return the kind of a source; a person who saw it is a witness."""
    person = described.kind is CreditKind.PERSON
    text = report.document.text
    if person and (
        is_witness(text, described.name) or has_seen(text, attribution.content)
    ):
        return CreditKind.WITNESS
    return described.kind


def _named_source(report: Report) -> Callable[[Attribution], str | None]:
    def name(attribution: Attribution) -> str | None:
        found = _credit(report, attribution, None)
        return found.credit.name if found else None

    return name


def _parent_name(report: Report, attribution: Attribution) -> str | None:
    """Return who passes the attribution on: the source of the one it stands in."""
    parent = _parent(report, attribution)
    found = _credit(report, parent, None) if parent else None
    return found.credit.name if found else None


def _parent(report: Report, attribution: Attribution) -> Attribution | None:
    return next(
        (
            other
            for other in report.attributions
            if other.id == attribution.parent and other.source
        ),
        None,
    )


def _passed_on(
    report: Report, attribution: Attribution, credit: Sourced | None
) -> Sourced | None:
    """Credit the outlet whose reporting holds a credited attribution.

    `The Courier reports that an aide confirmed it` credits the aide and the Courier,
    which takes the stance it passes on.
    """
    parent = _parent(report, attribution)
    if parent is None or credit is None or parent.id in report.bearings:
        return None
    found = _credit(report, parent, None)
    if found is None or found.credit.kind is not CreditKind.OUTLET:
        return None
    return replace(found, credit=replace(found.credit, stance=credit.credit.stance))


def _through(
    spoken: Iterable[Attribution], outlets: Sequence[PassingOutlet]
) -> dict[AttributionId, str]:
    """Map attributions to the outlet that was told, or reports, in their sentence."""
    through: dict[AttributionId, str] = {}
    for attribution in spoken:
        source = attribution.source[0]
        for outlet in outlets:
            inside = outlet.sentence[0] <= source.start < outlet.sentence[1]
            itself = outlet.start < source.end and source.start < outlet.end
            if inside and not itself and outlet.how in _HANDS_ON:
                through.setdefault(attribution.id, outlet.name)
    return through


_HANDS_ON = frozenset({Passing.TOLD, Passing.REPORTS})


_COMMITS = {Stance.ASSERTS: Polarity.HOLDS, Stance.DENIES: Polarity.REJECTS}


def _inheriting(report: Report, found: Sequence[Sourced]) -> Sequence[Sourced]:
    """Let the sources of a report that takes a side share it, where none is heard to.

    A report has its word from somewhere: from those it cites on the topic, if they
    commit themselves in that direction at all.
    """
    side = report.stance
    if side not in _COMMITS or any(one.credit.stance is side for one in found):
        return found
    committed = {
        attribution.source[0]
        for attribution in report.attributions
        if attribution.source
        and attribution.polarity is _COMMITS[side]
        and report.topic.shared(span_text(report.document.text, attribution.content))
        >= _LEAST
    }
    return [
        replace(one, credit=replace(one.credit, stance=side))
        if one.credit.span in committed and one.credit.stance is Stance.UNCOMMITTED
        else one
        for one in found
    ]


def _without_vague(found: Sequence[Sourced]) -> list[Sourced]:
    """Drop `media reports` where anything better is credited on the same side."""
    clear = [one for one in found if not is_vague(one.credit.name)]
    return clear or list(found)
