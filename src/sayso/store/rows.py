"""Records as rows and back."""

import json
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from sayso.domain.actor import Actor, ActorKind, ActorMention, Suggestion
from sayso.domain.attribution import Act, Attribution, Certainty, Polarity, Style
from sayso.domain.claim import Bearing, Claim, DocumentStance, Orientation, Stance
from sayso.domain.document import DateBasis, Document
from sayso.domain.ids import ActorId, AttributionId, ClaimId, DocumentId, JudgementId
from sayso.domain.judgement import Judgement, Verdict
from sayso.domain.origin import Copy
from sayso.domain.span import Span
from sayso.store.codec import decode, encode
from sayso.store.records import ClaimEntry, Traced

Row = dict[str, Any]
ROLES = ("source", "cue", "content")
PLAIN = (
    "id",
    "sha256",
    "size",
    "media_type",
    "title",
    "publisher",
    "byline",
    "url",
    "language",
)
"""Fields of a document that are kept as they are."""


def document_row(document: Document) -> Row:
    """Return the row of a document, its paths and its text left out."""
    row = {name: getattr(document, name) for name in PLAIN}
    row["published"] = document.published.isoformat() if document.published else None
    basis = document.published_basis
    row["published_basis"] = basis.value if basis else None
    row["pages"] = json.dumps(document.pages)
    return row


def document_of(row: Any, uris: Sequence[str], text: str) -> Document:  # noqa: ANN401 - rows have the columns of their query
    """Return the document of a row."""
    basis = row.published_basis
    return Document(
        **{name: getattr(row, name) for name in PLAIN},
        uri=uris[0],
        uris=tuple(uris),
        text=text,
        published=date.fromisoformat(row.published) if row.published else None,
        published_basis=DateBasis(basis) if basis else None,
        pages=tuple(json.loads(row.pages)),
    )


def attribution_rows(attributions: Iterable[Attribution]) -> list[Row]:
    """Return the rows of the attributions of one document, in their order."""
    return [
        {
            "id": item.id,
            "document": item.document,
            "position": position,
            "style": item.style.value,
            "polarity": item.polarity.value,
            "certainty": item.certainty.value,
            "act": item.act.value,
            "confidence": item.confidence,
            "parent": item.parent,
        }
        for position, item in enumerate(attributions)
    ]


def span_rows(attributions: Iterable[Attribution]) -> list[Row]:
    """Return one row for each stretch of source, cue and content."""
    return [
        {
            "attribution": item.id,
            "role": role,
            "position": position,
            "start": span.start,
            "end": span.end,
        }
        for item in attributions
        for role in ROLES
        for position, span in enumerate(getattr(item, role))
    ]


def attribution_of(row: Any, spans: dict[str, list[Span]]) -> Attribution:  # noqa: ANN401 - as above
    """Return the attribution of a row with the column `actor` joined on."""
    return Attribution(
        id=AttributionId(row.id),
        document=DocumentId(row.document),
        source=tuple(spans.get("source", ())),
        cue=tuple(spans.get("cue", ())),
        content=tuple(spans.get("content", ())),
        style=Style(row.style),
        polarity=Polarity(row.polarity),
        certainty=Certainty(row.certainty),
        act=Act(row.act),
        confidence=row.confidence,
        actor=ActorId(row.actor) if row.actor else None,
        parent=AttributionId(row.parent) if row.parent else None,
    )


def actor_of(row: Any, names: Sequence[str]) -> Actor:  # noqa: ANN401 - as above
    """Return the actor of a row."""
    return Actor(
        id=ActorId(row.id),
        name=row.name,
        names=tuple(names),
        kind=ActorKind(row.kind),
        scope=DocumentId(row.scope) if row.scope else None,
        authority=ActorId(row.authority) if row.authority else None,
    )


def copy_row(copy: Copy) -> Row:
    """Return the row of a copy."""
    return {
        "left_document": copy.left.document,
        "left_start": copy.left.start,
        "left_end": copy.left.end,
        "right_document": copy.right.document,
        "right_start": copy.right.start,
        "right_end": copy.right.end,
        "shared": copy.shared,
        "containment": copy.containment,
    }


def copy_of(row: Any) -> Copy:  # noqa: ANN401 - as above
    """Return the copy of a row."""
    return Copy(
        left=_span(row.left_document, row.left_start, row.left_end),
        right=_span(row.right_document, row.right_start, row.right_end),
        shared=row.shared,
        containment=row.containment,
    )


def bearing_of(row: Any) -> Bearing:  # noqa: ANN401 - as above
    """Return the bearing of a row."""
    return Bearing(
        claim=ClaimId(row.claim),
        attribution=AttributionId(row.attribution),
        orientation=Orientation(row.orientation),
        stance=Stance(row.stance),
        relevance=row.relevance,
    )


def stance_of(row: Any) -> DocumentStance:  # noqa: ANN401 - as above
    """Return the document stance of a row."""
    return DocumentStance(
        claim=ClaimId(row.claim),
        document=DocumentId(row.document),
        stance=Stance(row.stance),
        relevance=row.relevance,
    )


def judgement_row(judgement: Judgement) -> Row:
    """Return the row of a judgement."""
    left, right = judgement.anchors
    return {
        "id": judgement.id,
        "verdict": judgement.verdict.value,
        "left": judgement.left,
        "right": judgement.right,
        "left_anchor": left,
        "right_anchor": right,
        "who": judgement.who,
        "why": judgement.why,
        "made": judgement.made.isoformat(),
    }


def judgement_of(row: Any) -> Judgement:  # noqa: ANN401 - as above
    """Return the judgement of a row."""
    return Judgement(
        id=JudgementId(row.id),
        verdict=Verdict(row.verdict),
        left=row.left,
        right=row.right,
        anchors=(row.left_anchor, row.right_anchor),
        who=row.who,
        why=row.why,
        made=datetime.fromisoformat(row.made),
    )


def _span(document: str, start: int, end: int) -> Span:
    return Span(document=DocumentId(document), start=start, end=end)


def claim_of(
    row: Any,  # noqa: ANN401 - as above
    bearings: Sequence[Bearing],
    documents: Sequence[DocumentStance],
) -> ClaimEntry:
    """Return a claim with what bears on it."""
    return ClaimEntry(
        claim=Claim(
            id=ClaimId(row.id), proposition=row.proposition, asked=bool(row.asked)
        ),
        contest=row.contest,
        trace=decode(Traced, row.trace),
        bearings=tuple(bearings),
        documents=tuple(documents),
    )


def claim_row(rank: int, entry: ClaimEntry) -> Row:
    """Return the row of a claim."""
    return {
        "id": entry.claim.id,
        "proposition": entry.claim.proposition,
        "asked": int(entry.claim.asked),
        "rank": rank,
        "contest": entry.contest,
        "trace": encode(entry.trace),
    }


def bearing_rows(entries: Iterable[ClaimEntry]) -> list[Row]:
    """Return one row for each attribution that bears on a claim."""
    return [
        {
            "claim": entry.claim.id,
            "attribution": item.attribution,
            "place": place,
            "orientation": item.orientation.value,
            "stance": item.stance.value,
            "relevance": item.relevance,
        }
        for entry in entries
        for place, item in enumerate(entry.bearings)
    ]


def stance_rows(entries: Iterable[ClaimEntry]) -> list[Row]:
    """Return one row for each report that bears on a claim."""
    return [
        {
            "claim": entry.claim.id,
            "document": item.document,
            "place": place,
            "stance": item.stance.value,
            "relevance": item.relevance,
        }
        for entry in entries
        for place, item in enumerate(entry.documents)
    ]


def actor_row(actor: Actor) -> Row:
    """Return the row of an actor, its other names left out."""
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind.value,
        "scope": actor.scope,
        "authority": actor.authority,
    }


def name_rows(actors: Iterable[Actor]) -> list[Row]:
    """Return one row for each name of each actor."""
    return [
        {"actor": actor.id, "position": position, "name": name}
        for actor in actors
        for position, name in enumerate(actor.names)
    ]


def mention_rows(mentions: Iterable[ActorMention]) -> list[Row]:
    """Return one row a mention; the first of an attribution gives it its actor."""
    seen: set[str] = set()
    found: dict[tuple[object, ...], Row] = {}
    for item in mentions:
        row = {
            "attribution": item.attribution,
            "actor": item.actor,
            "document": item.span.document,
            "start": item.span.start,
            "end": item.span.end,
        }
        if (key := tuple(row.values())) not in found:
            found[key] = row | {"first": int(item.attribution not in seen)}
            seen.add(item.attribution)
    return list(found.values())


def suggestion_row(suggestion: Suggestion) -> Row:
    """Return the row of a suggestion."""
    names = ("left", "right", "score", "why")
    return {name: getattr(suggestion, name) for name in names}
