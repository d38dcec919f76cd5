"""Fit the confidence of attributions and measure it by cross-validation.

usage: fit.py ATTRIBUTIONS.jsonl [...] [--write]

ATTRIBUTIONS has one text a line with its attributions, on which the encoder was not
trained. An attribution found is right when its content overlaps that of a gold one by
half or more of their words together and the sources share a word or are both empty.
Prints the expected calibration error (ten bins of equal width) in ten folds by text,
and the reliability table. `--write` fits on everything and writes the table of weights
into the package and the reliability diagram beside this script.
"""

import argparse
import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.domain.attribution import Style
from sayso.domain.document import Document, document_id
from sayso.encode.roles import LinkedRoles, RoleEncoder
from sayso.extract.attributions import linked_roles
from sayso.extract.confidence import NAMES, features
from sayso.extract.quotes import quoted, style_of
from sayso.text.segment import WORD

HERE = Path(__file__).parent
WEIGHTS = HERE.parents[1] / "src" / "sayso" / "extract" / "confidence.json"
FOLDS = 10
BINS = 10
RIDGE = 1.0
"""Penalty on squared weights; from 0.1 to 10 the error in folds moves by 0.002."""
HALF = 0.5

Floats = NDArray[np.float64]
Words = frozenset[int]


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the objects of a JSON lines file."""
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def words_of(text: str) -> Callable[[Sequence[Sequence[int]]], Words]:
    """Return a function from ranges to the starts of the words in them."""
    spans = [m.span() for m in WORD.finditer(text)]

    def within(ranges: Sequence[Sequence[int]]) -> Words:
        return frozenset(a for a, b in spans for s, e in ranges if a < e and s < b)

    return within


def right(found: tuple[Words, Words], gold: Sequence[tuple[Words, Words]]) -> bool:
    """Tell whether content and source agree with those of some gold attribution."""
    content, source = found
    return any(
        len(content & c) >= HALF * max(1, len(content | c))
        and (bool(source & s) or not (source or s))
        for c, s in gold
    )


def document(row: dict[str, Any]) -> Document:
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


def samples(
    row: dict[str, Any], encoder: RoleEncoder
) -> Iterator[tuple[tuple[float, ...], float, bool]]:
    """Yield features, the encoder's own figure and rightness of what is found."""
    text = row["text"]
    quotes = quoted(text)
    words = words_of(text)
    gold = [(words(g["content"]), words(g["source"])) for g in row["attributions"]]
    for roles in linked_roles(text, encoder, quotes):
        values = features(roles, style(text, roles, quotes))
        if values:
            found = words(roles.content), words(roles.source)
            yield values, roles.confidence, right(found, gold)


def style(text: str, roles: LinkedRoles, quotes: Sequence[tuple[int, int]]) -> Style:
    """Return the style of an attribution."""
    cue = " … ".join(text[s:e] for s, e in roles.cue)
    return style_of(text, cue, roles.content, quotes)


def fitted(x: Floats, y: Floats) -> Floats:
    """Return logistic weights by Newton's method, the constant not penalised."""
    penalty = RIDGE * np.eye(x.shape[1])
    penalty[0, 0] = 0
    weights = np.zeros(x.shape[1])
    for _ in range(30):
        p = predicted(x, weights)
        slope = x.T @ (y - p) - penalty @ weights
        bend = (x * (p * (1 - p))[:, None]).T @ x + penalty
        weights += np.linalg.solve(bend, slope)
    return weights


def predicted(x: Floats, weights: Floats) -> Floats:
    """Return probabilities."""
    return 1 / (1 + np.exp(-(x @ weights)))


def reliability(p: Floats, y: Floats) -> list[tuple[float, float, int]]:
    """Return mean probability, share right and size of each bin that is not empty."""
    place = np.minimum((p * BINS).astype(int), BINS - 1)
    return [
        (float(p[place == b].mean()), float(y[place == b].mean()), int(sum(place == b)))
        for b in range(BINS)
        if (place == b).any()
    ]


def error(table: Sequence[tuple[float, float, int]]) -> float:
    """Return the expected calibration error."""
    total = sum(n for *_, n in table)
    return sum(n * abs(p - share) for p, share, n in table) / total


def area(p: Floats, y: Floats) -> float:
    """Return the chance that a right one is given more than a wrong one."""
    rank = np.empty(len(p))
    rank[np.argsort(p)] = np.arange(1, len(p) + 1)
    good = int(y.sum())
    return float((rank[y > 0].sum() - good * (good + 1) / 2) / (good * (len(y) - good)))


def diagram(table: Sequence[tuple[float, float, int]]) -> str:
    """Return the reliability diagram as SVG: share right over confidence."""
    size, edge = 320, 40
    most = max(n for *_, n in table)
    dots = "".join(
        f'<circle cx="{edge + p * size:.1f}" cy="{edge + (1 - share) * size:.1f}" '
        f'r="{3 + 9 * (n / most) ** 0.5:.1f}" fill="#2b6c99" fill-opacity=".75">'
        f"<title>{p:.2f} given, {share:.2f} right, {n} attributions</title></circle>"
        for p, share, n in table
    )
    marks = "".join(
        f'<text x="{edge + t * size:.0f}" y="{edge + size + 16}" text-anchor="middle">'
        f'{t:g}</text><text x="{edge - 6}" y="{edge + (1 - t) * size + 4:.0f}" '
        f'text-anchor="end">{t:g}</text>'
        for t in (0, 0.25, 0.5, 0.75, 1)
    )
    full = size + 2 * edge
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {full} {full}" '
        'font-family="sans-serif" font-size="11" role="img">'
        "<title>Confidence of attributions against the share that is right</title>"
        f'<rect x="{edge}" y="{edge}" width="{size}" height="{size}" fill="none" '
        f'stroke="#999"/><line x1="{edge}" y1="{edge + size}" x2="{edge + size}" '
        f'y2="{edge}" stroke="#999" stroke-dasharray="4 3"/>{dots}{marks}'
        f'<text x="{edge + size / 2}" y="{full - 6}" text-anchor="middle">confidence'
        f'</text><text x="{edge}" y="{edge - 10}">share right</text></svg>\n'
    )


def main() -> None:
    """Read the arguments, measure, and write if asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--write", action="store_true", help="write table and diagram")
    given = parser.parse_args()
    encoder = RoleEncoder.load()
    found = [
        (fold, sample)
        for path in given.files
        for fold, row in enumerate(rows(path))
        for sample in samples(row, encoder)
    ]
    fold = np.array([f for f, _ in found]) % FOLDS
    x = np.array([s[0] for _, s in found])
    raw = np.array([s[1] for _, s in found])
    y = np.array([float(s[2]) for _, s in found])
    p = np.zeros(len(y))
    for k in range(FOLDS):
        p[fold == k] = predicted(x[fold == k], fitted(x[fold != k], y[fold != k]))
    table = reliability(p, y)
    print("| confidence | share right | attributions |\n|---|---|---|")
    for mean, share, size in table:
        print(f"| {mean:.2f} | {share:.2f} | {size} |")
    for name, q in (("encoder's own", raw), ("calibrated, in folds", p)):
        print(
            f"{name}: expected calibration error {error(reliability(q, y)):.3f}"
            f"  area under the curve {area(q, y):.3f}  of {len(y)}"
        )
    if given.write:
        weights = fitted(x, y)
        named = {n: round(float(w), 4) for n, w in zip(NAMES, weights, strict=True)}
        WEIGHTS.write_text(json.dumps({"weights": named}, indent=1) + "\n", "utf-8")
        (HERE / "reliability.svg").write_text(diagram(table), "utf-8")


if __name__ == "__main__":
    main()
