from sayso.trace.topic import Page, Topic, matter

TOPIC = Topic("The mine fund paid bribes to the harbour board")
TEXT = "Rain fell all day. The fund paid nobody, it said. That is so. Nothing else."


def test_words_are_compared_by_their_stems():
    assert matter("paying bribes") & matter("bribed, it pays") == {"brib", "pay"}


def test_a_sentence_is_about_a_claim_when_it_shares_telling_words():
    page = Page(TEXT, TOPIC)
    at = TEXT.index("The fund")
    assert page.about((at, at + 1), least=2)
    assert not page.about((0, 1))


def test_the_sentence_before_counts_too():
    page = Page(TEXT, TOPIC)
    after, later = TEXT.index("That is"), TEXT.index("Nothing")
    assert page.about((after, after + 1))
    assert not page.about((later, later + 1))


def test_an_empty_page_is_about_nothing():
    assert not Page("", TOPIC).about((0, 1))


def test_function_words_tell_nothing():
    assert TOPIC.shared("the of to and it was said") == 0
