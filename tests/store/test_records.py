"""What stands in for a file on which a reader failed."""

from sayso.store.records import FileRead, failed_read


def test_a_failed_reading_says_why_and_what_to_do() -> None:
    file = FileRead(uri="a.pdf", fingerprint="f", place=3, items=())
    made = failed_read(file, 10, "ab", "read: KeyError: 'x'")
    (item,) = made.items
    assert item.document is None
    assert item.unread is not None
    assert "KeyError" in item.unread.reason
    assert item.unread.remedy
    assert (item.unread.uri, item.unread.size, item.unread.sha256) == (
        "a.pdf",
        10,
        "ab",
    )
    assert (made.uri, made.fingerprint, made.place) == ("a.pdf", "f", 3)
