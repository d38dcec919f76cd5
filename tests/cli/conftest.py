"""A stand-in for the case, so that commands are tested without building one."""

import dataclasses
import subprocess
import sys
from types import SimpleNamespace

import pytest
from typer.testing import CliRunner

from sayso.cli.main import app
from sayso.errors import MissingCaseError, NotFoundError
from sayso.store.records import BuildReport, Problem
from tests.publish.records import (
    ACTORS,
    ATTRIBUTIONS,
    CONTESTED,
    DOCUMENTS,
    JUDGEMENT,
    SUGGESTION,
    UNCONTESTED,
    UNREAD,
)

BUILT = BuildReport(
    files=5,
    unchanged=0,
    added=4,
    analysed=4,
    documents=4,
    attributions=7,
    claims=2,
    seconds=1.25,
    unread=UNREAD,
)


class FakeCase:
    """Answers as a case of the hand-made records would; notes what it is asked."""

    documents_held = DOCUMENTS
    unread_held = UNREAD
    claims_held = (CONTESTED, UNCONTESTED)
    problems: tuple[Problem, ...] = ()
    built = BUILT
    pairs = 1
    raises: BaseException | None = None

    def __init__(self) -> None:
        self.asked: list[object] = []

    def open(self, path, *, create=False):
        self.asked.append(("open", str(path), create))
        if str(path).startswith("missing"):
            msg = f"there is no case at {path};\n build it first"
            raise MissingCaseError(msg)
        return self

    def __enter__(self):
        return self

    def __exit__(self, *_):
        return None

    def build(self, inputs, *, progress=None, workers=None):
        self.asked.append(("build", list(inputs), workers))
        progress("reading", 0, 2)
        if self.raises:
            raise self.raises
        progress("reading", 2, 2)
        return self.built

    def documents(self):
        return list(self.documents_held)

    def unread(self):
        return list(self.unread_held)

    def actors(self):
        return list(ACTORS)

    def suggestions(self):
        return [SUGGESTION] * self.pairs

    def claims(self):
        if self.raises:
            raise self.raises
        return list(self.claims_held)

    def ask(self, question):
        claim = dataclasses.replace(CONTESTED.claim, proposition=question, asked=True)
        return dataclasses.replace(CONTESTED, claim=claim)

    def attributions(self, *, document=None, actor=None):
        return [
            a
            for a in ATTRIBUTIONS
            if document in (None, a.document) and actor in (None, a.actor)
        ]

    def show(self, id_):
        every = [*DOCUMENTS, *ACTORS, *ATTRIBUTIONS, JUDGEMENT]
        found = {record.id: record for record in every}
        found |= {answer.claim.id: answer for answer in self.claims_held}
        if id_ not in found:
            msg = f"no record has the id {id_!r}"
            raise NotFoundError(msg)
        return found[id_]

    def judge(self, verdict, left, right, *, why, who=None):
        self.asked.append(("judge", verdict, left, right, why, who))
        return JUDGEMENT

    def judgements(self):
        return [JUDGEMENT]

    def verify(self):
        return list(self.problems)


@pytest.fixture
def case(monkeypatch):
    fake = FakeCase()
    monkeypatch.setitem(sys.modules, "sayso.case", SimpleNamespace(Case=fake))
    return fake


def python(*arguments, **how):
    """Run this interpreter; give its exit status and what it wrote."""
    return subprocess.run(  # noqa: S603 - our own interpreter on our own code
        [sys.executable, *map(str, arguments)],
        **{"capture_output": True, "text": True, "check": False} | how,
    )


@pytest.fixture
def sayso(case, monkeypatch):  # noqa: ARG001 - the case must be there
    """Run a command in an 80-column terminal of no colour; give its result."""
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.delenv("SAYSO_DEBUG", raising=False)

    def run(*arguments):
        return CliRunner().invoke(app, [str(argument) for argument in arguments])

    return run
