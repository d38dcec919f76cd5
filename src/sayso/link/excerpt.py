"""Choose what of a report the stance model gets to see."""

import itertools
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.lexicon.loader import load_toml
from sayso.text.segment import WORD, Range

EXCERPT_WORDS = 120
"""About 160 word pieces, which with the claim fills the 192 the model was trained
on; half as many again gained nothing on rumours held out of training."""
VERDICT_BONUS = {
    "false": 0.25,
    "denying": 0.25,
    "turning": 0.25,
    "supporting": 0.1,
    "withholding": 0.1,
}
"""Added to the cosine of a sentence that passes judgement: such a sentence need not
repeat the claim (`The picture turned out to be a hoax`), and to miss a refutation is
the worst mistake."""
GAP = " … "

_BONUS: dict[str, float] = {
    word: bonus
    for kind, bonus in reversed(VERDICT_BONUS.items())
    for word in load_toml("verdicts")[kind]
}


def excerpt(
    text: str, ranges: Sequence[Range], similarities: NDArray[np.floating]
) -> str:
    """Return the opening of a report and its sentences closest to a claim.

    The sentences stand in the order of the report, gaps marked by an ellipsis.

    Args:
        text: of the report.
        ranges: its passages, in order.
        similarities: cosine of each passage with the claim, `[p]`.
    """
    if not len(ranges):
        return text[: EXCERPT_WORDS * 6]
    sentences = [text[start:end] for start, end in ranges]
    scores = similarities + np.array([_bonus(s) for s in sentences])
    scores[0] = np.inf
    room = EXCERPT_WORDS
    chosen: list[int] = []
    for at in np.argsort(-scores, kind="stable"):
        length = len(WORD.findall(sentences[at]))
        if length <= room or not chosen:
            chosen.append(int(at))
            room -= length
    return _joined(sentences, sorted(chosen))


def _bonus(sentence: str) -> float:
    plain = sentence.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    return max((_BONUS.get(word, 0.0) for word in WORD.findall(plain)), default=0.0)


def _joined(sentences: Sequence[str], chosen: Sequence[int]) -> str:
    parts = [" ".join(sentences[chosen[0]].split())]
    for before, at in itertools.pairwise(chosen):
        parts.append(" " if at == before + 1 else GAP)
        parts.append(" ".join(sentences[at].split()))
    return "".join(parts)
