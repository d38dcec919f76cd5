"""Measure how many pronoun and description sources are resolved to the right actor.

    python benchmarks/source_resolution/run.py path/to/attribution/dev.jsonl

The labels beside this file name a document of the corpus, where a source stands in
it, and where in the same document the antecedent is named; they hold no text. Each
was decided by reading the article. The sources come from the corpus' own annotation,
so that the figure is about resolution alone.
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

LABELS = Path(__file__).with_name("labels.jsonl")


def main() -> None:
    """Print the accuracy and, with `--errors`, what went wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    labels = [json.loads(line) for line in LABELS.read_text("utf-8").splitlines()]
    wanted = {label["id"] for label in labels}
    right = total = 0
    for row in _rows(options.corpus):
        if row["doc_id"] not in wanted:
            continue
        actors = resolve_within(*_document(row))
        for label in (one for one in labels if one["id"] == row["doc_id"]):
            total += 1
            start, end = label["answer"]
            found = _actors_at(actors, label["source"][0])
            good = any(_means(actor, row["text"][start:end]) for actor in found)
            right += good
            if options.errors and not good:
                source = row["text"][slice(*label["source"])]
                names = [actor.names[:3] for actor in found]
                print(
                    row["doc_id"], label["source"], source, "->", names,
                    "instead of", row["text"][start:end],
                )  # fmt: skip
    share = right / total
    print(f"{right} of {total} sources resolved to the right actor: {share:.1%}")


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
