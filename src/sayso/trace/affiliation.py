"""For whom a person speaks, as the report itself introduces them.

`Port Authority spokeswoman Ida Holm`, `Ida Holm, head of the Port Authority,` and
`a spokeswoman for the Port Authority, Ida Holm,` all speak for the Port Authority: to
the count of origins that is one source, whoever takes the telephone.
"""

import re
from functools import cache, lru_cache

from sayso.lexicon.loader import load_toml

_CAP = r"(?:(?:[A-Z]\.){2,}|[A-Z][\w&’'-]*[\w&])"
_BODY = (
    rf"{_CAP}(?:\s+(?:(?:of|for|and|the|in|on|de|al)\s+){{0,2}}{_CAP}){{0,7}}"
    r"(?:\s+(?:[a-z]+\s+){0,2}(?:defen[cs]e|police|council|ministry|department|agency"
    r"|authority|government|army|hospital|office|union|committee))?"
)
_PLAIN_BODY = (
    r"(?:[a-z]+\s+){1,3}(?:agency|police|council|ministry|department|authority|union"
    rf"|office|service|services|directorate|association|committee)\s+(?:in|of)\s+{_CAP}"
)
"""A body without capitals, told apart by its place: `the ferry service in Aldmoor`."""
_ARTICLE = re.compile(r"^(?:The|A|An|But|And|On|In|At|According to|Both)\s+")
_PLACE = re.compile(r"^[A-Z][\w.]+-based\s+")
_ACRONYM = re.compile(
    rf"^(?:the\s+|The\s+)?(?P<name>{_CAP}(?:['’]s)?(?:\s+[\w&’'-]+){{1,8}}?)"
    r"\s*\((?:the\s+)?(?P<short>[A-Z]{2,8})\)"
)
_PAPER = re.compile(
    r"\b(?:report|statement|press release|news release|communique|communiqué|study)s?"
    rf"\s+(?:from|by|of)\s+(?:the\s+)?(?:\w+-based\s+)?(?P<body>{_BODY})"
)
"""`a report by the Harbour Board`: the paper of a body is that body's word."""
_RANKED = re.compile(
    rf"(?P<body>{_CAP}(?:\s+{_CAP}){{0,3}}\s+[Pp]olice)\s+(?:[A-Z][\w]*\.?\s+){{1,3}}$"
)
"""`Aldmoor police Lt. Ida Holm`."""
_AROUND = 160
"""Code points beside a name in which its office can stand."""
_PLACES = 6
"""Mentions of a name that are looked at: people are introduced early."""


def employer_in(text: str, name: str) -> str | None:
    """Return the body for which `name` speaks by office, where `text` says so.

    Args:
        text: of the report.
        name: of a person, as the report writes it.
    """
    last = " ".join(name.split()[-2:])
    return _employer(text, last) if last else None


@lru_cache(maxsize=4096)
def _employer(text: str, name: str) -> str | None:
    for number, match in enumerate(re.finditer(rf"\b{re.escape(name)}\b", text)):
        if number >= _PLACES:
            break
        before = text[max(0, match.start() - _AROUND) : match.start()]
        after = text[match.end() : match.end() + _AROUND]
        for found in (
            _before().search(before),
            _RANKED.search(before),
            _for_before().search(before),
            _after().match(after),
            _runs().match(after),
        ):
            body = _cleaned(found.group("body")) if found else None
            if body is not None:
                return body
    return None


def body_in(words: str) -> str | None:
    """Return the body whose nameless officer `words` mean: `a Port Authority aide`."""
    for pattern in (_nameless_before(), _nameless_for(), _PAPER):
        found = pattern.search(words)
        body = _cleaned(found.group("body")) if found else None
        if body is not None:
            return body
    return None


def spelled_out(words: str) -> str | None:
    """Return the body that `words` give with its acronym: `Harbour Board (HB)`."""
    found = _ACRONYM.match(words)
    if found is None or not found.group("name")[:1].isupper():
        return None
    initials = {word[0].upper() for word in re.findall(r"\w+", found.group("name"))}
    if not set(found.group("short")) <= initials:
        return None
    return re.sub(rf"^{_CAP}['’]s\s+", "", found.group("name"))


def is_state(name: str) -> bool:
    """Tell whether a name is that of a state or a people: too wide to be one source."""
    return name.casefold().removeprefix("the ") in _states()


def _cleaned(body: str) -> str | None:
    """Return the name of a body; None for a state, an outlet's city, a lone initial."""
    plain = _ARTICLE.sub("", " ".join(body.split()))
    plain = _PLACE.sub("", re.sub(r"['’]s?$", "", plain))
    words = plain.split()
    if not words or len(plain) < _SHORTEST or is_state(plain):
        return None
    offices = _words("office", "words") | _words("rank", "words")
    while words and words[-1].casefold().strip(".") in offices | {"assistant"}:
        words.pop()
    return " ".join(words) if len(words) > 1 or _is_body(" ".join(words)) else None


_SHORTEST = 3


def _is_body(word: str) -> bool:
    """Tell whether one word alone names a body: an acronym, `Pentagon`."""
    listed = load_toml("credits")["kinds"]["authority"]
    return (word.isupper() and word.isalpha()) or word.casefold() in listed


def government_of(state: str) -> str:
    """Return how readers call a state that speaks: `the Cuban government`."""
    for names, peoples, _seats in load_toml("nationalities")["states"].values():
        words = {word.casefold() for word in (*names, *peoples)}
        if state.casefold().removeprefix("the ") in words and peoples:
            return f"{peoples[0]} government"
    return state


def _roles() -> str:
    spokes = load_toml("titles")["spokesman"]
    listed = {
        *load_toml("credits")["affiliation"]["officers"],
        *(w for w in spokes["words"] if w.startswith(("spokes", "press", "media"))),
    }
    return _any(listed)


def _any(words: set[str]) -> str:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)


@cache
def _titles() -> str:
    offices = _any(set(_words("rank", "words")) | set(_words("honorific", "any")))
    return rf"(?:(?i:{offices})\.?\s+){{0,3}}(?:{_CAP}\s+){{0,2}}"


@cache
def _before() -> re.Pattern[str]:
    """`Port Authority spokeswoman Ida Holm`, `the Port Authority's chief, Ida Holm`."""
    return re.compile(
        rf"(?P<body>{_BODY})(?:['’]s?)?(?:\s+\([A-Z]+\))?\s+(?:[a-z-]+\s+){{0,3}}?"
        rf"(?i:{_roles()}),?\s+{_titles()}$"
    )


@cache
def _for_before() -> re.Pattern[str]:
    """`a spokeswoman for the Port Authority, Ida Holm`."""
    return re.compile(
        rf"(?i:{_roles()})\s+(?:for|of|at|with)\s+(?:the\s+)?"
        rf"(?P<body>{_BODY}|{_PLAIN_BODY}),?\s+"
        rf"{_titles()}$"
    )


@cache
def _after() -> re.Pattern[str]:
    """`Ida Holm, head of the Port Authority`."""
    return re.compile(
        r",\s+(?:who\s+is\s+)?(?:the\s+|an?\s+|its\s+)?"
        rf"(?:(?!former|retired)[\w-]+\s+){{0,4}}?(?i:{_roles()})(?:\s+of\s+[A-Z]?\w+\s+at)?"
        rf"\s+(?:for|of|at|with|to)\s+(?:the\s+)?(?:\S+['’]s\s+)?"
        rf"(?P<body>{_BODY}|{_PLAIN_BODY})"
    )


@cache
def _runs() -> re.Pattern[str]:
    """`Ida Holm, who runs the Port Authority`."""
    return re.compile(
        r",?\s+who\s+(?:runs|heads|leads|directs|chairs|speaks\s+for)\s+(?:the\s+)?"
        rf"(?P<body>{_BODY})"
    )


@cache
def _nameless_before() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<body>{_BODY})(?:['’]s?)?\s+(?:[a-z-]+\s+){{0,2}}?(?i:{_spokes()})\b"
    )


@cache
def _nameless_for() -> re.Pattern[str]:
    return re.compile(rf"(?i:{_spokes()})\s+(?:for|of)\s+(?:the\s+)?(?P<body>{_BODY})")


@cache
def _spokes() -> str:
    words = _words("spokesman", "words")
    return _any({w for w in words if w.startswith(("spokes", "press", "media"))})


@cache
def _words(table: str, key: str) -> frozenset[str]:
    return frozenset(load_toml("titles")[table][key])


@cache
def _states() -> frozenset[str]:
    found: set[str] = set()
    for names, peoples, _seats in load_toml("nationalities")["states"].values():
        found.update(word.casefold() for word in (*names, *peoples))
    return frozenset(found)
