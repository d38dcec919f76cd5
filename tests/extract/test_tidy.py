from sayso.extract.tidy import tidy
from tests.extract.fake import FakeEncoder


def tidied(text, *attributions):
    found = tidy(text, FakeEncoder(*attributions).annotate(text))
    return [
        tuple([text[s:e] for s, e in role] for role in (r.source, r.content))
        for r in found
    ]


def test_a_source_is_one_stretch():
    text = "General Ann Lee said the bridge held."
    roles = ("General … Lee", "said", "the bridge held", 0.9)
    assert tidied(text, roles)[0][0] == ["General Ann Lee"]


def test_the_nearest_piece_of_a_source_stays():
    text = "The camp was shut. Norway protested, but Sweden believes it was right."
    roles = ("Norway … Sweden", "believes", "it was right", 0.9)
    assert tidied(text, roles)[0][0] == ["Sweden"]


def test_a_piece_of_an_earlier_sentence_is_dropped():
    text = "It broke the law. He feared that arms could spread."
    roles = ("He", "feared", "the law … that arms could spread", 0.9)
    assert tidied(text, roles)[0][1] == ["that arms could spread"]


def test_a_quotation_may_go_on_elsewhere():
    text = "“We left,” he said. “Then it fell.”"
    roles = ("he", "said", "We left … Then it fell", 0.9)
    assert tidied(text, roles)[0][1] == ["We left", "Then it fell"]


def test_a_piece_two_contents_share_goes_to_the_nearer_cue():
    text = "Ann says that rain fell and Bob thinks that snow fell."
    shared = "rain fell … snow fell"
    first, second = tidied(
        text, ("Ann", "says", shared, 0.9), ("Bob", "thinks", shared, 0.9)
    )
    assert first[1] == ["rain fell"]
    assert second[1] == ["snow fell"]


def test_small_gaps_close_and_strays_go():
    text = "He said the very old bridge fell into the river and sank."
    roles = ("He", "said", "the … old bridge fell … river", 0.9)
    assert tidied(text, roles)[0][1] == ["the very old bridge fell into the river"]
