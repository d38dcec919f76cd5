"""One voice's words across reports: the same quote is shown once, with all places."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sayso.domain.answer import Answer
from sayso.domain.attribution import Attribution
from sayso.domain.claim import Stance
from sayso.domain.document import Document
from sayso.domain.origin import ReportTrace
from sayso.domain.span import span_text
from sayso.publish.quotes import Quote, quote_attribution
from sayso.publish.rows import Catalogue

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """The same words of one voice in one or more reports.

    Attributes:
        attribution: the one shown, from the earliest report.
        document: that report.
        also: further reports with the same words, earliest first.
    """

    attribution: Attribution
    document: Document
    quote: Quote
    also: tuple[Document, ...]


def sayings(attributions: Iterable[Attribution], catalogue: Catalogue) -> list[Saying]:
    """Group attributions by their words, in the order given."""
    groups: dict[tuple[str, ...], list[Attribution]] = {}
    for attribution in attributions:
        text = catalogue.documents[attribution.document].text
        said = span_text(text, attribution.content).casefold()
        groups.setdefault(tuple(_WORD.findall(said)), []).append(attribution)
    return [_saying(group, catalogue) for group in groups.values()]


def reports(answer: Answer, stance: Stance) -> int:
    """Return in how many reports somebody takes that stance, the report included.

    A story that asserts a claim and carries its denial counts on both sides.
    """
    voices = {
        Stance.ASSERTS: answer.asserted_by,
        Stance.DENIES: answer.denied_by,
        Stance.UNCOMMITTED: answer.uncommitted,
    }[stance]
    spoken = {a.document for voice in voices for a in voice.attributions}
    return len(spoken | {t.document for t in answer.documents if t.stance is stance})


def credited(trace: ReportTrace) -> list[str]:
    """Return whom a report credits, each once, as a reader would name them."""
    names = [c.name + (f" via {c.via}" if c.via else "") for c in trace.credits]
    return list(dict.fromkeys(names))


def is_contested(answer: Answer) -> bool:
    """Tell whether somebody asserts and somebody denies the claim."""
    return bool(answer.asserted_by and answer.denied_by)


def _saying(group: list[Attribution], catalogue: Catalogue) -> Saying:
    documents = catalogue.documents

    def when(attribution: Attribution) -> tuple[date, str]:
        document = documents[attribution.document]
        return document.published or date.max, document.uri

    first, *rest = sorted(group, key=when)
    shown = documents[first.document]
    others = {a.document: documents[a.document] for a in rest}
    others.pop(first.document, None)
    return Saying(
        attribution=first,
        document=shown,
        quote=quote_attribution(shown.text, first),
        also=tuple(others.values()),
    )
