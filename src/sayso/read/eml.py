"""Read mails: the body, what the headers say, and each attachment by itself."""

from collections.abc import Iterator
from datetime import date
from email import message_from_bytes
from email.message import EmailMessage, MIMEPart
from email.policy import EmailPolicy
from email.utils import parsedate_to_datetime
from typing import cast

from sayso.errors import ReadError
from sayso.hooks import Content, Part
from sayso.read.charset import decode
from sayso.read.dates import make_date
from sayso.read.html import read_html

_SEALED = ("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime")
_TRIMMINGS = ("image/", "application/pgp-signature", "application/pkcs7-signature")
"""Parts that come with a mail but say nothing: logos, signatures of programs."""

_ENDINGS = {"message/rfc822": ".eml", "text/html": ".html", "application/pdf": ".pdf"}

_HEADER_LENGTH = 4096
"""Characters of one header that count: a longer one is a list of hundreds of
recipients or an attack on the standard parser, whose time grows with the square."""


class _Bounded(EmailPolicy):
    """The standard policy, with headers cut before they are parsed."""

    def header_source_parse(  # type: ignore[explicit-override]  # needs Python 3.12
        self, sourcelines: list[str]
    ) -> tuple[str, str]:
        """Return the name and the value of a header."""
        name, value = super().header_source_parse(sourcelines)
        return name, value[:_HEADER_LENGTH]


_POLICY = _Bounded()


def read_eml(raw: bytes) -> Content:
    """Read a mail; its attachments are its parts.

    Raises:
        ReadError: the mail is encrypted, or holds neither text nor attachment.
    """
    mail = cast("EmailMessage", message_from_bytes(raw, policy=_POLICY))
    if mail.get_content_type() in _SEALED:
        reason = "is an encrypted mail"
        raise ReadError(reason, "decrypt it in your mail program and export it again")
    body = mail.get_body(preferencelist=("plain", "html"))
    parts = tuple(_attachments(mail, body))
    page = _body(body)
    if not page.text and not parts:
        reason = "is a mail without text"
        raise ReadError(reason, "leave it out, or export it with its text")
    return Content(
        text=page.text or None,
        title=_header(mail, "Subject") or page.title,
        byline=_sender(mail),
        publisher=_header(mail, "Organization"),
        url=page.url,
        published=_sent(mail),
        dateline=page.dateline,
        parts=parts,
    )


def _body(body: MIMEPart | None) -> Content:
    """Return the text of the body, the part of it that people read."""
    if body is None:
        return Content(text=None)
    raw = _bytes(body)
    charset = body.get_content_charset()
    if not raw.strip():
        return Content(text=None)
    if body.get_content_type() == "text/html":
        return read_html(raw, declared=charset)
    return Content(text=decode(raw, declared=charset))


def _attachments(mail: EmailMessage, body: MIMEPart | None) -> Iterator[Part]:
    """Yield what is attached, each under a name of its own."""
    times: dict[str, int] = {}
    for number, part in enumerate(_leaves(mail), start=1):
        kind = part.get_content_type()
        if part is body or not _says_something(part):
            continue
        ending = _ENDINGS.get(kind, ".txt" if kind.startswith("text/") else "")
        name = (part.get_filename() or f"part-{number}{ending}").replace("/", "_")
        times[name] = times.get(name, 0) + 1
        unique = name if times[name] == 1 else f"{name}#{times[name]}"
        yield Part(name=unique, raw=_bytes(part))


def _leaves(mail: MIMEPart) -> Iterator[MIMEPart]:
    """Yield the parts that hold no others; an attached mail counts as one."""
    if mail.get_content_type() == "message/rfc822" or not mail.is_multipart():
        yield mail
        return
    for part in mail.iter_parts():
        if isinstance(part, MIMEPart):
            yield from _leaves(part)


def _says_something(part: MIMEPart) -> bool:
    """Tell an attachment from the other form of the body and from trimmings."""
    kind = part.get_content_type()
    attached = part.is_attachment() or part.get_filename() is not None
    if kind.startswith(_TRIMMINGS):
        return part.is_attachment() and not part["Content-ID"]
    return attached or kind == "message/rfc822"


def _bytes(part: MIMEPart) -> bytes:
    payload = part.get_payload(decode=True)
    if isinstance(payload, bytes):
        return payload
    inner = part.get_payload()
    first = inner[0] if isinstance(inner, list) and inner else None
    return first.as_bytes() if isinstance(first, MIMEPart) else b""


def _sender(mail: EmailMessage) -> str | None:
    """Return the sender's name, or the address when there is no name."""
    try:
        addresses = mail["From"].addresses if mail["From"] else ()
    except (AttributeError, ValueError, IndexError):
        return _header(mail, "From")
    first = addresses[0] if addresses else None
    return (first.display_name or first.addr_spec or None) if first else None


def _sent(mail: EmailMessage) -> date | None:
    value = _header(mail, "Date")
    try:
        sent = parsedate_to_datetime(value).date() if value else None
    except (ValueError, TypeError, IndexError):
        return None
    return make_date(str(sent.year), str(sent.month), str(sent.day)) if sent else None


def _header(mail: EmailMessage, name: str) -> str | None:
    try:
        value = mail[name]
    except (ValueError, IndexError, AttributeError):
        # The standard library's parser trips over some malformed headers.
        return None
    return str(value).strip() or None if value is not None else None
