"""Progress is told against a total known from the start."""

from sayso.engine.progress import counted, silent


def test_each_item_is_told_once_it_is_dealt_with() -> None:
    told: list[tuple[str, int, int]] = []
    items = counted(lambda *seen: told.append(seen), "reading", "ab", 2)
    assert next(iter(items)) == "a"
    assert told == [("reading", 0, 2)]
    assert list(items) == ["b"]
    assert told == [("reading", 0, 2), ("reading", 1, 2), ("reading", 2, 2)]


def test_a_stage_with_nothing_to_do_is_not_told() -> None:
    told: list[object] = []
    assert list(counted(lambda *seen: told.append(seen), "reading", [], 0)) == []
    assert told == []


def test_nobody_need_listen() -> None:
    assert list(counted(silent, "reading", [1], 1)) == [1]
