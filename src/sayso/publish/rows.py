"""Records as plain dictionaries: the formats that other programs rely on.

The keys are promised in `docs/reference/formats.md`; adding one is a change to that
page, renaming or dropping one breaks programs outside. Offsets are code points into
the text of the document.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sayso.domain.actor import Actor, Suggestion
from sayso.domain.answer import Answer, Voice
from sayso.domain.attribution import Attribution
from sayso.domain.document import Document, Unread
from sayso.domain.ids import ActorId, DocumentId
from sayso.domain.judgement import Judgement
from sayso.domain.origin import Credit, Origin, OriginCount, ReportTrace
from sayso.domain.span import Span, span_text

Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """The records that others point at; rows are written by looking them up here."""

    documents: Mapping[DocumentId, Document]
    actors: Mapping[ActorId, Actor] = field(default_factory=dict)


def attribution_row(attribution: Attribution, catalogue: Catalogue) -> Row:
    """Return one line of `sayso attributions`."""
    document = catalogue.documents[attribution.document]
    actor = catalogue.actors.get(attribution.actor) if attribution.actor else None
    text = document.text
    return {
        "id": attribution.id,
        "document": {
            "id": document.id,
            "uri": document.uri,
            "uris": list(document.uris),
            "title": document.title,
            "publisher": document.publisher,
            "published": _iso(document),
        },
        "source": _offsets(attribution.source),
        "cue": _offsets(attribution.cue),
        "content": _offsets(attribution.content),
        "source_text": span_text(text, attribution.source),
        "cue_text": span_text(text, attribution.cue),
        "content_text": span_text(text, attribution.content),
        "actor": actor_reference(actor),
        "style": attribution.style.value,
        "polarity": attribution.polarity.value,
        "certainty": attribution.certainty.value,
        "act": attribution.act.value,
        "parent": attribution.parent,
    }


def answer_row(answer: Answer, catalogue: Catalogue) -> Row:
    """Return what `sayso ask` gives, and one line of `sayso claims`."""
    return {
        "id": answer.claim.id,
        "claim": answer.claim.proposition,
        "contest": round(answer.contest, 4),
        "asserted_by": _voices(answer.asserted_by, catalogue),
        "denied_by": _voices(answer.denied_by, catalogue),
        "uncommitted": _voices(answer.uncommitted, catalogue),
        "origins": {
            "asserting": _count_row(answer.asserting, catalogue),
            "denying": _count_row(answer.denying, catalogue),
        },
        "documents": [_trace_row(trace, catalogue) for trace in answer.documents],
        "warnings": list(answer.warnings),
    }


def document_row(document: Document) -> Row:
    """Return one line of `sayso documents`; the text itself is left out."""
    basis = document.published_basis
    return {
        "id": document.id,
        "uri": document.uri,
        "uris": list(document.uris),
        "sha256": document.sha256,
        "size": document.size,
        "media_type": document.media_type,
        "title": document.title,
        "publisher": document.publisher,
        "byline": document.byline,
        "url": document.url,
        "published": _iso(document),
        "published_basis": basis.value if basis else None,
        "language": document.language,
        "characters": len(document.text),
        "pages": len(document.pages),
    }


def unread_row(unread: Unread) -> Row:
    """Return one line of `sayso documents --unread`."""
    return {
        "uri": unread.uri,
        "sha256": unread.sha256,
        "size": unread.size,
        "reason": unread.reason,
        "remedy": unread.remedy,
    }


def actor_row(actor: Actor, said: Sequence[Attribution]) -> Row:
    """Return one line of `sayso actors`.

    Args:
        actor: the source.
        said: its attributions, counted by what it commits to.
    """
    signs = [attribution.polarity.value for attribution in said]
    return {
        "id": actor.id,
        "name": actor.name,
        "names": list(actor.names),
        "kind": actor.kind.value,
        "scope": actor.scope,
        "authority": actor.authority,
        "attributions": len(said),
        "documents": len({attribution.document for attribution in said}),
        "polarity": {sign: signs.count(sign) for sign in "+-u"},
    }


def suggestion_row(suggestion: Suggestion, catalogue: Catalogue) -> Row:
    """Return one line of `sayso actors --suggestions`."""
    return {
        "left": actor_reference(catalogue.actors[suggestion.left]),
        "right": actor_reference(catalogue.actors[suggestion.right]),
        "score": round(suggestion.score, 4),
        "why": suggestion.why,
    }


def judgement_row(judgement: Judgement) -> Row:
    """Return one line of `sayso judgements`."""
    return {
        "id": judgement.id,
        "verdict": judgement.verdict.value,
        "left": judgement.left,
        "right": judgement.right,
        "anchors": list(judgement.anchors),
        "who": judgement.who,
        "why": judgement.why,
        "made": judgement.made.isoformat(),
    }


def actor_reference(actor: Actor | None) -> Row | None:
    """Return how other rows name an actor."""
    if actor is None:
        return None
    return {"id": actor.id, "name": actor.name, "kind": actor.kind.value}


def _voices(voices: Iterable[Voice], catalogue: Catalogue) -> list[Row]:
    return [
        {
            "actor": actor_reference(voice.actor),
            "attributions": [
                attribution_row(attribution, catalogue)
                for attribution in voice.attributions
            ],
        }
        for voice in voices
    ]


def _count_row(found: OriginCount, catalogue: Catalogue) -> Row:
    return {
        "low": found.low,
        "high": found.high,
        "origins": [_origin_row(origin, catalogue) for origin in found.origins],
        "unresolved": [_origin_row(origin, catalogue) for origin in found.unresolved],
    }


def _origin_row(origin: Origin, catalogue: Catalogue) -> Row:
    documents = catalogue.documents
    return {
        "name": origin.name,
        "kind": origin.kind.value,
        "documents": [documents[document].uri for document in origin.documents],
        "evidence": [
            {
                "document": documents[span.document].uri,
                "start": span.start,
                "end": span.end,
            }
            for span in origin.evidence
        ],
    }


def _trace_row(trace: ReportTrace, catalogue: Catalogue) -> Row:
    document = catalogue.documents[trace.document]
    return {
        "uri": document.uri,
        "uris": list(document.uris),
        "stance": trace.stance.value,
        "reporting": trace.reporting.value,
        "credits": [_credit_row(credit) for credit in trace.credits],
        "copies": [catalogue.documents[copy].uri for copy in trace.copies],
    }


def _credit_row(credit: Credit) -> Row:
    return {
        "span": [credit.span.start, credit.span.end],
        "name": credit.name,
        "kind": credit.kind.value,
        "stance": credit.stance.value,
        "via": credit.via,
    }


def _offsets(spans: Iterable[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _iso(document: Document) -> str | None:
    return document.published.isoformat() if document.published else None
