import pytest

from sayso.extract.dateline import after_dateline


@pytest.mark.parametrize(
    "line",
    [
        "OSLO -- ",
        "OSLO (Wire) - ",
        "OSLO, 4 May — ",
        "NEW YORK, March 25 (Coast Wire) - ",
        "SAN JOSE, Costa Rica, Jan. 3, 1990 – ",
    ],
)
def test_a_dateline_is_passed(line):
    text = f"{line}The ferry sank."
    assert text[after_dateline(text, 0, len(text)) :] == "The ferry sank."


@pytest.mark.parametrize(
    "text",
    ["The ferry sank - at dawn.", "NATO said that all was well.", "OSLO", "", "A - B"],
)
def test_other_openings_stay(text):
    assert after_dateline(text, 0, len(text)) == 0
