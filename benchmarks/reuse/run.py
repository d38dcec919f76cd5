"""Planted reuse at scale: recall a kind, precision, time and memory.

    python benchmarks/reuse/run.py [--reports 20000] [--peers]
    python benchmarks/reuse/run.py --curve 2000 10000 50000

`--peers` adds MinHash with locality-sensitive hashing by rensa, gaoya and datasketch,
as far as they are installed, on word 5-grams of the same texts, in the same run.
Processor seconds, one process for each contender.
"""

import argparse
import hashlib
import json
import math
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

import numpy as np
from planted import KINDS, Planted, plant

Pairs = Iterable[tuple[int, int]]
PERMUTATIONS, THRESHOLD = 128, 0.5
"""Usual settings of the peers; a lower threshold finds more and takes longer."""


def find_sayso(texts: list[str]) -> Pairs:
    """Pairs as a build finds them: shingles, the join in SQL, the alignment."""
    from sayso.domain.document import Document
    from sayso.domain.ids import DocumentId
    from sayso.engine.local import LocalEngine
    from sayso.trace.reuse import MAX_DOCUMENTS, MIN_SHARED, copies, shingle_rows

    documents = []
    for number, text in enumerate(texts):
        digest = hashlib.sha256(text.encode()).hexdigest()
        documents.append(
            Document(
                id=DocumentId(f"doc-{number}"),
                uri=f"{number}.txt",
                uris=(f"{number}.txt",),
                sha256=digest,
                size=len(text),
                media_type="text/plain",
                text=text,
            )
        )
    with LocalEngine() as engine:
        settings = {
            "min_shared": np.array([MIN_SHARED]),
            "max_documents": np.array([MAX_DOCUMENTS]),
        }
        table = shingle_rows(documents)
        tables = {"shingles": table.columns(), "settings": settings}
        joined = engine.join("reuse", tables)
    for copy in copies(joined, documents, table.standing()):
        yield int(copy.left.document[4:]), int(copy.right.document[4:])


def grams(text: str) -> list[str]:
    """Return the word 5-grams of a text."""
    words = text.lower().replace(".", "").split()
    return [" ".join(words[i : i + 5]) for i in range(len(words) - 4)]


def find_datasketch(texts: list[str]) -> Pairs:
    """MinHash LSH of datasketch."""
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS)
    for number, text in enumerate(texts):
        mark = MinHash(num_perm=PERMUTATIONS)
        mark.update_batch([gram.encode() for gram in grams(text)])
        yield from ((number, other) for other in index.query(mark))
        index.insert(number, mark)


def find_rensa(texts: list[str]) -> Pairs:
    """R-MinHash with rensa's own index."""
    from rensa import RMinHash, RMinHashLSH

    index = RMinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS, num_bands=32)
    for number, text in enumerate(texts):
        mark = RMinHash(num_perm=PERMUTATIONS, seed=1)
        mark.update(grams(text))
        yield from ((number, other) for other in index.query(mark))
        index.insert(number, mark)


def find_gaoya(texts: list[str]) -> Pairs:
    """MinHash index of gaoya on word 5-grams."""
    from gaoya.minhash import MinHashStringIndex

    index = MinHashStringIndex(
        hash_size=32,
        jaccard_threshold=THRESHOLD,
        num_bands=32,
        band_size=4,
        num_hashes=PERMUTATIONS,
        analyzer="word",
        lowercase=True,
        ngram_range=(5, 5),
    )
    for number, text in enumerate(texts):
        yield from ((number, other) for other in index.query(text))
        index.insert_document(number, text)


FINDERS: dict[str, Callable[[list[str]], Pairs]] = {
    "sayso": find_sayso,
    "rensa": find_rensa,
    "gaoya": find_gaoya,
    "datasketch": find_datasketch,
}


def judged(planted: Planted, found: set[tuple[int, int]]) -> dict[str, float]:
    """Return recall of each kind and precision over all, in per cent."""
    total = Counter(planted.pairs.values())
    hit = Counter(kind for pair, kind in planted.pairs.items() if pair in found)
    right = sum(hit.values())
    figures = {kind: round(100 * hit[kind] / total[kind], 1) for kind in KINDS}
    return figures | {"precision": round(100 * right / max(1, len(found)), 1)}


def one(name: str, number: int) -> None:
    """Run one contender in this process and print its figures."""
    planted = plant(number)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begun = time.process_time()
    found = {(min(p), max(p)) for p in FINDERS[name](planted.texts)}
    seconds = time.process_time() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    figures = {"finder": name, "reports": number} | judged(planted, found)
    figures["seconds"] = round(seconds, 1)
    figures["peak_megabytes"] = round(peak / 1e3)
    figures["of_which_texts"] = round(before / 1e3)
    print(json.dumps(figures))


def main() -> None:
    """Run each contender in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--reports", type=int, default=20_000)
    parser.add_argument("--peers", action="store_true")
    parser.add_argument("--curve", type=int, nargs="+")
    parser.add_argument("--only", choices=FINDERS)
    args = parser.parse_args()
    if args.only:
        one(args.only, args.reports)
        return
    runs = [("sayso", n) for n in args.curve or [args.reports]]
    if args.peers:
        runs += [(name, args.reports) for name in FINDERS if name != "sayso"]
    seen = []
    for name, number in runs:
        command = [sys.executable, str(Path(__file__)), "--only", name]
        done = subprocess.run(
            [*command, "--reports", str(number)],
            check=False,
            capture_output=True,
            text=True,
        )
        if done.returncode:
            print(f"{name}: {done.stderr.strip().splitlines()[-1]}")
            continue
        print(done.stdout.strip(), flush=True)
        seen.append(json.loads(done.stdout))
    if args.curve and len(seen) > 1:
        first, last = seen[0], seen[-1]
        exponent = math.log(last["seconds"] / first["seconds"]) / math.log(
            last["reports"] / first["reports"]
        )
        print(f"growth exponent {exponent:.2f}")


if __name__ == "__main__":
    main()
