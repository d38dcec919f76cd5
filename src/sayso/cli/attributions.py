"""`sayso attributions`: every source and what it says."""

from typing import Annotated

import typer

from sayso.cli.blocks import attribution_blocks, document_heading
from sayso.cli.emit import emit
from sayso.cli.opening import catalogue_of, in_order, open_case
from sayso.cli.options import CaseArgument, Format, FormatOption, QuietOption
from sayso.cli.terminal import hint, out
from sayso.domain.attribution import Attribution, Style
from sayso.publish.flat import flat_attribution
from sayso.publish.rows import Catalogue, attribution_row

EXAMPLES = """
  sayso attributions convoy.sayso
  sayso attributions convoy.sayso --by minister
  sayso attributions convoy.sayso --in courier.html --format csv > quotes.csv
"""


def command(
    case: CaseArgument,
    *,
    by: Annotated[
        str, typer.Option(metavar="NAME", help="Only sources of that name or id.")
    ] = "",
    in_: Annotated[
        str,
        typer.Option("--in", metavar="REPORT", help="Only reports of that path or id."),
    ] = "",
    attributed: Annotated[
        bool, typer.Option("--attributed", help="Leave the own voice of reports out.")
    ] = False,
    form: FormatOption = Format.TABLE,
    quiet: QuietOption = False,
) -> None:
    """List who says what, each quote in its sentence.

    Statements that a report makes itself count too, as "own voice".
    """
    with open_case(case) as opened:
        catalogue = catalogue_of(opened)
        found = [
            attribution
            for attribution in in_order(opened.attributions(), catalogue)
            if not (attributed and attribution.style is Style.OWN_VOICE)
            and _matches(attribution, catalogue, by.casefold(), in_.casefold())
        ]
    if form is not Format.TABLE:
        emit((attribution_row(a, catalogue) for a in found), form, flat_attribution)
        return
    _print(found, catalogue)
    if not found:
        hint("No attribution fits.", quiet=quiet)


def _print(found: list[Attribution], catalogue: Catalogue) -> None:
    console = out()
    here = None
    for attribution in found:
        if attribution.document != here:
            here = attribution.document
            for block in document_heading(catalogue.documents[here]):
                console.print(block)
            console.print()
        for block in attribution_blocks(attribution, catalogue, console):
            console.print(block)
        console.print()


def _matches(
    attribution: Attribution, catalogue: Catalogue, by: str, where: str
) -> bool:
    document = catalogue.documents[attribution.document]
    actor = catalogue.actors.get(attribution.actor) if attribution.actor else None
    names = [actor.id, *actor.names] if actor else []
    places = [document.id, *document.uris, document.title or ""]
    return (not by or any(by in name.casefold() for name in names)) and (
        not where or any(where in place.casefold() for place in places)
    )
