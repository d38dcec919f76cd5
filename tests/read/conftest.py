"""Builders of small files, made on the fly so that no binaries are kept."""

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from sayso.domain.document import Document, Unread
from sayso.read.discover import Found
from sayso.read.overrides import Overrides
from sayso.read.reader import ReadResult, read_file

REPORT = (
    "Harbour police said on Tuesday that they had seized two boats.\n\n"
    "The owner, a fish merchant, denied that the boats were his and said that the "
    "papers had been forged by a rival from the other side of the bay.\n"
)


def build_pdf(
    pages: Sequence[Sequence[str] | None], *, info: Mapping[str, str] | None = None
) -> bytes:
    """Return a PDF with those lines a page; None stands for a scanned page."""
    objects: list[bytes] = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica"
        b" /Encoding /WinAnsiEncoding >>",
        b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8"
        b" /ColorSpace /DeviceGray /Length 1 >>\nstream\n\x80\nendstream",
    ]
    kids = []
    for lines in pages:
        content = (
            b"q 612 0 0 792 0 0 cm /Im Do Q"
            if lines is None
            else _text_operators(lines)
        )
        objects.append(
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)
        )
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R >> /XObject << /Im 4 0 R >> >> >>"
            % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (
        len(kids),
        b" ".join(kids),
    )
    entries = b" ".join(
        b"/%s (%s)" % (key.encode(), value.encode("latin-1"))
        for key, value in (info or {}).items()
    )
    objects.append(b"<< %s >>" % entries)
    return assemble_pdf(objects, trailer=b"/Info %d 0 R" % len(objects))


def assemble_pdf(objects: Sequence[bytes], *, trailer: bytes = b"") -> bytes:
    out = b"%PDF-1.4\n"
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n"
    return out + head + table + tail % (len(objects) + 1, trailer, len(out))


def _text_operators(lines: Sequence[str]) -> bytes:
    out = b"BT /F1 11 Tf "
    height = 740
    for line in lines:
        raw = line.encode("cp1252")
        for mark in (b"\\", b"(", b")"):
            raw = raw.replace(mark, b"\\" + mark)
        out += b"1 0 0 1 60 %d Tm (%s) Tj " % (height, raw) if line else b""
        height -= 14
    return out + b"ET"


@pytest.fixture
def make_pdf() -> Callable[..., bytes]:
    return build_pdf


@pytest.fixture
def pdf_from_objects() -> Callable[..., bytes]:
    return assemble_pdf


@pytest.fixture
def make_zip() -> Callable[[Mapping[str, bytes]], bytes]:
    def build(members: Mapping[str, bytes]) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, raw in members.items():
                archive.writestr(name, raw)
        return out.getvalue()

    return build


@pytest.fixture
def report() -> str:
    return REPORT


@pytest.fixture
def read_all(tmp_path: Path) -> Callable[..., list[ReadResult]]:
    """Read bytes as if they lay in a file of that name."""

    def read(
        raw: bytes, name: str = "a.txt", overrides: Overrides | None = None
    ) -> list[ReadResult]:
        path = tmp_path / name
        path.write_bytes(raw)
        found = Found(uri=name, path=path, size=len(raw))
        return read_file(found, overrides or Overrides())

    return read


@pytest.fixture
def read_one(read_all: Callable[..., list[ReadResult]]) -> Callable[..., Document]:
    """Read bytes that must give exactly one document."""

    def read(
        raw: bytes, name: str = "a.txt", overrides: Overrides | None = None
    ) -> Document:
        (result,) = read_all(raw, name, overrides)
        assert result.document is not None, result.unread
        assert result.raw == raw
        return result.document

    return read


@pytest.fixture
def refuse(read_all: Callable[..., list[ReadResult]]) -> Callable[..., Unread]:
    """Read bytes that must give exactly one refusal."""

    def read(raw: bytes, name: str = "a.txt") -> Unread:
        (result,) = read_all(raw, name)
        assert result.unread is not None, result.document
        return result.unread

    return read
