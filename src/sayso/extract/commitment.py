"""What a source commits to: cue and content composed.

The labels are FactBank's: polarity and certainty of the content's main proposition
once negation is removed, as the source holds it at the time of the cue. See
`docs/explanation/commitment.md`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.domain.attribution import Act, Certainty, Polarity
from sayso.extract.cues import CueReading, Effect, Negated, read_cue
from sayso.extract.inflection import tokens
from sayso.extract.proposition import (
    Mood,
    Proposition,
    names_falsity,
    read_content,
    rejects_label,
    unwrap,
)
from sayso.lexicon.loader import word_set

_FIRMNESS = (Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE)
_NEGATIVE_SOURCE = re.compile(
    r"(?:neither|none|nobody|no one|no-one|no|few|hardly any)\b", re.IGNORECASE
)
_NAMING = word_set("grammar", "commitment", "naming")
_TOPIC = re.compile(
    r"(?:about|regarding|concerning|over)\s+(?:how|why|what|whether|who|the|his|her|its"
    r"|their|th[ei]se?|issues|plans)\b",
    re.IGNORECASE,
)
"""Where the content of `spoke` opens so, a topic is named and nothing is stated."""
_LABELS = frozenset({"call", "label", "brand", "dub"})
_OMISSION = re.compile(r"\A[^.;]*?\b(?:for|of) (?:not|never) \w+ing\b", re.IGNORECASE)
"""`accused the yard of not paying`: the yard is said not to have paid."""
_PETITION = re.compile(
    r"\b(?:requests?|offers?|appeals?|bids?|petitions?|pleas?|proposals?|invitations?"
    r"|motions?|calls|demands?|overtures?|applications?|deals?)\b",
    re.IGNORECASE,
)
_ORDERS = frozenset({"tell", "warn", "remind", "signal", "shout", "yell", "motion"})
_ORDERED = re.compile(
    r"\W*(?:him|her|them|us|me|you|it|(?:(?:the|his|her|their|all|its|my|our)\s+)?"
    r"(?:[\w’'-]+\s+){0,2}[\w’'-]+)\s+(?:not\s+)?to\s+"
    r"(?!(?:the|an?|th[eo]se|this|that|his|her|its|their|my|our|your|him|them)\b)\w+",
    re.IGNORECASE,
)
"""`him to stop`, `residents not to go near the river`."""
_PETITION_REACH = 40
"""Code points at the start of a content in which its head noun stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """What a source commits to by one attribution."""

    polarity: Polarity
    certainty: Certainty
    act: Act


def commit(cue: str, content: str, *, source: str = "", before: str = "") -> Commitment:
    """Return what the source commits to.

    Args:
        cue: words of the cue.
        content: words of the content, discontinuous pieces joined with ` … `.
        source: words of the source; `no expert` negates the cue.
        before: words between source and cue, or right before the cue.
    """
    words = tokens(cue)
    outside = tokens(before)
    if _NEGATIVE_SOURCE.match(source.strip()):
        outside.append("not")
    reading = read_cue(words, outside)
    noun, _ = unwrap(content.strip())
    if noun and not reading.entry:
        # `expressed | doubt that ...`: the noun, not the verb, is the cue.
        reading = read_cue([*words, noun], outside)
    proposition = read_content(content)
    if reading.negated:
        return _negated(reading, proposition, content, words)
    return _stated(reading, proposition, content, words)


def _stated(
    reading: CueReading, prop: Proposition, content: str, words: Sequence[str]
) -> Commitment:
    meaning = reading.meaning
    if meaning.effect is Effect.OPEN:
        return _open(meaning.act)
    if meaning.effect is Effect.REJECTS:
        return _rejects(reading, prop, content)
    if meaning.plain and _TOPIC.match(content):
        return _open(Act.OTHER)
    named = bool(reading.entry) and reading.entry[0] in _NAMING
    label = rejects_label(words) or names_falsity(content)
    if named and not prop.rejected and label:
        return Commitment(
            polarity=Polarity.REJECTS, certainty=Certainty.CERTAIN, act=Act.DENY
        )
    if reading.entry[:1] and reading.entry[0] in _ORDERS and _ORDERED.match(content):
        return _open(Act.URGE)
    return _holds(reading, prop, content)


def _negated(
    reading: CueReading, prop: Proposition, content: str, words: Sequence[str]
) -> Commitment:
    meaning = reading.meaning
    match meaning.negated:
        case Negated.SILENT:
            return _open(Act.DECLINE)
        case Negated.OPEN:
            return _open(
                Act.OTHER if meaning.effect is not Effect.OPEN else meaning.act
            )
        case Negated.POSSIBLE:
            return Commitment(
                polarity=_polarity(negative=prop.negated),
                certainty=Certainty.POSSIBLE,
                act=Act.OPINE,
            )
        case Negated.HOLDS:
            return Commitment(
                polarity=_polarity(negative=prop.negated),
                certainty=prop.certainty,
                act=Act.ASSERT,
            )
        case Negated.OPPOSITE:
            turned = _stated(reading, prop, content, words)
            return Commitment(
                polarity=_opposite(turned.polarity),
                certainty=turned.certainty,
                act=turned.act,
            )


def _rejects(reading: CueReading, prop: Proposition, content: str) -> Commitment:
    meaning = reading.meaning
    act = meaning.act
    if _PETITION.search(content[:_PETITION_REACH]):
        act = Act.DECLINE
    return Commitment(
        polarity=_polarity(negative=prop.rejected or not prop.negated),
        certainty=meaning.certainty,
        act=act,
    )


def _holds(reading: CueReading, prop: Proposition, content: str) -> Commitment:
    meaning = reading.meaning
    if prop.mood is Mood.QUESTION:
        return _open(Act.ASK)
    if prop.mood is Mood.INFINITIVE and meaning.infinitive is not None:
        return _open(meaning.infinitive)
    if prop.mood is Mood.DIRECTIVE and meaning.act not in {Act.ACCUSE, Act.ADMIT}:
        return _open(Act.URGE)
    # In `called him a man who could not lie` the negation belongs to the label.
    labelled = bool(reading.entry) and reading.entry[0] in _LABELS
    omission = meaning.act is Act.ACCUSE and bool(_OMISSION.search(content))
    negative = omission or (prop.negated and not labelled)
    return Commitment(
        polarity=_polarity(negative=negative),
        certainty=max(meaning.certainty, prop.certainty, key=_FIRMNESS.index),
        act=_act_held(reading, prop),
    )


def _act_held(reading: CueReading, prop: Proposition) -> Act:
    if reading.meaning.plain:
        accused = prop.negated and prop.act is Act.ACCUSE
        return Act.DENY if prop.denial or accused else prop.act
    if reading.meaning.act is Act.OPINE and prop.act is Act.PREDICT:
        return Act.PREDICT
    return reading.meaning.act


def _open(act: Act) -> Commitment:
    return Commitment(polarity=Polarity.UNCOMMITTED, certainty=Certainty.NONE, act=act)


def _polarity(*, negative: bool) -> Polarity:
    return Polarity.REJECTS if negative else Polarity.HOLDS


def _opposite(polarity: Polarity) -> Polarity:
    match polarity:
        case Polarity.HOLDS:
            return Polarity.REJECTS
        case Polarity.REJECTS:
            return Polarity.HOLDS
        case Polarity.UNCOMMITTED:
            return polarity
