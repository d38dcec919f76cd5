import pytest

from sayso.domain.actor import ActorKind
from sayso.resolve.cast import Cast
from sayso.resolve.descriptions import owned, resolve_description
from sayso.resolve.page import Page
from sayso.resolve.source import read_source


def resolve(text, source):
    page = Page(text)
    start = text.rindex(source)
    cast = Cast(page)
    return resolve_description(
        cast, read_source(page, start, start + len(source)), None
    )


@pytest.mark.parametrize(
    ("source", "name", "kind"),
    [
        ("the Afghan government", "Afghanistan", ActorKind.ORGANIZATION),
        ("the Orlov campaign", "Orlov campaign", ActorKind.ORGANIZATION),
        ("a Reuters report", "Reuters", ActorKind.OUTLET),
        ("a Russian bank", "a Russian bank", ActorKind.UNNAMED),
        ("two Russian officials", "two Russian officials", ActorKind.UNNAMED),
        ("the study", "the study", ActorKind.UNNAMED),
    ],
)
def test_what_a_description_names(source, name, kind):
    figure = resolve(f"They met Orlov. So said {source} then.", source)
    assert (next(iter(figure.forms)), figure.kind) == (name, kind)


def test_a_government_office_is_not_the_bank_just_named():
    text = "They met Harbour Trust Bank. Then the government said no."
    assert resolve(text, "the government").kind is ActorKind.UNNAMED


def test_a_campaign_of_his_is_his():
    page = Page("They met Karl Pike. Then his campaign and his aides spoke.")
    cast = Cast(page)
    pike = next(f for f in cast.figures if "Karl Pike" in f.forms)
    for source, name in (("his campaign", "Pike campaign"), ("his aides", "his aides")):
        start = page.text.index(source)
        words = read_source(page, start, start + len(source))
        figure = owned(cast, words, pike)
        assert next(iter(figure.forms)) == name
    assert figure.authority is pike


@pytest.mark.parametrize(
    ("source", "name"),
    [("this office", "Prosecutor of Dunmere"), ("this group", "this group")],
)
def test_who_publishes_is_this_office(source, name):
    page = Page(f"They met Karl Pike. Then {source} said no.")
    start = page.text.index(source)
    cast = Cast(page, "Prosecutor of Dunmere")
    words = read_source(page, start, start + len(source))
    assert next(iter(resolve_description(cast, words, None).forms)) == name


def test_who_is_quoted_is_this_company():
    page = Page("“Here this company won,” Karl Pike said.")
    start = page.text.index("this")
    cast = Cast(page, "The Sarn Tribune")
    pike = next(f for f in cast.figures if "Karl Pike" in f.forms)
    words = read_source(page, start, start + len("this company"))
    assert resolve_description(cast, words, pike) is pike


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Sarn Tribune wrote of it. Then the report said no.", "Sarn Tribune"),
        ("A report came. The Sarn Tribune has it. Then the report said no.",
         "the report"),
        ("Karl Pike wrote of it. Then the report said no.", "the report"),
    ],
)  # fmt: skip
def test_the_report_is_that_of_the_outlet_just_named(text, name):
    page = Page(text)
    start = text.rindex("the report")
    words = read_source(page, start, start + len("the report"))
    figure = resolve_description(Cast(page), words, None)
    assert next(iter(figure.forms)) == name
