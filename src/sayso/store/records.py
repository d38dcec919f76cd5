"""What goes into and comes out of the store besides the records of the domain."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sayso.domain.attribution import Attribution
from sayso.domain.claim import Bearing, Claim, DocumentStance
from sayso.domain.document import Document, Unread
from sayso.domain.ids import DocumentId
from sayso.domain.origin import OriginCount, ReportTrace


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


def failed_read(file: FileRead, size: int, sha256: str | None, reason: str) -> FileRead:
    """Return what to store of a file on which the reader itself failed."""
    unread = Unread(
        uri=file.uri,
        sha256=sha256,
        size=size,
        reason=f"the reader failed on it ({reason})",
        remedy="save it in another format, and report the fault",
    )
    return replace(file, items=(ReadItem(document=None, unread=unread, raw=None),))


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
    attributions: Sequence[Attribution] = ()
    local: str = "[]"
    index: bytes | None = None
    failure: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """What a build did.

    Attributes:
        files: found under the inputs.
        unchanged: of these, read by an earlier build and the same since.
        added: documents that the case did not have before.
        analysed: documents analysed this time.
        documents: in the case now; so are `attributions` and `claims`.
        unread: among the files found, those that gave nothing, or not all.
    """

    files: int
    unchanged: int
    added: int
    analysed: int
    documents: int
    attributions: int
    claims: int
    seconds: float
    unread: tuple[Unread, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Traced:
    """Where each side of a claim starts, as `trace` found it."""

    reports: tuple[ReportTrace, ...]
    asserting: OriginCount
    denying: OriginCount
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimEntry:
    """A claim with what bears on it and where it was traced to."""

    claim: Claim
    contest: float
    trace: Traced
    bearings: tuple[Bearing, ...] = ()
    documents: tuple[DocumentStance, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CustodyEntry:
    """One line of the custody record: that a file was taken in.

    Attributes:
        started: when the build that did it began.
        program: name and version.
        action: `added`, `read again`, `replaced` or `unread`.
    """

    started: datetime
    program: str
    uri: str
    sha256: str | None
    size: int
    action: str


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
