import json

from tests.publish.records import ACTORS


def test_the_most_quoted_come_first(sayso) -> None:
    lines = sayso("actors", "c.sayso", "--format", "jsonl").stdout.splitlines()
    found = [json.loads(line) for line in lines]
    counts = [row["attributions"] for row in found]
    assert counts == sorted(counts, reverse=True)
    assert {row["id"] for row in found} == {actor.id for actor in ACTORS}


def _first_column(table: str) -> str:
    return " ".join(" ".join(line[:30] for line in table.splitlines()).split())


def test_the_table_gives_whole_ids_and_fits(sayso) -> None:
    text = sayso("actors", "c.sayso").stdout
    for actor in ACTORS:
        assert actor.id in text
    assert "(also the" in text
    assert "(also she; in lantern.txt)" in _first_column(text)
    assert not [line for line in text.splitlines() if line != line.rstrip()]
    assert max(map(len, text.splitlines())) <= 80


def test_csv_has_a_header(sayso) -> None:
    text = sayso("actors", "c.sayso", "-f", "csv").stdout
    assert text.startswith("id,name,names,kind,scope,authority,")


def test_pairs_that_may_be_the_same_come_last(sayso, case) -> None:
    text = sayso("actors", "c.sayso").stdout
    assert "the harbour office = The minister?  he speaks for it" in text
    case.pairs = 30
    assert "… and 22 more: --suggestions" in sayso("actors", "c.sayso").stdout
    assert "more" not in sayso("actors", "c.sayso", "--suggestions").stdout


def test_pairs_for_programs(sayso) -> None:
    text = sayso("actors", "c.sayso", "--suggestions", "-f", "jsonl").stdout
    row = json.loads(text)
    assert (row["left"]["name"], row["score"]) == ("the harbour office", 0.61)
