"""Let statements join groups that formed without them: loners, and own voice."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from sayso.domain.attribution import Act, Attribution
from sayso.domain.span import span_text
from sayso.link.discover_clusters import Clusters, agree_on_numbers, likeness
from sayso.link.discover_gather import Gathered
from sayso.link.discover_units import make_unit
from sayso.link.discovered import Unit

STRONG = frozenset({Act.DENY, Act.ADMIT, Act.ACCUSE})
"""Acts that make a claim of one voice worth listing."""

JOINING = 0.62
"""Likeness from which a statement joins a group that has formed without it."""

OWN_NEAR = 0.4
"""Cosine to the centre of a group below which an own-voice statement is not read."""
_BLOCK = 512
_TRIED = 5
"""Groups compared word by word with a statement, the nearest first."""


def join_single(gathered: Gathered, groups: Clusters) -> None:
    """Give contents left on their own a second look at the groups that formed."""
    formed = [n for n in sorted(groups.members) if len(groups.members[n]) > 1]
    single = [n for n in sorted(groups.members) if len(groups.members[n]) == 1]
    if not formed or not single:
        return
    centres = np.stack([groups.centre(number) for number in formed])
    moves: list[tuple[int, int]] = []
    for start in range(0, len(single), _BLOCK):
        block = single[start : start + _BLOCK]
        near = gathered.rows[block] @ centres.T
        for row, number in enumerate(block):
            said = gathered.units[number], gathered.rows[number]
            if said[0].knowledge:
                continue
            group = _best_group(gathered, groups, (formed, near[row]), said)[0]
            if group is not None:
                moves.append((group, number))
    for group, number in moves:
        groups.absorb(group, number)


def _best_group(
    gathered: Gathered,
    groups: Clusters,
    near: tuple[Sequence[int], NDArray[np.float32]],
    said: tuple[Unit, NDArray[np.float32]],
) -> tuple[int | None, float]:
    """Return the group that a statement joins, and how alike they are."""
    numbers, cosines = near
    close = np.flatnonzero(cosines >= OWN_NEAR)
    best = close[np.argsort(-cosines[close], kind="stable")[:_TRIED]].tolist()
    fits = [
        (_likeness_to(gathered, groups, numbers[c], said), -numbers[c]) for c in best
    ]
    score, number = max(fits, default=(0.0, 0))
    return (-number if score >= JOINING else None), score


def join_own_voice(
    gathered: Gathered, groups: Clusters
) -> dict[int, list[tuple[Unit, float]]]:
    """Return for each group the statements in a report's own voice that state it."""
    joined: dict[int, list[tuple[Unit, float]]] = {}
    numbers = [n for n in sorted(groups.members) if _is_open(gathered, groups, n)]
    if not numbers:
        return joined
    centres = np.stack([groups.centre(number) for number in numbers])
    for start in range(0, len(gathered.own), _BLOCK):
        block = gathered.own[start : start + _BLOCK]
        vectors = np.stack([gathered.vectors[a.id] for a in block]).astype(np.float32)
        near = vectors @ centres.T
        for row in np.flatnonzero(near.max(axis=1) >= OWN_NEAR).tolist():
            unit = _own_unit(gathered, block[row])
            group, score = _best_group(
                gathered, groups, (numbers, near[row]), (unit, vectors[row])
            )
            if group is not None:
                members = groups.members[group]
                nearest = int(np.argmax(gathered.rows[members] @ vectors[row]))
                unit = replace(unit, turned=groups.turned[members[nearest]])
                joined.setdefault(group, []).append((unit, score))
    return joined


def _is_open(gathered: Gathered, groups: Clusters, number: int) -> bool:
    """Tell whether own voice may join: where several speak, or one denies or admits.

    Otherwise each plain remark that the report then takes up would become a claim.
    """
    members = groups.members[number]
    acts = {gathered.units[i].attribution.act for i in members}
    return len(members) > 1 or not acts.isdisjoint(STRONG)


def _own_unit(gathered: Gathered, attribution: Attribution) -> Unit:
    [document] = gathered.corpus.documents([attribution.document])
    text = span_text(document.text, attribution.content)
    return make_unit(attribution, text, gathered.words(document), borrowed=False)


def _likeness_to(
    gathered: Gathered,
    groups: Clusters,
    number: int,
    said: tuple[Unit, NDArray[np.float32]],
) -> float:
    """Return how alike a statement is to a group: half its whole, half its nearest.

    A report words a claim at length where a denial is short; being near to one
    member counts for it, being far from the whole against it.
    """
    unit, vector = said
    members = groups.members[number]
    if not all(agree_on_numbers(gathered.units[i], unit) for i in members):
        return 0.0
    nearest = max(
        likeness(
            float(gathered.rows[i] @ vector), gathered.units[i].weights, unit.weights
        )
        for i in members
    )
    return (groups.against(number, vector, unit) + nearest) / 2
