"""Who a source is: the person, or the body on whose behalf the person speaks."""

import re
from dataclasses import dataclass, replace
from functools import cache

from sayso.domain.actor import Actor, ActorKind
from sayso.domain.origin import CreditKind
from sayso.lexicon.loader import load_toml
from sayso.trace.affiliation import body_in, employer_in, is_state, spelled_out
from sayso.trace.kinds import Described, describe, is_nobody, reporter_of
from sayso.trace.outlets import Names, find_outlets

_CAPITALS = re.compile(r"(?:[A-Z][\w’'-]+)(?:\s+(?:[A-Z][\w’'-]+|al-\w+))+")
_PLURAL = re.compile(r"\b(?:officials|authorities|government|ministers|spokesmen)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A source as the count of origins takes it.

    Attributes:
        actor: whose statements these are, where that was resolved and is not
            overruled by the body for which the report says they speak.
    """

    described: Described
    actor: Actor | None


def named(
    text: str,
    where: tuple[int, int],
    actor: Actor | None,
    authority: Actor | None,
    publishers: Names,
) -> Named | None:
    """Return the source that the words at `where` mean; None where nobody is.

    Args:
        text: of the report.
        where: the words that name the source.
        actor: who that is, when resolved.
        authority: for whom the actor speaks, when resolved.
        publishers: of all reports at hand.
    """
    start, end = where
    words = text[start:end]
    reporter = _reporter(text, where, actor, publishers)
    if reporter is not None:
        return _plain(describe(reporter, None, None, publishers), None)
    if actor is not None and is_nobody(actor.name):
        return None
    body = _body(text, words, actor)
    if body is not None:
        return _plain(_described_body(body, publishers), None)
    usable = authority if authority and _speaks(words, actor, authority) else None
    who = _mended(words, actor)
    described = describe(words, who, usable, publishers)
    if usable is None and authority and actor and _is_counsel(text, actor, authority):
        return _plain(described, authority)
    outlet = described is not None and described.kind is CreditKind.OUTLET
    return _plain(described, None if outlet else usable or actor)


def _reporter(
    text: str, where: tuple[int, int], actor: Actor | None, publishers: Names
) -> str | None:
    """Return the outlet of a reporter, as said here or at the first full mention."""
    here = reporter_of(text, where, publishers)
    person = actor is not None and actor.kind is ActorKind.PERSON
    if here is not None or actor is None or not person or " " not in actor.name:
        return here
    first = text.find(actor.name)
    if first < 0:
        return None
    return reporter_of(text, (first, first + len(actor.name)), publishers)


def _plain(described: Described | None, actor: Actor | None) -> Named | None:
    return None if described is None else Named(described=described, actor=actor)


def _body(text: str, words: str, actor: Actor | None) -> str | None:
    plain = " ".join(words.split())
    spelled = spelled_out(plain)
    if spelled is not None:
        return spelled
    person = actor is not None and actor.kind is ActorKind.PERSON
    if actor is not None and person and len(actor.name) >= _TELLING:
        return employer_in(text, actor.name) or body_in(plain)
    return body_in(plain)


_SHORTEST = 3
_TELLING = 6
"""Letters from which a lone name is looked up as the report introduces it."""


def _described_body(body: str, publishers: Names) -> Described:
    outlet = next(find_outlets(body, publishers), None)
    if outlet is not None and outlet.start == 0 and not outlet.common:
        return Described(name=outlet.name, kind=CreditKind.OUTLET)
    return Described(name=body, kind=CreditKind.ORGANIZATION)


def _speaks(words: str, actor: Actor | None, authority: Actor) -> bool:
    """Tell whether a resolved authority stands for the source.

    A state is too wide: its police, its ministries and its president are several
    sources. An agent or an aide of a person is a source beside that person.
    """
    if is_state(authority.name):
        nameless = actor is not None and actor.kind is ActorKind.UNNAMED
        return nameless and _PLURAL.search(words) is not None
    if authority.kind in (ActorKind.PERSON, ActorKind.OUTLET):
        return False
    if actor is not None and actor.kind is ActorKind.UNNAMED:
        return bool(_spokes() & set(words.casefold().split())) or bool(
            _PLURAL.search(words)
        )
    return True


def _is_counsel(text: str, actor: Actor, authority: Actor) -> bool:
    """Tell whether a person is introduced as the lawyer of the authority.

    The lawyer is credited by name; to the count the two are one source.
    """
    if authority.kind is not ActorKind.PERSON:
        return False
    first = text.find(actor.name)
    beside = text[max(0, first - _BESIDE) : first + len(actor.name) + _BESIDE]
    return first >= 0 and _COUNSEL.search(beside) is not None


_BESIDE = 40
_COUNSEL = re.compile(r"\b(?:lawyer|attorney|counsel|solicitor|barrister|advocate)s?\b")


def _mended(words: str, actor: Actor | None) -> Actor | None:
    """Return the actor under the name that the words give; None where it is not he.

    `Harbour Member of Council Ida Holm`, taken for `Harbour Member`, is Ida Holm; the
    `Vale and Moor High Court`, taken for `Vale`, is the court; and `members from the
    Vale`, taken for the Vale, are some members.
    """
    if actor is None or actor.scope is not None:
        return actor
    if len(actor.name) < _SHORTEST:
        return None
    if (
        actor.kind is ActorKind.PERSON
        and actor.name.split()[-1].casefold() in _bodies()
    ):
        actor = replace(actor, kind=ActorKind.ORGANIZATION)
    plain = _LEADING.sub("", " ".join(words.split()).strip(" ,"))
    mine, whole = set(actor.name.split()), set(plain.split())
    whole_name = mine < whole and _ALL_NAME.fullmatch(plain) and "," not in plain
    if whole_name and actor.kind is not ActorKind.PERSON:
        return replace(actor, name=plain)
    if _only_placed(plain, actor.name):
        return None
    last = actor.name.split()[-1].casefold()
    if actor.kind is not ActorKind.PERSON or last not in _offices():
        return actor
    proper = [
        m.group()
        for m in _CAPITALS.finditer(plain)
        if m.group().split()[-1].casefold() not in _offices()
    ]
    return replace(actor, name=_untitled(proper[-1])) if proper else actor


def _untitled(name: str) -> str:
    words = name.split()
    while len(words) > _FULL and words[0].casefold() in _offices() | _bodies():
        del words[0]
    return " ".join(words)


_FULL = 2
"""Words of a first and a last name."""

_LEADING = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_ALL_NAME = re.compile(
    r"[A-Z][\w&’'.-]*(?:\s+(?:(?:of|for|the|and|in)\s+){0,2}[A-Z][\w&’'.-]*)+"
)


def _only_placed(plain: str, name: str) -> bool:
    """Tell whether a name stands in the words only to say where others are."""
    head, found, rest = _PLACED.sub("\0", plain, count=1).partition("\0")
    nouns = head.split()
    if not found or name not in rest or name in head or not nouns:
        return False
    low = nouns[-1].casefold()
    several = low.endswith("s") or low in _people()
    return several and low not in _offices() and low not in _bodies()


_PLACED = re.compile(
    r"\s+(?:in|from|of|around|near|on|at|across)\s+(?=(?:the\s+)?[A-Z])"
)


@cache
def _offices() -> frozenset[str]:
    table = load_toml("titles")
    return frozenset((*table["office"]["words"], *table["person"]["any"], "member"))


@cache
def _people() -> frozenset[str]:
    return frozenset(load_toml("titles")["people"]["words"])


@cache
def _bodies() -> frozenset[str]:
    return frozenset(load_toml("titles")["body"]["words"])


@cache
def _spokes() -> frozenset[str]:
    return frozenset(load_toml("titles")["spokesman"]["words"])
