import pytest

from tests.publish.records import (
    CLERK,
    CONTESTED,
    ECHO,
    JUDGEMENT,
    LANTERN,
    OFFICIAL,
    TOLD,
)


def flat(result) -> str:
    assert result.exit_code == 0
    assert max(map(len, result.stdout.splitlines())) <= 80
    return " ".join(result.stdout.split())


def test_a_claim_shows_both_sides(sayso) -> None:
    text = flat(sayso("show", "c.sayso", CONTESTED.claim.id))
    assert "ASSERTED" in text
    assert "DENIED" in text


def test_a_report_shows_its_hash_and_who_speaks_in_it(sayso) -> None:
    text = flat(sayso("show", "c.sayso", ECHO.id))
    assert ECHO.sha256 in text
    assert "the harbour office" in text


def test_an_actor_shows_its_names_its_scope_and_all_it_says(sayso) -> None:
    text = flat(sayso("show", "c.sayso", CLERK.id))
    assert "also she" in text
    assert f"only in {LANTERN.uri}" in text
    assert "«I wrote the cheques myself»" in text
    assert "speaks for the harbour office" in flat(sayso("show", "c", OFFICIAL.id))


def test_an_attribution_shows_its_parts(sayso) -> None:
    text = flat(sayso("show", "c.sayso", TOLD.id))
    assert "polarity +" in text
    assert "confidence 90%" in text
    assert f"report {LANTERN.id}" in text


def test_a_judgement_shows_its_reason(sayso) -> None:
    assert "one is a person" in flat(sayso("show", "c.sayso", JUDGEMENT.id))


@pytest.mark.parametrize("record", ["", "att-nothing"])
def test_an_unknown_id_is_refused_in_one_line(sayso, record) -> None:
    result = sayso("show", "c.sayso", record)
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
