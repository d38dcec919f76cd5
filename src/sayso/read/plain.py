"""Read plain text and Markdown: the text is the decoded file, unchanged."""

from sayso.errors import ReadError
from sayso.hooks import Content
from sayso.read.charset import decode
from sayso.read.header import Header, front_matter, read_header


def read_text(raw: bytes) -> Content:
    """Read plain text."""
    text = decode(raw)
    return _content(text, read_header(text))


def read_markdown(raw: bytes) -> Content:
    """Read Markdown; marks stay in the text, a leading `---` block gives metadata."""
    text = decode(raw)
    return _content(text, front_matter(text) or read_header(text))


def read_table(raw: bytes) -> Content:
    """Set a CSV file aside: it holds records, and nobody says anything in it.

    Raises:
        ReadError: always, with nothing to mend.
    """
    decode(raw)  # bytes that are no text at all are refused as that
    reason = "is a table of records, not a report; kept, and set aside"
    raise ReadError(reason, "")


def _content(text: str, header: Header) -> Content:
    return Content(
        text=text,
        title=header.title,
        byline=header.byline,
        publisher=header.publisher,
        url=header.url,
        dateline=header.published,
    )
