"""Find what bears on a proposition in the user's words, and on which side."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sayso.domain.claim import Bearing, Claim, DocumentStance, Stance
from sayso.domain.ids import ClaimId, content_id
from sayso.link.bearing import DENIES, UNRELATED, Report, bearings
from sayso.link.corpus import Corpus, Encoders
from sayso.link.excerpt import excerpt
from sayso.link.retrieve import Sighting, retrieve
from sayso.link.verdict import DENIAL_PRIOR, WEIGHT, Reading, verdicts

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
    found = bearings(claim, [c.report for c, _ in listed], encoders)
    return AskResult(
        claim=claim, bearings=tuple(found), documents=tuple(s for _, s in listed)
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


def _listed(
    claim: Claim, candidates: Sequence[_Candidate], encoders: Encoders
) -> list[tuple[_Candidate, DocumentStance]]:
    """Return the reports that bear on the claim, most relevant first."""
    readings = [_reading(candidate) for candidate in candidates]
    excerpts = [excerpt(r.text, r.ranges, r.similarities) for r in readings]
    rows = encoders.pairs.stances(claim.proposition, excerpts)
    strange = rows[:, UNRELATED].astype(np.float64)
    scores = np.array([c.sighting.score for c in candidates])
    scores = scores + BY_MODEL * np.log((1 - strange + SOFT) / (strange + SOFT))
    kept = [int(i) for i in np.flatnonzero(scores >= BEARS)]
    judged = verdicts(claim.proposition, [readings[i] for i in kept])
    sides = np.log(rows[kept, :UNRELATED] + SOFT) + WEIGHT * judged
    sides[:, DENIES] += DENIAL_PRIOR
    found = [
        (candidates[i], _stance(claim, candidates[i], float(scores[i]), int(side)))
        for i, side in zip(kept, sides.argmax(axis=1), strict=True)
    ]
    return sorted(found, key=lambda pair: (-pair[1].relevance, pair[1].document))


def _stance(
    claim: Claim, candidate: _Candidate, score: float, side: int
) -> DocumentStance:
    return DocumentStance(
        claim=claim.id,
        document=candidate.report.document.id,
        stance=_STANCES[side],
        relevance=round(min(1.0, score / BEST), 4),
    )


def _reading(candidate: _Candidate) -> Reading:
    sighting = candidate.sighting
    return Reading(
        text=candidate.report.document.text,
        ranges=[(int(start), int(end)) for start, end in sighting.ranges],
        similarities=sighting.similarities,
        attributions=candidate.report.attributions,
        contents=sighting.contents,
    )
