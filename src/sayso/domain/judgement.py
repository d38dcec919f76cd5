"""What a person decided; append-only, reversible, never overwritten by a rebuild."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sayso.domain.ids import JudgementId


class Verdict(StrEnum):
    """What can be decided about two records."""

    SAME = "same"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One decision about two records of the same kind (actors or claims).

    A later judgement on the same pair replaces an earlier one in effect; both stay.

    Attributes:
        left: id of the one record.
        right: id of the other.
        anchors: names or texts of the two at the time, so that the judgement still
            finds them when a rebuild gives them other ids.
        made: time zone aware.
    """

    id: JudgementId
    verdict: Verdict
    left: str
    right: str
    anchors: tuple[str, str]
    who: str
    why: str
    made: datetime
