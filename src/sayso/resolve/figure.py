"""Somebody or something that may speak in a document, and where it is met."""

import re
from collections import Counter
from dataclasses import dataclass, field

from sayso.domain.actor import ActorKind
from sayso.resolve.names import PersonName, parse_person
from sayso.resolve.records import LocalMention
from sayso.resolve.roles import Described
from sayso.resolve.words import Entry


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
    """One of a document's possible sources, while the document is being read.

    Attributes:
        forms: the names met, each with how often.
        generic: the words fit many, so that the figure stays in its document.
        head: the head noun of a figure without a name.
        sightings: in the order of the text.
        members: whom a pair such as `A and B` is made of; it speaks as each of them.
    """

    kind: ActorKind | None
    forms: Counter[str] = field(default_factory=Counter)
    entry: Entry | None = None
    roles: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    gender: str = ""
    plural: bool = False
    generic: bool = False
    head: str = ""
    members: tuple["Figure", ...] = ()
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
        """Return the forms read as a person's names: full ones where there are any."""
        names = [parse_person(form) for form in self.forms]
        return [name for name in names if name.given] or names

    @property
    def first(self) -> int:
        """Offset of the first sighting; far away when there is none."""
        return self.sightings[0].start if self.sightings else 1 << 60
