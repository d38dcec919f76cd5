from datetime import date
from email.message import EmailMessage

import pytest

from sayso.errors import ReadError
from sayso.read.eml import read_eml

TEXT = (
    "Two boats were seized on Tuesday.\nThe owner denies that they are his – “lies”.\n"
)


@pytest.fixture
def mail() -> EmailMessage:
    made = EmailMessage()
    made["From"] = "Ana Lopes <ana@post.example>"
    made["To"] = "desk@post.example"
    made["Subject"] = "Two boats – seized"
    made["Date"] = "Tue, 12 May 2020 23:30:00 +0200"
    made["Organization"] = "The Portmere Post"
    return made


def test_headers_and_plain_body(mail: EmailMessage) -> None:
    mail.set_content(TEXT)
    content = read_eml(mail.as_bytes())
    assert content.text == TEXT
    assert content.title == "Two boats – seized"
    assert content.byline == "Ana Lopes"
    assert content.publisher == "The Portmere Post"
    assert content.published == date(2020, 5, 12)
    assert content.parts == ()


def test_the_plain_form_of_the_body_is_enough(mail: EmailMessage) -> None:
    mail.set_content(TEXT)
    mail.add_alternative(f"<p>{TEXT}</p>", subtype="html")
    content = read_eml(mail.as_bytes())
    assert (content.text, content.parts) == (TEXT, ())


def test_a_body_in_html_only(mail: EmailMessage) -> None:
    mail.set_content(f"<html><body><p>{TEXT * 3}</p></body></html>", subtype="html")
    text = read_eml(mail.as_bytes()).text
    assert text is not None
    assert "The owner denies that they are his – “lies”." in text
    assert "<p>" not in text


def test_a_wrong_charset_does_no_harm() -> None:
    head = "From: ana@post.example\nSubject: x\nContent-Type: text/plain; charset="
    raw = f"{head}nonsense\nContent-Transfer-Encoding: 8bit\n\n{TEXT}"
    content = read_eml(raw.encode("cp1252"))
    assert content.text is not None
    assert content.text.rstrip() == TEXT.rstrip()
    assert content.byline == "ana@post.example"


def test_attachments_are_parts_of_their_own(mail: EmailMessage) -> None:
    mail.set_content(TEXT)
    for name in ("note.pdf", "note.pdf"):
        mail.add_attachment(
            b"%PDF-1.4", maintype="application", subtype="pdf", filename=name
        )
    mail.add_attachment("table;1\n", filename="../table.csv")
    parts = read_eml(mail.as_bytes()).parts
    assert [part.name for part in parts] == ["note.pdf", "note.pdf#2", ".._table.csv"]
    assert parts[0].raw == b"%PDF-1.4"


def test_an_attached_mail_is_one_part(mail: EmailMessage) -> None:
    inner = EmailMessage()
    inner["From"] = "clerk@port.example"
    inner["Subject"] = "Forwarded"
    inner.set_content("The papers were forged.\n")
    mail.set_content(TEXT)
    mail.add_attachment(inner)
    (part,) = read_eml(mail.as_bytes()).parts
    assert part.name.endswith(".eml")
    assert read_eml(part.raw).text == "The papers were forged.\n"


def test_logos_are_no_attachments(mail: EmailMessage) -> None:
    mail.set_content(f"<p>{TEXT}</p><img src=cid:logo>", subtype="html")
    mail.add_related(b"\x89PNG", maintype="image", subtype="png", cid="<logo>")
    assert read_eml(mail.as_bytes()).parts == ()


def test_a_mail_with_only_an_attachment_has_no_text(mail: EmailMessage) -> None:
    mail.set_content("")
    mail.add_attachment("The papers were forged.", filename="note.txt")
    content = read_eml(mail.as_bytes())
    assert content.text is None
    assert [part.name for part in content.parts] == ["note.txt"]


def test_an_impossible_date_is_ignored(mail: EmailMessage) -> None:
    mail.set_content(TEXT)
    raw = mail.as_bytes().replace(b"12 May 2020", b"42 May 2020")
    assert read_eml(raw).published is None


def test_an_endless_header_costs_no_time(mail: EmailMessage) -> None:
    mail.set_content(TEXT)
    raw = b"X-Junk: " + b"y " * 500_000 + b"\n" + mail.as_bytes()
    raw = raw.replace(b"Subject: ", b"Subject: " + b"long " * 200_000)
    content = read_eml(raw)
    assert content.text == TEXT
    assert content.title is not None
    assert len(content.title) < 5000


def test_an_encrypted_mail_is_refused(mail: EmailMessage) -> None:
    mail.set_content(b"x", maintype="application", subtype="pkcs7-mime")
    with pytest.raises(ReadError, match="encrypted"):
        read_eml(mail.as_bytes())


def test_a_mail_without_anything_is_refused(mail: EmailMessage) -> None:
    with pytest.raises(ReadError, match="without text"):
        read_eml(mail.as_bytes())
