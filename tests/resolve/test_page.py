from sayso.resolve.page import Page


def quoted_words(text):
    return [t.text for t in Page(text).tokens if t.quoted]


def test_words_lose_their_possessive_ending():
    tokens = Page("Orlov’s aide met the Holms' lawyer.").tokens
    assert next((t.text, t.possessive) for t in tokens) == ("Orlov", True)
    assert [t.possessive for t in tokens if t.text.startswith("Holm")] == [True]


def test_quotes_of_several_styles():
    assert quoted_words('He said "all is well" today.') == ["all", "is", "well"]
    assert quoted_words("He said “all is well” today.") == ["all", "is", "well"]
    assert quoted_words("He said ''all is well'' today.") == ["all", "is", "well"]
    assert quoted_words("‘We shall never give in,’ she said.")[:2] == ["We", "shall"]


def test_an_apostrophe_opens_no_quote():
    assert quoted_words("The miners' union won't say what Holm's firm paid.") == []


def test_an_unclosed_quote_ends_with_its_paragraph():
    assert quoted_words("“All is well.\n\nHe left.") == ["All", "is", "well"]


def test_capitals_only_text_has_no_case():
    assert not Page("THE MINISTER DENIED THE REPORT.").cased
    assert Page("The minister denied the REPORT.").cased


def test_headings_are_known():
    page = Page("Minister Denies Secret Deal With Rebels\n\nThe minister denied it.")
    assert page.headings == frozenset({0})


def test_surnames_follow_first_names():
    assert "dean" in Page("They met Howard Dean there.").surnames


def test_quoted_sentences_are_short():
    first, second, third = Page("He came. “It rained.” He left.").lengths
    assert second - first < third - second == 1.0


def test_empty_text():
    page = Page("")
    assert page.tokens == []
    assert page.sentence_at(0) == 0
    assert not page.quoted(0)
