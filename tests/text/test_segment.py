from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sayso.text.segment import paragraphs, sentence_around, sentences, words


def cut(text):
    return [text[s:e] for s, e in sentences(text)]


def test_abbreviations_and_initials_do_not_end_a_sentence():
    text = (
        "Gen. J. R. Ortt met Dr. Vale in the U.S. capital. They spoke at 5 p.m. sharp."
    )
    assert cut(text) == [
        "Gen. J. R. Ortt met Dr. Vale in the U.S. capital.",
        "They spoke at 5 p.m. sharp.",
    ]


def test_closing_quotes_stay_with_their_sentence():
    text = "“It is false.” The minister left. 'No!' he cried."
    assert cut(text) == ["“It is false.”", "The minister left.", "'No!' he cried."]


def test_a_headline_is_a_sentence_of_its_own():
    assert cut("Ferry sinks off Orrin\nBy A. Writer\n\nNobody was hurt.") == [
        "Ferry sinks off Orrin",
        "By A. Writer",
        "Nobody was hurt.",
    ]


def test_hard_wrapped_lines_are_joined():
    text = (
        "The committee heard on Tuesday that the payments\n"
        "had been made in cash over several months.\nNobody objected."
    )
    assert len(cut(text)) == 2


def test_a_long_headline_is_not_joined_to_what_stands_below_it():
    head = "Shipping company paid a gang to burn the old quay, say detainees"
    assert cut(f"{head}\nBy Marta Ilves") == [head, "By Marta Ilves"]
    lead = "SARN, March 11 (Wire) - A shipping company paid members of a gang"
    assert cut(f"{head}\n{lead}, officials said on Monday.")[0] == head


@given(st.text(alphabet=st.sampled_from("aB. \n\r\t?!”\"'1é"), max_size=200))
def test_sentences_lie_in_order_and_lose_nothing_but_space(text):
    found = sentences(text)
    assert all(a < b for a, b in found)
    assert all(x[1] <= y[0] for x, y in pairwise(found))
    kept = "".join(text[a:b] for a, b in found)
    assert "".join(kept.split()) == "".join(text.split())
    assert all(text[a:b] == text[a:b].strip() for a, b in paragraphs(text))


def test_words_keep_contractions_and_initialisms_whole():
    text = "The U.S. didn’t re-open it."
    found = [text[a:b] for a, b in words(text)]
    assert found == ["The", "U.S", "didn’t", "re-open", "it"]


def test_sentence_around_covers_a_span_across_two_sentences():
    text = "One here. Two here. Three here."
    assert text[slice(*sentence_around(text, 4, 14))] == "One here. Two here."
    assert sentence_around("", 0, 0) == (0, 0)
