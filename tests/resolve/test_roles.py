import pytest

from sayso.resolve.naming import find_names
from sayso.resolve.page import Page
from sayso.resolve.roles import describe, noun_gender


def described(text):
    page = Page(text)
    return describe(page, find_names(page)[0])


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("They met Karl Pike, a local baker, there.", "a local baker"),
        ("They met Karl Pike, 54, there.", "54-year-old"),
        ("They asked party spokeswoman Lena Berg.", "party spokeswoman"),
        ("We know Karl Pike is the new mayor.", "the new mayor"),
    ],
)
def test_roles_beside_a_name(text, role):
    assert role in described(text).roles


def test_a_clause_is_no_role():
    assert described("They met Karl Pike, and the storm went on.").roles == ()
    assert described("In the hall admits spokesman Karl Pike.").roles == ("spokesman",)


def test_a_role_may_show_gender():
    assert described("They met Xin Wu, a local businesswoman.").gender == "f"
    assert noun_gender({"man", "wife"}) == ""
