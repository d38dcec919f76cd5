"""Find what bears on a proposition in the user's words, and on which side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sayso.domain.attribution import Attribution
from sayso.domain.claim import Bearing, Claim, DocumentStance, Stance
from sayso.domain.document import Document
from sayso.domain.ids import ClaimId, DocumentId, content_id
from sayso.link.bearing import UNRELATED, bearings, judge
from sayso.link.corpus import Corpus, Encoders
from sayso.link.discover_units import negated
from sayso.link.excerpt import excerpt
from sayso.link.retrieve import Sighting, retrieve
from sayso.link.statements import statements

MOST = 64
"""Reports judged a question: about two and a half seconds. What ranks below has never
borne on a claim in the rumours held out of training."""
BEARS = 0.5
"""Probability of being about the claim from which a report is listed."""
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
    listed = _listed(claim, seen, corpus, encoders)
    ids = [document.id for document, _ in listed]
    said = _by_document(corpus.attributions(ids))
    nearness = {a: n for s in seen for a, n in s.contents.items()}
    spoken = [s for d, _ in listed for s in statements(d, said.get(d.id, []))]
    found = bearings(
        claim,
        judge(claim, spoken, nearness, encoders.pairs),
        turned=negated(claim.proposition),
    )
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


def _listed(
    claim: Claim, seen: Sequence[Sighting], corpus: Corpus, encoders: Encoders
) -> list[tuple[Document, DocumentStance]]:
    """Return the reports that bear on the claim, most relevant first."""
    documents = corpus.documents([sighting.document for sighting in seen])
    excerpts = [
        excerpt(document.text, _ranges(sighting), sighting.similarities)
        for document, sighting in zip(documents, seen, strict=True)
    ]
    rows = encoders.pairs.stances(claim.proposition, excerpts)
    found = [
        (document, _stance(claim, document, sighting, row))
        for document, sighting, row in zip(documents, seen, rows, strict=True)
        if 1 - row[UNRELATED] >= BEARS
    ]
    return sorted(found, key=lambda pair: (-pair[1].relevance, pair[0].id))


def _stance(
    claim: Claim,
    document: Document,
    sighting: Sighting,
    row: NDArray[np.float32],
) -> DocumentStance:
    related = float(1 - row[UNRELATED])
    return DocumentStance(
        claim=claim.id,
        document=document.id,
        stance=_STANCES[int(row[:UNRELATED].argmax())],
        relevance=round(related * (1 + sighting.score) / 3, 4),
    )


def _ranges(sighting: Sighting) -> list[tuple[int, int]]:
    return [(int(start), int(end)) for start, end in sighting.ranges]


def _by_document(
    attributions: Sequence[Attribution],
) -> Mapping[DocumentId, list[Attribution]]:
    found: dict[DocumentId, list[Attribution]] = {}
    for attribution in attributions:
        found.setdefault(attribution.document, []).append(attribution)
    return found
