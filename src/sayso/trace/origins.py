"""From how many independent origins a claim comes, with what proves each of them."""

from collections.abc import Mapping, Sequence

from sayso.domain.claim import Bearing, Claim, DocumentStance, Stance
from sayso.domain.document import Document
from sayso.domain.ids import AttributionId, DocumentId
from sayso.domain.origin import ReportTrace
from sayso.trace.credits import credits_of
from sayso.trace.evidence import Sourced, TraceInput, TraceResult
from sayso.trace.graph import Graph
from sayso.trace.nodes import Reuse, reuse_of
from sayso.trace.report import Report
from sayso.trace.reporting import reporting
from sayso.trace.topic import Topic
from sayso.trace.warn import taken_back, warnings_for


def trace(
    claim: Claim,
    bearings: Sequence[Bearing],
    documents: Sequence[DocumentStance],
    evidence: TraceInput,
) -> TraceResult:
    """Return the origins behind each side of a claim.

    Reports, the outlets they credit and the sources behind those are nodes; edges go
    from child to upstream. Outlets with something upstream are passed over, cycles
    count once, and what is left without upstream are the origins. The high end keeps
    all of them apart; the low end counts only sources with a name, chains as one, or
    one where nobody has a name.

    Args:
        claim: the proposition; only bearings of this claim are used.
        bearings: attributions with their stance, in any order.
        documents: the reports to trace, with their stance, in any order.
        evidence: what the case knows about those reports.
    """
    stances = [d for d in documents if d.claim == claim.id]
    by_attribution = {b.attribution: b for b in bearings if b.claim == claim.id}
    present = sorted((evidence.documents[s.document] for s in stances), key=_by_id)
    reuse = reuse_of(present, evidence.copies)
    publishers = frozenset(d.publisher for d in present if d.publisher)
    found = {
        stance.document: credits_of(
            _report(claim, stance, by_attribution, evidence, publishers)
        )
        for stance in stances
    }
    reports = tuple(
        _traced(stance, evidence, found[stance.document], reuse, publishers)
        for stance in stances
    )
    graph = Graph(found, present, reuse)
    heard = _heard(stances, by_attribution, evidence)
    asserting = graph.count(Stance.ASSERTS, heard)
    denying = graph.count(Stance.DENIES, heard)
    return TraceResult(
        reports=reports,
        asserting=asserting,
        denying=denying,
        warnings=(
            *warnings_for(reports, present, asserting, denying),
            *taken_back(graph.withdrawn((asserting, denying))),
        ),
    )


def _traced(
    stance: DocumentStance,
    evidence: TraceInput,
    found: Sequence[Sourced],
    reuse: Reuse,
    publishers: frozenset[str],
) -> ReportTrace:
    document = evidence.documents[stance.document]
    copied = [evidence.documents[c] for c in reuse.copies[stance.document][:_FEW]]
    return ReportTrace(
        document=stance.document,
        stance=stance.stance,
        reporting=reporting(document, found, publishers, copied),
        credits=tuple(one.credit for one in found),
        copies=reuse.copies[stance.document],
    )


_FEW = 5
"""Copies that are looked at for signs of own work: all are of one wording."""


def _by_id(document: Document) -> str:
    return document.id


def _report(
    claim: Claim,
    stance: DocumentStance,
    bearings: Mapping[AttributionId, Bearing],
    evidence: TraceInput,
    publishers: frozenset[str],
) -> Report:
    attributions = sorted(
        evidence.attributions.get(stance.document, ()), key=lambda a: a.id
    )
    return Report(
        document=evidence.documents[stance.document],
        attributions=attributions,
        bearings={a.id: bearings[a.id] for a in attributions if a.id in bearings},
        actors=evidence.actors,
        stance=stance.stance,
        topic=Topic(claim.proposition),
        publishers=publishers,
    )


def _heard(
    stances: Sequence[DocumentStance],
    bearings: Mapping[AttributionId, Bearing],
    evidence: TraceInput,
) -> dict[DocumentId, set[Stance]]:
    """Return on which sides each report, or anybody in it, stands."""
    heard = {stance.document: {stance.stance} for stance in stances}
    for document, sides in heard.items():
        for attribution in evidence.attributions.get(document, ()):
            if attribution.id in bearings:
                sides.add(bearings[attribution.id].stance)
    return heard
