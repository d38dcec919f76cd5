# ruff: noqa: RUF001 - letters of other alphabets are what is tested
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import ReadError
from sayso.read.charset import decode

TEXTS = {
    "fr": "Le préfet a démenti mardi l’arrestation. « Rien n’a été saisi », dit-il.",
    "pl": "Rzecznik zaprzeczył, że zajęto łodzie. „Nic nie znaleźliśmy”, żalił się.",
    "cs": "Mluvčí popřel, že lodě zabavila policie, a řekl, že šlo o žert přátel.",
    "tr": "Sözcü, teknelere el konulduğunu yalanladı ve hiçbir şey bulmadık dedi.",
    "ru": "Представитель порта опроверг сообщения об изъятии двух рыбацких лодок.",
    "el": "Ο εκπρόσωπος διέψευσε ότι κατασχέθηκαν δύο βάρκες στο λιμάνι.",
    "ar": "نفى المتحدث باسم الميناء مصادرة قاربين وقال إن الأوراق مزورة منذ شهر.",
    "zh": "港口发言人否认扣押了两艘渔船,并表示有关文件是伪造的,他们没有发现任何东西。",
}


@pytest.mark.parametrize(
    ("language", "encoding"),
    [
        ("fr", "utf-8"),
        ("fr", "utf-8-sig"),
        ("fr", "utf-16"),
        ("fr", "utf-16-le"),
        ("fr", "utf-16-be"),
        ("fr", "utf-32"),
        ("fr", "cp1252"),
        ("fr", "mac-roman"),
        ("pl", "cp1250"),
        ("cs", "cp1250"),
        ("tr", "cp1254"),
        ("ru", "cp1251"),
        ("ru", "koi8-r"),
        ("ru", "utf-16-le"),
        ("el", "cp1253"),
        ("ar", "cp1256"),
        ("ar", "utf-16-le"),
        ("zh", "gb18030"),
    ],
)
def test_text_comes_back_whatever_the_encoding(language: str, encoding: str) -> None:
    text = TEXTS[language]
    assert decode(text.encode(encoding)) == text


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])))
def test_utf8_is_never_changed(text: str) -> None:
    if "\ufffd" not in text and not text.startswith("\ufeff"):
        assert decode(text.encode("utf-8")) == text


def test_line_ends_and_blanks_stay_as_stored() -> None:
    text = " \r\n One\r\nTwo\rThree\n\n\ttab\u00a0\u2028 end \r\n"
    assert decode(text.encode()) == text


def test_only_the_first_byte_order_mark_goes() -> None:
    assert decode(b"\xef\xbb\xbf\xef\xbb\xbfab") == "\ufeffab"


def test_valid_utf8_goes_before_a_wrong_declaration() -> None:
    assert decode("Zoë".encode(), declared="cp1252") == "Zoë"


def test_a_declaration_goes_before_a_guess() -> None:
    raw = "лодки".encode("koi8-r")
    assert decode(raw, declared="koi8-r") == "лодки"
    assert decode("naïve café".encode("cp1252"), declared="nonsense") == "naïve café"


def test_utf8_cut_inside_a_character_keeps_the_rest() -> None:
    raw = ("Müller und Söhne. " * 20 + "ü").encode()[:-1]
    assert decode(raw) == "Müller und Söhne. " * 20 + "\ufffd"


def test_a_stray_legacy_byte_in_utf8_costs_one_character() -> None:
    raw = ("Größe über Öl. " * 50).encode() + b"caf\xe9."
    assert decode(raw).endswith("caf\ufffd.")


def test_the_first_odd_byte_may_come_late() -> None:
    text = "plain words here. " * 10_000 + "café à la crème"
    assert decode(text.encode("cp1252")) == text


@pytest.mark.parametrize(
    "raw",
    [
        bytes(range(256)) * 8,
        b"\x00\x01\x02\x03" * 100,
        b"text\x00\x00with\x00zeros" * 9,
    ],
)
def test_bytes_that_are_no_text_are_refused(raw: bytes) -> None:
    with pytest.raises(ReadError):
        decode(raw)
