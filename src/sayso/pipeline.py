"""The one place where the stages and the store meet.

A build goes through every document on its own (read, then analyse, each in the
process pool), and then over all of them together (people, copies, claims). Each step
notes what it worked on; what has not changed is not done again. A document on which a
stage fails is noted with the reason, and the build goes on.
"""

import functools
import posixpath
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias, TypeVar

import numpy as np

from sayso.domain.answer import Answer
from sayso.domain.document import Document, Unread
from sayso.domain.judgement import Judgement
from sayso.encode.pairs import PairEncoder
from sayso.encode.roles import RoleEncoder
from sayso.encode.similarity import SentenceEncoder
from sayso.engine.attempt import attempt
from sayso.engine.base import Crash, Engine
from sayso.engine.local import cores
from sayso.engine.progress import Progress, counted, silent
from sayso.extract.attributions import extract
from sayso.link.ask import AskResult
from sayso.link.ask import ask as ask_corpus
from sayso.link.corpus import Encoders
from sayso.link.discover import discover as discover_claims
from sayso.link.discovered import ClaimGroup
from sayso.link.index import DocumentIndex, index_document
from sayso.read.discover import Found, discover
from sayso.read.overrides import Override, Overrides, load_overrides
from sayso.read.reader import ReadResult, file_sha256, read_file
from sayso.resolve.across import resolve_across
from sayso.resolve.records import dump_local, load_local
from sayso.resolve.within import resolve_within
from sayso.store.answers import answers
from sayso.store.codec import encode
from sayso.store.packing import pack
from sayso.store.reading import Reading
from sayso.store.records import (
    Analysis,
    BuildReport,
    ClaimEntry,
    FileRead,
    ReadItem,
    Traced,
    failed_read,
)
from sayso.store.versions import code_version, fingerprint
from sayso.store.view import CaseView
from sayso.store.writing import ANALYSE, Writing
from sayso.trace.evidence import TraceInput
from sayso.trace.origins import trace
from sayso.trace.reuse import MAX_DOCUMENTS, MIN_SHARED, copies, shingle_rows
from sayso.weigh.contest import contest, standing

READ_SHARE = 2**20
"""Bytes to read that are worth a process of their own: about a second of HTML."""
ANALYSE_SHARE = 60_000
"""Characters to analyse that are worth one: about three seconds, three times what
it takes to start a process and load the models."""
TRACE_SHARE = 300
"""Claims to trace that are worth one: five to ten seconds."""

_READ_ROOMS = ("domain", "lexicon", "text", "hooks.py", "read")
_PEOPLE_ROOMS = ("domain", "lexicon", "resolve")
_ANALYSE_ROOMS = (*_PEOPLE_ROOMS, "text", "models", "encode", "extract", "link")
_COPY_ROOMS = ("domain", "text", "trace", "engine")
_CLAIM_ROOMS = ("models", "encode", "link", "weigh", *_PEOPLE_ROOMS, *_COPY_ROOMS)
_Value = TypeVar("_Value")
_View: TypeAlias = CaseView[DocumentIndex]


class Pipeline:
    """A build of one case."""

    def __init__(
        self,
        reading: Reading,
        writing: Writing,
        engine: Engine,
        *,
        progress: Progress | None = None,
        workers: int | None = None,
    ) -> None:
        """Set up a build.

        Args:
            reading: of the case.
            writing: of the same case.
            engine: where the heavy steps run.
            progress: told how far each stage is.
            workers: most processes to use; None for one a core.
        """
        self._reading = reading
        self._writing = writing
        self._engine = engine
        self._tell = silent if progress is None else progress
        self._workers = workers or cores()

    def build(self, inputs: Sequence[str], *, skip: Iterable[Path] = ()) -> BuildReport:
        """Bring the case up to date with what the inputs hold now."""
        began = time.monotonic()
        before = set(self._reading.document_ids())
        found = list(discover(inputs, skip=skip))
        refused = [item for item in found if isinstance(item, Unread)]
        files = [item for item in found if isinstance(item, Found)]
        overrides = load_overrides(inputs)
        refused += overrides.problems
        read = self._read(files, overrides)
        analysed = self._analyse()
        self._engine.close()  # the models in its workers' memory are done with
        self.refresh()
        self._writing.finish()
        now = set(self._reading.document_ids())
        named = {item.uri for item in found}
        unread = {item.uri: item for item in [*refused, *self._reading.unread(named)]}
        return BuildReport(
            files=len(found),
            unchanged=len(files) - read,
            added=len(now - before),
            analysed=analysed,
            documents=len(now),
            attributions=self._reading.count("attribution"),
            claims=self._reading.count("claim"),
            seconds=time.monotonic() - began,
            unread=tuple(unread[uri] for uri in sorted(unread)),
        )

    # -- each document on its own -------------------------------------------------

    def _read(self, files: Sequence[Found], overrides: Overrides) -> int:
        """Read the files that are new or changed; return how many those are."""
        known = self._reading.source_fingerprints()
        told = _by_file(overrides)
        every = (
            _read_job(found, place, told.get(posixpath.normpath(found.uri)))
            for place, found in enumerate(files)
        )
        jobs = [j for j in every if j.file.fingerprint != known.get(j.found.uri)]
        workers = self._worth(sum(job.found.size for job in jobs), READ_SHARE)
        done = self._engine.map(_read, jobs, workers=workers)
        for outcome in counted(self._tell, "reading", done, len(jobs)):
            if isinstance(outcome, Crash):
                job, reason = outcome.item, outcome.reason
                outcome = failed_read(job.file, job.found.size, job.sha256, reason)
            self._writing.file_read(outcome)
        return len(jobs)

    def _analyse(self) -> int:
        """Analyse the documents that are new or changed; return how many."""
        version = code_version(*_ANALYSE_ROOMS)
        known = self._reading.stages(ANALYSE)
        ids = [i for i in self._reading.document_ids() if known.get(i) != version]
        jobs = (_AnalyseJob(d, version) for d in self._reading.documents(ids))
        workers = self._worth(self._reading.characters(ids), ANALYSE_SHARE)
        done = self._engine.map(_analyse, jobs, workers=workers)
        for outcome in counted(self._tell, "analysing", done, len(ids)):
            if isinstance(outcome, Crash):
                id_, reason = outcome.item.document.id, outcome.reason
                outcome = Analysis(document=id_, version=version, failure=reason)
            self._writing.analysed(outcome)
        return len(ids)

    def _worth(self, load: int, share: int) -> int:
        return max(1, min(self._workers, load // share))

    # -- all documents together ---------------------------------------------------

    def refresh(self) -> None:
        """Redo what depends on all documents or on judgements, where those changed."""
        base = fingerprint(self._reading.analysed(), self._reading.document_ids())
        judged = self._reading.judgements()
        marks = [item.id for item in judged]
        people = fingerprint(base, marks, code_version(*_PEOPLE_ROOMS))
        reuse = fingerprint(base, code_version(*_COPY_ROOMS))
        claims = fingerprint(people, reuse, code_version(*_CLAIM_ROOMS))
        if self._reading.across("people") != people:
            self._step("resolving sources", lambda: self._resolve(judged, people))
        if self._reading.across("copies") != reuse:
            self._step("comparing reports", lambda: self._compare(reuse))
        if self._reading.across("claims") != claims:
            self._claims(judged, claims)

    def _step(self, stage: str, run: Callable[[], _Value]) -> _Value:
        self._tell(stage, 0, 1)
        made = run()
        self._tell(stage, 1, 1)
        return made

    def _resolve(self, judged: Sequence[Judgement], mark: str) -> None:
        records = self._reading.local_actors()
        local = (actor for record in records for actor in load_local(record))
        found = resolve_across(local, judged)
        self._writing.people(found.actors, found.mentions, found.suggestions, mark)

    def _compare(self, mark: str) -> None:
        documents = list(self._reading.documents())
        least, most = np.array([MIN_SHARED]), np.array([MAX_DOCUMENTS])
        settings = {"min_shared": least, "max_documents": most}
        table = shingle_rows(documents)
        tables = {"shingles": table.columns(), "settings": settings}
        pairs = self._engine.join("reuse", tables)
        self._writing.copies(copies(pairs, documents, table.standing()), mark)

    def _claims(self, judged: Sequence[Judgement], mark: str) -> None:
        view = _View(self._reading, DocumentIndex.from_bytes)
        groups = self._step("finding claims", lambda: discover_claims(view, judged))
        jobs = (_trace_job(group, view) for group in groups)
        workers = self._worth(len(groups), TRACE_SHARE)
        done = self._engine.map(_trace, jobs, workers=workers)
        entries = [
            _trace(outcome.item) if isinstance(outcome, Crash) else outcome
            for outcome in counted(self._tell, "tracing claims", done, len(groups))
        ]
        self._writing.claims(sorted(entries, key=_rank), mark)


def ask(question: str, reading: Reading) -> Answer:
    """Answer a question in the user's words from what the case holds."""
    view = _View(reading, DocumentIndex.from_bytes)
    encoders = Encoders(sentences=_sentences(), pairs=_pairs())
    found = ask_corpus(question, view, encoders)
    return answers(reading, [_trace(_trace_job(found, view))])[0]


def _rank(entry: ClaimEntry) -> tuple[float, float, int, str]:
    """Return the sort key of a claim: the most contested and best attested first."""
    contested, weight = standing(entry.trace.asserting, entry.trace.denying)
    return -contested, -weight, -len(entry.documents), entry.claim.id


# -- what runs in a worker ------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _ReadJob:
    found: Found
    sha256: str | None
    overrides: Overrides
    file: FileRead


@dataclass(frozen=True, slots=True)
class _AnalyseJob:
    document: Document
    version: str


@dataclass(frozen=True, slots=True)
class _TraceJob:
    found: AskResult | ClaimGroup
    evidence: TraceInput


def _read_job(found: Found, place: int, told: Overrides | None) -> _ReadJob:
    overrides = told or Overrides()
    sha256 = file_sha256(found)
    mark = fingerprint(sha256, encode(overrides), code_version(*_READ_ROOMS))
    file = FileRead(uri=found.uri, fingerprint=mark, place=place, items=())
    return _ReadJob(found, sha256, overrides, file)


def _by_file(overrides: Overrides) -> dict[str, Overrides]:
    """Split what is known by the file it is about, archives with all they hold."""
    rows: dict[str, dict[str, Override]] = {}
    for uri, row in overrides.rows.items():
        rows.setdefault(uri.partition("!/")[0], {})[uri] = row
    return {uri: Overrides(rows=about) for uri, about in rows.items()}


def _read(job: _ReadJob) -> FileRead:
    faults: list[str] = []
    results = attempt("read", faults, lambda: read_file(job.found, job.overrides))
    if results is None:
        return failed_read(job.file, job.found.size, job.sha256, faults[0])
    return replace(job.file, items=tuple(map(_item, results)))


def _item(result: ReadResult) -> ReadItem:
    made = result.document or result.unread
    raw = pack(made.sha256, made.size, result.raw) if made else None
    return ReadItem(document=result.document, unread=result.unread, raw=raw)


def _analyse(job: _AnalyseJob) -> Analysis:
    """Run the per-document stages; when one fails, keep what the others gave."""
    document, roles, vectors = job.document, _roles(), _sentences()
    faults: list[str] = []
    said = attempt("extract", faults, lambda: extract(document, roles)) or []
    local = attempt("resolve", faults, lambda: resolve_within(document, said)) or []
    index = attempt("index", faults, lambda: index_document(document, said, vectors))
    return Analysis(
        document=document.id,
        version=job.version,
        attributions=said,
        local=dump_local(local),
        index=index.to_bytes() if index else None,
        failure="; ".join(faults) or None,
    )


def _trace_job(found: AskResult | ClaimGroup, view: _View) -> _TraceJob:
    ids = [item.document for item in found.documents]
    evidence = TraceInput(
        documents={document.id: document for document in view.documents(ids)},
        attributions=view.said(ids),
        actors=view.speaking(ids),
        copies=view.copies(ids),
    )
    return _TraceJob(found, evidence)


def _trace(job: _TraceJob) -> ClaimEntry:
    found = job.found
    traced = trace(found.claim, found.bearings, found.documents, job.evidence)
    return ClaimEntry(
        claim=found.claim,
        contest=contest(traced.asserting, traced.denying),
        trace=Traced(
            reports=traced.reports,
            asserting=traced.asserting,
            denying=traced.denying,
            warnings=traced.warnings,
        ),
        bearings=found.bearings,
        documents=found.documents,
    )


_roles = functools.cache(RoleEncoder.load)
_sentences = functools.cache(SentenceEncoder.load)
_pairs = functools.cache(PairEncoder.load)
