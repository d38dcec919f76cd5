"""Find reports that share wording: shingles out, the join elsewhere, copies back.

The join over shingles is SQL (`engine/sql/reuse.sql`), so that a cluster can run it.

Input table `shingles`, one row per distinct word 5-gram of a report:

| column   | type     | meaning                                             |
|----------|----------|-----------------------------------------------------|
| document | INTEGER  | index into `ReuseTable.documents`                   |
| shingle  | UBIGINT  | hash of five consecutive words outside quotes       |

Output columns, one row per pair with at least `MIN_SHARED` shared shingles, counting
only shingles found in 2 to `MAX_DOCUMENTS` reports:

| column | type    | meaning                                     |
|--------|---------|---------------------------------------------|
| left   | INTEGER | the smaller index                           |
| right  | INTEGER | the greater index                           |
| shared | INTEGER | how many shingles the two reports share     |
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from sayso.domain.document import Document
from sayso.domain.ids import DocumentId
from sayso.domain.origin import Copy
from sayso.domain.span import Span
from sayso.trace.wording import SHINGLE_WORDS, Wording, same_wording_key, wording

MIN_SHARED = 8
"""Shared 5-grams that make a pair worth aligning: on planted reuse this kept recall
at 1.0 with precision .99; 30 shared words in a row give 26."""

MAX_DOCUMENTS = 50
"""A 5-gram in more reports than this is boilerplate. Exact duplicates are collapsed
first, so that a widely syndicated story does not count against its own wording."""

STANDING = 8
"""A passage in more reports than this that is the lesser part of a report stands in it
as boilerplate or as everybody's statement: it does not make two reports copies. In
twelve rumours no story was copied by more than four."""

MIN_RUN = 30
"""Words in a row outside quotes that make a copy; shorter shared runs are set phrases,
names with titles, or a sentence of an agency worked into own text."""

NEAR_VERBATIM = 0.8
"""Share of the shorter report's 5-grams outside quotes that makes a copy without a
long run: a word changed in every fifth position leaves runs short but most 5-grams of
a short item in place."""

MIN_NEAR_VERBATIM = 20
"""Distinct 5-grams below which containment says nothing: one shared sentence."""

_MAX_GAP = 12
"""Words that may differ between two shared runs shown as one stretch."""

_MAX_REPEATS = 8
"""Times a report may repeat a 5-gram before it is left out of the alignment."""

_NOTHING = np.zeros(0, np.uint64)

_CACHED = 4096
"""Reports whose words are kept while pairs are aligned, about 50 MB."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReuseTable:
    """The shingles of a pile of reports, as columns ready for the join.

    Attributes:
        documents: what the column `document` indexes; exact duplicates of an earlier
            report are listed but have no rows.
        document: int32, one per row.
        shingle: uint64, one per row.
    """

    documents: tuple[DocumentId, ...]
    document: NDArray[np.int32]
    shingle: NDArray[np.uint64]

    def columns(self) -> dict[str, NDArray[np.generic]]:
        """Return the table `shingles` the way `Engine.join` takes it."""
        return {"document": self.document, "shingle": self.shingle}

    def standing(self) -> NDArray[np.uint64]:
        """Return the shingles that more than `STANDING` reports have, sorted."""
        shingles, counts = np.unique(self.shingle, return_counts=True)
        return shingles[counts > STANDING]


def shingle_rows(documents: Iterable[Document]) -> ReuseTable:
    """Return the hashed word 5-grams of `documents`, quotes left out.

    Of reports with the same wording only the first gets rows: `copies` pairs the
    others with it, and a story syndicated to hundreds stays below `MAX_DOCUMENTS`.
    """
    ids: list[DocumentId] = []
    seen: set[str] = set()
    parts: list[NDArray[np.uint64]] = []
    owners: list[NDArray[np.int32]] = []
    for number, document in enumerate(documents):
        ids.append(document.id)
        key = same_wording_key(document)
        if key in seen:
            continue
        seen.add(key)
        found = wording(document.text).unquoted_shingles()
        parts.append(found)
        owners.append(np.full(len(found), number, np.int32))
    return ReuseTable(
        documents=tuple(ids),
        document=np.concatenate([np.zeros(0, np.int32), *owners]),
        shingle=np.concatenate([np.zeros(0, np.uint64), *parts]),
    )


def copies(
    pairs: Mapping[str, NDArray[np.generic]],
    documents: Sequence[Document],
    standing: NDArray[np.uint64] = _NOTHING,
) -> list[Copy]:
    """Return the copies among candidate `pairs`, with the shared stretch of each.

    A copy shares at least `MIN_RUN` words in a row outside quotes, or nearly all its
    wording (`NEAR_VERBATIM`). Two reports that merely quote the same speaker are no
    copies of each other: both go back to the speaker. Reports with the same wording
    throughout come as pairs with the first of them.

    Args:
        pairs: output of the join (`left`, `right`, `shared`).
        documents: in the same order as given to `shingle_rows`.
        standing: of their table: wording that does not count where it is the lesser
            part of a report.
    """
    found = [
        copy
        for first, other in _same_wording(documents)
        if (copy := _whole(documents[first], documents[other])) is not None
    ]

    @lru_cache(maxsize=_CACHED)
    def cached(number: int) -> Wording:
        return wording(documents[number].text).apart_from(standing)

    joined = zip(pairs["left"].tolist(), pairs["right"].tolist(), strict=True)
    for left, right in sorted(joined):
        one, two = documents[left], documents[right]
        copy = _align(one.id, cached(left), two.id, cached(right))
        if copy is not None:
            found.append(copy)
    return found


def _same_wording(documents: Sequence[Document]) -> list[tuple[int, int]]:
    first: dict[str, int] = {}
    pairs: list[tuple[int, int]] = []
    for number, document in enumerate(documents):
        key = same_wording_key(document)
        if first.setdefault(key, number) != number:
            pairs.append((first[key], number))
    return pairs


def _whole(left: Document, right: Document) -> Copy | None:
    if not left.text or not right.text:
        return None
    return Copy(
        left=Span(document=left.id, start=0, end=len(left.text)),
        right=Span(document=right.id, start=0, end=len(right.text)),
        shared=len(np.unique(wording(left.text).shingles())),
        containment=1.0,
    )


def _align(
    left_id: DocumentId, left: Wording, right_id: DocumentId, right: Wording
) -> Copy | None:
    own, other = left.unquoted_shingles(), right.unquoted_shingles()
    shared = len(np.intersect1d(own, other, assume_unique=True))
    smaller = max(1, min(len(own), len(other)))
    runs = _runs(left, right)
    if not len(runs):
        return None
    containment = shared / smaller
    longest = int(runs[:, 3].max())
    verbatim = containment >= NEAR_VERBATIM and smaller >= MIN_NEAR_VERBATIM
    if longest < MIN_RUN and not verbatim:
        return None
    (start, end), (begin, finish) = _stretch(runs)
    return Copy(
        left=_span(left_id, left, start, end),
        right=_span(right_id, right, begin, finish),
        shared=shared,
        containment=containment,
    )


def _span(document: DocumentId, words: Wording, first: int, last: int) -> Span:
    """Return the span from word `first` up to, but not including, word `last`."""
    return Span(
        document=document,
        start=int(words.starts[first]),
        end=int(words.ends[last - 1]),
    )


def _runs(left: Wording, right: Wording) -> NDArray[np.int64]:
    """Return maximal shared runs as rows of left start, right start, words, unquoted.

    A run is counted by its words outside quotes on the side that has fewer of them.
    """
    ours, theirs = _matches(left.shingles(), right.shingles())
    if not len(ours):
        return np.zeros((0, 4), np.int64)
    order = np.lexsort((ours, ours - theirs))
    ours, theirs = ours[order], theirs[order]
    diagonal = ours - theirs
    fresh = np.ones(len(ours), np.bool_)
    fresh[1:] = (np.diff(ours) != 1) | (np.diff(diagonal) != 0)
    first = np.flatnonzero(fresh)
    last = np.append(first[1:], len(ours)) - 1
    words = last - first + SHINGLE_WORDS
    free = np.minimum(
        _outside(left, ours[first], words), _outside(right, theirs[first], words)
    )
    return np.stack([ours[first], theirs[first], words, free], axis=1)


def _outside(
    side: Wording, starts: NDArray[np.int64], words: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Return how many words of each run stand outside quotation marks."""
    total = np.concatenate([[0], np.cumsum(~side.quoted)])
    return np.asarray(total[starts + words] - total[starts], np.int64)


def _matches(
    left: NDArray[np.uint64], right: NDArray[np.uint64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the positions at which the two have the same shingle, all pairs.

    Shingles that one report repeats often (a caption, a refrain) are left out: they
    would match each time with each.
    """
    order = np.argsort(left, kind="stable")
    ranked = left[order]
    low = np.searchsorted(ranked, right, side="left")
    count = np.searchsorted(ranked, right, side="right") - low
    count[count > _MAX_REPEATS] = 0
    theirs = np.repeat(np.arange(len(right)), count)
    within = np.arange(len(theirs)) - np.repeat(np.cumsum(count) - count, count)
    ours = order[np.repeat(low, count) + within]
    return ours.astype(np.int64), theirs.astype(np.int64)


def _stretch(
    runs: NDArray[np.int64],
) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return the longest shared stretch: runs with small gaps count as one."""
    ordered = runs[np.lexsort((runs[:, 1], runs[:, 0]))].tolist()
    best = chain = (0, (0, 0), (0, 0))
    for start, begin, words, free in ordered:
        total, (first, end), (opening, finish) = chain
        near = 0 <= start - end <= _MAX_GAP and 0 <= begin - finish <= _MAX_GAP
        if total and near:
            chain = (total + free, (first, start + words), (opening, begin + words))
        else:
            chain = (free, (start, start + words), (begin, begin + words))
        if chain[0] > best[0] or not best[0]:
            best = chain
    return best[1], best[2]
