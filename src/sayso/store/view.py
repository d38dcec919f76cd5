"""A case as the stages see it: what they ask for again and again stays loaded."""

import functools
from collections.abc import Callable, Iterator, Sequence
from typing import Generic, TypeVar

from sayso.domain.actor import Actor
from sayso.domain.attribution import Attribution
from sayso.domain.document import Document
from sayso.domain.ids import ActorId, DocumentId
from sayso.domain.origin import Copy
from sayso.store.reading import Reading

KEEP = 2000
"""Documents that stay loaded, about 20 MB with their attributions."""
_Index = TypeVar("_Index")


class CaseView(Generic[_Index]):
    """What linking and tracing read of a case."""

    def __init__(self, reading: Reading, read_index: Callable[[bytes], _Index]) -> None:
        """Look at a case.

        Args:
            reading: its read face.
            read_index: makes a document index of the bytes kept for it.
        """
        self._reading = reading
        self._read_index = read_index
        self._documents: dict[DocumentId, Document] = {}
        self._said: dict[DocumentId, list[Attribution]] = {}

    @functools.cached_property
    def actors(self) -> dict[ActorId, Actor]:
        """All actors of the case by id."""
        return {actor.id: actor for actor in self._reading.actors()}

    def indexes(self) -> Iterator[_Index]:
        """Yield the stored index of every document, in a stable order."""
        return map(self._read_index, self._reading.indexes())

    def ids(self) -> list[DocumentId]:
        """Return the ids of all documents, in a stable order."""
        return self._reading.document_ids()

    def documents(self, ids: Sequence[DocumentId]) -> list[Document]:
        """Return these documents, in the order asked for."""
        self._load(ids)
        return [self._documents[i] for i in ids if i in self._documents]

    def attributions(self, ids: Sequence[DocumentId]) -> list[Attribution]:
        """Return all attributions of these documents, own voice included."""
        self._load(ids)
        return [item for i in ids for item in self._said.get(i, ())]

    def said(self, ids: Sequence[DocumentId]) -> dict[DocumentId, list[Attribution]]:
        """Return the attributions of each of these documents."""
        self._load(ids)
        return {i: self._said.get(i, []) for i in ids}

    def copies(self, ids: Sequence[DocumentId]) -> list[Copy]:
        """Return reused wording among these documents."""
        return self._reading.copies(ids)

    def _load(self, ids: Sequence[DocumentId]) -> None:
        missing = [i for i in ids if i not in self._documents]
        if missing and len(self._documents) + len(missing) > KEEP:
            self._documents.clear()
            self._said.clear()
            missing = list(ids)
        for document in self._reading.documents(missing):
            self._documents[document.id] = document
        for item in self._reading.attributions(documents=missing):
            self._said.setdefault(item.document, []).append(item)
