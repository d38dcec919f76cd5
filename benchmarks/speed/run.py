"""Words a second on one core: sayso beside extractors built on spaCy, in one run.

    python benchmarks/speed/run.py CORPORA/attribution/dev.jsonl \
        --peers-python PEERS/bin/python --gendergap CHECKOUT [--rounds 3]

`PEERS` is an environment with spacy, textacy and spaCy's en_core_web_sm; `CHECKOUT` a
checkout of the Gender Gap Tracker (its rules are not installable as a package). Every
contender runs in turn, pinned to one core, rounds times; the median of processor
seconds counts, so that another busy program disturbs less.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
EXTRACTORS = ("sayso", "textacy", "gendergap")


def measured(python: str, name: str, args: argparse.Namespace) -> dict:
    """Run one contender pinned to one core, one thread."""
    command = [python, str(HERE / "contenders.py"), name, str(args.corpus)]
    if args.gendergap:
        command += ["--gendergap", str(args.gendergap)]
    core = {max(os.sched_getaffinity(0))}
    done = subprocess.run(
        command,
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "OMP_NUM_THREADS": "1"},
        preexec_fn=lambda: os.sched_setaffinity(0, core),
    )
    return json.loads(done.stdout.splitlines()[-1])


def main() -> None:
    """Print a table, the fastest first."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--peers-python")
    parser.add_argument("--gendergap", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    contenders = {"sayso": sys.executable}
    if args.peers_python:
        contenders |= {"spacy": args.peers_python, "textacy": args.peers_python}
        if args.gendergap:
            contenders["gendergap"] = args.peers_python
    runs: dict[str, list[dict]] = {name: [] for name in contenders}
    for _ in range(args.rounds):
        for name, python in contenders.items():
            runs[name].append(measured(python, name, args))
    keys = ("words_a_second", "words_a_second_with_load", "peak_megabytes")
    middle = {
        name: {key: statistics.median(run[key] for run in each) for key in keys}
        for name, each in runs.items()
    }
    for name in sorted(middle, key=lambda n: -middle[n]["words_a_second"]):
        shown = "  ".join(f"{key} {value:.0f}" for key, value in middle[name].items())
        print(f"{name:10} {shown}")
    peers = [middle[n]["words_a_second"] for n in EXTRACTORS[1:] if n in middle]
    if peers:
        ratio = middle["sayso"]["words_a_second"] / max(peers)
        print(f"sayso against the fastest other extractor: {ratio:.2f}")


if __name__ == "__main__":
    main()
