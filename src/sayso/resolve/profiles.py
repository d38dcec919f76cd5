"""What a document says about a person, to tell bearers of one name apart."""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from sayso.lexicon.loader import load_toml
from sayso.resolve.names import PersonName, parse_person
from sayso.resolve.records import LocalActor
from sayso.resolve.words import fold, person_nouns, titles

_CAPITAL = re.compile(r"\b[A-Z][\w'’-]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What descriptions say about a person, for telling bearers of a name apart."""

    fields: frozenset[str]
    places: frozenset[str]
    middle: frozenset[str]
    gender: str
    nouns: frozenset[str]


@cache
def _fields() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for name, words in load_toml("titles")["field"].items():
        for word in words.split():
            found[word].add(name)
    return {word: frozenset(names) for word, names in found.items()}


def best_name(actor: LocalActor) -> PersonName:
    """Return the fullest name of a local actor."""
    return max(
        (parse_person(form) for form in actor.names),
        key=lambda n: (n.is_full, bool(n.given), len(n.middle), n.key),
    )


def profile(actor: LocalActor) -> Profile:
    """Return what a document says about a person."""
    text = " ".join(actor.roles)
    words = [w.removesuffix("'s").strip(",") for w in fold(text).split()]
    fields = [_fields()[word] for word in words if word in _fields()]
    capitals = {fold(word) for word in _CAPITAL.findall(text)} - titles()
    names = {part for form in actor.names for part in fold(form).split()}
    gender = actor.gender or best_name(actor).gender
    return Profile(
        fields=frozenset().union(*fields),
        places=frozenset(actor.places) | (capitals - names),
        middle=frozenset(m[0] for m in best_name(actor).middle[:1]),
        gender=gender,
        nouns=frozenset(words) & person_nouns(),
    )


def conflict(left: Profile, right: Profile) -> str:
    """Say why two bearers of one name are two people; empty when nothing does."""
    if left.gender and right.gender and left.gender != right.gender:
        return "one is a man, the other a woman"
    if left.middle and right.middle and left.middle != right.middle:
        return "their middle initials differ"
    apart = left.places and right.places and not left.places & right.places
    if apart and left.fields and right.fields and not left.fields & right.fields:
        one, other = ("/".join(sorted(p.fields)) for p in (left, right))
        return f"{one} here, {other} there, and no place in common"
    return ""
