from sayso.extract.bounds import bounded
from sayso.text.segment import sentences
from tests.extract.fake import FakeEncoder


def roles(text, *attributions):
    found = FakeEncoder(*attributions).annotate(text)
    return [
        tuple([text[s:e] for s, e in role] for role in (r.cue, r.content))
        for r in bounded(text, found, sentences(text))
    ]


def test_indirect_speech_ends_with_its_sentence():
    text = "The audit found that the fund was empty. Two clerks left in May."
    given = ("The audit", "found", "that the fund was empty. Two clerks left", 0.9)
    assert roles(text, given)[0][1] == ["that the fund was empty"]


def test_a_quotation_runs_on():
    text = "Lenz said: “The fund was empty. Two clerks left.”"
    given = ("Lenz", "said", "The fund was empty. Two clerks left", 0.9)
    assert roles(text, given)[0][1] == ["The fund was empty. Two clerks left"]


def test_a_content_reaches_up_to_according_to():
    text = "The two losses are linked according to the harbour master."
    given = ("the harbour master", "according", "The two losses", 0.9)
    assert roles(text, given)[0] == (["according to"], ["The two losses are linked"])


def test_words_of_another_attribution_are_not_taken_in():
    text = "The losses are linked, Lenz thinks, according to the harbour master."
    one = ("Lenz", "thinks", "The losses are linked", 0.9)
    other = ("the harbour master", "according to", "The losses are linked", 0.9)
    assert roles(text, one, other)[1][1] == ["The losses are linked"]


def test_a_determiner_goes_back_to_the_content():
    text = "The yard has denied all the charges of fraud."
    given = ("The yard", "has denied all", "the charges of fraud", 0.9)
    assert roles(text, given)[0] == (["has denied"], ["all the charges of fraud"])


def test_the_name_of_a_thing_belongs_to_it():
    text = "The Courier told of a secret fund, called Lantern 12, and closed."
    given = ("The Courier", "told of", "a secret fund", 0.9)
    assert roles(text, given)[0][1] == ["a secret fund, called Lantern 12"]


def test_a_clause_after_a_content_is_not_taken_in():
    text = "The Courier told of a secret fund, which it had seen."
    given = ("The Courier", "told of", "a secret fund", 0.9)
    assert roles(text, given)[0][1] == ["a secret fund"]
