import dataclasses

from sayso.domain.claim import Stance
from sayso.publish.sayings import credited, is_contested, reports, sayings
from tests.publish.records import (
    CATALOGUE,
    CHEQUES,
    CONTESTED,
    COPIED,
    COPY,
    CREDIT,
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


def test_a_report_that_carries_both_sides_counts_on_both() -> None:
    assert reports(CONTESTED, Stance.ASSERTS) == 3
    assert reports(CONTESTED, Stance.DENIES) == 1


def test_credits_are_named_once_with_their_way() -> None:
    assert credited(CONTESTED.documents[1]) == ["former bookkeeper via The Lantern"]
    twice = dataclasses.replace(CONTESTED.documents[1], credits=(CREDIT, CREDIT))
    assert credited(twice) == credited(CONTESTED.documents[1])


def test_contested_needs_both_sides() -> None:
    assert is_contested(CONTESTED)
    assert not is_contested(UNCONTESTED)
