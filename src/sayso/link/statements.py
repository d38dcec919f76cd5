"""What an attribution says, as a sentence that can be judged against a claim."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.domain.attribution import Attribution, Style
from sayso.domain.document import Document
from sayso.domain.span import Span
from sayso.link.discover_units import matter
from sayso.text.segment import Range, sentences

REACH = 2
"""Sentences back that are shown along with a content that only points back."""
MAX_CHARACTERS = 500
"""Of a statement; a content that fills pages is judged by its beginning."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One attribution, ready to be judged.

    Attributes:
        text: source, cue and content in the order of the page, without what else
            stands between; own voice is its sentence.
        context: the sentences before it, for contents that point back.
        content: only what is said.
        pointing: whether the content names nothing of its own (`called it a lie`).
    """

    attribution: Attribution
    text: str
    context: str
    content: str
    pointing: bool


def statements(
    document: Document, attributions: Sequence[Attribution]
) -> list[Statement]:
    """Return the attributions of one report as statements, in order."""
    ranges = sentences(document.text)
    starts = [start for start, _ in ranges]
    return [
        _statement(document.text, attribution, ranges, starts)
        for attribution in attributions
        if attribution.content
    ]


def _statement(
    text: str, attribution: Attribution, ranges: Sequence[Range], starts: Sequence[int]
) -> Statement:
    anchor = (attribution.cue or attribution.content)[0]
    at = max(0, sum(start <= anchor.start for start in starts) - 1)
    home = ranges[at] if ranges else (0, len(text))
    content = _near(attribution.content, home)
    spans = sorted((*_near(attribution.source, home), *attribution.cue, *content))
    if attribution.style is Style.OWN_VOICE:
        spans = list(content)
    said = " ".join(text[span.start : span.end] for span in content)
    earlier = ranges[max(0, at - REACH) : at]
    return Statement(
        attribution=attribution,
        text=_plain(" ".join(text[span.start : span.end] for span in spans)),
        context=_plain(" ".join(text[start:end] for start, end in earlier)),
        content=_plain(said),
        pointing=len(set(matter(said))) < 2,  # noqa: PLR2004 - one word is no matter
    )


def _near(spans: Sequence[Span], home: Range) -> tuple[Span, ...]:
    """Keep the spans of the sentence of the cue, where there are any."""
    inside = tuple(s for s in spans if s.start < home[1] and home[0] < s.end)
    return inside or tuple(spans)


def _plain(text: str) -> str:
    return " ".join(text.split())[:MAX_CHARACTERS]
