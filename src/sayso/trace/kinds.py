"""Tell what kind of source a phrase means: witness, document, official, outlet, ..."""

import re
from dataclasses import dataclass
from functools import cache

from sayso.domain.actor import Actor, ActorKind
from sayso.domain.origin import CreditKind
from sayso.lexicon.loader import load_toml
from sayso.trace.outlets import canonical_outlet, is_outlet

_WORDS = re.compile(r"[\w’'-]+")
_NAME = re.compile(r"(?<![.!?]\s)(?<!^)\b[A-Z][\w’'-]+")
_HEAD_ENDS = re.compile(
    r"\s+(?:of|in|at|from|who|that|which|with|close|familiar|on|near|for|to|inside"
    r"|posted|published|released|living|seen|taken|outside|by|told|whose|and)\b|[,;(:]",
)
_PRONOUNS = frozenset(
    [
        "he",
        "she",
        "it",
        "they",
        "we",
        "i",
        "you",
        "him",
        "her",
        "them",
        "us",
        "me",
        "who",
        "that",
        "this",
    ]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """What a source phrase says of the source.

    Attributes:
        generic: the words fit many, so that they never identify anybody.
        plural: the words mean several.
    """

    name: str
    kind: CreditKind
    generic: bool
    plural: bool


def describe(words: str, actor: Actor | None, authority: Actor | None) -> Described:
    """Return name and kind of the source that `words` mean.

    A spokesman is listed under the authority for which he speaks: to the count of
    origins the ministry and its spokesman are one.

    Args:
        words: the source as the report has it.
        actor: who that is, when resolved.
        authority: for whom the actor speaks.
    """
    if authority is not None and authority.kind is not ActorKind.UNNAMED:
        kind = _KINDS[authority.kind]
        return Described(name=authority.name, kind=kind, generic=False, plural=False)
    shown = _shown(words, actor)
    if _is_named_outlet(shown, actor):
        name = canonical_outlet(shown)
        return Described(name=name, kind=CreditKind.OUTLET, generic=False, plural=False)
    listed = _listed_kind(shown)
    plural = _plural(shown)
    if actor is not None and actor.kind is not ActorKind.UNNAMED:
        kind = _KINDS[actor.kind]
        if listed in (CreditKind.DOCUMENT, CreditKind.SOCIAL_MEDIA) or (
            kind is CreditKind.UNNAMED and listed is not None
        ):
            kind = listed
        generic = actor.scope is not None or kind in _FACELESS
        return Described(name=shown, kind=kind, generic=generic, plural=plural)
    kind = listed or (
        CreditKind.PERSON
        if actor is None and _NAME.search(f"x {shown}")
        else CreditKind.UNNAMED
    )
    generic = kind is not CreditKind.PERSON
    return Described(name=shown, kind=kind, generic=generic, plural=plural)


def is_pronoun(words: str) -> bool:
    """Tell whether `words` are a bare pronoun, which names nobody by itself."""
    return words.strip().casefold() in _PRONOUNS


def head_noun(words: str) -> str:
    """Return the noun a source phrase turns on, case folded: `a source close to X`."""
    before = _HEAD_ENDS.split(words.strip(), maxsplit=1)[0] or words
    found = _WORDS.findall(before.casefold())
    return found[-1].removesuffix("'s").removesuffix("’s") if found else ""


_KINDS = {
    ActorKind.PERSON: CreditKind.PERSON,
    ActorKind.ORGANIZATION: CreditKind.ORGANIZATION,
    ActorKind.GROUP: CreditKind.UNNAMED,
    ActorKind.OUTLET: CreditKind.OUTLET,
    ActorKind.UNNAMED: CreditKind.UNNAMED,
}
_FACELESS = frozenset({CreditKind.UNNAMED, CreditKind.WITNESS})


def _shown(words: str, actor: Actor | None) -> str:
    plain = " ".join(words.split()).strip(" ,.;:")
    named = actor is not None and actor.kind in (ActorKind.PERSON, ActorKind.OUTLET)
    if actor is not None and (named or is_pronoun(plain) or not plain):
        return actor.name
    if actor is not None and actor.kind is ActorKind.ORGANIZATION:
        return actor.name
    return plain


def _is_named_outlet(shown: str, actor: Actor | None) -> bool:
    if actor is not None and actor.kind is ActorKind.OUTLET:
        return True
    return shown.casefold() in _vague_outlets() or is_outlet(shown)


def _listed_kind(shown: str) -> CreditKind | None:
    head = head_noun(shown)
    folded = shown.casefold()
    for kind in (CreditKind.SOCIAL_MEDIA, CreditKind.WITNESS, CreditKind.DOCUMENT):
        words = _kind_words(kind)
        if head in words:
            return kind
    if any(re.search(rf"\b{re.escape(w)}\b", folded) for w in _platforms()):
        return CreditKind.SOCIAL_MEDIA
    return CreditKind.UNNAMED if head in _kind_words(CreditKind.UNNAMED) else None


def _plural(shown: str) -> bool:
    head = head_noun(shown)
    several = head.endswith("s") and not head.endswith("ss")
    return several or head in ("people", "many")


@cache
def _kind_words(kind: CreditKind) -> frozenset[str]:
    return frozenset(load_toml("credits")["kinds"][kind.value])


@cache
def _platforms() -> tuple[str, ...]:
    return tuple(sorted(_kind_words(CreditKind.SOCIAL_MEDIA)))


@cache
def _vague_outlets() -> frozenset[str]:
    return frozenset(load_toml("credits")["kinds"]["vague_outlets"])
