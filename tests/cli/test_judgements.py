import json


def test_who_decided_what_and_why(sayso) -> None:
    text = sayso("judgements", "c.sayso").stdout
    assert "the harbour office DIFFERENT The minister" in text
    assert "one is a person" in text


def test_for_programs(sayso) -> None:
    (row,) = json.loads(sayso("judgements", "c.sayso", "-f", "json").stdout)
    assert row["verdict"] == "different"
    assert row["made"] == "2031-03-06T12:00:00+00:00"
