"""The origin tree of one side of a claim: what leads from each report to its origins.

Built from what `trace` found. An edge runs from upstream to the report that took from
it, and is drawn solid where the report gives credit, dashed where only shared wording
or a copy's credit speaks for it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sayso.domain.answer import Answer
from sayso.domain.claim import Stance
from sayso.domain.document import Document
from sayso.domain.ids import DocumentId
from sayso.domain.origin import Credit, CreditKind, Origin, OriginCount, ReportTrace
from sayso.domain.span import Span
from sayso.publish import words
from sayso.publish.rows import Catalogue
from sayso.publish.sayings import reports


class NodeKind(StrEnum):
    """What stands at a place of the tree."""

    ORIGIN = "origin"
    UNRESOLVED = "unresolved"
    ABSENT = "absent"
    REPORT = "report"


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """An origin, an outlet that is cited but not in the case, or a report.

    Attributes:
        key: unlike every other in the tree.
        lane: who published a report; its own name for anything else.
        published: of a report, where known.
    """

    key: str
    kind: NodeKind
    label: str
    lane: str
    published: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """That `child` took from `upstream`.

    Attributes:
        proof: the words by which a report gives the credit; None where the edge is
            inferred from shared wording.
    """

    upstream: str
    child: str
    proof: Span | None

    @property
    def credited(self) -> bool:
        """Whether a report says so itself."""
        return self.proof is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginTree:
    """Nodes and edges of one side of a claim, and the count they stand for.

    Attributes:
        reports: in how many reports somebody takes the side. The tree may show more:
            those through which it came.
    """

    proposition: str
    side: Stance
    reports: int
    found: OriginCount
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def origin_tree(answer: Answer, side: Stance, catalogue: Catalogue) -> OriginTree:
    """Return the tree behind one side of a claim.

    Args:
        answer: the claim as traced.
        side: `asserts` or `denies`.
        catalogue: where its documents are looked up.
    """
    found = answer.asserting if side is Stance.ASSERTS else answer.denying
    growing = _Growing(catalogue, [trace.document for trace in answer.documents])
    roots = [
        *((origin, NodeKind.ORIGIN) for origin in found.origins),
        *((origin, NodeKind.UNRESOLVED) for origin in found.unresolved),
    ]
    keys = [
        growing.root(number, origin, kind)
        for number, (origin, kind) in enumerate(roots)
    ]
    voices = answer.asserted_by if side is Stance.ASSERTS else answer.denied_by
    involved = {d for origin, _ in roots for d in origin.documents}
    involved |= {t.document for t in answer.documents if t.stance is side}
    involved |= {a.document for voice in voices for a in voice.attributions}
    traces = [t for t in answer.documents if t.document in involved]
    for trace in traces:
        growing.report(trace.document)
    for (origin, _), key in zip(roots, keys, strict=True):
        for trace in traces:
            growing.credited(key, origin, trace)
    for trace in traces:
        growing.passed_on(trace, side)
    growing.shared_wording(traces, involved)
    for (origin, _), key in zip(roots, keys, strict=True):
        growing.remaining(key, origin)
    return OriginTree(
        proposition=answer.claim.proposition,
        side=side,
        reports=reports(answer, side),
        found=found,
        nodes=tuple(growing.nodes.values()),
        edges=tuple(
            Edge(upstream=a, child=b, proof=proof)
            for (a, b), proof in growing.edges.items()
        ),
    )


class _Growing:
    """A tree under construction."""

    def __init__(self, catalogue: Catalogue, bearing: Iterable[DocumentId]) -> None:
        self._documents = catalogue.documents
        self.nodes: dict[str, Node] = {}
        self.edges: dict[tuple[str, str], Span | None] = {}
        self._outlets: dict[str, str] = {}
        # An outlet's report may be cited here and itself stand on the other side.
        self._elsewhere: dict[str, DocumentId] = {}
        for document in sorted(bearing, key=lambda d: _when(catalogue.documents[d])):
            outlet = words.outlet_name(catalogue.documents[document]).casefold()
            self._elsewhere.setdefault(outlet, document)

    def root(self, number: int, origin: Origin, kind: NodeKind) -> str:
        """Add an origin; return its key."""
        key = f"origin-{number}"
        name = words.clean(origin.name)
        self.nodes[key] = Node(key=key, kind=kind, label=name, lane=name)
        return key

    def report(self, document: DocumentId) -> None:
        """Add a report of the case."""
        shown = self._documents[document]
        outlet = words.outlet_name(shown)
        self.nodes[document] = Node(
            key=document,
            kind=NodeKind.REPORT,
            label=outlet,
            lane=outlet,
            published=shown.published,
        )
        self._first(outlet, shown)

    def _first(self, outlet: str, document: Document) -> None:
        """Let an outlet's earliest report stand for the outlet."""
        known = self._outlets.get(outlet.casefold())
        if known is None or _when(document) < _when(self._documents[DocumentId(known)]):
            self._outlets[outlet.casefold()] = document.id

    def credited(self, key: str, origin: Origin, trace: ReportTrace) -> None:
        """Join an origin to a report that credits it, through what it names."""
        for credit in trace.credits:
            if not _proves(origin, credit):
                continue
            through = credit.via and self._outlet(credit.via)
            if through and through != trace.document:
                self._edge(key, through, credit.span)
                self._edge(through, trace.document, credit.span)
            else:
                self._edge(key, trace.document, credit.span)

    def passed_on(self, trace: ReportTrace, side: Stance) -> None:
        """Join the outlets through which a report has what it tells of that side."""
        for credit in trace.credits:
            outlet = credit.kind is CreditKind.OUTLET
            name = credit.via or (credit.name if outlet else None)
            if name is None or credit.stance is not side:
                continue
            known = {
                self.nodes[up].label.casefold()
                for up, child in self.edges
                if child == trace.document
            }
            if words.clean(name).casefold() not in known:
                self._edge(self._outlet(name), trace.document, credit.span)

    def shared_wording(
        self, traces: Sequence[ReportTrace], involved: Iterable[DocumentId]
    ) -> None:
        """Join each report to the earliest whose wording it shares."""
        inside = set(involved)
        for trace in traces:
            here = self._documents[trace.document]
            earlier = [
                other
                for other in (self._documents[d] for d in trace.copies if d in inside)
                if (_when(other), other.id) < (_when(here), here.id)
            ]
            if earlier:
                first = min(earlier, key=lambda d: (_when(d), d.id))
                self._edge(first.id, here.id, None)

    def remaining(self, key: str, origin: Origin) -> None:
        """Join an origin to reports that lead to it by nothing drawn so far."""
        proofs = {span.document: span for span in reversed(origin.evidence)}
        for document in origin.documents:
            if document not in self._below(key):
                self._edge(key, document, proofs.get(document))

    def _below(self, key: str) -> set[str]:
        seen, stack = {key}, [key]
        while stack:
            here = stack.pop()
            fresh = {b for a, b in self.edges if a == here} - seen
            seen |= fresh
            stack.extend(fresh)
        return seen

    def _outlet(self, name: str) -> str:
        """Return the report that stands for an outlet, or a hollow node for it."""
        name = words.clean(name)
        if name.casefold() not in self._outlets and name.casefold() in self._elsewhere:
            self.report(self._elsewhere[name.casefold()])
        known = self._outlets.get(name.casefold())
        if known is None:
            known = f"absent-{name.casefold()}"
            self.nodes[known] = Node(
                key=known, kind=NodeKind.ABSENT, label=name, lane=name
            )
            self._outlets[name.casefold()] = known
        return known

    def _edge(self, upstream: str, child: str, proof: Span | None) -> None:
        if upstream != child and child in self.nodes:
            pair = upstream, child
            self.edges[pair] = self.edges.get(pair) or proof


def _proves(origin: Origin, credit: Credit) -> bool:
    """Tell whether a credit is among what an origin was built from."""
    return any(
        span.document == credit.document
        and span.start < credit.span.end
        and credit.span.start < span.end
        for span in origin.evidence
    )


def _when(document: Document) -> date:
    return document.published or date.max
