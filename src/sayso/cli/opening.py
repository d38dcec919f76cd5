"""Open a case and look up what its records point at.

The case brings the store and the models with it, a second of imports; so it is
imported here, when a command runs, and not when help is printed.
"""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from sayso.domain.answer import Answer
from sayso.domain.attribution import Attribution
from sayso.errors import SaysoError
from sayso.publish.rows import Catalogue

if TYPE_CHECKING:
    from sayso.case import Case

CLAIM_ID = re.compile(r"clm-[0-9a-f]+")


def open_case(path: str) -> "Case":
    """Open an existing case; a wrong path is refused in words a user can act on."""
    from sayso.case import Case

    return Case.open(path)


def catalogue_of(case: "Case") -> Catalogue:
    """Return the documents and actors of a case by their ids."""
    return Catalogue(
        documents={document.id: document for document in case.documents()},
        actors={actor.id: actor for actor in case.actors()},
    )


def answer_to(case: "Case", claim: str) -> Answer:
    """Return a claim by its id, or what is found on a statement in words."""
    if CLAIM_ID.fullmatch(claim.strip()):
        found = case.show(claim.strip())
        if isinstance(found, Answer):
            return found
    if not claim.strip():
        msg = 'the claim is empty; put a statement in quotes: "The mine was closed"'
        raise SaysoError(msg)
    return case.ask(claim)


def in_order(
    attributions: Iterable[Attribution], catalogue: Catalogue
) -> list[Attribution]:
    """Return attributions report by report, as the reports are listed."""
    places = {document: place for place, document in enumerate(catalogue.documents)}
    return sorted(attributions, key=lambda item: places[item.document])
