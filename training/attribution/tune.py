"""Choose the decoding constants on the development part, one after the other.

    python training/attribution/tune.py --corpus CORPORA/attribution \
        --scorer SCORE/attribution.py MODEL.onnx OUT.json

The goal is the sum of what the project promises: content50+source, the relaxed triple
and exact segments. Scores are computed once; only the decoding is repeated.
"""

import argparse
import json
from dataclasses import asdict, replace
from pathlib import Path

from evaluate import load_scorer, score, summary

from sayso.encode.decode import DecodeSettings
from sayso.encode.roles import RoleEncoder
from sayso.encode.session import open_session
from sayso.encode.windows import MARGIN

GRID = {
    "content_floor": [-0.5, 0.0, 0.5, 1.0, 1.5],
    "source_floor": [-5.0, -4.0, -3.0, -2.0, -1.0],
    "cue_price": [0.0, 0.5, 1.0, 1.5, 2.0],
    "content_price": [0.0, 0.5, 1.0, 1.5],
    "source_price": [0.0, 0.5, 1.0, 1.5],
    "stretch_bias": [-1.5, -1.0, -0.5, 0.0],
    "stretch_price": [0.5, 1.0, 2.0],
}
COUNTED = ("content50+source", "triple.relaxed")
EXACT = ("segment.cue", "segment.source", "segment.content")


class Remembering:
    """A session that computes each batch once."""

    def __init__(self, path: Path) -> None:
        self.session, self.known = open_session(path), {}

    def run(self, _names: None, feed: dict) -> list:
        """Return the outputs, from memory where possible."""
        key = feed["ids"].tobytes()
        if key not in self.known:
            self.known[key] = self.session.run(None, feed)
        return self.known[key]


def main() -> None:
    """Search, print, write."""
    p = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    p.add_argument("--corpus", type=Path, required=True)
    p.add_argument("--scorer", type=Path, required=True)
    p.add_argument("model", type=Path)
    p.add_argument("target", type=Path)
    args = p.parse_args()
    with (args.corpus / "dev.jsonl").open(encoding="utf-8") as lines:
        documents = [json.loads(line) for line in lines]
    scorer, session = load_scorer(args.scorer), Remembering(args.model)

    def goal(settings: DecodeSettings) -> float:
        figures = score(RoleEncoder(session, settings), documents, scorer)
        return sum(figures[k]["F1"] for k in COUNTED) + sum(
            figures[k]["F1"] / 3 for k in EXACT
        )

    best = DecodeSettings()
    for name, values in GRID.items():
        tried = {value: goal(replace(best, **{name: value})) for value in values}
        best = replace(best, **{name: max(tried, key=lambda v: tried[v])})
        print(name, {k: round(v, 2) for k, v in tried.items()}, flush=True)
    print(summary(score(RoleEncoder(session, best), documents, scorer)))
    args.target.write_text(json.dumps({**asdict(best), "margin": MARGIN}) + "\n")


if __name__ == "__main__":
    main()
