import pytest

from sayso.domain.claim import Stance
from sayso.domain.origin import CreditKind
from sayso.trace.tally import (
    MOST_SAID,
    ON_RECORD,
    SHARE,
    SURE,
    Tally,
    is_firm,
    on_record,
    origin_of,
    said,
    side_of_source,
)

ASSERTS, DENIES = Stance.ASSERTS, Stance.DENIES


def tally(name="Dora Kelm", kind=CreditKind.PERSON, *, generic=False, **groups):
    """Make a source from the group of reports and what it says there (+ or -)."""
    node = Tally(generic=generic)
    node.names[name] += 1
    node.kinds[kind] += 1
    for group, lean in groups.items():
        side = ASSERTS if lean > 0 else DENIES
        node.stances.add((side, group))
        node.grounds[side, group] = abs(lean)
    return node


@pytest.mark.parametrize(
    ("groups", "side"),
    [
        ({"a": 0.5, "b": -0.2}, ASSERTS),
        ({"a": 0.2, "b": -0.5}, DENIES),
        ({"a": 0.3, "b": -0.3}, DENIES),
        ({}, Stance.UNCOMMITTED),
    ],
)
def test_a_source_stands_where_it_is_heard_to_say_more(groups, side):
    assert side_of_source(tally(**groups)) is side


def test_what_reports_have_a_source_say_adds_up():
    node = tally(a=0.1, b=0.2, c=-0.4)
    assert said(node, ASSERTS) == pytest.approx(0.3)
    assert said(node, DENIES) == pytest.approx(0.4)


def test_speaking_of_the_matter_is_not_yet_on_record():
    assert not on_record(tally(a=ON_RECORD / 2), ASSERTS, 0.0)
    assert on_record(tally(a=ON_RECORD / 2, b=ON_RECORD / 2), ASSERTS, 0.0)


def test_a_witness_is_on_record_with_less():
    seen = tally(kind=CreditKind.WITNESS, a=ON_RECORD * 0.7)
    assert on_record(seen, ASSERTS, 0.0)


def test_a_trifle_beside_the_best_attested_does_not_count():
    assert not on_record(tally(a=0.2), ASSERTS, 3.0)


def test_who_plainly_states_it_counts_beside_anybody():
    assert on_record(tally(a=SURE), ASSERTS, 1000.0)


def test_one_more_report_never_outweighs_who_counted_before():
    assert SHARE * MOST_SAID <= ON_RECORD


def test_only_names_are_firm():
    assert is_firm(tally())
    assert not is_firm(tally(generic=True))
    assert not is_firm(tally(kind=CreditKind.UNNAMED))


def test_faceless_origins_are_told_apart_by_their_channel():
    node = tally("a source", CreditKind.UNNAMED, generic=True)
    node.channels["Lom Gazette"] += 2
    assert origin_of(node).name == "a source (Lom Gazette)"
    node.channels["Salon"] += 1
    assert origin_of(node).name == "a source"
