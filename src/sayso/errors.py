"""The one error tree. Every error a user can cause is a `SaysoError`.

    SaysoError
    ├── CaseError                the case file itself
    │   ├── NotACaseError        the file exists but is no case
    │   ├── NewerCaseError       written by a newer sayso
    │   ├── MissingCaseError     no file at that path
    │   ├── LockedCaseError      another process writes to it
    │   └── DamagedCaseError     the file fails its own integrity check
    ├── ReadError                one input file could not be read (reason, remedy)
    ├── NotFoundError            no record has that id
    ├── JudgementError           a judgement that makes no sense (same id twice, ...)
    └── ModelError               a shipped model or word list is missing or damaged

A message says what was wrong, in which file, and what to do. The command line
prints it as one line and exits with status 2; it never shows a traceback for these.
"""


class SaysoError(Exception):
    """Anything a user can cause and can mend."""


class CaseError(SaysoError):
    """Something is wrong with the case file."""


class NotACaseError(CaseError):
    """The file exists but is not a sayso case; it was left untouched."""


class NewerCaseError(CaseError):
    """The case was written by a newer sayso; it was left untouched."""


class MissingCaseError(CaseError):
    """There is no case at that path."""


class LockedCaseError(CaseError):
    """Another process is writing to the case."""


class DamagedCaseError(CaseError):
    """The case file fails its integrity check."""


class ReadError(SaysoError):
    """One input file could not be read; the build goes on without it.

    Attributes:
        reason: what is wrong with the file, one clause.
        remedy: what the user can do about it, one clause; empty when nothing is
            wrong with the file and it is merely no report.
    """

    def __init__(self, reason: str, remedy: str) -> None:
        """Keep the two halves apart so that a listing can show both."""
        super().__init__("; ".join(filter(None, (reason, remedy))))
        self.reason = reason
        self.remedy = remedy


class NotFoundError(SaysoError):
    """No record in the case has that id."""


class JudgementError(SaysoError):
    """The judgement contradicts itself or names records of unlike kinds."""


class ModelError(SaysoError):
    """A model or word list that ships with sayso is missing or damaged."""
