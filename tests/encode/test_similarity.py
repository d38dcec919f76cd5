import numpy as np
import pytest

from sayso.encode.similarity import DIMENSIONS, SentenceEncoder


@pytest.fixture(scope="module")
def encoder():
    return SentenceEncoder.load()


def test_vectors_have_unit_length(encoder):
    vectors = encoder.embed(["The mill dyed the creek red.", "Bread got dearer."])
    assert vectors.shape == (2, DIMENSIONS)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 1], abs=1e-3)


def test_a_paraphrase_is_closer_than_another_matter(encoder):
    claim, same, other = encoder.embed(
        [
            "The factory poisoned the river.",
            "Waste from the plant has contaminated the stream.",
            "The orchestra played two encores.",
        ]
    )
    assert claim @ same > claim @ other + 0.3


def test_company_changes_a_vector_little(encoder):
    text = "A ferry ran aground at dawn."
    alone = encoder.embed([text])[0]
    crowd = encoder.embed([text, "word " * 400, "Hm."])[0]
    assert alone @ crowd > 0.97


def test_nothing_gives_nothing(encoder):
    assert encoder.embed([]).shape == (0, DIMENSIONS)


def test_an_empty_text_has_a_vector(encoder):
    assert np.isfinite(encoder.embed([""])).all()
