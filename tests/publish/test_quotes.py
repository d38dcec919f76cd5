from hypothesis import given
from hypothesis import strategies as st

from sayso.domain.ids import DocumentId
from sayso.domain.span import Span
from sayso.publish.quotes import GAP, MAX_QUOTE, Role, quote_attribution, quote_spans
from tests.publish.records import CHEQUES, DENIED, ECHO, LANTERN, TOLD

DOC = DocumentId("doc-1")


def span(start, end):
    return Span(document=DOC, start=start, end=end)


def marked(quote, role):
    return [piece.text for piece in quote.pieces if piece.role is role]


def test_a_quote_is_its_whole_sentence_with_its_parts_marked() -> None:
    quote = quote_attribution(LANTERN.text, TOLD)
    assert quote.text.startswith("The harbour office paid")
    assert quote.text.endswith("told the Lantern.")
    assert marked(quote, Role.SOURCE) == ["a former bookkeeper"]
    assert marked(quote, Role.CUE) == ["told"]
    assert marked(quote, Role.CONTENT)[0].startswith("harbour office paid")
    assert LANTERN.text[quote.start : quote.end] == quote.text


def test_abbreviated_neighbours_stay_out() -> None:
    assert quote_attribution(LANTERN.text, CHEQUES).text.startswith("“I wrote")
    assert quote_attribution(ECHO.text, DENIED).text.startswith("The office called")


def test_what_lies_between_distant_sentences_becomes_a_gap() -> None:
    text = "First one. Second one. Third one."
    quote = quote_spans(text, {Role.CONTENT: (span(0, 5), span(23, 28))})
    assert quote.text == f"First one.{GAP}Third one."


def test_neighbouring_sentences_join_without_a_gap() -> None:
    text = "First one. Second one. Third one."
    quote = quote_spans(text, {Role.CONTENT: (span(0, 5), span(11, 17))})
    assert quote.text == "First one. Second one."


def test_content_wins_where_marks_overlap() -> None:
    marks = {Role.CUE: (span(0, 9),), Role.CONTENT: (span(4, 9),)}
    quote = quote_spans("He denied it.", marks)
    assert marked(quote, Role.CUE) == ["He d"]
    assert marked(quote, Role.CONTENT) == ["enied"]


def test_a_page_without_full_stops_is_cut_to_a_readable_length() -> None:
    text = "word " * 40_000
    quote = quote_spans(text, {Role.CONTENT: (span(100_000, 100_004),)})
    assert len(quote.text) < MAX_QUOTE
    assert marked(quote, Role.CONTENT) == ["word"]


def test_endless_content_keeps_its_head_and_its_tail() -> None:
    text = "start " + "word " * 40_000 + "end"
    quote = quote_spans(text, {Role.CONTENT: (span(0, len(text)),)})
    assert len(quote.text) < MAX_QUOTE
    assert quote.text.startswith("start word")
    assert quote.text.endswith("word end")


@given(st.text(alphabet="ab .\n", min_size=1, max_size=60), st.data())
def test_every_piece_is_verbatim_and_every_mark_is_shown(text, data) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    quote = quote_spans(text, {Role.CONTENT: (span(start, end),)})
    assert "".join(marked(quote, Role.CONTENT)).split() == text[start:end].split()
    assert all(p.text in text for p in quote.pieces if p.role is not Role.GAP)
