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
from pathlib import Path

import numpy as np
import rumours

from sayso.encode.similarity import SentenceEncoder
from sayso.link.verdict import Reading, features

DENIAL_WEIGHT = 2.0
"""Denials are one pair in twenty; 1 finds fewer, 3 gains nothing more."""
RIDGE = 10.0
STEPS, RATE, MOMENTUM = 400, 0.3, 0.9
FOLDS = "01234"


def fit(rows: np.ndarray, labels: np.ndarray, importance: np.ndarray) -> np.ndarray:
    """Return weights `[1 + features, 3]`."""
    rows = np.column_stack((np.ones(len(rows)), rows))
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


def main(folder: str, cache: str, out: str) -> None:
    """Validate by fold, fit on all, write."""
    data = rumours.load(Path(folder))
    reports = pickle.loads(Path(cache).read_bytes())  # noqa: S301 - our own file
    encoder = SentenceEncoder.load()
    rows, labels, parts, homes = [], [], [], []
    for headline in data.headlines(*FOLDS):
        vector = encoder.embed([headline])[0]
        for body, label in data.related[headline].items():
            report, said, index = reports[body]
            near = index.contents.astype(np.float32) @ vector
            reading = Reading(
                text=report.text,
                ranges=[(int(s), int(e)) for s, e in index.ranges],
                similarities=index.vectors.astype(np.float32) @ vector,
                attributions=said,
                contents=dict(zip(index.attributions, near.tolist(), strict=True)),
            )
            rows.append(features(headline, reading))
            labels.append(label)
            parts.append(data.part(("h", headline)))
            homes.append(data.home["h", headline])
    table, gold, part = np.array(rows), np.array(labels), np.array(parts)
    mean, spread = table.mean(0), table.std(0) + 1e-6
    table = (table - mean) / spread
    sizes = collections.Counter(homes)
    importance = np.array([1 / math.sqrt(sizes[home]) for home in homes])
    importance = importance * np.where(gold == 1, DENIAL_WEIGHT, 1.0)
    guess = np.zeros(len(gold), int)
    for fold in FOLDS:
        held = part == fold
        weights = fit(table[~held], gold[~held], importance[~held])
        guess[held] = (table[held] @ weights[1:] + weights[0]).argmax(1)
        print(fold, f1(guess[held], gold[held]))
    print("all", f1(guess, gold), "(asserts, denies, uncommitted)")
    weights = fit(table, gold, importance)
    made = {"mean": mean, "spread": spread, "weights": weights}
    rounded = {key: np.round(value, 4).tolist() for key, value in made.items()}
    Path(out).write_text(json.dumps(rounded) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
