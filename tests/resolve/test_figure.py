from sayso.domain.actor import ActorKind
from sayso.resolve.figure import Figure, Sighting
from sayso.resolve.roles import Described


def test_roles_are_kept_once_without_article():
    figure = Figure(kind=ActorKind.PERSON)
    for role in ("the mayor", "mayor", "a  baker", ""):
        figure.add_role(role)
    assert figure.roles == ["mayor", "baker"]


def test_a_role_makes_a_person_of_an_unknown_name():
    figure = Figure(kind=None)
    figure.learn(Described(roles=("spokeswoman",), gender="f"))
    assert (figure.kind, figure.gender) == (ActorKind.PERSON, "f")


def test_full_names_go_before_short_ones():
    figure = Figure(kind=ActorKind.PERSON)
    figure.forms.update(["Holm", "Anna Holm"])
    assert [name.given for name in figure.person_names()] == ["anna"]


def test_a_figure_without_sightings_comes_last():
    figure, met = Figure(kind=None), Figure(kind=None)
    met.sightings.append(Sighting(7, 9, 0, 0, quoted=False))
    assert met.first == 7
    assert figure.first > 10**9
