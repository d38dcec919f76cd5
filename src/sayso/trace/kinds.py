"""Tell what kind of source a phrase means: witness, document, official, outlet, ..."""

import re
from dataclasses import dataclass
from functools import cache

from sayso.domain.actor import Actor, ActorKind
from sayso.domain.origin import CreditKind
from sayso.lexicon.loader import load_toml
from sayso.trace.affiliation import government_of, is_state
from sayso.trace.outlets import Names, canonical_outlet, find_outlets

_WORDS = re.compile(r"[\w’'-]+")
_NAME = re.compile(
    r"\b[A-Z][\w’'-]+(?:\s+(?:[A-Z]\.\s+)?(?:(?:al|el|bin|von|van|de|da|der)[\s-])?"
    r"[A-Z][\w’'-]+)+"
)
_SURNAME = re.compile(r"(?:[a-z]{2,3}-)?[A-Z][a-z][\w’'-]+")
_HEAD_ENDS = re.compile(
    r"\s+(?:of|in|at|from|who|that|which|with|close|familiar|on|near|for|to|inside"
    r"|posted|published|released|living|seen|taken|outside|by|told|whose|and)\b|[,;(:]",
)
_REPORTER = re.compile(
    r"journalist|reporter|correspondent|editor|columnist|writer|reporting|report"
    r"|story|article|piece|website|site|newspaper|paper|magazine|agency|station"
    r"|affiliate|broadcaster|channel|host|anchor|staff|news|desk|outlet",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"(?:[A-Z][\w.-]+\s+){1,3}(?:of|from|at|for)\s")
_EDGES = " \t\r\n,.;:\"'“”‘’()[]—–-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """What a source phrase says of the source.

    Attributes:
        generic: the words fit many, so that they never identify anybody.
        plural: the words mean several.
    """

    name: str
    kind: CreditKind
    generic: bool = False
    plural: bool = False


def describe(
    words: str,
    actor: Actor | None,
    authority: Actor | None,
    more: Names = frozenset(),
) -> Described | None:
    """Return name and kind of the source that `words` mean; None where nobody is.

    A spokesman is listed under the authority for which he speaks: to the count of
    origins the ministry and its spokesman are one.

    Args:
        words: the source as the report has it.
        actor: who that is, when resolved.
        authority: for whom the actor speaks.
        more: names of outlets that no list has.
    """
    plain = " ".join(words.split()).strip(_EDGES)
    if authority is not None and _is_named(authority):
        return _by_authority(authority)
    outlet = _outlet_in(plain, more)
    if outlet is not None:
        return Described(name=outlet, kind=CreditKind.OUTLET)
    if actor is not None and _is_named(actor):
        listed = listed_kind(actor.name) if " " not in actor.name else None
        if listed is None:
            return _by_actor(plain, actor, more)
    if is_nobody(plain):
        return None
    return _by_words(plain)


def listed_kind(shown: str) -> CreditKind | None:
    """Return the kind that the head noun of a source phrase shows, if it is listed."""
    head = head_noun(shown)
    for kind in (CreditKind.SOCIAL_MEDIA, CreditKind.WITNESS, CreditKind.DOCUMENT):
        if head in _kind_words(kind):
            return kind
    if _platforms().search(shown):
        return CreditKind.SOCIAL_MEDIA
    return CreditKind.UNNAMED if head in _kind_words(CreditKind.UNNAMED) else None


def reporter_of(
    text: str, where: tuple[int, int], more: Names = frozenset()
) -> str | None:
    """Return the outlet whose reporter the words at `where` are, if text says so.

    `The Star's Jane Doe` and `Jane Doe of the Star` speak for the Star: a reporter
    passes on, and is no source beside the outlet.
    """
    start, end = where
    before = text[max(0, start - _BESIDE) : start]
    if re.search(r"['’]s\s+$", before):
        owners = [
            o for o in find_outlets(before, more) if len(before) - o.end <= len("'s ")
        ]
        if owners and not owners[-1].common:
            return owners[-1].name
    after = re.match(r"\s+(?:of|from|at|for|with)\s+(?:the\s+)?", text[end:])
    if after and text[start:end][:1].isupper():
        rest = text[end + after.end() : end + after.end() + _BESIDE]
        first = next(find_outlets(rest, more), None)
        if first is not None and first.start == 0 and not first.common:
            return first.name
    return None


_BESIDE = 60
"""Code points round a name in which its outlet can stand."""


def is_nobody(words: str) -> bool:
    """Tell whether words name nobody by themselves: pronouns, `the public`, `one`."""
    return not any(c.isalpha() for c in words) or words.casefold() in _nobody()


def is_vague(words: str) -> bool:
    """Tell whether words mean reports of nobody in particular: `media reports`."""
    found = [w for w in _WORDS.findall(words.casefold()) if w not in _DETERMINERS]
    if not found or not set(found) <= _vague_words():
        return False
    return found[-1] not in _media() or len(found) == 1


def head_noun(words: str) -> str:
    """Return the noun a source phrase turns on, case folded: `a source close to X`."""
    before = _HEAD_ENDS.split(words.strip(), maxsplit=1)[0] or words
    found = _WORDS.findall(before.casefold())
    return re.sub(r"['’]s$", "", found[-1]) if found else ""


def is_hiding(words: str) -> bool:
    """Tell whether papers hide a source on purpose with these words: `an official`."""
    head = head_noun(words)
    return head in load_toml("credits")["kinds"]["hiding"] or head in _officers()


def head_is_common(words: str) -> bool:
    """Tell whether the noun a source phrase turns on is no name: `a watch group`."""
    before = _HEAD_ENDS.split(words.strip(), maxsplit=1)[0] or words
    found = _WORDS.findall(before)
    return bool(found) and found[-1][:1].islower()


_KINDS = {
    ActorKind.PERSON: CreditKind.PERSON,
    ActorKind.ORGANIZATION: CreditKind.ORGANIZATION,
    ActorKind.GROUP: CreditKind.UNNAMED,
    ActorKind.OUTLET: CreditKind.OUTLET,
    ActorKind.UNNAMED: CreditKind.UNNAMED,
}
_DETERMINERS = frozenset(["the", "a", "an", "some", "other", "several", "many"])


def _is_named(actor: Actor) -> bool:
    return actor.kind is not ActorKind.UNNAMED and actor.scope is None


def _by_actor(plain: str, actor: Actor, more: Names) -> Described:
    """Describe a resolved source; a thing stays a thing though its owner is known."""
    outlet = _outlet_in(actor.name, more) or (
        canonical_outlet(actor.name) if actor.kind is ActorKind.OUTLET else None
    )
    if outlet is not None or head_noun(actor.name) in _media():
        return Described(name=outlet or actor.name, kind=CreditKind.OUTLET)
    kind = _KINDS[actor.kind]
    thing = listed_kind(plain)
    if thing in (CreditKind.DOCUMENT, CreditKind.SOCIAL_MEDIA):
        return Described(name=plain, kind=thing, generic=False)
    if kind is CreditKind.PERSON and thing is CreditKind.WITNESS:
        kind = CreditKind.WITNESS
    group = actor.kind is ActorKind.GROUP
    return Described(name=actor.name, kind=kind, generic=group, plural=group)


def _by_authority(authority: Actor) -> Described:
    """Describe whom an authority's word is: states speak as their governments."""
    name = authority.name
    if is_state(name):
        name = government_of(name)
    return Described(name=name, kind=_KINDS[authority.kind])


def _by_words(plain: str) -> Described:
    """Describe a source that nothing but its words tells of."""
    if is_vague(plain) or head_noun(plain) in _media():
        return Described(name=plain, kind=CreditKind.OUTLET, generic=True)
    kind = listed_kind(plain)
    if kind is None and head_noun(plain) in _bodies():
        return Described(name=plain, kind=CreditKind.ORGANIZATION)
    named = _own_name(plain)
    if kind in (None, CreditKind.UNNAMED, CreditKind.WITNESS) and named:
        kind = kind if kind is CreditKind.WITNESS else CreditKind.PERSON
        return Described(name=named, kind=kind)
    if kind is None and _SURNAME.fullmatch(plain) and not _opens(plain):
        return Described(name=plain, kind=CreditKind.PERSON)
    return Described(
        name=plain,
        kind=kind or CreditKind.UNNAMED,
        generic=True,
        plural=_plural(plain),
    )


def _own_name(plain: str) -> str | None:
    """Return the name in a source phrase, unless it only says whence they are."""
    for match in _NAME.finditer(plain):
        before = plain[: match.start()].casefold().split()
        if before and before[-1] in _WHENCE:
            continue
        if before[-2:-1] and before[-1] == "the" and before[-2] in _WHENCE:
            continue
        return match.group()
    return None


_WHENCE = frozenset(["in", "from", "of", "around", "near", "at", "across", "on", "to"])


def _opens(word: str) -> bool:
    """Tell whether a lone word has its capital from opening a sentence."""
    low = word.casefold()
    return low.endswith("ing") or low in load_toml("search")["stop_words"]


def _outlet_in(words: str, more: Names) -> str | None:
    """Return the outlet that `words` mean: itself, its reporter, its report."""
    for outlet in find_outlets(words, more):
        rest = f"{words[: outlet.start]} {words[outlet.end :]}"
        bare = re.sub(r"['’]s\b|[^\w\s]", " ", rest).split()
        lower = [w for w in bare if w.casefold() not in _DETERMINERS]
        edition = re.fullmatch(r"\s*[A-Z]\w+", words[outlet.end :])
        if not lower or (edition and len(lower) == 1 and not outlet.common):
            return outlet.name
        if not outlet.common and _is_reporter(words, outlet.end, lower):
            return outlet.name
    return None


def _is_reporter(words: str, end: int, rest: list[str]) -> bool:
    """Tell whether what stands round an outlet's name is its reporter or its report."""
    possessive = re.match(r"['’]s\s+[A-Z]", words[end:]) is not None
    descriptive = any(_REPORTER.fullmatch(w.rstrip("s")) for w in rest)
    signed = (
        re.search(r"^(?:[A-Z][\w.-]+\s+){1,3}(?:of|from|at|for)\s", words) is not None
    )
    places = re.match(r"\s+(?:in|of)\s+[A-Z]", words[end:]) is not None
    return possessive or descriptive or signed or places


def _plural(shown: str) -> bool:
    head = head_noun(shown)
    several = head.endswith("s") and not head.endswith("ss")
    return several or head in _people()


@cache
def _kind_words(kind: CreditKind) -> frozenset[str]:
    return frozenset(load_toml("credits")["kinds"][kind.value])


@cache
def _officers() -> frozenset[str]:
    return frozenset(load_toml("credits")["kinds"]["officers"])


@cache
def _platforms() -> re.Pattern[str]:
    names = "|".join(map(re.escape, sorted(load_toml("credits")["kinds"]["platforms"])))
    return re.compile(rf"\b(?:{names})\b", re.IGNORECASE)


@cache
def _vague_words() -> frozenset[str]:
    return frozenset(load_toml("credits")["kinds"]["vague"])


@cache
def _nobody() -> frozenset[str]:
    return frozenset(load_toml("credits")["kinds"]["nobody"])


@cache
def _bodies() -> frozenset[str]:
    table = load_toml("credits")["kinds"]["authority"]
    return frozenset((*load_toml("titles")["body"]["words"], *table))


@cache
def _media() -> frozenset[str]:
    return frozenset(load_toml("credits")["kinds"]["media"])


@cache
def _people() -> frozenset[str]:
    return frozenset(load_toml("titles")["people"]["words"])
