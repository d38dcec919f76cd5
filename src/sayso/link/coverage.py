"""How much of what a claim is about a statement is about too, word by word.

Sentence vectors are drawn by the players: everything Russia does with the Taliban is
close to everything else it does with them. What tells two claims about the same
players apart are the few words that their reports do not repeat in every sentence.
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.link.corpus import Embeds
from sayso.link.discover_units import matter
from sayso.link.terms import terms

ALIKE, SAME = 0.35, 0.75
"""Cosine of two words from which they begin to count as the same matter (`weapons`,
`explosives`), and from which they are taken for one (`weapons`, `arms`)."""
LEAST = 0.15
"""Weight of a word that stands in every sentence: the players still count a little."""


class Coverage:
    """Scores statements against the words of one claim."""

    def __init__(self, claim: str, embeds: Embeds) -> None:
        """Prepare to score statements against `claim`."""
        self._embeds = embeds
        self._words = _plain(claim)
        self._vectors = embeds.embed(self._words)
        self._seen: dict[str, NDArray[np.float32]] = {}

    def learn(self, texts: Iterable[str]) -> None:
        """Compare the words of these texts with those of the claim, once each."""
        new = sorted({w for text in texts for w in _plain(text)} - self._seen.keys())
        if new and self._words:
            alike = self._embeds.embed(new) @ self._vectors.T
            near = np.clip((alike - ALIKE) / (SAME - ALIKE), 0.0, 1.0)
            for word, row in zip(new, near, strict=True):
                row[[_kin(word, own) for own in self._words]] = 1.0
                self._seen[word] = row

    def weights(self, sentences: Sequence[str]) -> NDArray[np.float64]:
        """Return how telling each word of the claim is inside one report, `[w]`."""
        counts = Counter(w for s in sentences for w in set(matter(s)))
        total = len(sentences) + 2
        scale = math.log(total)
        rare = [
            math.log(total / (1 + max((counts[m] for m in matter(w)), default=0)))
            for w in self._words
        ]
        return np.array([max(LEAST, value / scale) for value in rare])

    def score(self, text: str, weights: NDArray[np.float64]) -> float:
        """Return the weighted share of the claim's words that `text` has, 0 to 1."""
        rows = [self._seen[w] for w in _plain(text) if w in self._seen]
        if not rows or not weights.sum():
            return 0.0
        best = np.max(rows, axis=0)
        return float(best @ weights / weights.sum())


def _plain(text: str) -> list[str]:
    return sorted({term for term in terms(text) if matter(term)})


def _kin(word: str, other: str) -> bool:
    """Tell whether two words have one stem: `supply` and `supplied`."""
    return word == other or matter(word) == matter(other)
