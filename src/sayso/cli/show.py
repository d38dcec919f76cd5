"""`sayso show`: everything about one record, in its sentences."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console, RenderableType

from sayso.cli.blocks import (
    answer_blocks,
    attribution_blocks,
    document_heading,
    judgement_blocks,
)
from sayso.cli.opening import catalogue_of, in_order, open_case
from sayso.cli.options import CaseArgument
from sayso.cli.terminal import SOFT, STRONG, line, out
from sayso.domain.actor import Actor
from sayso.domain.answer import Answer
from sayso.domain.attribution import Attribution
from sayso.domain.document import Document
from sayso.publish import words
from sayso.publish.rows import Catalogue

if TYPE_CHECKING:
    from sayso.case import Case, Record

EXAMPLES = """
  sayso show convoy.sayso clm-0c1de1b5a6f70912    a claim, both sides
  sayso show convoy.sayso act-5e0f8a7b9c2d4e61    a source, all it says
  sayso show convoy.sayso att-77aa01b2c3d4e5f6    one attribution
  sayso show convoy.sayso doc-9b8c7d6e5f4a3b2c    a report, who speaks in it
"""


def command(
    case: CaseArgument,
    record: Annotated[
        str,
        typer.Argument(
            metavar="ID", help="Of any record, as listings show it.", show_default=False
        ),
    ],
) -> None:
    """Show any record by its id, in its sentences."""
    console = out()
    with open_case(case) as opened:
        for block in _blocks(opened.show(record), opened, console):
            console.print(block)


def _blocks(
    found: "Record", case: "Case", console: Console
) -> Iterator[RenderableType]:
    catalogue = catalogue_of(case)
    if isinstance(found, Answer):
        yield from answer_blocks(found, catalogue, console, whole=True)
    elif isinstance(found, Document):
        yield from _document(found)
        yield from _said(case.attributions(document=found.id), catalogue, console)
    elif isinstance(found, Actor):
        yield from _actor(found, catalogue)
        yield from _said(
            in_order(case.attributions(actor=found.id), catalogue), catalogue, console
        )
    elif isinstance(found, Attribution):
        beside = case.attributions(document=found.document)
        yield from _attribution(found, beside, catalogue, console)
    else:
        yield from judgement_blocks(found)


def _document(document: Document) -> Iterator[RenderableType]:
    yield from document_heading(document)
    facts = {
        "paths": "; ".join(document.uris),
        "byline": document.byline,
        "address": document.url,
        "language": document.language,
        "date from": document.published_basis and document.published_basis.value,
        "size": words.size(document.size),
        "sha-256": document.sha256,
        "id": document.id,
    }
    yield from _facts(facts)


def _actor(actor: Actor, catalogue: Catalogue) -> Iterator[RenderableType]:
    scope = catalogue.documents.get(actor.scope) if actor.scope else None
    speaks_for = catalogue.actors.get(actor.authority) if actor.authority else None
    yield line((words.speaker(actor), STRONG))
    facts = {
        "kind": actor.kind.value,
        "also": "; ".join(name for name in actor.names if name != actor.name),
        "speaks for": f"{speaks_for.name} ({speaks_for.id})" if speaks_for else None,
        "only in": words.clean(scope.uri) if scope else None,
        "id": actor.id,
    }
    yield from _facts(facts)


def _attribution(
    attribution: Attribution,
    attributions: list[Attribution],
    catalogue: Catalogue,
    console: Console,
) -> Iterator[RenderableType]:
    document = catalogue.documents[attribution.document]
    yield from document_heading(document)
    yield from attribution_blocks(attribution, catalogue, console)
    first = attribution.content[0].start if attribution.content else None
    facts = {
        "style": attribution.style.value,
        "polarity": attribution.polarity.value,
        "starts at": None if first is None else f"character {first:,}",
        "confidence": f"{attribution.confidence:.0%}",
        "actor": attribution.actor,
        "report": document.id,
    }
    yield from _facts(facts)
    within = [a for a in attributions if a.id == attribution.parent]
    inside = [a for a in attributions if a.parent == attribution.id]
    for title, related in (("SAID WITHIN", within), ("WITHIN IT", inside)):
        if related:
            yield ""
            yield line((title, STRONG))
        for other in related:
            yield from attribution_blocks(other, catalogue, console)


def _said(
    said: Iterable[Attribution], catalogue: Catalogue, console: Console
) -> Iterator[RenderableType]:
    here = None
    for attribution in said:
        yield ""
        if attribution.document != here:
            here = attribution.document
            yield from document_heading(catalogue.documents[here])
        yield from attribution_blocks(attribution, catalogue, console)


def _facts(facts: dict[str, str | None]) -> Iterator[RenderableType]:
    for label, value in facts.items():
        if value:
            yield line((f"{label:<11}", SOFT), value, indent=2, hang=11)
