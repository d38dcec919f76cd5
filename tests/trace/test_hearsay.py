import pytest

from sayso.domain.origin import CreditKind
from sayso.trace.hearsay import heard_in


def found(text):
    return [(text[h.start : h.end], h.kind, h.cited) for h in heard_in(text)]


def test_sources_that_somebody_cites_are_found():
    text = "The Watch, citing two fishermen, said the ferry sank."
    assert found(text) == [("two fishermen", CreditKind.WITNESS, True)]


def test_a_source_at_the_end_of_the_sentence_is_found():
    text = "The ferry sank off the point, a source close to the yard confirmed today."
    [(words, kind, cited)] = found(text)
    assert (words, kind, cited) == ("a source", CreditKind.UNNAMED, False)


def test_whose_source_it_is_belongs_to_its_name():
    text = "Residents of lower Aldmoor reported a loud bang."
    [heard] = heard_in(text)
    assert text[heard.start : heard.end] == "Residents"
    assert text[heard.start : heard.whole] == "Residents of lower Aldmoor"


@pytest.mark.parametrize(
    "text",
    [
        "Twitter is abuzz with rumours that the ferry sank.",
        "The story has been making the rounds on Twitter.",
    ],
)
def test_a_platform_where_a_rumour_goes_round_is_a_source(text):
    assert found(text) == [("Twitter", CreditKind.SOCIAL_MEDIA, False)]


@pytest.mark.parametrize(
    "text",
    [
        "The company has a page on Twitter.",
        "The ferry sank off the point in heavy seas.",
        "It was an official confirmation.",
        "",
    ],
)
def test_other_sentences_name_nobody(text):
    assert found(text) == []
