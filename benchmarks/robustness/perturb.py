"""Ways in which text differs from newspaper articles, with the labels carried along.

Each takes a text with its attributions and returns both as they would be had the
article come in another shape: a wire in capitals, a scan, a transcript, a list.
"""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from sayso.text.segment import WORD, sentences

Edit = tuple[int, int, str]
Row = dict[str, Any]
ROLES = ("source", "cue", "content")
SEED = 7
OCR_RATE = 0.02
"""Letters misread: a poor but legible scan, where one word in eight is wrong."""
_MISREAD = dict(zip("abcdehilmnoqrstuvy", "obeacbl1nu0gn5fvuv", strict=True))
_DOUBLE = re.compile(r"[“”\"]|''")
_ARTICLES = re.compile(
    r"\b(?:the|an?|is|are|was|were|has been|have been)\b[ ]", re.IGNORECASE
)
_FEWEST = 8
"""Words of a speech in a transcript."""


@dataclass(frozen=True, slots=True)
class Edited:
    """A text after edits, with a map from old to new positions."""

    text: str
    where: Sequence[int]


def edited(text: str, edits: Sequence[Edit]) -> Edited:
    """Apply `edits` (start, end, replacement), disjoint and in order."""
    pieces: list[str] = []
    lengths = [1] * len(text)
    at = first = 0
    for start, end, new in edits:
        pieces += [text[at:start], new]
        lengths[start:end] = [0] * (end - start)
        if end > start:
            lengths[start] = len(new)
        elif start:
            lengths[start - 1] += len(new)
        else:
            first = len(new)
        at = end
    pieces.append(text[at:])
    return Edited("".join(pieces), list(accumulate(lengths, initial=first)))


def moved(row: Row, edits: Sequence[Edit]) -> Row:
    """Return the row after edits, its spans carried along."""
    done = edited(row["text"], edits)
    return {
        "doc_id": row["doc_id"],
        "text": done.text,
        "attributions": [
            {
                role: [
                    [done.where[s], done.where[e]]
                    for s, e in item[role]
                    if done.where[s] < done.where[e]
                ]
                for role in ROLES
            }
            for item in row["attributions"]
        ],
    }


def as_it_is(row: Row) -> Row:
    """Return the row unchanged."""
    return row


def upper_case(row: Row) -> Row:
    """Put all in capitals, as wires once did."""
    kept = (c.upper() if len(c.upper()) == 1 else c for c in row["text"])
    return {**row, "text": "".join(kept)}


def no_punctuation(row: Row) -> Row:
    """Drop all marks but those inside words."""
    inside = {i for m in WORD.finditer(row["text"]) for i in range(*m.span())}
    marks = re.finditer(r"[^\w\s]", row["text"])
    return moved(row, [(*m.span(), "") for m in marks if m.start() not in inside])


def ocr_noise(row: Row) -> Row:
    """Misread one letter in fifty."""
    draw = random.Random(SEED)  # noqa: S311 - noise, no secret
    kept = (_MISREAD.get(c, c) if draw.random() < OCR_RATE else c for c in row["text"])
    return {**row, "text": "".join(kept)}


def straight_quotes(row: Row) -> Row:
    """Write all quotation marks and apostrophes straight."""
    table = str.maketrans("“”‘’", "\"\"''")
    text = row["text"].translate(table)
    pairs = [(*m.span(), '"') for m in re.finditer("''", text)]
    return moved({**row, "text": text}, pairs)


def curly_quotes(row: Row) -> Row:
    """Write double quotation marks curly, opening or closing by what stands before."""
    return moved(row, list(_quotes(row["text"], "“", "”")))


def british_quotes(row: Row) -> Row:
    """Write double quotation marks single."""
    return moved(row, list(_quotes(row["text"], "‘", "’")))


def missing_quotes(row: Row) -> Row:
    """Drop double quotation marks."""
    return moved(row, list(_quotes(row["text"], "", "")))


def _quotes(text: str, opening: str, closing: str) -> Iterator[Edit]:
    for mark in _DOUBLE.finditer(text):
        before = text[mark.start() - 1 : mark.start()]
        opens = mark.group() == "“" or (
            mark.group() != "”" and (not before or before in " \n\t([—–-‘'")
        )
        yield *mark.span(), opening if opens else closing


def headline_style(row: Row) -> Row:
    """Drop articles and forms of be, and capitalise every word."""
    text = row["text"]
    dropped = [(*m.span(), "") for m in _ARTICLES.finditer(text)]
    gone = {i for s, e, _ in dropped for i in range(s, e)}
    raised = [
        (s, s + 1, text[s].upper())
        for s, _ in (m.span() for m in WORD.finditer(text))
        if s not in gone and len(text[s].upper()) == 1
    ]
    return moved(row, sorted([*dropped, *raised]))


def transcript_style(row: Row) -> Row:
    """Give every longer direct speech its own line behind its speaker in capitals."""
    lines: list[str] = []
    found: list[dict[str, list[list[int]]]] = []
    at = 0
    for item in row["attributions"]:
        said = [row["text"][s:e] for s, e in item["content"]]
        spoken = " ".join(s.strip("“”\"', ") for s in said)
        named = item["source"] and row["text"][slice(*item["source"][0])]
        direct = all(s[:1] in "“\"'" for s in said)
        if not named or not direct or len(WORD.findall(spoken)) < _FEWEST:
            continue
        name = " ".join(named.split()).upper()
        line = f"{name}: {spoken}"
        colon = at + len(name)
        found.append(
            {
                "source": [[at, colon]],
                "cue": [[colon, colon + 1]],
                "content": [[colon + 2, at + len(line)]],
            }
        )
        lines.append(line)
        at += len(line) + 2
    text = "\n\n".join(lines)
    return {"doc_id": row["doc_id"], "text": text, "attributions": found}


def bulleted(row: Row) -> Row:
    """Make every sentence an item of a list, as field reports do."""
    cut = sentences(row["text"])
    return moved(row, [(s, s, "\n- " if s else "- ") for s, _ in cut])


WAYS: dict[str, Callable[[Row], Row]] = {
    "as it is": as_it_is,
    "upper case": upper_case,
    "no punctuation": no_punctuation,
    "OCR noise": ocr_noise,
    "straight quotation marks": straight_quotes,
    "curly quotation marks": curly_quotes,
    "British quotation marks": british_quotes,
    "no quotation marks": missing_quotes,
    "headline style": headline_style,
    "transcript style": transcript_style,
    "bulleted": bulleted,
}
