"""What the encoder reads of a text: the same length, so every offset holds.

The encoder learned from newspaper prose. Marks of lists say nothing of who speaks, and
where a text has lost its full stops the capitals that begin its sentences still tell
where they stood.
"""

import re
from functools import cache

from sayso.lexicon.loader import word_set

_BULLET = re.compile(
    r"^[ \t]*(?:[-*•·‣▪●○◦–—>]|\(?\d{1,2}[.)]|\(?[a-z]\))[ \t]+", re.MULTILINE
)
_STOP = re.compile(r"[.!?](?=[\"'”’)\]]*(?:\s|$))")
_LINE_END = re.compile(r"(?<=\w)\n(?=\s*\S)")
_WORD = re.compile(r"\w+")
_SPARSE = 80
"""Words a full stop from which they are missing: news has one in twenty."""
_FEWEST = 40
"""Words of a text below which nothing is concluded."""


def plainer(text: str) -> str:
    """Return `text` as the encoder reads it, character for character as long."""
    listed = _BULLET.sub(lambda m: " " * len(m.group()), text)
    words = len(_WORD.findall(listed))
    if words < _FEWEST or words <= _SPARSE * len(_STOP.findall(listed)):
        return listed
    return _begins().sub(".", _LINE_END.sub(".", listed))


@cache
def _begins() -> re.Pattern[str]:
    """Return a pattern for the space before a word that begins a sentence."""
    words = "|".join(sorted(word_set("grammar", "plainer", "openers")))
    return re.compile(rf"(?<=[a-z0-9])[ ](?=(?:{words})\b)")
