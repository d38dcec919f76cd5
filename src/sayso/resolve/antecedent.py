"""Find whom a pronoun or a description points back to."""

import math
from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from sayso.domain.actor import ActorKind
from sayso.resolve.cast import Cast
from sayso.resolve.figure import Figure, Sighting
from sayso.resolve.source import PLURAL, SINGULAR, SourceWords
from sayso.resolve.words import (
    adjectives,
    fold,
    person_nouns,
    singular,
    word_groups,
    word_list,
)
from sayso.text.segment import Range

ORDINALS = frozenset({"other", "second", "third", "fourth", "younger", "older"})
"""Words that tell one of several apart: `the second official` is not the first."""
_REACH = 12
"""Sentences back beyond which a pronoun is not resolved; news rarely goes past four."""

_WEIGHTS = {
    "sentence": -1.0,
    "paragraph": -0.4,
    "source": 1.6,
    "subject": 1.3,
    "oblique": -0.6,
    "possessive": -0.5,
    "quoted": -1.8,
    "heading": -2.0,
    "gender": 1.2,
    "unsure": -1.2,
    "unnamed": -1.0,
    "often": 0.35,
    "same sentence": 1.2,
    "own words": -2.5,
    "ahead": -2.5,
    "topic": 0.5,
}
"""How much each property of an earlier place speaks for it, in sentences of distance.
The order follows centering (subjects before objects, the last source before others);
the sizes were set by hand on invented passages and checked once on development
articles (`benchmarks/source_resolution`), not fitted."""


@dataclass(frozen=True, slots=True)
class Clue:
    """What is asked for, and from where.

    Attributes:
        fits: how well a figure fits by its nature; None when it cannot be.
        barred: figures that it cannot be here (the speaker of the quote around it).
        reach: how many sentences back to look.
        own: what the source asked for says; people rarely name themselves there.
        ahead: whether the name may follow in the same sentence.
    """

    start: int
    quoted: bool
    fits: Callable[[Figure], float | None]
    barred: tuple[Figure, ...] = ()
    reach: int = _REACH
    own: tuple[Range, ...] = ()
    ahead: bool = False


def pronoun_fits(word: str) -> Callable[[Figure], float | None]:
    """Return how well figures fit a pronoun; a figure that cannot be it gives None."""
    if word in SINGULAR:
        gender = SINGULAR[word]
        return lambda figure: _fits_person(figure, gender)
    if word == "both":
        return _fits_two
    if word in PLURAL:
        return _fits_many
    return _fits_thing


def _fits_person(figure: Figure, gender: str) -> float | None:
    if figure.plural or (figure.gender and figure.gender != gender):
        return None
    if figure.gender == gender:
        return _WEIGHTS["gender"]
    if figure.kind is ActorKind.PERSON:
        return 0.0
    if figure.kind is ActorKind.UNNAMED:
        person = figure.gender or singular(figure.head) in person_nouns()
        return _WEIGHTS["unnamed"] if person else None
    return _WEIGHTS["unsure"] if figure.kind is None and figure.entry is None else None


def _fits_many(figure: Figure) -> float | None:
    if figure.plural:
        return _WEIGHTS["gender"]
    if figure.kind in (ActorKind.GROUP, ActorKind.OUTLET, ActorKind.ORGANIZATION):
        state = figure.entry is not None and figure.entry.id.startswith("state:")
        return _WEIGHTS["unsure"] if state else -0.3
    return None


def _fits_two(figure: Figure) -> float | None:
    if figure.members:
        return _WEIGHTS["gender"] if len(figure.members) == 2 else None  # noqa: PLR2004 - both
    return 0.0 if figure.plural and figure.kind is ActorKind.UNNAMED else None


def _fits_thing(figure: Figure) -> float | None:
    if figure.plural or figure.kind is ActorKind.PERSON or figure.gender:
        return None
    if figure.kind is ActorKind.UNNAMED:
        things = word_list("paper.words") | word_list("body.words")
        return 0.3 if figure.head in things else None
    return 0.0 if figure.kind is not None else _WEIGHTS["unsure"]


def nearest(cast: Cast, clue: Clue) -> Figure | None:
    """Return the figure a clue most likely points to, looking back, then ahead."""
    page = cast.page
    here = page.sentence_at(clue.start)
    start = page.sentences[max(0, here - clue.reach)][0] if page.sentences else 0
    end = page.sentences[here][1] if page.sentences else len(page.text)
    best: tuple[float, int] | None = None
    found: Figure | None = None
    natures: dict[int, float | None] = {}
    for figure, sighting in cast.seen(start, end):
        if id(figure) not in natures:
            barred = figure in clue.barred
            natures[id(figure)] = None if barred else _nature(clue, figure)
        nature = natures[id(figure)]
        place = _place_score(cast, clue, sighting, here)
        if nature is None or place is None:
            continue
        if figure.kind is not None and _is_topic(cast, clue, sighting, here):
            place += _WEIGHTS["topic"]
        rank = (place + nature, sighting.start)
        if best is None or rank > best:
            best, found = rank, figure
    return found


def _nature(clue: Clue, figure: Figure) -> float | None:
    fits = clue.fits(figure)
    if fits is None:
        return None
    return fits + _WEIGHTS["often"] * math.log1p(len(figure.sightings))


def _is_topic(cast: Cast, clue: Clue, sighting: Sighting, here: int) -> bool:
    """Tell whether the sentence before, in the same paragraph, is about somebody."""
    before = sighting.subject and here - sighting.sentence == 1
    return before and cast.page.paragraph_at(clue.start) == sighting.paragraph


def _place_score(cast: Cast, clue: Clue, sighting: Sighting, here: int) -> float | None:
    ahead = sighting.start >= clue.start
    distance: float = here - sighting.sentence
    if distance > 1 and not clue.quoted:
        # From the end of the one to the start of the other, quotations nearly skipped.
        lengths = cast.page.lengths
        distance = 1 + lengths[here - 1] - lengths[sighting.sentence]
    if ahead or sighting.end > clue.start:
        # `Before he spoke, Trump said`: only later in the same sentence, and weakly.
        near = clue.ahead and ahead and distance == 0 and not sighting.quoted
        return _WEIGHTS["ahead"] if near else None
    if distance == 0 and sighting.subject:
        distance = -_WEIGHTS["same sentence"]
    paragraphs = cast.page.paragraph_at(clue.start) - sighting.paragraph
    score = _WEIGHTS["sentence"] * distance + _WEIGHTS["paragraph"] * paragraphs
    for name in ("source", "subject", "oblique", "possessive", "heading"):
        score += _WEIGHTS[name] * bool(getattr(sighting, name))
    if any(start <= sighting.start < end for start, end in clue.own):
        score += _WEIGHTS["own words"]
    if sighting.quoted and not clue.quoted:
        score += _WEIGHTS["quoted"]
    return score


@lru_cache(maxsize=100_000)
def same_role(left: str, right: str) -> bool:
    """Tell whether two head nouns may name one person's role."""
    return left == right or any(
        {left, right} <= group for group in word_groups("roles")
    )


def described(
    cast: Cast, words: SourceWords, barred: Iterable[Figure]
) -> Figure | None:
    """Return the named figure that a definite description points back to."""
    refused = tuple(barred)
    wanted = {t for t in fold(words.text).split() if len(t) > 2} - {"the", words.head}  # noqa: PLR2004 - content words
    best: tuple[float, int] | None = None
    found: Figure | None = None
    for figure in cast.figures:
        if figure in refused or figure.plural != words.plural:
            continue
        if figure.first >= words.start or not (figure.roles or _unroled(figure)):
            continue
        score = role_score(figure, words, wanted)
        if score is None:
            continue
        last = _last_before(figure, words.start)
        distance = cast.page.sentence_at(words.start) - last.sentence
        rank = (score - 0.25 * min(distance, _REACH) + 0.5 * last.source, last.start)
        if best is None or rank > best:
            best, found = rank, figure
    return found


def _unroled(figure: Figure) -> bool:
    """Tell whether a figure without roles may still be what a description means."""
    return figure.kind is not ActorKind.PERSON or bool(figure.members)


def _last_before(figure: Figure, position: int) -> Sighting:
    at = bisect_left(figure.sightings, position, key=lambda s: s.start)
    return figure.sightings[at - 1]


def role_score(figure: Figure, words: SourceWords, wanted: set[str]) -> float | None:
    """Say how well a figure's roles fit a description; None when they do not.

    Args:
        figure: who may be meant; a group fits when each of its members does.
        words: the description.
        wanted: its telling words besides the head, folded.
    """
    if words.age:
        aged = any(role.startswith(f"{words.age}-year-old") for role in figure.roles)
        return 5.0 if aged else None
    if figure.generic:
        met = {word for form in figure.forms for word in fold(form).split()}
        apart = wanted & ORDINALS <= met
        return 2.0 if apart and figure.head == words.head else None
    if figure.members:
        each = [role_score(member, words, wanted) for member in figure.members]
        known = [score for score in each if score is not None]
        return min(known) if len(known) == len(each) else None
    person = figure.kind is ActorKind.PERSON
    if person and words.head in word_list("body.words") - person_nouns():
        return None  # `the company` is nobody's role in `the company's spokesman`
    scores = [_one_role(role, words.head, wanted) for role in figure.roles]
    best = max((score for score in scores if score is not None), default=None)
    if best is not None or person:
        return best
    inside = any(words.head in fold(form).split() for form in figure.forms)
    return 2.0 if inside and words.head in word_list("body.words") else None


@lru_cache(maxsize=50_000)
def _role_words(role: str) -> frozenset[str]:
    bare = [t.removesuffix("'s").strip(",") for t in fold(role).split()]
    return frozenset(bare) | {singular(word) for word in bare}


@lru_cache(maxsize=50_000)
def _role_owners(role: str) -> frozenset[str]:
    words = fold(role).split()
    return frozenset(t.removesuffix("'s") for t in words if t.endswith("'s"))


def _one_role(role: str, head: str, wanted: set[str]) -> float | None:
    """Say how well one description given with a name fits another; None if not."""
    tokens = _role_words(role)
    owners = _role_owners(role)  # `the mill` is not who is `the mill's spokesman`
    if not any(same_role(token, head) for token in tokens - owners):
        return None
    marks = adjectives().keys() | word_list("reference.parties")
    asked, given = wanted & marks, tokens & marks
    if asked and given and not asked & given:
        return None
    former = bool(tokens & {"former", "ex"}) and "former" not in wanted
    shared = len(wanted & tokens)
    return 2.0 + shared - 0.25 * len(wanted - tokens) - 1.5 * former
