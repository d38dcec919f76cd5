"""From scores to spans: the most probable labelling under a price for each span.

Cues, and the pieces that sources and contents are made of, come from begin-inside-
outside labellings, which know where a span ends. Which piece belongs to which cue is
decided for each cue on its own, so that an attribution may stand inside the content
of another one and a content may be discontinuous.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
SOURCE, CONTENT = 0, 1


@dataclass(frozen=True, slots=True, kw_only=True)
class DecodeSettings:
    """Constants tuned on the development part by `training/attribution/tune.py`.

    Attributes:
        cue_price: log-probability a cue must be worth.
        source_price, content_price: the same for the pieces sources and contents
            are chosen from.
        source_floor, content_floor: mean log-odds at which a piece belongs to a cue.
        stretch_price, stretch_bias: price of a stretch and bias of its words where no
            piece belongs to a cue and its content is decided word by word.
    """

    cue_price: float = 0.5
    source_price: float = 0.5
    content_price: float = 0.5
    source_floor: float = -3.0
    content_floor: float = 0.5
    stretch_price: float = 1.0
    stretch_bias: float = -0.5


def best_spans(tag: Floats, price: float) -> list[tuple[int, int]]:
    """Return spans as word ranges by Viterbi over outside, begin, inside.

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


def pick_source(
    odds: Floats, spans: Sequence[tuple[int, int]], floor: float
) -> NDArray[np.bool_]:
    """Mark the one span that most likely names the source of a cue, if any does.

    Args:
        odds: [words] log-odds of naming it.
        spans: candidates, as word ranges.
        floor: least mean log-odds.
    """
    chosen = np.zeros(len(odds), dtype=np.bool_)
    best = max(spans, key=lambda span: float(odds[slice(*span)].mean()), default=None)
    if best and odds[slice(*best)].mean() > floor:
        chosen[slice(*best)] = True
    return chosen


def pick_content(
    odds: Floats, spans: Sequence[tuple[int, int]], settings: DecodeSettings
) -> NDArray[np.bool_]:
    """Mark every span that belongs to a cue; word by word where none does.

    Args:
        odds: [words] log-odds of being content of the cue.
        spans: candidates, as word ranges; one may be content of several cues, which
            is how an attribution stands inside another.
        settings: floors and prices.
    """
    chosen = np.zeros(len(odds), dtype=np.bool_)
    for span in spans:
        if odds[slice(*span)].mean() > settings.content_floor:
            chosen[slice(*span)] = True
    if chosen.any():
        return chosen
    price = np.array([settings.stretch_price])
    chosen[:] = best_stretches(odds[None] + settings.stretch_bias, price)[0]
    return chosen


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
