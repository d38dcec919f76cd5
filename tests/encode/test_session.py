import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.encode.session import batches, open_session, pad
from sayso.errors import ModelError


@given(st.lists(st.integers(1, 200), max_size=60), st.integers(1, 2000))
def test_batches_hold_every_sequence_once_within_the_limit(lengths, cells):
    found = batches(lengths, cells)
    assert sorted(i for group in found for i in group) == list(range(len(lengths)))
    for group in found:
        longest = max(lengths[i] for i in group)
        assert len(group) == 1 or longest * len(group) <= cells


def test_padding_is_masked():
    ids, mask = pad([[5, 6, 7], [8]])
    assert ids.tolist() == [[5, 6, 7], [8, 0, 0]]
    assert mask.tolist() == [[1, 1, 1], [1, 0, 0]]
    assert ids.dtype == np.int64


def test_a_damaged_model_is_told(tmp_path):
    path = tmp_path / "broken.onnx"
    path.write_bytes(b"not a model")
    with pytest.raises(ModelError, match="broken"):
        open_session(path)
