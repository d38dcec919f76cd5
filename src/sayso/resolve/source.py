"""Read the words of a source: a name, a pronoun, or a description, and its parts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sayso.domain.actor import ActorKind
from sayso.resolve.naming import Name, find_names
from sayso.resolve.page import Page, Token
from sayso.resolve.together import coordinated, principal
from sayso.resolve.words import (
    adjectives,
    given_names,
    person_nouns,
    singular,
    word_list,
)

SINGULAR = {"he": "m", "him": "m", "his": "m", "himself": "m"} | dict.fromkeys(
    ("she", "her", "hers", "herself"), "f"
)
"""Pronouns for one person, with the gender they show."""
PLURAL = frozenset({"they", "them", "their", "theirs", "themselves", "both", "each"})
THING = frozenset({"it", "its", "itself"})
FIRST = frozenset({"i", "me", "my", "mine", "myself", "we", "us", "our", "ours"})
RELATIVE = frozenset({"who", "whom", "whose", "which", "that"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "said"})
_LEADS = frozenset({"according", "to", "by", "from", "per", "but", "and", "as", "also"})
_BREAK = re.compile(r"[,;:(\[—–]|\s--?\s|\)")
_ATTACHED = re.compile(
    r"\s*(?:of|for|to|at|with|from|in|inside|within|close to|on)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_POSSESSIVE = frozenset({"his", "her", "their", "its", "my", "our"})
_ADDED = frozenset({"himself", "herself", "themselves", "itself", "also", "all"})
_AGE = re.compile(r"\b(\d{1,3})-year-old\b", re.IGNORECASE)


class Form(StrEnum):
    """What kind of words a source is made of."""

    NAME = "name"
    PRONOUN = "pronoun"
    FIRST = "first person"
    RELATIVE = "relative"
    DESCRIPTION = "description"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceWords:
    """A source, read.

    Attributes:
        pronoun: folded; for a description the possessive before it (`his campaign`).
        name: the head, for a name.
        others: names joined to it by `and` or commas.
        role: the words around the name that say what the person is.
        head: the head noun of a description, folded, singular where it is plural.
        definite: whether the words point back (`the …`).
        owner: the name a description leans on: `Obama` in `Obama's aides`.
        principal: the name for which the source speaks by office, as its words show.
        places: ISO codes of nationalities and states in the words.
    """

    form: Form
    start: int
    end: int
    text: str
    pronoun: str = ""
    name: Name | None = None
    others: tuple[Name, ...] = ()
    role: str = ""
    head: str = ""
    plural: bool = False
    definite: bool = False
    owner: Name | None = None
    principal: Name | None = None
    places: tuple[str, ...] = ()
    age: str = ""


def read_source(page: Page, start: int, end: int) -> SourceWords:
    """Read one stretch of a source.

    Args:
        page: the document.
        start: where the source begins.
        end: where it ends.
    """
    tokens = page.tokens_in(start, end)
    while len(tokens) > 1 and tokens[0].folded in _LEADS:
        tokens = tokens[1:]
    while len(tokens) > 1 and tokens[-1].folded in _ADDED:
        tokens = tokens[:-1]
    if not tokens:
        return SourceWords(form=Form.NOTHING, start=start, end=end, text="")
    begin = tokens[0].start
    text = page.text[begin:end].strip()
    pronoun = _read_pronoun(page, tokens)
    if pronoun is not None:
        form, word = pronoun
        return SourceWords(form=form, start=begin, end=end, text=text, pronoun=word)
    return _read_phrase(page, tokens, begin, end)


def _read_pronoun(page: Page, tokens: Sequence[Token]) -> tuple[Form, str] | None:
    word = tokens[0].folded.split("'")[0]  # `we're`, `he's`
    if page.cased and tokens[0].text.isupper() and len(tokens[0].text) > 1:
        return None  # `WHO`, `US`, `IT` in text with case are bodies
    alone = len(tokens) == 1 or tokens[1].folded in _ADDED
    forms = (
        (Form.PRONOUN, SINGULAR.keys() | PLURAL | THING),
        (Form.FIRST, FIRST),
        (Form.RELATIVE, RELATIVE),
    )
    for form, pronouns in forms:
        if alone and word in pronouns:
            return form, word
    partitive = len(tokens) > 2 and tokens[1].folded == "of"  # noqa: PLR2004 - `many of whom`
    if partitive and tokens[-1].folded in ("whom", "which"):
        return Form.RELATIVE, "whom"
    if partitive and tokens[-1].folded in ("them", "us") and len(tokens) == 3:  # noqa: PLR2004 - `all of them`
        return Form.PRONOUN, "both" if word == "both" else "them"
    return None


def _read_phrase(
    page: Page, tokens: Sequence[Token], start: int, end: int
) -> SourceWords:
    names = find_names(page, start, end)
    core = _core(page, tokens, names)
    name = _head_name(page, tokens, core, names)
    if name is not None:
        return _named(page, name, names, start, end)
    aside = _bracketed(page, tokens)
    outer = [n for n in names if all(t.start != n.start for t in aside)]
    return _described(page, tokens, core, outer, end)


def _core(
    page: Page, tokens: Sequence[Token], names: Sequence[Name]
) -> Sequence[Token]:
    """Return the tokens up to the first preposition, comma or clause."""
    aside = _bracketed(page, tokens)
    if aside:
        outer = [token for token in tokens if token not in aside]
        return _core(page, outer, names) if outer and outer[0] is tokens[0] else tokens
    for at in range(1, len(tokens)):
        token = tokens[at]
        gap = page.text[tokens[at - 1].end : token.start]
        inside = any(n.start < token.start < n.end for n in names)
        titled = any(n.lead <= token.start < n.start for n in names)
        if inside or titled:
            continue
        people = singular(tokens[at - 1].folded) in person_nouns()
        participle = people and token.folded.endswith("ed") and not token.capital
        ends = token.folded in word_list("grammar.after_head") or participle
        if ends or _BREAK.search(_ASIDE.sub(" ", gap)):
            return tokens[:at]
    return tokens


def _bracketed(page: Page, tokens: Sequence[Token]) -> list[Token]:
    """Return the tokens in brackets that open and close inside a phrase."""
    start, end = tokens[0].start, tokens[-1].end + 1
    ranges = [m.span() for m in _ASIDE.finditer(page.text, start, end)]
    return [t for t in tokens if any(s <= t.start < e for s, e in ranges)]


def _head_name(
    page: Page,
    tokens: Sequence[Token],
    core: Sequence[Token],
    names: Sequence[Name],
) -> Name | None:
    """Return the name the phrase is about, if it is about a name."""
    last = core[-1]
    first = names[0] if names else None
    if first is not None and first.lead <= tokens[0].start and len(core) > 2:  # noqa: PLR2004 - name, and, other
        after = page.text[first.end : core[-1].start]
        if re.match(
            r"\s*(?:and|&)\s+(?:his|her|their|the|an?)\s", after, re.IGNORECASE
        ):
            return first
    inside = [n for n in names if n.end <= last.end]
    if inside and inside[-1].end >= last.end:
        final = inside[-1]
        owned = final.possessive and len(core) < len(tokens)
        return None if owned else final
    if not names:
        return None
    return _apposed(page, tokens, core, names)


def _apposed(
    page: Page,
    tokens: Sequence[Token],
    core: Sequence[Token],
    names: Sequence[Name],
) -> Name | None:
    """Find the name a role leads up to: `the press secretary, X`, `head of Y X`."""
    head = core[-1].folded
    one = head in ("one", "another")
    if not one and (head not in person_nouns() or head != singular(head)):
        return None
    segment_end = core[-1].end
    rest = [t for t in tokens if t.start >= segment_end]
    for name in names:
        if name.start < segment_end or not _may_be_person(name):
            continue
        gap = page.text[segment_end : name.lead]
        if re.fullmatch(r"\s*,?\s*", gap):
            return name
        before = [t for t in rest if t.end <= name.lead]
        previous = before[-1] if before else None
        if previous is None:
            continue
        comma = page.text[previous.end : name.lead].strip() == ","
        ordinary = previous.folded not in word_list("grammar.after_head") | {
            "the",
            "and",
            "a",
            "an",
        }
        if comma or (ordinary and not previous.possessive):
            return name
    return None


def _may_be_person(name: Name) -> bool:
    if name.entry is not None:
        return False
    return name.kind is ActorKind.PERSON or (name.kind is None and not name.short)


def _named(
    page: Page, name: Name, names: Sequence[Name], start: int, end: int
) -> SourceWords:
    before = page.text[start : name.start].strip(" ,(")
    after = page.text[name.end : end].strip(" ,()")
    others = coordinated(page, name, names)
    role = " ".join(part for part in (before, after) if part) if not others else ""
    return SourceWords(
        form=Form.NAME,
        start=start,
        end=end,
        text=page.text[start:end].strip(),
        name=name,
        others=others,
        role=" ".join(role.split()),
        principal=None if others else principal(page, name, names, start, end),
        places=_places(page.tokens_in(start, end), names),
        age=_age(page.text[start:end]),
    )


def _described(
    page: Page,
    tokens: Sequence[Token],
    core: Sequence[Token],
    names: Sequence[Name],
    end: int,
) -> SourceWords:
    first = core[0].folded
    start = tokens[0].start
    noun = core[-1].folded
    head = singular(noun)
    many = word_list("people.words")
    return SourceWords(
        form=Form.DESCRIPTION,
        start=start,
        end=end,
        text=page.text[start:end].strip(),
        pronoun=first if first in _POSSESSIVE else "",
        head=head,
        plural=noun in many or (noun != head and not noun.endswith("ss")),
        definite=first in _DEFINITE,
        owner=_owner(page, core, names),
        places=_places(core, [n for n in names if n.end <= core[-1].end]),
        age=_age(page.text[start:end]),
    )


def _owner(page: Page, core: Sequence[Token], names: Sequence[Name]) -> Name | None:
    inside = [n for n in names if n.end <= core[-1].end]
    if inside:
        return inside[-1]
    after = next((n for n in names if n.start >= core[-1].end), None)
    if after is None:
        return None
    gap = page.text[core[-1].end : after.lead]
    return after if _ATTACHED.fullmatch(gap) else None


def _places(tokens: Sequence[Token], names: Sequence[Name]) -> tuple[str, ...]:
    found = [n.entry.state for n in names if n.entry is not None and n.entry.state]
    found += [
        adjectives()[t.folded]
        for t in tokens
        if t.folded in adjectives() and t.folded not in given_names()
    ]
    return tuple(dict.fromkeys(found))


def _age(text: str) -> str:
    match = _AGE.search(text)
    return match.group(1) if match else ""
