import pytest

from sayso.extract.clause import main_clause
from sayso.extract.inflection import tokens


@pytest.mark.parametrize(
    ("sentence", "clause"),
    [
        ("that he left because he was not paid", "he left"),
        ("If it does not rain, the road will open", "the road will open"),
        ("the man who did not vote was seen", "the man was seen"),
        ("the mayor, who has not resigned, will speak", "the mayor will speak"),
        ("I think that he lied", "i think that he lied"),
        ("he says that she lied", "he says"),
        ("The sum may be small, but it matters", "it matters"),
        ("because a law is old does not mean it is bad", "not mean it is bad"),
        ("he did not go; she did", "he did not go"),
    ],
)
def test_only_the_main_clause_remains(sentence, clause):
    assert " ".join(main_clause(tokens(sentence))) in {clause, f"does {clause}"}


def test_nothing_gives_nothing():
    assert main_clause([]) == []


def test_what_is_repeated_is_the_point():
    words = [
        "we",
        "repeat",
        "to",
        "the",
        "widow",
        "and",
        "her",
        "sons",
        "that",
        "the",
        "yard",
        "did",
        "not",
        "pay",
    ]
    assert main_clause(words) == ["the", "yard", "did", "not", "pay"]
