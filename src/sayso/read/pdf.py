"""Read PDF files that have a text layer; page starts are kept."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING
from unicodedata import category

from sayso.errors import ReadError
from sayso.hooks import Content, Gap
from sayso.read.dates import pdf_date
from sayso.read.header import Header, read_header
from sayso.read.limits import PAGE_LIMIT

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

_SCAN = ReadError(
    "has no text layer (a scan)", "run OCR on it, for example with OCRmyPDF"
)
_GARBLED = ReadError(
    "has a text layer that does not give letters", "run OCR on it anew"
)
_PICTURE_SHARE = 0.4
"""A page without text, this much of it covered by pictures, is a scan; less is a
logo on a blank page."""

_GARBLED_SHARE = 0.2
"""Characters of no known meaning, out of all: fonts without a character map give
nearly all of them, a few odd symbols never so many."""

_FURNITURE_PAGES = 3
"""A running head can be told only from this many pages on."""

_SPLIT_WORD = re.compile(r"(?<=[^\W\d_])\ufffe(?=[a-zß-ÿ])")
"""PDFium joins a word split over a line end with this mark in place of its hyphen. A
hyphen before a capital or a digit belongs to the word."""

_DIGITS = re.compile(r"\d+")
_JUNK_TITLE = re.compile(
    r"untitled|document\d*|microsoft word - .*|.*\.(?:docx?|pdf|indd|qxd|pages|odt)",
    re.IGNORECASE,
)
_FEW_LETTERS = 30
"""A stamp, a page number or the name of a scanning program: no page of text."""

_PARAGRAPH_GAP = 1.25
"""Times the page's usual distance between lines: printers set paragraphs off by half
a line or more, and lines of one paragraph vary by a tenth."""

_LINE_END = "\r\n"
"""How PDFium ends a line."""

_FEW_LINES = 5
_LEADING = 1.2
"""Times the height of its letters, the usual distance between lines where a page has
too few to tell."""

_STOPS = (".", "!", "?", ":", '"', "\u201d", "\u2019", ")")


def read_pdf(raw: bytes) -> Content:
    """Read a PDF file.

    Raises:
        ReadError: it is encrypted, damaged, or has no usable text layer.
    """
    # Loaded only here: it brings a 7 MB shared library into the process.
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        file = PdfDocument(raw)
    except PdfiumError as error:
        if "password" in str(error).lower():
            reason = "is encrypted"
            raise ReadError(reason, "save a copy without its password") from error
        reason = "is a damaged or truncated PDF"
        raise ReadError(reason, "get the file again") from error
    try:
        return _read(file)
    finally:
        file.close()


def _read(file: "PdfDocument") -> Content:
    if len(file) > PAGE_LIMIT:
        reason = f"has more than {PAGE_LIMIT:,} pages"
        raise ReadError(reason, "split it")
    pages, scans = _pages(file)
    if not any(pages):
        raise _SCAN
    text, starts = _joined(pages)
    if _is_garbled(text):
        raise _GARBLED
    header = read_header(text)
    return _content(file, text, starts, header, scans)


def _content(
    file: "PdfDocument",
    text: str,
    starts: tuple[int, ...],
    header: Header,
    scans: Sequence[int],
) -> Content:
    info = file.get_metadata_dict(skip_empty=True)
    title = str(info.get("Title", "")).strip()
    return Content(
        text=text,
        title=header.title if not title or _JUNK_TITLE.fullmatch(title) else title,
        byline=header.byline or str(info.get("Author", "")).strip() or None,
        publisher=header.publisher,
        dateline=header.published,
        created=pdf_date(str(info.get("CreationDate", ""))),
        pages=starts,
        gaps=tuple(Gap(place=f"page={page}", problem=_SCAN) for page in scans),
    )


def _pages(file: "PdfDocument") -> tuple[list[list[str]], list[int]]:
    """Return each page's lines, and the numbers of pages that are scans."""
    pages: list[list[str]] = []
    scans: list[int] = []
    for number, page in enumerate(file, start=1):
        lines = _lines(page)
        letters = sum(char.isalpha() for line in lines for char in line)
        if letters < _FEW_LETTERS and _picture_share(page) > _PICTURE_SHARE:
            scans.append(number)
            lines = []
        pages.append(lines)
        page.close()
    return _without_furniture(pages), scans


def _lines(page: "PdfPage") -> list[str]:
    """Return the lines of a page, an empty one where a paragraph ends."""
    from pypdfium2.raw import FPDFText_GetCharIndexFromTextIndex

    textpage = page.get_textpage()
    placed: list[tuple[str, float, float]] = []
    at = 0
    try:
        for line in textpage.get_text_range().split(_LINE_END):
            if line.strip():
                char = FPDFText_GetCharIndexFromTextIndex(textpage, at)
                box = (
                    textpage.get_charbox(char, loose=True) if char >= 0 else (0.0,) * 4
                )
                placed.append((_clean(line), box[1], box[3] - box[1]))
            at += len(line.encode("utf-16-le")) // 2 + len(_LINE_END)
    finally:
        textpage.close()
    return _with_gaps(placed)


def _clean(line: str) -> str:
    whole = _SPLIT_WORD.sub("", line).replace("\ufffe", "-").replace("\x00", "")
    return whole.replace("\r", " ").strip()


def _with_gaps(placed: Sequence[tuple[str, float, float]]) -> list[str]:
    """Return the lines, with an empty one wherever the distance shows a paragraph.

    Args:
        placed: lines with the height of their foot on the page, and of their letters.
    """
    heights = [height for _, _, height in placed]
    feet = [foot for _, foot, _ in placed]
    drops = sorted(above - below for above, below in pairwise(feet) if above > below)
    usual = drops[len(drops) // 4] if drops else 0.0
    if len(drops) < _FEW_LINES:
        usual = min(usual, _LEADING * max(heights, default=0.0))
    lines: list[str] = []
    before: float | None = None
    for line, bottom, _ in placed:
        if before is not None and before - bottom > usual * _PARAGRAPH_GAP:
            lines.append("")
        lines.append(line)
        before = bottom
    return lines


def _without_furniture(pages: list[list[str]]) -> list[list[str]]:
    """Drop running heads and feet: they would stand in the middle of sentences.

    A line counts as one when, digits aside, it is first or last on more than half of
    the pages.
    """
    if len(pages) < _FURNITURE_PAGES:
        return pages
    for edge in (0, -1, 0, -1):
        seen = Counter(_masked(page[edge]) for page in pages if page)
        common = {line for line, times in seen.items() if times > len(pages) / 2}
        pages = [_trimmed(page, edge, common) for page in pages]
    return pages


def _masked(line: str) -> str:
    return _DIGITS.sub("0", line)


def _trimmed(page: list[str], edge: int, common: set[str]) -> list[str]:
    """Return a page without its first or last line if that is a running one."""
    if not page or _masked(page[edge]) not in common:
        return page
    rest = page[1:] if edge == 0 else page[:-1]
    while rest and not rest[edge]:
        rest = rest[1:] if edge == 0 else rest[:-1]
    return rest


def _joined(pages: Sequence[list[str]]) -> tuple[str, tuple[int, ...]]:
    """Return the whole text and where each page starts in it.

    A sentence that runs over a page end stays one: only a finished one is followed
    by a blank line.
    """
    pieces: list[str] = []
    starts: list[int | None] = []
    length = 0
    for page in pages:
        text = "\n".join(page)
        if text and pieces:
            gap = "\n\n" if pieces[-1].endswith(_STOPS) else "\n"
            pieces[-1] += gap
            length += len(gap)
        starts.append(length if text else None)
        if text:
            pieces.append(text)
            length += len(text)
    return "".join(pieces), _filled(starts, max(length - 1, 0))


def _filled(starts: Sequence[int | None], last: int) -> tuple[int, ...]:
    """Let a page without text start where the next one with text does."""
    found: list[int] = []
    for start in reversed(starts):
        found.append(start if start is not None else (found[-1] if found else last))
    return tuple(reversed(found))


def _picture_share(page: "PdfPage") -> float:
    """Return how much of the page its pictures cover, 0 to 1."""
    from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

    covered = 0.0
    for picture in page.get_objects(filter=[FPDF_PAGEOBJ_IMAGE]):
        left, bottom, right, top = picture.get_bounds()
        covered += abs(right - left) * abs(top - bottom)
    width, height = page.get_size()
    return min(1.0, covered / (width * height)) if width and height else 0.0


def _is_garbled(text: str) -> bool:
    bad = sum(
        char == "\ufffd" or category(char) in ("Co", "Cn", "Cc")
        for char in text
        if not char.isspace()
    )
    return bad > _GARBLED_SHARE * len(text)
