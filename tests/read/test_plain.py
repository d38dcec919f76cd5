from datetime import date

import pytest

from sayso.errors import ReadError
from sayso.read.plain import read_markdown, read_table, read_text


def test_text_is_unchanged_and_its_header_is_read() -> None:
    lines = [b"Two boats seized", b"By Ana Lopes", b"12 May 2020", b"Police said so."]
    raw = b"\r\n\r\n".join(lines)
    content = read_text(raw)
    assert content.text == raw.decode()
    assert (content.title, content.byline) == ("Two boats seized", "Ana Lopes")
    assert content.dateline == date(2020, 5, 12)


def test_front_matter_of_markdown() -> None:
    raw = b"---\ntitle: Two boats\ndate: 2020-05-12\n---\n\n# Heading\n\nText.\n"
    content = read_markdown(raw)
    assert content.text == raw.decode()
    assert (content.title, content.dateline) == ("Two boats", date(2020, 5, 12))


def test_a_heading_of_markdown() -> None:
    assert read_markdown(b"# Two boats\n\nText.\n").title == "Two boats"


def test_a_table_is_set_aside_with_nothing_to_mend() -> None:
    with pytest.raises(ReadError, match="table of records") as caught:
        read_table(b"Date,Amount\n\n2020-05-12,100\n")
    assert caught.value.remedy == ""
