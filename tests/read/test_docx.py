import io
import zipfile
from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from docx import Document
from docx.oxml import parse_xml

from sayso.errors import ReadError
from sayso.read import docx as reader
from sayso.read.docx import read_docx

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def _saved(build: Callable[..., None]) -> bytes:
    file = Document()
    build(file)
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def test_paragraphs_tables_and_properties() -> None:
    def build(file: Document) -> None:
        file.core_properties.title = "Two boats seized"
        file.core_properties.author = "Ana Lopes"
        file.core_properties.created = datetime(2020, 5, 12, tzinfo=UTC)
        file.add_paragraph("Police seized two boats.")
        table = file.add_table(2, 2)
        for cell, text in zip(
            table._cells, ["Boat", "Built", "Marta", "1998"], strict=True
        ):
            cell.text = text
        file.add_paragraph("The owner denied it.")

    content = read_docx(_saved(build))
    assert content.text == (
        "Police seized two boats.\n\nBoat\tBuilt\nMarta\t1998\n\nThe owner denied it."
    )
    assert content.title == "Two boats seized"
    assert content.byline == "Ana Lopes"
    assert content.created == date(2020, 5, 12)


def test_the_names_that_programs_fill_in_are_no_bylines() -> None:
    def build(file: Document) -> None:
        file.add_paragraph("Police seized two boats.")

    assert read_docx(_saved(build)).byline is None


def test_tracked_changes_show_as_accepted() -> None:
    def build(file: Document) -> None:
        paragraph = file.add_paragraph("Police seized ")
        deleted = "<w:del {}><w:r><w:delText>ten</w:delText></w:r></w:del>"
        moved = "<w:moveFrom {}><w:r><w:t>nine</w:t></w:r></w:moveFrom>"
        inserted = "<w:ins {}><w:r><w:t>two boats.</w:t></w:r></w:ins>"
        for change in (deleted, moved, inserted):
            paragraph._p.append(parse_xml(change.format(W)))

    assert read_docx(_saved(build)).text == "Police seized two boats."


def test_content_controls_are_read() -> None:
    def build(file: Document) -> None:
        control = (
            f"<w:sdt {W}><w:sdtContent><w:p><w:r><w:t>Inside.</w:t></w:r></w:p>"
            "</w:sdtContent></w:sdt>"
        )
        file.element.body.insert(0, parse_xml(control))

    assert read_docx(_saved(build)).text == "Inside."


def test_footnotes_come_last() -> None:
    def build(file: Document) -> None:
        file.add_paragraph("Police seized two boats.")

    notes = (
        f"<w:footnotes {W}><w:footnote><w:p><w:r><w:t>Interview, 9 May.</w:t></w:r>"
        "</w:p></w:footnote></w:footnotes>"
    )
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    part = "word/footnotes.xml"
    raw = io.BytesIO(_saved(build))
    out = io.BytesIO()
    with zipfile.ZipFile(raw) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            body = old.read(name).decode("utf-8", "surrogateescape")
            if name == "[Content_Types].xml":
                name_and_kind = f'PartName="/{part}" ContentType="{kind}.footnotes+xml"'
                body = body.replace("</Types>", f"<Override {name_and_kind}/></Types>")
            if name == "word/_rels/document.xml.rels":
                link = f'Id="rId99" Type="{base}/footnotes" Target="footnotes.xml"'
                end = "</Relationships>"
                body = body.replace(end, f"<Relationship {link}/>{end}")
            new.writestr(name, body.encode("utf-8", "surrogateescape"))
        new.writestr(part, notes)
    text = read_docx(out.getvalue()).text
    assert text == "Police seized two boats.\n\nInterview, 9 May."


def test_a_truncated_file_is_refused() -> None:
    raw = _saved(lambda file: file.add_paragraph("Police seized two boats."))
    with pytest.raises(ReadError, match="damaged or truncated"):
        read_docx(raw[: len(raw) // 2])


def test_a_file_without_its_document_is_refused(
    make_zip: Callable[..., bytes],
) -> None:
    with pytest.raises(ReadError, match="damaged or truncated"):
        read_docx(make_zip({"word/document.xml": b"<a/>"}))


def test_a_bomb_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = _saved(lambda file: file.add_paragraph("Police seized two boats."))
    monkeypatch.setattr(reader, "UNPACKED_LIMIT", 1000)
    with pytest.raises(ReadError, match="absurd size"):
        read_docx(raw)
