"""Fit the weights of the signs of judgement: a logistic regression.

usage: verdict.py RUMOURS_FOLDER CACHE.pickle OUT.json

The cache is the one of `benchmarks/ask/measure.py`. Prints F1 of each stance with every
tenth of the rumours left out in turn, over all pairs and over draws of headlines as the
measure draws them, then writes the weights fitted on all of them. The rumours of the
measure take no part.
"""

import collections
import hashlib
import json
import math
import pickle
import statistics
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import rumours

from sayso.domain.document import Document
from sayso.encode.similarity import SentenceEncoder
from sayso.link.index import DocumentIndex
from sayso.link.signs import hearsay
from sayso.link.verdict import PRIORS, Reading, design, features, refutes

DENIAL_WEIGHT = 2.0
"""Denials are one pair in twenty; 1.5 to 3 find about as many."""
RIDGE = 330.0
"""Strong, since rumours are few; 100 and 1000 are a point worse."""
SWAP = (1, 0, 2)
"""A refuting headline is judged by what it refutes, and the sides are swapped back."""
STEPS, RATE, MOMENTUM = 800, 0.3, 0.9
TENTHS, DRAWS = 10, 40


def fit(rows: np.ndarray, labels: np.ndarray, importance: np.ndarray) -> np.ndarray:
    """Return weights `[columns, 3]`; the first column, the constant, is free."""
    gold = np.eye(3)[labels]
    weights = np.zeros((rows.shape[1], 3))
    speed = np.zeros_like(weights)
    ridge = np.full((rows.shape[1], 1), RIDGE / len(rows))
    ridge[0] = 0.0
    for _ in range(STEPS):
        scores = rows @ weights
        scores = np.exp(scores - scores.max(1, keepdims=True))
        error = scores / scores.sum(1, keepdims=True) - gold
        slope = rows.T @ (importance[:, None] * error) / importance.sum()
        speed = MOMENTUM * speed + slope + ridge * weights
        weights -= RATE * speed
    return weights


def f1(guess: np.ndarray, gold: np.ndarray) -> list[float]:
    """Return F1 of each stance in percent."""
    both = [((guess == k).sum() + (gold == k).sum()) for k in range(3)]
    hits = [((guess == k) & (gold == k)).sum() for k in range(3)]
    return [float(200 * h / max(1, b)) for h, b in zip(hits, both, strict=True)]


@dataclass(frozen=True)
class Table:
    """Features and labels of all pairs, one row each."""

    rows: np.ndarray
    gold: np.ndarray
    homes: np.ndarray
    turned: np.ndarray
    heard: np.ndarray
    headlines: np.ndarray

    @property
    def core(self) -> np.ndarray:
        """Return the stance toward what a refuting headline refutes."""
        return np.where(self.turned, np.array(SWAP)[self.gold], self.gold)

    @property
    def scale(self) -> tuple[np.ndarray, np.ndarray]:
        """Return mean and spread of the features."""
        return self.rows.mean(0), self.rows.std(0) + 1e-6

    @property
    def columns(self) -> np.ndarray:
        """Return the columns of the regression."""
        mean, spread = self.scale
        kinds = self.turned.astype(float), self.heard.astype(float)
        return design((self.rows - mean) / spread, *kinds)

    def fit(self, chosen: np.ndarray) -> np.ndarray:
        """Return the weights fitted on the chosen rows.

        Rumours count by the square root of their pairs.
        """
        sizes = collections.Counter(self.homes.tolist())
        importance = np.array([1 / math.sqrt(sizes[home]) for home in self.homes])
        importance *= np.where(self.core == 1, DENIAL_WEIGHT, 1.0)
        return fit(self.columns[chosen], self.core[chosen], importance[chosen])

    def guess(self, weights: np.ndarray, chosen: np.ndarray) -> np.ndarray:
        """Return the stance toward the headline of the chosen rows."""
        scores = self.columns[chosen] @ weights
        scores -= np.log(np.exp(scores).sum(1, keepdims=True))
        turned = self.turned[chosen][:, None]
        scores = np.where(turned, scores[:, list(SWAP)], scores)
        return (scores + np.array(PRIORS)).argmax(1)


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
    """Return all pairs that may be trained on."""
    encoder = SentenceEncoder.load()
    rows = []
    for headline in data.headlines(*"01234"):
        vector = encoder.embed([headline])[0]
        kinds = refutes(headline), hearsay(headline)
        for body, label in data.related[headline].items():
            home = data.home["h", headline]
            pair = read_pair(vector, reports[body])
            rows.append((pair, label, home, *kinds, headline))
    return Table(*map(np.array, zip(*rows, strict=True)))


def tenths(table: Table) -> np.ndarray:
    """Deal the rumours into tenths, those with denials apart."""
    denied = set(table.homes[table.gold == 1].tolist())
    found = {}
    for flag in (True, False):
        some = [h for h in sorted(set(table.homes.tolist())) if (h in denied) == flag]
        some.sort(key=lambda home: _digest(f"0{home}"))
        found |= {home: i % TENTHS for i, home in enumerate(some)}
    return np.array([found[home] for home in table.homes])


def drawn(table: Table, draw: int) -> np.ndarray:
    """Return the pairs of headlines drawn as the measure does: half are denied."""
    places = collections.defaultdict(list)
    for place, headline in enumerate(table.headlines.tolist()):
        places[headline].append(place)
    order = [h for h, rows in places.items() if len(rows) >= 3]
    order.sort(key=lambda headline: _digest(f"{draw}{headline}"))
    denied = [h for h in order if 1 in table.gold[places[h]]]
    others = [h for h in order if h not in set(denied)]
    wanted = rumours.MEASURED_HEADLINES
    chosen = (denied[: wanted // 2] + others)[:wanted]
    return np.concatenate([places[headline] for headline in chosen])


def report(guess: np.ndarray, table: Table) -> None:
    """Print F1 over all pairs and over draws of the measure."""
    scores = f1(guess, table.gold)
    print("all pairs", [round(x, 1) for x in scores], "(asserts, denies, uncommitted)")
    draws = [drawn(table, number) for number in range(DRAWS)]
    each = np.array([f1(guess[rows], table.gold[rows]) for rows in draws])
    mean = each.mean(0)
    print(
        "as measured", [round(float(x), 1) for x in mean], round(float(mean.mean()), 1)
    )
    spread = statistics.stdev(each[:, 1].tolist())
    print(f"denies of one draw: spread {spread:.1f}")


def _digest(text: str) -> str:
    return hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest()


def main(folder: str, cache: str, out: str) -> None:
    """Validate by tenths, fit on all, write."""
    data = rumours.load(Path(folder))
    reports = pickle.loads(Path(cache).read_bytes())  # noqa: S301 - our own file
    table = collect(data, reports)
    part = tenths(table)
    guess = np.zeros(len(part), int)
    for number in range(TENTHS):
        held = part == number
        guess[held] = table.guess(table.fit(~held), held)
    report(guess, table)
    mean, spread = table.scale
    weights = table.fit(np.ones(len(part), bool))
    made = {"mean": mean, "spread": spread, "weights": weights}
    rounded = {key: np.round(value, 4).tolist() for key, value in made.items()}
    Path(out).write_text(json.dumps(rounded) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
