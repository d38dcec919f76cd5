"""What the stages see of a case."""

from sayso.domain.ids import DocumentId
from sayso.store import view as module
from sayso.store.file import CaseFile
from sayso.store.view import CaseView
from tests.store.small import Made, file_of, report


def test_documents_and_what_they_say(small: CaseFile, made: Made) -> None:
    view = CaseView(small.reading, bytes.decode)
    ids = [made.second.id, made.first.id]
    assert view.documents(ids) == [made.second, made.first]
    said = [item.id for item in view.attributions(ids)]
    assert said == [made.denied.id, made.said.id, made.quoted.id]
    assert {k: len(v) for k, v in view.said(ids).items()} == {ids[0]: 1, ids[1]: 2}
    assert view.documents([DocumentId("doc-none")]) == []
    kept = {made.first.id: "one", made.second.id: "two"}
    assert view.ids() == sorted(kept)
    assert list(view.indexes()) == [kept[i] for i in view.ids()]
    assert set(view.speaking([made.first.id])) == {"act-1", "act-2"}
    assert set(view.speaking(ids)) == {"act-1", "act-2", "act-3"}


def test_only_so_many_documents_stay_loaded(
    small: CaseFile, made: Made, monkeypatch
) -> None:
    monkeypatch.setattr(module, "KEEP", 1)
    view = CaseView(small.reading, bytes.decode)
    for document in (made.first, made.second, made.first):
        assert view.documents([document.id]) == [document]
        assert len(view._documents) == 1
    both = [made.first.id, made.second.id]
    assert view.documents(both) == [made.first, made.second]


def test_a_loaded_document_is_not_read_again(
    small: CaseFile, made: Made, monkeypatch
) -> None:
    view = CaseView(small.reading, bytes.decode)
    view.documents([made.first.id])
    asked = []
    monkeypatch.setattr(
        small.reading, "documents", lambda ids: asked.extend(ids) or iter(())
    )
    view.documents([made.first.id])
    assert asked == []


def test_documents_asked_for_in_order_come_many_at_a_time(
    empty: CaseFile, monkeypatch
) -> None:
    monkeypatch.setattr(module, "AHEAD", 4)
    writing = empty.writing("t")
    for i in range(20):
        writing.file_read(file_of(report(f"Report {i}.", f"{i}.txt"), place=i))
    view = CaseView(empty.reading, bytes.decode)
    asked = []
    real = empty.reading.documents
    monkeypatch.setattr(
        empty.reading, "documents", lambda ids: asked.append(len(ids)) or real(ids)
    )
    for id_ in view.ids():
        assert [d.id for d in view.documents([id_])] == [id_]
        assert view.said([id_]) == {id_: []}
    assert asked == [1, 4, 4, 4, 4, 3]
    assert view.documents(view.ids()[::-1])[0].id == view.ids()[-1]
    assert sum(asked) == 20, "nothing is loaded twice"
