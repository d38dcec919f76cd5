"""What claim discovery works with and what it gives."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.domain.attribution import Attribution
from sayso.domain.claim import Bearing, Claim, DocumentStance


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimGroup:
    """One discovered claim with everything that bears on it.

    Attributes:
        bearings: most relevant first.
        documents: one stance a report, most relevant first.
    """

    claim: Claim
    bearings: tuple[Bearing, ...]
    documents: tuple[DocumentStance, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """What one attribution says, made ready for comparison.

    Attributes:
        text: the proposition: the content, or its antecedent where the content only
            points back (`the allegation`).
        borrowed: whether `text` is such an antecedent.
        weights: how much each search term of `text` tells in its report, by term id:
            the report's topic words tell little.
        numbers: numbers in `text`, separators removed.
        knowledge: whether the content is about knowing, not about the thing itself.
        turned: whether it is about the opposite of what its group is about.
    """

    attribution: Attribution
    text: str
    borrowed: bool
    weights: dict[int, float]
    numbers: frozenset[str]
    knowledge: bool
    turned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Pool:
    """All units of a case with their vectors, row by row."""

    units: tuple[Unit, ...]
    vectors: NDArray[np.float32]
