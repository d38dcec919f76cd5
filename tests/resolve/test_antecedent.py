import pytest

from sayso.resolve.antecedent import (
    Clue,
    described,
    nearest,
    pronoun_fits,
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
        figure = described(cast, words, [])
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
        ("Anna Holm and Karl Pike came. [Both] left.", "Anna Holm and Karl Pike"),
        ("The Harbour League met. [Both] left.", None),
        ("A grim survey came. [He] left.", None),
    ],
)
def test_pronouns(text, name):
    assert resolve(text, "pronoun") == name


def test_a_paragraph_goes_on_with_whom_it_is_about():
    before = "Karl Pike lost. It was late.\n\nOtto Reed won. "
    assert resolve(before + "[He] left.", "pronoun") == "Otto Reed"


def test_quoted_sentences_hardly_part_a_speaker_from_his_pronoun():
    quote = "“It rained. It snowed. Otto Reed lost. It rained. It snowed,” "
    assert resolve(f"Karl Pike spoke. {quote}[he] said.", "pronoun") == "Karl Pike"


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
        ("Anna Holm, the mill's spokeswoman, came. [The mill] closed.", None),
        ("Anna Holm, the company's lawyer, came. [The company] closed.", None),
    ],
)  # fmt: skip
def test_descriptions_by_role(text, name):
    assert resolve(text, "role") == name


def test_like_roles():
    assert same_role("spokesman", "spokeswoman")
    assert not same_role("lawyer", "doctor")
