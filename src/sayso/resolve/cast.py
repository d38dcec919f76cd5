"""The figures of one document: names brought together, with where they are met."""

import re
from collections import Counter
from dataclasses import dataclass, field

from sayso.domain.actor import ActorKind
from sayso.resolve.names import PersonName, compatible, parse_person, same_given
from sayso.resolve.naming import Name, find_names
from sayso.resolve.page import Page
from sayso.resolve.records import LocalMention
from sayso.resolve.roles import Described, describe
from sayso.resolve.words import (
    Entry,
    fold,
    given_names,
    look_up,
    outlet_words,
    state_name,
    without_article,
    word_list,
)

_ACRONYM = re.compile(r"\((?:the\s+)?[\"“]?([A-Z][A-Za-z&.\-]*[A-Z])[\"”]?\)")


@dataclass(slots=True, eq=False)
class Sighting:
    """One place where a figure is met, and how prominently.

    Attributes:
        source: whether it is met as the source of an attribution.
        subject: whether it opens its clause.
        oblique: whether a preposition stands before it.
    """

    start: int
    end: int
    sentence: int
    paragraph: int
    quoted: bool
    source: bool = False
    subject: bool = False
    oblique: bool = False
    possessive: bool = False
    heading: bool = False


@dataclass(slots=True, eq=False)
class Figure:
    """Somebody or something that may speak, as the document shows it."""

    kind: ActorKind | None
    forms: Counter[str] = field(default_factory=Counter)
    entry: Entry | None = None
    roles: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    gender: str = ""
    plural: bool = False
    generic: bool = False
    head: str = ""
    authority: "Figure | None" = None
    sightings: list[Sighting] = field(default_factory=list)
    mentions: list[LocalMention] = field(default_factory=list)

    def add_role(self, role: str) -> None:
        """Keep a description once, without its article."""
        plain = re.sub(r"^(?:the|a|an)\s+", "", " ".join(role.split()), flags=re.I)
        if plain and plain not in self.roles:
            self.roles.append(plain)

    def learn(self, seen: Described) -> None:
        """Take over what stands beside one mention of the name."""
        for role in seen.roles:
            self.add_role(role)
        if seen.roles:
            self.kind = self.kind or ActorKind.PERSON
        self.gender = self.gender or seen.gender

    def person_names(self) -> list[PersonName]:
        """Return the forms read as a person's names."""
        return [parse_person(form) for form in self.forms]

    @property
    def first(self) -> int:
        """Offset of the first sighting; far away when there is none."""
        return min((s.start for s in self.sightings), default=1 << 60)


class Cast:
    """All figures of a document, found from its names; sources add to them."""

    def __init__(self, page: Page) -> None:
        """Meet every name of the page, full names before the short ones."""
        self.page = page
        self.figures: list[Figure] = []
        self._by_entry: dict[str, Figure] = {}
        self._by_text: dict[str, Figure] = {}
        names = find_names(page)
        acronyms = self._acronyms()
        for name in sorted(names, key=lambda n: (not _is_full(n), n.start)):
            if not any(s < name.end and name.start < e for s, e in acronyms):
                self._sight(self.meet(name), name)
        for figure in self.figures:
            figure.sightings.sort(key=lambda s: s.start)

    def meet(self, name: Name) -> Figure:
        """Return the figure a name means, a new one when nobody fits."""
        key = without_article(fold(name.text))
        known = self._by_text.get(key)
        short = " " not in name.text
        if name.entry is not None and not (short and self._shadowed(name)):
            return self._entry(name.entry, name)
        person = name.kind in (ActorKind.PERSON, None)
        if person and (short or name.kind is ActorKind.PERSON or known is None):
            bearers = self._bearers(name)
            if bearers:
                return self._join(bearers, name)
        if known is not None:
            return self._noted(known, name)
        outlet = self._short_outlet(name)
        if outlet is not None:
            return self._noted(outlet, name)
        figure = Figure(kind=name.kind)
        self.figures.append(figure)
        self._by_text[key] = figure
        return self._noted(figure, name)

    def state(self, code: str) -> Figure:
        """Return the figure of a state, by ISO code."""
        entry = look_up(state_name(code), cased=True)
        if entry is None:  # pragma: no cover - every state is listed under its name
            msg = f"state {code} is missing from the word lists"
            raise KeyError(msg)
        return self._entry(entry, None)

    def body(self, text: str, kind: ActorKind) -> Figure:
        """Return the figure of a body known by a made-up full form of its name."""
        entry = look_up(text, cased=False)
        if entry is not None and " " in text:
            return self._entry(entry, None)
        key = without_article(fold(text))
        figure = self._by_text.get(key)
        if figure is None:
            figure = Figure(kind=kind)
            self.figures.append(figure)
            self._by_text[key] = figure
        figure.forms[text] += 1
        figure.kind = figure.kind or kind
        return figure

    def unnamed(self, text: str, *, head: str, plural: bool) -> Figure:
        """Add a source without a name."""
        figure = Figure(kind=ActorKind.UNNAMED, generic=True, head=head, plural=plural)
        figure.forms[text] += 1
        self.figures.append(figure)
        return figure

    def place(self, start: int, end: int) -> Sighting:
        """Describe a stretch of text as a place where somebody is met."""
        at = self.page.index_at(start)
        before = self.page.tokens[at - 1] if at else None
        sentence = self.page.sentence_at(start)
        opens = self.page.sentences[sentence][0] if self.page.sentences else 0
        lead = self.page.text[opens:start].strip(" \"'“‘(")
        gap = self.page.text[before.end : start] if before else ""
        clause = before is not None and (
            before.folded in word_list("grammar.clause_openers")
            or "," in gap
            or ":" in gap
            or ";" in gap
        )
        return Sighting(
            start=start,
            end=end,
            sentence=sentence,
            paragraph=self.page.paragraph_at(start),
            quoted=self.page.quoted(start),
            subject=not lead or clause,
            oblique=before is not None
            and before.folded in word_list("grammar.prepositions")
            and bool(lead),
            heading=sentence in self.page.headings,
        )

    def _entry(self, entry: Entry, name: Name | None) -> Figure:
        figure = self._by_entry.get(entry.id)
        if figure is None:
            figure = Figure(kind=entry.kind, entry=entry)
            figure.forms[entry.name] += 1
            self.figures.append(figure)
            self._by_entry[entry.id] = figure
        return self._noted(figure, name) if name is not None else figure

    def _noted(self, figure: Figure, name: Name) -> Figure:
        figure.forms[" ".join(name.text.split())] += 1
        figure.gender = figure.gender or name.gender
        if figure.kind is None:
            figure.kind = name.kind
        if name.title and figure.kind is ActorKind.PERSON:
            figure.add_role(name.title)
        return figure

    def _shadowed(self, name: Name) -> bool:
        """Tell whether a listed word is somebody's surname here (`Jordan`)."""
        return any(
            figure.kind is ActorKind.PERSON
            and any(n.is_full and n.surname == fold(name.text) for n in names)
            for figure in self.figures
            if figure.entry is None and (names := figure.person_names())
        )

    def _bearers(self, name: Name) -> list[Figure]:
        """Return the persons met so far who may bear the name."""
        sought = parse_person(f"{name.title} {name.text}" if name.title else name.text)
        short = not sought.given
        found = []
        for figure in self.figures:
            if figure.entry is not None or figure.kind not in (ActorKind.PERSON, None):
                continue
            if sought.gender and figure.gender and sought.gender != figure.gender:
                continue
            for form in figure.person_names():
                alone = short and bool(form.given) and form.given == sought.surname
                if not form.given and not short and form.surname in given_names():
                    continue
                if alone or (compatible(sought, form) and self._told(form, sought)):
                    found.append(figure)
                    break
        return found

    @staticmethod
    def _told(form: PersonName, sought: PersonName) -> bool:
        return same_given(form.given, sought.given)

    def _join(self, bearers: list[Figure], name: Name) -> Figure:
        figure = max(bearers, key=lambda f: (sum(f.forms.values()), -f.first))
        if " " in name.text or name.title:
            figure.kind = ActorKind.PERSON
        return self._noted(figure, name)

    def _short_outlet(self, name: Name) -> Figure | None:
        """Find the outlet that `the Post` repeats after `The Washington Post`."""
        key = without_article(fold(name.text))
        if key not in outlet_words("short"):
            return None
        for figure in self.figures:
            if figure.kind is ActorKind.OUTLET and any(
                fold(form).endswith(" " + key) for form in figure.forms
            ):
                return figure
        return None

    def _acronyms(self) -> list[tuple[int, int]]:
        """Meet bodies that the text defines with an acronym in brackets."""
        taken = []
        for match in _ACRONYM.finditer(self.page.text):
            letters = [c for c in match.group(1) if c.isupper()]
            start = self._spelled(match.start(), letters)
            if start is None:
                continue
            full = " ".join(self.page.text[start : match.start()].split())
            known = look_up(full, cased=self.page.cased)
            figure = (
                self._entry(known, None)
                if known is not None
                else self.body(full, ActorKind.ORGANIZATION)
            )
            figure.forms[match.group(1)] += 1
            self._by_text[fold(match.group(1))] = figure
            self._by_text[without_article(fold(full))] = figure
            figure.sightings.append(self.place(start, match.end()))
            taken.append((start, match.end()))
        return taken

    def _spelled(self, end: int, letters: list[str]) -> int | None:
        """Return where the words begin whose initials spell an acronym."""
        at = self.page.index_at(end) - 1
        left = list(letters)
        start = None
        for _ in range(len(letters) + 4):
            if at < 0 or not left:
                break
            token = self.page.tokens[at]
            capital = token.capital and token.folded not in word_list(
                "grammar.prepositions"
            ) | {"the", "and"}
            if capital and token.text[0] == left[-1]:
                left.pop()
                start = token.start
            elif capital:
                return None
            at -= 1
        return start if not left else None

    def _sight(self, figure: Figure, name: Name) -> None:
        sighting = self.place(name.lead, name.end)
        sighting.possessive = name.possessive
        figure.sightings.append(sighting)
        if figure.kind in (ActorKind.PERSON, None) and figure.entry is None:
            figure.learn(describe(self.page, name))


def _is_full(name: Name) -> bool:
    return name.entry is not None or " " in name.text or bool(name.title)
