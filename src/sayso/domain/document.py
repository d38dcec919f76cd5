"""What was read, and what could not be."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sayso.domain.ids import DocumentId, content_id


class DateBasis(StrEnum):
    """Where a publication date comes from, best first."""

    OVERRIDE = "reports.csv"
    METADATA = "metadata"
    DATELINE = "dateline"
    FILE_NAME = "file name"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One report. Files with the same bytes are one document with several paths.

    Attributes:
        id: hash of the raw bytes.
        uri: the first path under which it was found.
        uris: all of them, `uri` first.
        sha256: of the raw bytes, 64 hexadecimal digits.
        size: of the raw bytes.
        text: what every offset in the case points into; never changed. For plain
            text it is the decoded file, character for character.
        language: ISO 639-1 code, or None when the text is too short to tell.
        pages: where each page starts in `text`; empty where there are no pages.
    """

    id: DocumentId
    uri: str
    uris: tuple[str, ...]
    sha256: str
    size: int
    media_type: str
    text: str
    title: str | None = None
    publisher: str | None = None
    byline: str | None = None
    url: str | None = None
    published: date | None = None
    published_basis: DateBasis | None = None
    language: str | None = None
    pages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A file that gave no document: kept with its hash, its reason and the remedy.

    Attributes:
        sha256: of the raw bytes; None when not even those could be read.
        remedy: what to do about it; empty when nothing is wrong with the file and
            it was set aside, as a table of records is.
    """

    uri: str
    sha256: str | None
    size: int
    reason: str
    remedy: str

    @property
    def set_aside(self) -> bool:
        """Tell whether there is nothing to mend."""
        return not self.remedy


def document_id(sha256: str) -> DocumentId:
    """Return the id of the document whose raw bytes have that hash."""
    return DocumentId(content_id("doc", sha256))
