import pytest

from sayso.cli.opening import catalogue_of, in_order, open_case
from sayso.errors import MissingCaseError
from tests.publish.records import ACTORS, ATTRIBUTIONS, CATALOGUE, DOCUMENTS


def test_a_case_is_opened_and_never_made(case) -> None:
    open_case("c.sayso")
    assert case.asked == [("open", "c.sayso", False)]


@pytest.mark.usefixtures("case")
def test_a_missing_case_is_refused() -> None:
    with pytest.raises(MissingCaseError):
        open_case("missing.sayso")


def test_records_are_found_by_their_ids(case) -> None:
    catalogue = catalogue_of(case)
    assert list(catalogue.documents) == [document.id for document in DOCUMENTS]
    assert list(catalogue.actors) == [actor.id for actor in ACTORS]


def test_attributions_follow_the_order_of_reports_and_keep_their_own() -> None:
    mixed = [*ATTRIBUTIONS[3:], *ATTRIBUTIONS[:3]]
    found = in_order(mixed, CATALOGUE)
    order = [document.id for document in DOCUMENTS]
    places = [order.index(attribution.document) for attribution in found]
    assert places == sorted(places)
    first = [a for a in found if a.document == order[0]]
    assert first == [a for a in mixed if a.document == order[0]]
