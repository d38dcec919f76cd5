"""What goes into and comes out of the store besides the records of the domain."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.domain.actor import Actor, ActorMention, Suggestion
from sayso.domain.attribution import Attribution
from sayso.domain.claim import Bearing, Claim, DocumentStance
from sayso.domain.document import Document, Unread
from sayso.domain.ids import DocumentId


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedRaw:
    """The bytes of one file, as kept.

    Attributes:
        packing: `zlib`, or `path` for a file too large to keep, whose path and hash
            must do.
        data: None for `path`.
    """

    sha256: str
    size: int
    packing: str
    data: bytes | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadItem:
    """One outcome of reading: exactly one of document and unread, and the bytes."""

    document: Document | None
    unread: Unread | None
    raw: PackedRaw | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRead:
    """All that one file gave; a zip or a mail gives several items.

    Attributes:
        uri: of the file itself.
        fingerprint: of its bytes, the reader's version and the overrides; a file
            with the fingerprint it had is not read again.
        place: its number in this build's list of files.
    """

    uri: str
    fingerprint: str
    place: int
    items: tuple[ReadItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """What the analysis of one document gave.

    Attributes:
        local: its actors, as `resolve` writes them.
        index: its search index, as `link` writes it; None when indexing failed.
        failure: what went wrong and where, one line; None when nothing did.
    """

    document: DocumentId
    version: str
    attributions: Sequence[Attribution]
    local: str
    index: bytes | None
    failure: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """Who speaks, across the case."""

    actors: Sequence[Actor]
    mentions: Sequence[ActorMention]
    suggestions: Sequence[Suggestion]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimEntry:
    """A claim with what bears on it and where it was traced to.

    Attributes:
        trace: the traced reports and counts as JSON (`store.codec`).
    """

    claim: Claim
    contest: float
    trace: str
    bearings: tuple[Bearing, ...] = ()
    documents: tuple[DocumentStance, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something `verify` found wrong.

    Attributes:
        what: is wrong.
        where: the file, document or table.
        remedy: what to do about it.
    """

    what: str
    where: str
    remedy: str
