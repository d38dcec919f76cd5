import pytest

from sayso.resolve.acronyms import acronyms
from sayso.resolve.page import Page


@pytest.mark.parametrize(
    ("text", "full", "letters"),
    [
        ("the Forces of National Unity (FNU) met", "Forces of National Unity", "FNU"),
        ("the Harbour League (HL) met", "Harbour League", "HL"),
        ("THE FRONT FOR LAND REFORM (FLR) MET", "FRONT FOR LAND REFORM", "FLR"),
        ("the Port Authority (the “PA”) met", "Port Authority", "PA"),
    ],
)
def test_capitals_spell_the_letters(text, full, letters):
    ((start, end, found),) = acronyms(Page(text))
    assert (text[start:end], found) == (full, letters)


@pytest.mark.parametrize(
    "text", ["Karl Pike (UK) met them", "the league (HL) met", "He met (AND LEFT)"]
)
def test_other_brackets_define_nothing(text):
    assert acronyms(Page(text)) == ()
