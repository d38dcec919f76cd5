"""The derivation graph of one claim: who is upstream of whom, and who is a root."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sayso.domain.claim import Stance
from sayso.domain.document import Document
from sayso.domain.ids import DocumentId
from sayso.domain.origin import CreditKind, Origin, OriginCount
from sayso.domain.span import Span
from sayso.trace.evidence import Sourced
from sayso.trace.grouping import components
from sayso.trace.kinds import is_hiding
from sayso.trace.nodes import Identity, Reuse, outlet_node


@dataclass(slots=True, kw_only=True)
class _Node:
    """A source in the derivation graph, gathered from all reports that credit it."""

    names: Counter[str] = field(default_factory=Counter)
    channels: Counter[str] = field(default_factory=Counter)
    kinds: Counter[CreditKind] = field(default_factory=Counter)
    stances: set[tuple[Stance, str]] = field(default_factory=set)
    documents: dict[DocumentId, None] = field(default_factory=dict)
    evidence: list[Span] = field(default_factory=list)
    grounds: dict[tuple[Stance, str], float] = field(default_factory=dict)
    generic: bool = True
    plural: bool = False
    hidden: bool = False


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
        self._nodes: dict[str, _Node] = {}
        self._edges: set[tuple[str, str]] = set()
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
        node = self._nodes.setdefault(key, _Node())
        node.names[credit.name] += 1
        node.kinds[credit.kind] += 1
        heard = credit.stance, self._reuse.group[document.id]
        node.stances.add(heard)
        said = min(MOST_SAID, abs(one.lean) or abs(one.told))
        node.grounds[heard] = max(node.grounds.get(heard, 0.0), said)
        node.documents[document.id] = None
        node.evidence.append(credit.span)
        node.generic = node.generic and one.generic
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
        least = max(_said(node, side) for node in roots.values()) if roots else 0.0
        roots = {
            key: node for key, node in roots.items() if _on_record(node, side, least)
        }
        low = self._surely_apart(roots, side)
        unresolved = self._unresolved(side, heard)
        if not roots and not unresolved:
            unresolved = self._circular(side, heard)
        origins = tuple(
            _origin(node)
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

    def _roots(self, side: Stance) -> dict[str, _Node]:
        """Return the sources of one side that have nothing upstream of them."""
        roots = {k: n for k, n in self._nodes.items() if _side(n) is side}
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
                and not (_is_outlet(node) and key in passed_over)
                and not (_is_outlet(node) and self._rests(node, side))
            }
        )

    def _surely_apart(self, roots: Mapping[str, _Node], side: Stance) -> int:
        """Return how many of the roots are surely different, and surely origins.

        Those count who have a name and are well on record, a chain of them once; and
        one witness, who saw what those who speak for a body did not.
        """
        firm = [
            key
            for key, node in roots.items()
            if _is_firm(node) and _said(node, side) >= SURE
        ]
        chained = sum(self._reaches(key, set(firm) - {key}) for key in firm)
        saw = any(
            _kind(node) is CreditKind.WITNESS
            and node.generic
            and not any(self._reaches(one, {key}) for one in firm)
            for key, node in roots.items()
        )
        return max(min(len(firm) - chained + saw, len(roots)), min(1, len(roots)))

    def _rests(self, node: _Node, side: Stance) -> bool:
        """Tell whether an outlet is nowhere all that a report rests on.

        Where a report names persons beside the outlet, they are what is upstream of
        it as far as anybody knows.
        """
        return not any(
            not one.trailing or len(self._found[document]) == 1
            for document in node.documents
            if all(
                other.credit.kind in _PASSING
                for other in self._found[document]
                if other.credit.stance is side
            )
            for one in self._found[document]
            if one.credit.kind is CreditKind.OUTLET
        )

    def _describes(self, node: _Node, side: Stance) -> bool:
        """Tell whether a faceless source only stands beside named ones.

        `A professional golfer`, who is named a paragraph later, is no second source;
        `an official` is: some nouns are how papers hide a name.
        """
        if not node.generic or _kind(node) is not CreditKind.UNNAMED or node.hidden:
            return False
        if not node.plural:
            return True
        return all(
            any(
                other.credit.stance is side
                and not other.generic
                and other.credit.kind in _NAMED
                for other in self._found[document]
            )
            for document in node.documents
        )

    def _one_a_cycle(self, roots: Mapping[str, _Node]) -> dict[str, _Node]:
        """Keep one outlet of each cycle: outlets that cite each other are one."""
        kept: dict[str, _Node] = {}
        taken: set[str] = set()
        for key in sorted(roots):
            cycle = self._cycle.get(key, key)
            if _is_outlet(roots[key]) and cycle in taken:
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


def _side(node: _Node) -> Stance:
    """Return the side a source stands on: where most reports have it, copies once.

    A tie goes to the denial, then to the assertion: both say more than silence.
    """
    counts = Counter(stance for stance, _ in node.stances)
    denies, asserts = counts[Stance.DENIES], counts[Stance.ASSERTS]
    if not denies and not asserts:
        return Stance.UNCOMMITTED
    return Stance.DENIES if denies >= asserts else Stance.ASSERTS


MOST_SAID = 0.66
"""What one report can add to what a source is heard to say: with `ON_RECORD`, a new
report with an origin of its own never outweighs one that counted before."""


def _said(node: _Node, side: Stance) -> float:
    """Return how much a source is heard to say for a side, over all reports."""
    return sum(lean for (stance, _), lean in node.grounds.items() if stance is side)


def _on_record(node: _Node, side: Stance, most: float) -> bool:
    """Tell whether a source is on record about the claim, not only on its topic.

    Several reports that each have it speak of the matter make up for none that has
    it repeat the claim. Witnesses and things shown are there for nothing else.

    Args:
        node: a root.
        side: of the claim.
        most: what the source that says most for that side is heard to say.
    """
    said = _said(node, side)
    if _kind(node) in _SHOWING:
        return said >= SHOWN
    return said >= max(ON_RECORD, SHARE * most)


ON_RECORD, SHOWN, SHARE, SURE = 0.1, 0.06, 0.15, 0.5
"""What statements for a side must weigh to make their source an origin (`link` settles
one about the claim itself from 0.2): a person or a body, a witness or a thing shown, as
a share of what the best attested source says, and to count at the low end. On twelve
rumours 0.1 to 0.2, 0.04 to 0.15, 0.08 to 0.12 and 0.5 to 1 did nearly as well, also
with each rumour left out of the choice."""
_SHOWING = frozenset({CreditKind.WITNESS, CreditKind.DOCUMENT, CreditKind.SOCIAL_MEDIA})


def _kind(node: _Node) -> CreditKind:
    return min(node.kinds, key=lambda kind: (-node.kinds[kind], kind.value))


def _is_outlet(node: _Node) -> bool:
    return _kind(node) is CreditKind.OUTLET


_PASSING = frozenset({CreditKind.OUTLET, CreditKind.SOCIAL_MEDIA, CreditKind.DOCUMENT})
_NAMED = frozenset({CreditKind.PERSON, CreditKind.ORGANIZATION})


def _is_firm(node: _Node) -> bool:
    """Tell whether a source has a name, so that it is surely not another one."""
    named = any(kind in _NAMED or kind is CreditKind.WITNESS for kind in node.kinds)
    return named and not node.generic


def _told_apart(node: _Node) -> str:
    """Return how a reader tells a faceless source from others: whose, through whom."""
    name = min(
        node.names,
        key=lambda n: (-node.names[n], not any(c.isupper() for c in n[1:]), -len(n), n),
    )
    channels = sorted(node.channels, key=lambda c: (-node.channels[c], c))
    crowd = _kind(node) in (CreditKind.SOCIAL_MEDIA, CreditKind.DOCUMENT)
    if crowd or len(channels) != 1 or channels[0] in name:
        return name
    return f"{name} ({channels[0]})"


def _origin(node: _Node) -> Origin:
    name = min(node.names, key=lambda n: (-node.names[n], -len(n), n))
    if node.generic:
        name = _told_apart(node)
    return Origin(
        name=name,
        kind=_kind(node),
        documents=tuple(sorted(node.documents)),
        evidence=tuple(sorted(node.evidence)),
    )
