"""Words as search terms: folded, light-stemmed, hashed."""

import unicodedata
import zlib
from collections import Counter

import numpy as np
from numpy.typing import NDArray

from sayso.lexicon.loader import load_toml
from sayso.text.segment import WORD

_STOP_WORDS: frozenset[str] = frozenset(load_toml("search")["stop_words"])


def terms(text: str) -> list[str]:
    """Return the search terms of `text` in order, stop words left out."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    found = (stem(match.group()) for match in WORD.finditer(plain))
    return [term for term in found if term and term not in _STOP_WORDS]


def stem(word: str) -> str:
    """Strip possessives and plain plurals: `bounties` and `bounty` are one term."""
    word = word.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    word = word.removesuffix("'s").rstrip("'.").replace(".", "")
    if len(word) > 4 and word.endswith("ies"):  # noqa: PLR2004 - keeps `ties`
        return f"{word[:-3]}y"
    if len(word) > 3 and word.endswith("s") and word[-2] not in "su":  # noqa: PLR2004 - keeps `gas`, `press`, `virus`
        return word[:-1]
    return word


def term_id(term: str) -> int:
    """Return a 32-bit number that is the same in every run, unlike `hash`."""
    return zlib.crc32(term.encode("utf-8"))


def count_terms(text: str) -> tuple[NDArray[np.uint32], NDArray[np.uint16]]:
    """Return the ids of the terms of `text`, ascending, and how often each occurs."""
    counts = Counter(term_id(term) for term in terms(text))
    ids = np.array(sorted(counts), np.uint32)
    top = np.iinfo(np.uint16).max
    return ids, np.array([min(top, counts[int(i)]) for i in ids], np.uint16)
