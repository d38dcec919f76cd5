"""Read Word files: paragraphs, tables and notes in reading order."""

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from sayso.errors import ReadError
from sayso.hooks import Content
from sayso.read.header import read_header
from sayso.read.limits import UNPACKED_LIMIT

if TYPE_CHECKING:
    from docx.opc.package import OpcPackage

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CHARACTERS = {
    f"{_W}tab": "\t",
    f"{_W}br": "\n",
    f"{_W}cr": "\n",
    f"{_W}noBreakHyphen": "\u2011",
}
_LEFT_OUT = frozenset(
    {
        f"{_W}del",
        f"{_W}moveFrom",
        f"{_W}pPr",
        "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    }
)
"""Deleted text, the old place of moved text, settings (whose `tab` is a tab stop), and
the copy of a text box that only old programs read."""

_TEMPLATE_AUTHORS = frozenset({"python-docx", "Microsoft Office User", "user", "admin"})
"""Names that programs fill in where nobody wrote theirs."""

_DAMAGED = ReadError("is a damaged or truncated Word file", "get the file again")


def read_docx(raw: bytes) -> Content:
    """Read a Word file.

    Text that a reviewer deleted is left out and text that one inserted is kept, as
    the file shows when its changes are accepted.

    Raises:
        ReadError: the file is damaged, or unpacks to an absurd size.
    """
    # Loaded only here: 0.1 s for a format that many piles do not hold.
    from docx import Document
    from docx.opc.exceptions import PackageNotFoundError

    _check_size(raw)
    try:
        file = Document(io.BytesIO(raw))
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError) as error:
        raise _DAMAGED from error
    blocks = [*_blocks(file.element.body), *_notes(file.part.package)]
    text = "\n\n".join(block for block in blocks if block.strip())
    header = read_header(text)
    core = file.core_properties
    author = core.author.strip()
    return Content(
        text=text,
        title=core.title.strip() or header.title,
        byline=header.byline or (None if author in _TEMPLATE_AUTHORS else author),
        publisher=header.publisher,
        dateline=header.published,
        created=core.created.date() if core.created else None,
    )


def _check_size(raw: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as package:
            size = sum(member.file_size for member in package.infolist())
    except zipfile.BadZipFile as error:
        raise _DAMAGED from error
    if size > UNPACKED_LIMIT:
        reason = "unpacks to an absurd size"
        raise ReadError(reason, "open it in Word and save its text alone")


def _blocks(element: Any) -> Iterator[str]:  # noqa: ANN401 - an lxml element, untyped
    """Yield paragraphs and tables below `element`, also inside content controls."""
    for child in element:
        if child.tag == f"{_W}p":
            yield _paragraph(child)
        elif child.tag == f"{_W}tbl":
            yield "\n".join(_rows(child))
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins"):
            yield from _blocks(child)


def _rows(table: Any) -> Iterator[str]:  # noqa: ANN401 - an lxml element, untyped
    for row in table.iterchildren(f"{_W}tr"):
        cells = row.iterchildren(f"{_W}tc")
        yield "\t".join(" ".join(_blocks(cell)).strip() for cell in cells)


def _paragraph(paragraph: Any) -> str:  # noqa: ANN401 - an lxml element, untyped
    return "".join(_pieces(paragraph))


def _pieces(element: Any) -> Iterator[str]:  # noqa: ANN401 - an lxml element, untyped
    """Yield the text below `element`, without what is deleted or doubled."""
    for child in element:
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _CHARACTERS:
            yield _CHARACTERS[child.tag]
        elif child.tag not in _LEFT_OUT:
            yield from _pieces(child)


def _notes(package: "OpcPackage | None") -> Iterator[str]:
    """Yield the footnotes, where reports put their sources."""
    from docx.oxml.parser import parse_xml

    for part in package.iter_parts() if package else ():
        if not str(part.partname).endswith(("/footnotes.xml", "/endnotes.xml")):
            continue
        # Resolves no entities and fetches nothing, as for the rest of the file.
        for note in parse_xml(part.blob):
            yield " ".join(_blocks(note)).strip()
