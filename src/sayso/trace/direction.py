"""Which of two reports that share wording had it first."""

from datetime import timedelta

from sayso.domain.document import DateBasis, Document

_UNSURE = {
    DateBasis.OVERRIDE: timedelta(0),
    DateBasis.METADATA: timedelta(0),
    DateBasis.DATELINE: timedelta(days=1),
    DateBasis.FILE_NAME: timedelta(days=2),
}
"""How far a publication date can be off, by where it comes from: a dateline tells when
somebody wrote, a file name when somebody saved."""


def came_first(one: Document, other: Document) -> bool | None:
    """Tell whether `one` was published before `other`; None where dates do not show.

    Dates that differ by no more than they can be off leave it open.
    """
    if one.published is None or other.published is None:
        return None
    unsure = sum((_unsure(one), _unsure(other)), timedelta(0))
    apart = other.published - one.published
    if abs(apart) <= unsure:
        return None
    return apart > timedelta(0)


def _unsure(document: Document) -> timedelta:
    basis = document.published_basis
    return _UNSURE[basis] if basis is not None else timedelta(0)
