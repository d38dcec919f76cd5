"""Floors of quality on reports of our own. Raise them when sayso gets better; lowering
one, or changing the reports, is a decision that the change has to explain."""

from pathlib import Path

import pytest

from sayso.case import Case
from sayso.domain.attribution import Attribution, Style
from tests.gold.marked import Marked, digest, pairs, reports, same_source

REPORTS_DIGEST = "dce8ac2eaff2c2c55e79273111d62448914c771b645c8aa67ca0e717aa604bfc"
FOUND_FLOOR = 0.925
"""F1 of attributions with half of their content and their source right."""
POLARITY_FLOOR = 0.98
"""Share of the attributions found whose polarity is right."""


def test_the_reports_are_those_that_were_measured() -> None:
    assert digest() == REPORTS_DIGEST


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> tuple[float, float]:
    """F1 and share of right polarities over all reports."""
    folder = tmp_path_factory.mktemp("gold")
    gold = {}
    for name, text, marked in reports():
        (folder / f"{name}.txt").write_text(text, "utf-8")
        gold[name] = text, list(marked.values())
    with Case.open(folder / "gold.sayso", create=True) as case:
        case.build(folder, workers=1)
        right = same = found = wanted = 0
        for document in case.documents():
            text, wants = gold[Path(document.uri).stem]
            got = [
                _marked(a)
                for a in case.attributions(document=document.id)
                if a.style is not Style.OWN_VOICE
            ]
            found += len(got)
            wanted += len(wants)
            for want, have in pairs(text, wants, got):
                if same_source(text, want, have):
                    right += 1
                    same += want.polarity == have.polarity
    return 2 * right / (found + wanted), same / right


def _marked(attribution: Attribution) -> Marked:
    ranges = (
        [(span.start, span.end) for span in spans]
        for spans in (attribution.source, attribution.cue, attribution.content)
    )
    return Marked(*ranges, polarity=attribution.polarity.value)


def test_attributions_are_found_with_their_sources(
    figures: tuple[float, float],
) -> None:
    assert figures[0] >= FOUND_FLOOR


def test_denials_are_told_from_assertions(figures: tuple[float, float]) -> None:
    assert figures[1] >= POLARITY_FLOOR
