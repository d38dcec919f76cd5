"""Read one file into documents, whatever it is and whatever is wrong with it.

Nothing here raises for bad input: what cannot be read comes back as an `Unread` with
its hash, the reason, and what to do about it.
"""

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from sayso.domain.document import DateBasis, Document, Unread, document_id
from sayso.errors import ReadError
from sayso.hooks import Content, Part, reader_hooks
from sayso.read import media
from sayso.read.archive import read_zip
from sayso.read.dates import name_date
from sayso.read.discover import Found, is_overrides
from sayso.read.docx import read_docx
from sayso.read.eml import read_eml
from sayso.read.html import read_html
from sayso.read.language import detect
from sayso.read.limits import DEPTH_LIMIT, FILE_LIMIT, TEXT_LIMIT, UNPACKED_LIMIT
from sayso.read.overrides import Overrides, parse_table
from sayso.read.pdf import read_pdf
from sayso.read.plain import read_markdown, read_table, read_text

_CHUNK = 2**20
_MEGABYTE = 2**20
_METADATA_LENGTH = 300
"""Characters of a title or byline; a page's title tag can hold its whole text."""

_BLANKS = re.compile(r"[\s\x00-\x1f\x7f\u200b\u200e\u200f\u202a-\u202e\ufeff]+")
_SURROGATE = re.compile(r"[\ud800-\udfff\x00]")
_TEXTS = (media.TEXT, media.MARKDOWN, media.CSV, media.HTML)
_CONTAINERS = (media.ZIP, media.EML)

_EMPTY = ReadError("is empty", "get the file again, or leave it out")
_BLANK = ReadError("holds no text", "leave it out, or get the file again")
_TOO_DEEP = ReadError("is packed too deep in other files", "unpack it by hand")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadResult:
    """One document, or the reason why there is none; exactly one of the two.

    Attributes:
        raw: the bytes it was read from, to be kept; empty when they could not be
            read, are too large to keep, or belong to the document before (a gap).
    """

    document: Document | None
    unread: Unread | None
    raw: bytes


@dataclass(slots=True)
class _Budget:
    """How much more the file being read may unpack to."""

    left: int = UNPACKED_LIMIT


def read_file(found: Found, overrides: Overrides) -> list[ReadResult]:
    """Return what is in one file: a document, several, or why there is none.

    Args:
        found: the file, as `discover` found it.
        overrides: what `load_overrides` found beside it.
    """
    try:
        sha256, raw = _load(found)
    except OSError as error:
        detail = (error.strerror or type(error).__name__).lower()
        problem = ReadError(f"could not be opened ({detail})", _remedy(error))
        return [_refused(found.uri, problem, size=found.size)]
    if raw is None:
        problem = _too_large(found)
        return [_refused(found.uri, problem, size=found.size, sha256=sha256)]
    return list(_read(found.uri, raw, overrides, budget=_Budget()))


def file_sha256(found: Found) -> str | None:
    """Return the hash of a file's bytes, or None when they cannot be read.

    Cheaper than reading it, so that a rebuild can pass over what it has.
    """
    try:
        with found.path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return None


def _load(found: Found) -> tuple[str, bytes | None]:
    """Return the hash and the bytes; no bytes when they are too many to hold."""
    with found.path.open("rb") as stream:
        head = stream.read(media.SNIFFED)
        limit = TEXT_LIMIT if _kind(head, found.uri) in _TEXTS else FILE_LIMIT
        rest = stream.read(limit - len(head) + 1)
        digest = hashlib.sha256(head)
        digest.update(rest)
        if len(head) + len(rest) <= limit:
            return digest.hexdigest(), head + rest
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest(), None


def _kind(raw: bytes, name: str) -> str:
    """Return the media type, an unknown one for what sayso would refuse."""
    try:
        return media.media_type(raw, name)
    except ReadError:
        return media.UNKNOWN


def _too_large(found: Found) -> ReadError:
    with found.path.open("rb") as stream:
        head = stream.read(media.SNIFFED)
    try:
        kind = media.media_type(head, found.uri)
    except ReadError as error:
        return error
    text = kind in _TEXTS
    limit = (TEXT_LIMIT if text else FILE_LIMIT) // _MEGABYTE
    what = "text" if text else "file"
    remedy = "unpack it and give the folder" if kind == media.ZIP else "split it"
    return ReadError(f"is a {what} of more than {limit} MB", remedy)


def _remedy(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "give yourself the right to read it"
    return "check the path and the disk, and try again"


def _read(
    uri: str, raw: bytes, overrides: Overrides, *, budget: _Budget, depth: int = 0
) -> Iterator[ReadResult]:
    """Yield what is in `raw`: its own document, then those of its parts."""
    sha256 = hashlib.sha256(raw).hexdigest()
    try:
        content, kind = _content(raw, uri, budget=budget, depth=depth)
    except ReadError as error:
        yield _refused(uri, error, size=len(raw), sha256=sha256, raw=raw)
        return
    if content.text is not None:
        document = _document(uri, raw, content, overrides, kind=kind)
        yield ReadResult(document=document, unread=None, raw=raw)
    for gap in content.gaps:
        place = f"{uri}#{gap.place}"
        yield _refused(place, gap.problem, size=len(raw), sha256=sha256)
    yield from _read_parts(uri, content.parts, overrides, budget=budget, depth=depth)


def _read_parts(
    uri: str,
    parts: tuple[Part, ...],
    overrides: Overrides,
    *,
    budget: _Budget,
    depth: int,
) -> Iterator[ReadResult]:
    budget.left -= sum(len(part.raw) for part in parts)
    inner = Overrides()
    for part in parts:
        if is_overrides(part.name) and part.problem is None:
            inner = inner.merged(parse_table(part.raw, f"{uri}!/{part.name}"))
    for problem in inner.problems:
        yield ReadResult(document=None, unread=problem, raw=b"")
    known = inner.merged(overrides)
    for part in parts:
        place = f"{uri}!/{part.name}"
        if part.problem is not None:
            yield _refused(place, part.problem, size=0)
        elif not is_overrides(part.name):
            yield from _read(place, part.raw, known, budget=budget, depth=depth + 1)


def _content(
    raw: bytes, uri: str, *, budget: _Budget, depth: int
) -> tuple[Content, str]:
    """Return what is in `raw`, and its media type.

    Raises:
        ReadError: for every reason why there may be nothing to read.
    """
    if not raw:
        raise _EMPTY
    try:
        content, kind = _parsed(raw, uri, budget=budget, depth=depth)
    except ReadError:
        raise
    except Exception as error:
        reason = f"is damaged in a way its reader cannot handle ({error!r:.80})"
        raise ReadError(reason, "open it in its program and save it as PDF") from error
    if content.text is not None and not content.text.strip():
        raise _BLANK
    if len(content.text or "") > TEXT_LIMIT:
        reason = f"holds more than {TEXT_LIMIT // _MEGABYTE} MB of text"
        raise ReadError(reason, "split it")
    return content, kind


def _parsed(
    raw: bytes, uri: str, *, budget: _Budget, depth: int
) -> tuple[Content, str]:
    """Ask the plug-ins, then the built-in reader of what the bytes look like."""
    name = uri.rsplit("/", 1)[-1]
    kind = _kind(raw, name)
    content = reader_hooks().sayso_read(raw=raw, media_type=kind, name=name)
    if content is not None:
        return content, kind
    kind = media.media_type(raw, name)
    if kind in _TEXTS and len(raw) > TEXT_LIMIT:
        reason = f"is a text of more than {TEXT_LIMIT // _MEGABYTE} MB"
        raise ReadError(reason, "split it")
    if kind in _CONTAINERS and depth >= DEPTH_LIMIT:
        raise _TOO_DEEP
    if kind == media.ZIP:
        return read_zip(raw, limit=max(0, budget.left)), kind
    return _READERS[kind](raw), kind


def _document(
    uri: str, raw: bytes, content: Content, overrides: Overrides, *, kind: str
) -> Document:
    known = overrides.get(uri)
    text = _SURROGATE.sub("\ufffd", content.text or "")
    published, basis = _published(uri, content, known.published)
    sha256 = hashlib.sha256(raw).hexdigest()
    return Document(
        id=document_id(sha256),
        uri=uri,
        uris=(uri,),
        sha256=sha256,
        size=len(raw),
        media_type=kind,
        text=text,
        title=known.title or _tidy(content.title),
        publisher=known.publisher or _tidy(content.publisher),
        byline=known.byline or _tidy(content.byline),
        url=known.url or _tidy(content.url),
        published=published,
        published_basis=basis,
        language=detect(text),
        pages=content.pages,
    )


def _published(
    uri: str, content: Content, known: date | None
) -> tuple[date | None, DateBasis | None]:
    """Return the best publication date and where it comes from.

    When the file was made comes last: a page printed to PDF years later is no news.
    """
    candidates = (
        (known, DateBasis.OVERRIDE),
        (content.published, DateBasis.METADATA),
        (content.dateline, DateBasis.DATELINE),
        (name_date(uri), DateBasis.FILE_NAME),
        (content.created, DateBasis.METADATA),
    )
    return next(((day, basis) for day, basis in candidates if day), (None, None))


def _tidy(value: str | None) -> str | None:
    """Return metadata on one line, cut to a sensible length; None when empty."""
    line = _BLANKS.sub(" ", _SURROGATE.sub("", value or "")).strip()
    return line[:_METADATA_LENGTH] or None


def _refused(
    uri: str,
    error: ReadError,
    *,
    size: int,
    sha256: str | None = None,
    raw: bytes = b"",
) -> ReadResult:
    entry = Unread(
        uri=uri, sha256=sha256, size=size, reason=error.reason, remedy=error.remedy
    )
    return ReadResult(document=None, unread=entry, raw=raw)


_READERS: Mapping[str, Callable[[bytes], Content]] = {
    media.TEXT: read_text,
    media.MARKDOWN: read_markdown,
    media.CSV: read_table,
    media.HTML: read_html,
    media.PDF: read_pdf,
    media.DOCX: read_docx,
    media.EML: read_eml,
}
"""The built-in reader of each media type but zip, which shares a budget."""
