"""What the pages show a command to print is what it prints."""

import difflib
from pathlib import Path

import pytest

from tests.docs.shown import outputs, prepare, run

ALIKE = 0.8
"""Share of lines that must agree: processors differ in the last digit of a model's
output, which can move a quote or an id, and durations always differ. `make shown`
brings the pages up to date."""


@pytest.mark.parametrize("page", ["README.md", "docs/tutorial.md"])
def test_shown_output_is_real(page: str, pages: dict[str, str], tmp_path: Path) -> None:
    prepare(tmp_path)
    blocks = list(outputs(pages[page]))
    assert blocks, f"{page} shows no output"
    for block in blocks:
        now = run(block, tmp_path).splitlines()
        shown = block.splitlines()
        alike = difflib.SequenceMatcher(None, shown, now, autojunk=False).ratio()
        difference = "\n".join(difflib.unified_diff(shown, now, lineterm=""))
        assert alike >= ALIKE, f"{page}, {alike:.2f} alike:\n{difference}"
