"""Turns of a transcript: a speaker's name before a colon, or in brackets, and a speech.

The encoder learned from prose and hears few of them, yet no form is plainer. Only where
at least two lines open so, and the same name twice unless it is in capitals that stand
out from the text: a single one is a heading or a caption.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sayso.encode.roles import LinkedRoles
from sayso.extract.ranges import trimmed
from sayso.text.segment import WORD, Range

CONFIDENCE = 0.8
_NAME = r"(?:[A-Z][\w.'’-]*[ ]){0,6}?[A-Z][\w.'’-]*(?:[ ]\([^)\n]{2,30}\))?"
_LABEL = re.compile(
    rf"^[ \t\"“]*(?:(?P<name>{_NAME}):|\[(?P<who>{_NAME})\])[ \t]+",
    re.MULTILINE,
)
_NO_SPEAKER = re.compile(
    r"(?:text|end|sic|excerpts?|passage|video|recording|unidentified|inaudible|words|note"
    r"|photo|image|source|contact|subject|from|to|date|related|read|more|watch|update)\b",
    re.IGNORECASE,
)
_TURNS = 2
_LEAST = 2
"""Words of a speech."""


def with_turns(text: str, found: Sequence[LinkedRoles]) -> list[LinkedRoles]:
    """Return the attributions with the turns of a transcript among them.

    What the encoder made of a speaker's label gives way to the turn.

    Args:
        text: of the document.
        found: what is known so far.
    """
    turns = list(_turns(text))
    labels = [(r.source[0][0], r.content[0][0]) for r in turns]
    kept = [
        roles for roles in found if not any(s <= roles.cue[0][0] < e for s, e in labels)
    ]
    return sorted([*kept, *turns], key=lambda r: (r.cue, r.content))


def _turns(text: str) -> Iterator[LinkedRoles]:
    labels = list(_labels(text))
    if len(labels) < _TURNS:
        return
    starts = [m.start() for m in labels]
    for match, (_, stop) in zip(labels, pairwise([*starts, len(text)]), strict=True):
        kind = "name" if match["name"] else "who"
        blank = text.find("\n\n", match.end(), stop)
        start, end = trimmed(text, match.end(), stop if blank < 0 else blank)
        if len(WORD.findall(text[start:end])) < _LEAST:
            continue
        source = match.span(kind)
        cue: Range = (source[1], source[1] + 1)
        yield LinkedRoles((source,), (cue,), ((start, end),), CONFIDENCE)


def _labels(text: str) -> Iterator[re.Match[str]]:
    every = [
        m for m in _LABEL.finditer(text) if not _NO_SPEAKER.match(m["name"] or m["who"])
    ]
    times = Counter(m["name"] or m["who"] for m in every)
    shouted = text.isupper()
    for match in every:
        name = match["name"] or match["who"]
        if times[name] > 1 or (name.isupper() and len(name) > 1 and not shouted):
            yield match
