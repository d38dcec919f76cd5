"""Fill in what the encoder leaves out where the sentence itself shows it.

Only sure patterns: the subject right before an active verb, the name before `who`, a
subject shared by two verbs, a cue or source of which a mere article was marked.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.encode.roles import LinkedRoles
from sayso.extract.clause import AUXILIARIES
from sayso.extract.cues import known
from sayso.extract.declared import declared
from sayso.extract.inflection import irregular_pasts, lemmas, tokens
from sayso.extract.ranges import holding, trimmed
from sayso.lexicon.loader import word_set
from sayso.text.segment import WORD, Range, sentences

_SUBJECT_WORDS = 6
"""Longer stretches before a verb hold a clause or an adverbial more often than one
noun phrase."""
_CUE_WORDS = 8
"""Words between source and content that may all be cue (`unfolded a story about`)."""
_REACH = 240
"""Code points before a cue in which its subject is looked for."""
_PRONOUN = re.compile(r"(?:^|[\s,;(\"“])(he|she|it|they|we|i|you)\s+$", re.IGNORECASE)
_NAME_WHO = re.compile(
    r"((?:(?:[A-Z][\w’'.-]*|of|the|de|al|bin|spokes\w+|president|minister|general"
    r"|director|leader|chief|commander|secretary|senator|lawyer|officer)\s+)*"
    r"[A-Z][\w’'-]+),?\s+(who)\s+$"
)
_WHO = re.compile(r"\b(who|which)\s+$", re.IGNORECASE)
_NEGATION = re.compile(
    r"(?<!\w)(neither|no|none of(?: the)?|few|hardly any|not one of(?: the)?)\s+\Z",
    re.IGNORECASE,
)
_NEGATION_REACH = 20
_SHARED = re.compile(
    r"^[\s,.;\"“”’']*(?:and|but|while|yet)?\s*(?:then|also|later|\w+ly)?\s*$",
    re.IGNORECASE,
)
_SOURCE_END = re.compile(r"[,;:()\"“”—]|\s--\s|[.!?](?=\s|$)|$")
_ADVERBS = re.compile(
    r"(?:\s*\b(?:has|have|had|is|are|was|were|will|would|can|could|do|does|did|not"
    r"|also|still|now|then|later|never|too|even|just|\w+ly)\b)+\s*$",
    re.IGNORECASE,
)


def complete(text: str, found: Sequence[LinkedRoles]) -> list[LinkedRoles]:
    """Return the attributions with missing cues and sources filled in.

    Args:
        text: of the document.
        found: in the order of their cues.
    """
    cut = sentences(text)
    whole = [_with_cue(text, roles) for roles in found]
    done: list[LinkedRoles] = []
    for roles in whole:
        previous = done[-1] if done else None
        done.append(_with_source(text, roles, cut, previous))
    return sorted([*done, *declared(text, cut, done)], key=lambda r: r.cue)


def _with_cue(text: str, roles: LinkedRoles) -> LinkedRoles:
    """Widen a cue of one function word to the words between source and content."""
    cue = tokens(text[slice(*roles.cue[0])])
    if known(cue) or not (len(cue) == 1 and cue[0] in _function_words()):
        return roles
    if not roles.source or not roles.content:
        return roles
    start, end = roles.source[-1][1], roles.content[0][0]
    end = max(end, roles.cue[0][1]) if end >= roles.cue[0][0] else end
    gap = text[start:end]
    if "\n" in gap or not 0 < len(WORD.findall(gap)) <= _CUE_WORDS:
        return roles
    start, end = trimmed(text, start, end)
    return replace(roles, cue=((start, end),)) if start < end else roles


def _with_source(
    text: str,
    roles: LinkedRoles,
    cut: Sequence[Range],
    previous: LinkedRoles | None,
) -> LinkedRoles:
    cue = roles.cue[0]
    begin, stop = holding(cue[0], cut) or cue
    if roles.source and roles.source[0][0] < stop:
        return _with_noun(text, _with_negation(text, roles))
    if _without_subject(tokens(text[slice(*cue)])):
        return roles
    # A source in a later sentence gives way to a subject right before the cue.
    begin = max(begin, cue[0] - _REACH)
    source = (
        _name_before(text, begin, cue[0])
        or _subject(text, begin, cue[0])
        or _shared(text, begin, cue[0], previous)
    )
    return replace(roles, source=(source,)) if source else roles


def _with_negation(text: str, roles: LinkedRoles) -> LinkedRoles:
    """Take in the `neither` or `no` before a source, on which all turns."""
    (start, end), *others = roles.source
    before = _NEGATION.search(text, max(0, start - _NEGATION_REACH), start)
    if before is None:
        return roles
    return replace(roles, source=((before.start(1), end), *others))


def _with_noun(text: str, roles: LinkedRoles) -> LinkedRoles:
    """Widen a source of which a mere article was marked to its noun phrase."""
    (start, end), *others = roles.source
    if others or text[start:end].lower() not in {"the", "a", "an"}:
        return roles
    stop = min(
        (s for s, _ in (*roles.cue, *roles.content) if s > end), default=len(text)
    )
    close = _SOURCE_END.search(text, end, min(stop, end + _REACH))
    last = end
    for word in WORD.finditer(text, end, close.start() if close else stop):
        lower = word.group().lower()
        if lower in {"of", "the", "a", "an"}:
            continue
        if lower in AUXILIARIES | _function_words():
            break
        last = word.end()
    whole = len(WORD.findall(text[start:last])) <= _SUBJECT_WORDS
    return replace(roles, source=((start, last),)) if whole else roles


def _without_subject(cue: Sequence[str]) -> bool:
    """Tell whether the grammatical subject of a cue is not its source.

    Passives (`was told`) and cues of seeming (`it appears`) have none.
    """
    if any(lemma in _impersonal() for word in cue for lemma in lemmas(word)):
        return True
    participle = any(w.endswith("ed") or w in irregular_pasts() for w in cue[1:])
    return participle and any("be" in lemmas(word) for word in cue)


def _name_before(text: str, begin: int, cue: int) -> Range | None:
    """Return a pronoun, or a name before `who`, that stands right before the cue."""
    before = _without_auxiliaries(text, begin, cue)
    for pattern in (_NAME_WHO, _WHO, _PRONOUN):
        match = pattern.search(text, begin, before)
        if match and match.end() == before:
            return match.span(1)
    return None


def _subject(text: str, begin: int, cue: int) -> Range | None:
    """Return the words from the start of the sentence when they are a noun phrase."""
    start, end = trimmed(text, begin, _without_auxiliaries(text, begin, cue))
    words = tokens(text[start:end])
    if not 0 < len(words) <= _SUBJECT_WORDS or not text[start:end][:1].isupper():
        return None
    if not all(word[0].isalnum() or word in {"'s", "-"} for word in words):
        return None
    if any(w in AUXILIARIES | _function_words() for w in words if w != "the"):
        return None
    if words[-1] == "the" or words[0] in _no_subjects():
        return None
    return (start, end)


def _shared(
    text: str, begin: int, cue: int, previous: LinkedRoles | None
) -> Range | None:
    """Return the source of the attribution before when only `but` parts the two."""
    if previous is None or not previous.source or previous.source[0][0] < begin:
        return None
    end = max(e for _, e in (*previous.cue, *previous.content))
    if end > cue or not _SHARED.match(text[end:cue]):
        return None
    return previous.source[0]


def _without_auxiliaries(text: str, begin: int, cue: int) -> int:
    match = _ADVERBS.search(text, begin, cue)
    at = match.start() if match and match.end() == cue else cue
    while at < cue and text[at].isspace():
        at += 1
    return at


def _function_words() -> frozenset[str]:
    return word_set("grammar", "complete", "function_words")


def _impersonal() -> frozenset[str]:
    return word_set("grammar", "complete", "impersonal")


def _no_subjects() -> frozenset[str]:
    return word_set("grammar", "complete", "no_subjects")
