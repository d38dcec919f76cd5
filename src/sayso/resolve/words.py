"""The word lists of this room, read once and shaped for look-up."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from sayso.domain.actor import ActorKind
from sayso.lexicon.loader import load_toml

_MARKS = re.compile(r"[̀-ͯ.]")
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "`": "'", "ʼ": "'", "ʿ": "'"})  # noqa: RUF001 - all of them occur in names
_LATIN = str.maketrans(
    {"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe"}
    | {"þ": "th", "ŋ": "n", "ə": "a", "ı": "i", "–": "-", "‑": "-"}  # noqa: RUF001 - letters and dashes in names
)
_SHORT = 5
"""Names in capitals up to this length are matched with their case where a text has
case: `WHO` is a body, `who` a pronoun. Longer ones collide with no common word."""


@lru_cache(maxsize=200_000)
def fold(text: str) -> str:
    """Return `text` in lower case, without accents, full stops and doubled space."""
    plain = text.translate(_APOSTROPHES).lower().translate(_LATIN)
    bare = _MARKS.sub("", unicodedata.normalize("NFKD", plain))
    return " ".join(bare.split())


def without_article(folded: str) -> str:
    """Drop `the` from the front of a folded name."""
    return folded.removeprefix("the ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a word list says about a name.

    Attributes:
        id: the same for all names of one actor, such as `state:RU`.
        name: as a reader would cite it.
        state: ISO code of the state for which it speaks, or empty.
        alias: the form under which it is listed, with its case.
    """

    id: str
    name: str
    kind: ActorKind
    state: str = ""
    alias: str = ""


def _words(table: str, *path: str) -> frozenset[str]:
    value: Any = load_toml(table)
    for step in path:
        value = value[step]
    items = value.split() if isinstance(value, str) else value
    return frozenset(fold(item) for item in items)


@cache
def word_list(name: str) -> frozenset[str]:
    """Return a list of `titles.toml`, such as `honorific.male`, folded."""
    return _words("titles", *name.split("."))


@cache
def word_groups(name: str) -> tuple[frozenset[str], ...]:
    """Return the groups of like nouns for `roles` or `bodies`, folded."""
    groups = load_toml("titles")["alike"][name]
    return tuple(frozenset(map(fold, group.split())) for group in groups)


@cache
def titles() -> frozenset[str]:
    """Return everything that may stand directly before a person's name."""
    honorific = load_toml("titles")["honorific"]
    lists = [f"honorific.{sex}" for sex in honorific]
    offices = word_list("office.words")
    plurals = frozenset(f"{word}s" for word in offices if not word.endswith("s"))
    return offices.union(*(word_list(name) for name in [*lists, "rank.words"]), plurals)


@cache
def person_nouns() -> frozenset[str]:
    """Return the nouns, singular, that mean one human being."""
    return frozenset().union(
        *(word_list(f"person.{sex}") for sex in ("male", "female", "any")),
        word_list("office.words"),
        word_list("spokesman.words"),
    )


@cache
def given_names() -> dict[str, str]:
    """Map given names to the gender most readers take them to show."""
    table = load_toml("nicknames")["given"]
    sexes = {"m": table["male"], "f": table["female"]}
    return {fold(name): sex for sex, names in sexes.items() for name in names.split()}


@cache
def adjectives() -> dict[str, str]:
    """Map nationalities, singular and plural, to ISO codes."""
    found: dict[str, str] = {}
    for code, (_names, peoples, _seats) in load_toml("nationalities")["states"].items():
        for people in peoples:
            found[fold(people)] = code
            found[fold(people) + "s"] = code
    return found


@cache
def state_names() -> dict[str, str]:
    """Map names of states (not their capitals) to ISO codes."""
    return {
        fold(name): code
        for code, (names, _p, _s) in load_toml("nationalities")["states"].items()
        for name in names
    }


@cache
def state_name(code: str) -> str:
    """Return the name of the state with that ISO code."""
    return str(load_toml("nationalities")["states"][code][0][0])


@cache
def rulers() -> dict[str, str]:
    """Map names that by themselves mean a head of state to the state's ISO code."""
    found: dict[str, str] = {}
    for row in load_toml("metonyms")["ruler"]:
        for name in (row["name"], *row.get("also", ())):
            found[fold(name)] = row["of"]
            found[fold(name).split()[-1]] = row["of"]
    return found


@cache
def entries() -> dict[str, tuple[Entry, ...]]:
    """Map folded names without article to what they may stand for, best first."""
    found: dict[str, list[Entry]] = {}
    for entry in _all_entries():
        key = without_article(fold(entry.alias))
        rows = found.setdefault(key, [])
        if all(row.id != entry.id or row.alias != entry.alias for row in rows):
            rows.append(entry)
    return {key: tuple(rows) for key, rows in found.items()}


def _all_entries() -> Iterable[Entry]:
    for code, (names, _peoples, seats) in load_toml("nationalities")["states"].items():
        for alias in (*names, *seats):
            yield Entry(
                id=f"state:{code}",
                name=names[0],
                kind=ActorKind.ORGANIZATION,
                state=code,
                alias=alias,
            )
    for row in load_toml("metonyms")["body"]:
        for alias in (row["name"], *row.get("also", ())):
            yield Entry(
                id=f"body:{row['name']}",
                name=row["name"],
                kind=ActorKind(row.get("kind", "organization")),
                state=row.get("of", ""),
                alias=alias,
            )
    for name, also in load_toml("outlets")["outlets"].items():
        for alias in (name, *also):
            yield Entry(
                id=f"outlet:{name}", name=name, kind=ActorKind.OUTLET, alias=alias
            )


@cache
def common_outlets() -> frozenset[str]:
    """Return outlet names that are everyday words as well."""
    return frozenset(without_article(name) for name in _words("outlets", "common"))


@cache
def outlet_words(name: str) -> frozenset[str]:
    """Return the list `short`, `kinds` or `endings` of `outlets.toml`, folded."""
    return _words("outlets", name)


def look_up(text: str, *, cased: bool) -> Entry | None:
    """Return what the word lists know under the name `text`.

    Args:
        text: a name as written, with or without article.
        cased: whether the text around it tells capitals from small letters.
    """
    key = without_article(fold(text.removesuffix("'s").removesuffix("’s")))
    for entry in entries().get(key, ()):
        bare = entry.alias.replace(".", "")
        if cased and bare.isupper() and len(bare) <= _SHORT:
            written = text.split()[-1].replace(".", "")
            if not written.startswith(bare):
                continue
        if key in common_outlets() and entry.kind is ActorKind.OUTLET:
            article = text[:1].isupper() or text.lower().startswith("the ")
            if not cased and not article:
                continue
            if cased and not without_article_raw(text)[:1].isupper():
                continue
        return entry
    return None


def without_article_raw(text: str) -> str:
    """Drop `the` or `The` from the front of a name, keeping its case."""
    return text[4:] if text[:4].lower() == "the " else text


@lru_cache(maxsize=50_000)
def singular(word: str) -> str:
    """Return the singular of a folded noun, as far as the lists need it."""
    if word in ("men", "women", "people"):
        return {"men": "man", "women": "woman", "people": "person"}[word]
    for ending, single in (("men", "man"), ("women", "woman"), ("ies", "y")):
        if word.endswith(ending) and word not in ("women",):
            return word.removesuffix(ending) + single
    known = person_nouns() | word_list("body.words") | word_list("paper.words")
    if word.endswith("s") and word not in known and not word.endswith("ss"):
        bare = word[:-1]
        return bare[:-1] if bare.endswith("se") and bare[:-1] in known else bare
    return word
