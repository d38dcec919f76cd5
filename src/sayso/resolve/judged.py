"""Join nodes into actors: sure links, and what people decided above them.

A judgement names two actors by id and, as anchors, by the names they had. The ids are
hashes of names, so they usually still hold after a rebuild; where one does not, the
anchor finds the named actor that now bears it. Unnamed actors are found by id alone:
their words fit many.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sayso.domain.actor import ActorKind
from sayso.domain.ids import ActorId
from sayso.domain.judgement import Judgement, Verdict
from sayso.resolve.nodes import Link, Node
from sayso.resolve.words import fold, without_article

Pair = tuple[ActorId, ActorId]


class Joined:
    """Disjoint sets of nodes that never join two which a person told apart."""

    def __init__(self, nodes: Iterable[Node], apart: Iterable[Pair]) -> None:
        """Start with every node alone."""
        self._root = {node.id: node.id for node in nodes}
        self._members = {node: [node] for node in self._root}
        self._foes: dict[ActorId, set[ActorId]] = defaultdict(set)
        for left, right in apart:
            self._foes[left].add(right)
            self._foes[right].add(left)

    def root(self, node: ActorId) -> ActorId:
        """Return the node that stands for the set of `node`."""
        while self._root[node] != node:
            self._root[node] = self._root[self._root[node]]
            node = self._root[node]
        return node

    def join(self, left: ActorId, right: ActorId) -> bool:
        """Join the sets of two nodes under the left one; False where forbidden."""
        one, other = self.root(left), self.root(right)
        if one == other:
            return True
        smaller, larger = sorted(
            (self._members[one], self._members[other]), key=lambda m: len(m)
        )
        if any(foe in larger for node in smaller for foe in self._foes.get(node, ())):
            return False
        self._root[other] = one
        self._members[one] += self._members.pop(other)
        return True

    def sets(self) -> dict[ActorId, list[ActorId]]:
        """Return the members of each set by the node that stands for it."""
        return {root: sorted(members) for root, members in self._members.items()}


def in_effect(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Return the last judgement on each pair, in the order they were made."""
    last: dict[frozenset[str], Judgement] = {}
    for judgement in sorted(judgements, key=lambda j: (j.made, j.id)):
        last[frozenset((judgement.left, judgement.right))] = judgement
    return sorted(last.values(), key=lambda j: (j.made, j.id))


def join_nodes(
    nodes: Sequence[Node], links: Sequence[Link], judgements: Iterable[Judgement]
) -> tuple[dict[ActorId, list[ActorId]], set[Pair]]:
    """Return the sets of nodes that are one actor, and the pairs judged different.

    The key of a set is the id of its actor: that of the left side of the latest
    judgement that joined it, otherwise of the first of its nodes by key. A judgement
    `same` that would join two told apart by another has no effect.
    """
    register = _Register(nodes)
    decided = [(j, register.pair(j)) for j in in_effect(judgements)]
    apart = {
        pair
        for j, pair in decided
        if pair is not None and j.verdict is Verdict.DIFFERENT
    }
    sets = Joined(nodes, apart)
    order = {node.id: (node.key.startswith("~"), node.key, node.id) for node in nodes}
    for link in sorted(links, key=lambda k: (-k.score, k.left, k.right)):
        if link.sure:
            pair = sorted((sets.root(link.left), sets.root(link.right)), key=order.get)  # type: ignore[arg-type]  # every id is in `order`
            sets.join(pair[0], pair[1])
    for judgement, found in decided:
        if judgement.verdict is Verdict.SAME and found is not None:
            sets.join(found[0], found[1])
    return sets.sets(), apart


class _Register:
    """Finds the nodes that judgements name: by id, or by the name they had."""

    def __init__(self, nodes: Sequence[Node]) -> None:
        self._ids = {node.id for node in nodes}
        self._named: dict[str, tuple[int, ActorId]] = {}
        for node in nodes:
            if node.kind is ActorKind.UNNAMED or node.scope is not None:
                continue
            rank = (-node.mentions, node.id)
            for form in node.forms:
                key = without_article(fold(form))
                self._named[key] = min(self._named.get(key, rank), rank)

    def pair(self, judgement: Judgement) -> Pair | None:
        """Return the nodes a judgement is about; None when either is gone."""
        left = self._find(judgement.left, judgement.anchors[0])
        right = self._find(judgement.right, judgement.anchors[1])
        if left is None or right is None or left == right:
            return None
        return left, right

    def _find(self, id_: str, anchor: str) -> ActorId | None:
        if id_ in self._ids:
            return ActorId(id_)
        named = self._named.get(without_article(fold(anchor)))
        return named[1] if named is not None else None
