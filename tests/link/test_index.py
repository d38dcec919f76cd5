import numpy as np
import pytest

from sayso.domain.attribution import (
    Act,
    Attribution,
    Certainty,
    Polarity,
    Style,
    attribution_id,
)
from sayso.domain.document import Document, document_id
from sayso.domain.span import Span
from sayso.errors import DamagedCaseError
from sayso.link.index import DocumentIndex, index_document
from sayso.link.terms import term_id

TEXT = "Mill workers found dye in the creek. The owner denied it on Friday."


class Letters:
    """Vectors of letter frequencies: alike texts, alike vectors."""

    def embed(self, texts):
        rows = np.array([[t.lower().count(c) for c in "abcdefgh"] for t in texts])
        rows = rows.reshape(len(texts), 8) + 0.01
        return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


def document(text=TEXT, title=None):
    return Document(
        id=document_id("0" * 64),
        uri="a.txt",
        uris=("a.txt",),
        sha256="0" * 64,
        size=len(text),
        media_type="text/plain",
        text=text,
        title=title,
    )


def denial(of):
    source = (Span(document=of.id, start=37, end=46),)
    cue = (Span(document=of.id, start=47, end=53),)
    content = (Span(document=of.id, start=54, end=56),)
    return Attribution(
        id=attribution_id(of.id, source, cue, content),
        document=of.id,
        source=source,
        cue=cue,
        content=content,
        style=Style.INDIRECT,
        polarity=Polarity.REJECTS,
        certainty=Certainty.CERTAIN,
        act=Act.DENY,
        confidence=0.9,
    )


def test_an_index_survives_its_bytes():
    report = document()
    index = index_document(report, [denial(report)], Letters())
    again = DocumentIndex.from_bytes(index.to_bytes())
    assert again.document == report.id
    assert again.attributions == (denial(report).id,)
    for name in ("terms", "counts", "ranges", "vectors", "contents"):
        assert np.array_equal(getattr(again, name), getattr(index, name)), name
        assert getattr(again, name).dtype == getattr(index, name).dtype, name


def test_the_index_holds_passages_terms_and_the_title():
    index = index_document(document(title="Creek scandal"), [], Letters())
    assert index.ranges.tolist() == [[0, 36], [37, 67]]
    assert term_id("scandal") in index.terms
    assert index.counts[index.terms == term_id("creek")] == 2
    assert index.contents.shape == (0, 8)


def test_an_empty_document_has_an_empty_index():
    index = index_document(document(text=""), [], Letters())
    again = DocumentIndex.from_bytes(index.to_bytes())
    assert again.ranges.shape == (0, 2)
    assert len(again.terms) == 0


@pytest.mark.parametrize("spoil", [lambda b: b[:-3], lambda b: b"XXXX" + b[4:]])
def test_damage_is_told(spoil):
    blob = index_document(document(), [], Letters()).to_bytes()
    with pytest.raises(DamagedCaseError):
        DocumentIndex.from_bytes(spoil(blob))


def test_trailing_bytes_are_told():
    blob = index_document(document(), [], Letters()).to_bytes()
    with pytest.raises(DamagedCaseError):
        DocumentIndex.from_bytes(blob + b"\0")
