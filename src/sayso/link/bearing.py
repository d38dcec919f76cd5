"""Decide which attributions bear on a claim, and on which side their sources stand."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.domain.attribution import Attribution, Polarity, Style
from sayso.domain.claim import Bearing, Claim, Orientation, Stance
from sayso.domain.document import Document
from sayso.domain.ids import AttributionId
from sayso.link.corpus import Encoders
from sayso.link.coverage import Coverage, Telling
from sayso.link.discover_units import about_knowing
from sayso.link.statements import Statement, statements
from sayso.link.verdict import refutes
from sayso.text.segment import sentences

ASSERTS, DENIES, UNCOMMITTED, UNRELATED = range(4)
MOST = 160
"""Statements judged a question, the closest first: about two seconds at worst."""
NEAR, COVERED = 0.25, 0.25
"""Cosine with the claim, or share of its words, from which a statement is judged."""
BIAS, BY_MODEL, BY_SHARE, BY_BEYOND, BY_ECHO = -2.3, 0.45, 2.0, 2.35, 2.55
"""Logistic weights of what makes a statement one about the claim itself: log odds of
the stance model that it takes a side, share of the claim's telling words, share of
those beside its players, and share of its own words that the claim has. Fitted on the
sample case and on `tests/link/bearing_case.toml` together, each claim as much as its
statements' square root, and rounded. Fitted on either alone they do on the other
nearly what they do on both."""
POINTING = -1.0
"""Fitted along: what points back borrows the words it is measured by."""
BARE = 0.35
"""Least of the two last shares. Below, a statement has the players in common with the
claim and nothing else, and the stance model takes a denial of one thing for the denial
of all (`denied the alliance` for `had talks`): of those it settled one in five was
right."""
SETTLES = 0.35
"""Probability from which a statement is about the claim itself; 0.25 to 0.35 had the
best F1, and of those the last lists least that is beside the point."""
POINTED = 0.8
"""Share of that probability that a statement pointing back at another takes over."""
TOPICAL = 0.45
"""Cosine from which a source that settles nothing is still worth listing."""
BY_POLARITY = 2.2
"""Log odds that the polarity of an attribution adds to the side the model takes: only
where the model is all but certain does it outvote the cue. 1.2 to 2.4 do equally well
on the sample case, 2 to 5 on the other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A listed report with what is said in it.

    Attributes:
        contents: cosine of what each attribution says with the claim.
    """

    document: Document
    attributions: Sequence[Attribution]
    contents: dict[AttributionId, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Candidate:
    statement: Statement
    nearness: float
    share: float
    beyond: float
    echo: float


def bearings(
    claim: Claim, reports: Sequence[Report], encoders: Encoders
) -> list[Bearing]:
    """Return what bears on the claim, most relevant first."""
    coverage = Coverage(claim.proposition, encoders.sentences)
    near = [c for report in reports for c in _near(report, coverage)]
    near.sort(key=lambda c: (-c.nearness - c.share, c.statement.attribution.id))
    chosen = near[:MOST]
    rows = encoders.pairs.stances(
        claim.proposition, [_shown(c.statement) for c in chosen]
    )
    turned = refutes(claim.proposition)
    found = [
        bearing
        for candidate, settles, row in zip(
            chosen, _settled(chosen, rows), rows, strict=True
        )
        if (bearing := _bearing(claim, candidate, settles, row, turned=turned))
    ]
    return sorted(found, key=lambda b: (-b.relevance, b.attribution))


def _near(report: Report, coverage: Coverage) -> list[_Candidate]:
    """Return the statements of a report that are worth judging."""
    text = report.document.text
    telling = Telling([text[start:end] for start, end in sentences(text)])
    made = statements(report.document, report.attributions)
    coverage.learn(f"{s.context} {s.text}" for s in made)
    near = [report.contents.get(s.attribution.id, 0.0) for s in made]
    found = []
    for statement, nearness in zip(made, near, strict=True):
        candidate = _Candidate(
            statement=statement,
            nearness=nearness,
            share=coverage.share(_shown(statement), telling),
            beyond=coverage.beyond(_shown(statement), telling),
            echo=coverage.echo(statement.content, telling),
        )
        if nearness >= NEAR or candidate.share >= COVERED:
            found.append(candidate)
    return found


def _shown(statement: Statement) -> str:
    if statement.pointing:
        return f"{statement.context} {statement.text}"
    return statement.text


def _settled(chosen: Sequence[_Candidate], rows: NDArray[np.float32]) -> list[float]:
    """Return for each statement the probability that it is about the claim.

    One that only points back (`declared it a fake story`) is about what the
    statements shortly before it are about, and a little less surely; its own words
    are next to nothing to go by.
    """
    own = [_settles(c, row) for c, row in zip(chosen, rows, strict=True)]
    found = []
    for candidate, settles in zip(chosen, own, strict=True):
        meant = [
            other
            for earlier, other in zip(chosen, own, strict=True)
            if candidate.statement.pointing and _shortly_before(earlier, candidate)
        ]
        found.append(POINTED * max(meant) if meant else settles)
    return found


def _shortly_before(earlier: _Candidate, candidate: _Candidate) -> bool:
    first, second = earlier.statement, candidate.statement
    if first.pointing or first.attribution.document != second.attribution.document:
        return False
    end = first.attribution.content[-1].end
    anchor = (second.attribution.cue or second.attribution.content)[0].start
    return 0 <= anchor - end <= len(second.context)


def _bearing(
    claim: Claim,
    candidate: _Candidate,
    settles: float,
    row: NDArray[np.float32],
    *,
    turned: bool,
) -> Bearing | None:
    attribution = candidate.statement.attribution
    knowing = about_knowing(candidate.statement.content)
    beside = knowing and not about_knowing(claim.proposition)
    if settles >= SETTLES and not beside:
        orientation, stance = _side(attribution.polarity, row, turned=turned)
        relevance = settles
    elif attribution.style is not Style.OWN_VOICE and (
        settles >= SETTLES or candidate.nearness >= TOPICAL
    ):
        orientation, stance = Orientation.OTHER, Stance.UNCOMMITTED
        relevance = SETTLES * candidate.nearness
    else:
        return None
    return Bearing(
        claim=claim.id,
        attribution=attribution.id,
        orientation=orientation,
        stance=stance,
        relevance=round(relevance, 4),
    )


def _settles(candidate: _Candidate, row: NDArray[np.float32]) -> float:
    """Return the probability that a statement is about the claim itself."""
    pointing = candidate.statement.pointing
    if not pointing and max(candidate.beyond, candidate.echo) < BARE:
        return 0.0
    sides = float(row[ASSERTS] + row[DENIES])
    score = (
        BIAS
        + POINTING * pointing
        + BY_MODEL * math.log((sides + 0.02) / (1.02 - sides))
        + BY_SHARE * candidate.share
        + BY_BEYOND * candidate.beyond
        + BY_ECHO * candidate.echo
    )
    return 1 / (1 + math.exp(-score))


def _side(
    polarity: Polarity, row: NDArray[np.float32], *, turned: bool
) -> tuple[Orientation, Stance]:
    """Compose what the source commits to with how its words relate to the claim."""
    if polarity is Polarity.UNCOMMITTED:
        return Orientation.SAME, Stance.UNCOMMITTED
    holds = (polarity is Polarity.HOLDS) != turned
    lean = math.log((float(row[ASSERTS]) + 0.03) / (float(row[DENIES]) + 0.03))
    asserts = lean + (BY_POLARITY if holds else -BY_POLARITY) > 0
    stance = Stance.ASSERTS if asserts else Stance.DENIES
    return (Orientation.SAME if asserts == holds else Orientation.OPPOSITE), stance
