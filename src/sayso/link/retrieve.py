"""Find the reports that may bear on a claim: shared words and like sentences."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.domain.ids import AttributionId, DocumentId
from sayso.link.index import DocumentIndex
from sayso.link.terms import count_terms

BM25_K, BM25_B = 1.2, 0.75
"""The usual values; nothing between 0.9 and 2, or 0.5 and 0.9, did better."""
BACKGROUND = 500
"""Reports imagined beside those of the case, none of which has a word of the claim:
without them the word frequencies of a case of one report would mean nothing."""
TOP = 3
TOP_WEIGHT, LEAD_WEIGHT = 0.6, 0.3
"""Weights of the closest sentences and of the opening beside shared words; chosen on
rumours held out of training, where all of 0.5 to 1.5 lie within half a point."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """What the index of one report shows of a claim.

    Attributes:
        score: about 0 (nothing in common) to 1.9 (every word, the same sentence).
        ranges: the passages of the report, `[p, 2]`.
        similarities: cosine of each passage with the claim, `[p]`.
        contents: cosine of what each attribution says with the claim.
    """

    document: DocumentId
    score: float
    ranges: NDArray[np.int32]
    similarities: NDArray[np.float32]
    contents: dict[AttributionId, float]


def retrieve(
    claim: str,
    vector: NDArray[np.float32],
    indexes: Iterable[DocumentIndex],
    *,
    most: int,
) -> list[Sighting]:
    """Return the `most` likeliest reports, best first.

    Args:
        claim: the proposition.
        vector: its sentence vector.
        indexes: of all reports; read once, so that they may come from a file.
        most: reports to return at most.
    """
    wanted, weights = count_terms(claim)
    looks = [_look(index, wanted, vector) for index in indexes]
    if not looks:
        return []
    lexical = _bm25(
        np.array([look.counts for look in looks], np.float32),
        np.array([look.length for look in looks], np.float32),
        weights.astype(np.float32),
    )
    scores = lexical + np.array([look.nearness for look in looks], np.float32)
    order = np.argsort(-scores, kind="stable")[:most]
    return [looks[i].sighting(float(scores[i])) for i in order]


@dataclass(frozen=True, slots=True)
class _Look:
    index: DocumentIndex
    counts: NDArray[np.uint16]
    length: int
    similarities: NDArray[np.float32]
    contents: NDArray[np.float32]
    nearness: float

    def sighting(self, score: float) -> Sighting:
        names = self.index.attributions
        return Sighting(
            document=self.index.document,
            score=score,
            ranges=self.index.ranges,
            similarities=self.similarities,
            contents=dict(zip(names, self.contents.tolist(), strict=True)),
        )


def _look(
    index: DocumentIndex, wanted: NDArray[np.uint32], vector: NDArray[np.float32]
) -> _Look:
    at = np.searchsorted(index.terms, wanted)
    at[at == len(index.terms)] = 0
    hit = index.terms[at] == wanted if len(index.terms) else np.zeros(len(wanted), bool)
    counts = np.where(hit, index.counts[at] if len(index.terms) else 0, 0)
    similarities = index.vectors.astype(np.float32) @ vector
    closest = np.sort(similarities)[::-1][:TOP]
    nearness = 0.0
    if len(closest):
        opening = float(similarities[:TOP].mean())
        nearness = TOP_WEIGHT * float(closest.mean()) + LEAD_WEIGHT * opening
    return _Look(
        index=index,
        counts=counts.astype(np.uint16),
        length=int(index.counts.sum()),
        similarities=similarities,
        contents=index.contents.astype(np.float32) @ vector,
        nearness=nearness,
    )


def _bm25(
    counts: NDArray[np.float32],
    lengths: NDArray[np.float32],
    weights: NDArray[np.float32],
) -> NDArray[np.float32]:
    """Return BM25 as a share of the best score any report could have, `[n]`."""
    if not counts.shape[1]:
        return np.zeros(len(counts), np.float32)
    total = len(counts) + BACKGROUND
    holders = (counts > 0).sum(axis=0)
    idf = np.log(1 + (total - holders + 0.5) / (holders + 0.5)) * weights
    scale = 1 - BM25_B + BM25_B * lengths / max(1.0, float(lengths.mean()))
    gain = counts / (counts + BM25_K * scale[:, None])
    share: NDArray[np.float32] = (gain @ idf / idf.sum()).astype(np.float32)
    return share
