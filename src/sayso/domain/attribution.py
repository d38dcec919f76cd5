"""Who says what, how, and how firmly."""

from dataclasses import dataclass
from enum import StrEnum

from sayso.domain.ids import ActorId, AttributionId, DocumentId, content_id
from sayso.domain.span import Span


class Style(StrEnum):
    """How the words of the source reach the page."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    OWN_VOICE = "own voice"


class Polarity(StrEnum):
    """What the source commits to about the main proposition, negation removed."""

    HOLDS = "+"
    REJECTS = "-"
    UNCOMMITTED = "u"


class Certainty(StrEnum):
    """How firmly the source commits (FactBank); `none` goes with uncommitted."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    NONE = "none"


class Act(StrEnum):
    """The kind of speech act."""

    ASSERT = "assert"
    DENY = "deny"
    ADMIT = "admit"
    ACCUSE = "accuse"
    PREDICT = "predict"
    PROMISE = "promise"
    URGE = "urge"
    ASK = "ask"
    OPINE = "opine"
    DECLINE = "decline"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """One source saying one thing in one report.

    Attributes:
        source: spans of the words naming the source; empty when implicit.
        cue: spans of the words that attribute (`said`, `according to`); empty for
            own voice.
        content: spans of what is attributed; may be discontinuous.
        confidence: probability that the attribution is right, 0 to 1.
        actor: who the source is; None until resolved.
        parent: the attribution inside whose content this one stands (X said that
            Y said); None at the top.
    """

    id: AttributionId
    document: DocumentId
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    style: Style
    polarity: Polarity
    certainty: Certainty
    act: Act
    confidence: float
    actor: ActorId | None = None
    parent: AttributionId | None = None


def attribution_id(
    document: DocumentId,
    source: tuple[Span, ...],
    cue: tuple[Span, ...],
    content: tuple[Span, ...],
) -> AttributionId:
    """Return the id of the attribution with those spans."""
    roles = [[[s.start, s.end] for s in role] for role in (source, cue, content)]
    return AttributionId(content_id("att", document, *roles))
