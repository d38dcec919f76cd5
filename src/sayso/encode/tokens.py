"""Word pieces with exact offsets into the text, and the shipped vocabulary."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from sayso.errors import ModelError

CLS, SEP = 101, 102
"""Special pieces of the BERT uncased vocabulary."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """The word pieces of one text, special pieces left out.

    Attributes:
        ids: [n] vocabulary numbers.
        starts, ends: [n] code-point offsets of each piece.
        first: [n] True where a piece begins a word.
    """

    ids: NDArray[np.int64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    first: NDArray[np.bool_]


def model_path(name: str) -> Path:
    """Return the path of a shipped model file.

    Raises:
        ModelError: the installation lacks it.
    """
    path = Path(str(files("sayso") / "models" / name))
    if not path.is_file():
        msg = f"{path}: a model file of sayso is missing; install sayso again"
        raise ModelError(msg)
    return path


@cache
def load_tokenizer() -> Tokenizer:
    """Load the shipped word-piece vocabulary once a process."""
    tokenizer = Tokenizer.from_file(str(model_path("tokenizer.json")))
    # Presets that would cut or pad texts silently; the file ships without them.
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def pieces(text: str) -> Pieces:
    """Cut `text` into word pieces, offsets in code points."""
    encoding = load_tokenizer().encode(text, add_special_tokens=False)
    offsets = np.asarray(encoding.offsets, dtype=np.int64).reshape(-1, 2)
    first = np.array([not t.startswith("##") for t in encoding.tokens], dtype=np.bool_)
    return Pieces(
        np.asarray(encoding.ids, dtype=np.int64), offsets[:, 0], offsets[:, 1], first
    )
