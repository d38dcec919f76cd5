"""Measure commitment on gold spans, without the encoder.

usage: commitment_on_gold.py ATTRIBUTIONS.jsonl STANCES.jsonl [...more pairs] [--errors]

ATTRIBUTIONS has one text a line with its attributions (cue, source, content as
[start, end) ranges); STANCES one label a line (`id` is doc_id#attribution, polarity,
certainty, act). Prints polarity macro-F1, the F1 of denials, and the accuracy of
certainty and act where the polarity is right.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sayso.extract.attributions import words_before
from sayso.extract.commitment import commit


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a JSON lines file."""
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def f1(right: int, predicted: int, gold: int) -> float:
    """Return F1 in percent."""
    return 200 * right / (predicted + gold) if predicted + gold else 0.0


def measure(texts: Path, labels: Path, *, errors: bool) -> None:
    """Print the figures of one pair of files."""
    documents = {d["doc_id"]: d for d in rows(texts)}
    seen: Counter[tuple[str, str]] = Counter()
    sure = acts = same = 0
    for label in rows(labels):
        name, _, number = label["id"].partition("#")
        document = documents[name]
        item = next(a for a in document["attributions"] if a["id"] == number)
        text = document["text"]
        role = {
            key: " … ".join(text[s:e] for s, e in item[key])
            for key in ("source", "cue", "content")
        }
        before = words_before(text, item["source"], item["cue"])
        got = commit(role["cue"], role["content"], source=role["source"], before=before)
        seen[label["polarity"], got.polarity] += 1
        if got.polarity == label["polarity"]:
            same += 1
            sure += got.certainty == label["certainty"]
            acts += got.act in label["act"].split("|")
        want = label["polarity"], label["certainty"], label["act"]
        if errors and want != (got.polarity, got.certainty, got.act):
            mark = "!!" if got.polarity != label["polarity"] else "  "
            print(mark, *want, ">", got.polarity, got.certainty, got.act, "|", end=" ")
            print(role["source"], "|", role["cue"], "|", role["content"][:160])
    each = {
        p: f1(
            seen[p, p],
            sum(n for (_, b), n in seen.items() if b == p),
            sum(n for (a, _), n in seen.items() if a == p),
        )
        for p in "+-u"
    }
    print(
        f"{labels.name}: polarity macro-F1 {sum(each.values()) / 3:.1f}"
        f"  (+ {each['+']:.1f}  - {each['-']:.1f}  u {each['u']:.1f})"
        f"  certainty {100 * sure / max(1, same):.1f}"
        f"  act {100 * acts / max(1, same):.1f}"
        f"  of {sum(seen.values())}"
    )


def main() -> None:
    """Read the arguments and measure each pair."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--errors", action="store_true", help="list what is wrong")
    given = parser.parse_args()
    for texts, labels in zip(given.files[::2], given.files[1::2], strict=True):
        measure(texts, labels, errors=given.errors)


if __name__ == "__main__":
    main()
