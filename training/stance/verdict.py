"""Fit the weights of the words of judgement: a logistic regression.

usage: verdict.py RUMOURS_FOLDER CACHE.pickle OUT.json

The cache is the one of `benchmarks/ask/measure.py`. Prints F1 of each stance with every
fold left out in turn, then writes the weights fitted on all of them. The rumours of
the measure take no part.
"""

import collections
import json
import math
import pickle
import sys
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import rumours

from sayso.domain.document import Document
from sayso.encode.similarity import SentenceEncoder
from sayso.link.index import DocumentIndex
from sayso.link.verdict import Reading, design, features, refutes

DENIAL_WEIGHT = 3.0
"""Denials are one pair in twenty; 1 finds fewer."""
RIDGE = 300.0
"""Strong, so that refuting headlines share the weights of the others; 10 to 100 find
fewer denials in rumours left out."""
SWAP = (1, 0, 2)
"""A refuting headline is judged by what it refutes, and the sides are swapped back."""
STEPS, RATE, MOMENTUM = 400, 0.3, 0.9
FOLDS = "01234"


def fit(rows: np.ndarray, labels: np.ndarray, importance: np.ndarray) -> np.ndarray:
    """Return weights `[columns, 3]`."""
    gold = np.eye(3)[labels]
    weights = np.zeros((rows.shape[1], 3))
    speed = np.zeros_like(weights)
    for _ in range(STEPS):
        scores = rows @ weights
        scores = np.exp(scores - scores.max(1, keepdims=True))
        error = scores / scores.sum(1, keepdims=True) - gold
        slope = rows.T @ (importance[:, None] * error) / importance.sum()
        speed = MOMENTUM * speed + slope + RIDGE * weights / len(rows)
        weights -= RATE * speed
    return weights


def f1(guess: np.ndarray, gold: np.ndarray) -> list[float]:
    """Return F1 of each stance in percent."""
    both = [((guess == k).sum() + (gold == k).sum()) for k in range(3)]
    hits = [((guess == k) & (gold == k)).sum() for k in range(3)]
    return [
        round(float(200 * h / max(1, b)), 1) for h, b in zip(hits, both, strict=True)
    ]


@dataclass(frozen=True)
class Table:
    """Features and labels of all pairs, one row each."""

    rows: np.ndarray
    gold: np.ndarray
    folds: np.ndarray
    turned: np.ndarray
    importance: np.ndarray

    @property
    def core(self) -> np.ndarray:
        """Return the stance toward what a refuting headline refutes."""
        return np.where(self.turned, np.array(SWAP)[self.gold], self.gold)

    def fit(self, chosen: np.ndarray) -> np.ndarray:
        """Return the weights fitted on the chosen rows."""
        importance = self.importance * np.where(self.core == 1, DENIAL_WEIGHT, 1.0)
        return fit(self.rows[chosen], self.core[chosen], importance[chosen])

    def guess(self, weights: np.ndarray) -> np.ndarray:
        """Return the stance toward the headline of every row."""
        core = (self.rows @ weights).argmax(1)
        return np.where(self.turned, np.array(SWAP)[core], core)


def read_pair(
    vector: np.ndarray, analysed: tuple[Document, list, DocumentIndex]
) -> np.ndarray:
    """Return the features of one pair."""
    report, said, index = analysed
    near = index.contents.astype(np.float32) @ vector
    return features(
        Reading(
            text=report.text,
            ranges=[(int(s), int(e)) for s, e in index.ranges],
            similarities=index.vectors.astype(np.float32) @ vector,
            attributions=said,
            contents=dict(zip(index.attributions, near.tolist(), strict=True)),
        ),
    )


def collect(data: rumours.Rumours, reports: dict) -> Table:
    """Return all pairs that may be trained on; rumours count by their square root."""
    encoder = SentenceEncoder.load()
    rows, gold, folds, turned, homes = [], [], [], [], []
    for headline in data.headlines(*FOLDS):
        vector = encoder.embed([headline])[0]
        for body, label in data.related[headline].items():
            rows.append(read_pair(vector, reports[body]))
            gold.append(label)
            folds.append(data.part(("h", headline)))
            turned.append(refutes(headline))
            homes.append(data.home["h", headline])
    sizes = collections.Counter(homes)
    importance = np.array([1 / math.sqrt(sizes[home]) for home in homes])
    return Table(*map(np.array, (rows, gold, folds, turned, importance)))


def main(folder: str, cache: str, out: str) -> None:
    """Validate by fold, fit on all, write."""
    data = rumours.load(Path(folder))
    reports = pickle.loads(Path(cache).read_bytes())  # noqa: S301 - our own file
    table = collect(data, reports)
    mean, spread = table.rows.mean(0), table.rows.std(0) + 1e-6
    columns = design((table.rows - mean) / spread, table.turned.astype(float))
    table = replace(table, rows=columns)
    guess = np.zeros(len(table.gold), int)
    for fold in FOLDS:
        held = table.folds == fold
        guess[held] = table.guess(table.fit(~held))[held]
        print(fold, f1(guess[held], table.gold[held]))
    print("all", f1(guess, table.gold), "(asserts, denies, uncommitted)")
    weights = table.fit(np.ones(len(guess), bool))
    made = {"mean": mean, "spread": spread, "weights": weights}
    rounded = {key: np.round(value, 4).tolist() for key, value in made.items()}
    Path(out).write_text(json.dumps(rounded) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
