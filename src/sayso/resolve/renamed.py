"""Find whom a noun renames that says too little by itself: `the bank`, `both men`."""

from sayso.domain.actor import ActorKind
from sayso.resolve.antecedent import Clue, nearest, role_score
from sayso.resolve.cast import Cast
from sayso.resolve.figure import Figure
from sayso.resolve.source import SourceWords
from sayso.resolve.words import (
    fold,
    outlet_words,
    person_nouns,
    word_groups,
    word_list,
)

_SHOWN = frozenset(
    ("campaign", "hospital", "clinic", "brigade", "court", "tribunal", "parliament",
     "senate", "cabinet", "embassy", "mosque", "consulate", "university", "college",
     "academy", "museum", "library", "army", "navy", "police", "battalion", "regiment",
     "diocese", "synagogue")
)  # fmt: skip
"""Bodies whose names say what they are, so that being near proves nothing."""
_AMBIGUOUS = frozenset(
    ("wire", "online", "digital", "network", "networks", "global", "international",
     "worldwide", "interactive", "monitor", "watch", "observatory", "pictures")
)  # fmt: skip
"""Endings of company names that outlets bear as well."""
_STATES = frozenset(("country", "nation", "state", "government", "neighbor"))
_COUPLES = frozenset(("pair", "duo", "couple", "man", "woman"))
_NEAR = 3
"""Sentences back to which `the bank` still means the bank last named."""
_FAR = 8
"""The same for `the newspaper`: few outlets are named in one report."""


def nearest_body(cast: Cast, words: SourceWords) -> Figure | None:
    """Return the body that `the bank` or `the agency` means by being near.

    For bodies whose name does not show what they are; a name that shows something
    else (`Supreme Court` for `the agency`) is out.
    """
    if words.head in outlet_words("kinds"):
        return nearest_outlet(cast, words) or _publishing_outlet(cast, words)
    clue = Clue(
        start=words.start,
        quoted=cast.page.quoted(words.start),
        fits=lambda figure: _fits_body(figure, words.head),
        reach=_NEAR,
    )
    return nearest(cast, clue) or _publishing_body(cast, words)


def nearest_outlet(cast: Cast, words: SourceWords) -> Figure | None:
    """Return the outlet last named, other than the one that publishes the report."""
    clue = Clue(
        start=words.start,
        quoted=cast.page.quoted(words.start),
        fits=lambda figure: 0.0 if _is_outlet(figure) else None,
        barred=(cast.publisher,) if cast.publisher is not None else (),
        reach=_FAR,
    )
    return nearest(cast, clue)


def _publishing_outlet(cast: Cast, words: SourceWords) -> Figure | None:
    """Return the publisher, where it names itself before `the newspaper`."""
    own = cast.publisher
    met = own is not None and own.first < words.start and _is_outlet(own)
    return own if met else None


def _publishing_body(cast: Cast, words: SourceWords) -> Figure | None:
    """Return the company whose own statement says `the company` of itself."""
    own = cast.publisher
    quoted = cast.page.quoted(words.start)
    bare = fold(words.text) == f"the {words.head}"
    if own is None or quoted or not bare or own.kind is not ActorKind.OUTLET:
        return None
    if _is_outlet(own):
        return None
    return None if _fits_body(own, words.head) is None else own


def _fits_body(figure: Figure, head: str) -> float | None:
    state = figure.entry is not None and figure.entry.id.startswith("state:")
    group = figure.kind is ActorKind.GROUP and head not in word_list("reference.groups")
    if figure.generic or figure.plural or state or group:
        return None
    if figure.kind in (ActorKind.PERSON, ActorKind.UNNAMED) or _is_outlet(figure):
        return None
    if _shows_another(figure, head):
        return None
    return 0.0 if figure.kind is not None else -0.5


def _shows_another(figure: Figure, head: str) -> bool:
    """Tell whether a body's name says that it is something else."""
    words = [fold(form).split() for form in figure.forms]
    if head in _SHOWN and not any(head in form for form in words):
        return True
    last = {form[-1] for form in words}
    shown = last & word_list("body.words")
    if shown and not any(same_body(word, head) for word in shown):
        return True
    # `Ordo Shipping` is a firm, and no agency.
    return same_body(head, "agency") and bool(last & word_list("body.endings"))


def _is_outlet(figure: Figure) -> bool:
    """Tell whether a figure that publishes is not plainly something else."""
    others = word_list("body.endings") - outlet_words("endings") - _AMBIGUOUS
    firm = any(fold(form).split()[-1] in others for form in figure.forms)
    return figure.kind is ActorKind.OUTLET and not firm


def nearest_pair(cast: Cast, words: SourceWords) -> Figure | None:
    """Return the two figures that `both countries` or `the two men` means."""
    clue = Clue(
        start=words.start,
        quoted=cast.page.quoted(words.start),
        fits=lambda figure: _fits_pair(figure, words.head),
    )
    return nearest(cast, clue)


def nearest_holders(cast: Cast, words: SourceWords) -> Figure | None:
    """Return the people of one role named together, whom `the senators` means."""
    clue = Clue(
        start=words.start,
        quoted=cast.page.quoted(words.start),
        fits=lambda figure: _fits_holders(figure, words),
    )
    return nearest(cast, clue)


def _fits_holders(group: Figure, words: SourceWords) -> float | None:
    if not group.members or any(m.kind is not ActorKind.PERSON for m in group.members):
        return None
    known = [role_score(member, words, set()) for member in group.members]
    return 0.0 if any(score is not None for score in known) else None


def _fits_pair(pair: Figure, head: str) -> float | None:
    if len(pair.members) != 2:  # noqa: PLR2004 - a pair
        return None
    states = head in _STATES
    people = head in _COUPLES or head in person_nouns()
    for one in pair.members:
        state = one.entry is not None and one.entry.id.startswith("state:")
        if state != states or (one.kind is ActorKind.PERSON) != people:
            return None
    return 0.0


def same_body(left: str, right: str) -> bool:
    """Tell whether two nouns may name one body."""
    return left == right or any(
        {left, right} <= group for group in word_groups("bodies")
    )


def nearest_person(cast: Cast, words: SourceWords, gender: str) -> Figure | None:
    """Return the person next to `the 34-year-old` or `the billionaire`, if one is."""
    clue = Clue(
        start=words.start,
        quoted=cast.page.quoted(words.start),
        fits=lambda figure: _fits_epithet(figure, words, gender),
        reach=1,
    )
    return nearest(cast, clue)


def _fits_epithet(figure: Figure, words: SourceWords, gender: str) -> float | None:
    if figure.kind is not ActorKind.PERSON or figure.plural:
        return None
    if gender and figure.gender and gender != figure.gender:
        return None
    aged = any(role.split("-")[0].isdigit() for role in figure.roles)
    if words.age:
        return None if aged else 0.0
    wanted = set(fold(words.text).split())
    marks = {m for role in figure.roles for m in fold(role).split()} & word_list(
        "reference.parties"
    )
    return (
        None
        if marks and wanted & word_list("reference.parties") and not marks & wanted
        else 0.0
    )
