"""The documentation builds without a warning, and its links lead somewhere."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

FETCHING = re.compile(
    r"<(?:script|img|iframe|link rel=\"stylesheet\")"
    r"[^>]+(?:src|href)=\"(?:https?:)?//"
)
LINK = re.compile(r"(?<!`)\[[^\]]*\]\(([^)#\s]+)(#[^)\s]*)?\)")


@pytest.fixture(scope="module")
def site(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the documentation; a warning fails it."""
    target = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "sphinx", "--fail-on-warning", "--keep-going"]
    result = subprocess.run(  # noqa: S603 - our own documentation
        [*command, "-q", "-b", "html", str(root / "docs"), str(target)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    return target


def test_documentation_builds_without_a_warning(site: Path) -> None:
    for page in ("index", "tutorial", "glossary", "reference/cli"):
        assert (site / f"{page}.html").exists()


def test_built_pages_fetch_nothing(site: Path) -> None:
    """A reader offline, or one who must not be seen reading, gets the whole page."""
    found = [
        path.name
        for path in site.rglob("*.html")
        if FETCHING.search(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_links_between_pages_lead_somewhere(root: Path, pages: dict[str, str]) -> None:
    broken = [
        (page, target)
        for page, text in pages.items()
        for target, _ in LINK.findall(text)
        if "://" not in target
        and not target.startswith("mailto:")
        and not (root / page).parent.joinpath(target).exists()
    ]
    assert broken == []


def test_decisions_are_numbered_once_and_complete(root: Path) -> None:
    names = sorted(path.name for path in (root / "docs/decisions").glob("0*.md"))
    numbers = [int(name[:4]) for name in names]
    assert numbers == list(range(1, len(numbers) + 1)), names
    for name in names:
        text = (root / "docs/decisions" / name).read_text(encoding="utf-8")
        assert text.startswith(f"# {name[:4]} "), name
