"""A case in Python: the same as the command line, in a few lines.

with Case.open("convoy.sayso", create=True) as case:
case.build(["reports/"])
answer = case.ask("The company paid militia commanders")
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeAlias

import sayso
from sayso.domain.actor import Actor, Suggestion
from sayso.domain.answer import Answer
from sayso.domain.attribution import Attribution
from sayso.domain.claim import Stance
from sayso.domain.document import Document, Unread
from sayso.domain.ids import (
    ActorId,
    AttributionId,
    ClaimId,
    DocumentId,
    JudgementId,
    content_id,
)
from sayso.domain.judgement import Judgement, Verdict
from sayso.domain.origin import Copy
from sayso.engine.progress import Progress
from sayso.errors import JudgementError, NotFoundError
from sayso.store.answers import answers
from sayso.store.file import CaseFile
from sayso.store.records import BuildReport, CustodyEntry, Problem

if TYPE_CHECKING:
    from sayso.publish.figures.drawing import OriginFigure

Record: TypeAlias = Document | Attribution | Actor | Answer | Judgement
"""What an id can stand for."""
PROGRAM = f"sayso {sayso.__version__}"
_MANY_MATCHES = 5


class Case:
    """One case file. Close it, or use it in a `with` block."""

    def __init__(self, file: CaseFile) -> None:
        """Wrap an open file; use `Case.open`."""
        self._file = file
        self._reading = file.reading

    @classmethod
    def open(cls, path: str | Path, *, create: bool = False) -> Self:
        """Open the case at `path`.

        Args:
            path: of the case file.
            create: make an empty one when there is none.

        Raises:
            CaseError: there is none, or what is there is no case, is newer than this
                program, locked or damaged; it is then left as it was.
        """
        return cls(CaseFile(Path(path), create=create))

    def build(
        self,
        inputs: str | Path | Sequence[str | Path],
        *,
        progress: Progress | None = None,
        workers: int | None = None,
    ) -> BuildReport:
        """Read files, folders, patterns and archives into the case.

        What is there already and unchanged is not done again; what was stored from
        files that are gone since stays.

        Args:
            inputs: what to read.
            progress: called with stage, done, total.
            workers: most processes to use; None for one a core.
        """
        from sayso.engine.local import LocalEngine
        from sayso.pipeline import Pipeline

        if isinstance(inputs, str | Path):
            inputs = [inputs]
        named = [str(item) for item in inputs]
        with LocalEngine() as engine:
            pipeline = Pipeline(
                self._reading,
                self._file.writing(PROGRAM, named),
                engine,
                progress=progress,
                workers=workers,
            )
            return pipeline.build(named, skip=[self._file.path])

    # -- what the case holds ------------------------------------------------------

    def documents(self) -> list[Document]:
        """Return every report with its text, in the order they were found."""
        return list(self._reading.documents())

    def unread(self) -> list[Unread]:
        """Return what could not be read, or not be analysed, with the reason."""
        return self._reading.unread()

    def attributions(
        self,
        *,
        document: DocumentId | None = None,
        actor: ActorId | None = None,
    ) -> list[Attribution]:
        """Return who says what, own voice included, by document and place in it.

        Args:
            document: only in this report.
            actor: only what this actor says.
        """
        only = None if document is None else [document]
        return self._reading.attributions(documents=only, actor=actor)

    def actors(self) -> list[Actor]:
        """Return every source, by name."""
        return self._reading.actors()

    def suggestions(self) -> list[Suggestion]:
        """Return pairs of actors that may be the same, best first."""
        return self._reading.suggestions()

    def copies(self) -> list[Copy]:
        """Return every pair of reports that share wording."""
        return self._reading.copies()

    def claims(self) -> list[Answer]:
        """Return the claims found in the reports, the most contested first."""
        return answers(self._reading, self._reading.claims())

    def search(self, words: str) -> list[Document]:
        """Return the reports that have all these words, the best match first."""
        return list(self._reading.documents(self._reading.search(words)))

    def ask(self, question: str) -> Answer:
        """Return who asserts and who denies a proposition in your own words."""
        from sayso.pipeline import ask

        return ask(question, self._reading)

    def origin_tree(
        self, answer: Answer, side: Stance = Stance.ASSERTS
    ) -> "OriginFigure":
        """Return from where each report has a claim; a notebook shows it as a figure.

        Args:
            answer: one of `claims()`, or what `ask` gave.
            side: those who assert the claim, or those who deny it.
        """
        from sayso.publish.figures.drawing import OriginFigure
        from sayso.publish.figures.tree import origin_tree
        from sayso.publish.rows import Catalogue

        documents = {document.id: document for document in self.documents()}
        return OriginFigure(origin_tree(answer, side, Catalogue(documents=documents)))

    def show(self, id_: str) -> Record:
        """Return the record with that id, or the only one whose id starts so.

        Raises:
            NotFoundError: there is none, or more than one.
        """
        return self._record(self._whole_id(id_))

    def custody(self) -> list[CustodyEntry]:
        """Return which files were taken in, when, and by which program."""
        return self._reading.custody()

    # -- what people decide -------------------------------------------------------

    def judge(
        self,
        verdict: Verdict | str,
        left: str,
        right: str,
        *,
        why: str,
        who: str | None = None,
    ) -> Judgement:
        """Decide that two actors, or two claims, are the same or different.

        It holds from now on, through every rebuild; a later judgement on the same two
        takes it back.

        Args:
            verdict: `same` or `different`.
            left: id of the one, or the start of it.
            right: id of the other.
            why: your reason.
            who: you; kept with the judgement, empty when not given.

        Raises:
            NotFoundError: an id stands for nothing.
            JudgementError: the two are one record, or of unlike kinds.
        """
        (one, here), (other, there) = self._judged(left), self._judged(right)
        _check_pair(one, other, why)
        decided, made = _verdict(verdict), datetime.now(UTC)
        parts = (decided.value, one, other, who or "", why, made.isoformat())
        judgement = Judgement(
            id=JudgementId(content_id("jdg", *parts)),
            verdict=decided,
            left=one,
            right=other,
            anchors=(here, there),
            who=who or "",
            why=why,
            made=made,
        )
        self._file.writing(PROGRAM).judged(judgement)
        self._refresh()
        return judgement

    def judgements(self) -> list[Judgement]:
        """Return every judgement ever made here, oldest first."""
        return self._reading.judgements()

    def verify(self) -> list[Problem]:
        """Return what is wrong with the case or with the files it was built from."""
        return self._file.check()

    # -- housekeeping -------------------------------------------------------------

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def __enter__(self) -> Self:
        """Return the case itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the case."""
        self.close()

    def _refresh(self) -> None:
        from sayso.engine.local import LocalEngine
        from sayso.pipeline import Pipeline

        writing = self._file.writing(PROGRAM)
        with LocalEngine() as engine:
            Pipeline(self._reading, writing, engine).refresh()
        writing.finish()

    def _whole_id(self, start: str) -> str:
        found = self._reading.find_ids(start) if start else []
        if start in found or len(found) == 1:
            return start if start in found else found[0]
        if not found:
            msg = f"no record has the id {start!r}; the listings show all ids"
            raise NotFoundError(msg)
        some = ", ".join(found[:_MANY_MATCHES])
        msg = f"several ids start with {start!r} ({some}, …); give more of it"
        raise NotFoundError(msg)

    def _record(self, id_: str) -> Record:
        kind = id_.partition("-")[0]
        reading = self._reading
        if kind == "doc":
            return next(iter(reading.documents([DocumentId(id_)])))
        if kind == "att":
            return reading.attributions(ids=[AttributionId(id_)])[0]
        if kind == "act":
            return reading.actors([ActorId(id_)])[0]
        if kind == "clm":
            return answers(reading, reading.claims([ClaimId(id_)]))[0]
        return next(item for item in reading.judgements() if item.id == id_)

    def _judged(self, start: str) -> tuple[str, str]:
        """Return the id and the anchor of what a judgement is about.

        Of two actors that were judged the same only one keeps its id; the other must
        still be found, or that judgement could not be taken back.
        """
        try:
            id_ = self._whole_id(start)
        except NotFoundError:
            known = {
                side: anchor
                for item in self.judgements()
                for side, anchor in zip(
                    (item.left, item.right), item.anchors, strict=True
                )
                if start and side.startswith(start)
            }
            if len(known) != 1:
                raise
            return next(iter(known.items()))
        record = self._record(id_)
        if isinstance(record, Actor):
            return id_, record.name
        if isinstance(record, Answer):
            return id_, record.claim.proposition
        msg = f"{id_} is neither an actor nor a claim; only those can be judged"
        raise JudgementError(msg)


def _verdict(word: Verdict | str) -> Verdict:
    try:
        return Verdict(word)
    except ValueError as error:
        msg = f"{word!r} is no verdict; say same or different"
        raise JudgementError(msg) from error


def _check_pair(one: str, other: str, why: str) -> None:
    """Refuse a judgement that says nothing."""
    if one == other:
        msg = f"{one} is one record; name two"
        raise JudgementError(msg)
    if one.partition("-")[0] != other.partition("-")[0]:
        msg = f"{one} and {other} are of unlike kinds; name two of one kind"
        raise JudgementError(msg)
    if not why.strip():
        msg = "a judgement needs a reason; say why"
        raise JudgementError(msg)
