"""The rumours of FNC-1, split so that no rumour stands on two sides.

A rumour is a connected component of headlines and the bodies related to them. The
rumours behind the headlines that the development measure samples are left out
whole; of the rest every fifth is for validation, those with denials counted apart.
"""

import collections
import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

STANCES = {"agree": 0, "disagree": 1, "discuss": 2}
MEASURED_HEADLINES = 40
FOLDS = 5


@dataclass(frozen=True)
class Rumours:
    """Texts, relations and the split.

    Attributes:
        texts: body id to text.
        related: headline to body id to stance (0 asserts, 1 denies, 2 uncommitted).
        home: headline or body id to the number of its rumour.
        split: rumour to `measured` or the number of its fold.
    """

    texts: dict[str, str]
    related: dict[str, dict[str, int]]
    home: dict[tuple[str, str], int]
    split: dict[int, str]

    def headlines(self, *parts: str) -> list[str]:
        """Return the headlines of these parts, in a stable order."""
        return sorted(h for h in self.related if self.part(("h", h)) in parts)

    def part(self, key: tuple[str, str]) -> str:
        """Return the part that a `("h", headline)` or `("b", body)` belongs to."""
        return self.split[self.home[key]]


def load(folder: Path) -> Rumours:
    """Read the corpus and split it."""
    texts = {row["body"]: row["text"] for row in _rows(folder / "bodies.jsonl")}
    related: dict[str, dict[str, int]] = collections.defaultdict(dict)
    for row in _rows(folder / "stances.jsonl"):
        if row["stance"] in STANCES:
            related[row["headline"]][row["body"]] = STANCES[row["stance"]]
    home = _components(related)
    measured = {home["h", h] for h in measured_headlines(related)}
    split = dict.fromkeys(measured, "measured")
    for denied in (True, False):
        rest = sorted(
            (
                number
                for number in set(home.values()) - measured
                if _denied(number, related, home) == denied
            ),
            key=lambda number: _digest(str(number)),
        )
        split |= {number: str(i % FOLDS) for i, number in enumerate(rest)}
    return Rumours(texts, dict(related), home, split)


def measured_headlines(related: dict[str, dict[str, int]]) -> list[str]:
    """Return the headlines that the development measure samples."""
    order = sorted((h for h in related if len(related[h]) >= 3), key=_digest)
    denied = [h for h in order if STANCES["disagree"] in related[h].values()]
    others = [h for h in order if h not in set(denied)]
    return (denied[: MEASURED_HEADLINES // 2] + others)[:MEASURED_HEADLINES]


def _digest(text: str) -> str:
    return hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest()


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def _denied(
    number: int,
    related: dict[str, dict[str, int]],
    home: dict[tuple[str, str], int],
) -> bool:
    return any(
        STANCES["disagree"] in bodies.values()
        for headline, bodies in related.items()
        if home["h", headline] == number
    )


def _components(
    related: dict[str, dict[str, int]],
) -> dict[tuple[str, str], int]:
    """Number the connected components of headlines and bodies."""
    parent: dict[tuple[str, str], tuple[str, str]] = {}

    def root(key: tuple[str, str]) -> tuple[str, str]:
        while parent.setdefault(key, key) != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    for headline, bodies in related.items():
        for body in bodies:
            parent[root(("h", headline))] = root(("b", body))
    roots = sorted({root(key) for key in list(parent)})
    number = {key: i for i, key in enumerate(roots)}
    return {key: number[root(key)] for key in list(parent)}
