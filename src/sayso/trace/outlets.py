"""Recognise outlets by their names where a text passes on what they said."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from sayso.lexicon.loader import load_toml
from sayso.trace.affiliation import is_state

_WORDS = re.compile(r"\w+")
_CALL_SIGN = r"\b[KW][A-Z]{2,3}(?:-TV|-FM|-AM)?\d{0,2}\b"
"""Stations in the United States: KLAS-TV, WABC."""

_NUMBERED = r"\b\d{1,4}\s?(?:AM|FM|(?:Eyewitness\s+|Action\s+)?News|The\s+Game)\b" + (
    r"(?:\s+(?:[Tt]he\s+)?[A-Z]\w+)?"
)
"""Stations by the number of their channel or wave: `8 News Today`, `610AM`."""

_DOMAIN = (
    r"\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|co\.uk|com\.au|ca|de|fr|ru|in|info|tv)\b"
)


@dataclass(frozen=True, slots=True)
class NamedOutlet:
    """An outlet named in a text.

    Attributes:
        name: as a reader would cite it.
        common: the words are everyday words too, so that only a word of reporting
            right beside them makes them an outlet.
    """

    start: int
    end: int
    name: str
    common: bool


Names = frozenset[str]
"""Further names of outlets: the publishers of the case."""


def find_outlets(text: str, more: Names = frozenset()) -> Iterator[NamedOutlet]:
    """Yield the outlets named in `text`, in order, without overlaps.

    An everyday word that is an outlet's name elsewhere is none beside another word
    with a capital: `Petra Kelm` and `Lowland Wire` are names of their own.

    Args:
        text: any text.
        more: names that no list has, known from elsewhere.
    """
    for match in _pattern(more).finditer(text):
        words = match.group()
        national = _NATIONAL.fullmatch(words)
        if (
            national
            and is_state(national["people"])
            and text[match.end() :][1:2].isupper()
        ):
            continue  # `the Ruritanian newspaper Lowland Post`: the name comes next
        common = _bare(words) in _common()
        if common and _NAMELIKE.search(
            text[max(0, match.start() - 30) : match.start()]
        ):
            continue
        if common and _GOES_ON.match(text, match.end()):
            continue
        yield NamedOutlet(
            match.start(), match.end(), canonical_outlet(words), common=common
        )


def short_outlets(sentence: str, full: Iterable[str]) -> Iterator[NamedOutlet]:
    """Yield outlets by the last word of their name alone: `told the Post`.

    They are everyday words, so that only a word of reporting makes them outlets; where
    the report nowhere gives the whole name the short one stays.

    Args:
        sentence: of a report.
        full: names of the outlets that the whole report names.
    """
    whole = {name.split()[-1]: name for name in sorted(full) if " " in name}
    for match in _short().finditer(sentence):
        word = match.group("word")
        if _bare(word) not in _known():
            name = whole.get(word, word)
            yield NamedOutlet(match.start("word"), match.end(), name, common=True)


@cache
def _short() -> re.Pattern[str]:
    words = "|".join(map(re.escape, load_toml("outlets")["short"]))
    return re.compile(rf"\b(?i:the)\s+(?P<word>{words})\b(?!\s+[A-Z]|['’-]\w)")


def _is_part(text: str, start: int, end: int) -> bool:
    """Tell whether the words at `start` are part of a longer name."""
    before = text[max(0, start - _LONGEST_WORD) : start]
    return bool(_NAMELIKE.search(before) or _GOES_ON.match(text, end))


_NATIONAL = re.compile(r"(?:[Tt]he\s+)?(?P<people>[A-Z]\w+)\s+[\w\s]+")
_LONGEST_WORD = 30
_NAMELIKE = re.compile(r"(?<![.!?:\n] )(?<!^)\b[A-Z][\w’'-]+ $")
_GOES_ON = re.compile(r" (?!Magazine|News|TV|Radio|Online)[A-Z][a-z]")


def canonical_outlet(words: str) -> str:
    """Return the name under which an outlet is listed; others keep their words."""
    plain = words.removesuffix("'s").removesuffix("’s")
    known = _known().get(_bare(plain))
    if known is not None:
        return known
    return re.sub(r"^(?:the|The)\s+", "", " ".join(plain.split()))


def outlet_key(name: str) -> str:
    """Return what two spellings of one outlet's name share."""
    return _bare(canonical_outlet(name))


def _bare(words: str) -> str:
    """Fold case, articles, punctuation and the word for the medium away."""
    plain = " ".join(_WORDS.findall(words.casefold()))
    return plain.removeprefix("the ")


@cache
def _known() -> dict[str, str]:
    """Map every form of a listed outlet to its name; the first listed wins."""
    known: dict[str, str] = {}
    for name, others in load_toml("outlets")["outlets"].items():
        shown = re.sub(r"\s*\([^)]*\)$", "", name)
        if shown == name:
            for form in (name, *others):
                known.setdefault(_bare(form), shown.removeprefix("The "))
    return known


@cache
def _common() -> frozenset[str]:
    return frozenset(_bare(name) for name in load_toml("outlets")["common"])


@lru_cache(maxsize=64)
def _pattern(more: Names) -> re.Pattern[str]:
    table = load_toml("outlets")
    forms = {
        form.removeprefix("The ")
        for name, others in table["outlets"].items()
        if "(" not in name
        for form in (name, *others)
    }
    forms |= {name.removeprefix("The ") for name in more if name.strip()}
    listed = "|".join(_form(f) for f in sorted(forms, key=lambda f: (-len(f), f)))
    endings = "|".join(re.escape(e) for e in sorted(table["endings"], key=len)[::-1])
    kinds = "|".join(re.escape(k) for k in sorted(table["kinds"], key=len)[::-1])
    cap = r"(?!(?:A|An|The|In|On|At|By|But|And|As|For|From|Per)\b)[A-Z][\w’'.&-]*"
    made_up = rf"(?:{cap}\s+){{1,4}}?(?:{endings})\b"
    described = rf"(?:{cap}\s+){{1,4}}?(?:{kinds})\b"
    starts = "|".join(re.escape(s) for s in sorted(table["starts"], key=len)[::-1])
    particles = r"(?:(?:de|del|la|las|los|do|da|di|della)\s+)*"
    begun = rf"(?:{starts})\s+{particles}{cap}(?:\s+{cap})?"
    named = (
        rf"(?:\b(?:The|the)\s+)?(?:(?<![\w.])(?:{listed})(?![\w])"
        rf"(?:\s+(?:{kinds})\b)?|\b{made_up}|\b{described}|\b{begun})"
        rf"|{_CALL_SIGN}|{_DOMAIN}|{_NUMBERED}"
    )
    return re.compile(named)


def _form(form: str) -> str:
    return re.escape(form).replace(r"\ ", r"\s+").replace("'", "['’]")
