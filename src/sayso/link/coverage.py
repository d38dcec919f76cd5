"""How much of what a claim is about a statement is about too, word by word.

Sentence vectors are drawn by the players: everything Russia does with the Taliban is
close to everything else it does with them. What tells two claims about the same
players apart are the few words that their reports do not repeat in every sentence.
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from sayso.lexicon.loader import load_toml
from sayso.link.corpus import Embeds
from sayso.link.discover_units import matter
from sayso.link.terms import terms

ALIKE, SAME = 0.35, 0.75
"""Cosine of two words from which they begin to count as the same matter (`weapons`,
`explosives`), and from which they are taken for one (`weapons`, `arms`)."""
LEAST = 0.15
"""Weight of a word that stands in every sentence: the players still count a little."""


_CONTAINERS: frozenset[str] = frozenset(load_toml("search")["containers"])
_Row: TypeAlias = NDArray[np.float32]
"""How like one word is to each word of the claim."""


class Telling:
    """How telling each word is inside one report."""

    def __init__(self, sentences: Sequence[str]) -> None:
        """Count in how many sentences each word stands."""
        self._counts = Counter(w for s in sentences for w in set(matter(s)))
        self._total = len(sentences) + 2
        self._scale = math.log(self._total)

    def weight(self, word: str) -> float:
        """Return about 1 for a word that stands once, little for the players."""
        most = max((self._counts[stem] for stem in matter(word)), default=0)
        return max(LEAST, math.log(self._total / (1 + most)) / self._scale)


class Coverage:
    """Compares statements with the words of one claim."""

    def __init__(self, claim: str, embeds: Embeds) -> None:
        """Prepare to compare statements with `claim`."""
        self._embeds = embeds
        self._words = _plain(claim)
        self._vectors = embeds.embed(self._words)
        self._seen: dict[str, _Row] = {}

    def learn(self, texts: Iterable[str]) -> None:
        """Compare the words of these texts with those of the claim, once each."""
        new = sorted({w for text in texts for w in _plain(text)} - self._seen.keys())
        if new and self._words:
            alike = self._embeds.embed(new) @ self._vectors.T
            near = np.clip((alike - ALIKE) / (SAME - ALIKE), 0.0, 1.0)
            for word, row in zip(new, near, strict=True):
                row[[_kin(word, own) for own in self._words]] = 1.0
                self._seen[word] = row

    def share(self, text: str, telling: Telling) -> float:
        """Return how much of the claim the text has, 0 to 1, by telling words."""
        rows = [self._seen[w] for w in _plain(text) if w in self._seen]
        if not rows:
            return 0.0
        weights = np.array([telling.weight(word) for word in self._words])
        return float(np.max(rows, axis=0) @ weights / weights.sum())

    def beyond(self, text: str, telling: Telling) -> float:
        """Return how much of the claim the text has beside its players, 0 to 1.

        0 for all that is said of Russia and the Taliban, where the claim is that they
        had talks, unless it is about talks, or about meetings.
        """
        rows = [self._seen[w] for w in _plain(text) if w in self._seen]
        weights = np.array([telling.weight(word) - LEAST for word in self._words])
        if not rows or not weights.sum():
            return 0.0
        return float(np.max(rows, axis=0) @ weights / weights.sum())

    def echo(self, content: str, telling: Telling) -> float:
        """Return how much of the content the claim has: 1 for `the programme exists`.

        A denial may name no more of the claim than its head, and nothing else.
        """
        words = [w for w in _plain(content) if w in self._seen]
        words = [w for w in words if w not in _CONTAINERS] or words
        weights = [telling.weight(word) for word in words]
        shared = [float(self._seen[word].max()) for word in words]
        both = sum(w * s for w, s in zip(weights, shared, strict=True))
        return both / sum(weights) if weights else 0.0


def _plain(text: str) -> list[str]:
    return sorted({term for term in terms(text) if matter(term)})


def _kin(word: str, other: str) -> bool:
    """Tell whether two words have one stem: `supply` and `supplied`."""
    return word == other or matter(word) == matter(other)
