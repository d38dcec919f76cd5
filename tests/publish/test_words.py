from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.domain.origin import OriginCount
from sayso.publish import words
from tests.publish.records import DENIED, LANTERN, MINISTER, RESIGN


def origins(low, high):
    return words.origins(OriginCount(low=low, high=high, origins=(), unresolved=()))


def test_controls_and_direction_codes_never_reach_a_reader() -> None:
    assert words.clean("a\x1b[31mb\x9b\u202ec\u2066\x00d") == "a[31mbcd"


def test_white_space_becomes_one_space_and_edges_only_go_when_cleaned() -> None:
    assert words.squeeze(" a\n\n b ") == " a b "
    assert words.clean(" a\n\n b ") == "a b"


@given(st.text())
def test_cleaned_text_holds_no_control_codes(text: str) -> None:
    assert not any(ord(c) < 0x20 or 0x7F <= ord(c) < 0xA0 for c in words.clean(text))


def test_counts_agree_with_their_nouns() -> None:
    assert words.count(1, "report") == "1 report"
    assert words.count(1200, "report") == "1,200 reports"
    assert words.count(2, "copy", "copies") == "2 copies"


def test_origins_are_a_range_only_where_it_is_one() -> None:
    assert origins(2, 3) == "2–3 origins"
    assert origins(1, 1) == "1 origin"
    assert origins(0, 1) == "0–1 origins"
    assert origins(0, 0) == "no confirmed origin"


def test_dates_sizes_and_times() -> None:
    assert words.day(date(2031, 3, 4)) == "4 March 2031"
    assert words.day(None) == "no date"
    assert [words.size(n) for n in (12, 2048, 3_500_000)] == ["12 B", "2 KB", "3.3 MB"]
    assert words.duration(0.84) == "0.8 s"
    assert words.duration(200) == "3 min 20 s"


def test_names_fall_back_to_the_path() -> None:
    assert words.report_name(MINISTER) == "=Minister: I knew nothing"
    assert words.outlet_name(LANTERN) == "The Lantern"


def test_a_speaker_without_a_name_is_called_so() -> None:
    assert words.speaker(None) == words.UNNAMED_SOURCE
    assert words.speaker(None, [RESIGN]) == words.UNKNOWN_PUBLISHER
    assert words.speaker(None, [RESIGN, DENIED]) == words.UNNAMED_SOURCE


def test_commitment_names_the_act_and_how_firm_it_is() -> None:
    assert words.commitment(DENIED) == "denial · certain"
    assert words.commitment(RESIGN) == "own voice · possible"


@pytest.mark.parametrize(
    ("names", "sentence"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a and b"),
        (["a", "b", "c", "d"], "a, b, c and d"),
        (["a", "b", "c", "d", "e"], "a, b, c and 2 more"),
    ],
)
def test_long_lists_end_in_a_number(names: list[str], sentence: str) -> None:
    assert words.listed(names) == sentence
