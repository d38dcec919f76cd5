import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.domain.actor import ActorKind
from sayso.resolve.naming import find_names
from sayso.resolve.page import Page


def found(text):
    return [name.text for name in find_names(Page(text))]


def only(text):
    names = find_names(Page(text))
    assert len(names) == 1, names
    return names[0]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("They met Foreign Minister Anna Holm on Monday.", ["Anna Holm"]),
        ("It was FBI Director James Pike.", ["FBI", "James Pike"]),
        ("So said Taliban envoy Karim Aziz.", ["Taliban", "Karim Aziz"]),
        ("It was Taliban Karim Aziz.", ["Taliban", "Karim Aziz"]),
        ("He met Gen. John W. Pike Jr. there.", ["John W. Pike Jr"]),
        ("It hit the Department of Water and the town.", ["Department of Water"]),
        ("He knows Ludwig van der Berg well.", ["Ludwig van der Berg"]),
        ("But Holm and Pike said no.", ["Holm", "Pike"]),
        ("Holm’s lawyer said no.", ["Holm"]),
        ("He met the NATO Commander.", ["NATO"]),
        ("He met the Attorney General.", []),
        ("It was a Russian Foreign Minister.", []),
    ],
)
def test_names_in_running_text(text, names):
    assert found(text) == names


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("He met Anna Holm there.", ActorKind.PERSON),
        ("He met Ms. Qwist there.", ActorKind.PERSON),
        ("He met the Harbour Workers Union there.", ActorKind.ORGANIZATION),
        ("He read the Plovdiv Gazette there.", ActorKind.OUTLET),
        ("He joined the FNU there.", ActorKind.ORGANIZATION),
        ("He saw Qwist there.", None),
    ],
)
def test_kinds(text, kind):
    assert only(text).kind is kind


def test_a_title_stays_with_its_name():
    name = only("They met Mrs. Holm there.")
    assert (name.title, name.text, name.gender) == ("Mrs.", "Holm", "f")


def test_sentence_openers_are_no_names():
    assert found("Bombs fell. Issuing a denial, the army left.") == []


def test_a_name_that_opens_a_sentence_counts_when_it_speaks_or_returns():
    assert found("Qwist said no.") == ["Qwist"]
    assert found("Qwist left. They followed Qwist.") == ["Qwist", "Qwist"]


def test_names_do_not_run_over_sentences_or_headings():
    assert found("They met Anna Holm.\n\nPike Leaves\n\nThey met Karl Pike.") == [
        "Anna Holm",
        "Karl Pike",
    ]


def test_upper_case_text():
    text = "PRESIDENT ALFREDO RUIZ SAID THE FMLN AND MEXICO KILLED MAJOR DIEGO PAZ."
    assert found(text) == ["ALFREDO RUIZ", "FMLN", "MEXICO", "DIEGO PAZ"]


def test_party_marks_are_no_names():
    assert found("They met Rep. Karl Pike, R-Utah, there.") == ["Karl Pike"]


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_every_name_is_a_stretch_of_the_text(text):
    for name in find_names(Page(text)):
        assert text[name.start : name.end] == name.text
        assert 0 <= name.lead <= name.start < name.end <= len(text)
