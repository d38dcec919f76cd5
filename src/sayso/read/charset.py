"""Turn bytes into text without changing a character.

Line ends, blanks and odd characters stay as stored, because every offset of a case
points into this text. Only a byte order mark is not part of it.
"""

import codecs
import re

from sayso.errors import ReadError
from sayso.lexicon.loader import load_toml
from sayso.read.media import not_text

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""UTF-32 before UTF-16: the little-endian mark of the one begins with the other's."""

_SAMPLE = 65_536
"""Bytes on which a legacy encoding is guessed: more does not change the guess."""

_ZERO_SHARE = 0.02
"""In UTF-16 without a mark every blank, digit and Latin letter leaves a zero, always
in the same half of its bytes: over this share in any language that writes blanks."""

_ASCII_END = 0x80
_JAPANESE_SHIFTS = (b"\x1b$B", b"\x1b$@")
"""How ISO-2022-JP, all of whose bytes are ASCII, turns to kanji."""

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_CONTROL_SHARE = 0.002
"""More control characters than this and it is no text: word processors of old left a
stray one in thousands, compressed or compiled bytes hold several in a hundred."""

_BROKEN_SHARE = 0.01
"""UTF-8 with up to one broken sequence in a hundred multi-byte ones or in a thousand
characters was UTF-8 that got cut or spliced; beyond that it was never UTF-8."""

_LATIN_HIGH_SHARE = 0.3
"""Accented letters reach some 15% of a text in Latin script, more only in a line or
two; letters beyond ASCII are nearly all of one in another script."""

_STRAY_SHARE = 0.05
"""Share of letters from outside its alphabet that a text in one language may hold,
mostly foreign names."""


def decode(raw: bytes, *, declared: str | None = None) -> str:
    """Return the text of `raw`, byte order mark removed.

    A byte order mark decides; then UTF-8 if the bytes are valid; then what the file
    declares; then a guess. Valid UTF-8 goes before a declaration because other
    encodings practically never pass for it, while declarations are often wrong.

    Args:
        raw: the bytes of a text file.
        declared: encoding that the file itself or its mail part names.

    Raises:
        ReadError: the bytes are no text, or in no encoding that can be told.
    """
    for mark, marked in _MARKS:
        if raw.startswith(mark):
            return _checked(raw[len(mark) :].decode(marked, "replace"))
    wide = _wide(raw)
    if wide:
        return _checked(raw.decode(wide, "replace"))
    for encoding in (_shifted(raw), "utf-8", declared):
        text = _strict(raw, encoding) if encoding else None
        if text is not None:
            return _checked(text)
    return _checked(_mended_utf8(raw) or _guessed(raw))


def _strict(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except (LookupError, ValueError):
        return None


def _shifted(raw: bytes) -> str | None:
    sample = raw[:_SAMPLE]
    return "iso2022_jp" if any(s in sample for s in _JAPANESE_SHIFTS) else None


def _wide(raw: bytes) -> str | None:
    """Recognise UTF-16 without a mark by where its zero bytes stand."""
    sample = raw[:_SAMPLE]
    even, odd = sample[0::2], sample[1::2]
    if not even.count(0) and odd.count(0) > _ZERO_SHARE * len(odd):
        return "utf-16-le"
    if not odd.count(0) and even.count(0) > _ZERO_SHARE * len(even):
        return "utf-16-be"
    return None


def _mended_utf8(raw: bytes) -> str | None:
    """Decode UTF-8 that was cut or spliced, broken sequences as U+FFFD."""
    text = raw.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    beyond_ascii = sum(1 for char in text[:_SAMPLE] if char > "\x7f") - broken
    if beyond_ascii > 0 and broken <= max(1, _BROKEN_SHARE * beyond_ascii):
        return text
    return None


def _guessed(raw: bytes) -> str:
    first = next(at for at, byte in enumerate(raw) if byte >= _ASCII_END)
    start = max(0, first - _SAMPLE // 2)
    sample = raw[start : start + _SAMPLE]
    # No encoding has a blank or line end inside a character.
    cut = max(sample.rfind(b"\n"), sample.rfind(b" "))
    sample = sample[:cut] if cut > first - start else sample
    if b"\x00" in sample:
        raise not_text()
    encoding = _by_alphabet(sample) or _best_match(sample)
    if encoding is None:
        reason = "its character encoding cannot be told"
        raise ReadError(reason, "save it as UTF-8 and add it again")
    return raw.decode(encoding, "replace")


def _by_alphabet(sample: bytes) -> str | None:
    """Return the encoding under which a Latin-script sample uses a real alphabet.

    General guessers go wrong on a page of Polish or Turkish; letters decide surely.
    """
    high = sum(1 for byte in sample if byte >= _ASCII_END)
    if high > _LATIN_HIGH_SHARE * len(sample):
        return None
    lexicon = load_toml("alphabets")
    best, best_strays = None, _STRAY_SHARE
    for encoding, languages in lexicon["encodings"].items():
        text = _strict(sample, encoding)
        if text is None:
            continue
        beyond = [char for char in text if char > "\x7f"]
        for language in languages:
            known = set(lexicon["languages"][language])
            known |= {char.upper() for char in known} | set(lexicon["symbols"])
            strays = sum(char not in known for char in beyond) / len(beyond)
            if strays < best_strays:
                best, best_strays = encoding, strays
    return best


def _best_match(sample: bytes) -> str | None:
    # Loaded only here: UTF-8 files, nearly all of them, never need it.
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return best.encoding if best else None


def _checked(text: str) -> str:
    """Return `text` unless control characters show that it is none."""
    sample = text[:_SAMPLE]
    if len(_CONTROL.findall(sample)) > _CONTROL_SHARE * len(sample):
        raise not_text()
    if text.count("\ufffd") > max(1, _BROKEN_SHARE * len(text)):
        reason = "too much of it is in a broken encoding"
        raise ReadError(reason, "save it as UTF-8 and add it again")
    return text
