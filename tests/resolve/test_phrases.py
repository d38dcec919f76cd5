from sayso.resolve.page import Page
from sayso.resolve.phrases import definite_people, person_noun_before, plural_people


def texts(text, ranges):
    return [text[start:end] for start, end in ranges]


def test_nouns_for_several_people():
    text = "Russian officials and police met the voters of a ministry."
    found = [span for _noun, span in plural_people(Page(text))]
    assert texts(text, found) == ["Russian officials", "police", "voters"]


def test_definite_phrases_for_one_person_without_a_name_after_them():
    text = "The former mayor met the spokesman Karl Pike and the new judge."
    assert texts(text, definite_people(Page(text))) == [
        "The former mayor",
        "the new judge",
    ]


def test_the_noun_before_a_relative_pronoun():
    text = "It was one of the voters in Leeds who said so."
    page = Page(text)
    start, end = person_noun_before(page, text.index("who"), 6)
    assert text[start:end] == "the voters"
    assert person_noun_before(page, text.index("one"), 6) is None
