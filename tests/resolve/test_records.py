from sayso.domain.actor import ActorKind, ActorMention
from sayso.domain.ids import ActorId, AttributionId, DocumentId
from sayso.domain.span import Span
from sayso.resolve.records import (
    LocalActor,
    LocalMention,
    Resolution,
    dump_local,
    load_local,
)

DOCUMENT = DocumentId("doc-1")


def span(start):
    return Span(document=DOCUMENT, start=start, end=start + 1)


def test_local_actors_survive_being_written_down():
    actor = LocalActor(
        document=DOCUMENT,
        key="0",
        kind=ActorKind.PERSON,
        names=("José “Pepe” Ruiz", "Ruiz"),
        roles=("mayor",),
        places=("ES",),
        gender="m",
        authority="1",
        mentions=(LocalMention(attribution=AttributionId("att-1"), span=span(3)),),
    )
    assert load_local(dump_local([actor])) == [actor]
    assert load_local(dump_local([])) == []


def test_the_first_mention_of_an_attribution_gives_its_actor():
    mentions = tuple(
        ActorMention(actor=ActorId(a), attribution=AttributionId("att-1"), span=span(s))
        for a, s in (("act-b", 1), ("act-a", 5))
    )
    found = Resolution(actors=(), mentions=mentions)
    assert found.actor_of() == {"att-1": "act-b"}
