import pytest

from sayso.domain.ids import DocumentId
from sayso.domain.span import Span
from sayso.trace.witness import has_seen, is_witness


@pytest.mark.parametrize(
    "text",
    [
        "Ida Holm, one of the survivors, said the ferry sank.",
        "Ida Holm, 31, a passenger, said the ferry sank.",
        "Neighbor Ida Holm said the ferry sank.",
    ],
)
def test_people_introduced_as_having_been_there_are_witnesses(text):
    assert is_witness(text, "Ida Holm")


def test_others_in_the_sentence_make_nobody_a_witness():
    text = "Ida Holm, the minister, met the relatives of those whom survivors left."
    assert not is_witness(text, "Ida Holm")


@pytest.mark.parametrize(
    ("text", "saw"),
    [("I saw the mast go", True), ("we heard a bang", True), ("it sank", False)],
)
def test_who_tells_what_he_saw_is_a_witness(text, saw):
    content = (Span(document=DocumentId("doc-1"), start=0, end=len(text)),)
    assert has_seen(text, content) is saw
