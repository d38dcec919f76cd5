import pytest

from sayso.extract.inflection import lemmas, tokens


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("said", "say"), ("told", "tell"), ("denied", "deny"), ("denies", "deny"),
        ("denying", "deny"), ("admitting", "admit"), ("claimed", "claim"),
        ("alleging", "allege"), ("accused", "accuse"), ("dismisses", "dismiss"),
        ("thought", "think"), ("sought", "seek"), ("panicked", "panic"),
        ("allegations", "allegation"), ("theories", "theory"), ("vetoes", "veto"),
    ],
)  # fmt: skip
def test_a_form_leads_to_its_lemma(form, lemma):
    assert lemmas(form)[0] == form
    assert lemma in lemmas(form)


def test_contractions_are_two_tokens():
    assert tokens("He didn’t say: can't.") == [
        "he", "did", "n't", "say", ":", "ca", "n't", ".",
    ]  # fmt: skip


def test_names_with_dots_and_hyphens_stay_whole():
    assert tokens("U.S. so-called 3.5%") == ["u.s.", "so-called", "3.5", "%"]
