"""Names of people: taken apart, and compared across spellings."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz.distance import JaroWinkler

from sayso.lexicon.loader import load_toml
from sayso.resolve.words import fold, given_names, titles, word_list

_TOKEN = re.compile(r"[^\W_]+(?:['\-][^\W_]+)*")
_ARTICLE = re.compile(r"\b(?:al|el|ul|ad|an|ar|as|ash|at|az|ud|ur)-(?=\w)")
_QUOTED = re.compile(r"[\"“”(][^\"“”()]*[\"“”)]")
_SOUNDS = (
    ("tch", "c"), ("sch", "s"), ("shch", "s"), ("dzh", "j"), ("kh", "h"), ("gh", "g"),
    ("ph", "f"), ("th", "t"), ("sh", "s"), ("ch", "c"), ("zh", "j"), ("ts", "c"),
    ("ck", "k"), ("dj", "j"), ("q", "k"), ("x", "ks"), ("w", "v"), ("ou", "u"),
)  # fmt: skip
_VOWELS = re.compile(r"(?<!^)[aeiouy'’\-]+")
_TWICE = re.compile(r"(.)\1+")
_ALIKE = 0.9
"""Jaro-Winkler similarity from which two name words of equal consonants count as one
spelling. On pairs of Arabic and Russian names written by hand for the tests, variants
of one name lie above .91 and different names with equal consonants mostly below .88."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonName:
    """A person's name in parts, folded.

    Attributes:
        given: first name or initial; empty when only the surname is known.
        middle: what stands between, initials included.
        surname: last word with the particles before it.
        gender: `m`, `f` or empty, as title and first name show it.
    """

    given: str
    middle: tuple[str, ...]
    surname: str
    gender: str = ""

    @property
    def key(self) -> str:
        """The name by which bearers are found again: first name and surname."""
        return f"{canonical_given(self.given)} {self.surname}".strip()

    @property
    def is_full(self) -> bool:
        """Tell whether surname and first name (not just its initial) are known."""
        return len(self.given) > 1 and bool(self.surname)


def split_titles(folded: str) -> tuple[str, str]:
    """Part the titles from the front of a folded name: (titles, rest)."""
    words = folded.split()
    start = 0
    while start < len(words):
        for size in (3, 2, 1):
            if start + size < len(words) + (size == 1):
                phrase = " ".join(words[start : start + size])
                if phrase in titles() or phrase in word_list("office.modifiers"):
                    start += size
                    break
        else:
            break
    return " ".join(words[:start]), " ".join(words[start:])


@lru_cache(maxsize=200_000)
def parse_person(text: str) -> PersonName:
    """Take a person's name apart: titles, suffixes and nicknames in quotes go.

    Args:
        text: a name as written, such as `Gen. John W. Nicholson, Jr.`
    """
    folded = fold(_QUOTED.sub(" ", text.replace("’", "'"))).removesuffix("'s")
    if folded.count(",") == 1:
        head, tail = (part.strip() for part in folded.split(","))
        if tail in word_list("suffix.words") or not tail:
            folded = head
    title, rest = split_titles(folded)
    words = [_ARTICLE.sub("al-", word) for word in _TOKEN.findall(rest)]
    while len(words) > 1 and words[-1] in word_list("suffix.words"):
        words.pop()
    if not words:
        words = _TOKEN.findall(folded)[-1:] or [folded or fold(text)]
    gender = _gender(title, words)
    if len(words) == 1:
        return PersonName(given="", middle=(), surname=words[0], gender=gender)
    cut = len(words) - 1
    while cut > 1 and words[cut - 1] in word_list("particle.words"):
        cut -= 1
    surname = " ".join(words[cut:]).replace("al-", "")
    return PersonName(
        given=words[0], middle=tuple(words[1:cut]), surname=surname, gender=gender
    )


def title_gender(title: str) -> str:
    """Return the gender that titles and offices show: `m`, `f`, or empty."""
    for word in fold(title).split():
        for sex, mark in (("male", "m"), ("female", "f")):
            if word in word_list(f"honorific.{sex}") or word in word_list(
                f"person.{sex}"
            ):
                return mark
    return ""


def _gender(title: str, words: list[str]) -> str:
    shown = title_gender(title)
    if shown:
        return shown
    if len(words) > 1:
        return given_names().get(
            words[0], given_names().get(words[0].split("-")[0], "")
        )
    return ""


@cache
def _variants() -> dict[str, str]:
    groups = load_toml("nicknames")["variants"]["groups"]
    return {fold(name): fold(group[0]) for group in groups for name in group}


@cache
def _full_forms() -> dict[str, frozenset[str]]:
    table = load_toml("nicknames")["nicknames"]
    return {fold(nick): frozenset(map(fold, full)) for nick, full in table.items()}


def canonical_given(given: str) -> str:
    """Return one spelling for all listed variants of a first name."""
    return _variants().get(given, given)


def canonical_surname(surname: str) -> str:
    """Return one spelling for all listed variants of a surname, particles dropped."""
    words = [w for w in surname.split() if w not in word_list("particle.words")]
    return " ".join(_variants().get(word, word) for word in words) or surname


@lru_cache(maxsize=200_000)
def skeleton(word: str) -> str:
    """Return the consonants of a name word, sounds of several spellings made one.

    Transliterations differ most in vowels and in doubled or breathed consonants, so
    that `Zabihullah` and `Zabiullah`, `Gaddafi` and `Qadhafi` share a skeleton.
    """
    text = _variants().get(word, word)
    for written, sound in _SOUNDS:
        text = text.replace(written, sound)
    head, tail = text[:1], text[1:].replace("h", "")
    return _TWICE.sub(r"\1", _VOWELS.sub("", head + tail))


def same_word(left: str, right: str) -> bool:
    """Tell whether two name words are spellings of one name."""
    left, right = _variants().get(left, left), _variants().get(right, right)
    if left == right:
        return True
    if left.replace("-", "") == right.replace("-", ""):
        return True
    if left + "a" == right or right + "a" == left:
        return False  # a final a tells a woman's name from a man's
    if min(len(left), len(right)) < 4 or skeleton(left) != skeleton(right):  # noqa: PLR2004 - shorter names differ by one letter
        return False
    return bool(JaroWinkler.similarity(left, right) >= _ALIKE)


def same_given(left: str, right: str) -> bool:
    """Tell whether two first names can be one person's: initials, short forms."""
    if not left or not right:
        return True
    if len(left) == 1 or len(right) == 1:
        return left[0] == right[0]
    if "-" in left + right and left.split("-")[0] == right.split("-")[0]:
        return left == right or "-" not in left or "-" not in right
    full = _full_forms()
    one, other = full.get(left, frozenset()), full.get(right, frozenset())
    if right in one or left in other or one & other:
        return True
    return same_word(left, right)


def compatible(left: PersonName, right: PersonName) -> bool:
    """Tell whether two names can be one person's; a missing part matches anything."""
    if left.gender and right.gender and left.gender != right.gender:
        return False
    if not _same_surname(left.surname, right.surname):
        return False
    if not same_given(left.given, right.given):
        # One may go by a middle name: J. Edgar Hoover, Edgar Hoover.
        return any(same_word(left.given, m) for m in right.middle if len(m) > 1) or any(
            same_word(right.given, m) for m in left.middle if len(m) > 1
        )
    pairs = zip(left.middle, right.middle, strict=False)
    return all(same_given(a, b) for a, b in pairs) or len(left.middle) != len(
        right.middle
    )


def _same_surname(left: str, right: str) -> bool:
    one, other = canonical_surname(left), canonical_surname(right)
    if one == other or same_word(one, other):
        return True
    # `Garcia Marquez` and `Garcia-Marquez`; a double name may lose its second half.
    parts, others = one.replace("-", " ").split(), other.replace("-", " ").split()
    return parts == others or (
        min(len(parts), len(others)) == 1
        and "-" in one + other
        and parts[0] == others[0]
    )
