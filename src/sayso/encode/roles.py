"""Cues, sources and contents of a text, linked: the attribution encoder."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from sayso.encode.decode import (
    CONTENT,
    SOURCE,
    DecodeSettings,
    best_spans,
    pick_content,
    pick_source,
)
from sayso.encode.plainer import plainer
from sayso.encode.session import Session, open_session
from sayso.encode.tokens import CLS, SEP, Pieces, model_path, pieces
from sayso.encode.windows import MARGIN, Window, windows
from sayso.text.segment import Range, sentences

BATCH_PIECES = 2400
"""Pieces a forward pass, padding included: larger gains no speed on one core and
costs memory (the link scores grow with the square of the window)."""
CUE = 0
FORBIDDEN = -30.0
"""Log-odds no word reaches by itself."""


@dataclass(frozen=True, slots=True)
class LinkedRoles:
    """One attribution as the encoder sees it; ranges are code points.

    Attributes:
        source: empty when the text names none.
        cue: one range.
        content: at least one range, in order; may be discontinuous.
        confidence: mean probability of the words chosen, 0 to 1.
        parts: how sure cue, source and content are, each 0 to 1; None where the
            attribution was not found by the encoder.
    """

    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]
    confidence: float
    parts: tuple[float, float, float] | None = None


class RoleEncoder:
    """Finds who says what in a text. Load once, use for many texts."""

    def __init__(
        self, session: Session, settings: DecodeSettings, *, margin: int = MARGIN
    ) -> None:
        """Wrap an open session; use `load` for the shipped one."""
        self._session = session
        self._settings = settings
        self._margin = margin

    @classmethod
    def load(cls) -> Self:
        """Load the encoder that ships with sayso.

        Raises:
            ModelError: a model file is missing or damaged.
        """
        raw = json.loads(model_path("attribution.json").read_text("utf-8"))
        margin = int(raw.pop("margin", MARGIN))
        session = open_session(model_path("attribution.onnx"))
        return cls(session, DecodeSettings(**raw), margin=margin)

    def annotate(self, text: str) -> list[LinkedRoles]:
        """Return the attributions of `text` in the order of their cues."""
        cut = pieces(plainer(text))
        parts = windows(text, cut, sentences(text), margin=self._margin)
        found = [
            roles
            for window, tag, link in self._forward(cut, parts)
            for roles in decode_window(text, cut, window, (tag, link), self._settings)
        ]
        return sorted(found, key=lambda roles: (roles.cue, roles.content))

    def _forward(
        self, cut: Pieces, parts: Sequence[Window]
    ) -> Iterator[tuple[Window, NDArray[np.float32], NDArray[np.float32]]]:
        """Yield each window with its tag and link scores, special pieces cut off."""
        for batch in _batches(parts):
            ids, mask = _pad(cut, batch)
            tag, link = self._session.run(None, {"ids": ids, "mask": mask})
            for row, window in enumerate(batch):
                end = window.end - window.start + 1
                yield window, tag[row, 1:end], link[row, :, 1:end, 1:end]


def decode_window(
    text: str,
    cut: Pieces,
    window: Window,
    scores: tuple[NDArray[np.float32], NDArray[np.float32]],
    settings: DecodeSettings,
) -> list[LinkedRoles]:
    """Turn the scores of one window into attributions whose cue is in its core.

    Args:
        text: of the document.
        cut: its pieces.
        window: which of them the scores are about.
        scores: tag [pieces, 3 roles, 3 labels] and link [2, pieces, pieces].
        settings: decoding constants.
    """
    tag, link = scores
    heads = np.flatnonzero(cut.first[window.start : window.end])
    if not len(heads):
        return []
    tails = np.append(heads[1:], window.end - window.start) - 1
    core = [
        (a, b)
        for a, b in best_spans(tag[heads, CUE], settings.cue_price)
        if window.core_start <= window.start + heads[a] < window.core_end
    ]
    if not core:
        return []
    spans = (
        best_spans(tag[heads, 1 + SOURCE], settings.source_price),
        best_spans(tag[heads, 1 + CONTENT], settings.content_price),
    )
    begin, finish = cut.starts[window.start :][heads], cut.ends[window.start :][tails]
    found = []
    for a, b in core:
        odds = link[:, heads[a]][:, heads]
        # A cue is no part of its own source or content.
        odds[:, a:b] = FORBIDDEN
        chosen = _chosen(odds, spans, (a, b), settings)
        source, content = (_ranges(text, c, begin, finish) for c in chosen)
        if content:
            cue = ((int(begin[a]), int(finish[b - 1])),)
            sure = _confidence(tag[heads[a:b], CUE], odds, chosen)
            parts = _parts(tag[heads[a:b], CUE], odds, chosen)
            found.append(LinkedRoles(source, cue, content, sure, parts))
    return found


def _chosen(
    odds: NDArray[np.float32],
    spans: Sequence[list[tuple[int, int]]],
    cue: tuple[int, int],
    settings: DecodeSettings,
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Return the words of the source and of the content of one cue."""
    start, end = cue
    outside = [s for s in spans[SOURCE] if s[1] <= start or end <= s[0]]
    source = pick_source(odds[SOURCE], outside, settings.source_floor)
    content = pick_content(odds[CONTENT], spans[CONTENT], settings)
    content[start:end] = False
    return source, content


def _confidence(
    cue: NDArray[np.float32],
    odds: NDArray[np.float32],
    chosen: Sequence[NDArray[np.bool_]],
) -> float:
    """Return the product of the mean probabilities of the chosen words by role."""
    normal = cue - np.logaddexp.reduce(cue, axis=1, keepdims=True)
    sure = float(1 - np.exp(normal[:, 0]).mean())
    for role in (SOURCE, CONTENT):
        if chosen[role].any():
            sure *= float((1 / (1 + np.exp(-odds[role][chosen[role]]))).mean())
    return round(sure, 4)


def _parts(
    cue: NDArray[np.float32],
    odds: NDArray[np.float32],
    chosen: Sequence[NDArray[np.bool_]],
) -> tuple[float, float, float]:
    """Return the probability of the cue, of its source, and the overlap of its content.

    Where no source was chosen its part is the probability that there is none. The
    content's part is the expected share of words in both the chosen and the true
    content among those in either.
    """
    normal = cue - np.logaddexp.reduce(cue, axis=1, keepdims=True)
    likely = 1 / (1 + np.exp(-np.clip(odds, FORBIDDEN, -FORBIDDEN)))
    named = likely[SOURCE][chosen[SOURCE]]
    source = named.mean() if named.size else 1 - likely[SOURCE].max()
    taken = chosen[CONTENT]
    overlap = likely[CONTENT][taken].sum() / (
        taken.sum() + likely[CONTENT][~taken].sum()
    )
    sure = float(1 - np.exp(normal[:, 0]).mean())
    return round(sure, 4), round(float(source), 4), round(float(overlap), 4)


def _ranges(
    text: str,
    chosen: NDArray[np.bool_],
    begin: NDArray[np.int64],
    finish: NDArray[np.int64],
) -> tuple[Range, ...]:
    """Return runs of chosen words as ranges, joined where only space lies between."""
    found: list[Range] = []
    for word in np.flatnonzero(chosen):
        start, end = int(begin[word]), int(finish[word])
        if found and not text[found[-1][1] : start].strip():
            found[-1] = found[-1][0], end
        else:
            found.append((start, end))
    return tuple(found)


def _batches(parts: Sequence[Window]) -> Iterator[list[Window]]:
    """Group windows of like length so that little padding is computed."""
    batch: list[Window] = []
    for window in sorted(parts, key=lambda w: w.end - w.start):
        width = window.end - window.start + 2
        if batch and width * (len(batch) + 1) > BATCH_PIECES:
            yield batch
            batch = []
        batch.append(window)
    if batch:
        yield batch


def _pad(
    cut: Pieces, batch: Sequence[Window]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    width = max(w.end - w.start for w in batch) + 2
    ids = np.zeros((len(batch), width), dtype=np.int64)
    mask = np.zeros_like(ids)
    for row, window in enumerate(batch):
        length = window.end - window.start
        ids[row, 0] = CLS
        ids[row, 1 : length + 1] = cut.ids[window.start : window.end]
        ids[row, length + 1] = SEP
        mask[row, : length + 2] = 1
    return ids, mask
