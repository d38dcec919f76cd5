"""Count the origins of annotated rumours, beside what simpler ways of counting give.

usage: rumours.py BODIES.jsonl ORIGINS.jsonl --cases FOLDER [--json]

Builds one case a rumour in FOLDER (again only where reports or program changed), asks
it the rumour's claim, and compares ranges of origins with the annotated ones: distance
of the middles, and shared whole numbers over all whole numbers of both ranges. The
other ways of counting see the annotated stance of every article, which flatters them.
"""

import argparse
import hashlib
import json
import statistics
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np

from sayso.case import Case
from sayso.domain.answer import Answer
from sayso.domain.claim import Stance
from sayso.domain.origin import CreditKind, OriginCount

Rumour = dict[str, Any]
Range = tuple[int, int]
SIDES = (("asserting", Stance.ASSERTS), ("denying", Stance.DENIES))
PERMUTATIONS, ALIKE, WORDS = 128, 0.5, 5
"""Usual settings of MinHash on word 5-grams."""


def rows(path: Path) -> list[dict[str, Any]]:
    """Return the lines of a JSON lines file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def answers(
    rumours: list[Rumour], text: dict[str, str], folder: Path
) -> Iterator[tuple[Rumour, dict[str, str], Answer]]:
    """Yield each rumour with its articles and what its case answers."""
    for number, rumour in enumerate(rumours):
        place = folder / f"{number:02d}"
        (place / "reports").mkdir(parents=True, exist_ok=True)
        articles = {
            b["body"]: text[b["body"]]
            for b in rumour["bodies"]
            if not b.get("off_topic")
        }
        for name, body in articles.items():
            (place / "reports" / f"{name}.txt").write_bytes(body.encode())
        with Case.open(place / "case.sayso", create=True) as case:
            case.build(place / "reports", workers=1)
            yield rumour, articles, case.ask(rumour["claim"])


# -- ways of counting -----------------------------------------------------------------


def ours(answer: Answer, side: Stance) -> Range:
    """Return the range that sayso gives."""
    count = _count(answer, side)
    return count.low, count.high


def roots(answer: Answer, side: Stance) -> Range:
    """Count every root of the citation graph, reports that credit nobody included."""
    given = [
        credit
        for report in answer.documents
        for credit in report.credits
        if credit.stance is side
    ]
    through = {credit.via for credit in given if credit.via}
    names = {credit.name.casefold() for credit in given if credit.name not in through}
    bare = len(_count(answer, side).unresolved)
    return len(names) + bare, len(names) + bare


def outlets_apart(answer: Answer, side: Stance) -> Range:
    """Count the persons and bodies credited, no matter how they are related."""
    names = {
        credit.name.casefold()
        for report in answer.documents
        for credit in report.credits
        if credit.stance is side and credit.kind is not CreditKind.OUTLET
    }
    return len(names), len(names)


def articles_of(rumour: Rumour, side: Stance) -> list[str]:
    """Return the articles that annotators found on a side."""
    return [
        b["body"]
        for b in rumour["bodies"]
        if not b.get("off_topic") and b["stance"] == side.value
    ]


def clusters(texts: Iterable[str]) -> int:
    """Count clusters of articles that MinHash finds alike."""
    signatures = [_signature(text) for text in texts]
    label = list(range(len(signatures)))
    for one, first in enumerate(signatures):
        for other in range(one):
            if float((first == signatures[other]).mean()) >= ALIKE:
                old, new = label[one], label[other]
                label = [new if x == old else x for x in label]
    return len(set(label))


def _signature(text: str) -> np.ndarray[Any, np.dtype[np.uint64]]:
    words = text.casefold().split()
    grams = [" ".join(words[i : i + WORDS]) for i in range(max(1, len(words) - 4))]
    hashed = np.array(
        [
            int.from_bytes(hashlib.blake2b(g.encode(), digest_size=4).digest(), "big")
            for g in grams
        ],
        np.uint64,
    )
    draw = np.random.default_rng(0)
    factor = draw.integers(1, 2**31, (PERMUTATIONS, 1), np.uint64)
    shift = draw.integers(0, 2**31, (PERMUTATIONS, 1), np.uint64)
    found: np.ndarray[Any, np.dtype[np.uint64]] = (
        (factor * hashed + shift) % np.uint64(2**61 - 1)
    ).min(axis=1)
    return found


def _count(answer: Answer, side: Stance) -> OriginCount:
    return answer.asserting if side is Stance.ASSERTS else answer.denying


# -- the measure ----------------------------------------------------------------------


def fit(got: Range, want: Range) -> tuple[float, float]:
    """Return the distance of the middles, and the agreement of two ranges."""
    here, there = set(range(got[0], got[1] + 1)), set(range(want[0], want[1] + 1))
    distance = abs(sum(got) - sum(want)) / 2
    return distance, len(here & there) / len(here | there)


def main() -> None:
    """Print a table, or one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bodies", type=Path)
    parser.add_argument("origins", type=Path)
    parser.add_argument("--cases", type=Path, required=True)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    text = {row["body"]: row["text"] for row in rows(given.bodies)}
    found: dict[str, list[tuple[float, float]]] = {}
    for rumour, articles, answer in answers(rows(given.origins), text, given.cases):
        for name, side in SIDES:
            want = (rumour[f"{name}_low"], rumour[f"{name}_high"])
            taking = articles_of(rumour, side)
            each = len(taking)
            alike = clusters(articles[a] for a in taking)
            usual = (1, 2) if side is Stance.ASSERTS else (0, 0)
            ways: dict[str, Callable[[], Range]] = {
                "sayso": lambda a=answer, s=side: ours(a, s),
                "always 1-2 assert, 0 deny": lambda u=usual: u,
                "one origin an article": lambda n=each: (n, n),
                "clusters of MinHash": lambda n=alike: (n, n),
                "roots of the citation graph": lambda a=answer, s=side: roots(a, s),
                "persons and bodies credited": lambda a=answer, s=side: outlets_apart(
                    a, s
                ),
            }
            for way, count in ways.items():
                found.setdefault(way, []).append(fit(count(), want))
    table = {
        way: {
            "error": round(statistics.mean(e for e, _ in fits), 2),
            "agreement": round(100 * statistics.mean(a for _, a in fits)),
        }
        for way, fits in found.items()
    }
    if given.json:
        print(json.dumps(table))
        return
    for way, row in table.items():
        print(f"{way:30} {row['error']:6.2f} {row['agreement']:5} %")


if __name__ == "__main__":
    main()
