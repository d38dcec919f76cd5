"""One report as tracing reads it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.domain.actor import Actor
from sayso.domain.attribution import Act, Attribution
from sayso.domain.claim import Bearing, Orientation, Stance
from sayso.domain.document import Document
from sayso.domain.ids import ActorId, AttributionId
from sayso.domain.span import span_text
from sayso.trace.outlets import outlet_key
from sayso.trace.sides import Side, says, side_of
from sayso.trace.topic import Page, Topic


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One report with all that is known of it, as tracing reads it.

    Attributes:
        bearings: of its attributions toward the claim.
        stance: of the report as a whole.
        topic: the words of the claim.
        publishers: of all reports traced with it: outlets, listed or not.
    """

    document: Document
    attributions: Sequence[Attribution]
    bearings: Mapping[AttributionId, Bearing]
    actors: Mapping[ActorId, Actor]
    stance: Stance
    topic: Topic
    publishers: frozenset[str] = frozenset()

    def side(self, attribution: Attribution) -> Side:
        """Return the side an attribution puts its source on, and how surely."""
        bearing = self.bearings.get(attribution.id)
        where = (attribution.source or attribution.content)[0]
        shared = self.page.shared((where.start, where.end))
        aside = bearing is not None and bearing.orientation is Orientation.OTHER
        if aside and not self.tells:
            # Who speaks of the fire in a report from before anybody was accused of
            # it supports no accusation.
            bearing, shared = None, 0
        return side_of(self.document.text, attribution, bearing, self.stance, shared)

    @property
    def tells(self) -> bool:
        """Whether the report takes a side, or anybody in it does."""
        return self.stance is not Stance.UNCOMMITTED or any(
            bearing.orientation is not Orientation.OTHER
            and bearing.stance is not Stance.UNCOMMITTED
            for bearing in self.bearings.values()
        )

    @property
    def page(self) -> Page:
        """Return the report in sentences, each with what it shares with the claim."""
        return _page(self.document.text, self.topic)

    def takes_back(self, attribution: Attribution) -> bool:
        """Tell whether a source takes its word back with what it says here."""
        text = self.document.text
        if attribution.act is Act.URGE:
            return False
        words = span_text(text, attribution.content)
        mine = says(words, "owning") and says(words, "retracting")
        return mine or says(span_text(text, attribution.cue), "retracting")

    def is_by(self, name: str) -> bool:
        """Tell whether an outlet of that name published this report."""
        publisher = self.document.publisher
        return bool(publisher) and outlet_key(name) == outlet_key(publisher or "")


@lru_cache(maxsize=64)
def _page(text: str, topic: Topic) -> Page:
    return Page(text, topic)
