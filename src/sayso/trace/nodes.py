"""Decide which credits of different reports mean the same source."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.domain.document import Document
from sayso.domain.ids import DocumentId
from sayso.domain.origin import Copy, CreditKind
from sayso.lexicon.loader import load_toml
from sayso.trace.evidence import Sourced
from sayso.trace.grouping import Groups
from sayso.trace.kinds import head_noun
from sayso.trace.outlets import outlet_key
from sayso.trace.spelling import spellings
from sayso.trace.wording import same_wording_key

_WORDS = re.compile(r"\w+")
_SEATED = re.compile(r"\b[\w.]+-based\b")
_TITLES = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "for",
        "and",
        "in",
        "mr",
        "mrs",
        "ms",
        "dr",
        "gen",
        "col",
        "lt",
        "sgt",
        "capt",
        "maj",
        "sen",
        "rep",
        "president",
        "minister",
    ]
)

_BODIES = frozenset(
    [
        "agency",
        "service",
        "services",
        "department",
        "directorate",
        "office",
        "officials",
    ]
)
"""Words that papers give or leave out of the name of one body."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reuse:
    """Which reports copy which.

    Attributes:
        group: label of the reports that hang together by copying.
        copies: for each report those that copy it or that it copies.
    """

    group: Mapping[DocumentId, str]
    copies: Mapping[DocumentId, tuple[DocumentId, ...]]


def reuse_of(documents: Sequence[Document], copies: Iterable[Copy]) -> Reuse:
    """Return the reuse among `documents`; same wording is reuse even if not listed.

    Pairs with the first of many reports of one wording stand for all of them.
    """
    present = {document.id for document in documents}
    twins: dict[str, list[DocumentId]] = {}
    for document in documents:
        twins.setdefault(same_wording_key(document), []).append(document.id)
    of_document = {one: same for same in twins.values() for one in same}
    near: dict[DocumentId, set[DocumentId]] = {
        one: set(same[:MAX_LISTED]) for one, same in of_document.items()
    }
    groups: Groups[str] = Groups()
    for same in twins.values():
        for one in same[1:]:
            groups.join(same[0], one)
    for copy in copies:
        left, right = copy.left.document, copy.right.document
        if left not in present or right not in present:
            continue
        groups.join(left, right)
        for one in of_document[left][:MAX_LISTED]:
            near[one].update(of_document[right][:MAX_LISTED])
        for one in of_document[right][:MAX_LISTED]:
            near[one].update(of_document[left][:MAX_LISTED])
    return Reuse(
        group={one: groups.find(one) for one in sorted(present)},
        copies={one: tuple(sorted(near[one] - {one})) for one in sorted(present)},
    )


MAX_LISTED = 200
"""Copies listed of one wording: ten thousand copies would list each other a hundred
million times and tell the reader nothing more. All of them count as one."""


class Identity:
    """Which node of the derivation graph a credit stands for."""

    def __init__(
        self,
        found: Mapping[DocumentId, Sequence[Sourced]],
        documents: Mapping[DocumentId, Document],
        reuse: Reuse,
    ) -> None:
        """Compare all credits of all reports once."""
        self._reuse = reuse
        self._groups: Groups[str] = Groups()
        self._join_publishers(found, documents)
        self._join_copies(found)
        self._join_names(found)

    def node(self, document: DocumentId, one: Sourced) -> str:
        """Return the node of a credit; equal nodes mean the same source."""
        return self._groups.find(self._key(document, one))

    def _key(self, document: DocumentId, one: Sourced) -> str:
        credit = one.credit
        if credit.kind is CreditKind.OUTLET:
            return outlet_node(credit.name)
        if not one.generic:
            return _named_key(one)
        crowd = _crowd(one)
        if crowd is not None:
            return crowd
        what = f"{head_noun(credit.name)}/{credit.kind.value}"
        if credit.via is not None:
            return f"through:{outlet_key(credit.via)}:{what}"
        return f"within:{self._reuse.group[document]}:{what}"

    def _join_publishers(
        self,
        found: Mapping[DocumentId, Sequence[Sourced]],
        documents: Mapping[DocumentId, Document],
    ) -> None:
        """Join `a source` of a report with `a source, through its publisher`."""
        for document, sources in found.items():
            publisher = documents[document].publisher
            for one in sources:
                key = self._key(document, one)
                if publisher and key.startswith("within:"):
                    what = key.rsplit(":", 1)[1]
                    self._groups.join(key, f"through:{outlet_key(publisher)}:{what}")

    def _join_copies(self, found: Mapping[DocumentId, Sequence[Sourced]]) -> None:
        """Join the faceless sources of copies where one copy shows only one.

        The same words credit the same source: that a copy passes over its own
        publisher's name, or another one names it, makes no second source.
        """
        seen: dict[tuple[str, str], dict[DocumentId, set[str]]] = {}
        for document, sources in found.items():
            for one in sources:
                key = self._key(document, one)
                if key.startswith(("within:", "through:")):
                    place = self._reuse.group[document], key.rsplit(":", 1)[1]
                    keys = seen.setdefault(place, {}).setdefault(document, set())
                    keys.add(key)
        for shown in seen.values():
            if min(len(keys) for keys in shown.values()) == 1:
                same = sorted(set[str]().union(*shown.values()))
                for key in same[1:]:
                    self._groups.join(same[0], key)

    def _join_names(self, found: Mapping[DocumentId, Sequence[Sourced]]) -> None:
        """Join a short name (`police`, `Tolan`) with the one longer name it fits."""
        keys = self._by_name(found)
        self._join_spellings(found)
        for words, kinds in keys.items():
            if not words:
                continue
            same = sorted(key for kind in kinds.values() for key in kind)
            for key in same:
                self._groups.join(same[0], key)
            longer = [
                other
                for other, others in keys.items()
                if fits_in(words, other) and not kinds.keys().isdisjoint(others)
            ]
            widest = [o for o in longer if all(x <= o or fits_in(x, o) for x in longer)]
            if widest:
                first = min(min(k) for k in keys[widest[0]].values())
                self._groups.join(same[0], first)

    def _by_name(
        self, found: Mapping[DocumentId, Sequence[Sourced]]
    ) -> dict[frozenset[str], dict[CreditKind, set[str]]]:
        """Return the nodes of named sources by the words and kind of their names."""
        keys: dict[frozenset[str], dict[CreditKind, set[str]]] = {}
        for document, sources in found.items():
            for one in sources:
                if one.generic or one.credit.kind is CreditKind.OUTLET:
                    continue
                kinds = keys.setdefault(name_words(one.credit.name), {})
                kind = one.credit.kind
                if kind is CreditKind.WITNESS:
                    kind = CreditKind.PERSON
                kinds.setdefault(kind, set()).add(self._key(document, one))
        return keys

    def _join_spellings(self, found: Mapping[DocumentId, Sequence[Sourced]]) -> None:
        """Join acronyms with what they stand for, and spellings of one foreign name."""
        names: dict[str, set[str]] = {}
        for document, sources in found.items():
            for one in sources:
                if one.generic or one.credit.kind is CreditKind.OUTLET:
                    continue
                for form in spellings(one.credit.name, one.credit.kind):
                    names.setdefault(form, set()).add(self._key(document, one))
        for same in names.values():
            ordered = sorted(same)
            for key in ordered[1:]:
                self._groups.join(ordered[0], key)


def outlet_node(name: str) -> str:
    """Return the node of an outlet, present as a report or only cited."""
    return f"outlet:{outlet_key(name)}"


def name_words(name: str) -> frozenset[str]:
    """Return the words of a name that tell it from others."""
    plain = _SEATED.sub(" ", name.casefold()).replace(".", "")
    plain = plain.replace("defence", "defense").replace("centre", "center")
    words = frozenset(_WORDS.findall(plain)) - _TITLES
    return words - _BODIES if len(words - _BODIES) > 1 else words


def fits_in(short: frozenset[str], long: frozenset[str]) -> bool:
    """Tell whether the words of one name can stand for those of a longer one."""
    bare = short - _BODIES
    return short < long or (bool(bare) and bare < long)


def _crowd(one: Sourced) -> str | None:
    """Return the node of sources that nobody can tell apart in different reports.

    `Witnesses` of one event, posts on a platform, and pictures of it count once,
    however many reports mention them: that is no merging of persons but one body of
    evidence. A single witness stays with his report.
    """
    credit = one.credit
    head = head_noun(credit.name).removeprefix("eye")
    if credit.kind is CreditKind.SOCIAL_MEDIA:
        return "crowd:posts"
    if credit.kind is CreditKind.DOCUMENT:
        images = load_toml("credits")["kinds"]["images"]
        return "crowd:images" if head in images else f"crowd:{head}"
    if credit.kind is CreditKind.WITNESS and one.plural:
        return f"crowd:{head}"
    return None


def _named_key(one: Sourced) -> str:
    if one.actor is not None:
        return f"actor:{one.actor.id}"
    return "name:" + " ".join(sorted(name_words(one.credit.name)))
