import pytest

from sayso.resolve.page import Page
from sayso.resolve.source import Form, read_source


def read(text):
    return read_source(Page(f"{text} spoke about it at length."), 0, len(text))


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("he", Form.PRONOUN),
        ("They", Form.PRONOUN),
        ("according to her", Form.PRONOUN),
        ("many of them", Form.PRONOUN),
        ("I", Form.FIRST),
        ("we", Form.FIRST),
        ("who", Form.RELATIVE),
        ("most of whom", Form.RELATIVE),
        ("Anna Holm", Form.NAME),
        ("US", Form.NAME),
        ("WHO", Form.NAME),
        ("two officials", Form.DESCRIPTION),
        ("the 54-year-old", Form.DESCRIPTION),
        ("...", Form.NOTHING),
    ],
)
def test_forms(text, form):
    assert read(text).form is form


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("Putin’s spokesperson Dmitry Orlov", "Dmitry Orlov"),
        ("Gen John Pike, the head of US forces", "John Pike"),
        ("the spokesperson of Taliban Karim Aziz", "Karim Aziz"),
        ("the White House press secretary, Josh Reed", "Josh Reed"),
        ("The American president, Donald Holm", "Donald Holm"),
        ("Secretary of State Anna Holm", "Anna Holm"),
        ("Karl Pike (R-Utah), a member of the panel,", "Karl Pike"),
        ("Karl Pike, who chairs the panel", "Karl Pike"),
        ("the Taliban", "Taliban"),
        ("One of them, Dagny Holt,", "Dagny Holt"),
    ],
)
def test_the_head_of_a_named_source(text, head):
    words = read(text)
    assert words.form is Form.NAME
    assert words.name is not None
    assert words.name.text.removeprefix("the ") == head


@pytest.mark.parametrize(
    ("text", "head", "owner"),
    [
        ("Obama's aides", "aide", "Obama"),
        ("the Clinton supporters", "supporter", "Clinton"),
        ("a senior adviser to Mr. Pike", "adviser", "Pike"),
        ("the Pike campaign", "campaign", "Pike"),
        ("two people close to Anna Holm", "person", "Anna Holm"),
        ("captives interrogated by the Afghan army", "captive", None),
    ],
)
def test_descriptions_lean_on_their_owner_only(text, head, owner):
    words = read(text)
    assert words.form is Form.DESCRIPTION
    assert words.head == head
    assert (words.owner.text if words.owner else None) == owner


def test_number_definiteness_and_nation():
    words = read("the two Russian officials")
    assert words.plural
    assert words.definite
    assert words.places == ("RU",)
    assert not read("a Russian official").definite


def test_names_in_a_list_are_all_kept():
    words = read("Anna Holm, Karl Pike and Mr. Reed")
    names = {name.text for name in (words.name, *words.others)}
    assert names == {"Anna Holm", "Karl Pike", "Reed"}


def test_a_principal_stands_next_to_the_office():
    assert read("Karl Pike, a spokesman for Acme Corp").principal.text == "Acme Corp"
    assert read("FBI Director James Pike").principal.text == "FBI"
    met = read("Karl Pike, the nominee who met President Reed")
    assert met.principal is None


def test_his_campaign_keeps_its_pronoun():
    assert read("his campaign").pronoun == "his"
