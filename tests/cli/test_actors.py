import json

from tests.publish.records import ACTORS


def test_the_most_quoted_come_first(sayso) -> None:
    lines = sayso("actors", "c.sayso", "--format", "jsonl").stdout.splitlines()
    found = [json.loads(line) for line in lines]
    counts = [row["attributions"] for row in found]
    assert counts == sorted(counts, reverse=True)
    assert {row["id"] for row in found} == {actor.id for actor in ACTORS}


def test_the_table_gives_whole_ids_and_fits(sayso) -> None:
    text = sayso("actors", "c.sayso").stdout
    for actor in ACTORS:
        assert actor.id in text
    assert "also she" in text
    assert max(map(len, text.splitlines())) <= 80


def test_csv_has_a_header(sayso) -> None:
    text = sayso("actors", "c.sayso", "-f", "csv").stdout
    assert text.startswith("id,name,names,kind,scope,authority,")
