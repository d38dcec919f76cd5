"""Judge a passage against a claim: does it assert it, deny it, or merely discuss it?"""

from collections.abc import Sequence
from typing import Self

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from sayso.encode.session import Session, batches, open_session, pad
from sayso.encode.tokens import load_tokenizer, model_path

ASSERTS, DENIES, UNCOMMITTED, UNRELATED = range(4)
MAX_PIECES = 192
"""Of claim and passage together; the model was trained on no longer pairs."""
MAX_CLAIM_PIECES = 64
"""A question longer than this is no claim but a text; its end is cut."""
_BATCH_CELLS = 3072


class PairEncoder:
    """The shipped cross-encoder for stance (MiniLM-L6, int8)."""

    def __init__(self, session: Session, tokenizer: Tokenizer) -> None:
        """Wrap an open session; use `load` for the shipped one."""
        self._session = session
        self._tokenizer = tokenizer

    @classmethod
    def load(cls) -> Self:
        """Open the model that ships with sayso; takes about 0.2 seconds."""
        return cls(open_session(model_path("stance.onnx")), load_tokenizer())

    def stances(self, claim: str, passages: Sequence[str]) -> NDArray[np.float32]:
        """Return the probability of each stance of each passage toward the claim.

        Args:
            claim: a proposition in affirmative form, or a headline.
            passages: stretches of reports; what exceeds 192 word pieces is cut.

        Returns:
            `[n, 4]`: asserts, denies, uncommitted, unrelated; rows sum to one.
        """
        probabilities = np.zeros((len(passages), 4), np.float32)
        if not passages:
            return probabilities
        head = self._tokenizer.encode(claim).ids
        head = [*head[: MAX_CLAIM_PIECES - 1], head[-1]]
        tails = [
            encoding.ids[1:]
            for encoding in self._tokenizer.encode_batch(list(passages))
        ]
        room = MAX_PIECES - len(head)
        rows = [
            head + (ids if len(ids) <= room else [*ids[: room - 1], ids[-1]])
            for ids in tails
        ]
        for group in batches([len(row) for row in rows], _BATCH_CELLS):
            ids, mask = pad([rows[i] for i in group])
            kinds = (np.arange(ids.shape[1]) >= len(head)).astype(np.int64) * mask
            (logits,) = self._session.run(
                None, {"ids": ids, "mask": mask, "kinds": kinds}
            )
            shifted = np.exp(logits - logits.max(axis=1, keepdims=True))
            probabilities[group] = shifted / shifted.sum(axis=1, keepdims=True)
        return probabilities
