import pytest

from sayso.extract.antecedent import with_antecedents
from tests.extract.fake import FakeEncoder


def source(text, pronoun="who", cue="denied", content="it"):
    found = FakeEncoder((pronoun, cue, content, 0.9)).annotate(text)
    ((start, end),) = with_antecedents(text, found)[0].source
    return text[start:end]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Word came through harbour spokesman Ilo Farrant who denied it.",
            "harbour spokesman Ilo Farrant who",
        ),
        ("They asked Mara Quist, who denied it.", "Mara Quist, who"),
        ("He was angry with the two guards who denied it.", "the two guards who"),
    ],
)
def test_the_noun_phrase_before_who_is_the_source(text, expected):
    assert source(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It was the fall of Mara Quist, who denied it.",
        "He asked the clerk at the Port Office who denied it.",
        "It was they in whose name he spoke - who denied it.",
    ],
)
def test_where_the_pronoun_may_point_farther_back_it_stays_alone(text):
    assert source(text) == "who"


def test_a_verb_ends_the_noun_phrase():
    text = "The search unearthed ferry records which showed two payments."
    assert source(text, "which", "showed", "two payments") == "ferry records which"


def test_a_named_source_is_left_as_it_is():
    text = "Mara Quist denied it."
    assert source(text, "Quist") == "Quist"
