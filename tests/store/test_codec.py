"""Records come back from JSON as they were."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.domain.ids import DocumentId
from sayso.domain.span import Span
from sayso.errors import DamagedCaseError
from sayso.store.codec import decode, encode


class Colour(StrEnum):
    RED = "red"


@dataclass(frozen=True, slots=True)
class Inner:
    name: str
    weight: float


@dataclass(frozen=True, slots=True)
class Everything:
    inner: Inner
    many: tuple[Inner, ...]
    pair: tuple[str, int]
    listed: list[int]
    tags: frozenset[str]
    table: Mapping[str, tuple[int, ...]]
    day: date
    moment: datetime
    colour: Colour
    side: Literal["left", "right"]
    flag: bool
    absent: Inner | None
    present: Inner | None
    id: DocumentId


@dataclass(frozen=True, slots=True)
class Awkward:
    either: int | str


def everything() -> Everything:
    return Everything(
        inner=Inner("ä", 1.0),
        many=(Inner("a", 0.1), Inner("b", 0.2)),
        pair=("x", 3),
        listed=[1, 2],
        tags=frozenset({"b", "a"}),
        table={"k": (1, 2)},
        day=date(2031, 1, 2),
        moment=datetime(2031, 1, 2, 3, 4, tzinfo=UTC),
        colour=Colour.RED,
        side="left",
        flag=True,
        absent=None,
        present=Inner("c", 3.0),
        id=DocumentId("doc-1"),
    )


def test_every_kind_of_field_comes_back() -> None:
    record = everything()
    back = decode(Everything, encode(record))
    assert back == record
    assert isinstance(back.colour, Colour)
    assert isinstance(back.listed, list)
    assert isinstance(back.inner.weight, float)


def test_equal_records_give_equal_text() -> None:
    assert encode(everything()) == encode(everything())
    assert encode(frozenset({"b", "a"})) == '["a","b"]'


def test_a_field_that_could_be_two_things_is_refused() -> None:
    with pytest.raises(TypeError, match="union"):
        decode(Awkward, '{"either":1}')


def test_nothing_but_the_named_record_can_come_out() -> None:
    """A hostile case cannot make us build other objects."""
    for kind, text in (
        (Span, '{"document":"d","start":5,"end":2}'),
        (Inner, '{"name":"a","weight":1,"evil":"x"}'),
        (Inner, '{"name":"a"}'),
        (Inner, "[1, 2]"),
        (Inner, "{"),
    ):
        with pytest.raises(DamagedCaseError, match="build it again"):
            decode(kind, text)


@given(st.text(), st.integers(0, 10**9), st.integers(1, 10**6))
def test_spans_come_back(document: str, start: int, length: int) -> None:
    span = Span(document=DocumentId(document), start=start, end=start + length)
    assert decode(Span, encode(span)) == span
