"""Where contents and cues begin and end, where the sentence itself leaves no doubt."""

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.encode.roles import LinkedRoles
from sayso.extract.ranges import holding, starts_between, trimmed
from sayso.text.segment import WORD, Range

_MARKS = re.compile(r"[\"“”«»„:]|''")
_ACCORDING = re.compile(r"according\Z", re.IGNORECASE)
_TO = re.compile(r"\s+to\b", re.IGNORECASE)
_RELAY = re.compile(r"according to\Z", re.IGNORECASE)
_NAMED = re.compile(
    r",?\s+(?:called|named|dubbed|nicknamed|code-?named|termed|known\s+as)\s+"
    r"(?:(?!\b(?:who|which|that|and|but|as|while)\b)[\w’'.-]+(?:\s+|(?=[,.;]))){1,8}",
    re.IGNORECASE,
)
_DETERMINER = re.compile(
    r"\s+(?:all|any|the|an?|these|those|his|her|its|their)\Z", re.IGNORECASE
)
_LEAST = 3


def bounded(
    text: str, found: Sequence[LinkedRoles], cut: Sequence[Range]
) -> list[LinkedRoles]:
    """Return the attributions with cues and contents cut or widened to their bounds.

    Args:
        text: of the document.
        found: in the order of their cues.
        cut: the sentences of the text.
    """
    marked = sorted(
        r for roles in found for r in (*roles.source, *roles.cue, *roles.content)
    )
    return [_bounded(text, roles, cut, marked) for roles in found]


def _bounded(
    text: str, roles: LinkedRoles, cut: Sequence[Range], marked: Sequence[Range]
) -> LinkedRoles:
    sentence = holding(roles.cue[0][0], cut) if roles.cue else None
    if sentence is None or not roles.content:
        return roles
    roles = _whole_cue(text, roles)
    roles = _in_sentence(text, roles, sentence)
    roles = _up_to_relay(text, roles, sentence, marked)
    return _with_name(text, roles, sentence, marked)


def _whole_cue(text: str, roles: LinkedRoles) -> LinkedRoles:
    """Complete `according` and give a determiner back to the content after it."""
    *others, (start, end) = roles.cue
    following = _TO.match(text, end)
    if _ACCORDING.match(text[start:end]) and following:
        return replace(roles, cue=(*others, (start, following.end())))
    stray = _DETERMINER.search(text[start:end])
    at = next((i for i, c in enumerate(roles.content) if c[0] >= end), None)
    if stray is None or at is None or text[end : roles.content[at][0]].strip():
        return roles
    begin = start + stray.start() + 1
    content = list(roles.content)
    content[at] = trimmed(text, begin, content[at][1])
    return replace(
        roles, cue=(*others, (start, start + stray.start())), content=tuple(content)
    )


def _in_sentence(text: str, roles: LinkedRoles, sentence: Range) -> LinkedRoles:
    """Cut a content without quotation marks at the end of the cue's sentence.

    Indirect speech ends with the sentence of its verb; what follows it belongs to the
    speaker only in quotation marks or in a transcript.
    """
    (start, end), *others = roles.content
    runs_on = start >= roles.cue[-1][1] and start < sentence[1] < end
    if others or not runs_on or _MARKS.search(text, sentence[0], end):
        return roles
    clipped = trimmed(text, start, sentence[1])
    if len(WORD.findall(text[slice(*clipped)])) < _LEAST:
        return roles
    return replace(roles, content=(clipped,))


def _up_to_relay(
    text: str, roles: LinkedRoles, sentence: Range, marked: Sequence[Range]
) -> LinkedRoles:
    """Let a content before `according to` reach up to it."""
    cue, (start, end) = roles.cue[0], roles.content[-1]
    if not _RELAY.match(text[slice(*cue)]) or not sentence[0] <= start < end <= cue[0]:
        return roles
    if starts_between(end, cue[0], marked):
        return roles
    whole = trimmed(text, start, cue[0])
    return replace(roles, content=(*roles.content[:-1], (start, whole[1])))


def _with_name(
    text: str, roles: LinkedRoles, sentence: Range, marked: Sequence[Range]
) -> LinkedRoles:
    """Take in the name of a thing that a content breaks off before (`, called ...`)."""
    start, end = roles.content[-1]
    more = _NAMED.match(text, end, sentence[1])
    if more is None or starts_between(end, more.end(), marked):
        return roles
    last = trimmed(text, start, more.end())
    return replace(roles, content=(*roles.content[:-1], last))
