"""On which side of a claim a source stands that a report credits."""

import re
from functools import cache

from sayso.domain.attribution import Attribution, Certainty, Polarity
from sayso.domain.claim import Bearing, Orientation, Stance
from sayso.domain.span import span_text
from sayso.lexicon.loader import load_toml

LEAN_TOLD = 0.04
"""How surely a source leans that speaks of the matter without repeating the claim: less
than any statement that bears on the claim."""

Side = tuple[Stance, float, float]


def side_of(
    text: str,
    attribution: Attribution,
    bearing: Bearing | None,
    report: Stance,
    shared: int,
) -> Side:
    """Return the side an attribution puts its source on, and how surely it leans.

    The first number is what it says about the claim itself, the second what it only
    says of the matter; both are above 0 for asserting, below for denying.

    A statement about the claim itself decides by its bearing. One that only speaks of
    the matter is told as part of the story: it supports the story that the report
    tells, unless its words refute it, take it back, or leave it open.

    Args:
        text: of the report.
        attribution: on the topic of the claim.
        bearing: of the attribution, where it bears on the claim.
        report: stance of the report as a whole.
        shared: telling words of the claim in its sentence and the one before.
    """
    words = span_text(text, (*attribution.cue, *attribution.content))
    firm = attribution.certainty is not Certainty.POSSIBLE
    settled = bearing is not None and bearing.orientation is not Orientation.OTHER
    if says(words, "retracting"):
        return _OPEN
    if bearing and bearing.stance is not Stance.UNCOMMITTED and settled and firm:
        return _about_it(bearing, attribution, words)
    if attribution.polarity is Polarity.UNCOMMITTED or says(words, "unable"):
        return _OPEN
    weight = max(told_weight(shared), bearing.relevance if bearing else 0.0)
    if says(words, "refuting"):
        return Stance.DENIES, 0.0, -weight
    if attribution.polarity is Polarity.HOLDS and report is not Stance.DENIES and firm:
        return Stance.ASSERTS, 0.0, weight
    return _OPEN


_OPEN: Side = (Stance.UNCOMMITTED, 0.0, 0.0)


def told_weight(shared: int) -> float:
    """Return what a source weighs that speaks of the matter in words of the claim."""
    return LEAN_TOLD * min(shared, _PLAIN) / 2


_PLAIN = 4
"""Telling words of the claim in a sentence and the one before that make it plain what
they are about."""


def _about_it(bearing: Bearing, attribution: Attribution, words: str) -> Side:
    """Return the side of a statement about the claim itself.

    `There is no truth to it` denies, though nothing in it is negated that the claim
    says; `we know of no such thing` denies nothing.
    """
    holds = attribution.polarity is Polarity.HOLDS
    if bearing.stance is Stance.DENIES and says(words, "unable"):
        return _OPEN
    if bearing.stance is Stance.DENIES or (holds and says(words, "refuting")):
        return Stance.DENIES, -bearing.relevance, 0.0
    return Stance.ASSERTS, bearing.relevance, 0.0


def says(words: str, what: str) -> bool:
    """Tell whether `words` hold one of the phrases listed as `what`."""
    return (
        _phrases(what).search(words.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"))
        is not None
    )


@cache
def _phrases(what: str) -> re.Pattern[str]:
    listed = sorted(load_toml("credits")["sides"][what], key=len, reverse=True)
    words = "|".join(re.escape(one).replace(r"\ ", r"\s+") for one in listed)
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
