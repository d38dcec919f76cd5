"""From scores to spans: the most probable labelling under a price for each span.

Cues come from a begin-inside-outside labelling. Sources and contents are decided
for each cue on its own, so that an attribution may stand inside the content of
another one and a content may be discontinuous.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
SOURCE, CONTENT = 0, 1


@dataclass(frozen=True, slots=True, kw_only=True)
class DecodeSettings:
    """Constants tuned on the development part by `training/attribution/tune.py`.

    Attributes:
        cue_price: log-probability a cue must be worth.
        link_price: the same for each stretch of source, of content.
        link_bias: added to every log-odds of source, of content.
        role_weight: share of the cue-independent role score in the log-odds.
    """

    cue_price: float = 0.5
    link_price: tuple[float, float] = (1.0, 1.0)
    link_bias: tuple[float, float] = (0.0, 0.0)
    role_weight: tuple[float, float] = (0.0, 0.0)

    @classmethod
    def from_json(cls, raw: Mapping[str, Any]) -> Self:
        """Build from the constants file that ships beside the model."""
        pairs = {
            k: (float(v[0]), float(v[1])) for k, v in raw.items() if k != "cue_price"
        }
        return cls(cue_price=float(raw["cue_price"]), **pairs)


def best_cues(tag: Floats, price: float) -> list[tuple[int, int]]:
    """Return cue spans as word ranges by Viterbi over outside, begin, inside.

    Args:
        tag: [words, 3] scores of outside, begin, inside.
        price: subtracted on entering a span.
    """
    score = tag - np.logaddexp.reduce(tag, axis=1, keepdims=True)
    total = len(score)
    back = np.zeros((total, 3), dtype=np.int8)
    value = score[0] - np.array([0.0, price, np.inf])
    for t in range(1, total):
        free = int(value.argmax())
        inside = 1 if value[1] >= value[2] else 2
        back[t] = free, free, inside
        value = score[t] + np.array([value[free], value[free] - price, value[inside]])
    label = int(value.argmax())
    spans: list[tuple[int, int]] = []
    end = total
    for t in range(total - 1, -1, -1):
        if label == 1:
            spans.append((t, end))
        if label != 2:  # noqa: PLR2004 - 2 is "inside"
            end = t
        label = int(back[t, label])
    return spans[::-1]


def best_stretches(odds: Floats, price: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Label each word of many sequences at once as in or out.

    Args:
        odds: [rows, words] log-odds of being in; `-inf` forbids.
        price: [rows] subtracted on each entry into a stretch.

    Returns:
        [rows, words] True where the best labelling is in.
    """
    rows, total = odds.shape
    back_in = np.zeros((total, rows), dtype=np.bool_)
    back_out = np.zeros((total, rows), dtype=np.bool_)
    inside, outside = odds[:, 0] - price, np.zeros(rows)
    for t in range(1, total):
        entered = outside - price
        back_in[t] = inside >= entered
        back_out[t] = inside > outside
        inside, outside = (
            np.maximum(inside, entered) + odds[:, t],
            np.maximum(inside, outside),
        )
    chosen = np.zeros((rows, total), dtype=np.bool_)
    state = inside > outside
    for t in range(total - 1, -1, -1):
        chosen[:, t] = state
        state = np.where(state, back_in[t], back_out[t])
    return chosen
