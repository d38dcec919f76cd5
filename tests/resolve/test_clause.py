import pytest

from sayso.resolve.clause import follows_in, governed, modifies, runs_business
from sayso.resolve.naming import find_names
from sayso.resolve.page import Page


def named(text, part):
    page = Page(text)
    return page, next(n for n in find_names(page) if part in n.text)


@pytest.mark.parametrize(
    ("text", "subject", "oblique"),
    [
        ("They left, but Holm stayed.", True, False),
        ("They left with Holm.", False, True),
        ("They told Holm.", False, False),
    ],
)
def test_what_governs_a_place(text, subject, oblique):
    page = Page(text)
    assert governed(page, text.index("Holm"), 0) == (subject, oblique)


def test_a_name_before_its_campaign_only_qualifies_it():
    assert modifies(*named("So said the Anna Holm campaign.", "Holm"))
    assert not modifies(*named("So said Anna Holm.", "Holm"))


def test_what_has_shares_is_a_company():
    assert runs_business(*named("They met Ordo Vale executives.", "Vale"))
    assert not runs_business(*named("They met Ordo Vale, executives said.", "Vale"))


def test_places_follow_in():
    assert follows_in(*named("It rained in smog-ridden Dunmere.", "Dunmere"))
    assert not follows_in(*named("It was said by Dunmere.", "Dunmere"))
