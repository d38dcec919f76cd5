from sayso.domain.document import Unread, document_id


def test_a_document_is_known_by_its_bytes() -> None:
    assert document_id("ab" * 32) == document_id("ab" * 32)
    assert document_id("ab" * 32) != document_id("cd" * 32)


def test_without_a_remedy_a_file_is_merely_set_aside() -> None:
    table = Unread(uri="t.csv", sha256=None, size=1, reason="is a table", remedy="")
    scan = Unread(uri="s.pdf", sha256=None, size=1, reason="no text", remedy="run OCR")
    assert table.set_aside
    assert not scan.set_aside
