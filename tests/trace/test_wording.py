import numpy as np
import pytest

from sayso.trace.wording import SHINGLE_WORDS, quotes, wording


def quoted(text):
    return [text[start:end] for start, end in quotes(text)]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("He said “never again” and left.", ["“never again”"]),
        ('He said "never again" and left.', ['"never again"']),
        ("«Nie mehr», sagte er.", ["«Nie mehr»"]),
        ("They called it ‘a farmer’s dam’ then.", ["‘a farmer’s dam’"]),
        ("It’s the farmers’ dam.", []),
        ("“First part\n\nPlain prose.", ["“First part"]),
        ("", []),
    ],
)
def test_quotations_are_found_in_all_their_marks(text, inside):
    assert quoted(text) == inside


def test_words_carry_their_places_and_whether_they_are_quoted():
    text = "She said “no more” today"
    words = wording(text)
    shown = [text[s:e] for s, e in zip(words.starts, words.ends, strict=True)]
    assert shown == ["She", "said", "no", "more", "today"]
    assert words.quoted.tolist() == [False, False, True, True, False]


def test_case_and_punctuation_do_not_tell_wordings_apart():
    one, other = (
        wording("The old dam burst at dawn."),
        wording("THE OLD DAM: burst at dawn"),
    )
    assert np.array_equal(one.shingles(), other.shingles())


def test_shingles_of_five_words_outside_quotes():
    words = wording("one two three four five six “seven eight nine ten eleven” twelve")
    assert len(words.shingles()) == len(words.hashes) - SHINGLE_WORDS + 1
    assert len(words.unquoted_shingles()) == 2


def test_word_order_tells_shingles_apart():
    one, other = wording("a b c d e").shingles(), wording("a b c e d").shingles()
    assert one[0] != other[0]
