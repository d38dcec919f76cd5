"""Rows keep what records say, in the order in which they say it."""

from sayso.store import rows
from tests.store.small import Made


def test_the_first_mention_gives_an_attribution_its_actor(made: Made) -> None:
    both = (made.mention(made.said, "act-2"), made.mention(made.said, "act-1"))
    found = [(row["actor"], row["first"]) for row in rows.mention_rows(both)]
    assert found == [("act-2", 1), ("act-1", 0)]


def test_a_mention_told_twice_is_one(made: Made) -> None:
    twice = (made.mentions[0], made.mentions[0])
    assert len(rows.mention_rows(twice)) == 1


def test_spans_keep_their_order(made: Made) -> None:
    found = rows.span_rows([made.said])
    assert [row["role"] for row in found] == ["source", "cue", "content"]


def test_names_keep_their_order(made: Made) -> None:
    names = [row["name"] for row in rows.name_rows(made.actors[:1])]
    assert names == ["Minister Oru", "Oru"]
