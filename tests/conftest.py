"""What tests of several rooms need: the sample case, built once a session."""

from importlib import resources
from pathlib import Path

import pytest
from hypothesis import settings

# The same examples everywhere: a run that fails can be repeated. To search for new
# ones: `pytest --hypothesis-profile=default`.
settings.register_profile("repeatable", derandomize=True)
settings.load_profile("repeatable")


@pytest.fixture(scope="session")
def sample_reports() -> Path:
    return Path(str(resources.files("sayso") / "samples" / "reports"))


@pytest.fixture(scope="session")
def sample_case(sample_reports: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the sample case as a user would; treat the file as read-only."""
    from sayso.case import Case

    path = tmp_path_factory.mktemp("sample") / "quay.sayso"
    with Case.open(path, create=True) as case:
        case.build([str(sample_reports)], workers=1)
    return path
