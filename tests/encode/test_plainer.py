import pytest

from sayso.encode.plainer import plainer

PROSE = "Nobody saw the ferry leave the harbour that night and the crew stayed on land "


@pytest.mark.parametrize("mark", ["- ", "• ", "  * ", "3. ", "(a) "])
def test_marks_of_lists_are_blanked(mark):
    text = f"{mark}The dam broke.\n{mark}It was old."
    plain = plainer(text)
    assert len(plain) == len(text)
    assert plain.split() == ["The", "dam", "broke.", "It", "was", "old."]


def test_a_dash_within_a_line_stays():
    text = "The dam - an old one - broke in 1931. 40 left."
    assert plainer(text) == text


def test_lost_stops_come_back_before_capitals():
    text = PROSE * 4 + "The mayor said so He left"
    plain = plainer(text)
    assert plain.endswith("said so.He left")
    assert len(plain) == len(text)


def test_lost_stops_come_back_where_paragraphs_end():
    text = PROSE * 4 + "\n\nferries sailed again"
    plain = plainer(text.replace("land \n", "land\n"))
    assert "land.\nferries" in plain


def test_a_text_with_its_stops_is_left_alone():
    text = (PROSE + "and slept. ") * 4 + "It was The Courier who told."
    assert plainer(text) == text


def test_a_short_text_proves_nothing():
    text = "Mayor says The Courier lied"
    assert plainer(text) == text
