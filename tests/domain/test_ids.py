from hypothesis import given
from hypothesis import strategies as st

from sayso.domain.ids import HASH_DIGITS, content_id


def test_the_same_parts_give_the_same_id() -> None:
    assert content_id("att", "d", [[1, 2]]) == content_id("att", "d", ((1, 2),))


def test_an_id_says_what_it_is_of() -> None:
    prefix, _, digits = content_id("clm", "x").partition("-")
    assert prefix == "clm"
    assert len(digits) == HASH_DIGITS
    assert set(digits) <= set("0123456789abcdef")


@given(st.text(min_size=1), st.text(min_size=1), st.text(min_size=1))
def test_where_parts_are_split_matters(first: str, middle: str, last: str) -> None:
    assert content_id("x", first + middle, last) != content_id(
        "x", first, middle + last
    )
