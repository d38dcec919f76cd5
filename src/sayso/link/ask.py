"""Find what bears on a proposition in the user's words, and on which side."""

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.domain.claim import Bearing, Claim, DocumentStance, Stance
from sayso.domain.ids import ClaimId, DocumentId, content_id
from sayso.link.bearing import UNRELATED, Report, bearings
from sayso.link.corpus import Corpus, Encoders
from sayso.link.excerpt import excerpt
from sayso.link.retrieve import Sighting, retrieve
from sayso.link.verdict import PRIORS, WEIGHT, Reading, verdicts

MOST = 150
"""Reports judged a question, at 30 to 40 ms each; of a larger case the best."""
FLOOR, SHARE = 0.25, 0.28
"""Least score of a report that is judged, and least share of the best one's. Of the
reports related to a headline 1 in 100 scores lower, of the others 9 in 10."""
BY_MODEL = 0.1
"""Weight of the log odds that the stance model finds a report related, beside the
score of the search. More ranks worse: the model was trained on few rumours."""
BEARS = 0.5
"""Sum of the two from which a report is listed: on rumours held out of training 93 %
of the related reports pass, and half as many reports of other rumours."""
BEST = 2.4
"""No sum is higher; brings relevance between 0 and 1."""
SOFT = 0.01
"""Added to each probability, so that the stance model alone never settles a side."""
BY_STATEMENTS, FEW, USUAL_LEAD = 0.5, 0.3, 0.5
"""Weight of the log odds that a report's statements assert rather than deny, each by
how surely it is about the claim. FEW is added to both, so that one statement is no
landslide; USUAL_LEAD is about what reports have that bear on a claim."""
_STANCES = (Stance.ASSERTS, Stance.DENIES, Stance.UNCOMMITTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class AskResult:
    """What bears on an asked claim.

    Attributes:
        bearings: attributions with their stance, most relevant first.
        documents: reports that truly bear on the claim, most relevant first.
    """

    claim: Claim
    bearings: tuple[Bearing, ...]
    documents: tuple[DocumentStance, ...]


def ask(question: str, corpus: Corpus, encoders: Encoders) -> AskResult:
    """Return what in the corpus bears on the question, and on which side.

    Args:
        question: a proposition, best in affirmative form.
        corpus: the case.
        encoders: the models to judge with.
    """
    claim = asked_claim(question)
    vector = encoders.sentences.embed([claim.proposition])[0]
    seen = retrieve(claim.proposition, vector, corpus.indexes(), most=MOST)
    seen = [s for s in seen if s.score >= max(FLOOR, SHARE * seen[0].score)]
    listed = _listed(claim, _candidates(seen, corpus), encoders)
    found = bearings(claim, [c.report for c in listed], encoders)
    return AskResult(
        claim=claim, bearings=tuple(found), documents=_sided(claim, listed, found)
    )


def asked_claim(question: str) -> Claim:
    """Return the claim that a question puts."""
    proposition = " ".join(question.split()).rstrip("?").rstrip()
    return Claim(
        id=ClaimId(content_id("clm", proposition.casefold())),
        proposition=proposition,
        asked=True,
    )


@dataclass(frozen=True, slots=True)
class _Candidate:
    sighting: Sighting
    report: Report


def _candidates(seen: Sequence[Sighting], corpus: Corpus) -> list[_Candidate]:
    ids = [sighting.document for sighting in seen]
    said = defaultdict(list)
    for attribution in corpus.attributions(ids):
        said[attribution.document].append(attribution)
    return [
        _Candidate(
            sighting,
            Report(
                document=document,
                attributions=said[document.id],
                contents=sighting.contents,
            ),
        )
        for document, sighting in zip(corpus.documents(ids), seen, strict=True)
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Listed:
    """A report that bears on the claim.

    Attributes:
        sides: scores of asserts, denies, uncommitted, by the report as a whole.
    """

    report: Report
    relevance: float
    sides: NDArray[np.float64]


def _listed(
    claim: Claim, candidates: Sequence[_Candidate], encoders: Encoders
) -> list[_Listed]:
    """Return the reports that bear on the claim, most relevant first."""
    readings = [_reading(candidate) for candidate in candidates]
    excerpts = [excerpt(r.text, r.ranges, r.similarities) for r in readings]
    rows = encoders.pairs.stances(claim.proposition, excerpts)
    strange = rows[:, UNRELATED].astype(np.float64)
    scores = np.array([c.sighting.score for c in candidates])
    scores = scores + BY_MODEL * np.log((1 - strange + SOFT) / (strange + SOFT))
    kept = [int(i) for i in np.flatnonzero(scores >= BEARS)]
    judged = verdicts(claim.proposition, [readings[i] for i in kept])
    sides = np.log(rows[kept, :UNRELATED] + SOFT)
    sides += WEIGHT * (judged + np.array(PRIORS))
    found = [
        _Listed(
            report=candidates[i].report,
            relevance=round(min(1.0, float(scores[i]) / BEST), 4),
            sides=side,
        )
        for i, side in zip(kept, sides, strict=True)
    ]
    return sorted(found, key=lambda one: (-one.relevance, one.report.document.id))


def _sided(
    claim: Claim, listed: Sequence[_Listed], found: Sequence[Bearing]
) -> tuple[DocumentStance, ...]:
    """Say where each report stands: as a whole, and by the statements it carries.

    Three reports that pass on a newspaper's story and give the accused one sentence
    at the end assert, however much that sentence denies.
    """
    home = {a.id: a.document for one in listed for a in one.report.attributions}
    weights: defaultdict[tuple[DocumentId, Stance], float] = defaultdict(float)
    for bearing in found:
        weights[home[bearing.attribution], bearing.stance] += bearing.relevance
    documents = []
    for one in listed:
        asserting, denying = (
            weights[one.report.document.id, stance] + FEW
            for stance in (Stance.ASSERTS, Stance.DENIES)
        )
        lead = BY_STATEMENTS * (math.log(asserting / denying) - USUAL_LEAD)
        if asserting + denying <= 2 * FEW:
            lead = 0.0  # nothing of it was found to settle the claim
        side = int((one.sides + np.array((lead, -lead, 0.0))).argmax())
        documents.append(
            DocumentStance(
                claim=claim.id,
                document=one.report.document.id,
                stance=_STANCES[side],
                relevance=one.relevance,
            )
        )
    return tuple(documents)


def _reading(candidate: _Candidate) -> Reading:
    sighting = candidate.sighting
    return Reading(
        text=candidate.report.document.text,
        ranges=[(int(start), int(end)) for start, end in sighting.ranges],
        similarities=sighting.similarities,
        attributions=candidate.report.attributions,
        contents=sighting.contents,
    )
