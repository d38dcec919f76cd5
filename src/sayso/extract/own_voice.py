"""What a report states on its own account: narration nobody else is credited with.

Only statements of substance: sentences with a finite verb, no questions, captions,
section heads or boilerplate. The publisher is their source; source spans are empty.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.domain.attribution import Act, Certainty, Polarity
from sayso.extract.clause import AUXILIARIES
from sayso.extract.commitment import Commitment, commit
from sayso.extract.cues import NEGATORS
from sayso.extract.dateline import after_dateline
from sayso.extract.inflection import irregular_pasts, lemmas, tokens
from sayso.extract.ranges import overlapping, within
from sayso.lexicon.loader import word_set
from sayso.text.segment import WORD, Range, sentences

_SHORT = 2
"""Letters of the longest word that is a preposition and no verb (`aimed at`)."""
_FEWEST_WORDS = 5
"""Below this a line is mostly a head, a byline or a scrap."""
_REMAINDER_WORDS = 6
"""What is left of a sentence beside an attribution must be a clause of its own."""
_END = re.compile(r"[.!…][\"'”’)\]]*$")
_BYLINE = re.compile(
    r"^(?:by [A-Z]|\(?(?:photo|image|picture|source|credit|caption|video|file)\b"
    r"|updated\b|published\b|posted\b|https?:|www\.|©|\[)",
    re.IGNORECASE,
)
_SPEAKER = re.compile(r"^[\"“]?(?:[A-Z][A-Z.'-]+\s?){1,4}:\s")
"""A line of a transcript, such as `LEE: We left early.`"""
_HOW = re.compile(r"^(?:how|why|what|when|where|who|which|whether)\b", re.IGNORECASE)
_COORDINATION = re.compile(r"^[\s,;:—–-]*(?:and|but|while|yet|;)\s+", re.IGNORECASE)
_EDGES = " \t\r\n,;:—–-\"“”'‘’.()[]"
_SUBORDINATE = re.compile(
    r"^(?:who|which|that|whose|where|when|because|if|as|although|though|after|before"
    r"|since|to|in|on|at|by|for|with|from|during|under|according)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One statement of the report itself.

    Attributes:
        cue: of the words by which the report says how sure it is; often empty.
        content: without the cue.
    """

    cue: tuple[Range, ...]
    content: tuple[Range, ...]
    commitment: Commitment


def statements(
    text: str, attributed: Sequence[Range], quotes: Sequence[Range] = ()
) -> Iterator[Statement]:
    """Yield the statements of `text` outside `attributed`.

    Args:
        text: of the document.
        attributed: ranges of all sources, cues and contents.
        quotes: ranges between quotation marks, disjoint and in order: what stands
            wholly in them is somebody's words, whoever's.
    """
    for (start, end), inside in overlapping(sentences(text), attributed):
        middle = (start + end) // 2
        if within((start + 1, middle), quotes) and within((middle, end - 2), quotes):
            continue
        if not inside:
            found = _whole(text, start, end)
            if found:
                yield found
        else:
            yield from _remainders(text, (start, end), sorted(inside))


def _whole(text: str, start: int, end: int) -> Statement | None:
    start = after_dateline(text, start, end)
    sentence = text[start:end]
    if len(WORD.findall(sentence)) < _FEWEST_WORDS or not _states(sentence):
        return None
    if not _END.search(sentence) and _HOW.match(sentence):
        return None
    return _statement(text, start, end)


def _remainders(
    text: str, sentence: Range, taken: Sequence[Range]
) -> Iterator[Statement]:
    """Yield clauses coordinated with an attribution in the same sentence."""
    if text[: sentence[1]].rstrip().endswith("?"):
        return
    at = sentence[0]
    for start, end in (*taken, (sentence[1], sentence[1])):
        if start > at:
            piece = _trim(text, at, start)
            alone = at == sentence[0] or _COORDINATION.match(text[at:start])
            ends = start == sentence[1] or text[:start].rstrip()[-1:] in {",", ";"}
            if piece and alone and ends and _clause(text[slice(*piece)]):
                yield _statement(text, *piece)
        at = max(at, end)


def _clause(piece: str) -> bool:
    words = WORD.findall(piece)
    if len(words) < _REMAINDER_WORDS or _SUBORDINATE.match(piece):
        return False
    return _states(piece)


def _trim(text: str, start: int, end: int) -> Range | None:
    coordination = _COORDINATION.match(text[start:end])
    if coordination:
        start += coordination.end()
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return (start, end) if start < end else None


def _states(sentence: str) -> bool:
    """Tell whether a line is a statement and not a question, caption or advert."""
    if sentence.rstrip("\"'”’) ").endswith("?") or _apart(sentence):
        return False
    lower = sentence.lower()
    if any(phrase in lower for phrase in _list("boilerplate")):
        return False
    head = not _END.search(sentence) and sentence[-1:] not in {";", ","}
    return _has_finite_verb(tokens(sentence), head=head)


def tells_of_deed(cue: str, content: str) -> bool:
    """Tell whether a cue names a deed that the report itself states.

    `Moscow backed the militia` and `the minister decided to resign` are statements of
    the report besides being stands of Moscow and the minister.

    Args:
        cue: words of the cue.
        content: words of the content; in quotation marks it is speech after all.
    """
    if content.lstrip()[:1] in set("\"“‘'"):
        return False
    words = tokens(cue)
    if any(w in NEGATORS for w in words):
        return False
    last = next((w for w in reversed(words) if w.isalpha() and len(w) > _SHORT), "")
    return any(lemma in _list("deeds") for lemma in lemmas(last))


def _apart(sentence: str) -> bool:
    return bool(_BYLINE.match(sentence) or _SPEAKER.match(sentence))


def _has_finite_verb(words: Sequence[str], *, head: bool) -> bool:
    for at, word in enumerate(words):
        if word in AUXILIARIES or word == "be":
            return True
        if at == 0 or words[at - 1] in {"a", "an", "the", "to"}:
            continue
        if word.endswith("ed") or word in irregular_pasts():
            return True
        if word.endswith("ing") or (head and not word.endswith("s")):
            continue
        if any(w in _verbs() for w in lemmas(word)):
            return True
    return False


def _statement(text: str, start: int, end: int) -> Statement:
    cue, content = _cut_cue(text, start, end)
    words = " … ".join(text[s:e] for s, e in content)
    said = text[slice(*cue[0])] if cue else ""
    return Statement(cue=cue, content=content, commitment=_commitment(said, words))


def _commitment(cue: str, content: str) -> Commitment:
    """Read a statement of the report; hearsay words commit it to nothing."""
    if cue.lower() in _list("hearsay"):
        return Commitment(
            polarity=Polarity.UNCOMMITTED, certainty=Certainty.NONE, act=Act.OTHER
        )
    return commit(cue, content)


def _cut_cue(
    text: str, start: int, end: int
) -> tuple[tuple[Range, ...], tuple[Range, ...]]:
    """Return the hedge or opener and the statement without it."""
    match = _hedge().search(text, start, end)
    opener = _opener().match(text, start, end)
    found = opener or match
    if not found:
        return (), ((start, end),)
    cue = found.span(1)
    pieces = (_trim_space(text, start, cue[0]), _trim_space(text, found.end(), end))
    return (cue,), tuple(p for p in pieces if p)


def _trim_space(text: str, start: int, end: int) -> Range | None:
    while start < end and text[start] in " \t\r\n,":
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def _list(key: str) -> frozenset[str]:
    return word_set("propositions", "own_voice", key)


def _verbs() -> frozenset[str]:
    return word_set("propositions", "lexical_verbs", "common")


@cache
def _opener() -> re.Pattern[str]:
    phrases = sorted((*_list("openers"), *_list("hearsay")), key=len, reverse=True)
    return re.compile(rf"({'|'.join(map(re.escape, phrases))})\b,?\s+", re.IGNORECASE)


@cache
def _hedge() -> re.Pattern[str]:
    words = [w for w in _list("hearsay") if " " not in w and w.endswith("ly")]
    return re.compile(rf"\b({'|'.join(words)})\b,?", re.IGNORECASE)
