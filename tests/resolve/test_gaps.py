import pytest

from sayso.resolve.gaps import joined, plain_words
from sayso.resolve.page import Page


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("Karl Pike", True),
        ("J. Pike", True),
        ("Gen. Pike", True),
        ("Pike & Holm", True),
        ("Karl\n\nPike", False),
        ("Karl’s Pike", False),
        ("Karl’s Union", False),
        ("Karl, Pike", False),
        ("He met Karl. Pike left.", False),
    ],
)
def test_what_stands_between_the_words_of_a_name(text, together):
    page = Page(text)
    at = next(
        i for i, t in enumerate(page.tokens) if t.text in ("Karl", "J", "Gen", "Pike")
    )
    assert joined(page, page.tokens[at], page.tokens[at + 1]) is together


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("Porters' Cooperative", True),
        ("Women’s League", True),
        ("Porters' Quay", False),
        ("porters' union", False),
        ("Dunmere's Hospital", False),
    ],
)
def test_members_in_the_name_of_their_body(text, together):
    page = Page(text)
    assert joined(page, *page.tokens) is together


def test_everyday_words_are_plain_in_both_numbers():
    assert {"minister", "witnesses", "officials", "the", "tuesday"} <= plain_words()
    assert "holm" not in plain_words()
