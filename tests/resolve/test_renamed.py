import pytest

from sayso.resolve.cast import Cast
from sayso.resolve.page import Page
from sayso.resolve.renamed import (
    nearest_body,
    nearest_holders,
    nearest_outlet,
    nearest_pair,
    nearest_person,
    same_body,
)
from sayso.resolve.source import read_source


def resolve(text, how, publisher=None):
    page = Page(text.replace("[", "").replace("]", ""))
    start, end = text.index("["), text.index("]") - 1
    cast = Cast(page, publisher)
    words = read_source(page, start, end)
    figure = how(cast, words)
    return max(figure.forms, key=len) if figure else None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They robbed Harbour Trust Bank. [The bank] shut.", "Harbour Trust Bank"),
        ("They sued in Leeds High Court. [The bank] shut.", None),
        ("Ordo Vale Shipping paid. [The company] shut.", "Ordo Vale Shipping"),
        ("Ordo Vale Shipping paid. [The hospital] shut.", None),
        ("Ordo Vale Shipping paid. [The agency] shut.", None),
        ("The Sarn Tribune asked Ordo Vale Shipping. [The newspaper] wrote.",
         "Sarn Tribune"),
    ],
)  # fmt: skip
def test_bodies_nearby_that_are_nothing_else(text, name):
    assert resolve(text, nearest_body) == name


def test_a_company_calls_itself_the_company_in_its_statement():
    own = "Ordo Vale Shipping"
    text = "The gang of the quay lied. [The company] paid nobody."
    assert resolve(text, nearest_body, publisher=own) == own
    assert resolve(text, nearest_body, publisher="The Sarn Tribune") is None
    assert resolve(text, nearest_body, publisher="Sarn Wire") is None
    power = text.replace("The company", "The power company")
    assert resolve(power, nearest_body, publisher=own) is None
    assert resolve("Nobody wrote. [The newspaper] lied.", nearest_body, own) is None


def test_who_publishes_is_not_the_outlet_just_named():
    text = "The Sarn Tribune wrote. The Dunmere Herald asked. [The report] stands."
    assert resolve(text, nearest_outlet) == "Dunmere Herald"
    assert resolve(text, nearest_outlet, "Dunmere Herald") == "Sarn Tribune"


def test_an_epithet_renames_the_person_just_named():
    def woman(cast, words):
        return nearest_person(cast, words, "f")

    assert resolve("Anna Holm came. [The 34-year-old] left.", woman) == "Anna Holm"
    assert resolve("Anna Holm, 50, came. [The 34-year-old] left.", woman) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Germany and the United States met. [The two countries] agreed.",
         "Germany and United States"),
        ("Karl Pike and Otto Reed met. [The two men] agreed.",
         "Karl Pike and Otto Reed"),
        ("Karl Pike and Otto Reed met. [Both countries] agreed.", None),
        ("Germany and the United States met. [The pair] agreed.", None),
    ],
)  # fmt: skip
def test_two_of_a_kind(text, name):
    assert resolve(text, nearest_pair) == name


def test_the_senators_are_those_named_together():
    text = "They met Senators Karl Pike and Otto Reed. [The {}] agreed."
    senators, bakers = text.format("senators"), text.format("bakers")
    assert resolve(senators, nearest_holders) == "Karl Pike and Otto Reed"
    assert resolve(bakers, nearest_holders) is None


def test_like_nouns():
    assert same_body("firm", "company")
    assert not same_body("court", "bank")
