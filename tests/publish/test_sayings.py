from sayso.domain.claim import Stance
from sayso.publish.sayings import is_contested, reports, sayings
from tests.publish.records import (
    CATALOGUE,
    CHEQUES,
    CONTESTED,
    COPIED,
    COPY,
    ECHO,
    PASSED_ON,
    TOLD,
    UNCONTESTED,
)


def test_the_same_words_in_two_reports_are_shown_once_from_the_earlier() -> None:
    (saying,) = sayings([COPIED, PASSED_ON], CATALOGUE)
    assert saying.document is ECHO
    assert saying.attribution is PASSED_ON
    assert saying.also == (COPY,)


def test_different_words_stay_apart_in_their_order() -> None:
    found = sayings([CHEQUES, TOLD], CATALOGUE)
    assert [saying.attribution for saying in found] == [CHEQUES, TOLD]
    assert all(saying.also == () for saying in found)


def test_a_report_that_repeats_itself_is_no_second_report() -> None:
    (saying,) = sayings([TOLD, TOLD], CATALOGUE)
    assert saying.also == ()


def test_reports_are_counted_by_where_they_stand() -> None:
    assert reports(CONTESTED, Stance.ASSERTS) == 2
    assert reports(CONTESTED, Stance.DENIES) == 1


def test_contested_needs_both_sides() -> None:
    assert is_contested(CONTESTED)
    assert not is_contested(UNCONTESTED)
