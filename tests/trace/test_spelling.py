import pytest

from sayso.domain.origin import CreditKind
from sayso.trace.spelling import spellings


def meet(one, other, kind):
    return not set(spellings(one, kind)).isdisjoint(spellings(other, kind))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Harbour Watch for Trade", "HWT"),
        ("Harbour Watch for Trade", "HWFT"),
        ("Harbour Trade Board", "H.T.B."),
    ],
)
def test_a_body_meets_its_acronym(one, other):
    assert meet(one, other, CreditKind.ORGANIZATION)


def test_two_bodies_do_not_meet():
    one, other = "Harbour Trade Board", "Harbour Watch"
    assert not meet(one, other, CreditKind.ORGANIZATION)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Omar al-Kadri", "Omar al-Qadri"),
        ("Omar al-Haddad", "Omar Haddad"),
        ("Omar al-Badri", "Omar al-Bedri"),
    ],
)
def test_transliterations_of_one_name(one, other):
    same = one.replace("K", "Q"), other
    assert meet(*same, CreditKind.PERSON)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Omar al-Badri", "Salim al-Badri"), ("Omar Haddad", "Omar Khoury")],
)
def test_relatives_and_namesakes_stay_apart(one, other):
    assert not meet(one, other, CreditKind.PERSON)


def test_a_lone_name_has_no_other_spelling():
    assert list(spellings("Badri", CreditKind.PERSON)) == []
