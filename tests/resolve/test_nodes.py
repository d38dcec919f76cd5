from sayso.domain.actor import ActorKind
from sayso.resolve.nodes import make_node
from sayso.resolve.records import LocalActor


def local(document, name):
    return LocalActor(document=document, key="0", kind=ActorKind.PERSON, names=(name,))


def test_an_id_depends_on_kind_key_and_scope_alone():
    one = make_node(ActorKind.PERSON, "anna holm", [local("a", "Anna Holm")])
    many = make_node(
        ActorKind.PERSON, "anna holm", [local(d, "Dr. Anna Holm") for d in "cab"]
    )
    assert one.id == many.id
    assert many.documents == 3
    scoped = make_node(ActorKind.PERSON, "anna holm", one.locals, scope="a")
    part = make_node(ActorKind.PERSON, "anna holm", one.locals, part="b")
    group = make_node(ActorKind.GROUP, "anna holm", one.locals)
    assert len({one.id, scoped.id, part.id, group.id}) == 4
