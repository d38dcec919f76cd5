import hashlib

import pytest

from sayso.domain.actor import Actor, ActorKind
from sayso.domain.claim import Stance
from sayso.domain.document import Document, document_id
from sayso.domain.ids import ActorId
from sayso.domain.origin import Copy, Credit, CreditKind
from sayso.domain.span import Span
from sayso.trace.evidence import Sourced
from sayso.trace.graph import Graph
from sayso.trace.merging import merged, same_source
from sayso.trace.nodes import MAX_LISTED, Identity, name_words, reuse_of


def doc(name, text=None, publisher=None):
    text = text or f"report {name}"
    sha256 = hashlib.sha256(f"{name}{text}".encode()).hexdigest()
    return Document(
        id=document_id(sha256),
        uri=name,
        uris=(name,),
        sha256=sha256,
        size=1,
        media_type="text/plain",
        text=text,
        publisher=publisher,
    )


def said(document, name, kind=CreditKind.PERSON, **more):
    actor = more.pop("actor", None)
    at, via = more.pop("at", 0), more.pop("via", None)
    stance = more.pop("stance", Stance.ASSERTS)
    return Sourced(
        credit=Credit(
            document=document.id,
            span=Span(document=document.id, start=at, end=at + 1),
            name=name,
            kind=kind,
            stance=stance,
            via=via,
        ),
        actor=actor,
        lean=more.pop("lean", 1.0 if stance is Stance.ASSERTS else -1.0),
        **more,
    )


def person(name):
    return Actor(
        id=ActorId(f"act-{name}"), name=name, names=(name,), kind=ActorKind.PERSON
    )


def nodes(*pairs, copies=()):
    documents = {document.id: document for document, _ in pairs}
    found = {document.id: [] for document, _ in pairs}
    for document, one in pairs:
        found[document.id].append(one)
    reuse = reuse_of(list(documents.values()), copies)
    identity = Identity(found, documents, reuse)
    return [identity.node(document.id, one) for document, one in pairs]


ONE, TWO, THREE = doc("one"), doc("two"), doc("three")


def test_a_surname_is_the_one_bearer_it_fits():
    full, short = nodes((ONE, said(ONE, "Dora Kelm")), (TWO, said(TWO, "Kelm")))
    assert full == short


def test_a_surname_with_two_bearers_stays_apart():
    found = nodes(
        (ONE, said(ONE, "Dora Kelm")),
        (TWO, said(TWO, "Otto Kelm")),
        (THREE, said(THREE, "Kelm")),
    )
    assert len(set(found)) == 3


def test_one_name_of_unlike_kinds_is_one_source():
    body = said(TWO, "Lom Hospital", CreditKind.ORGANIZATION)
    found = nodes((ONE, said(ONE, "Lom Hospital")), (TWO, body))
    assert len(set(found)) == 1


def unnamed(document, name, **more):
    return said(document, name, CreditKind.UNNAMED, generic=True, **more)


def test_unnamed_sources_of_two_reports_are_never_merged_for_their_words():
    found = nodes((ONE, unnamed(ONE, "a source")), (TWO, unnamed(TWO, "a source")))
    assert len(set(found)) == 2


def test_unnamed_sources_through_one_outlet_are_one():
    found = nodes(
        (ONE, unnamed(ONE, "a source", via="the Lom Gazette")),
        (TWO, unnamed(TWO, "one source", via="Lom Gazette")),
    )
    assert len(set(found)) == 1


def test_an_outlet_s_own_source_is_the_one_others_had_through_it():
    own = doc("own", publisher="Lom Gazette")
    found = nodes(
        (own, unnamed(own, "a source")),
        (TWO, unnamed(TWO, "a source", via="Lom Gazette")),
    )
    assert len(set(found)) == 1


def test_copies_share_their_unnamed_sources():
    whole = (Span(document=d.id, start=0, end=5) for d in (ONE, TWO))
    copy = Copy(left=next(whole), right=next(whole), shared=40, containment=0.9)
    pairs = ((ONE, unnamed(ONE, "a source")), (TWO, unnamed(TWO, "a source")))
    assert len(set(nodes(*pairs, copies=[copy]))) == 1


def test_crowds_and_pictures_are_one_body_of_evidence():
    def seen(document, name, kind):
        return said(document, name, kind, generic=True, plural=True)

    found = nodes(
        (ONE, seen(ONE, "witnesses", CreditKind.WITNESS)),
        (TWO, seen(TWO, "Eyewitnesses at the pier", CreditKind.WITNESS)),
        (ONE, seen(ONE, "photos", CreditKind.DOCUMENT)),
        (TWO, seen(TWO, "shaky footage", CreditKind.DOCUMENT)),
    )
    assert found[0] == found[1]
    assert found[2] == found[3]
    assert found[0] != found[2]


def test_same_wording_is_reuse_though_nobody_listed_it():
    twins = [doc(str(n), "The dam burst. ") for n in range(3)]
    reuse = reuse_of(twins, [])
    assert len(set(reuse.group.values())) == 1
    assert all(len(copies) == 2 for copies in reuse.copies.values())


def test_ten_thousand_copies_of_one_report_are_one_group_with_short_lists():
    twins = [doc(str(n), "The dam burst.") for n in range(10_000)]
    reuse = reuse_of(twins, [])
    assert len(set(reuse.group.values())) == 1
    assert max(map(len, reuse.copies.values())) <= MAX_LISTED


def test_titles_and_articles_are_no_part_of_a_name():
    assert name_words("the President Dora Kelm") == {"dora", "kelm"}


# -- credits of one report brought together ----------------------------------------


def test_a_source_heard_twice_is_listed_once_under_its_full_name():
    kelm = person("Dora Kelm")
    [one] = merged(
        [said(ONE, "Dora Kelm", actor=kelm), said(ONE, "Kelm", actor=kelm, at=9)]
    )
    assert one.credit.name == "Dora Kelm"
    assert one.credit.span.start == 0


@pytest.mark.parametrize(
    ("leans", "stance"),
    [
        ((0.9, -0.2), Stance.ASSERTS),
        ((0.2, -0.9), Stance.DENIES),
        ((0.5, -0.5), Stance.DENIES),
    ],
)
def test_a_source_on_both_sides_stands_where_it_leans(leans, stance):
    sides = (Stance.ASSERTS, Stance.DENIES)
    rows = [
        said(ONE, "Dora Kelm", at=at, lean=lean, stance=side)
        for at, (lean, side) in enumerate(zip(leans, sides, strict=True))
    ]
    [one] = merged(rows)
    assert one.credit.stance is stance


def test_a_source_with_a_channel_is_not_listed_without_it_too():
    [one] = merged([said(ONE, "Kelm"), said(ONE, "Kelm", via="Lom Gazette", at=5)])
    assert one.credit.via == "Lom Gazette"


def test_outlets_are_the_same_by_name_only():
    gazette = said(ONE, "Lom Gazette", CreditKind.OUTLET)
    other = said(ONE, "The Lom Gazette", CreditKind.OUTLET)
    reader = said(ONE, "Lom Gazette reader")
    assert same_source(gazette, other)
    assert not same_source(gazette, reader)


def test_a_chain_of_named_sources_is_one_at_the_low_end_and_two_at_the_high():
    rows = [said(ONE, "Ada Lind"), said(ONE, "Dora Kelm", via="Ada Lind", at=5)]
    graph = Graph({ONE.id: rows}, [ONE], reuse_of([ONE], []))
    count = graph.count(Stance.ASSERTS, {ONE.id: {Stance.ASSERTS}})
    assert (count.low, count.high) == (1, 2)
