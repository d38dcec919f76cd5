"""Reports as hashed words, with the words inside quotation marks told apart."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from sayso.domain.document import Document
from sayso.text.segment import WORD, Range, paragraphs

SHINGLE_WORDS = 5
"""Shorter runs are common phrases; longer ones break on one changed word."""

MOST = 0.5
"""Share of a report's words from which on it is that wording."""

_QUOTE = re.compile(
    r"“[^“”]*(?:”|$)|«[^«»]*(?:»|$)|„[^“”„]*(?:[“”]|$)"
    r"|(?<![\w”])\"(?=\S)[^\"]*(?:\"|$)"
    r"|(?<!\w)‘(?=\S)(?:[^‘’]|’(?=\w))*’(?!\w)"
)
"""One quotation inside a paragraph; an opening mark that never closes runs to the end
of it, as newspapers quote over several paragraphs."""

_NOT_WORD = re.compile(r"[\W_]+")
_FACTOR = np.uint64(0x9E3779B97F4A7C15)
"""An odd 64-bit constant (golden ratio): powers of it stay odd, so that no word's
position is lost in the product."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one report.

    Attributes:
        hashes: one 64-bit hash a word, case folded, `[n]`.
        starts: where each word starts in the text, `[n]`.
        ends: where each word ends, `[n]`.
        quoted: whether it stands inside quotation marks, `[n]`.
    """

    hashes: NDArray[np.uint64]
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    quoted: NDArray[np.bool_]

    def shingles(self) -> NDArray[np.uint64]:
        """Return the hash of every run of five words, in order of the text."""
        count = len(self.hashes) - SHINGLE_WORDS + 1
        if count <= 0:
            return np.zeros(0, np.uint64)
        total = np.zeros(count, np.uint64)
        for offset in range(SHINGLE_WORDS):
            total *= _FACTOR
            total += self.hashes[offset : offset + count]
        return total

    def unquoted_shingles(self) -> NDArray[np.uint64]:
        """Return the distinct shingles that lie outside quotation marks."""
        every = self.shingles()
        if not len(every):
            return every
        quoted = np.concatenate([[0], np.cumsum(self.quoted)])
        inside = quoted[SHINGLE_WORDS:] - quoted[:-SHINGLE_WORDS]
        return np.unique(every[inside == 0])

    def apart_from(self, standing: NDArray[np.uint64]) -> "Wording":
        """Return the same words, those of `standing` shingles set apart like quotes.

        Unless they are most of the report: then it is what they came from.

        Args:
            standing: sorted.
        """
        every = self.shingles()
        if not len(standing) or not len(every):
            return self
        at = np.minimum(np.searchsorted(standing, every), len(standing) - 1)
        covered = np.zeros(len(self.hashes), np.bool_)
        for offset in range(SHINGLE_WORDS):
            covered[offset : offset + len(every)] |= standing[at] == every
        if covered.mean() >= MOST:
            return self
        return replace(self, quoted=self.quoted | covered)


def wording(text: str) -> Wording:
    """Return the words of `text`."""
    matches = list(WORD.finditer(text))
    starts = np.fromiter((m.start() for m in matches), np.int32, len(matches))
    ends = np.fromiter((m.end() for m in matches), np.int32, len(matches))
    hashes = np.fromiter(
        (_word_hash(m.group().casefold()) for m in matches), np.uint64, len(matches)
    )
    quoted = np.zeros(len(matches), np.bool_)
    for start, end in quotes(text):
        first, last = np.searchsorted(starts, [start, end])
        quoted[first:last] = True
    return Wording(hashes, starts, ends, quoted)


def quotes(text: str) -> Iterator[Range]:
    """Yield the ranges of `text` inside quotation marks, marks included."""
    for start, end in paragraphs(text):
        for line in re.finditer(r"[^\n]+", text[start:end]):
            for match in _QUOTE.finditer(line.group()):
                at = start + line.start()
                yield at + match.start(), at + match.end()


def same_wording_key(document: Document) -> str:
    """Return a key that two reports share when they say the same, word for word."""
    words = _NOT_WORD.sub(" ", document.text.casefold()).strip()
    return hashlib.blake2b(words.encode("utf-8"), digest_size=16).hexdigest()


@lru_cache(maxsize=1 << 18)
def _word_hash(word: str) -> int:
    digest = hashlib.blake2b(word.encode("utf-8"), digest_size=8).digest()
    return int.from_bytes(digest, "little")
