"""Words are found in the texts."""

import pytest

from sayso.store.file import CaseFile
from tests.store.small import Made


def test_words_are_found_without_their_accents(small: CaseFile, made: Made) -> None:
    assert small.reading.search("uber ALLES") == [made.first.id]
    assert small.reading.search("über") == [made.first.id]


def test_all_words_must_be_there(small: CaseFile, made: Made) -> None:
    assert set(small.reading.search("dam held")) == {made.first.id, made.second.id}
    assert small.reading.search("dam clerk") == [made.second.id]


@pytest.mark.parametrize("odd", ["", "   ", '"', "a AND", "(", "x*", "-clerk", "té:"])
def test_odd_questions_are_only_words(small: CaseFile, odd: str) -> None:
    assert isinstance(small.reading.search(odd), list)


def test_the_best_come_first_and_only_so_many(small: CaseFile) -> None:
    assert len(small.reading.search("dam", most=1)) == 1
