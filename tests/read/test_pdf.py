import hashlib
from collections.abc import Callable, Iterator
from datetime import date

import pytest

from sayso.errors import ReadError
from sayso.read.pdf import read_pdf

SENTENCE = "Harbour police said on Tuesday that they had seized two boats."


def _rc4(key: bytes, data: bytes) -> bytes:
    state = list(range(256))
    j = 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]

    def stream() -> Iterator[int]:
        i = j = 0
        while True:
            i = (i + 1) % 256
            j = (j + state[i]) % 256
            state[i], state[j] = state[j], state[i]
            yield state[(state[i] + state[j]) % 256]

    return bytes(byte ^ pad for byte, pad in zip(data, stream(), strict=False))


def _encryption(password: bytes) -> tuple[bytes, bytes]:
    """Return a standard security handler, revision 2, and the document's id."""
    padding = bytes.fromhex(
        "28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a"
    )
    padded = (password + padding)[:32]
    owner = _rc4(hashlib.md5(padded).digest()[:5], padded)  # noqa: S324 - PDF's own
    identity = b"0123456789abcdef"
    permissions = (0xFFFFFFFC).to_bytes(4, "little")
    key = hashlib.md5(padded + owner + permissions + identity).digest()[:5]  # noqa: S324 - PDF's own
    user = _rc4(key, padding)
    handler = b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >>"
    return handler % (owner.hex().encode(), user.hex().encode()), identity


@pytest.fixture
def encrypted(pdf_from_objects: Callable[..., bytes]) -> Callable[[bytes], bytes]:
    def build(password: bytes) -> bytes:
        handler, identity = _encryption(password)
        objects = [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] >>",
            handler,
        ]
        name = identity.hex().encode()
        trailer = b"/Encrypt 4 0 R /ID [<%s> <%s>]" % (name, name)
        return pdf_from_objects(objects, trailer=trailer)

    return build


def test_text_metadata_and_page_starts(make_pdf: Callable[..., bytes]) -> None:
    raw = make_pdf(
        [
            ["Two boats seized", "", "By Ana Lopes", "", SENTENCE],
            [f"Later, {SENTENCE}"],
        ],
        info={"Title": "Two boats seized in bay", "CreationDate": "D:20200513120000Z"},
    )
    content = read_pdf(raw)
    assert content.text == (
        f"Two boats seized\n\nBy Ana Lopes\n\n{SENTENCE}\n\nLater, {SENTENCE}"
    )
    assert content.title == "Two boats seized in bay"
    assert content.byline == "Ana Lopes"
    assert content.created == date(2020, 5, 13)
    assert [content.text[start:][:5] for start in content.pages] == ["Two b", "Later"]


def test_a_title_that_is_a_file_name_gives_way_to_the_headline(
    make_pdf: Callable[..., bytes],
) -> None:
    raw = make_pdf(
        [["Two boats seized", "", SENTENCE]], info={"Title": "Microsoft Word - x1.doc"}
    )
    assert read_pdf(raw).title == "Two boats seized"


def test_a_sentence_runs_on_over_the_page_end(make_pdf: Callable[..., bytes]) -> None:
    raw = make_pdf([["Police said on Tuesday that"], ["they had seized two boats."]])
    content = read_pdf(raw)
    assert content.text == "Police said on Tuesday that\nthey had seized two boats."
    assert content.pages == (0, 28)


def test_split_words_are_joined(make_pdf: Callable[..., bytes]) -> None:
    raw = make_pdf([["Police had seized two fish-", "ing boats in the bay."]])
    assert read_pdf(raw).text == "Police had seized two fishing boats in the bay."


def test_running_heads_are_dropped(make_pdf: Callable[..., bytes]) -> None:
    pages = [
        ["The Portmere Post", f"Sentence {word} of the report ends here.", f"Page {n}"]
        for n, word in enumerate(["one", "two", "three", "four"], start=1)
    ]
    content = read_pdf(make_pdf(pages))
    assert content.text is not None
    assert "Post" not in content.text
    assert "Page" not in content.text
    assert content.text.count("Sentence") == 4


def test_a_scan_is_refused(make_pdf: Callable[..., bytes]) -> None:
    with pytest.raises(ReadError) as caught:
        read_pdf(make_pdf([None, None]))
    assert caught.value.reason == "has no text layer (a scan)"
    assert "OCR" in caught.value.remedy


def test_scanned_pages_among_others_are_named(make_pdf: Callable[..., bytes]) -> None:
    content = read_pdf(make_pdf([[SENTENCE], None, [SENTENCE], []]))
    assert [gap.place for gap in content.gaps] == ["page=2"]
    assert content.text == f"{SENTENCE}\n\n{SENTENCE}"
    assert content.pages[0] == 0
    assert content.pages[1] == content.pages[2] == len(SENTENCE) + 2
    assert len(content.pages) == 4


def test_an_encrypted_file_is_refused(encrypted: Callable[[bytes], bytes]) -> None:
    with pytest.raises(ReadError) as caught:
        read_pdf(encrypted(b"secret"))
    assert caught.value.reason == "is encrypted"
    assert "password" in caught.value.remedy


def test_an_empty_password_is_no_hindrance(encrypted: Callable[[bytes], bytes]) -> None:
    with pytest.raises(ReadError, match="no text layer"):
        read_pdf(encrypted(b""))


def test_a_truncated_file_is_refused(make_pdf: Callable[..., bytes]) -> None:
    raw = make_pdf([[SENTENCE]])
    with pytest.raises(ReadError, match="damaged or truncated"):
        read_pdf(raw[:60])


def test_a_broken_table_of_objects_is_rebuilt(make_pdf: Callable[..., bytes]) -> None:
    raw = make_pdf([[SENTENCE]])
    at = raw.rindex(b"startxref")
    assert read_pdf(raw[:at] + b"startxref\n7\n%%EOF\n").text == SENTENCE
