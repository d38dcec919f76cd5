"""The derivation graph of one claim: who is upstream of whom, and who is a root."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from sayso.domain.claim import Stance
from sayso.domain.document import Document
from sayso.domain.ids import DocumentId
from sayso.domain.origin import CreditKind, Origin, OriginCount
from sayso.trace.evidence import Sourced
from sayso.trace.grouping import components
from sayso.trace.kinds import is_hiding
from sayso.trace.nodes import Identity, Reuse, outlet_node
from sayso.trace.tally import (
    DOUBTED,
    MOST_SAID,
    NAMED,
    PASSING,
    SURE,
    Tally,
    doubted,
    is_firm,
    is_outlet,
    kind_of,
    on_record,
    origin_of,
    said,
    side_of_source,
)


class Graph:
    """The derivation graph of one claim."""

    def __init__(
        self,
        found: Mapping[DocumentId, Sequence[Sourced]],
        documents: Sequence[Document],
        reuse: Reuse,
    ) -> None:
        """Build it from the credits of every report.

        Args:
            found: credits of each report.
            documents: the reports, in an order that does not depend on the input.
            reuse: which of them copy which.
        """
        by_id = {document.id: document for document in documents}
        self._documents = by_id
        self._reuse = reuse
        self._found = found
        self._identity = Identity(found, by_id, reuse)
        self._publishers: defaultdict[str, set[str]] = defaultdict(set)
        for document in documents:
            if document.publisher:
                group = self._publishers[reuse.group[document.id]]
                group.add(outlet_node(document.publisher))
        self._present = set[str]().union(*self._publishers.values())
        self._nodes: dict[str, Tally] = {}
        self._edges: set[tuple[str, str]] = set()
        self._doubted = doubted(found, reuse.group)
        for document in documents:
            for one in found.get(document.id, ()):
                self._add(document, one)
        self._cycle = components(self._edges)
        self._upstream: defaultdict[str, set[str]] = defaultdict(set)
        for child, upstream in self._edges:
            self._upstream[child].add(upstream)

    def _add(self, document: Document, one: Sourced) -> None:
        credit = one.credit
        key = self._identity.node(document.id, one)
        node = self._nodes.setdefault(key, Tally())
        node.names[credit.name] += 1
        node.kinds[credit.kind] += 1
        heard = credit.stance, self._reuse.group[document.id]
        node.stances.add(heard)
        told = abs(one.told) * (DOUBTED if self._doubted and one.told > 0 else 1)
        weight = min(MOST_SAID, abs(one.lean) or told)
        node.grounds[heard] = max(node.grounds.get(heard, 0.0), weight)
        node.documents[document.id] = None
        node.evidence.append(credit.span)
        node.generic = node.generic and one.generic
        node.withdrawn = node.withdrawn or one.withdrawn
        node.plural = node.plural or one.plural
        node.hidden = node.hidden or is_hiding(credit.name)
        channel = credit.via or document.publisher
        if channel:
            node.channels[channel] += 1
        if document.publisher:
            self._edge(outlet_node(document.publisher), key)
        if credit.via is not None:
            self._edge(self._channel(document.id, credit.via), key)

    def _channel(self, document: DocumentId, via: str) -> str:
        """Return the node of what a credit came through: an outlet or a person."""
        for one in self._found[document]:
            if one.credit.name == via:
                return self._identity.node(document, one)
        return outlet_node(via)

    def _edge(self, child: str, upstream: str) -> None:
        if child != upstream:
            self._edges.add((child, upstream))

    def count(
        self, side: Stance, heard: Mapping[DocumentId, set[Stance]]
    ) -> OriginCount:
        """Return the origins of one side as a range."""
        roots = self._roots(side)
        least = max(said(node, side) for node in roots.values()) if roots else 0.0
        roots = {
            key: node for key, node in roots.items() if on_record(node, side, least)
        }
        low = self._surely_apart(roots, side)
        unresolved = self._unresolved(side, heard)
        if not roots and not unresolved:
            unresolved = self._circular(side, heard)
        origins = tuple(
            origin_of(node)
            for _, node in sorted(
                roots.items(), key=lambda item: (-len(item[1].documents), item[0])
            )
        )
        return OriginCount(
            low=low,
            high=len(roots),
            origins=origins,
            unresolved=unresolved,
        )

    def _roots(self, side: Stance) -> dict[str, Tally]:
        """Return the sources of one side that have nothing upstream of them."""
        roots = {k: n for k, n in self._nodes.items() if side_of_source(n) is side}
        passed_on = {
            child
            for child, upstream in self._edges
            if self._cycle[child] != self._cycle[upstream] and upstream in roots
        }
        passed_over = passed_on | self._present
        return self._one_a_cycle(
            {
                key: node
                for key, node in roots.items()
                if not self._describes(node, side)
                and not (is_outlet(node) and key in passed_over)
                and not (is_outlet(node) and self._rests(node, side))
            }
        )

    def withdrawn(self, counts: Sequence[OriginCount]) -> list[str]:
        """Return the names of origins that have taken their word back."""
        taken = {
            span
            for node in self._nodes.values()
            if node.withdrawn
            for span in node.evidence
        }
        return [
            origin.name
            for count in counts
            for origin in count.origins
            if not taken.isdisjoint(origin.evidence)
        ]

    def _surely_apart(self, roots: Mapping[str, Tally], side: Stance) -> int:
        """Return how many of the roots are surely different, and surely origins.

        Those count who have a name and are well on record, a chain of them once; and
        one witness, who saw what those who speak for a body did not.
        """
        firm = [
            key
            for key, node in roots.items()
            if is_firm(node) and said(node, side) >= SURE and not node.withdrawn
        ]
        chained = sum(self._reaches(key, set(firm) - {key}) for key in firm)
        saw = any(
            kind_of(node) is CreditKind.WITNESS
            and node.generic
            and not any(self._reaches(one, {key}) for one in firm)
            for key, node in roots.items()
        )
        return max(min(len(firm) - chained + saw, len(roots)), min(1, len(roots)))

    def _rests(self, node: Tally, side: Stance) -> bool:
        """Tell whether an outlet is nowhere all that a report rests on.

        Where a report names persons beside the outlet, they are what is upstream of
        it as far as anybody knows.
        """
        return not any(
            not one.trailing or len(self._found[document]) == 1
            for document in node.documents
            if all(
                other.credit.kind in PASSING
                for other in self._found[document]
                if other.credit.stance is side
            )
            for one in self._found[document]
            if one.credit.kind is CreditKind.OUTLET
        )

    def _describes(self, node: Tally, side: Stance) -> bool:
        """Tell whether a faceless source only stands beside named ones.

        `A professional golfer`, who is named a paragraph later, is no second source;
        `an official` is: some nouns are how papers hide a name.
        """
        if not node.generic or kind_of(node) is not CreditKind.UNNAMED or node.hidden:
            return False
        if not node.plural:
            return True
        return all(
            any(
                other.credit.stance is side
                and not other.generic
                and other.credit.kind in NAMED
                for other in self._found[document]
            )
            for document in node.documents
        )

    def _one_a_cycle(self, roots: Mapping[str, Tally]) -> dict[str, Tally]:
        """Keep one outlet of each cycle: outlets that cite each other are one."""
        kept: dict[str, Tally] = {}
        taken: set[str] = set()
        for key in sorted(roots):
            cycle = self._cycle.get(key, key)
            if is_outlet(roots[key]) and cycle in taken:
                continue
            taken.add(cycle)
            kept[key] = roots[key]
        return kept

    def _reaches(self, start: str, targets: set[str]) -> bool:
        """Tell whether a source rests on another of `targets` (not in its cycle)."""
        seen, stack = {start}, [start]
        while stack:
            node = stack.pop()
            fresh = self._upstream[node] - seen if node in self._upstream else set()
            seen |= fresh
            stack.extend(fresh)
        apart = {t for t in targets if self._cycle.get(t, t) != self._cycle.get(start)}
        lesser = {t for t in targets - apart if t < start}
        return bool(seen & (apart | lesser))

    def _unresolved(
        self, side: Stance, heard: Mapping[DocumentId, set[Stance]]
    ) -> tuple[Origin, ...]:
        """Return reports that have the side but show nothing upstream, copies once."""
        groups: dict[str, list[DocumentId]] = {}
        for document in heard:
            groups.setdefault(self._reuse.group[document], []).append(document)
        bare: list[Origin] = []
        for _, members in sorted(groups.items()):
            takes = sorted(m for m in members if side in heard[m])
            if takes and not any(self._sourced(side, m) for m in members):
                bare.append(self._bare(takes))
        return tuple(bare)

    def _sourced(self, side: Stance, document: DocumentId) -> bool:
        """Tell whether a report credits anybody but the publishers of its copies."""
        own = self._publishers[self._reuse.group[document]]
        return any(
            one.credit.stance is side
            and not (
                one.credit.kind is CreditKind.OUTLET
                and outlet_node(one.credit.name) in own
            )
            for one in self._found[document]
        )

    def _circular(
        self, side: Stance, heard: Mapping[DocumentId, set[Stance]]
    ) -> tuple[Origin, ...]:
        """Return the one unresolved root of reports that only cite each other."""
        takes = sorted(document for document in heard if side in heard[document])
        return (self._bare(takes),) if takes else ()

    def _bare(self, documents: Sequence[DocumentId]) -> Origin:
        shown = self._documents[documents[0]]
        return Origin(
            name=shown.publisher or shown.title or shown.uri,
            kind=CreditKind.OUTLET,
            documents=tuple(documents),
            evidence=(),
        )
