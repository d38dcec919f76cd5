"""What was written is read back as it was."""

from sayso.domain.ids import ActorId, AttributionId, ClaimId
from sayso.store.file import CaseFile
from tests.store.small import Made


def test_attributions_come_back_with_their_actors(small: CaseFile, made: Made) -> None:
    found = {item.id: item for item in small.reading.attributions()}
    assert set(found) == {made.said.id, made.quoted.id, made.denied.id}
    for item, actor in ((made.said, "act-1"), (made.denied, "act-3")):
        back = found[item.id]
        assert back.actor == actor
        assert (back.source, back.cue, back.content) == (
            item.source,
            item.cue,
            item.content,
        )
        assert (back.polarity, back.act, back.confidence) == (
            item.polarity,
            item.act,
            item.confidence,
        )
    assert found[made.quoted.id].parent == made.said.id


def test_attributions_can_be_chosen(small: CaseFile, made: Made) -> None:
    read = small.reading.attributions
    said = [made.said.id, made.quoted.id]
    assert [a.id for a in read(documents=[made.first.id])] == said
    assert [a.id for a in read(actor=ActorId("act-1"))] == said
    assert [
        a.id for a in read(actor=ActorId("act-1"), documents=[made.second.id])
    ] == []
    assert [a.id for a in read(ids=[made.denied.id])] == [made.denied.id]
    assert read(ids=[AttributionId("att-none")]) == []
    assert read(ids=[]) == []


def test_actors_come_back_with_all_names(small: CaseFile, made: Made) -> None:
    assert sorted(small.reading.actors(), key=lambda a: a.id) == list(made.actors)
    assert small.reading.actors([ActorId("act-3")]) == [made.actors[2]]
    assert small.reading.mentions(ActorId("act-3")) == [made.mentions[2]]
    assert small.reading.suggestions() == [made.suggestion]


def test_claims_come_back_with_what_bears_on_them(small: CaseFile, made: Made) -> None:
    assert small.reading.claims() == [made.entry()]
    assert small.reading.claims([ClaimId("clm-none")]) == []


def test_copies_are_among_the_documents_named(small: CaseFile, made: Made) -> None:
    ids = [made.first.id, made.second.id]
    assert small.reading.copies() == [made.copy]
    assert small.reading.copies(ids) == [made.copy]
    assert small.reading.copies(ids[:1]) == []
    assert small.reading.copies([]) == []


def test_blobs_come_by_document(small: CaseFile, made: Made) -> None:
    kept = {
        made.first.id: (b"one", '["first"]'),
        made.second.id: (b"two", '["second"]'),
    }
    indexes, local = zip(*(kept[i] for i in sorted(kept)), strict=True)
    assert tuple(small.reading.indexes()) == indexes
    assert tuple(small.reading.local_actors()) == local


def test_an_id_is_found_by_its_beginning(small: CaseFile, made: Made) -> None:
    assert small.reading.find_ids("clm") == ["clm-1"]
    assert small.reading.find_ids("act-") == ["act-1", "act-2", "act-3"]
    assert small.reading.find_ids(made.said.id) == [made.said.id]
    assert small.reading.find_ids("%") == []
    assert small.reading.find_ids("zzz") == []


def test_the_empty_case_answers_everything(empty: CaseFile) -> None:
    reading = empty.reading
    assert list(reading.documents()) == []
    assert reading.claims() == reading.actors() == reading.attributions() == []
    assert reading.across("people") is None
    assert reading.raw("ab") is None
    assert reading.analysed() == []
