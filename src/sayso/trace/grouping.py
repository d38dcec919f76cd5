"""Sets of things that are one: reports that copy each other, names of one source."""

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)


class Groups(Generic[Key]):
    """Disjoint sets; the order of joining never shows in the result."""

    def __init__(self) -> None:
        """Start with every key on its own."""
        self._parent: dict[Key, Key] = {}

    def find(self, key: Key) -> Key:
        """Return the representative of the set that holds `key`."""
        self._parent.setdefault(key, key)
        root = key
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[key] != root:
            self._parent[key], key = root, self._parent[key]
        return root

    def join(self, one: Key, other: Key) -> None:
        """Put the sets of the two together; the lesser representative stays."""
        first, second = self.find(one), self.find(other)
        if first != second:
            low, high = sorted((first, second), key=repr)
            self._parent[high] = low


def components(edges: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Map each node to its cycle: nodes that reach each other share one label.

    Args:
        edges: from child to upstream, in any order.
    """
    ahead: dict[str, list[str]] = {}
    back: dict[str, list[str]] = {}
    for child, upstream in sorted(set(edges)):
        ahead.setdefault(child, []).append(upstream)
        ahead.setdefault(upstream, [])
        back.setdefault(upstream, []).append(child)
        back.setdefault(child, [])
    label: dict[str, str] = {}
    for start in reversed(_finished(ahead)):
        if start in label:
            continue
        stack = [start]
        while stack:
            node = stack.pop()
            if node not in label:
                label[node] = start
                stack.extend(n for n in back[node] if n not in label)
    return label


def _finished(ahead: dict[str, list[str]]) -> list[str]:
    """Return the nodes in the order in which a depth-first walk leaves them."""
    done: list[str] = []
    seen: set[str] = set()
    for start in sorted(ahead):
        if start in seen:
            continue
        seen.add(start)
        stack = [(start, iter(ahead[start]))]
        while stack:
            node, rest = stack[-1]
            fresh = next((n for n in rest if n not in seen), None)
            if fresh is None:
                done.append(node)
                stack.pop()
            else:
                seen.add(fresh)
                stack.append((fresh, iter(ahead[fresh])))
    return done
