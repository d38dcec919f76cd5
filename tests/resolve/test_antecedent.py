import pytest

from sayso.resolve.antecedent import (
    Clue,
    described,
    nearest,
    nearest_body,
    nearest_person,
    pronoun_fits,
    same_body,
    same_role,
)
from sayso.resolve.cast import Cast
from sayso.resolve.page import Page
from sayso.resolve.source import read_source


def resolve(text, how):
    page = Page(text.replace("[", "").replace("]", ""))
    start, end = text.index("["), text.index("]") - 1
    cast = Cast(page)
    if how == "pronoun":
        fits = pronoun_fits(page.text[start:end].lower())
        clue = Clue(start=start, quoted=page.quoted(start), fits=fits, ahead=True)
        figure = nearest(cast, clue)
    else:
        words = read_source(page, start, end)
        figure = {
            "role": lambda: described(cast, words, []),
            "body": lambda: nearest_body(cast, words),
            "person": lambda: nearest_person(cast, words, "f"),
        }[how]()
    return max(figure.forms, key=len) if figure else None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Karl Pike met Otto Reed. Then [he] left.", "Karl Pike"),
        ("Karl Pike spoke. They went with Otto Reed. Then [he] left.", "Karl Pike"),
        ("Karl Pike spoke. “Otto Reed came.” Then [he] left.", "Karl Pike"),
        ("When [she] left, Anna Holm wept.", "Anna Holm"),
        ("The Harbour League met. [It] voted.", "Harbour League"),
        ("Nobody came. [He] left.", None),
        ("Anna Holm came. [He] left.", None),
        ("Anna Holm and Karl Pike came. [They] left.", "Anna Holm and Karl Pike"),
    ],
)
def test_pronouns(text, name):
    assert resolve(text, "pronoun") == name


def test_a_pronoun_does_not_reach_back_for_ever():
    assert (
        resolve("Karl Pike came. " + "It rained. " * 20 + "[He] left.", "pronoun")
        is None
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Mayor Anna Holm and Senator Karl Pike met. [The mayor] left.", "Anna Holm"),
        ("Karl Pike, a Republican senator, met Otto Reed, a Democratic senator."
         " [The Democratic senator] left.", "Otto Reed"),
        ("Karl Pike, a lawyer, came. [The attorney] left.", "Karl Pike"),
        ("Karl Pike, 54, met Otto Reed, 33. [The 33-year-old] left.", "Otto Reed"),
        ("Karl Pike, a baker, came. [The mayor] left.", None),
    ],
)  # fmt: skip
def test_descriptions_by_role(text, name):
    assert resolve(text, "role") == name


def test_bodies_nearby_that_are_nothing_else():
    assert resolve("They robbed Harbour Trust Bank. [The bank] shut.", "body") == (
        "Harbour Trust Bank"
    )
    assert resolve("They sued in Leeds High Court. [The bank] shut.", "body") is None


def test_an_epithet_renames_the_person_just_named():
    assert resolve("Anna Holm came. [The 34-year-old] left.", "person") == "Anna Holm"
    assert resolve("Anna Holm, 50, came. [The 34-year-old] left.", "person") is None


def test_like_nouns():
    assert same_role("spokesman", "spokeswoman")
    assert not same_role("lawyer", "doctor")
    assert same_body("firm", "company")
    assert not same_body("court", "bank")
