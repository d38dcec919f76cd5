"""Merge groups that state one proposition in unlike words, by the pair model."""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.domain.attribution import Polarity
from sayso.link.corpus import JudgesPairs
from sayso.link.discover_clusters import Clusters
from sayso.link.discover_gather import Gathered
from sayso.link.discover_units import VERB, figures, matter, negated
from sayso.link.discover_wording import wording

SURE = 0.15
"""Geometric mean of the two probabilities that one wording settles the other, from
which two groups are one claim. Between unlike statements of one report it stays below
.05; wordings of one claim with other names for its parts give .2 to .6. The mean,
because `he was paid` follows from `he was paid for the fire` but not the other way
round: one direction alone proves nothing."""

MOST_GROUPS = 150
"""Groups that look for others like them, the most contested and largest first: those
a reader sees. It bounds the time to about ten seconds on one core."""

_TRIED = 6
_NEAR = 0.35
"""Cosine between the centres of two groups below which they are not compared."""

_MATTER = 3
"""Telling words that both wordings need: the model was made for whole statements and
finds short fragments alike too easily."""

_ASSERTS, _DENIES = 0, 1
_SETTLING = 2
"""Columns of the pair model in which the passage settles the claim: asserts, denies."""


def merge(gathered: Gathered, groups: Clusters, pairs: JudgesPairs) -> None:
    """Merge groups whose propositions settle each other."""
    numbers = sorted(groups.members)
    if len(numbers) < _SETTLING:
        return
    centres = np.stack([groups.centre(number) for number in numbers])
    centres /= np.linalg.norm(centres, axis=1, keepdims=True) + 1e-9
    leading = sorted(numbers, key=lambda n: _interest(gathered, groups, n))
    stated = _Statements(gathered, groups)
    found: list[_Match] = []
    for number in leading[:MOST_GROUPS]:
        cosines = centres @ centres[numbers.index(number)]
        close = np.flatnonzero(cosines >= _NEAR)
        best = close[np.argsort(-cosines[close], kind="stable")[: _TRIED + 1]]
        others = [
            numbers[c]
            for c in best.tolist()
            if numbers[c] != number and groups.akin(number, numbers[c])
        ]
        found.extend(_settling(number, others, stated, pairs))
    for _, one, other, opposite in sorted(found):
        if groups.akin(one, other):
            groups.absorb(one, other, opposite=opposite)


_Match = tuple[float, int, int, bool]
"""Minus the score, the units that word the two groups, whether they are opposites."""


class _Statements:
    """The wording of each group as it was before merging, made when asked for."""

    def __init__(self, gathered: Gathered, groups: Clusters) -> None:
        self._members = {n: tuple(m) for n, m in groups.members.items()}
        self._units = gathered.units
        self._made: dict[int, tuple[int, str]] = {}

    def knowing(self, number: int) -> bool:
        """Tell whether the group is about knowing of a thing."""
        return self._units[self._members[number][0]].knowledge

    def whole(self, number: int) -> bool:
        """Tell whether the wording is a statement rather than the name of a thing."""
        text = self.text(number)
        return VERB.search(text) is not None and len(set(matter(text))) >= _MATTER

    def figures_agree(self, one: int, other: int) -> bool:
        """Tell whether the wordings name a figure in common, if both name any."""
        left, right = figures(self.text(one)), figures(self.text(other))
        return not left or not right or bool(left & right)

    def text(self, number: int) -> str:
        """Return the wording of a group."""
        return self._wording(number)[1]

    def unit(self, number: int) -> int:
        """Return the number of the unit whose words those are."""
        return self._wording(number)[0]

    def _wording(self, number: int) -> tuple[int, str]:
        if number not in self._made:
            members = self._members[number]
            chosen, text = wording([self._units[i] for i in members])
            place = next(i for i in members if self._units[i] is chosen)
            self._made[number] = place, text
        return self._made[number]


def _settling(
    number: int, others: Sequence[int], stated: _Statements, pairs: JudgesPairs
) -> list[_Match]:
    """Return the groups whose wording settles this one's, and is settled by it."""
    others = [
        other
        for other in others
        if stated.knowing(other) == stated.knowing(number)
        and stated.whole(other)
        and stated.figures_agree(number, other)
    ]
    if not others or not stated.whole(number):
        return []
    text = stated.text(number)
    rows = pairs.stances(text, [stated.text(other) for other in others])
    found: list[_Match] = []
    for other, forth in zip(others, rows, strict=True):
        if forth[:_SETTLING].sum() < SURE**2:
            continue
        back = pairs.stances(stated.text(other), [text])[0]
        score = math.sqrt(forth[:_SETTLING].sum() * back[:_SETTLING].sum())
        if score >= SURE:
            opposite = _opposite(forth + back, text, stated.text(other))
            low, high = sorted((stated.unit(number), stated.unit(other)))
            found.append((-score, low, high, opposite))
    return found


def _opposite(row: NDArray[np.float32], one: str, other: str) -> bool:
    """Tell whether two wordings, negations removed, rule each other out.

    `No dam was opened` denies `the dam was opened`, but once its negation is off it is
    the same proposition; `the dam was shut all day` denies it and stays the opposite.
    """
    denies = bool(row[_DENIES] > row[_ASSERTS])
    return denies != (negated(one) != negated(other))


def _interest(gathered: Gathered, groups: Clusters, number: int) -> tuple[int, ...]:
    """Return the sort key of a group: most denials first, then most voices."""
    units = [gathered.units[i] for i in groups.members[number]]
    denials = sum(u.attribution.polarity is Polarity.REJECTS for u in units)
    documents = len({u.attribution.document for u in units})
    return -denials, -documents, -len(units), number
