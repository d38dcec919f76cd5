import pytest

from sayso.encode.roles import RoleEncoder
from sayso.encode.session import open_session
from sayso.errors import ModelError


@pytest.fixture(scope="module")
def encoder():
    return RoleEncoder.load()


def words(text, ranges):
    return [text[s:e] for s, e in ranges]


def test_indirect_speech_is_linked(encoder):
    text = "The harbour master said the ferry had left without its cargo."
    (found,) = encoder.annotate(text)
    assert words(text, found.source) == ["The harbour master"]
    assert words(text, found.cue) == ["said"]
    assert "the ferry had left without its cargo" in words(text, found.content)[0]
    assert 0.3 < found.confidence <= 1


def test_each_cue_gets_its_own_source(encoder):
    text = (
        "“We sold nothing,” the trader Ilse Brandt said on Monday. But the ministry "
        "alleged that the firm shipped rifles to both sides."
    )
    first, second = encoder.annotate(text)
    assert "Ilse Brandt" in words(text, first.source)[0]
    assert "We sold nothing" in words(text, first.content)[0]
    assert words(text, second.source) == ["the ministry"]
    assert "shipped rifles" in words(text, second.content)[0]


def test_plain_narration_has_no_attribution(encoder):
    assert encoder.annotate("The bridge is long. It was built in 1931.") == []
    assert encoder.annotate("") == []
    assert encoder.annotate("\n \n") == []


def test_spans_are_exact_in_unusual_text(encoder):
    text = "\r\n\t“Ça suffit 👋”, Zoë Müller told reporters…\r\n\r\n" * 3
    for found in encoder.annotate(text):
        for start, end in (*found.source, *found.cue, *found.content):
            assert 0 <= start < end <= len(text)
            assert text[start:end] == text[start:end].strip()


def test_a_long_text_gives_the_same_as_its_parts_far_from_edges(encoder):
    filler = "The road runs north along the river and past the old mill. " * 40
    said = "The mayor said the mill would close in May. "
    alone = encoder.annotate(said)
    (within,) = encoder.annotate(filler + said + filler)
    shift = len(filler)
    assert [(s - shift, e - shift) for s, e in within.cue] == list(alone[0].cue)
    assert [(s - shift, e - shift) for s, e in within.source] == list(alone[0].source)


def test_a_damaged_model_is_named(tmp_path):
    path = tmp_path / "attribution.onnx"
    path.write_bytes(b"not a model")
    with pytest.raises(ModelError, match=r"attribution\.onnx"):
        open_session(path)


def test_how_sure_each_part_is_told(encoder):
    (found,) = encoder.annotate("The harbour master said the ferry had left empty.")
    assert found.parts
    assert all(0 <= part <= 1 for part in found.parts)
    assert min(found.parts) > 0.3
