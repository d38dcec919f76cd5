from sayso.domain.actor import ActorKind
from sayso.resolve.profiles import best_name, conflict, profile
from sayso.resolve.records import LocalActor


def local(document, *names, **rest):
    return LocalActor(
        document=document, key="0", kind=ActorKind.PERSON, names=names, **rest
    )


def test_a_profile_gathers_field_place_and_middle_initial():
    found = profile(
        local("a", "John Q. Grant", roles=("army sergeant of Leeds",), places=("GB",))
    )
    assert found.fields == {"military"}
    assert found.places == {"GB", "leeds"}
    assert found.middle == {"q"}
    assert found.gender == "m"


def test_a_conflict_needs_field_and_place_to_differ():
    mayor = profile(local("a", "John Grant", roles=("mayor of Leeds",)))
    actor = profile(local("b", "John Grant", roles=("actor from Ohio",)))
    pilot = profile(local("c", "John Grant", roles=("actor from Leeds",)))
    unknown = profile(local("d", "John Grant"))
    assert conflict(mayor, actor)
    assert not conflict(mayor, pilot)
    assert not conflict(mayor, unknown)


def test_the_fullest_name_is_best():
    assert best_name(local("a", "Grant", "J. Grant", "John Grant")).given == "john"
