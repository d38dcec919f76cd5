"""Python shown in the pages runs and prints what the page says."""

import doctest
import os
from pathlib import Path

import pytest

FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def test_python_examples_run_as_shown(
    blocks, sample_case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Examples of one page run in order, beside a copy of the sample case."""
    (tmp_path / "case.sayso").write_bytes(sample_case.read_bytes())
    monkeypatch.chdir(tmp_path)
    by_page: dict[str, list[str]] = {}
    for block in blocks:
        if block.language == "pycon":
            by_page.setdefault(block.page, []).append(block.text)
    assert "README.md" in by_page
    parser = doctest.DocTestParser()
    for page, texts in by_page.items():
        example = parser.get_doctest("\n".join(texts), {}, page, page, 0)
        report: list[str] = []
        runner = doctest.DocTestRunner(optionflags=FLAGS, verbose=False)
        runner.run(example, out=report.append)
        assert runner.failures == 0, f"{page}{os.linesep}{''.join(report)}"
