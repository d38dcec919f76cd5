"""Group propositions that say the same: nearest pairs first, average linkage."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.link.discovered import Unit

SAME = 0.6
"""Likeness from which two propositions, or groups of them, are taken for one: half
from their vectors, half from shared telling words."""

NEAR = 0.4
"""Cosine below which a pair is not looked at: even with all words shared it would not
reach `SAME`."""

_NEIGHBOURS = 40
"""Nearest units looked at for each unit: a bound on the work, not on group size,
because groups grow through their members."""

_BLOCK = 512
_VECTOR_SHARE = 0.5
_FULL = 1.2
"""Weight of telling words from which a text is long enough for their share to count
fully; below it, one shared word proves little."""

_AKIN_WORDS = 0.2
_AKIN_COSINE = 0.35
"""Least share of telling words and least mean cosine of groups that may be one."""


def neighbours(vectors: NDArray[np.float32]) -> list[tuple[int, int]]:
    """Return the pairs of rows that are near enough to be looked at.

    Args:
        vectors: unit rows, `[n, d]`; compared block by block, so that memory stays
            at about `_BLOCK * n` numbers.
    """
    pairs: set[tuple[int, int]] = set()
    for start in range(0, len(vectors), _BLOCK):
        block = vectors[start : start + _BLOCK] @ vectors.T
        rows, columns = np.nonzero(block >= NEAR)
        values = block[rows, columns]
        order = np.lexsort((columns, -values, rows))
        rows, columns = rows[order], columns[order]
        first = np.searchsorted(rows, rows, side="left")
        kept = np.arange(len(rows)) - first <= _NEIGHBOURS
        for row, column in zip(
            (rows[kept] + start).tolist(), columns[kept].tolist(), strict=True
        ):
            if row != column:
                pairs.add((min(row, column), max(row, column)))
    return sorted(pairs)


def shared_words(left: Mapping[int, float], right: Mapping[int, float]) -> float:
    """Return the share of the telling words of the shorter text in the longer, 0-1."""
    if len(left) > len(right):
        left, right = right, left
    both = sum(
        min(weight, right[term]) for term, weight in left.items() if term in right
    )
    return both / max(_FULL, min(sum(left.values()), sum(right.values())))


def likeness(
    cosine: float, left: Mapping[int, float], right: Mapping[int, float]
) -> float:
    """Return how alike two propositions are, about 0 to 1."""
    words = shared_words(left, right)
    return _VECTOR_SHARE * cosine + (1 - _VECTOR_SHARE) * words


def agree_on_numbers(left: Unit, right: Unit) -> bool:
    """Tell whether two propositions may be one: figures that differ set them apart."""
    return not left.numbers or not right.numbers or bool(left.numbers & right.numbers)


class Clusters:
    """Growing groups of units, each with the sum of its vectors and words."""

    def __init__(
        self,
        units: Sequence[Unit],
        vectors: NDArray[np.float32],
        apart: Iterable[tuple[int, int]] = (),
    ) -> None:
        """Start with every unit on its own.

        Args:
            units: in a fixed order.
            vectors: one unit row for each of them.
            apart: pairs that a person decided are not one.
        """
        self._owner = list(range(len(units)))
        self.members = {number: [number] for number in self._owner}
        self._sums = {number: vectors[number] for number in self._owner}
        self._words = {n: dict(unit.weights) for n, unit in enumerate(units)}
        self.turned = [False] * len(units)
        self._apart = {frozenset(pair) for pair in apart}

    def join(self, left: int, right: int, *, decided: bool = False) -> None:
        """Join the groups of two units where the groups as wholes are alike.

        Args:
            left: number of a unit.
            right: number of another.
            decided: by a person; likeness is not asked.
        """
        one, two = sorted((self._owner[left], self._owner[right]))
        if one == two:
            return
        if decided or (self._alike(one, two) and not self._barred(one, two)):
            self._merge(one, two)

    def absorb(self, group: int, single: int, *, opposite: bool = False) -> None:
        """Put one group into another, unless a person barred it.

        Args:
            group: number of any unit of the one.
            single: number of any unit of the other.
            opposite: whether what the two units say rules each other out.
        """
        one, two = sorted((self._owner[group], self._owner[single]))
        if one == two or self._barred(one, two):
            return
        if (self.turned[group] != self.turned[single]) != opposite:
            for number in self.of(single):
                self.turned[number] = not self.turned[number]
        self._merge(one, two)

    def _merge(self, one: int, two: int) -> None:
        for number in self.members[two]:
            self._owner[number] = one
        self.members[one].extend(self.members.pop(two))
        self._sums[one] = self._sums[one] + self._sums.pop(two)
        mine, other = self._words[one], self._words.pop(two)
        for term, weight in other.items():
            mine[term] = mine.get(term, 0.0) + weight

    def of(self, unit: int) -> list[int]:
        """Return the members of the group that a unit is in."""
        return self.members[self._owner[unit]]

    def akin(self, left: int, right: int) -> bool:
        """Tell whether the groups of two units share matter at all, as they are now.

        Less than `join` asks for: where something else says that they are one, this
        keeps chains from running through a whole report.
        """
        one, two = self._owner[left], self._owner[right]
        if one == two:
            return True
        words = shared_words(self._mean(one), self._mean(two))
        cosine = float(self.centre(one) @ self.centre(two))
        return words >= _AKIN_WORDS and cosine >= _AKIN_COSINE

    def centre(self, group: int) -> NDArray[np.float32]:
        """Return the mean vector of a group."""
        return np.asarray(self._sums[group] / len(self.members[group]), np.float32)

    def against(self, group: int, vector: NDArray[np.float32], unit: Unit) -> float:
        """Return how alike a unit outside is to a group."""
        size = len(self.members[group])
        cosine = float(self._sums[group] @ vector) / size
        return likeness(cosine, self._mean(group), unit.weights)

    def _mean(self, group: int) -> dict[int, float]:
        size = len(self.members[group])
        return {term: weight / size for term, weight in self._words[group].items()}

    def _barred(self, one: int, two: int) -> bool:
        return bool(self._apart) and any(
            frozenset((a, b)) in self._apart
            for a in self.members[one]
            for b in self.members[two]
        )

    def _alike(self, one: int, two: int) -> bool:
        sizes = len(self.members[one]) * len(self.members[two])
        cosine = float(self._sums[one] @ self._sums[two]) / sizes
        return likeness(cosine, self._mean(one), self._mean(two)) >= SAME


def cluster(
    units: Sequence[Unit],
    vectors: NDArray[np.float32],
    together: Iterable[tuple[int, int]] = (),
    apart: Iterable[tuple[int, int]] = (),
) -> Clusters:
    """Return the units grouped by proposition.

    Pairs are joined from the most to the least alike; a pair joins its groups only
    where these, taken as wholes, are alike too, so that chains do not form.

    Args:
        units: in an order that does not depend on the order of input.
        vectors: one unit row for each of them.
        together: pairs that a person decided are one.
        apart: pairs that a person decided are not.
    """
    groups = Clusters(units, vectors, apart)
    for left, right in together:
        groups.join(left, right, decided=True)
    alike: list[tuple[float, int, int]] = []
    for left, right in neighbours(vectors):
        one, two = units[left], units[right]
        if not agree_on_numbers(one, two) or one.knowledge != two.knowledge:
            continue
        cosine = float(vectors[left] @ vectors[right])
        score = likeness(cosine, one.weights, two.weights)
        if score >= SAME:
            alike.append((score, left, right))
    for _, left, right in sorted(alike, key=lambda pair: (-pair[0], pair[1:])):
        groups.join(left, right)
    return groups
