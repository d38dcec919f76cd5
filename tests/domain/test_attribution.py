from sayso.domain.attribution import attribution_id
from sayso.domain.ids import DocumentId
from sayso.domain.span import Span

HERE = DocumentId("doc-1")


def spans(*ranges: tuple[int, int]) -> tuple[Span, ...]:
    return tuple(Span(document=HERE, start=s, end=e) for s, e in ranges)


def test_which_role_a_span_plays_is_part_of_the_id() -> None:
    first, second, third = spans((0, 2)), spans((3, 5)), spans((6, 9))
    assert attribution_id(HERE, first, second, third) == attribution_id(
        HERE, first, second, third
    )
    assert attribution_id(HERE, first, second, third) != attribution_id(
        HERE, second, first, third
    )


def test_pieces_of_a_content_are_not_one_long_content() -> None:
    cue = spans((3, 5))
    whole = attribution_id(HERE, (), cue, spans((6, 12)))
    pieces = attribution_id(HERE, (), cue, spans((6, 8), (9, 12)))
    assert whole != pieces
