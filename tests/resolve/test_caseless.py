import pytest

from sayso.resolve.caseless import caseless_runs
from sayso.resolve.page import Page


def runs(text, *, source=False):
    page = Page(text)
    return [
        " ".join(t.text for t in run)
        for run in caseless_runs(page, page.tokens, source=source)
    ]


def test_titles_first_names_and_lists_show_names():
    assert runs("MINISTER QWIST MET ANNA HOLM AND THE FMLN IN PERU TODAY") == [
        "MINISTER QWIST",
        "ANNA HOLM",
        "FMLN",
        "PERU",
    ]


def test_us_is_a_state_after_its_article_only():
    assert runs("THE US TOLD US") == ["US"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("BRUGAL", ["BRUGAL"]),
        ("THE ENVOY TO PERU ANGEL BRUGAL", ["PERU", "ANGEL BRUGAL"]),
        ("THE GUERRILLAS", []),
        ("A TALL STRANGER", []),
        ("RESIDENTS OF THE TOWN", []),
    ],
)
def test_unknown_words_at_the_end_of_a_source_are_a_name(text, names):
    assert runs(text, source=True) == names
    assert "BRUGAL" not in runs("BRUGAL")
