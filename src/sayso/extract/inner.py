"""Attributions that stand inside the content of another: X said that Y told Z.

The corpus the encoder learned from marks the outermost one only. A chain of sources is
what a reader most needs to see, so plain cases are found by their form: a noun phrase
that opens a clause of indirect speech, a finite verb of saying or holding, a content.
First persons and what stands in quotation marks are left to the outer speaker.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sayso.encode.roles import LinkedRoles
from sayso.extract.clause import AUXILIARIES
from sayso.extract.declared import names_somebody
from sayso.extract.inflection import irregular_pasts, lemmas
from sayso.extract.ranges import (
    holding,
    overlapping,
    starts_between,
    trimmed,
    within,
)
from sayso.lexicon.loader import word_set
from sayso.text.segment import WORD, Range

CONFIDENCE = 0.5
"""In texts of which nested attributions are marked about one in two of these is."""
_SUBJECT_WORDS = 9
_LEAST = 3
"""Words of a content; fewer are mostly the object of another sense of the verb."""
_PERSONS = frozenset({"he", "she", "they", "it"})
_OBJECTS = frozenset({"him", "them", "her", "us", "me", "let"})
_DETERMINERS = frozenset({"his", "her", "its", "their", "my", "our", "the", "a", "an"})
_SAYING = frozenset(
    {"say", "tell", "deny", "confirm", "insist", "admit", "add", "claim"}
)
_PERFECT = frozenset({"has", "have", "had", "'ve"})
_PARTICIPLE_AFTER = re.compile(r"\s+(?:of|by|in|on|at|as|to\s+have)\b", re.IGNORECASE)
_ADDRESSEE = re.compile(
    r"\s+(?:(?!that\b|to\b)[\w’'.-]+\s+){0,4}?(?:[\w’'.-]+)\s+(?=that\b|to\b|he\b|she\b"
    r"|they\b|it\b|the\b)",
    re.IGNORECASE,
)
_OPENER = re.compile(
    r"\s*,?\s*(?:(?:(?:on|last)\s+)?\w+day\s+)?(?:that\b)?\s*", re.IGNORECASE
)
_ADVERB = re.compile(r"(?:also|still|later|then|now|once|again|all|both|\w+ly)\Z")


def inner(
    text: str,
    found: Sequence[LinkedRoles],
    cut: Sequence[Range],
    quotes: Sequence[Range],
) -> Iterator[LinkedRoles]:
    """Yield attributions inside the contents of those `found`.

    Args:
        text: of the document.
        found: what is known so far.
        cut: sentences of the text.
        quotes: ranges between quotation marks, disjoint and in order.
    """
    cues = sorted(cue for roles in found for cue in roles.cue)
    contents = sorted({piece for roles in found for piece in roles.content})
    seen: set[Range] = set()
    for piece, sentences in overlapping(contents, cut):
        for start, end in sentences:
            part = max(piece[0], start), min(piece[1], end)
            for roles in _clauses(text, part, quotes):
                cue = roles.cue[0]
                if cue not in seen and not _meets(cue, cues):
                    seen.add(cue)
                    yield roles


def _meets(cue: Range, ordered: Sequence[Range]) -> bool:
    """Tell whether a cue shares a code point with one of the `ordered` cues."""
    within_one = holding(cue[0], ordered) is not None
    return within_one or starts_between(*cue, ordered)


def _clauses(text: str, part: Range, quotes: Sequence[Range]) -> Iterator[LinkedRoles]:
    words = [m.span() for m in WORD.finditer(text, *part)]
    opens = 0
    for at, (previous, here) in enumerate(pairwise([(part[0], part[0]), *words])):
        word = text[slice(*here)].lower()
        if re.search(r"[,;:—–\"“”]", text[previous[1] : here[0]]):
            opens = at
        if word in _set("boundaries"):
            opens = at + 1
            continue
        if within(here, quotes) or not _verb(text, word, here):
            continue
        clause = words[opens:at]
        subject = _subject(text, clause, word)
        content = _content(text, word, here, part)
        if subject and content:
            cue = _cue(clause, subject, here)
            yield LinkedRoles((subject,), (cue,), (content,), CONFIDENCE)
            opens = at + 1


def _verb(text: str, word: str, here: Range) -> bool:
    """Tell whether a finite verb of saying or holding can stand at `here`."""
    known = [lemma for lemma in lemmas(word) if lemma in _set("verbs")]
    if not known or word.endswith("ing"):
        return False
    if _participle(word) and _PARTICIPLE_AFTER.match(text, here[1]):
        return False
    return _participle(word) or not any(lemma in _set("nouns") for lemma in known)


def _participle(word: str) -> bool:
    return word.endswith("ed") or word in irregular_pasts()


def _subject(text: str, clause: Sequence[Range], verb: str) -> Range | None:
    """Return the noun phrase that fills `clause` up to the auxiliaries of the verb."""
    rest = list(clause)
    while rest and _skipped(text[slice(*rest[-1])].lower()):
        rest.pop()
    words = [text[slice(*r)].lower() for r in rest]
    if not 0 < len(rest) <= _SUBJECT_WORDS:
        return None
    if len(words) == 1 and words[0] in _PERSONS:
        saying = any(lemma in _SAYING for lemma in lemmas(verb))
        return rest[0] if saying else None
    if words[-1] in _DETERMINERS or words[0] in _OBJECTS:
        return None
    phrase = rest[0][0], rest[-1][1]
    named = len(words) > 1 or text[phrase[0]].isupper() or words[0].endswith("s")
    return phrase if named and names_somebody(text[slice(*phrase)]) else None


def _skipped(word: str) -> bool:
    return word in _PERFECT or word in {"not", "never"} or bool(_ADVERB.match(word))


def _cue(clause: Sequence[Range], subject: Range, verb: Range) -> Range:
    following = [r for r in (*clause, verb) if r[0] >= subject[1]]
    return following[0][0], verb[1]


def _content(text: str, verb: str, here: Range, part: Range) -> Range | None:
    start = here[1]
    if "tell" in lemmas(verb) or "warn" in lemmas(verb):
        addressee = _ADDRESSEE.match(text, start, part[1])
        start = addressee.end() if addressee else start
    opener = _OPENER.match(text, start, part[1])
    start, end = trimmed(text, opener.end() if opener else start, part[1])
    words = WORD.findall(text[start:end])
    if len(words) < _LEAST:
        return None
    if words[0].lower() in AUXILIARIES or _participle(words[0].lower()):
        return None
    return start, end


def _set(key: str) -> frozenset[str]:
    return word_set("grammar", "inner", key)
