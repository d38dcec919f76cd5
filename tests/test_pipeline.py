"""A build does what is needed and no more, and survives what may happen to it."""

import hashlib
import os
import signal
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from sayso import pipeline
from sayso.case import Case
from sayso.domain.document import Document
from sayso.errors import LockedCaseError, ModelError
from sayso.store.records import BuildReport
from tests.store.small import dump

TEXTS = {
    "harbour.txt": (
        "Mayor Ilse Brandt said on Monday that the harbour wall was sound. "
        "Engineer Tomas Rell denied that the harbour wall was sound."
    ),
    "echo.txt": (
        "According to the Morning Courier, Mayor Ilse Brandt said on Monday that the "
        "harbour wall was sound.\n\nResidents said they were afraid."
    ),
    "school.txt": (
        "The school will close in June, headteacher Ada Nwosu said. "
        "She added that no teacher would lose a job."
    ),
    "notes.txt": "Rain fell all week and the market was cancelled again.",
}
KILLED = """
import os, signal, sys
from sayso.case import Case

def progress(stage, done, total):
    if (stage, done) == (sys.argv[3], 2):
        os.kill(os.getpid(), signal.SIGKILL)

with Case.open(sys.argv[1], create=True) as case:
    case.build([sys.argv[2]], progress=progress, workers=1)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "reports"
    place.mkdir()
    for name, text in TEXTS.items():
        (place / name).write_text(text, encoding="utf-8")
    return place


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "case.sayso"


def build(path: Path, *inputs: Path, **options: object) -> BuildReport:
    with Case.open(path, create=True) as case:
        return case.build(list(inputs), **{"workers": 1, **options})


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def contents(path: Path) -> dict[str, object]:
    """Return all that a reader can get out of a case."""
    with Case.open(path) as case:
        return {
            "documents": case.documents(),
            "attributions": case.attributions(),
            "actors": case.actors(),
            "claims": case.claims(),
            "copies": case.copies(),
            "unread": case.unread(),
        }


# -- what a build gives -------------------------------------------------------------


def test_a_build_reads_analyses_and_answers(path: Path, folder: Path) -> None:
    report = build(path, folder)
    assert (report.files, report.added, report.analysed) == (4, 4, 4)
    assert (report.unchanged, report.unread) == (0, ())
    with Case.open(path) as case:
        assert {Path(d.uri).name for d in case.documents()} == set(TEXTS)
        names = {actor.name for actor in case.actors()}
        assert any("Brandt" in name for name in names)
        said = [a for a in case.attributions() if a.cue]
        assert len(said) >= 4
        assert report.attributions == len(case.attributions())
        assert case.verify() == []


def test_the_stages_are_told_in_their_order(path: Path, folder: Path) -> None:
    told: list[tuple[str, int, int]] = []
    build(path, folder, progress=lambda *seen: told.append(seen))
    order = list(dict.fromkeys(stage for stage, _, _ in told))
    assert order[:5] == [
        "reading",
        "analysing",
        "resolving sources",
        "comparing reports",
        "finding claims",
    ]
    assert ("reading", 0, 4) in told
    assert ("analysing", 4, 4) in told
    assert all(0 <= done <= total for _, done, total in told)


def test_processes_give_what_one_process_gives(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = tmp_path / "one.sayso", tmp_path / "two.sayso"
    build(one, folder)
    monkeypatch.setattr(pipeline, "READ_SHARE", 1)
    monkeypatch.setattr(pipeline, "ANALYSE_SHARE", 1)
    monkeypatch.setattr(pipeline, "TRACE_SHARE", 1)
    build(two, folder, workers=2)
    assert contents(one) == contents(two)
    timeless = [
        [line for line in dump(path) if 'INSERT INTO "build"' not in line]
        for path in (one, two)
    ]
    assert timeless[0] == timeless[1]


def test_a_small_case_starts_no_process(
    path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object, **_options: object) -> None:
        pytest.fail("started a process for four short reports")

    monkeypatch.setattr("sayso.engine.local.ProcessPoolExecutor", refuse)
    build(path, folder, workers=8)


# -- building again -----------------------------------------------------------------


def test_a_rebuild_of_unchanged_input_changes_not_a_byte(
    path: Path, folder: Path
) -> None:
    build(path, folder)
    records, before = dump(path), digest(path)
    report = build(path, folder)
    assert (report.added, report.unchanged, report.analysed) == (0, 4, 0)
    assert dump(path) == records
    assert digest(path) == before


def test_later_builds_add(path: Path, folder: Path, tmp_path: Path) -> None:
    build(path, folder / "harbour.txt")
    report = build(path, folder)
    assert (report.added, report.unchanged, report.documents) == (3, 1, 4)
    whole = tmp_path / "whole.sayso"
    build(whole, folder)
    found, at_once = contents(path), contents(whole)
    assert found["claims"] == at_once["claims"]
    assert found["actors"] == at_once["actors"]


def test_the_order_of_the_inputs_does_not_matter(
    path: Path, folder: Path, tmp_path: Path
) -> None:
    files = sorted(folder.iterdir())
    other = tmp_path / "other.sayso"
    build(path, *files)
    build(other, *reversed(files))
    found, turned = contents(path), contents(other)
    for part in ("attributions", "actors", "claims"):
        assert found[part] == turned[part], part
    assert sorted(d.id for d in found["documents"]) == sorted(
        d.id for d in turned["documents"]
    )


def test_a_judgement_redoes_no_document(path: Path, folder: Path) -> None:
    build(path, folder)
    with Case.open(path) as case:
        one, other = case.actors()[:2]
        analysed = case._reading.analysed()
        case.judge("same", one.id, other.id, why="one office")
        assert case._reading.analysed() == analysed
    before = digest(path)
    report = build(path, folder)
    assert (report.unchanged, report.analysed) == (4, 0)
    assert digest(path) == before, "the judgement was already worked in"


def test_what_vanished_stays(path: Path, folder: Path) -> None:
    build(path, folder)
    before = contents(path)
    (folder / "harbour.txt").unlink()
    report = build(path, folder)
    assert report.documents == 4
    assert contents(path) == before
    with Case.open(path) as case:
        assert case.verify() == []


def test_a_named_file_that_is_not_there_is_reported_and_not_stored(
    path: Path, folder: Path
) -> None:
    build(path, folder)
    before = digest(path)
    report = build(path, folder, folder / "no such.txt")
    assert [Path(item.uri).name for item in report.unread] == ["no such.txt"]
    assert digest(path) == before


def test_a_changed_file_takes_the_place_of_what_it_was(
    path: Path, folder: Path
) -> None:
    build(path, folder)
    (folder / "notes.txt").write_text("Deputy Jan Moll said the market would reopen.")
    report = build(path, folder)
    assert (report.added, report.unchanged, report.documents) == (1, 3, 4)
    with Case.open(path) as case:
        texts = [document.text for document in case.documents()]
        assert TEXTS["notes.txt"] not in texts
        assert any("Moll" in actor.name for actor in case.actors())


def test_new_metadata_is_taken_up(path: Path, folder: Path) -> None:
    build(path, folder)
    (folder / "reports.csv").write_text(
        "path,publisher\nharbour.txt,Hill Gazette\n", encoding="utf-8"
    )
    report = build(path, folder)
    assert (report.added, report.unchanged, report.analysed) == (0, 3, 1)
    with Case.open(path) as case:
        publishers = {Path(d.uri).name: d.publisher for d in case.documents()}
    assert publishers["harbour.txt"] == "Hill Gazette"
    before = digest(path)
    build(path, folder)
    assert digest(path) == before


def test_new_code_of_a_stage_has_documents_analysed_again(
    path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(path, folder)
    version = pipeline.code_version
    monkeypatch.setattr(
        pipeline,
        "code_version",
        lambda *rooms: version(*rooms) + ("+" if "extract" in rooms else ""),
    )
    report = build(path, folder)
    assert (report.unchanged, report.analysed) == (4, 4)


def test_an_archive_and_a_folder_of_the_same_reports_are_the_same_documents(
    path: Path, folder: Path, tmp_path: Path
) -> None:
    packed = tmp_path / "all.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        for name, text in TEXTS.items():
            archive.writestr(name, text)
    build(path, folder)
    report = build(path, packed)
    assert (report.added, report.documents) == (0, 4)
    with Case.open(path) as case:
        assert all(len(document.uris) == 2 for document in case.documents())


# -- what may go wrong ---------------------------------------------------------------


def failing(
    monkeypatch: pytest.MonkeyPatch, name: str, on: Callable[[Document], bool]
) -> None:
    real = getattr(pipeline, name)

    def stage(document: Document, *rest: object) -> object:
        if on(document):
            msg = "an odd sentence"
            raise RuntimeError(msg)
        return real(document, *rest)

    monkeypatch.setattr(pipeline, name, stage)


@pytest.mark.parametrize("stage", ["extract", "resolve_within", "index_document"])
def test_a_stage_that_fails_on_one_document_does_not_end_the_build(
    path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, stage: str
) -> None:
    failing(monkeypatch, stage, lambda document: "harbour.txt" in document.uri)
    report = build(path, folder)
    (fault,) = report.unread
    assert "harbour.txt" in fault.uri
    assert "RuntimeError: an odd sentence" in fault.reason
    assert fault.sha256 == hashlib.sha256(TEXTS["harbour.txt"].encode()).hexdigest()
    assert report.documents == 4
    assert report.attributions > 0


def test_a_missing_model_ends_the_build_at_once(
    path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing() -> None:
        msg = "roles.onnx is missing; install sayso again"
        raise ModelError(msg)

    monkeypatch.setattr(pipeline, "_roles", missing)
    with pytest.raises(ModelError, match="install sayso again"):
        build(path, folder)
    monkeypatch.undo()
    report = build(path, folder)
    assert (report.unchanged, report.analysed, report.unread) == (4, 4, ())


def test_a_reader_that_fails_does_not_end_the_build(
    path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = pipeline.read_file

    def reader(found: object, overrides: object) -> object:
        if "notes" in found.uri:
            raise OverflowError
        return real(found, overrides)

    monkeypatch.setattr(pipeline, "read_file", reader)
    report = build(path, folder)
    (fault,) = report.unread
    assert "OverflowError" in fault.reason
    assert fault.sha256 == hashlib.sha256(TEXTS["notes.txt"].encode()).hexdigest()
    assert report.documents == 3


@pytest.mark.parametrize("stage", ["reading", "analysing"])
def test_a_killed_build_is_taken_up_where_it_was(
    path: Path, folder: Path, tmp_path: Path, stage: str
) -> None:
    script = [sys.executable, "-c", KILLED, str(path), str(folder), stage]
    killed = subprocess.run(script, check=False, timeout=120)  # noqa: S603 - ours
    assert killed.returncode == -signal.SIGKILL
    report = build(path, folder)
    done = {"reading": (2, 4), "analysing": (4, 2)}[stage]
    assert (report.unchanged, report.analysed) == done
    whole = tmp_path / "whole.sayso"
    build(whole, folder)
    assert contents(path) == contents(whole)
    with Case.open(path) as case:
        assert case.verify() == []


def test_stopping_leaves_a_case_that_can_be_read(path: Path, folder: Path) -> None:
    def stop(stage: str, done: int, _total: int) -> None:
        if (stage, done) == ("analysing", 1):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build(path, folder, progress=stop)
    with Case.open(path) as case:
        assert len(case.documents()) == 4
        assert case.verify() == []


def test_a_case_that_is_being_written_to_is_not_built(
    path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sqlite3

    monkeypatch.setattr("sayso.store.sqlite.BUSY_MS", 50)
    Case.open(path, create=True).close()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        with pytest.raises(LockedCaseError):
            build(path, folder)
    finally:
        other.close()


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX permissions")
def test_the_case_is_never_one_of_its_reports(folder: Path) -> None:
    inside = folder / "case.sayso"
    assert build(inside, folder).files == 4
    assert build(inside, folder).files == 4
