"""Make pairs of real reported speech: what one source says, against what others say.

usage: reported.py ATTRIBUTION_TRAIN.jsonl OUT.jsonl COUNT

The claim is the content of an attribution, shortened. Its own attribution asserts it,
or denies it where the cue rejects; the attributions of the same article that come
closest to it without saying it are on the topic only. Composed sentences are clean
but few in their words; these have the words of news.
"""

import json
import random
import sys
from pathlib import Path

import composed
import numpy as np

from sayso.domain.attribution import Polarity
from sayso.encode.similarity import SentenceEncoder
from sayso.extract.commitment import commit
from sayso.extract.proposition import read_content

ASSERTS, DENIES, UNCOMMITTED, UNRELATED = range(4)
SEED = 17
SAME = 0.75
"""Cosine from which two contents of one article may say the same: not paired."""
CLOSE = 0.25
LONGEST = 24
"""Words of a claim; people ask in one short sentence."""

Attribution = dict[str, list[list[int]]]


def pieces(text: str, spans: list[list[int]]) -> str:
    """Return the words of the spans."""
    return " ".join(" ".join(text[s:e] for s, e in spans).split())


def claim_of(content: str, chance: random.Random) -> str | None:
    """Return a content as a claim, or None where it is no clause."""
    words = content.strip(" \"“”'’,.").split()
    if words and words[0].casefold() == "that":
        words = words[1:]
    if not len(words) >= 5 or words[0].casefold() in {"to", "whether", "of", "for"}:
        return None
    words = words[:LONGEST]
    if chance.random() < 0.5:  # so that equal words alone do not decide
        keep = [w for w in words if len(w) > 3 or chance.random() < 0.8]
        words = keep if len(keep) >= 4 else words
    return " ".join([words[0][:1].upper() + words[0][1:], *words[1:]])


def stance(text: str, attribution: Attribution) -> int:
    """Return how the source stands toward its content as it is worded."""
    content = pieces(text, attribution["content"])
    found = commit(
        pieces(text, attribution["cue"]),
        content,
        source=pieces(text, attribution["source"]),
    )
    if found.polarity is Polarity.UNCOMMITTED:
        return UNCOMMITTED
    holds = found.polarity is Polarity.HOLDS
    return ASSERTS if holds != read_content(content).negated else DENIES


def statement(text: str, attribution: Attribution) -> str:
    """Return source, cue and content in the order of the page."""
    spans = [s for role in ("source", "cue", "content") for s in attribution[role]]
    return pieces(text, sorted(spans))


def rejected(text: str, attribution: Attribution, chance: random.Random) -> str:
    """Return the statement as if its source had rejected what it said."""
    content = pieces(text, attribution["content"]).strip(" \"“”'’,.")
    content = content.removeprefix("that ")
    source = pieces(text, attribution["source"])
    form = chance.choice(composed.REJECTS)
    return form.format(S=source, p=content, P=composed.capital(content))


def article_rows(
    article: dict, encoder: SentenceEncoder, chance: random.Random
) -> list[dict[str, str | int]]:
    """Return the pairs of one article."""
    text = article["text"]
    said = [a for a in article["attributions"] if a["content"] and a["cue"]]
    claims = [claim_of(pieces(text, a["content"]), chance) for a in said]
    usable = [i for i, claim in enumerate(claims) if claim]
    if len(usable) < 3:
        return []
    vectors = encoder.embed([pieces(text, a["content"]) for a in said])
    rows = []
    for i in chance.sample(usable, min(5, len(usable))):
        closeness = vectors @ vectors[i]
        label = stance(text, said[i])
        passage = statement(text, said[i])
        if label == ASSERTS and said[i]["source"] and chance.random() < 0.45:
            passage, label = rejected(text, said[i], chance), DENIES
        rows.append((claims[i], passage, label))
        near = [
            int(j)
            for j in np.argsort(-closeness)
            if j != i and CLOSE < closeness[j] < SAME
        ]
        far = [int(j) for j in np.flatnonzero(closeness < 0.05) if j != i]
        rows += [(claims[i], statement(text, said[j]), UNCOMMITTED) for j in near[:1]]
        if far and chance.random() < 0.3:
            j = chance.choice(far)
            rows.append((claims[i], statement(text, said[j]), UNRELATED))
    return [
        {"claim": c, "passage": p, "label": k, "part": "reported", "kind": "reported"}
        for c, p, k in rows
    ]


def main(corpus: str, out: str, count: str) -> None:
    """Write up to `count` pairs."""
    chance = random.Random(SEED)
    encoder = SentenceEncoder.load()
    articles = [json.loads(x) for x in Path(corpus).read_text("utf-8").split("\n") if x]
    chance.shuffle(articles)
    rows: list[dict[str, str | int]] = []
    for article in articles:
        rows += article_rows(article, encoder, chance)
        if len(rows) >= int(count):
            break
    with Path(out).open("w", encoding="utf-8") as lines:
        for row in rows:
            lines.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
