"""Resolve sources that are described and not named: `the mayor`, `two officials`."""

import re

from sayso.domain.actor import ActorKind
from sayso.resolve.antecedent import described
from sayso.resolve.authority import authority, give_authority
from sayso.resolve.cast import Cast
from sayso.resolve.figure import Figure
from sayso.resolve.names import parse_person
from sayso.resolve.renamed import (
    nearest_body,
    nearest_holders,
    nearest_outlet,
    nearest_pair,
    nearest_person,
)
from sayso.resolve.roles import noun_gender
from sayso.resolve.source import SourceWords
from sayso.resolve.words import fold, outlet_words, singular, word_list

_TWO = re.compile(
    r"(?:both|(?:the|these|those) (?:two|pair|duo|couple))\b", re.IGNORECASE
)
_INDEFINITE = frozenset({"a", "an", "one", "another", "some", "any"})
_ARTICLES = frozenset(
    ("article", "report", "story", "editorial", "piece", "dispatch", "account")
)
"""What an outlet publishes: its word is the outlet's word."""
_OFFICES = frozenset({"office", "ministry", "embassy"})
_FIRMS = frozenset({"company", "firm"})
_SHORT = 3
"""Words up to which `the …` points back; more words describe something anew."""
_GOVERNMENT = frozenset({"government", "govt", "regime", "state", "authorities"})


def resolve_description(
    cast: Cast, words: SourceWords, speaker: Figure | None
) -> Figure:
    """Return whom a description means: a known figure, or an unnamed new one.

    Args:
        cast: the figures of the document.
        words: the description.
        speaker: who is quoted around it, and so not meant by it.
    """
    own = _publishers_own(cast, words, speaker)
    named = own or _outlets_own(cast, words) or _named_body(cast, words)
    if named is not None:
        return named
    if words.definite:
        two = nearest_pair(cast, words) if _TWO.match(words.text) else None
        if two is not None:
            return two
        known = described(cast, words, [speaker] if speaker else [])
        known = known or _renamed(cast, words)
        if known is not None:
            give_authority(cast, known, words)
            return known
    return _new(cast, words)


def owned(cast: Cast, words: SourceWords, owner: Figure | None) -> Figure:
    """Return `his campaign` or `her aides` as something of its owner's."""
    tail = words.text.split(maxsplit=1)
    head = tail[1] if len(tail) > 1 else words.text
    if owner is None:
        return _new(cast, words)
    if words.head in word_list("body.words") and not words.plural:
        name = max(owner.forms, key=len)
        person = owner.gender or owner.kind is ActorKind.PERSON
        if person:
            name = name.split()[-1] if parse_person(name).given else name
        return cast.body(f"{name} {head}", ActorKind.ORGANIZATION)
    figure = _new(cast, words)
    if words.head in word_list("grammar.agents"):
        figure.authority = owner
    return figure


def _renamed(cast: Cast, words: SourceWords) -> Figure | None:
    """Return whom an epithet renames: the person or body named just before."""
    if words.plural:
        few = len(words.text.split()) < _SHORT and words.owner is None
        return nearest_holders(cast, words) if few else None
    if words.age or words.head in word_list("reference.epithets"):
        return nearest_person(cast, words, _gender_of(words))
    bodies = outlet_words("kinds") | word_list("body.words")
    short = len(words.text.split()) <= _SHORT
    itself = words.text.lower().startswith("this ")
    if short and not itself and words.head in bodies - word_list("reference.unplaced"):
        return nearest_body(cast, words)
    return None


def _publishers_own(
    cast: Cast, words: SourceWords, speaker: Figure | None
) -> Figure | None:
    """Return who publishes, for `this office`, or who is quoted saying it."""
    heads = outlet_words("kinds") | _OFFICES | (_FIRMS if speaker else frozenset())
    if words.text.lower().split() != ["this", words.head] or words.head not in heads:
        return None
    return speaker or (None if cast.page.quoted(words.start) else cast.publisher)


def _outlets_own(cast: Cast, words: SourceWords) -> Figure | None:
    """Return the outlet whose article, report or editorial speaks."""
    if words.head not in _ARTICLES:
        return None
    if words.owner is None:
        return _last_outlet(cast, words)
    figure = cast.meet(words.owner)
    return figure if figure.kind is ActorKind.OUTLET else None


def _last_outlet(cast: Cast, words: SourceWords) -> Figure | None:
    """Return the outlet whose report `the report` is, where no other was mentioned."""
    bare = fold(words.text) == f"the {words.head}"
    if not bare or _introduced(cast, words):
        return None
    return nearest_outlet(cast, words)


def _introduced(cast: Cast, words: SourceWords) -> bool:
    """Tell whether a noun was met before, other than as `the report`."""
    before = cast.page.tokens_in(0, words.start)
    return any(
        singular(token.folded) == words.head and before[at - 1].folded != "the"
        for at, token in enumerate(before)
        if at
    )


def _named_body(cast: Cast, words: SourceWords) -> Figure | None:
    """Return the body that a description with an owner names."""
    force = words.head == "police" and words.owner is not None
    if (words.plural and not force) or words.head not in word_list("body.words"):
        return None
    if words.head in word_list("paper.words"):
        return None
    if words.head in _GOVERNMENT and words.places:
        return cast.state(words.places[0])
    indefinite = words.text.split(maxsplit=1)[0].lower() in _INDEFINITE
    if indefinite or (words.owner is None and not words.places):
        return None
    figure = cast.body(_undetermined(words.text), ActorKind.ORGANIZATION)
    if words.places and figure.entry is None:
        figure.places.extend(words.places)
        figure.authority = figure.authority or cast.state(words.places[0])
    return figure


def _new(cast: Cast, words: SourceWords) -> Figure:
    """Return an unnamed source: an old one for the same bare plural, else new."""
    text = " ".join(words.text.split())
    if words.plural and not words.definite:
        for figure in cast.figures:
            if figure.generic and fold(text) in map(fold, figure.forms):
                _place(cast, figure, words)
                return figure
    figure = cast.unnamed(text, head=words.head, plural=words.plural)
    figure.gender = _gender_of(words)
    _place(cast, figure, words)
    return figure


def _place(cast: Cast, figure: Figure, words: SourceWords) -> None:
    """Note whom an unnamed source works for, and where."""
    if words.head in word_list("grammar.agents") and figure.authority is None:
        figure.authority = authority(cast, words, words.owner, figure)
        figure.places.extend(words.places)


def _gender_of(words: SourceWords) -> str:
    return noun_gender(set(fold(words.text).replace("'s", "").split()))


def _undetermined(text: str) -> str:
    words = text.split()
    return " ".join(words[1:] if words[0].lower() in ("the", "a", "an") else words)
