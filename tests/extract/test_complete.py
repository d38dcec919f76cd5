import pytest

from sayso.extract.complete import complete
from tests.extract.fake import FakeEncoder


def completed(text, *attributions):
    found = complete(text, FakeEncoder(*attributions).annotate(text))
    return [
        tuple(
            " … ".join(text[s:e] for s, e in role)
            for role in (r.source, r.cue, r.content)
        )
        for r in found
    ]


@pytest.mark.parametrize(
    ("text", "cue", "content", "source"),
    [
        ("He believed the dam would hold.", "believed", "the dam would hold", "He"),
        ("Many farmers have heard it fell.", "have heard", "it fell", "Many farmers"),
        ("It was Karen Holm who said it fell.", "said", "it fell", "Karen Holm"),
        ("It is expected to fall.", "is expected", "to fall", ""),
        ("It appears that it fell.", "appears", "that it fell", ""),
        ("Often the dam said nothing new.", "said", "nothing new", ""),
    ],
)
def test_the_subject_before_the_cue(text, cue, content, source):
    assert completed(text, ("", cue, content, 0.9))[0][0] == source


def test_two_verbs_share_a_subject():
    text = "Norway denied the charge but admitted that it had met the envoy."
    found = completed(
        text,
        ("Norway", "denied", "the charge", 0.9),
        ("", "admitted", "that it had met the envoy", 0.9),
    )
    assert [source for source, *_ in found] == ["Norway", "Norway"]


def test_a_source_of_a_bare_article_gets_its_noun():
    text = "They are linked, according to the head of the port. It was late."
    found = completed(text, ("the", "according to", "They are linked", 0.9))
    assert found[0][0] == "the head of the port"


def test_a_bare_article_is_widened_to_the_whole_cue():
    text = "The Courier broke a story about a secret ledger."
    found = completed(text, ("The Courier", "a", "a secret ledger", 0.9))
    assert found[0][1] == "broke a story about"


def test_a_source_in_a_later_sentence_gives_way_to_the_subject():
    text = "Norway first decided to sell. The mayor of Rausa was alarmed."
    found = FakeEncoder(("The mayor", "first decided", "to sell", 0.9)).annotate(text)
    ((start, end),) = complete(text, found)[0].source
    assert text[start:end] == "Norway"


@pytest.mark.parametrize("negation", ["Neither", "No", "None of the", "Few"])
def test_a_negation_before_a_source_is_part_of_it(negation):
    text = f"{negation} yard nor guild said the ferry sank."
    found = FakeEncoder(("yard nor guild", "said", "the ferry", 0.9)).annotate(text)
    ((start, end),) = complete(text, found)[0].source
    assert text[start:end] == f"{negation} yard nor guild"
