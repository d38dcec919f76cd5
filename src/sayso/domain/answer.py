"""What a reader gets for one claim: both sides, and from how many origins."""

from dataclasses import dataclass

from sayso.domain.actor import Actor
from sayso.domain.attribution import Attribution
from sayso.domain.claim import Claim
from sayso.domain.origin import OriginCount, ReportTrace


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One actor and the attributions by which it stands where it stands.

    Attributes:
        actor: None for own-voice statements whose publisher is unknown.
    """

    actor: Actor | None
    attributions: tuple[Attribution, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """On whose say-so a claim stands.

    Attributes:
        documents: only reports that truly bear on the claim, most relevant first.
        contest: 0 (nobody disagrees), 0.5 (one origin against one), towards 1 (many
            on each side).
        warnings: what the counts cannot see, in plain sentences.
    """

    claim: Claim
    asserted_by: tuple[Voice, ...]
    denied_by: tuple[Voice, ...]
    uncommitted: tuple[Voice, ...]
    asserting: OriginCount
    denying: OriginCount
    documents: tuple[ReportTrace, ...]
    contest: float = 0.0
    warnings: tuple[str, ...] = ()
