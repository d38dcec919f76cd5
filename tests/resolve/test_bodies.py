import pytest

from sayso.resolve.bodies import body_key, is_acronym


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("the Ministry of Defence", "Defense Ministry"),
        ("Acme Ltd.", "Acme Corporation"),
        ("Britain's Health Ministry", "UK Ministry of Health"),
        ("United States Postal Service", "US Postal Service"),
        ("Donald Trump’s campaign", "Donald Trump campaign"),
    ],
)
def test_forms_of_one_name_share_a_key(left, right):
    assert body_key(left) == body_key(right)


def test_other_names_do_not():
    assert body_key("North Bank") != body_key("South Bank")
    assert body_key("Iranian Army") != body_key("Iraqi Army")


def test_a_name_of_small_words_keeps_them():
    assert body_key("On & On") == "on"


def test_acronyms():
    assert is_acronym("FNU")
    assert is_acronym("U.N.")
    assert not is_acronym("Acme")
    assert not is_acronym("A")
