"""Put the encoder's spans in order before anything is read from them.

The encoder decides word by word, so a source may come in two pieces and a content may
pick up a stray word pages away. A source is one stretch of text (in the corpus the
encoder learned from, every one of 2,190 in the development part is), a content holds
together.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace

from sayso.encode.roles import LinkedRoles
from sayso.extract.dateline import after_dateline
from sayso.text.segment import WORD, Range, paragraphs, sentences

_SOURCE_GAP = 3
"""Words missing inside a name or description that the pieces may enclose."""
_CONTENT_GAP = 2
"""Words missing inside a content: more are another speaker's or the cue's."""
_FARTHEST = 2
"""Sentences between a cue and a piece of its content. In the development part one
content in 700 has a piece beyond that beside a nearer one."""
_BLANK_LINE = re.compile(r"\s*\n\s*\n\s*")
_NEIGHBOURS = 12
"""Cues before and after that may claim the same words: more than the encoder has ever
marked in one of its windows of 150 words."""
_TURN = re.compile(r"\b(?:but|while|who|which|that)\b|;")
"""Words that never stand inside a name."""
_NAME_REACH = 40
_LAST_NAME = re.compile(r"(?<!\w)[A-Z][\w’'.-]*$")
_NEXT_NAME = re.compile(r" [A-Z][a-z][\w’'-]*")
_OPENING_QUOTES = "\"'“‘«"
_STRAY_WORDS = 1
"""A piece of so many words beside a longer one is a slip of the labelling."""


def tidy(text: str, found: Sequence[LinkedRoles]) -> list[LinkedRoles]:
    """Return the attributions with sources in one piece and contents held together.

    Args:
        text: of the document.
        found: what the encoder saw in it.
    """
    in_sentence = _numbering(sentences(text))
    in_paragraph = _numbering(list(paragraphs(text)))
    whole = [_in_paragraphs(text, roles) for roles in found]
    return [
        replace(
            roles,
            source=_source(text, roles, in_sentence),
            content=_content(text, roles, in_sentence, in_paragraph),
        )
        for roles in _unshared(whole)
    ]


def _in_paragraphs(text: str, roles: LinkedRoles) -> LinkedRoles:
    """Cut sources and contents that run over a head, a byline or a dateline."""
    content = [p for piece in roles.content for p in _cut(text, piece, roles.cue)]
    source = [p for piece in roles.source for p in _cut(text, piece, roles.cue)]
    return replace(roles, source=tuple(source), content=tuple(content))


def _cut(text: str, piece: Range, cue: Sequence[Range]) -> list[Range]:
    """Split at blank lines; keep the part nearest to the cue and all quotations."""
    ends = [m.span() for m in _BLANK_LINE.finditer(text, *piece)]
    starts = [piece[0], *(end for _, end in ends)]
    stops = [*(start for start, _ in ends), piece[1]]
    parts = [
        (after_dateline(text, start, stop), stop)
        for start, stop in zip(starts, stops, strict=True)
        if _words(text, start, stop)
    ]
    if len(parts) < 2:  # noqa: PLR2004 - one part
        return parts or [piece]
    nearest = min(parts, key=lambda part: _off(part, cue))
    return [p for p in parts if p == nearest or text[p[0]] in _OPENING_QUOTES]


def _unshared(found: Sequence[LinkedRoles]) -> list[LinkedRoles]:
    """Leave a piece that two contents share to the cue that it stands nearest to.

    Only where the other content has more than that piece: two cues in one passage then
    were taken for one. A content that two cues share as a whole stays with both.
    """
    lost = {
        (id(roles), piece)
        for at, roles in enumerate(found)
        if len(roles.content) > 1
        for piece in roles.content
        if any(
            _nearer(piece, other, roles)
            for other in found[max(0, at - _NEIGHBOURS) : at + _NEIGHBOURS + 1]
        )
    }
    return [replace(r, content=_kept(r, lost)) for r in found]


def _nearer(piece: Range, other: LinkedRoles, roles: LinkedRoles) -> bool:
    """Tell whether `piece` is the content of `other` and nearer to its cue."""
    if _off(piece, other.cue) >= _off(piece, roles.cue):
        return False
    size = piece[1] - piece[0]
    return any(
        2 * (min(piece[1], e) - max(piece[0], s)) > size for s, e in other.content
    )


def _kept(roles: LinkedRoles, lost: set[tuple[int, Range]]) -> tuple[Range, ...]:
    kept = tuple(p for p in roles.content if (id(roles), p) not in lost)
    return kept or roles.content


def _off(piece: Range, cue: Sequence[Range]) -> int:
    """Return how many code points lie between a piece and a cue."""
    return min((max(piece[0] - e, s - piece[1], 0) for s, e in cue), default=0)


def _numbering(ranges: Sequence[Range]) -> Callable[[int], int]:
    starts = [start for start, _ in ranges]
    return lambda position: bisect_right(starts, position)


def _source(
    text: str, roles: LinkedRoles, sentence: Callable[[int], int]
) -> tuple[Range, ...]:
    """Join what lies close together and keep the piece nearest to the cue."""
    if not roles.source or not roles.cue:
        return roles.source
    cue = roles.cue[0]
    turns = [m.span() for m in _TURN.finditer(text, *_hull(roles.source))]
    busy = (*roles.cue, *turns)
    pieces = _joined(text, roles.source, _SOURCE_GAP, sentence, busy=busy)

    def distance(piece: Range) -> tuple[int, int]:
        sentences_off = abs(sentence(piece[0]) - sentence(cue[0]))
        return sentences_off, max(piece[0] - cue[1], cue[0] - piece[1])

    start, end = min(pieces, key=distance)
    return ((start, _name_end(text, end, (*roles.cue, *roles.content))),)


def _name_end(text: str, end: int, busy: Sequence[Range]) -> int:
    """Return the end of the name that a source broke off in (`Inspector Jonas | Vell`).

    A name is capitalised; in a text all in capitals none can be told.
    """
    last = _LAST_NAME.search(text, max(0, end - _NAME_REACH), end)
    while last and not last.group().isupper():
        more = _NEXT_NAME.match(text, end)
        if not more or any(s < more.end() and end < e for s, e in busy):
            break
        end = more.end()
    return end


def _content(
    text: str,
    roles: LinkedRoles,
    sentence: Callable[[int], int],
    paragraph: Callable[[int], int],
) -> tuple[Range, ...]:
    """Drop strays, then join what lies close together."""
    if len(roles.content) < 2 or not roles.cue:  # noqa: PLR2004 - one piece
        return roles.content
    cue = roles.cue[0][0]

    here = any(sentence(p[0]) == sentence(cue) for p in roles.content)

    def near(piece: Range) -> bool:
        if text[piece[0]] in _OPENING_QUOTES:
            return True
        if here and sentence(piece[0]) < sentence(cue):
            return False
        return abs(sentence(piece[0]) - sentence(cue)) <= _FARTHEST and paragraph(
            piece[0]
        ) == paragraph(cue)

    kept = [piece for piece in roles.content if near(piece)] or roles.content
    busy = (*roles.cue, *roles.source)
    pieces = _joined(text, kept, _CONTENT_GAP, sentence, busy=busy)
    long = tuple(p for p in pieces if _words(text, *p) > _STRAY_WORDS)
    return long or tuple(pieces)


def _joined(
    text: str,
    pieces: Sequence[Range],
    gap: int,
    sentence: Callable[[int], int],
    *,
    busy: Sequence[Range],
) -> list[Range]:
    """Join pieces of one sentence at most `gap` words apart, round nothing `busy`."""
    joined: list[Range] = []
    for start, end in sorted(pieces):
        last = joined[-1] if joined else None
        if (
            last
            and sentence(last[0]) == sentence(start)
            and _words(text, last[1], start) <= gap
            and not any(a < start and last[1] < b for a, b in busy)
        ):
            joined[-1] = last[0], end
        else:
            joined.append((start, end))
    return joined


def _hull(pieces: Sequence[Range]) -> Range:
    return min(s for s, _ in pieces), max(e for _, e in pieces)


def _words(text: str, start: int, end: int) -> int:
    return len(WORD.findall(text, start, end)) if start < end else 0
