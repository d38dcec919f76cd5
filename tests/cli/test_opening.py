import pytest

from sayso.cli.opening import catalogue_of, open_case
from sayso.errors import MissingCaseError
from tests.publish.records import ACTORS, DOCUMENTS


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
