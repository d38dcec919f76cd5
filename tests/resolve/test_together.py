import pytest

from sayso.resolve.naming import find_names
from sayso.resolve.page import Page
from sayso.resolve.together import coordinated, principal


def names_of(text):
    page = Page(f"{text} said it to Holm, Pike, Reed and Orlov.")
    return page, find_names(page, 0, len(text))


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("Anna Holm and Karl Pike", ["Karl Pike"]),
        ("Anna Holm, Karl Pike and Otto Reed", ["Karl Pike", "Otto Reed"]),
        ("Anna Holm, Karl Pike", []),
        ("Anna Holm of Norway", []),
    ],
)
def test_a_list_needs_its_and(text, others):
    page, names = names_of(text)
    assert [n.text for n in coordinated(page, names[0], names)] == others


@pytest.mark.parametrize(
    ("text", "head", "served"),
    [
        ("Orlov’s spokesman Karl Pike", 1, "Orlov"),
        ("Karl Pike, a spokesman for the NRA", 0, "NRA"),
        ("Karl Pike, ambassador to Peru", 0, None),
        ("Karl Pike, who met Orlov", 0, None),
    ],
)
def test_whom_an_office_serves(text, head, served):
    page, names = names_of(text)
    found = principal(page, names[head], names, 0, len(text))
    assert (found.text if found else None) == served
