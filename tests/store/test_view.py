"""What the stages see of a case."""

from sayso.domain.ids import DocumentId
from sayso.store import view as module
from sayso.store.file import CaseFile
from sayso.store.view import CaseView
from tests.store.small import Made


def test_documents_and_what_they_say(small: CaseFile, made: Made) -> None:
    view = CaseView(small.reading, bytes.decode)
    ids = [made.second.id, made.first.id]
    assert view.documents(ids) == [made.second, made.first]
    said = [item.id for item in view.attributions(ids)]
    assert said == [made.denied.id, made.said.id, made.quoted.id]
    assert {k: len(v) for k, v in view.said(ids).items()} == {ids[0]: 1, ids[1]: 2}
    assert view.documents([DocumentId("doc-none")]) == []
    assert list(view.indexes()) == ["one", "two"]
    assert set(view.actors) == {"act-1", "act-2", "act-3"}


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
