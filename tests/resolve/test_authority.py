import pytest

from sayso.domain.actor import ActorKind
from sayso.resolve.authority import give_authority
from sayso.resolve.cast import Cast
from sayso.resolve.figure import Figure
from sayso.resolve.page import Page
from sayso.resolve.source import read_source


@pytest.mark.parametrize(
    ("source", "authority"),
    [
        ("Russian Foreign Minister Sergei Orlov", "Russia"),
        ("Cuban ambassador to Bolivia Angel Ruiz", "Cuba"),
        ("Putin’s spokesman Sergei Orlov", "Russia"),
        ("Pentagon spokesman Karl Pike", "US Department of Defense"),
        ("Karl Pike, a lawyer for Anna Holm", "Anna Holm"),
        ("Karl Pike, a Russian baker", None),
        ("Karl Pike", None),
    ],
)
def test_for_whom_a_source_speaks(source, authority):
    page = Page(f"So said {source} on the phone.")
    start = page.text.index(source)
    cast, figure = Cast(page), Figure(kind=ActorKind.PERSON)
    give_authority(cast, figure, read_source(page, start, start + len(source)))
    found = figure.authority
    assert (next(iter(found.forms)) if found else None) == authority


def test_the_first_authority_stays():
    state = Figure(kind=ActorKind.ORGANIZATION)
    figure = Figure(kind=ActorKind.PERSON, authority=state)
    page = Page("Pentagon spokesman Karl Pike")
    give_authority(Cast(page), figure, read_source(page, 0, len(page.text)))
    assert figure.authority is state


@pytest.mark.parametrize(
    "source", ["the company’s spokeswoman", "a lawyer for the company"]
)
def test_a_body_named_before_is_served(source):
    page = Page(f"They sued the firm Acme Shipping. So {source} said no.")
    start = page.text.index(source)
    cast, figure = Cast(page), Figure(kind=ActorKind.UNNAMED)
    give_authority(cast, figure, read_source(page, start, start + len(source)))
    assert figure.authority is not None
    assert "Acme Shipping" in figure.authority.forms
