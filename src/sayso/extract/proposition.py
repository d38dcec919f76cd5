"""What a content says of its main proposition: negated, hedged, asked, ordered."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import takewhile

from sayso.domain.attribution import Act, Certainty
from sayso.extract.clause import AUXILIARIES, main_clause
from sayso.extract.cues import NEGATORS
from sayso.extract.inflection import tokens
from sayso.lexicon.loader import word_set

_SENTENCE_END = re.compile(
    r"(?<=[.!?])[\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z])|\s…\s(?=[\"“])"
)
_PUNCTUATION = re.compile(r"[\W_]+")
_NO = re.compile(
    r"^\W*(?:no|nope|not at all|never|absolutely not)\s*[,.;!—-]", re.IGNORECASE
)
_PERFORMATIVE = re.compile(
    r"^\W*(?:i|we)\s+(?:\w+ly\s+|do\s+)?(?:deny|reject|refute|dispute)\b", re.IGNORECASE
)
_OWN_DENIAL = re.compile(
    r"^\W*(?:i|we|it|she|he|they)\b[^.,;]{0,40}?\b(?:never|no such)\b", re.IGNORECASE
)
_WRAPPER_GAP = 6
"""Words that may stand before the noun in `the widely shared claim that ...`."""
_MOST_WORDS = 40
"""Tokens searched for opinion and accusation: the first sentence or two."""
_FALSITY_REACH = 5
_NEW_CLAUSE = frozenset(
    {"that", "he", "she", "they", "it", "to", "for", "who", "which"}
)
_BE = word_set("grammar", "proposition", "be")
_PERSONS = frozenset({"i", "we", "he", "she", "they", "you"})
_OBLIGATION = frozenset({"should", "must", "ought"})
_NEED = re.compile(
    r"\b(?:(?:we|you|they|he|she|i|people) (?:really )?"
    r"(?:need|have|'ve got|has got|got)"
    r" to|needs to|(?:has|have|'ve|'s) got to)\b"
)
_WHAT_TO_DO = re.compile(
    r"\bwhat (?:we|you|they|he|she|i|people) (?:really |just )?(?:needs?|have|has"
    r"|'ve got|have got|has got|got|ought) to do\b",
    re.IGNORECASE,
)
_HAPPENS = word_set("grammar", "proposition", "happens")
"""Verbs of no will: after them `should` forecasts and does not urge."""
_FUTURE = frozenset({"will", "wo", "'ll", "shall"})
_MAY = frozenset({"may", "might", "could"})
_EXPECT = frozenset({"expect", "expects", "anticipate", "anticipates"})
_NO_EVENT = word_set("grammar", "proposition", "no_event")
_NOT_FORECAST = word_set("grammar", "proposition", "not_forecast")
_MONTH_BEFORE = word_set("grammar", "proposition", "month_before")
_WHETHER = frozenset({"whether", "if"})


_NEGATIVE = (NEGATORS | {"unlikely"}) - {"without", "few"}


class Mood(StrEnum):
    """The form in which a content stands."""

    STATEMENT = "statement"
    QUESTION = "question"
    DIRECTIVE = "directive"
    INFINITIVE = "infinitive"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposition:
    """How the main proposition of a content is put.

    Attributes:
        negated: whether the content says that it is not so.
        rejected: whether it was negated by a word such as `hoax` or `untrue`.
        certainty: certain, probable or possible.
        denial: whether its wording is that of a denial ("No, ...", "I never ...").
        act: what kind of act the wording shows, for cues that do not.
    """

    negated: bool
    certainty: Certainty
    mood: Mood
    rejected: bool = False
    denial: bool = False
    act: Act = Act.ASSERT


def read_content(content: str) -> Proposition:
    """Read `content`, discontinuous pieces joined with ` … `."""
    text = unwrap(content.strip())[1]
    sentence = _first_sentence(text)
    denial = bool(_NO.match(sentence) or _PERFORMATIVE.match(sentence))
    clause = main_clause(_standing(tokens(_NO.sub("", sentence))))
    rejected = _rejected(clause)
    negated = denial or any(_negates(clause, at) for at in range(len(clause)))
    mood = _mood(sentence, clause, negated=negated or rejected)
    return Proposition(
        negated=negated != rejected,
        rejected=rejected,
        certainty=_certainty(clause, negated=negated),
        mood=mood,
        denial=denial or rejected or (negated and bool(_OWN_DENIAL.match(sentence))),
        act=_act(text, clause, mood),
    )


def names_falsity(content: str) -> bool:
    """Tell whether `content` ends in a label that rejects what stands before it.

    For the objects of calling and declaring: `the story a hoax`.
    """
    words = tokens(_PUNCTUATION.sub(" ", content))
    strict = [i for i, w in enumerate(words) if w in _set("falsity", "words")]
    if strict and len(words) - strict[-1] <= _FALSITY_REACH + 1:
        return True
    loose = any(w in _set("falsity", "loose") for w in words[-_FALSITY_REACH:])
    return loose and bool(words) and any(w in _set("falsity", "reports") for w in words)


def rejects_label(cue: Sequence[str]) -> bool:
    """Tell whether a cue itself holds the label (`described as untrue`)."""
    return any(word in _set("falsity", "words") for word in cue)


def unwrap(content: str) -> tuple[str, str]:
    """Split `the widely held belief that he lied` into `belief` and `he lied`.

    Returns:
        the noun, lower case and empty when there is none, and the rest.
    """
    words = content.split(maxsplit=_WRAPPER_GAP + 1)[: _WRAPPER_GAP + 1]
    for at, word in enumerate(words):
        noun = word.lower()
        if noun in NEGATORS | AUXILIARIES:
            break
        following = [w.lower() for w in words[at + 1 : at + 2]]
        if noun in _set("wrappers", "nouns") and following == ["that"]:
            return noun, content.split(maxsplit=at + 2)[-1]
    return "", content


def _first_sentence(text: str) -> str:
    """Return the first sentence with a clause in it; `Well.` alone is none."""
    parts = [p for p in _SENTENCE_END.split(text) if p and p.strip()]
    for part in parts:
        if len(part.split()) > _FALSITY_REACH - 2 or _NO.match(part):
            return part
    return parts[0] if parts else text


def _standing(words: list[str]) -> list[str]:
    """Remove negations that leave the proposition standing (`not only`)."""
    joined = f" {' '.join(words)} "
    for phrase in _phrases():
        if phrase in joined and f"{phrase}in " not in joined:
            joined = joined.replace(phrase, " ")
    return joined.split()


def _negates(clause: Sequence[str], at: int) -> bool:
    """Tell whether the word at `at` negates the clause it stands in."""
    word = clause[at]
    previous = clause[at - 1] if at else ""
    following = clause[at + 1] if at + 1 < len(clause) else ""
    if word == "few":
        return at == 0
    if word == "little":
        return previous in _BE | {"have", "has", "had"}
    if word == "not" and following.endswith("ing"):
        return previous in AUXILIARIES or previous.endswith("ly")
    return word in _NEGATIVE


def _rejected(clause: Sequence[str]) -> bool:
    """Tell whether the clause says of something that it is untrue."""
    for at, word in enumerate(clause):
        if word not in _BE:
            continue
        after = list(
            takewhile(
                lambda w: w not in _NEW_CLAUSE, clause[at + 1 : at + 1 + _FALSITY_REACH]
            )
        )
        if any(w in _set("falsity", "words") for w in after):
            return True
        subject = any(w in _set("falsity", "reports") for w in clause[:at])
        if subject and any(w in _set("falsity", "loose") for w in after):
            return True
    return False


def _mood(sentence: str, clause: Sequence[str], *, negated: bool) -> Mood:
    first = clause[0] if clause else ""
    if sentence.rstrip("\"'”’ )").endswith("?") or first in _WHETHER:
        return Mood.QUESTION
    if first == "to" or clause[:2] == ["not", "to"]:
        return Mood.INFINITIVE
    urges = _obliges(clause) or bool(_WHAT_TO_DO.search(sentence.replace("’", "'")))
    if _imperative(sentence, clause) or (not negated and urges):
        return Mood.DIRECTIVE
    return Mood.STATEMENT


def _imperative(sentence: str, clause: Sequence[str]) -> bool:
    start = sentence.lstrip("\"'“‘ ([.…")
    if not clause or not start[:1].isupper() or sentence.isupper():
        return False
    if list(clause[:2]) in (["do", "n't"], ["do", "not"]):
        return not any(w in _PERSONS for w in clause[2:3])
    bare = clause[0] in _set("lexical_verbs", "imperative")
    return bare and not any(w in AUXILIARIES or w in _PERSONS for w in clause[1:3])


def _obliges(clause: Sequence[str]) -> bool:
    for at, word in enumerate(clause):
        if word in _OBLIGATION:
            after = [w for w in clause[at + 1 : at + 3] if not w.endswith("ly")]
            return not after or (after[0] != "have" and after[0] not in _HAPPENS)
    return bool(_NEED.search(" ".join(clause)))


def _certainty(clause: Sequence[str], *, negated: bool) -> Certainty:
    best = Certainty.CERTAIN
    for at, word in enumerate(clause):
        if _possible(clause, at, word, negated=negated):
            return Certainty.POSSIBLE
        if _probable(clause, at, word):
            best = Certainty.PROBABLE
    return best


def _possible(clause: Sequence[str], at: int, word: str, *, negated: bool) -> bool:
    if word not in _set("uncertain", "possible"):
        return False
    if word == "could" and negated:
        return False
    previous = clause[at - 1] if at else ""
    return word != "may" or previous not in _MONTH_BEFORE


def _probable(clause: Sequence[str], at: int, word: str) -> bool:
    if word == "should":
        return any(w in _HAPPENS for w in clause[at + 1 : at + 2])
    if word not in _set("uncertain", "probable"):
        return False
    near = clause[max(0, at - 3) : at]
    if word in _set("uncertain", "opinion"):
        return any(w in _PERSONS or w in _BE for w in near)
    return word != "likely" or near[-1:] not in (["of"], ["among"])


def _act(text: str, clause: Sequence[str], mood: Mood) -> Act:
    if mood is Mood.QUESTION:
        return Act.ASK
    if mood is not Mood.STATEMENT:
        return Act.URGE
    if _forecast(clause):
        return Act.PREDICT
    words = set(tokens(_first_sentence(text))[:_MOST_WORDS])
    if words & _set("accusation", "words"):
        return Act.ACCUSE
    return Act.OPINE if words & _set("opinion", "words") else Act.ASSERT


def _forecast(clause: Sequence[str]) -> bool:
    for at, word in enumerate(clause):
        following = clause[at + 1] if at + 1 < len(clause) else ""
        if word in _MAY and _acts(clause[at + 1 : at + 4]):
            return True
        if word in _EXPECT and clause[at - 1 : at] not in (["be"], ["was"], ["were"]):
            return True
        if word == "should" and following in _HAPPENS:
            return True
        if word in _FUTURE or (word == "going" and following == "to"):
            return following != "have"
        if word == "would":
            return following not in _NOT_FORECAST
    return False


def _acts(after: Sequence[str]) -> bool:
    """Tell whether a modal is followed by an event to come, no state and no past."""
    verb = next((w for w in after if w not in NEGATORS and not w.endswith("ly")), "")
    return verb.isalpha() and verb not in _NO_EVENT


def _set(table: str, key: str) -> frozenset[str]:
    return word_set("propositions", table, key)


@cache
def _phrases() -> tuple[str, ...]:
    """Return the standing phrases, longest first, padded with spaces."""
    listed = _set("standing", "phrases")
    return tuple(f" {p} " for p in sorted(listed, key=len, reverse=True))
