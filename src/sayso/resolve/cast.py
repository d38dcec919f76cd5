"""The figures of one document: names brought together, with where they are met."""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from sayso.domain.actor import ActorKind
from sayso.resolve.acronyms import acronyms
from sayso.resolve.clause import follows_in, governed, modifies, runs_business
from sayso.resolve.figure import Figure, Sighting
from sayso.resolve.names import (
    PersonName,
    compatible,
    parse_person,
    same_given,
    skeleton,
)
from sayso.resolve.naming import Name, find_names
from sayso.resolve.page import Page
from sayso.resolve.roles import describe
from sayso.resolve.words import (
    Entry,
    fold,
    given_names,
    look_up,
    outlet_words,
    state_name,
    without_article,
)

_BODIES = {ActorKind.ORGANIZATION, ActorKind.GROUP, ActorKind.OUTLET}


class Cast:
    """All figures of a document, found from its names; sources add to them."""

    def __init__(self, page: Page, publisher: str | None = None) -> None:
        """Meet every name of the page, full names before the short ones.

        Args:
            page: the document.
            publisher: the outlet that published it, whom `the Post` may mean.
        """
        self.page = page
        self.figures: list[Figure] = []
        self._by_entry: dict[str, Figure] = {}
        self._by_text: dict[str, Figure] = {}
        self._by_part: dict[str, list[Figure]] = defaultdict(list)
        self._by_first: dict[str, list[Figure]] = defaultdict(list)
        self._seen: list[tuple[int, int, Figure, Sighting]] = []
        self.publisher = self._publisher(publisher) if publisher else None
        names = find_names(page)
        self._acronyms()
        together: list[tuple[Name, Figure]] = []
        for name in sorted(names, key=lambda n: (not _is_full(n), n.start)):
            met = self.meet(name)
            self._sight(met, name)
            together.append((name, met))
        self._pairs(sorted(together, key=lambda pair: pair[0].start))

    def meet(self, name: Name) -> Figure:
        """Return the figure a name means, a new one when nobody fits."""
        key = without_article(fold(name.text))
        known = self._by_text.get(key)
        short = name.short
        outlet = self._short_outlet(key)
        if outlet is not None:
            return self._noted(outlet, name)
        shadowed = short and name.entry is not None and self._shadowed(name)
        if name.entry is not None and not shadowed:
            return self._entry(name.entry, name)
        # `PENCE` in a transcript looks like the letters of a body.
        letters = short and name.text.isupper()
        person = name.kind in (ActorKind.PERSON, None) or letters or shadowed
        if person and (short or name.kind is ActorKind.PERSON or known is None):
            bearers = self._bearers(name)
            body = short and not name.title and not follows_in(self.page, name)
            bodies = self._shortened(key) if body else []
            if bodies and _weight(bodies) > _weight(bearers):
                return self._noted(max(bodies, key=lambda f: _weight([f])), name)
            if bearers:
                return self._join(bearers, name)
        if known is not None:
            return self._noted(known, name)
        figure = Figure(kind=name.kind)
        if short and key in outlet_words("short"):
            # Nothing says which `Post` it is: an outlet of this document alone.
            figure.kind, figure.generic = ActorKind.OUTLET, True
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

    def see(self, figure: Figure, sighting: Sighting) -> None:
        """Note where a figure is met, in the order of the text."""
        insort(figure.sightings, sighting, key=lambda s: s.start)
        order = len(self._seen)
        insort(self._seen, (sighting.start, order, figure, sighting), key=_rank)

    def seen(self, start: int, end: int) -> Iterator[tuple[Figure, Sighting]]:
        """Yield who is met from one offset to another, in the order of the text."""
        at = bisect_left(self._seen, (start, -1), key=_rank)
        for position, _order, figure, sighting in self._seen[at:]:
            if position >= end:
                return
            yield figure, sighting

    def place(self, start: int, end: int) -> Sighting:
        """Describe a stretch of text as a place where somebody is met."""
        sentence = self.page.sentence_at(start)
        subject, oblique = governed(self.page, start, sentence)
        return Sighting(
            start=start,
            end=end,
            sentence=sentence,
            paragraph=self.page.paragraph_at(start),
            quoted=self.page.quoted(start),
            subject=subject,
            oblique=oblique,
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
        form = " ".join(name.text.split())
        if form not in figure.forms and figure.entry is None:
            for part in set(parse_person(form).key.split()):
                self._by_part[skeleton(part)].append(figure)
            self._by_first[without_article(fold(form)).split(" ")[0]].append(figure)
        figure.forms[form] += 1
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
            and any(
                n.given in given_names() and n.surname == fold(name.text) for n in names
            )
            for figure in self._by_part.get(skeleton(fold(name.text)), ())
            if (names := figure.person_names())
        )

    def _bearers(self, name: Name) -> list[Figure]:
        """Return the persons met so far who may bear the name."""
        sought = replace(parse_person(name.text), gender=name.gender)
        short = not sought.given
        found = []
        key = skeleton(sought.surname.split(" ")[-1])
        for figure in dict.fromkeys(self._by_part.get(key, ())):
            if figure.kind not in (ActorKind.PERSON, None):
                continue
            if sought.gender and figure.gender and sought.gender != figure.gender:
                continue
            for form in figure.person_names():
                alone = short and bool(form.given) and form.given == sought.surname
                alone = alone or _ends_like(form, sought)
                if not form.given and not short and form.surname in given_names():
                    continue
                if alone or _compatible(sought, form):
                    found.append(figure)
                    break
        return found

    def _shortened(self, key: str) -> list[Figure]:
        """Return the bodies of which a single word is the first: `Acme` Shipping.

        No newspapers: the first word of theirs is a town (`Sarn` Tribune).
        """
        return [
            figure
            for figure in dict.fromkeys(self._by_first.get(key, ()))
            if figure.kind in _BODIES and not _bears_a_town(figure)
        ]

    def _join(self, bearers: list[Figure], name: Name) -> Figure:
        figure = max(bearers, key=lambda f: (sum(f.forms.values()), -f.first))
        if not name.short or name.title:
            figure.kind = ActorKind.PERSON
        return self._noted(figure, name)

    def _publisher(self, name: str) -> Figure:
        entry = look_up(name, cased=False) or look_up(f"the {name}", cased=False)
        if entry is not None and entry.kind is ActorKind.OUTLET:
            return self._entry(entry, None)
        return self.body(" ".join(name.split()), ActorKind.OUTLET)

    def _short_outlet(self, key: str) -> Figure | None:
        """Find the outlet that `the Post` repeats after `The Washington Post`."""
        if key not in outlet_words("short"):
            return None
        for figure in self.figures:
            if figure.kind is ActorKind.OUTLET and any(
                fold(form).endswith(" " + key) for form in figure.forms
            ):
                return figure
        return None

    def _acronyms(self) -> None:
        """Meet bodies that the text defines with an acronym in brackets."""
        for start, end, short in acronyms(self.page):
            full = " ".join(self.page.text[start:end].split())
            known = look_up(full, cased=self.page.cased)
            figure = (
                self._entry(known, None)
                if known is not None
                else self.body(full, ActorKind.ORGANIZATION)
            )
            figure.forms[short] += 1
            self._by_text[fold(short)] = figure
            self._by_text[without_article(fold(full))] = figure

    def _pairs(self, names: list[tuple[Name, Figure]]) -> None:
        """Meet two people or two bodies named together, whom `they` may mean."""
        for (left, one), (right, other) in pairwise(names):
            people = {one.kind, other.kind} <= {ActorKind.PERSON, None}
            alike = people or {one.kind, other.kind} <= _BODIES
            gap = self.page.text[left.end : right.lead].lower()
            joint = gap.strip() in ("and", "&", *(() if people else ("and the",)))
            if alike and one is not other and joint:
                self.pair((one, other), left.lead, right.end)

    def pair(self, members: tuple[Figure, ...], start: int, end: int) -> None:
        """Meet several figures as one plural, at one place."""
        for figure in self.figures:
            if figure.members == members:
                break
        else:
            figure = Figure(kind=ActorKind.GROUP, plural=True, members=members)
            figure.forms[" and ".join(next(iter(m.forms)) for m in members)] += 1
            self.figures.append(figure)
        self.see(figure, self.place(start, end))

    def _sight(self, figure: Figure, name: Name) -> None:
        sighting = self.place(name.lead, name.end)
        sighting.possessive = name.possessive or modifies(self.page, name)
        self.see(figure, sighting)
        if figure.kind is None and runs_business(self.page, name):
            figure.kind = ActorKind.ORGANIZATION
        if figure.kind in (ActorKind.PERSON, None) and figure.entry is None:
            figure.learn(describe(self.page, name))


def _bears_a_town(figure: Figure) -> bool:
    endings = {fold(form).split()[-1] for form in figure.forms}
    return figure.kind is ActorKind.OUTLET and not endings & {"news", "media", "tv"}


def _weight(figures: list[Figure]) -> int:
    """Return how often the figures are named by more than one word."""
    return sum(n for f in figures for form, n in f.forms.items() if " " in form)


def _ends_like(form: PersonName, sought: PersonName) -> bool:
    """Tell whether a name of two words is the end of a longer one (`Min Aung Lwin`)."""
    longer, shorter = ([n.given, *n.middle, *n.surname.split()] for n in (form, sought))
    return (
        bool(sought.given)
        and 1 < len(shorter) < len(longer)
        and longer[-len(shorter) :] == shorter
    )


def _compatible(sought: PersonName, form: PersonName) -> bool:
    same = same_given(form.given, sought.given)
    return same and compatible(sought, form)


def _is_full(name: Name) -> bool:
    return name.entry is not None or not name.short or bool(name.title)


def _rank(row: tuple[int, ...] | tuple[int, int, Figure, Sighting]) -> tuple[int, int]:
    return row[0], row[1]
