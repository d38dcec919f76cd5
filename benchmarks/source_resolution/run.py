"""Measure how many pronoun and description sources are resolved to the right actor.

    python benchmarks/source_resolution/run.py path/to/attribution/dev.jsonl

The labels beside this file name a document of the corpus, where a source stands in
it, and where in the same document the antecedent is named; they hold no text. Each
was decided by reading the article. The sources come from the corpus' own annotation,
so that the figure is about resolution alone.

The rules of resolution were written with the errors on `labels.jsonl` in view. Those
of `labels_later.jsonl` come from other articles and were set down before any answer
on them was seen; every other article of theirs (`kept`) has never been looked at for
errors, so only its figure tells how resolution does on new text.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sayso.domain.attribution import (
    Act,
    Attribution,
    Certainty,
    Polarity,
    Style,
    attribution_id,
)
from sayso.domain.document import Document, document_id
from sayso.domain.span import Span
from sayso.resolve.records import LocalActor
from sayso.resolve.within import resolve_within
from sayso.resolve.words import fold

FIRST = Path(__file__).with_name("labels.jsonl")
LATER = Path(__file__).with_name("labels_later.jsonl")


def main() -> None:
    """Print the accuracy on each set and, with `--errors`, what went wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--errors", action="store_true", help="except on the kept set")
    options = parser.parse_args()
    rows = {row["doc_id"]: row for row in _rows(options.corpus)}
    right = total = 0
    for name, labels in _sets().items():
        good = _right(rows, labels, errors=options.errors and name != "kept")
        print(f"{name}: {good} of {len(labels)} ({good / len(labels):.1%})")
        right += good
        total += len(labels)
    share = right / total
    print(f"{right} of {total} sources resolved to the right actor: {share:.1%}")


def _sets() -> dict[str, list[dict[str, Any]]]:
    """Return the labels by set; the later articles are kept or seen by turns."""
    first, later = list(_rows(FIRST)), list(_rows(LATER))
    turn = {one: at % 2 for at, one in enumerate(dict.fromkeys(r["id"] for r in later))}
    return {
        "first": first,
        "seen": [label for label in later if not turn[label["id"]]],
        "kept": [label for label in later if turn[label["id"]]],
    }


def _right(
    rows: dict[str, dict[str, Any]], labels: list[dict[str, Any]], *, errors: bool
) -> int:
    """Count the labels whose source is resolved to its answer."""
    right = 0
    for doc_id in dict.fromkeys(label["id"] for label in labels):
        row = rows[doc_id]
        actors = resolve_within(*_document(row))
        for label in (one for one in labels if one["id"] == doc_id):
            start, end = label["answer"]
            found = _actors_at(actors, label["source"][0])
            good = any(_means(actor, row["text"][start:end]) for actor in found)
            right += good
            if errors and not good:
                source = row["text"][slice(*label["source"])]
                names = [actor.names[:3] for actor in found]
                print(
                    doc_id, label["source"], source, "->", names,
                    "instead of", row["text"][start:end],
                )  # fmt: skip
    return right


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines)


def _document(row: dict[str, Any]) -> tuple[Document, list[Attribution]]:
    text = row["text"]
    document = Document(
        id=document_id(row["doc_id"]),
        uri=row["doc_id"],
        uris=(row["doc_id"],),
        sha256="0" * 64,
        size=len(text),
        media_type="text/plain",
        text=text,
        publisher=row.get("publisher"),
    )
    found: dict[str, Attribution] = {}
    for gold in row["attributions"]:
        if gold["source"]:
            one = _attribution(document, gold)
            found[one.id] = one
    return document, list(found.values())


def _attribution(document: Document, gold: dict[str, Any]) -> Attribution:
    source, cue, content = (
        tuple(Span(document=document.id, start=s, end=e) for s, e in gold[role])
        for role in ("source", "cue", "content")
    )
    return Attribution(
        id=attribution_id(document.id, source, cue, content),
        document=document.id,
        source=source,
        cue=cue,
        content=content,
        style=Style.INDIRECT,
        polarity=Polarity.HOLDS,
        certainty=Certainty.CERTAIN,
        act=Act.ASSERT,
        confidence=1.0,
    )


def _actors_at(actors: list[LocalActor], place: int) -> list[LocalActor]:
    return [
        actor
        for actor in actors
        if any(m.span.start <= place < m.span.end for m in actor.mentions)
    ]


def _means(actor: LocalActor, answer: str) -> bool:
    """Tell whether one of an actor's names is the answer's name."""
    wanted = _words(answer)
    return any(wanted <= _words(name) or _words(name) <= wanted for name in actor.names)


def _words(name: str) -> set[str]:
    dropped = {"the", "a", "an", "mr", "mrs", "ms"}
    return {word.removesuffix("'s") for word in fold(name).split()} - dropped


if __name__ == "__main__":
    main()
