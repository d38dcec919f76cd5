"""Count the signs of how a report stands to what it tells.

They are few and belong to no topic: words for a false story, denials, what is missing,
hearsay, updates. What they mean for a stance is weighed in `verdict`.
"""

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.lexicon.loader import load_toml
from sayso.text.segment import Range


def _pattern(alternatives: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(alternatives)})(?!\w)")


_SIGNS: dict[str, re.Pattern[str]] = {
    name: _pattern(alternatives)
    for name, alternatives in load_toml("judgement")["signs"].items()
}
_HEARSAY = _pattern(load_toml("judgement")["hearsay"])
SIGNS: tuple[str, ...] = tuple(_SIGNS)
"""Names of the groups of signs, in the order in which they are counted."""


def plain(text: str) -> str:
    """Return text as the patterns read it: folded, spaces and apostrophes plain."""
    folded = text.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    return " ".join(folded.replace("\N{LEFT SINGLE QUOTATION MARK}", "'").split())


def count_signs(text: str, ranges: Sequence[Range]) -> NDArray[np.float64]:
    """Return how often each group shows in each stretch of a text, `[n, groups]`."""
    rows = []
    for start, end in ranges:
        stretch = plain(text[start:end])
        rows.append([len(p.findall(stretch)) for p in _SIGNS.values()])
    return np.array(rows, np.float64).reshape(-1, len(SIGNS))


def hearsay(claim: str) -> bool:
    """Tell whether a claim itself is put as hearsay: `X has reportedly left`."""
    return _HEARSAY.search(plain(claim)) is not None
