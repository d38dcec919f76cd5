import pytest

from sayso.extract.inner import inner
from sayso.extract.quotes import quoted
from sayso.text.segment import sentences
from tests.extract.fake import FakeEncoder


def nested(text, *attributions):
    found = FakeEncoder(*attributions).annotate(text)
    return [
        tuple(text[slice(*role[0])] for role in (r.source, r.cue, r.content))
        for r in inner(text, found, sentences(text), quoted(text))
    ]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            "two officials said the prisoners were paid",
            ("two officials", "said", "the prisoners were paid"),
        ),
        (
            "a guard had told investigators that the gate stood open",
            ("a guard", "had told", "the gate stood open"),
        ),
        (
            "the mayor still wants to build the dam",
            ("the mayor", "still wants", "to build the dam"),
        ),
        ("he denied that he took money", ("he", "denied", "he took money")),
    ],
)
def test_a_clause_of_saying_inside_a_content(content, expected):
    text = f"The Courier reported that {content}."
    assert nested(text, ("The Courier", "reported", f"that {content}", 0.9)) == [
        expected
    ]


@pytest.mark.parametrize(
    "content",
    [
        "people accused of theft were let go",
        "he wants to build the dam",
        "the state report on fear is late",
        "“two officials said the prisoners were paid”",
        "the dam to be built said nothing",
    ],
)
def test_other_uses_of_such_verbs_are_none(content):
    text = f"The Courier reported that {content}."
    assert nested(text, ("The Courier", "reported", content, 0.9)) == []


def test_what_is_known_already_is_not_found_again():
    text = "The Courier reported that officials said the dam broke."
    outer = ("The Courier", "reported", "officials said the dam broke", 0.9)
    known = ("officials", "said", "the dam broke", 0.9)
    assert nested(text, outer, known) == []


def test_the_inner_attribution_names_its_parent(read):
    text = "The Courier reported that two officials said the dam broke at night."
    outer, within = read(
        text,
        (
            "The Courier",
            "reported",
            "that two officials said the dam broke at night",
            0.9,
        ),
    )
    assert within[1:] == ("two officials", "said", "the dam broke at night")
    assert within[0].parent == outer[0].id
