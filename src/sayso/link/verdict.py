"""Where a report stands, by the words of judgement in it.

The stance model was trained on few rumours and hears the topic louder than the words
of judgement; this counts those words, wherever they stand, and what sources near the
claim commit to. The two together do much better than either.
"""

import json
import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from sayso.domain.attribution import Attribution, Style
from sayso.domain.ids import AttributionId
from sayso.errors import ModelError
from sayso.lexicon.loader import load_toml
from sayso.text.segment import WORD, Range

KINDS = ("false", "denying", "negating", "withholding", "supporting")
_WORDS = {kind: frozenset(load_toml("verdicts")[kind]) for kind in KINDS}
REFUTING: frozenset[str] = frozenset().union(
    *(load_toml("verdicts")[k] for k in ("false", "denying", "negating", "turning"))
)
"""Words that turn a headline round: `No, the bridge has not fallen`."""
OPENING = 3
NEAR_SENTENCES, NEAR = 4, 0.35
"""Which sentences of a report are near the claim: the four closest from a cosine of
0.35. `training/stance/verdict.py` counts with the same numbers."""
NEAR_CONTENT = 0.4
USUAL_LENGTH = 5.5
"""Natural logarithm of the words of a usual report."""
WEIGHT = 2.0
"""Of these words beside the stance model: 1.3 to 3 did equally well on rumours held
out of training, 0.7 worse."""
DENIAL_PRIOR = 1.0
"""Added to the log odds of a denial: claims are asked because they are contested, while
of the pairs trained on one in twenty is a denial. On rumours held out, sampled like
the measure, 0.6 to 1.5 did equally well."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A report as it is read for one claim.

    Attributes:
        similarities: cosine of each passage with the claim.
        contents: cosine of what each attribution says with the claim.
    """

    text: str
    ranges: Sequence[Range]
    similarities: NDArray[np.floating]
    attributions: Sequence[Attribution]
    contents: dict[AttributionId, float]


def refutes(claim: str) -> bool:
    """Tell whether the claim itself is put as a refutation or a negation."""
    return not REFUTING.isdisjoint(_plain(claim)) or "n't" in claim


def features(reading: Reading) -> NDArray[np.float64]:
    """Return what the verdict rests on, `[24]`."""
    counts = _counts(reading)
    near = _near(reading.similarities)
    zones = (counts[:OPENING], counts[near], counts)
    found = [math.log1p(n) for zone in zones for n in zone[:, :-1].sum(axis=0)]
    found.append(math.log1p(float(counts[:, -1].sum())) - USUAL_LENGTH)
    found += _said(reading)
    found.append(float(reading.similarities.max(initial=0.0)))
    return np.array(found)


def design(
    scaled: NDArray[np.float64], turned: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return the columns of the regression, `[n, 50]`.

    They repeat for claims that are refutations (`turned`), which are asked of other
    reports than plain ones; the repetition holds how much those differ.
    """
    head = np.column_stack((np.ones(len(scaled)), scaled))
    return np.column_stack((head, turned[:, None] * head))


def verdicts(claim: str, readings: Iterable[Reading]) -> NDArray[np.float64]:
    """Return log probabilities of asserts, denies, uncommitted, `[n, 3]`."""
    rows = [features(reading) for reading in readings]
    if not rows:
        return np.zeros((0, 3))
    turned = refutes(claim)
    mean, spread, weights = _weights()
    scaled = (np.array(rows) - mean) / spread
    scores = design(scaled, np.full(len(rows), float(turned))) @ weights
    scores -= scores.max(axis=1, keepdims=True)
    scores -= np.log(np.exp(scores).sum(axis=1, keepdims=True))
    # A refuting claim is judged by what it refutes; whoever denies that asserts it.
    result: NDArray[np.float64] = scores[:, [1, 0, 2]] if turned else scores
    return result


def _counts(reading: Reading) -> NDArray[np.float64]:
    rows = []
    for start, end in reading.ranges:
        words = _plain(reading.text[start:end])
        row = [sum(w in _WORDS[kind] for w in words) for kind in KINDS]
        rows.append([*row, len(words)])
    return np.array(rows, np.float64).reshape(-1, len(KINDS) + 1)


def _near(similarities: NDArray[np.floating]) -> NDArray[np.bool_]:
    if not len(similarities):
        return np.zeros(0, np.bool_)
    at = min(NEAR_SENTENCES, len(similarities)) - 1
    least = max(NEAR, float(np.sort(similarities)[::-1][at]))
    return np.asarray(similarities >= least)


def _said(reading: Reading) -> list[float]:
    """Count what sources near the claim, and the report itself, commit to."""
    counts: Counter[str] = Counter()
    for attribution in reading.attributions:
        own = "own" if attribution.style is Style.OWN_VOICE else "said"
        if reading.contents.get(attribution.id, 0.0) >= NEAR_CONTENT:
            counts[f"{own}{attribution.polarity}"] += 1
        counts[f"any{attribution.polarity}"] += 1
    keys = ("said+", "said-", "saidu", "own+", "own-", "ownu", "any-")
    return [math.log1p(counts[key]) for key in keys]


def _plain(text: str) -> list[str]:
    plain = text.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    # `Fake-news` holds a word of judgement.
    return WORD.findall(plain.replace("-", " "))


@cache
def _weights() -> tuple[NDArray[np.float64], ...]:
    path = resources.files("sayso") / "models" / "verdict.json"
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
        return tuple(np.array(raw[key]) for key in ("mean", "spread", "weights"))
    except (OSError, ValueError, KeyError) as error:
        msg = "models/verdict.json is missing or damaged; install sayso again"
        raise ModelError(msg) from error
