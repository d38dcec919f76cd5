"""Find whom a pronoun or a description points back to."""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sayso.domain.actor import ActorKind
from sayso.resolve.cast import Cast, Figure, Sighting
from sayso.resolve.source import PLURAL, SINGULAR, SourceWords
from sayso.resolve.words import fold, word_list

_REACH = 12
"""Sentences back beyond which a pronoun is not resolved; news rarely goes past four."""

_WEIGHTS = {
    "sentence": -1.0,
    "paragraph": -0.25,
    "source": 1.6,
    "subject": 1.3,
    "oblique": -0.6,
    "possessive": -0.5,
    "quoted": -1.8,
    "heading": -2.0,
    "gender": 1.2,
    "unsure": -1.2,
    "often": 0.35,
}
"""How much each property of an earlier place speaks for it, in sentences of distance.
The order follows centering (subjects before objects, the last source before others);
the sizes were set by hand on invented passages and checked once on development
articles (`benchmarks/source_resolution`), not fitted."""

_ALIKE = (
    frozenset({"spokesman", "spokeswoman", "spokesperson", "spox", "representative"}),
    frozenset({"lawyer", "attorney", "counsel", "solicitor", "barrister"}),
    frozenset({"adviser", "advisor", "aide", "strategist", "consultant"}),
    frozenset({"senator", "sen", "lawmaker", "legislator", "politician"}),
    frozenset({"congressman", "congresswoman", "representative", "rep", "lawmaker"}),
    frozenset({"nominee", "candidate", "contender", "hopeful"}),
    frozenset({"chief", "head", "leader", "director", "boss", "commander"}),
    frozenset({"chairman", "chairwoman", "chair", "chairperson"}),
    frozenset({"governor", "gov"}),
    frozenset({"general", "gen", "commander", "officer"}),
    frozenset({"professor", "prof", "academic", "scholar", "historian"}),
    frozenset({"businessman", "tycoon", "billionaire", "mogul", "magnate"}),
    frozenset({"cop", "officer", "policeman", "detective"}),
    frozenset({"doctor", "dr", "physician", "surgeon"}),
    frozenset({"ceo", "executive"}),
    frozenset({"reporter", "journalist", "correspondent", "writer", "author"}),
)
"""Nouns that news takes turns with for one person."""


@dataclass(frozen=True, slots=True)
class Clue:
    """What is asked for, and from where.

    Attributes:
        fits: how well a figure fits by its nature; None when it cannot be.
        barred: figures that it cannot be here (the speaker of the quote around it).
    """

    start: int
    quoted: bool
    fits: Callable[[Figure], float | None]
    barred: tuple[Figure, ...] = ()


def pronoun_fits(word: str) -> Callable[[Figure], float | None]:
    """Return how well figures fit a pronoun; a figure that cannot be it gives None."""
    if word in SINGULAR:
        gender = SINGULAR[word]
        return lambda figure: _fits_person(figure, gender)
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
        papers = word_list("paper.words") | word_list("body.words")
        return None if figure.head in papers else -0.5
    return _WEIGHTS["unsure"] if figure.kind is None and figure.entry is None else None


def _fits_many(figure: Figure) -> float | None:
    if figure.plural:
        return _WEIGHTS["gender"]
    if figure.kind in (ActorKind.GROUP, ActorKind.OUTLET, ActorKind.ORGANIZATION):
        state = figure.entry is not None and figure.entry.id.startswith("state:")
        return _WEIGHTS["unsure"] if state else -0.3
    return None


def _fits_thing(figure: Figure) -> float | None:
    if figure.plural or figure.kind is ActorKind.PERSON or figure.gender:
        return None
    if figure.kind is ActorKind.UNNAMED:
        things = word_list("paper.words") | word_list("body.words")
        return 0.3 if figure.head in things else None
    return 0.0 if figure.kind is not None else _WEIGHTS["unsure"]


def nearest(cast: Cast, clue: Clue) -> Figure | None:
    """Return the figure a clue most likely points to, looking back, then ahead."""
    here = cast.page.sentence_at(clue.start)
    best: tuple[float, int] | None = None
    found: Figure | None = None
    for figure in cast.figures:
        if figure in clue.barred:
            continue
        nature = clue.fits(figure)
        if nature is None:
            continue
        often = _WEIGHTS["often"] * math.log1p(len(figure.sightings))
        for sighting in figure.sightings:
            place = _place_score(cast, clue, sighting, here)
            if place is None:
                continue
            rank = (place + nature + often, sighting.start)
            if best is None or rank > best:
                best, found = rank, figure
    return found


def _place_score(cast: Cast, clue: Clue, sighting: Sighting, here: int) -> float | None:
    ahead = sighting.start >= clue.start
    distance = here - sighting.sentence
    if ahead or sighting.end > clue.start:
        # `Before he spoke, Trump said`: only later in the same sentence, and weakly.
        return -2.5 if ahead and distance == 0 and not sighting.quoted else None
    if distance > _REACH:
        return None
    paragraphs = cast.page.paragraph_at(clue.start) - sighting.paragraph
    score = _WEIGHTS["sentence"] * distance + _WEIGHTS["paragraph"] * paragraphs
    for name in ("source", "subject", "oblique", "possessive", "heading"):
        score += _WEIGHTS[name] * bool(getattr(sighting, name))
    if sighting.quoted and not clue.quoted:
        score += _WEIGHTS["quoted"]
    return score


def same_role(left: str, right: str) -> bool:
    """Tell whether two head nouns may name one person's role."""
    return left == right or any(left in group and right in group for group in _ALIKE)


def described(
    cast: Cast, words: SourceWords, barred: Iterable[Figure]
) -> Figure | None:
    """Return the named figure that a definite description points back to."""
    refused = tuple(barred)
    wanted = {t for t in fold(words.text).split() if len(t) > 2}  # noqa: PLR2004 - content words
    best: tuple[float, int] | None = None
    found: Figure | None = None
    for figure in cast.figures:
        if figure in refused or figure.plural != words.plural:
            continue
        earlier = [s for s in figure.sightings if s.start < words.start]
        score = _role_score(figure, words, wanted)
        if not earlier or score is None:
            continue
        last = earlier[-1]
        distance = cast.page.sentence_at(words.start) - last.sentence
        rank = (score - 0.25 * min(distance, _REACH) + 0.5 * last.source, last.start)
        if best is None or rank > best:
            best, found = rank, figure
    return found


def _role_score(figure: Figure, words: SourceWords, wanted: set[str]) -> float | None:
    if words.age:
        aged = any(role.startswith(f"{words.age}-year-old") for role in figure.roles)
        return 5.0 if aged else None
    if figure.generic:
        return 2.0 if figure.head == words.head else None
    scores = []
    for role in figure.roles:
        tokens = [t.removesuffix("'s").strip(",") for t in fold(role).split()]
        heads = [t for t in tokens if same_role(t, words.head)]
        if not heads:
            continue
        former = ("former" in tokens or "ex" in tokens) and "former" not in wanted
        shared = len(wanted & set(tokens))
        scores.append(2.0 + shared - 1.5 * former)
    if scores:
        return max(scores)
    if figure.kind in (ActorKind.ORGANIZATION, ActorKind.OUTLET, ActorKind.GROUP, None):
        inside = any(words.head in fold(form).split() for form in figure.forms)
        return 2.0 if inside and words.head in word_list("body.words") else None
    return None
