"""What is stored of each document at build so that questions are answered fast."""

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, Self, TypeVar

import numpy as np
from numpy.typing import NDArray

from sayso.domain.attribution import Attribution
from sayso.domain.document import Document
from sayso.domain.ids import AttributionId, DocumentId
from sayso.domain.span import span_text
from sayso.errors import DamagedCaseError
from sayso.link.passages import passage_ranges
from sayso.link.terms import count_terms

_MAGIC = b"SXI1"
_HEADER = struct.Struct("<4sIIIII")


_Kind = TypeVar("_Kind", bound=np.generic)


class _Embeds(Protocol):
    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentIndex:
    """The search terms and the sentence vectors of one document.

    Attributes:
        terms: ids of its search terms, ascending, `[t]`.
        counts: how often each occurs, `[t]`.
        ranges: where its passages stand in the text, `[p, 2]`.
        vectors: one unit vector a passage, `[p, 384]` float16.
        attributions: its attributions in the order of `contents`.
        contents: one unit vector for what each attribution says, `[a, 384]` float16.
    """

    document: DocumentId
    terms: NDArray[np.uint32]
    counts: NDArray[np.uint16]
    ranges: NDArray[np.int32]
    vectors: NDArray[np.float16]
    attributions: tuple[AttributionId, ...]
    contents: NDArray[np.float16]

    def to_bytes(self) -> bytes:
        """Return the index as one blob for the store."""
        names = "\n".join((self.document, *self.attributions)).encode("utf-8")
        header = _HEADER.pack(
            _MAGIC,
            len(names),
            len(self.terms),
            len(self.ranges),
            len(self.attributions),
            self.vectors.shape[1],
        )
        arrays = (self.terms, self.counts, self.ranges, self.vectors, self.contents)
        return b"".join((header, names, *(array.tobytes() for array in arrays)))

    @classmethod
    def from_bytes(cls, blob: bytes) -> Self:
        """Return the index that `to_bytes` wrote.

        Raises:
            DamagedCaseError: the blob is cut short or none of ours.
        """
        try:
            magic, names, terms, passages, contents, width = _HEADER.unpack_from(blob)
            taken = _Reader(blob, _HEADER.size + names)
            ids = blob[_HEADER.size : _HEADER.size + names].decode("utf-8").split("\n")
            made = cls(
                document=DocumentId(ids[0]),
                terms=taken.array(np.uint32, (terms,)),
                counts=taken.array(np.uint16, (terms,)),
                ranges=taken.array(np.int32, (passages, 2)),
                vectors=taken.array(np.float16, (passages, width)),
                attributions=tuple(AttributionId(name) for name in ids[1:]),
                contents=taken.array(np.float16, (contents, width)),
            )
        except (struct.error, ValueError) as error:
            msg = f"a document index in the case is damaged ({error}); build it again"
            raise DamagedCaseError(msg) from error
        if magic != _MAGIC or taken.at != len(blob):
            msg = "a document index in the case is of another make; build it again"
            raise DamagedCaseError(msg)
        return made


class _Reader:
    """Cuts typed arrays off a blob, one after the other."""

    def __init__(self, blob: bytes, at: int) -> None:
        self._blob = blob
        self.at = at

    def array(self, kind: type[_Kind], shape: tuple[int, ...]) -> NDArray[_Kind]:
        count = int(np.prod(shape))
        found = np.frombuffer(self._blob, kind, count, self.at).reshape(shape)
        self.at += found.nbytes
        return found


def index_document(
    document: Document, attributions: Sequence[Attribution], encoder: _Embeds
) -> DocumentIndex:
    """Return the index of one document; runs in the worker that read it."""
    ranges = passage_ranges(document.text)
    spoken = [a for a in attributions if a.content]
    texts = [document.text[start:end] for start, end in ranges]
    texts += [span_text(document.text, a.content) for a in spoken]
    # What a report says in its own voice is often a whole passage: embedded once.
    rows = {text: row for row, text in enumerate(dict.fromkeys(texts))}
    chosen = np.array([rows[text] for text in texts], np.intp)
    vectors = encoder.embed(list(rows))[chosen].astype(np.float16)
    title = f"{document.title}\n" if document.title else ""
    terms, counts = count_terms(title + document.text)
    return DocumentIndex(
        document=document.id,
        terms=terms,
        counts=counts,
        ranges=np.array(ranges, np.int32).reshape(-1, 2),
        vectors=vectors[: len(ranges)],
        attributions=tuple(a.id for a in spoken),
        contents=vectors[len(ranges) :],
    )
