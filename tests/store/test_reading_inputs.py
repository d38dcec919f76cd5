"""What was read, and how it came in."""

from sayso.domain.document import Unread
from sayso.domain.ids import DocumentId
from sayso.store import reading_inputs as module
from sayso.store.file import CaseFile
from tests.store.small import FIRST, SECOND, Made


def test_documents_come_back_whole(small: CaseFile, made: Made) -> None:
    assert list(small.reading.documents()) == [made.first, made.second]
    assert small.reading.document_ids() == [made.first.id, made.second.id]


def test_documents_come_in_the_order_asked_for(
    small: CaseFile, made: Made, monkeypatch
) -> None:
    monkeypatch.setattr(module, "TEXTS", 1)
    wanted = [made.second.id, DocumentId("doc-none"), made.first.id]
    found = list(small.reading.documents(wanted))
    assert [item.id for item in found] == [made.second.id, made.first.id]


def test_what_was_not_read_is_listed_with_its_reason(small: CaseFile) -> None:
    gone = Unread(uri="c.pdf", sha256=None, size=4, reason="cut", remedy="mend")
    assert small.reading.unread() == [gone]
    assert small.reading.unread({"a.txt"}) == []
    assert small.reading.unread({"c.pdf"}) == [gone]


def test_counts_and_lengths(small: CaseFile, made: Made) -> None:
    assert small.reading.count("attribution") == 3
    ids = [made.first.id, made.second.id]
    assert small.reading.characters(ids) == len(FIRST) + len(SECOND)
    assert small.reading.characters([]) == 0


def test_the_kept_bytes_can_be_had(small: CaseFile, made: Made) -> None:
    kept = small.reading.raw(made.first.sha256)
    assert kept is not None
    assert kept[0] == "zlib"


def test_the_custody_record_can_be_read(small: CaseFile, made: Made) -> None:
    found = small.reading.custody()
    assert [(entry.uri, entry.action) for entry in found] == [
        ("a.txt", "added"),
        ("b.txt", "added"),
        ("c.pdf", "unread"),
    ]
    assert found[0].sha256 == made.first.sha256
    assert found[0].program == "test 1"
    assert found[0].started.tzinfo is not None
