import hashlib
import pickle
import subprocess
import sys
import tracemalloc
from collections.abc import Callable
from datetime import UTC, date, datetime
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from sayso.domain.document import DateBasis, Document, Unread, document_id
from sayso.read import reader
from sayso.read.discover import Found, discover
from sayso.read.overrides import Override, Overrides, load_overrides
from sayso.read.reader import ReadResult, file_sha256, read_file

ReadOne = Callable[..., Document]
ReadAll = Callable[..., list[ReadResult]]
Refuse = Callable[..., Unread]

MAIL = b"From: a\nDate: b\n\n"


def test_a_document_knows_its_bytes(read_one: ReadOne, report: str) -> None:
    raw = report.replace("\n", "\r\n").encode()
    document = read_one(raw, "2020-05-12_boats.txt")
    digest = hashlib.sha256(raw).hexdigest()
    assert document.text == raw.decode()
    assert (document.sha256, document.size) == (digest, len(raw))
    assert document.id == document_id(digest)
    assert document.uris == (document.uri,) == ("2020-05-12_boats.txt",)
    assert document.language == "en"
    assert document.media_type == "text/plain"


def test_the_same_bytes_have_the_same_id(read_one: ReadOne, report: str) -> None:
    raw = report.encode()
    assert read_one(raw, "a.txt").id == read_one(raw, "b.md").id
    assert read_one(raw, "a.txt").id != read_one(raw + b"\n", "c.txt").id


def test_a_byte_order_mark_is_no_part_of_the_text(
    read_one: ReadOne, report: str
) -> None:
    assert read_one(report.encode("utf-8-sig")).text == report
    assert read_one(report.encode("utf-16")).text == report


@pytest.mark.parametrize(
    ("override", "content", "name", "basis"),
    [
        (date(2020, 5, 12), "2020-05-11", "2020-05-10.txt", DateBasis.OVERRIDE),
        (None, "2020-05-12", "2020-05-11.txt", DateBasis.DATELINE),
        (None, "2020-13-45", "2020-05-12.txt", DateBasis.FILE_NAME),
        (None, "", "2020-02-31.txt", None),
    ],
)
def test_the_best_date_counts(
    read_one: ReadOne,
    override: date | None,
    content: str,
    name: str,
    basis: DateBasis | None,
) -> None:
    known = Overrides(rows={name: Override(published=override)})
    document = read_one(f"Boats\n\nDate: {content}\n\nText.".encode(), name, known)
    assert document.published_basis == basis
    assert document.published == (date(2020, 5, 12) if basis else None)


def test_when_a_pdf_was_made_counts_last(
    read_one: ReadOne, make_pdf: Callable[..., bytes]
) -> None:
    made = {"CreationDate": "D:20200512"}
    raw = make_pdf([["Boats seized", "", "Text of the report."]], info=made)
    assert read_one(raw, "a.pdf").published == date(2020, 5, 12)
    assert read_one(raw, "a.pdf").published_basis == DateBasis.METADATA
    assert read_one(raw, "2019-01-02.pdf").published == date(2019, 1, 2)


def test_a_person_knows_better_than_the_file(read_one: ReadOne) -> None:
    raw = b"Boats seized\n\nBy Ana Lopes\n\nSource: The Post\n\nText."
    known = Override(title="T", publisher="P", byline="B", url="https://u.example")
    document = read_one(raw, "a.txt", Overrides(rows={"a.txt": known}))
    assert (document.title, document.publisher) == ("T", "P")
    assert (document.byline, document.url) == ("B", "https://u.example")
    plain = read_one(raw, "a.txt")
    assert (plain.title, plain.publisher) == ("Boats seized", "The Post")


def test_metadata_is_one_clean_line(read_one: ReadOne) -> None:
    raw = b"Title: Boats\t \xe2\x80\xaeseized " + b"x" * 20 + b"\n\nText."
    assert read_one(raw).title == "Boats seized " + "x" * 20


@pytest.mark.parametrize("language", ["mt", "ka"])
def test_an_unsupported_language_is_read_all_the_same(
    read_one: ReadOne, language: str
) -> None:
    texts = {
        "mt": "Il-pulizija qalet li ħadet żewġ dgħajjes mill-port, iżda s-sid ċaħad li "
        "huma tiegħu.",
        "ka": "პოლიციამ განაცხადა, რომ ორი ნავი ჩამოართვა, მფლობელმა კი ეს უარყო "
        "სამშაბათს.",
    }
    assert read_one(texts[language].encode()).language == language


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "is empty"),
        (b" \r\n\t ", "holds no text"),
        (b"\xef\xbb\xbf", "holds no text"),
        (b"\x00\x01\x02\x03" * 64, "is not text or any kind of file sayso reads"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, "is a picture, not text"),
        (b"%PDF-1.7\nnothing more", "is a damaged or truncated PDF"),
        (b"PK\x03\x04 and no more", "is a damaged or truncated archive"),
    ],
)
def test_bad_files_are_kept_with_hash_reason_and_remedy(
    refuse: Refuse, raw: bytes, reason: str
) -> None:
    entry = refuse(raw)
    assert entry.reason == reason
    assert entry.remedy
    assert (entry.sha256, entry.size) == (hashlib.sha256(raw).hexdigest(), len(raw))


def test_mislabelled_files_are_read_as_what_they_are(
    read_one: ReadOne, make_pdf: Callable[..., bytes], report: str
) -> None:
    sentence = "Harbour police said that they had seized two boats."
    document = read_one(make_pdf([[sentence]]), "a.txt")
    assert (document.media_type, document.text) == ("application/pdf", sentence)
    page = f"<!doctype html><html><body><p>{report}</p></body></html>".encode()
    document = read_one(page, "a.pdf")
    assert document.media_type == "text/html"
    assert "<p>" not in document.text
    assert read_one(report.encode(), "a.pdf").text == report


def test_scanned_pages_are_listed_beside_the_document(
    read_all: ReadAll, make_pdf: Callable[..., bytes]
) -> None:
    raw = make_pdf([["Police had seized two boats."], None])
    document, gap = read_all(raw, "a.pdf")
    assert document.document is not None
    assert gap.unread is not None
    assert gap.unread.uri == "a.pdf#page=2"
    assert gap.unread.sha256 == document.document.sha256


def test_a_huge_text_is_refused_quickly_and_without_holding_it(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    size = 200 * 2**20
    with path.open("wb") as stream:
        stream.write(b"Words and words.\n" * 1000)
        stream.truncate(size)
    tracemalloc.start()
    (result,) = read_file(Found(uri="huge.txt", path=path, size=size), Overrides())
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert result.unread is not None
    assert result.unread.reason == "is a text of more than 16 MB"
    assert result.unread.remedy == "split it"
    assert result.unread.size == size
    assert result.unread.sha256 == file_sha256(Found(uri="x", path=path, size=size))
    assert result.raw == b""
    assert peak < 100 * 2**20


def test_a_huge_file_that_is_no_text_says_what_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "FILE_LIMIT", 10_000)
    path = tmp_path / "clip.mp4"
    path.write_bytes(b"\x00\x00\x00\x18ftypmp42" + b"\x00" * 20_000)
    (result,) = read_file(Found(uri="clip.mp4", path=path, size=20_012), Overrides())
    assert result.unread is not None
    assert result.unread.reason == "is a sound or video recording"


def test_a_file_without_permission_is_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, _mode: str = "r") -> object:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", refuse)
    found = Found(uri="a.txt", path=tmp_path / "a.txt", size=7)
    (result,) = read_file(found, Overrides())
    assert result.unread is not None
    assert result.unread.reason == "could not be opened (permission denied)"
    assert result.unread.remedy == "give yourself the right to read it"
    assert (result.unread.sha256, result.unread.size) == (None, 7)
    assert file_sha256(found) is None


def test_a_file_that_went_away_is_listed(tmp_path: Path) -> None:
    found = Found(uri="a.txt", path=tmp_path / "a.txt", size=7)
    (result,) = read_file(found, Overrides())
    assert result.unread is not None
    assert "no such file" in result.unread.reason


def test_members_of_an_archive(
    read_all: ReadAll, make_zip: Callable[..., bytes], report: str
) -> None:
    raw = make_zip(
        {
            "b/one.txt": report.encode(),
            "b/2020-05-12_two.md": b"# Two boats\n\nText.",
            "empty.txt": b"",
            "reports.csv": b"path,publisher,published\nb/one.txt,The Post,soon\n",
        }
    )
    results = read_all(raw, "a.zip")
    documents = {r.document.uri: r.document for r in results if r.document}
    refused = {r.unread.uri: r.unread.reason for r in results if r.unread}
    assert list(documents) == ["a.zip!/b/2020-05-12_two.md", "a.zip!/b/one.txt"]
    assert documents["a.zip!/b/one.txt"].publisher == "The Post"
    assert documents["a.zip!/b/2020-05-12_two.md"].published == date(2020, 5, 12)
    assert list(refused) == ["a.zip!/reports.csv#row=2", "a.zip!/empty.txt"]
    assert all(r.raw for r in results if r.document)


def test_a_table_beside_an_archive_goes_before_one_inside(
    read_all: ReadAll, make_zip: Callable[..., bytes]
) -> None:
    table = b"path,publisher\nx.txt,Inside\n"
    raw = make_zip({"x.txt": b"Text.", "reports.csv": table})
    known = Overrides(rows={"a.zip!/x.txt": Override(publisher="Beside")})
    (result,) = read_all(raw, "a.zip", known)
    assert result.document is not None
    assert result.document.publisher == "Beside"


def test_a_mail_and_its_attachments(
    read_all: ReadAll, make_zip: Callable[..., bytes], make_pdf: Callable[..., bytes]
) -> None:
    mail = EmailMessage()
    mail["From"] = "Ana Lopes <ana@post.example>"
    mail["Subject"] = "Boats"
    mail["Date"] = datetime(2020, 5, 12, tzinfo=UTC)
    mail.set_content("See the attached report.\n")
    pdf = make_pdf([["Police had seized two boats."]])
    for name, raw in (("r.pdf", pdf), ("m.zip", make_zip({"x.txt": b"Text."}))):
        mail.add_attachment(raw, maintype="application", subtype="x", filename=name)
    results = read_all(mail.as_bytes(), "mail.eml")
    uris = [result.document.uri for result in results if result.document]
    assert uris == ["mail.eml", "mail.eml!/r.pdf", "mail.eml!/m.zip!/x.txt"]
    first = results[0].document
    assert first is not None
    assert (first.title, first.byline) == ("Boats", "Ana Lopes")
    assert first.published_basis == DateBasis.METADATA


def test_archives_within_archives_end(
    read_all: ReadAll, make_zip: Callable[..., bytes]
) -> None:
    raw = make_zip({"x.txt": b"Text."})
    for _ in range(5):
        raw = make_zip({"in.zip": raw})
    (result,) = read_all(raw, "a.zip")
    assert result.unread is not None
    assert result.unread.uri == "a.zip!/in.zip!/in.zip!/in.zip"
    assert result.unread.reason == "is packed too deep in other files"


def test_all_archives_within_share_one_budget(
    read_all: ReadAll,
    make_zip: Callable[..., bytes],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    inner = make_zip({"x.txt": b"Text. " * 100})
    raw = make_zip({f"{n}.zip": inner for n in range(4)})
    monkeypatch.setattr(
        reader._Budget, "__init__", _small_budget(4 * len(inner) + 1300)
    )
    results = read_all(raw, "a.zip")
    assert [bool(result.document) for result in results] == [True, True, False, False]
    assert results[2].unread is not None
    assert "more unpacked data" in results[2].unread.reason


def _small_budget(limit: int) -> Callable[..., None]:
    def init(budget: reader._Budget) -> None:
        budget.left = limit

    return init


def test_a_crash_inside_a_parser_is_a_refusal(
    refuse: Refuse, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(raw: bytes) -> None:
        raise RecursionError(len(raw))

    monkeypatch.setitem(reader._READERS, "text/plain", crash)
    entry = refuse(b"Text.")
    assert entry.reason.startswith("is damaged in a way its reader cannot handle")


@settings(max_examples=150, deadline=None, suppress_health_check=[*HealthCheck])
@given(
    raw=st.binary(max_size=300)
    | st.builds(
        bytes.__add__,
        st.sampled_from(
            [
                b"%PDF-1.4\n",
                b"PK\x03\x04",
                b"<html>",
                b"From: a\nDate: b\n\n",
                b"\xff\xfe",
            ]
        ),
        st.binary(max_size=300),
    ),
    name=st.sampled_from(["a.txt", "a.html", "a.eml", "a.docx", "a.md", "a.csv"]),
)
@example(raw=b"From: =?x?q?", name="a.eml")
@example(raw=b"<html><body>&#0;&#xD800;words", name="a.html")
def test_no_bytes_whatever_raise(tmp_path: Path, raw: bytes, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(raw)
    results = read_file(Found(uri=name, path=path, size=len(raw)), Overrides())
    assert results
    for result in results:
        assert (result.document is None) != (result.unread is None)
        if result.document:
            result.document.text.encode("utf-8")
    pickle.loads(pickle.dumps(results))  # noqa: S301 - our own bytes


def test_a_pile_from_end_to_end(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    report: str,
    make_zip: Callable[..., bytes],
) -> None:
    monkeypatch.chdir(tmp_path)
    pile = Path("pile")
    pile.mkdir()
    (pile / "a.txt").write_text(report)
    (pile / "b.zip").write_bytes(make_zip({"c.txt": b"Text."}))
    (pile / "reports.csv").write_text("path,title\na.txt,A\nb.zip!/c.txt,C\n")
    overrides = load_overrides(["pile"])
    found = [item for item in discover(["pile"]) if isinstance(item, Found)]
    results = [result for item in found for result in read_file(item, overrides)]
    titles = {r.document.uri: r.document.title for r in results if r.document}
    assert titles == {"pile/a.txt": "A", "pile/b.zip!/c.txt": "C"}


def test_importing_the_reader_is_light() -> None:
    heavy = ("trafilatura", "docx", "pypdfium2", "py3langid", "lxml", "numpy")
    loaded = f"[name for name in {heavy} if name in sys.modules]"
    code = f"import sys, sayso.read.reader; print({loaded})"
    done = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"
