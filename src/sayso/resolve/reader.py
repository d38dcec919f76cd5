"""Decide, source by source, which figure of the document speaks."""

from collections.abc import Sequence

from sayso.domain.actor import ActorKind
from sayso.domain.attribution import Attribution
from sayso.resolve.antecedent import Clue, described, nearest, pronoun_fits
from sayso.resolve.cast import Cast, Figure
from sayso.resolve.names import parse_person
from sayso.resolve.naming import Name
from sayso.resolve.roles import noun_gender
from sayso.resolve.source import SINGULAR, Form, SourceWords
from sayso.resolve.words import fold, rulers, word_list
from sayso.text.segment import Range

Found = list[tuple[Range, Figure]]


class SourceReader:
    """Resolves the sources of one document in the order given, remembering them."""

    def __init__(self, cast: Cast, attributions: Sequence[Attribution]) -> None:
        """Keep the figures and who is quoted where."""
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

    def resolve(self, attribution: Attribution, words: SourceWords) -> Found:
        """Return whom a source means, with the words for each; empty when unknown."""
        if words.form is Form.NAME and words.name is not None:
            found = self._named(words, words.name)
        else:
            figure = self._unnamed(attribution, words)
            found = [((words.start, words.end), figure)] if figure else []
        for span, figure in found:
            sighting = self.cast.place(*span)
            sighting.source = sighting.subject = True
            figure.sightings.append(sighting)
            figure.sightings.sort(key=lambda s: s.start)
        if found:
            self._speakers[attribution.id] = found[0][1]
        return found

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
        if words.role and figure.kind is ActorKind.PERSON:
            figure.add_role(words.role)
            figure.gender = figure.gender or _gender_of(words)
        if figure.kind is ActorKind.PERSON:
            figure.places.extend(words.places)
            self._give_authority(figure, words)

    def _give_authority(self, figure: Figure, words: SourceWords) -> None:
        """Note for whom a person speaks: a spokesman's principal, an officer's body."""
        role = words.role if words.form is Form.NAME else words.text
        if figure.authority is not None or not _speaks_for_others(role):
            return
        figure.authority = self._authority(words, figure)

    def _authority(self, words: SourceWords, figure: Figure) -> Figure | None:
        if words.owner is not None:
            ruled = rulers().get(fold(words.owner.text))
            if ruled:
                return self.cast.state(ruled)
            owner = self.cast.meet(words.owner)
            if owner is not figure:
                owner.kind = owner.kind or ActorKind.ORGANIZATION
                return owner
        if words.places:
            return self.cast.state(words.places[0])
        return None

    def _unnamed(self, attribution: Attribution, words: SourceWords) -> Figure | None:
        if words.form is Form.FIRST:
            return self._speaker_at(attribution, words)
        if words.form is Form.RELATIVE:
            return self._before(words)
        if words.form is Form.PRONOUN:
            return self._pronoun(words.pronoun, attribution, words)
        if words.form is Form.DESCRIPTION:
            return self._description(attribution, words)
        return None

    def _speaker_at(
        self, attribution: Attribution, words: SourceWords
    ) -> Figure | None:
        """Return who is quoted where the words stand."""
        for _size, start, end, around in self._contents:
            if around.id != attribution.id and start <= words.start < end:
                speaker = self._speakers.get(around.id)
                if speaker is not None:
                    return speaker
        return None

    def _pronoun(
        self, word: str, attribution: Attribution, words: SourceWords
    ) -> Figure | None:
        quoted = self.page.quoted(words.start)
        speaker = self._speaker_at(attribution, words) if quoted else None
        clue = Clue(
            start=words.start,
            quoted=quoted,
            fits=pronoun_fits(word),
            barred=(speaker,) if speaker is not None else (),
        )
        figure = nearest(self.cast, clue)
        if figure is not None and word in SINGULAR:
            figure.gender = figure.gender or SINGULAR[word]
            figure.kind = figure.kind or ActorKind.PERSON
        elif figure is not None:
            figure.kind = figure.kind or ActorKind.ORGANIZATION
        return figure

    def _before(self, words: SourceWords) -> Figure | None:
        """Return the figure that ends right before a relative pronoun."""
        best: tuple[int, int] | None = None
        found: Figure | None = None
        for figure in self.cast.figures:
            if words.pronoun in ("who", "whom") and figure.kind is ActorKind.OUTLET:
                continue
            for sighting in figure.sightings:
                gap = self.page.text[sighting.end : words.start]
                near = sighting.end <= words.start and len(gap) < 80  # noqa: PLR2004 - a clause
                if near and "." not in gap and (best is None or sighting.end > best[0]):
                    best, found = (sighting.end, sighting.start), figure
        if found is not None and words.pronoun in ("who", "whom"):
            found.kind = found.kind or ActorKind.PERSON
        return found

    def _description(self, attribution: Attribution, words: SourceWords) -> Figure:
        if words.pronoun and words.pronoun != words.head:
            owner = self._pronoun(words.pronoun, attribution, words)
            return self._owned(words, owner)
        body = self._named_body(words)
        if body is not None:
            return body
        if words.definite:
            speaker = self._speaker_at(attribution, words)
            known = described(self.cast, words, [speaker] if speaker else [])
            if known is not None:
                self._give_authority(known, words)
                return known
        return self._new(words)

    def _owned(self, words: SourceWords, owner: Figure | None) -> Figure:
        """Return `his campaign`, `her aides` as something of the owner's."""
        tail = words.text.split(maxsplit=1)
        head = tail[1] if len(tail) > 1 else words.text
        if owner is None:
            return self._new(words)
        name = max(owner.forms, key=len)
        if words.head in word_list("body.words") and not words.plural:
            short = parse_person(name).surname.title() if owner.gender else name
            return self.cast.body(f"{short} {head}", ActorKind.ORGANIZATION)
        figure = self._new(words)
        figure.authority = owner
        return figure

    def _named_body(self, words: SourceWords) -> Figure | None:
        """Return the body that a description with an owner names."""
        if words.plural or words.head not in word_list("body.words"):
            return None
        if words.head in word_list("paper.words"):
            return None
        plain = words.head in ("government", "govt", "regime", "state", "authorities")
        if plain and words.places:
            return self.cast.state(words.places[0])
        if words.owner is None and not words.places:
            return None
        figure = self.cast.body(_undetermined(words.text), ActorKind.ORGANIZATION)
        if words.places and figure.entry is None:
            figure.places.extend(words.places)
            figure.authority = figure.authority or self.cast.state(words.places[0])
        return figure

    def _new(self, words: SourceWords) -> Figure:
        """Return an unnamed source: an old one for the same bare plural, else new."""
        text = " ".join(words.text.split())
        if words.plural and not words.definite:
            for figure in self.cast.figures:
                same = figure.generic and fold(text) in map(fold, figure.forms)
                if same and figure.mentions:
                    return figure
        figure = self.cast.unnamed(text, head=words.head, plural=words.plural)
        figure.gender = _gender_of(words)
        if words.head in word_list("grammar.agents"):
            figure.authority = self._authority(words, figure)
            figure.places.extend(words.places)
        return figure


def _speaking_kind(figure: Figure, words: SourceWords) -> ActorKind:
    """Guess what a name of unknown kind is, given that it speaks."""
    article = words.text[:4].lower() == "the "
    person = figure.gender or not article
    return ActorKind.PERSON if person else ActorKind.ORGANIZATION


def _gender_of(words: SourceWords) -> str:
    return noun_gender(set(fold(words.role or words.text).replace("'s", "").split()))


def _speaks_for_others(role: str) -> bool:
    folded = f" {fold(role)} "
    return any(
        f" {word} " in folded.replace(",", " ")
        for name in ("spokesman.words", "spokesman.heads")
        for word in word_list(name)
    )


def _undetermined(text: str) -> str:
    words = text.split()
    return " ".join(words[1:] if words[0].lower() in ("the", "a", "an") else words)
