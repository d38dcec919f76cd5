import pytest

from sayso.extract.proposition import Mood, names_falsity, read_content, unwrap


@pytest.mark.parametrize(
    "content",
    [
        "no such list exists",
        "the list does not exist",
        "nobody saw the list",
        "there is little point in waiting",
        "it is unlikely that the list exists",
        "the reports are fiction",
        "the claim that a list exists is a lie",
        "few people saw the list",
        "That is not true.",
        "There was no evidence that a list existed",
    ],
)
def test_negated(content):
    assert read_content(content).negated


@pytest.mark.parametrize(
    "content",
    [
        "not only the list but the ledger exists",
        "there is no doubt that the list exists",
        "the owner is none other than the mayor",
        "it is no longer a secret",
        "he hid the list because he had no choice",
        "the woman who never left saw the list",
        "he refused to hand over the list",
        "it is not untrue",
    ],
)
def test_standing(content):
    assert not read_content(content).negated


@pytest.mark.parametrize(
    ("content", "certainty"),
    [
        ("the list might exist", "possible"),
        ("perhaps he kept it", "possible"),
        ("he probably kept it", "probable"),
        ("I think he kept it", "probable"),
        ("he is believed to have kept it", "probable"),
        ("he kept it in May", "certain"),
        ("most likely voters kept it", "probable"),
        ("he kept it because he might need it", "certain"),
    ],
)
def test_hedges_in_the_main_clause_count(content, certainty):
    assert read_content(content).certainty == certainty


@pytest.mark.parametrize(
    ("content", "mood"),
    [
        ("“Who kept the list?”", Mood.QUESTION),
        ("whether he kept it", Mood.QUESTION),
        ("to keep the list", Mood.INFINITIVE),
        ("“Keep the list safe.”", Mood.DIRECTIVE),
        ("we must keep the list", Mood.DIRECTIVE),
        ("the tax should boost growth", Mood.STATEMENT),
        ("he kept the list", Mood.STATEMENT),
    ],
)
def test_mood(content, mood):
    assert read_content(content).mood is mood


def test_a_wrapper_is_split_from_what_it_wraps():
    assert unwrap("the widely held belief that he lied") == ("belief", "he lied")
    assert unwrap("no evidence that he lied") == ("", "no evidence that he lied")
    assert unwrap("he lied")[0] == ""


def test_labels_of_falsity():
    assert names_falsity("the whole programme a hoax")
    assert names_falsity("the story ridiculous")
    assert not names_falsity("his rival ridiculous")
