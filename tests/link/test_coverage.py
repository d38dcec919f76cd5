import numpy as np
import pytest

from sayso.encode.similarity import SentenceEncoder
from sayso.link.coverage import Coverage, Telling

REPORT = [
    "Norland and the clans are old neighbours.",
    "Norland wants peace with the clans.",
    "A clerk says that Norland smuggled rifles to the clans.",
    "The clans sold wool to Norland.",
]
CLAIM = "Norland supplied weapons to the clans"


@pytest.fixture(scope="module")
def sentences():
    return SentenceEncoder.load()


@pytest.fixture
def coverage(sentences):
    found = Coverage(CLAIM, sentences)
    found.learn(REPORT)
    return found


def test_the_players_tell_little():
    telling = Telling(REPORT)
    assert telling.weight("norland") < 0.3 < telling.weight("wool")


def test_like_words_count_and_the_players_alone_do_not(coverage):
    telling = Telling(REPORT)
    shares = [coverage.share(text, telling) for text in REPORT]
    assert int(np.argmax(shares)) == 2
    assert shares[1] < 0.4


def test_an_exact_statement_has_all_of_the_claim(coverage):
    coverage.learn([CLAIM])
    assert coverage.share(CLAIM, Telling(REPORT)) == pytest.approx(1)
    assert coverage.echo(CLAIM, Telling(REPORT)) == pytest.approx(1)


def test_a_content_of_the_head_alone_echoes_the_claim(sentences):
    found = Coverage("Norland paid bounties for attacks on soldiers", sentences)
    content = "that the bounty programme exists"
    found.learn([content, "that wool is dear"])
    telling = Telling([*REPORT, content])
    assert found.echo(content, telling) == pytest.approx(1)
    assert found.echo("that wool is dear", telling) < 0.5


def test_texts_without_matter_score_nothing(coverage):
    telling = Telling(REPORT)
    assert coverage.share("it", telling) == 0
    assert coverage.echo("", telling) == 0


def test_a_claim_without_matter_scores_nothing(sentences):
    found = Coverage("It was so", sentences)
    found.learn(REPORT)
    assert found.share(REPORT[2], Telling(REPORT)) == 0
