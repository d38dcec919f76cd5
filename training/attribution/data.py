"""Windows of the corpus with their labels, cut exactly as the encoder cuts them."""

import hashlib
import json
import random
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import torch

from sayso.encode.tokens import CLS, SEP, pieces
from sayso.encode.windows import windows
from sayso.text.segment import sentences

ROLES = ("cue", "source", "content")
TEXTS = {
    "muc4/train": "muc4/train.jsonl",
    "incidents": "incidents/documents.jsonl",
    "rumours/bodies": "rumours/bodies.jsonl",
}
"""Where the texts of our own labels lie among the corpora."""
QUOTES = tuple("“”‘’\"'")
THAT = re.compile(r"\bthat\s+$", re.IGNORECASE)
CURLY = str.maketrans("“”‘’", "\"\"''")
DOUBLE_TO_SINGLE = str.maketrans('“”"', "‘’'")
UNQUOTED = str.maketrans('“”"', "   ")


@dataclass(slots=True)
class Example:
    """One window. `labels` is [pieces, 3 roles]: 0 outside, 1 begin, 2 inside.

    `links` holds, for each gold cue in view, the position of its first piece and the
    pieces of its source and of its content. Positions count the leading [CLS].
    """

    ids: list[int]
    first: np.ndarray
    labels: np.ndarray
    links: list[tuple[int, np.ndarray, np.ndarray]]


def load(path: Path) -> list[dict]:
    """Read JSON lines."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def load_labels(path: Path, corpora: Path) -> list[dict]:
    """Join our own labels of other domains to the texts they were made on.

    Args:
        path: JSON lines of `doc_id`, `corpus`, `sha256` and attributions as offsets.
        corpora: the folder that holds the corpora named there.
    """
    found = []
    for row in load(path):
        text = _texts(corpora / TEXTS[row["corpus"]])[row["sha256"]]
        for a in row["attributions"]:
            a["content"] = [_as_in_polnear(text, *span) for span in a["content"]]
        found.append({**row, "text": text, "other_annotators": {}})
    return found


@cache
def _texts(path: Path) -> dict[str, str]:
    rows = load(path)
    return {hashlib.sha256(r["text"].encode()).hexdigest(): r["text"] for r in rows}


def _as_in_polnear(text: str, start: int, end: int) -> list[int]:
    """Widen a content to the words that the larger corpus counts in.

    There nearly every content keeps its quotation marks and a leading `that`.
    """
    if text[start - 1 : start] in QUOTES and text[end : end + 1] in QUOTES:
        start, end = start - 1, end + 1
    before = THAT.search(text, max(0, start - 8), start)
    return [before.start() if before else start, end]


def requote(text: str, rng: random.Random) -> str:
    """Change the quoting style, one character for one, in some of the texts.

    The corpus is American with curly quotes; reports elsewhere are not.
    """
    style = rng.random()
    if style < 0.15:
        return text.translate(CURLY)
    if style < 0.22:
        return text.translate(DOUBLE_TO_SINGLE)
    if style < 0.27:
        return text.translate(UNQUOTED)
    return text


def examples(document: dict, text: str | None = None) -> list[Example]:
    """Cut one annotated document into labelled windows."""
    text = text or document["text"]
    cut = pieces(text)
    marked = [
        [_covered(cut.starts, cut.ends, a[role]) for role in ROLES]
        for a in document["attributions"]
    ]
    labels = np.zeros((len(cut.ids), 3), dtype=np.int64)
    for role in range(3):
        for annotation in document["attributions"]:
            for span in annotation[ROLES[role]]:
                inside = _covered(cut.starts, cut.ends, [span])
                if len(inside):
                    labels[inside, role] = np.where(labels[inside, role] == 1, 1, 2)
                    labels[inside[0], role] = 1
    found = []
    for w in windows(text, cut, sentences(text)):
        shift = 1 - w.start
        links = []
        for cue, source, content in marked:
            if len(cue) and w.start <= cue[0] < w.end:
                near = [
                    r[(r >= w.start) & (r < w.end)] + shift for r in (source, content)
                ]
                links.append((int(cue[0]) + shift, *near))
        found.append(
            Example(
                [CLS, *cut.ids[w.start : w.end].tolist(), SEP],
                np.concatenate([[0], cut.first[w.start : w.end], [0]]).astype(bool),
                np.pad(labels[w.start : w.end], ((1, 1), (0, 0))),
                links,
            )
        )
    return found


def _covered(starts: np.ndarray, ends: np.ndarray, spans: list) -> np.ndarray:
    hit = [np.flatnonzero((starts < e) & (ends > s)) for s, e in spans]
    return np.unique(np.concatenate(hit)) if hit else np.array([], dtype=np.int64)


def batches(
    found: list[Example], pieces_each: int, rng: random.Random
) -> list[list[Example]]:
    """Group examples of like length, in random order."""
    order = sorted(found, key=lambda x: len(x.ids) + rng.random() * 12)
    groups: list[list[Example]] = [[]]
    for example in order:
        if groups[-1] and len(example.ids) * (len(groups[-1]) + 1) > pieces_each:
            groups.append([])
        groups[-1].append(example)
    rng.shuffle(groups)
    return groups


def collate(batch: list[Example]) -> dict[str, torch.Tensor]:
    """Pad a batch; link targets are [cues, 2, pieces] with their row and position."""
    width = max(len(x.ids) for x in batch)
    out = {
        "ids": np.zeros((len(batch), width), np.int64),
        "mask": np.zeros((len(batch), width), np.int64),
        "first": np.zeros((len(batch), width), bool),
        "labels": np.zeros((len(batch), width, 3), np.int64),
    }
    rows, cues, targets = [], [], []
    for i, x in enumerate(batch):
        n = len(x.ids)
        out["ids"][i, :n], out["mask"][i, :n] = x.ids, 1
        out["first"][i, :n], out["labels"][i, :n] = x.first, x.labels
        for cue, source, content in x.links:
            target = np.zeros((2, width), np.float32)
            target[0, source] = target[1, content] = 1
            rows.append(i)
            cues.append(cue)
            targets.append(target)
    tensors = {k: torch.from_numpy(v) for k, v in out.items()}
    tensors["rows"] = torch.tensor(rows, dtype=torch.long)
    tensors["cues"] = torch.tensor(cues, dtype=torch.long)
    tensors["targets"] = (
        torch.from_numpy(np.stack(targets)) if targets else torch.zeros(0)
    )
    return tensors
