"""Open a case and look up what its records point at.

The case brings the store and the models with it, a second of imports; so it is
imported here, when a command runs, and not when help is printed.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sayso.domain.attribution import Attribution
from sayso.publish.rows import Catalogue

if TYPE_CHECKING:
    from sayso.case import Case


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


def in_order(
    attributions: Iterable[Attribution], catalogue: Catalogue
) -> list[Attribution]:
    """Return attributions report by report, as the reports are listed."""
    places = {document: place for place, document in enumerate(catalogue.documents)}
    return sorted(attributions, key=lambda item: places[item.document])
