"""Decide, source by source, which figure of the document speaks."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.domain.actor import ActorKind
from sayso.domain.attribution import Attribution
from sayso.resolve.antecedent import ORDINALS, Clue, described, nearest, pronoun_fits
from sayso.resolve.authority import give_authority
from sayso.resolve.cast import Cast
from sayso.resolve.descriptions import owned, resolve_description
from sayso.resolve.figure import Figure
from sayso.resolve.naming import Name
from sayso.resolve.phrases import definite_people, person_noun_before, plural_people
from sayso.resolve.roles import noun_gender
from sayso.resolve.source import SINGULAR, Form, SourceWords, read_source
from sayso.resolve.words import fold
from sayso.text.segment import Range

Found = list[tuple[Range, Figure]]

_CLAUSE = 60
"""Characters between a noun and its `who` or `which`; more is another clause."""
_APPOSITION = re.compile(r",\s+(?:an?|one of)\s[^,.;:()]{2,60}\s$")
"""What stands between a name and the `who` of its apposition."""
_NOUN = 6
"""Words between the same."""


@dataclass(frozen=True, slots=True)
class _Event:
    """Words of the running text, no source, that keep a figure in mind.

    Attributes:
        pronoun: folded; empty for a description.
    """

    start: int
    end: int
    pronoun: str = ""


class SourceReader:
    """Resolves the sources of one document in the order given, remembering them."""

    def __init__(self, cast: Cast, attributions: Sequence[Attribution]) -> None:
        """Keep the figures, who is quoted where, and what to read between sources."""
        self.cast = cast
        self.page = cast.page
        self._contents = sorted(
            (
                (s.end - s.start, s.start, s.end, a)
                for a in attributions
                for s in a.content
            ),
            key=lambda row: (row[0], row[1], row[3].id),
        )
        self._speakers: dict[str, Figure] = {}
        taken = sorted((s.start, s.end) for a in attributions for s in a.source)
        self._meet_people()
        self._events = [e for e in self._between() if not _inside(e.start, taken)]
        self._next = 0

    def resolve(self, attribution: Attribution, words: SourceWords) -> Found:
        """Return whom a source means, with the words for each; empty when unknown."""
        self._read_up_to(words.start)
        if words.form is Form.NAME and words.name is not None:
            found = self._named(words, words.name)
        else:
            figure = self._unnamed(attribution, words)
            each = (figure.members or (figure,)) if figure else ()
            found = [((words.start, words.end), one) for one in each]
        for span, figure in found:
            if figure is self.cast.publisher and words.form is Form.FIRST:
                continue  # `we` brings nobody to mind whom `they` could mean
            sighting = self.cast.place(*span)
            sighting.source = sighting.subject = True
            self.cast.see(figure, sighting)
        if len(found) > 1:
            self.cast.pair(tuple(f for _, f in found), words.start, words.end)
        if found:
            self._speakers[attribution.id] = found[0][1]
        return found

    def _meet_people(self) -> None:
        """Meet the nouns for several people, whom `they` and `who` may mean."""
        by_words: dict[str, Figure] = {}
        for noun, (start, end) in plural_people(self.page):
            text = " ".join(self.page.text[start:end].split())
            figure = by_words.get(fold(text))
            if figure is None:
                figure = self.cast.unnamed(text, head=noun, plural=True)
                by_words[fold(text)] = figure
            self.cast.see(figure, self.cast.place(start, end))

    def _between(self) -> Iterator[_Event]:
        """Yield the pronouns and descriptions outside quotations, in order."""
        events = [
            _Event(token.start, token.end, token.folded.split("'")[0])
            for token in self.page.tokens
            if token.folded.split("'")[0] in ("he", "she") and not token.quoted
        ]
        events += [
            _Event(start, end)
            for start, end in definite_people(self.page)
            if not self.page.quoted(start)
        ]
        yield from sorted(events, key=lambda e: e.start)

    def _read_up_to(self, position: int) -> None:
        while self._next < len(self._events):
            event = self._events[self._next]
            if event.start >= position:
                return
            self._next += 1
            if event.pronoun:
                figure = self._antecedent(event.pronoun, event.start, None)
            else:
                words = read_source(self.page, event.start, event.end)
                figure = described(self.cast, words, []) or self._newcomer(words)
            if figure is not None:
                self.cast.see(figure, self.cast.place(event.start, event.end))

    def _newcomer(self, words: SourceWords) -> Figure | None:
        """Meet somebody told apart from others: `the second official`."""
        another = set(fold(words.text).split()) & ORDINALS
        if not another or words.plural:
            return None
        return self.cast.unnamed(words.text, head=words.head, plural=False)

    def _named(self, words: SourceWords, name: Name) -> Found:
        found = []
        listed = sorted((name, *words.others), key=lambda n: n.start)
        for one in listed:
            figure = self.cast.meet(one)
            if figure.kind is None:
                figure.kind = _speaking_kind(figure, words)
            found.append(((one.start, one.end), figure))
        figure = found[0][1]
        if not words.others:
            self._describe(figure, words)
            found = [((words.start, words.end), figure)]
        return found

    def _describe(self, figure: Figure, words: SourceWords) -> None:
        if figure.kind is not ActorKind.PERSON:
            return
        if words.role:
            figure.add_role(words.role)
            nouns = set(fold(words.role).replace("'s", "").split())
            figure.gender = figure.gender or noun_gender(nouns)
        figure.places.extend(words.places)
        give_authority(self.cast, figure, words)

    def _unnamed(self, attribution: Attribution, words: SourceWords) -> Figure | None:
        speaker = self._speaker_at(attribution, words)
        if words.form is Form.FIRST:
            return speaker or self._publishing(words)
        if words.form is Form.RELATIVE:
            return self._before(words)
        if words.form is Form.PRONOUN:
            own = tuple((s.start, s.end) for s in attribution.content)
            return self._antecedent(words.pronoun, words.start, speaker, own)
        if words.form is Form.DESCRIPTION:
            if words.pronoun and words.pronoun != words.head:
                owner = self._antecedent(words.pronoun, words.start, speaker)
                return owned(self.cast, words, owner)
            return resolve_description(self.cast, words, speaker)
        return None

    def _publishing(self, words: SourceWords) -> Figure | None:
        """Return the publisher, for a `we` outside every quotation."""
        many = words.pronoun in ("we", "us", "our", "ours")
        own = many and not self.page.quoted(words.start)
        return self.cast.publisher if own else None

    def _speaker_at(
        self, attribution: Attribution, words: SourceWords
    ) -> Figure | None:
        """Return who is quoted where the words stand."""
        if not self.page.quoted(words.start):
            return None
        for _size, start, end, around in self._contents:
            if around.id != attribution.id and start <= words.start < end:
                speaker = self._speakers.get(around.id)
                if speaker is not None:
                    return speaker
        return None

    def _antecedent(
        self,
        word: str,
        position: int,
        speaker: Figure | None,
        own: tuple[Range, ...] = (),
    ) -> Figure | None:
        if word in ("my", "our", "i", "we", "me", "us", "mine", "ours"):
            return speaker
        clue = Clue(
            start=position,
            quoted=self.page.quoted(position),
            fits=pronoun_fits(word),
            barred=(speaker,) if speaker is not None else (),
            own=own,
            ahead=True,
        )
        figure = nearest(self.cast, clue)
        if figure is not None and word in SINGULAR:
            figure.gender = figure.gender or SINGULAR[word]
            figure.kind = figure.kind or ActorKind.PERSON
        elif figure is not None:
            figure.kind = figure.kind or ActorKind.ORGANIZATION
        return figure

    def _apposed(self, position: int) -> Figure | None:
        """Return whom `a former clerk` renames in `Anna Holm, a former clerk who`."""
        start = self.page.sentences[self.page.sentence_at(position)][0]
        match = _APPOSITION.search(self.page.text, start, position)
        if match is None:
            return None
        ends = [f for f, s in self.cast.seen(start, position) if s.end == match.start()]
        return ends[-1] if ends else None

    def _before(self, words: SourceWords) -> Figure | None:
        """Return the figure that ends right before a relative pronoun."""
        human = words.pronoun in ("who", "whom", "whose")
        apposed = self._apposed(words.start)
        if apposed is not None and (not human or _may(apposed, human)):
            return apposed
        found: Figure | None = None
        last = -1
        for figure, sighting in self.cast.seen(words.start - 4 * _CLAUSE, words.start):
            gap = self.page.text[sighting.end : words.start]
            near = sighting.end <= words.start and len(gap) <= _CLAUSE
            if near and "." not in gap and sighting.end > last and _may(figure, human):
                found, last = figure, sighting.end
        if human:
            noun = person_noun_before(self.page, words.start, _NOUN)
            if noun is not None and noun[1] > last:
                return resolve_description(
                    self.cast, read_source(self.page, *noun), None
                )
            if found is not None:
                found.kind = found.kind or ActorKind.PERSON
        return found


def _may(figure: Figure, human: bool) -> bool:  # noqa: FBT001 - private, one caller
    """Tell whether `who` (human) or `which` can follow a figure."""
    if human:
        group = figure.kind is ActorKind.GROUP
        return figure.plural or group or figure.kind in (ActorKind.PERSON, None)
    return figure.kind is not ActorKind.PERSON


def _inside(position: int, taken: Sequence[Range]) -> bool:
    return any(start <= position < end for start, end in taken)


def _speaking_kind(figure: Figure, words: SourceWords) -> ActorKind:
    """Guess what a name of unknown kind is, given that it speaks."""
    article = words.text[:4].lower() == "the "
    person = figure.gender or not article
    return ActorKind.PERSON if person else ActorKind.ORGANIZATION
