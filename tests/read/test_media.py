from collections.abc import Callable

import pytest

from sayso.errors import ReadError
from sayso.read import media
from sayso.read.media import media_type

MAIL = b"From: a@post.example\r\nTo: b@post.example\r\nSubject: x\r\n\r\nBody\r\n"
SENT_MAIL = b"Message-ID: <1@post.example>\r\nMIME-Version: 1.0\r\n" + MAIL


@pytest.mark.parametrize(
    ("raw", "name", "kind"),
    [
        (b"Just words.", "a.txt", media.TEXT),
        (b"Just words.", "noending", media.TEXT),
        (b"Just words.", "a.pdf", media.TEXT),
        (b"Just words.", "a.html", media.TEXT),
        (b"# Words", "a.md", media.MARKDOWN),
        (b"path;title", "a.csv", media.CSV),
        (b"%PDF-1.7 ...", "a.txt", media.PDF),
        (b"junk before\n%PDF-1.7 ...", "a.pdf", media.PDF),
        (b"<!DOCTYPE html><p>x", "a.txt", media.HTML),
        (b"\xef\xbb\xbf \n<HTML lang=en>", "a.pdf", media.HTML),
        ("<html><p>x</p>".encode("utf-16"), "a.htm", media.HTML),
        (b"<?xml version='1.0'?>\n<!-- x -->\n<html>", "a.xhtml", media.HTML),
        (b"<p>Half a page", "a.html", media.HTML),
        (b"<p>Half a page", "a.md", media.MARKDOWN),
        (MAIL, "a.eml", media.EML),
        (MAIL, "a.txt", media.TEXT),
        (SENT_MAIL, "a.txt", media.EML),
        (b"Source: The Post\nDate: 2020-05-12\n\nWords.", "a.txt", media.TEXT),
    ],
)
def test_the_bytes_decide(raw: bytes, name: str, kind: str) -> None:
    assert media_type(raw, name) == kind


def test_zip_files_are_told_apart(make_zip: Callable[..., bytes]) -> None:
    assert media_type(make_zip({"a.txt": b""}), "a.docx") == media.ZIP
    assert media_type(make_zip({"word/document.xml": b""}), "a.zip") == media.DOCX
    for name in ("[Content_Types].xml", "mimetype"):
        with pytest.raises(ReadError, match="spreadsheet"):
            media_type(make_zip({name: b""}), "a.docx")


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"\xff\xd8\xff\xe0", "a picture"),
        (b"\x00\x00\x00\x18ftypmp42", "recording"),
        (b"ID3\x04", "recording"),
        (b"\x1f\x8b\x08", "an archive"),
        (b"Rar!\x1a\x07\x00", "an archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Office"),
        (b"{\\rtf1 words}", "RTF"),
        (b"SQLite format 3\x00", "database"),
        (b"\x7fELF\x02", "program"),
        (b"From ana@post.example Tue May 12 09:30:00 2020\n", "mailbox"),
    ],
)
def test_what_is_known_but_not_read_is_named(raw: bytes, reason: str) -> None:
    with pytest.raises(ReadError) as caught:
        media_type(raw, "a.txt")
    assert reason in caught.value.reason
    assert caught.value.remedy


def test_data_is_no_report() -> None:
    with pytest.raises(ReadError, match="data or code"):
        media_type(b'{"a": 1}', "a.json")
