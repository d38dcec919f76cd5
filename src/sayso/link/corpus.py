"""What linking needs from a case, and from the encoders."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from sayso.domain.attribution import Attribution
from sayso.domain.document import Document
from sayso.domain.ids import DocumentId
from sayso.link.index import DocumentIndex


class Corpus(Protocol):
    """A case as linking sees it; the store implements it."""

    def indexes(self) -> Iterable[DocumentIndex]:
        """Yield the stored index of every document, in a stable order."""
        ...

    def documents(self, ids: Sequence[DocumentId]) -> Sequence[Document]:
        """Return these documents, in the order asked for."""
        ...

    def attributions(self, ids: Sequence[DocumentId]) -> Sequence[Attribution]:
        """Return all attributions of these documents, own voice included."""
        ...


class Embeds(Protocol):
    """Gives sentences vectors; `encode.similarity.SentenceEncoder` does."""

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one unit vector a text."""
        ...


class JudgesPairs(Protocol):
    """Gives stances of passages; `encode.pairs.PairEncoder` does."""

    def stances(self, claim: str, passages: Sequence[str]) -> NDArray[np.float32]:
        """Return asserts, denies, uncommitted, unrelated for each passage."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoders:
    """The two models that asking needs."""

    sentences: Embeds
    pairs: JudgesPairs
