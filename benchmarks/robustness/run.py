"""Measure what other shapes of text cost.

usage: run.py ATTRIBUTIONS.jsonl --scorer SCORE [--every N] [--only WAY ...]

Perturbs the texts of ATTRIBUTIONS as `perturb.py` tells, carries the labels along and
prints content50+source F1 for each way and its loss against the text as it is. SCORE is
the folder of the scorer. `--every 3` takes each third text: enough to tell the ways
apart, in a third of the time.
"""

import argparse
import importlib
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from perturb import ROLES, WAYS, Row

from sayso.domain.attribution import Style
from sayso.domain.document import Document, document_id
from sayso.encode.roles import RoleEncoder
from sayso.extract.attributions import extract


def document(row: Row) -> Document:
    """Return a document that holds nothing but the text of `row`."""
    name = str(row["doc_id"])
    sha256 = name.encode().hex().ljust(64, "0")[:64]
    return Document(
        id=document_id(sha256),
        uri=name,
        uris=(name,),
        sha256=sha256,
        size=len(row["text"]),
        media_type="text/plain",
        text=row["text"],
    )


def found(row: Row, encoder: RoleEncoder) -> dict[str, Any]:
    """Return the attributions sayso finds in a text, as the scorer reads them."""
    return {
        "attributions": [
            {
                role: [[span.start, span.end] for span in getattr(item, role)]
                for role in ROLES
            }
            for item in extract(document(row), encoder)
            if item.style is not Style.OWN_VOICE
        ]
    }


def measure(rows: Sequence[Row], ways: Sequence[str], scorer: ModuleType) -> None:
    """Print the table."""
    encoder = RoleEncoder.load()
    base = None
    print("| text | content50+source F1 | loss | attributions |\n|---|---|---|---|")
    for way in ways:
        changed = [WAYS[way](row) for row in rows]
        gold = {row["doc_id"]: row for row in changed}
        got = {row["doc_id"]: found(row, encoder) for row in changed}
        figures = scorer.score(gold, got)
        f1 = figures["content50+source"]["F1"]
        base = f1 if base is None else base
        count = figures["counts"]["gold"]
        print(f"| {way} | {f1:.1f} | {base - f1:.1f} | {count} |", flush=True)


def main() -> None:
    """Read the arguments and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--only", nargs="*", choices=[*WAYS], default=[*WAYS])
    given = parser.parse_args()
    sys.path.insert(0, str(given.scorer))
    with given.file.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines if line.strip()]
    measure(rows[:: given.every], given.only, importlib.import_module("attribution"))


if __name__ == "__main__":
    main()
