"""Write the pairs that the stance model is trained and validated on.

usage: pairs.py RUMOURS_FOLDER OUT.jsonl

Each line: claim, passage, label (0 asserts, 1 denies, 2 uncommitted, 3 unrelated),
part (fold number or `measured`), kind, headline, body. Runs where sayso is installed,
since passages are cut exactly as `sayso ask` cuts them.
"""

import json
import random
import sys
from pathlib import Path

import numpy as np
import rumours

from sayso.encode.similarity import SentenceEncoder
from sayso.link.excerpt import excerpt
from sayso.link.passages import passage_ranges

HARD, EASY = 6, 3
"""Unrelated bodies a headline: the closest by vectors from other rumours, and any."""
SEED = 20


def main(folder: str, out: str) -> None:
    """Write all pairs."""
    data = rumours.load(Path(folder))
    encoder = SentenceEncoder.load()
    ranges = {body: passage_ranges(text) for body, text in data.texts.items()}
    vectors = {
        body: encoder.embed([data.texts[body][s:e] for s, e in ranges[body]])
        for body in sorted(ranges)
    }
    chance = random.Random(SEED)
    with Path(out).open("w", encoding="utf-8") as lines:
        for headline in data.headlines("measured", *"01234"):
            claim = encoder.embed([headline])[0]
            closeness = {b: v @ claim for b, v in vectors.items()}
            part = data.part(("h", headline))
            wanted = [(b, s, "rumour") for b, s in data.related[headline].items()]
            wanted += _unrelated(data, headline, closeness, chance)
            for body, label, kind in wanted:
                row = {
                    "claim": headline,
                    "passage": excerpt(data.texts[body], ranges[body], closeness[body]),
                    "label": label,
                    "part": part,
                    "kind": kind,
                    "body": body,
                }
                lines.write(json.dumps(row, ensure_ascii=False) + "\n")


def _unrelated(
    data: rumours.Rumours,
    headline: str,
    closeness: dict[str, np.ndarray],
    chance: random.Random,
) -> list[tuple[str, int, str]]:
    part = data.part(("h", headline))
    home = data.home["h", headline]
    others = [
        body
        for body in sorted(closeness)
        if ("b", body) in data.home
        and data.home["b", body] != home
        and data.part(("b", body)) == part
        and closeness[body].size
    ]
    hard = sorted(others, key=lambda body: -closeness[body].max())[:HARD]
    easy = chance.sample(others, EASY)
    return [(b, 3, "hard") for b in hard] + [(b, 3, "easy") for b in easy]


if __name__ == "__main__":
    main(*sys.argv[1:])
