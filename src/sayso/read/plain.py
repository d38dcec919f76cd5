"""Read plain text, Markdown and tables: the text is the decoded file, unchanged."""

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
    """Read a CSV file as text: it is kept and quotable, but has no header lines."""
    return Content(text=decode(raw))


def _content(text: str, header: Header) -> Content:
    return Content(
        text=text,
        title=header.title,
        byline=header.byline,
        publisher=header.publisher,
        url=header.url,
        dateline=header.published,
    )
