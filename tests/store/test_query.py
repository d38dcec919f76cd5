"""Many ids are asked for a few at a time."""

from sayso.store import query
from sayso.store.file import CaseFile
from sayso.store.query import batches
from tests.store.small import Made


def test_batches_keep_order_and_size() -> None:
    assert list(batches([1, 2, 3, 4, 5], 2)) == [[1, 2], [3, 4], [5]]
    assert list(batches([], 2)) == []


def test_more_ids_than_a_query_takes(small: CaseFile, made: Made, monkeypatch) -> None:
    monkeypatch.setattr(query.batches, "__defaults__", (1,))
    ids = [actor.id for actor in made.actors]
    assert sorted(small.reading.actors(ids), key=lambda a: a.id) == list(made.actors)
    assert small.reading.actors([]) == []
    assert small.reading.count("actor") == 3
