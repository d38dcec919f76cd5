"""Where a report's first sentence begins behind its dateline."""

import re

_DATELINE = re.compile(
    r"[\"“]?[A-Z][A-Z.'’-]{2,}(?:[ ,][A-Z][A-Z.'’-]*)*"
    r"(?:,? +(?:[A-Z][a-z]+\.?|\d{1,2}|\d{4}),?){0,6}"
    r"(?: *\([^)\n]{2,40}\))? *(?:--|[—–]|(?<=[\s)])-)\s+"
)


def after_dateline(text: str, start: int, end: int) -> int:
    """Return where the words behind `OSLO, 4 May (Wire) - ` begin, else `start`."""
    match = _DATELINE.match(text, start, end)
    return match.end() if match and match.end() < end else start
