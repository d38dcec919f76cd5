"""Read the marked reports and score what sayso finds in them."""

import hashlib
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

REPORTS = Path(__file__).parent / "reports"
WORD = re.compile(r"\w+(?:[’'.\-]\w+)*")


@dataclass(slots=True)
class Marked:
    """One attribution: code-point ranges of each role, polarity, and its parent."""

    source: list[tuple[int, int]] = field(default_factory=list)
    cue: list[tuple[int, int]] = field(default_factory=list)
    content: list[tuple[int, int]] = field(default_factory=list)
    polarity: str = ""
    parent: str | None = None


def digest() -> str:
    """Return the SHA-256 of all reports, in order of their names."""
    whole = hashlib.sha256()
    for path in sorted(REPORTS.glob("*.xml")):
        whole.update(path.read_bytes())
    return whole.hexdigest()


def reports() -> Iterator[tuple[str, str, dict[str, Marked]]]:
    """Yield name, plain text and attributions of each report."""
    for path in sorted(REPORTS.glob("*.xml")):
        found: dict[str, Marked] = {}
        text = _walk(ET.parse(path).getroot(), "", found)
        yield path.stem, text, found


def _walk(element: ET.Element, text: str, found: dict[str, Marked]) -> str:
    """Append the text of an element to `text`, noting what its tag marks."""
    start = len(text)
    text += element.text or ""
    for child in element:
        text = _walk(child, text, found) + (child.tail or "")
    for name in element.get("of", "").split():
        marked = found.setdefault(name, Marked())
        getattr(marked, element.tag).append((start, len(text)))
        if element.tag == "cue" and not marked.polarity:
            marked.polarity = element.attrib["polarity"]
            marked.parent = element.get("parent")
    return text


def words(text: str, ranges: Iterable[tuple[int, int]]) -> set[int]:
    """Return the starts of the words that the ranges touch."""
    inside = list(ranges)
    return {
        m.start()
        for m in WORD.finditer(text)
        if any(a < m.end() and m.start() < b for a, b in inside)
    }


def pairs(
    text: str, gold: list[Marked], found: list[Marked]
) -> Iterator[tuple[Marked, Marked]]:
    """Pair attributions one to one whose contents share half of their words or more."""
    contents = [[words(text, a.content) for a in side] for side in (gold, found)]
    alike = sorted(
        (
            (len(g & f) / len(g | f), -i, -j)
            for i, g in enumerate(contents[0])
            for j, f in enumerate(contents[1])
            if g & f
        ),
        reverse=True,
    )
    seen: tuple[set[int], set[int]] = set(), set()
    for share, i, j in alike:
        if share >= 0.5 and -i not in seen[0] and -j not in seen[1]:
            seen[0].add(-i)
            seen[1].add(-j)
            yield gold[-i], found[-j]


def same_source(text: str, one: Marked, other: Marked) -> bool:
    """Tell whether two attributions name the same source, or neither names any."""
    left, right = words(text, one.source), words(text, other.source)
    return bool(left & right) or not (left or right)
