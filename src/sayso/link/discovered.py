"""What claim discovery needs and what it gives."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from sayso.domain.attribution import Attribution
from sayso.domain.claim import Bearing, Claim, DocumentStance
from sayso.domain.document import Document
from sayso.domain.ids import DocumentId


class Embedder(Protocol):
    """Anything that turns texts into unit vectors (`SentenceEncoder` does)."""

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one unit-length row per text."""


class DiscoverCorpus(Protocol):
    """The part of a case that claim discovery reads."""

    def documents(self) -> Iterable[Document]:
        """Yield every report; the order does not matter."""

    def attributions(self, document: DocumentId) -> Sequence[Attribution]:
        """Return all attributions of one report, actors resolved."""


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
