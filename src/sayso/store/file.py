"""An open case: its two faces, and the file they share."""

from collections.abc import Sequence
from pathlib import Path

from sayso.store.checking import check
from sayso.store.reading import Reading
from sayso.store.records import Problem
from sayso.store.sqlite import create_case, open_case
from sayso.store.writing import Writing


class CaseFile:
    """The store behind one case."""

    def __init__(self, path: Path, *, create: bool = False) -> None:
        """Open the case at `path`.

        Args:
            path: of the case file.
            create: make an empty one when there is none.

        Raises:
            CaseError: there is none, or what is there is refused and left as it was.
        """
        if create and not path.exists():
            create_case(path)
        self.path = path
        self._engine = open_case(path)
        self.reading = Reading(self._engine)

    def writing(self, program: str, inputs: Sequence[str] = ()) -> Writing:
        """Return the write face, for one build or one judgement.

        Args:
            program: name and version, for the custody record.
            inputs: what the user named.
        """
        return Writing(self._engine, program=program, inputs=inputs)

    def check(self) -> list[Problem]:
        """Return what is wrong with the case or with the files behind it."""
        return check(self._engine)

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()
