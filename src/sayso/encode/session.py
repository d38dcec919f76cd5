"""Open the shipped ONNX models one thread each.

Documents are handled by a pool of processes, so every session stays on one thread:
two single-thread processes beat one with two threads, which spin while they wait.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol, cast

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray

from sayso.errors import ModelError


class Session(Protocol):
    """The one method we use of an ONNX session, typed."""

    def run(
        self, names: Sequence[str] | None, feeds: Mapping[str, NDArray[Any]]
    ) -> list[NDArray[Any]]:
        """Return the named outputs, all of them for None."""
        ...


def open_session(path: Path) -> Session:
    """Return a single-threaded session of a model file.

    Raises:
        ModelError: the file is damaged.
    """
    options = ort.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # Without an arena the memory of a long document goes back after it.
    options.enable_cpu_mem_arena = False
    try:
        session = ort.InferenceSession(
            str(path), options, providers=["CPUExecutionProvider"]
        )
    except Exception as error:  # onnxruntime has no common base of its own
        msg = f"{path}: the model file is damaged ({error}); install sayso again"
        raise ModelError(msg) from error
    return cast("Session", session)


def pad(sequences: list[list[int]]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return ids padded with zeros to the longest sequence, and their mask."""
    width = max(len(sequence) for sequence in sequences)
    ids = np.zeros((len(sequences), width), np.int64)
    mask = np.zeros((len(sequences), width), np.int64)
    for row, sequence in enumerate(sequences):
        ids[row, : len(sequence)] = sequence
        mask[row, : len(sequence)] = 1
    return ids, mask


def batches(lengths: list[int], cells: int) -> list[list[int]]:
    """Group sequences of like length so that little is spent on padding.

    Args:
        lengths: of the sequences, in word pieces.
        cells: most word pieces, padding included, in one batch.

    Returns:
        The positions in `lengths` of each batch.
    """
    order = sorted(range(len(lengths)), key=lambda i: -lengths[i])
    found: list[list[int]] = []
    width = 0
    for i in order:
        if found and width * (len(found[-1]) + 1) <= cells:
            found[-1].append(i)
        else:
            found.append([i])
            width = max(1, lengths[i])
    return found
