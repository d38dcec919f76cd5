"""Time and memory of `sayso build`, first and second run, on annotated articles.

    python benchmarks/build/run.py CORPORA/attribution/dev.jsonl [--workers N]

Prints a line of JSON: seconds of each run (process start included), words a second,
and the largest proportional set size of the whole process tree, sampled every 50 ms
(Linux only: it reads /proc). Memory shared by the processes is counted once.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PAUSE = 0.05


def tree_memory(root: int) -> int:
    """Return the bytes held by a process and all below it."""
    total, waiting = 0, [root]
    while waiting:
        pid = waiting.pop()
        try:
            lines = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines()
            children = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii")
        except (OSError, ValueError):
            continue
        waiting += [int(x) for x in children.split()]
        total += sum(int(x.split()[1]) for x in lines if x.startswith("Pss:")) * 1024
    return total


def measured(command: list[str]) -> tuple[float, int]:
    """Run to the end; return seconds and peak bytes."""
    begun, peak = time.perf_counter(), 0
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        while process.poll() is None:
            peak = max(peak, tree_memory(process.pid))
            time.sleep(PAUSE)
        if process.returncode not in (0, 1):
            sys.exit(f"{command}: exit status {process.returncode}")
    return time.perf_counter() - begun, peak


def main() -> None:
    """Build twice and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--workers", type=int)
    args = parser.parse_args()
    with args.corpus.open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    with tempfile.TemporaryDirectory() as folder:
        reports = Path(folder, "reports")
        reports.mkdir()
        for number, text in enumerate(texts):
            path = reports / f"{number:04d}.txt"
            path.write_text(text, encoding="utf-8", newline="")
        command = [sys.executable, "-m", "sayso", "build", f"{folder}/case.sayso"]
        command += [str(reports), "--quiet"]
        if args.workers:
            command += ["--workers", str(args.workers)]
        first, peak = measured(command)
        second, _ = measured(command)
    words = sum(len(text.split()) for text in texts)
    figures = {
        "documents": len(texts),
        "words": words,
        "first_seconds": round(first, 1),
        "second_seconds": round(second, 2),
        "words_a_second": round(words / first),
        "peak_megabytes": round(peak / 1e6),
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
