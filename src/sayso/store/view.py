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
AHEAD = 128
"""Documents loaded at once when they are asked for one by one in their order: one query
costs as much as some fifty rows."""
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
        self._expected = -1

    @functools.cached_property
    def _actors(self) -> dict[ActorId, Actor]:
        return {actor.id: actor for actor in self._reading.actors()}

    def speaking(self, ids: Sequence[DocumentId]) -> dict[ActorId, Actor]:
        """Return the actors of these documents, and those for whom they speak."""
        found: dict[ActorId, Actor] = {}
        waiting = {item.actor for item in self.attributions(ids) if item.actor}
        while waiting:
            id_ = waiting.pop()
            if id_ not in found and id_ in self._actors:
                found[id_] = self._actors[id_]
                waiting |= {found[id_].authority or id_}
        return dict(sorted(found.items()))

    @functools.cached_property
    def _place(self) -> dict[DocumentId, int]:
        """The place of each document in the order in which indexes come."""
        return {id_: place for place, id_ in enumerate(self._order)}

    @functools.cached_property
    def _order(self) -> list[DocumentId]:
        return sorted(self._reading.document_ids())

    def indexes(self) -> Iterator[_Index]:
        """Yield the stored index of every document, by id of the document."""
        return map(self._read_index, self._reading.indexes())

    def ids(self) -> list[DocumentId]:
        """Return the ids of all documents, in the order in which indexes come."""
        return list(self._order)

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
        if not missing:
            return
        if len(missing) == 1:
            missing = self._run(missing[0])
        if len(self._documents) + len(missing) > KEEP:
            self._documents.clear()
            self._said.clear()
            missing = list(dict.fromkeys([*ids, *missing]))
        for document in self._reading.documents(missing):
            self._documents[document.id] = document
        for item in self._reading.attributions(documents=missing):
            self._said.setdefault(item.document, []).append(item)

    def _run(self, wanted: DocumentId) -> list[DocumentId]:
        """Return a document, with those after it when it is the next in order."""
        place = self._place.get(wanted)
        if place is None:
            return [wanted]
        end = place + (AHEAD if place == self._expected else 1)
        self._expected = end
        return [i for i in self._order[place:end] if i not in self._documents]
