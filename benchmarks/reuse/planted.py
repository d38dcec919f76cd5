"""Synthetic reports with known reuse: what a finder of copies is measured on.

Words are drawn from an invented vocabulary with the frequencies of a natural one
(Zipf), so that nothing of anybody's text is needed. Each report is its own draw of 150
to 400 words; some then take from an earlier one in a known way, and some carry the
same boilerplate, which is no reuse.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

KINDS = ("verbatim", "truncated", "passage", "reworded")
SHARE = 0.05
"""Of all reports, how many take from another in each of the four ways."""
BOILERPLATE = 0.4
"""Of all reports, how many end in one of the boilerplate paragraphs."""
PARAGRAPHS, PARAGRAPH_WORDS = 20, 70
VOCABULARY = 40_000
CONSONANTS, VOWELS = "bcdfghjklmnprstvz", "aeiou"


@dataclass(frozen=True, slots=True)
class Planted:
    """Texts, and of each pair of indices that share wording, in which way."""

    texts: list[str]
    pairs: dict[tuple[int, int], str]


def plant(number: int, seed: int = 0) -> Planted:
    """Return `number` reports with reuse of every kind planted among them.

    - verbatim: the whole text, two words in a hundred changed
    - truncated: its first 40 to 70 %
    - passage: 50 to 110 words in a row, inside own text
    - reworded: the whole text, three words in ten changed
    """
    rng = np.random.default_rng(seed)
    words = _vocabulary(rng)
    chances = 1 / np.arange(3, VOCABULARY + 3)
    chances /= chances.sum()

    def draw(count: int) -> list[str]:
        return words[rng.choice(VOCABULARY, count, p=chances)].tolist()

    bodies = [draw(int(rng.integers(150, 401))) for _ in range(number)]
    # Only reports that take nothing are taken from: each pair is then one on its own.
    order = rng.permutation(number)
    takers, givers = np.split(order, [int(number * SHARE) * len(KINDS)])
    pairs: dict[tuple[int, int], str] = {}
    for place, taker in enumerate(takers.tolist()):
        kind = KINDS[place % len(KINDS)]
        giver = int(givers[place % len(givers)])
        bodies[taker] = _taken(kind, bodies[giver], bodies[taker], draw, rng)
        pairs[min(taker, giver), max(taker, giver)] = kind
    standing = [draw(PARAGRAPH_WORDS) for _ in range(PARAGRAPHS)]
    texts = []
    for body in bodies:
        text = _sentences(body, rng)
        if rng.random() < BOILERPLATE:
            closing = standing[int(rng.integers(PARAGRAPHS))]
            text += "\n\n" + _sentences(closing, np.random.default_rng(1))
        texts.append(text)
    return Planted(texts, pairs)


def _taken(
    kind: str,
    giver: list[str],
    own: list[str],
    draw: Callable[[int], list[str]],
    rng: np.random.Generator,
) -> list[str]:
    if kind == "truncated":
        return giver[: int(len(giver) * rng.uniform(0.4, 0.7))]
    if kind == "passage":
        length = int(rng.integers(50, 111))
        start = int(rng.integers(0, len(giver) - length + 1))
        at = int(rng.integers(0, len(own)))
        return own[:at] + giver[start : start + length] + own[at:]
    changed = rng.random(len(giver)) < (0.02 if kind == "verbatim" else 0.3)
    fresh = draw(len(giver))
    return [f if c else g for g, f, c in zip(giver, fresh, changed, strict=True)]


def _vocabulary(rng: np.random.Generator) -> np.ndarray:
    found: dict[str, None] = {}
    while len(found) < VOCABULARY:
        syllables = int(rng.integers(1, 5))
        word = "".join(
            CONSONANTS[rng.integers(len(CONSONANTS))] + VOWELS[rng.integers(5)]
            for _ in range(syllables)
        )
        found[word] = None
    return np.array(sorted(found, key=len))


def _sentences(words: list[str], rng: np.random.Generator) -> str:
    found, at = [], 0
    while at < len(words):
        length = int(rng.integers(8, 29))
        found.append(" ".join(words[at : at + length]).capitalize() + ".")
        at += length
    return " ".join(found)
