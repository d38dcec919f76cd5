"""Credits beside the attributions: outlets that pass on, sources that others cite."""

from collections.abc import Callable, Iterator, Sequence

from sayso.domain.attribution import Attribution
from sayso.domain.claim import Stance
from sayso.domain.origin import Credit, CreditKind
from sayso.domain.span import Span
from sayso.trace.evidence import Sourced
from sayso.trace.hearsay import Heard, heard_in
from sayso.trace.kinds import is_nobody
from sayso.trace.passing import Passing, PassingOutlet
from sayso.trace.report import Report
from sayso.trace.sides import says, told_weight
from sayso.trace.topic import Page

_LEAN = {Stance.ASSERTS: 1.0, Stance.DENIES: -1.0, Stance.UNCOMMITTED: 0.0}


def from_outlet(
    report: Report, outlet: PassingOutlet, spoken: Sequence[Attribution], page: Page
) -> Sourced | None:
    """Credit an outlet found by pattern where what it passes on is on the topic."""
    start, end = outlet.sentence
    stances = [report.side(a)[0] for a in spoken if start <= a.source[0].start < end]
    trailing = outlet.how in (Passing.HELPED, Passing.DATELINE)
    if not stances and not trailing and not page.about(outlet.sentence):
        return None
    credit = Credit(
        document=report.document.id,
        span=Span(document=report.document.id, start=outlet.start, end=outlet.end),
        name=outlet.name,
        kind=CreditKind.OUTLET,
        stance=_passed_stance(report, stances),
    )
    return Sourced(
        credit=credit,
        trailing=trailing,
        lean=_PASSED_LEAN * _LEAN[credit.stance],
        withdrawn=says(report.document.text[start:end], "retracting"),
    )


_PASSED_LEAN = 0.5
"""What an outlet's part in a sentence leans, beside statements of its own."""


def _passed_stance(report: Report, stances: Sequence[Stance]) -> Stance:
    """Return the stance of an outlet: of what it passes on, else of the report."""
    for stance in (Stance.DENIES, Stance.ASSERTS):
        if stance in stances:
            return stance
    return Stance.UNCOMMITTED if report.stance is Stance.DENIES else report.stance


Names = Callable[[Attribution], str | None]
"""Gives the name of the source of an attribution."""


def from_hearsay(
    report: Report, spoken: Sequence[Attribution], page: Page, name_of: Names
) -> Iterator[Sourced]:
    """Credit sources that stand in the text beside its attributions.

    One inside what somebody says came through that speaker and takes the same side.

    Args:
        report: with the claim.
        spoken: its attributions that credit their source.
        page: the report in sentences.
        name_of: for the speaker through whom a source came.
    """
    taken = [s for a in report.attributions for s in a.source if a.cue]
    platform = False
    for heard in heard_in(report.document.text):
        words = report.document.text[heard.start : heard.end]
        named = any(s.start < heard.end and heard.start < s.end for s in taken)
        social = heard.kind is CreditKind.SOCIAL_MEDIA
        if named or is_nobody(words) or (social and platform):
            continue
        speaker = _speaker(spoken, heard)
        if speaker is None and not page.about(heard.sentence):
            continue
        platform = platform or social
        weight = told_weight(page.shared(heard.sentence))
        yield _heard(report, heard, speaker, name_of, weight)


def _speaker(spoken: Sequence[Attribution], heard: Heard) -> Attribution | None:
    """Return who says the words in which a source is named, or cites it."""
    start, end = heard.sentence
    for attribution in spoken:
        if any(
            s.start <= heard.start and heard.end <= s.end for s in attribution.content
        ):
            return attribution
    if heard.cited:
        for attribution in spoken:
            if start <= attribution.source[0].start < end:
                return attribution
    return None


def _heard(
    report: Report,
    heard: Heard,
    speaker: Attribution | None,
    name_of: Names,
    weight: float,
) -> Sourced:
    document = report.document
    told = report.stance is not Stance.DENIES
    stance = Stance.ASSERTS if told else Stance.UNCOMMITTED
    lean, weak = 0.0, weight * told
    if speaker is not None:
        stance, lean, weak = report.side(speaker)
    words = " ".join(document.text[heard.start : heard.whole].split())
    return Sourced(
        credit=Credit(
            document=document.id,
            span=Span(document=document.id, start=heard.start, end=heard.end),
            name=words,
            kind=heard.kind,
            stance=stance,
            via=name_of(speaker) if speaker is not None else None,
        ),
        generic=True,
        plural=document.text[: heard.end].endswith("s"),
        lean=lean,
        told=weak,
    )
