"""Where a report stands, by the signs of judgement in it.

The stance model was trained on few rumours and hears the topic louder than the words
of judgement; this counts those words, wherever they stand, and what sources near the
claim commit to, and knows no topic. The two together do better than either.
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

from sayso.domain.attribution import Attribution, Polarity, Style
from sayso.domain.ids import AttributionId
from sayso.errors import ModelError
from sayso.lexicon.loader import load_toml
from sayso.link.signs import SIGNS, count_signs, hearsay
from sayso.text.segment import WORD, Range

REFUTING: frozenset[str] = frozenset().union(
    *(load_toml("verdicts")[k] for k in ("false", "denying", "negating", "turning"))
)
"""Words that turn a headline round: `No, the bridge has not fallen`."""
OPENING = ENDING = 3
"""Sentences at the edges of a report, where judgement mostly stands."""
NEAR_CONTENT = 0.4
"""Cosine with the claim from which what somebody says counts as near it."""
USUAL_LENGTH = 5.5
"""Natural logarithm of the words of a usual report."""
BY_CLAIM = 3.0
"""Scale of the two columns for what kind of claim is asked, so that the ridge of the
fit holds them less than the others."""
WEIGHT = 2.0
"""Of these signs beside the stance model: 1.3 to 3 did equally well on rumours held
out of its training, 0.7 worse."""
PRIORS = (0.75, 1.5, 0.0)
"""Added to the log probabilities of asserts, denies, uncommitted. Claims are asked
because they are contested, while of the pairs trained on one in twenty is a denial; and
a report that passes a claim on without doubting it stands for it, which the labels
trained on often call open. On rumours left out of the fit, sampled as the measure
samples, 0.25 to 0.75 and 1.25 to 1.75 did equally well."""


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
    """Return what the verdict rests on, `[45]`.

    That is how often each group of signs shows in the opening, at the end and in all
    of the report, how long it is, where it first refutes, how near the claim it comes,
    and how far those who reject what is near the claim outnumber those who hold it.
    """
    counts = count_signs(reading.text, reading.ranges)
    at = np.arange(len(counts))
    zones = (
        at < OPENING,
        (at >= OPENING) & (at >= len(counts) - ENDING),
        at >= 0,
    )
    found = [math.log1p(n) for zone in zones for n in counts[zone].sum(axis=0)]
    words = sum(len(WORD.findall(reading.text[s:e])) for s, e in reading.ranges)
    found += [math.log1p(words) - USUAL_LENGTH, _turn(counts)]
    nearness = np.clip(reading.similarities, 0, 1)
    found += [float(nearness.max(initial=0)), float(nearness[:OPENING].max(initial=0))]
    return np.array(found + _balance(reading))


def design(
    scaled: NDArray[np.float64],
    turned: NDArray[np.float64],
    heard: NDArray[np.float64],
) -> NDArray[np.float64]:
    """Return the columns of the regression, `[n, 48]`.

    Args:
        scaled: features with mean 0 and spread 1.
        turned: 1 where the claim is a refutation, else 0; such claims are asked of
            other reports than plain ones.
        heard: 1 where the claim is put as hearsay, else 0. A report that passes on
            hearsay leaves it open; few settle it.
    """
    kinds = np.column_stack((turned, heard)) * BY_CLAIM
    return np.column_stack((np.ones(len(scaled)), scaled, kinds))


def verdicts(claim: str, readings: Iterable[Reading]) -> NDArray[np.float64]:
    """Return log probabilities of asserts, denies, uncommitted, `[n, 3]`."""
    rows = [features(reading) for reading in readings]
    if not rows:
        return np.zeros((0, 3))
    turned = refutes(claim)
    mean, spread, weights = _weights()
    scaled = (np.array(rows) - mean) / spread
    kinds = (np.full(len(rows), float(kind)) for kind in (turned, hearsay(claim)))
    scores = design(scaled, *kinds) @ weights
    scores -= scores.max(axis=1, keepdims=True)
    scores -= np.log(np.exp(scores).sum(axis=1, keepdims=True))
    # A refuting claim is judged by what it refutes; whoever denies that asserts it.
    result: NDArray[np.float64] = scores[:, [1, 0, 2]] if turned else scores
    return result


def _turn(counts: NDArray[np.float64]) -> float:
    """Return how early the report first refutes: 1 in the first sentence, 0 never."""
    refuting = [SIGNS.index(name) for name in ("outright", "denying")]
    where = np.flatnonzero(counts[:, refuting].sum(axis=1))
    return 1 - float(where[0]) / len(counts) if len(where) else 0.0


def _balance(reading: Reading) -> list[float]:
    """Return how far rejecting outnumbers holding near the claim: sources, the report.

    Both on a logarithmic scale, 0 for a draw.
    """
    counts: Counter[tuple[bool, Polarity]] = Counter()
    for attribution in reading.attributions:
        if reading.contents.get(attribution.id, 0.0) >= NEAR_CONTENT:
            own = attribution.style is Style.OWN_VOICE
            counts[own, attribution.polarity] += 1
    return [
        math.log1p(counts[own, Polarity.REJECTS])
        - math.log1p(counts[own, Polarity.HOLDS])
        for own in (False, True)
    ]


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
