"""What a build may change, and what it must leave."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from sayso.domain.document import Unread
from sayso.domain.ids import JudgementId
from sayso.domain.judgement import Judgement, Verdict
from sayso.store.file import CaseFile
from sayso.store.records import Analysis, FileRead, ReadItem
from tests.store.small import Made, dump, file_of, report

Query = Callable[[str], list[tuple[object, ...]]]


def test_writing_the_same_again_changes_no_record(
    small: CaseFile, made: Made, path: Path
) -> None:
    """Only the notes about the builds themselves grow."""
    before = dump(path)
    made.write(small.writing("test 1", ["a.txt"]))
    changed = [line for line in dump(path) if line not in set(before)]
    told = ('"build"', '"custody"', '"source_file"', '"stage"', '"document_path"')
    kept = [line for line in changed if not any(name in line for name in told)]
    assert kept == []


def test_a_build_with_nothing_to_do_writes_nothing(small: CaseFile, path: Path) -> None:
    before = dump(path)
    small.writing("test 2", ["a.txt"]).finish()
    assert dump(path) == before


def test_the_custody_record_says_when_what_and_with_which_program(
    small: CaseFile, made: Made, query: Query
) -> None:
    assert small.reading.count("build") == 1
    (number, started, finished, program, inputs), *more = query("SELECT * FROM build")
    assert more == []
    assert (number, program, json.loads(str(inputs))) == (1, "test 1", ["a.txt"])
    assert datetime.fromisoformat(str(started)).tzinfo is not None
    assert finished is not None
    entries = query("SELECT build, uri, sha256, action FROM custody ORDER BY number")
    assert entries == [
        (1, "a.txt", made.first.sha256, "added"),
        (1, "b.txt", made.second.sha256, "added"),
        (1, "c.pdf", None, "unread"),
    ]


def test_an_interrupted_build_shows_in_the_record(
    empty: CaseFile, made: Made, query: Query
) -> None:
    empty.writing("test 1").file_read(file_of(made.first))
    assert query("SELECT finished FROM build") == [(None,)]


def test_same_bytes_under_two_paths_are_one_document(
    empty: CaseFile, made: Made
) -> None:
    writing = empty.writing("t")
    writing.file_read(file_of(made.first, place=0))
    copy = replace(made.first, uri="0.txt", uris=("0.txt",), title="Another title")
    writing.file_read(file_of(copy, place=1))
    (found,) = empty.reading.documents()
    assert found.uris == ("a.txt", "0.txt")
    assert found.title == made.first.title, "the first path describes it"


def test_a_changed_file_is_a_new_document_and_the_old_one_is_kept(
    small: CaseFile, made: Made, query: Query
) -> None:
    newer = report("The dam burst.", "a.txt")
    small.writing("t").file_read(file_of(newer, mark="v2"))
    assert [item.text for item in small.reading.documents()] == [
        made.second.text,
        newer.text,
    ]
    assert made.said.id not in {a.id for a in small.reading.attributions()}
    (kept,) = small.reading.documents([made.first.id])
    assert kept.text == made.first.text
    last = query("SELECT uri, action FROM custody ORDER BY number DESC LIMIT 1")
    assert last == [("a.txt", "replaced")]


def test_a_file_that_cannot_be_read_any_more_keeps_what_it_gave(
    small: CaseFile, made: Made
) -> None:
    locked = Unread(uri="a.txt", sha256=None, size=0, reason="locked", remedy="unlock")
    item = ReadItem(document=None, unread=locked, raw=None)
    small.writing("t").file_read(
        FileRead(uri="a.txt", fingerprint="v2", place=0, items=(item,))
    )
    assert made.first in list(small.reading.documents())
    assert locked in small.reading.unread()


def test_a_file_that_can_be_read_again_is_no_longer_listed(
    small: CaseFile,
) -> None:
    mended = report("Now it is whole.", "c.pdf")
    small.writing("t").file_read(file_of(mended, mark="v2"))
    assert small.reading.unread() == []
    assert mended.text in [item.text for item in small.reading.documents()]


def test_new_metadata_sends_a_document_back_to_analysis(
    small: CaseFile, made: Made
) -> None:
    corrected = replace(made.first, publisher="Hill Gazette")
    small.writing("t").file_read(file_of(corrected, mark="v2"))
    (found,) = small.reading.documents([made.first.id])
    assert found.publisher == "Hill Gazette"
    assert set(small.reading.stages("analyse")) == {made.second.id}


def test_a_better_reading_of_the_same_bytes_replaces_text_and_index(
    small: CaseFile, made: Made
) -> None:
    better = replace(made.first, text="The weir collapsed.")
    small.writing("t").file_read(file_of(better, mark="v2"))
    assert small.reading.search("weir") == [made.first.id]
    assert small.reading.search("Oru") == []
    assert small.reading.attributions(documents=[made.first.id]) == []


def test_a_new_analysis_takes_the_place_of_the_old(small: CaseFile, made: Made) -> None:
    small.writing("t").analysed(
        Analysis(document=made.first.id, version="2", attributions=(made.said,))
    )
    (only,) = small.reading.attributions(documents=[made.first.id])
    assert only.id == made.said.id
    assert only.actor is None, "people are resolved anew after that"
    assert small.reading.stages("analyse")[made.first.id] == "2"


def test_a_failed_analysis_is_listed_with_its_reason(
    small: CaseFile, made: Made
) -> None:
    small.writing("t").analysed(
        Analysis(document=made.first.id, version="1", failure="extract: odd")
    )
    (listed,) = [item for item in small.reading.unread() if item.uri == "a.txt"]
    assert "extract: odd" in listed.reason
    assert listed.sha256 == made.first.sha256


def test_twice_the_same_attribution_is_kept_once(small: CaseFile, made: Made) -> None:
    twice = (made.said, made.said)
    small.writing("t").analysed(
        Analysis(document=made.first.id, version="2", attributions=twice)
    )
    assert len(small.reading.attributions(documents=[made.first.id])) == 1


def test_a_transaction_is_all_or_nothing(small: CaseFile, made: Made) -> None:
    stray = replace(made.said, parent=made.denied.id.replace("att", "xxx"))
    with pytest.raises(Exception, match="FOREIGN KEY"):
        small.writing("t").analysed(
            Analysis(document=made.first.id, version="2", attributions=(stray,))
        )
    assert small.reading.stages("analyse")[made.first.id] == "1"
    assert len(small.reading.attributions()) == 3


def test_judgements_survive_every_rebuild(small: CaseFile, made: Made) -> None:
    judged = Judgement(
        id=JudgementId("jdg-1"),
        verdict=Verdict.SAME,
        left="act-1",
        right="act-3",
        anchors=("Minister Oru", "a clerk"),
        who="me",
        why="one voice",
        made=datetime(2031, 5, 6, 7, 8, tzinfo=UTC),
    )
    small.writing("t").judged(judged)
    made.write(small.writing("t"))
    assert small.reading.judgements() == [judged]
