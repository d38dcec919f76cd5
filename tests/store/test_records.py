"""What stands in for a file on which a reader failed."""

from sayso.store.records import failed_read


def test_a_failed_reading_says_why_and_what_to_do() -> None:
    made = failed_read("a.pdf", 10, "f", 3, "read: KeyError: 'x'")
    (item,) = made.items
    assert item.document is None
    assert item.unread is not None
    assert "KeyError" in item.unread.reason
    assert item.unread.remedy
    assert (item.unread.uri, item.unread.size, made.place) == ("a.pdf", 10, 3)
