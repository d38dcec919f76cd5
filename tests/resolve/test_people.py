from sayso.domain.actor import ActorKind
from sayso.resolve.people import person_links, person_nodes
from sayso.resolve.records import LocalActor


def local(document, *names, **rest):
    return LocalActor(
        document=document, key="0", kind=ActorKind.PERSON, names=names, **rest
    )


def test_those_nobody_describes_go_to_the_better_known_bearer():
    mayors = [local(d, "John Grant", roles=("mayor of Leeds",)) for d in "abc"]
    actor = local("x", "John Grant", roles=("actor from Ohio",))
    plain = local("y", "John Grant")
    nodes, _links = person_nodes([*mayors, actor, plain])
    assert sorted(len(node.locals) for node in nodes) == [1, 4]


def test_a_common_surname_is_compared_in_bounded_time():
    letters = "abcdefghijklmnopqrstuvwxyz"
    people = [
        local(f"d{a}{b}{c}", f"{a}{b}a{c}o Khan".title())
        for a in letters
        for b in "rlmn"
        for c in "dtkvz"
    ]
    nodes, _links = person_nodes(people)
    assert len(person_links(nodes)) < len(people) * 20
