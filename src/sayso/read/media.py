"""Tell what a file is from its bytes; its ending only breaks ties.

Files are mislabelled often (a PDF saved as .txt, a web page as .pdf), and the bytes
do not lie. What sayso does not read is named all the same, so that the refusal can
say what the file is and what to do with it.
"""

import io
import re
import zipfile
from pathlib import PurePosixPath

from sayso.errors import ReadError

TEXT = "text/plain"
MARKDOWN = "text/markdown"
CSV = "text/csv"
HTML = "text/html"
PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EML = "message/rfc822"
ZIP = "application/zip"
UNKNOWN = "application/octet-stream"

SNIFFED = 4096
"""Bytes looked at: enough for a doctype behind a long comment or a mail's headers."""

_PDF_WITHIN = 1024
"""Readers accept a PDF header this far into the file (ISO 32000-1, annex H)."""

_PICTURE = ReadError(
    "is a picture, not text", "run OCR on it and add the recognised text"
)
_RECORDING = ReadError(
    "is a sound or video recording", "transcribe it and add the transcript"
)
_PACKED = ReadError(
    "is an archive of a kind other than zip", "unpack it and give the folder"
)
_OLD_OFFICE = ReadError(
    "is an old or encrypted Office file",
    "remove its password, or save it as .docx or PDF",
)
_OTHER_OFFICE = ReadError(
    "is a spreadsheet, slides or other office file", "save it as PDF or .docx"
)
_PROGRAM = ReadError("is a program, not a report", "leave it out")
_DATABASE = ReadError("is a database, not a report", "leave it out or export its text")
_MAILBOX = ReadError("is a mailbox of several mails", "export the mails as .eml files")
_RICH_TEXT = ReadError("is rich text (RTF)", "save it as .docx or PDF")
_DATA = ReadError("is data or code, not a report", "convert its text to .txt")
_NO_TEXT = ReadError(
    "is not text or any kind of file sayso reads", "convert it to .txt, .docx or PDF"
)

_MAGIC: tuple[tuple[int, bytes, ReadError], ...] = (
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _OLD_OFFICE),
    (0, b"{\\rtf", _RICH_TEXT),
    (0, b"SQLite format 3\x00", _DATABASE),
    (0, b"\x89PNG\r\n\x1a\n", _PICTURE),
    (0, b"\xff\xd8\xff", _PICTURE),
    (0, b"GIF87a", _PICTURE),
    (0, b"GIF89a", _PICTURE),
    (0, b"II*\x00", _PICTURE),
    (0, b"MM\x00*", _PICTURE),
    (8, b"WEBP", _PICTURE),
    (4, b"ftyphei", _PICTURE),
    (4, b"ftypavif", _PICTURE),
    (4, b"ftyp", _RECORDING),
    (8, b"WAVE", _RECORDING),
    (8, b"AVI ", _RECORDING),
    (0, b"ID3", _RECORDING),
    (0, b"OggS", _RECORDING),
    (0, b"fLaC", _RECORDING),
    (0, b"\x1aE\xdf\xa3", _RECORDING),
    (0, b"\x1f\x8b", _PACKED),
    (0, b"BZh", _PACKED),
    (0, b"\xfd7zXZ\x00", _PACKED),
    (0, b"7z\xbc\xaf\x27\x1c", _PACKED),
    (0, b"Rar!\x1a\x07", _PACKED),
    (0, b"\x28\xb5\x2f\xfd", _PACKED),
    (257, b"ustar", _PACKED),
    (0, b"\x7fELF", _PROGRAM),
    (0, b"MZ\x90\x00", _PROGRAM),
)

_DATA_ENDINGS = frozenset(
    {
        *(".json", ".jsonl", ".ndjson", ".geojson", ".xml", ".rss", ".yaml", ".yml"),
        *(".toml", ".ini", ".js", ".css", ".py", ".sql", ".svg", ".ics", ".vcf"),
        *(".bib", ".tex"),
    }
)
_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(rb"<(?:!doctype|/?[a-z][a-z0-9]*)\b[^<]*>", re.IGNORECASE)
_HEADER = re.compile(rb"^([A-Za-z][A-Za-z-]*):[ \t]?", re.MULTILINE)
_MBOX = re.compile(rb"From \S+@\S+ .*\d\d:\d\d")
_PAGE_ENDINGS = (".html", ".htm", ".xhtml")
_MAIL_ENDINGS = (".eml", ".mht", ".mhtml")
_SENT = {b"message-id", b"received", b"mime-version", b"return-path", b"dkim-signature"}
_BASIC = {b"from", b"to", b"date", b"subject"} | _SENT
_LEAST_HEADERS = 2


def media_type(raw: bytes, name: str) -> str:
    """Return the media type of a file.

    Args:
        raw: the bytes, or at least the first `SNIFFED` of them for a look ahead
            (zip files need all of theirs).
        name: file name; its ending tells Markdown from plain text.

    Raises:
        ReadError: the bytes are of a kind sayso knows but does not read.
    """
    head = raw[:SNIFFED]
    ending = PurePosixPath(name).suffix.lower()
    if b"%PDF-" in head[:_PDF_WITHIN]:
        return PDF
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_kind(raw)
    for offset, magic, refusal in _MAGIC:
        if head.startswith(magic, offset):
            raise refusal
    return _text_kind(_as_ascii(head), ending)


def not_text() -> ReadError:
    """Return the refusal for bytes that decode to no text at all."""
    return _NO_TEXT


def _as_ascii(head: bytes) -> bytes:
    """Drop byte order marks and the zero halves of UTF-16, so that tags show."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head[2:].replace(b"\x00", b"")
    return head.removeprefix(b"\xef\xbb\xbf")


def _text_kind(head: bytes, ending: str) -> str:
    if _PAGE.match(head) or (
        ending in (".html", ".htm", ".xhtml") and _TAG.search(head)
    ):
        return HTML
    if _MBOX.match(head):
        raise _MAILBOX
    if _is_mail(head, ending):
        return EML
    if ending in _DATA_ENDINGS:
        raise _DATA
    if ending in (".md", ".markdown"):
        return MARKDOWN
    return CSV if ending in (".csv", ".tsv") else TEXT


def _is_mail(head: bytes, ending: str) -> bool:
    """Tell a mail from a text that merely opens with `Date:` or `From:` lines."""
    block = re.split(rb"\r?\n\r?\n", head.lstrip(), maxsplit=1)[0]
    if not _HEADER.match(block):
        return False
    fields = {name.lower() for name in _HEADER.findall(block)}
    if ending in _MAIL_ENDINGS:
        return len(fields & _BASIC) >= _LEAST_HEADERS
    return b"from" in fields and len(fields & _SENT) >= _LEAST_HEADERS


def _zip_kind(raw: bytes) -> str:
    """Tell a Word file from other office files and from a plain archive."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError):
        return ZIP
    if "word/document.xml" in names:
        return DOCX
    if "[Content_Types].xml" in names or "mimetype" in names:
        raise _OTHER_OFFICE
    return ZIP
