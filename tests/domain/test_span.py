import pytest

from sayso.domain.ids import DocumentId
from sayso.domain.span import Span, span_text

HERE, THERE = DocumentId("doc-1"), DocumentId("doc-2")


def span(start: int, end: int, document: DocumentId = HERE) -> Span:
    return Span(document=document, start=start, end=end)


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 3), (-1, 3)])
def test_a_span_that_cannot_exist_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="is empty"):
        span(start, end)


def test_spans_overlap_only_where_they_share_a_character() -> None:
    assert span(0, 4).overlaps(span(3, 5))
    assert not span(0, 3).overlaps(span(3, 5))
    assert not span(0, 4).overlaps(span(0, 4, THERE))


def test_pieces_are_joined_with_a_mark() -> None:
    text = "“We paid,” she said, “twice.”"
    assert span_text(text, [span(1, 9), span(22, 28)]) == "We paid, … twice."


def test_offsets_count_code_points() -> None:
    text = "🔥 Naïveté at the quay"
    assert span_text(text, [span(2, 9)]) == "Naïveté"
