"""The planted truth and the sample reports, each loaded once."""

import tomllib
from collections.abc import Callable, Iterator
from email import message_from_bytes, policy
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import docx
import pytest
from lxml import html

from tests.samples.found import Found

SAMPLES = Path(str(resources.files("sayso") / "samples"))
REPORTS = SAMPLES / "reports"


@pytest.fixture(scope="session")
def truth() -> dict[str, Any]:
    return tomllib.loads((SAMPLES / "truth.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def reports_folder() -> Path:
    return REPORTS


@pytest.fixture(scope="session")
def report_text() -> Callable[[str], str]:
    """Read a report without sayso, so that its readers cannot hide a fault."""

    @cache
    def read(name: str) -> str:
        path = REPORTS / name
        if path.suffix == ".html":
            return " ".join(html.parse(str(path)).getroot().text_content().split())
        if path.suffix == ".eml":
            mail = message_from_bytes(path.read_bytes(), policy=policy.default)
            return str(mail.get_content())
        if path.suffix == ".docx":
            return "\n".join(p.text for p in docx.Document(str(path)).paragraphs)
        return path.read_text(encoding="utf-8")

    return read


def _quotes(node: object, report: str | None = None) -> Iterator[tuple[str, str]]:
    if isinstance(node, dict):
        report = node.get("report") or node.get("path") or report
        for key, value in node.items():
            if key in {"quote", "text"} and isinstance(value, str):
                assert report is not None, f"{value!r} names no report"
                yield report, value
            else:
                yield from _quotes(value, report)
    elif isinstance(node, list):
        for item in node:
            yield from _quotes(item, report)


@pytest.fixture(scope="session")
def quotes(truth: dict[str, Any]) -> list[tuple[str, str]]:
    return list(_quotes(truth))


@pytest.fixture(scope="session")
def found(sample_case: Path, truth: dict[str, Any]) -> Found:
    return Found(sample_case, truth)
