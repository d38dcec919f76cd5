"""Make what each attribution says comparable: antecedents, telling words, numbers."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from sayso.domain.attribution import Act, Attribution, Style
from sayso.domain.document import Document
from sayso.domain.span import Span, span_text
from sayso.lexicon.loader import word_set
from sayso.link.discovered import Unit
from sayso.link.terms import stem, term_id, terms
from sayso.text.segment import WORD, Range, sentences

_SUFFIX = re.compile(r"(?:ing|ed|es|s|e)$")
_STEM = 3
"""Shortest stem that is left: `killing` and `killed` meet, `us` and `use` do not."""

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.?"
_DATE = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}(?:,?\s+\d{{4}})?\b"
    rf"|\b{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,\s*\d{{4}})?\b|\b(?:19|20)\d\d\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d[\d.,]*")
_OPENERS = 7
"""Words at the start of a content in which a word of knowing makes it about knowing:
`having any knowledge of`, `that he had never been told about`."""

_REACH = 5
"""Sentences back in which an antecedent may stand."""

_FADE = 0.25
"""What a sentence of distance costs an antecedent, in sentences' share of its words."""

_FLOOR = 0.25
"""Weight of a word that stands in every sentence of its report: the topic of the
report still tells it from other reports."""

_NEGATION = re.compile(
    r"\b(?:no|not|never|none|nobody|nothing|neither|nor|without|cannot)\b|n['’]t\b",
    re.IGNORECASE,
)


VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|may"
    r"|might|must|should|\w{2,}ed|[a-z]{3,}s|paid|took|gave|sent|held|made|kept|built"
    r"|met|lost|won|shot|fell|rose|began|broke|burned|burnt|hit|set|sold|bought"
    r"|told|said|found|left|led|ran|came|went|got|knew|saw|spent|struck|hid)\b"
)
"""Finite verbs, near enough: a content without any is the name of a thing."""


class ReportWords:
    """How telling each word is inside one report."""

    def __init__(self, text: str) -> None:
        """Count in how many sentences of the report each word stands."""
        self.sentences = sentences(text)
        self._count: Counter[str] = Counter()
        for start, end in self.sentences:
            self._count.update(set(matter(text[start:end])))
        self._scale = math.log(len(self.sentences) + 2)

    def topical(self, text: str) -> float:
        """Return the share of sentences in which the words of `text` stand, summed."""
        count = sum(self._count[word] for word in set(matter(text)))
        return count / max(1, len(self.sentences))

    def weights(self, text: str) -> dict[int, float]:
        """Return the weight of each word of `text`, from about 0.1 to 1.5."""
        total = len(self.sentences) + 2
        return {
            term_id(word): (
                _FLOOR + math.log(total / (1 + self._count[word])) / self._scale
            )
            ** 2
            for word in sorted(set(matter(text)))
        }


def matter(text: str) -> list[str]:
    """Return the stems of the words of `text` that name something of their own."""
    empty = _empty_words()
    return [_stem(word) for word in terms(text) if word not in empty]


def points_back(text: str) -> bool:
    """Tell whether a content names nothing of its own: `this is a lie`."""
    return set(matter(text)) <= {_stem(stem(word)) for word in _empty_words()}


@cache
def _empty_words() -> frozenset[str]:
    """Return the words that point back or judge."""
    return word_set("anaphors", "anaphors", "words") | word_set(
        "anaphors", "anaphors", "judging"
    )


def figures(text: str) -> frozenset[str]:
    """Return the figures named in `text`, dates left out, separators removed."""
    bare = _DATE.sub(" ", text)
    return frozenset(n.rstrip(".,").replace(",", "") for n in _NUMBER.findall(bare))


def negated(text: str) -> bool:
    """Tell whether a proposition carries its own negation."""
    return _NEGATION.search(text) is not None


def units_of(
    document: Document, attributions: Sequence[Attribution], words: ReportWords
) -> list[Unit]:
    """Return the attributed contents of one report as units.

    A content that names nothing of its own (`called the story a lie`) borrows the
    nearest content or sentence before it that does.
    """
    found: list[Unit] = []
    text = document.text
    for attribution in attributions:
        if attribution.style is Style.OWN_VOICE or not attribution.content:
            continue
        own = content_text(text, attribution, words.sentences)
        said: str | None = own
        if points_back(own):
            said = _antecedent(text, attribution, found, words)
        if said is not None and not _is_attitude(attribution, said):
            found.append(make_unit(attribution, said, words, borrowed=said is not own))
    return found


def make_unit(
    attribution: Attribution, said: str, words: ReportWords, *, borrowed: bool
) -> Unit:
    """Return the unit of an attribution that says `said`."""
    return Unit(
        attribution=attribution,
        text=said,
        borrowed=borrowed,
        weights=words.weights(said),
        numbers=figures(said),
        knowledge=about_knowing(said),
    )


def content_text(text: str, attribution: Attribution, ranges: Sequence[Range]) -> str:
    """Return the content of an attribution without stretches of other sentences.

    A content may be discontinuous round its cue; a further piece in another sentence
    is kept only where all pieces follow each other.
    """
    pieces = attribution.content
    anchor = (attribution.cue or pieces)[0]
    here = [r for r in ranges if r[0] <= anchor.start < r[1]]
    if len(pieces) > 1 and here:
        inside = [p for p in pieces if here[0][0] <= p.start < here[0][1]]
        pieces = tuple(inside) or pieces[:1]
    return span_text(text, pieces)


def _antecedent(
    text: str, attribution: Attribution, before: Iterable[Unit], words: ReportWords
) -> str | None:
    """Return what a content without matter of its own points back to."""
    start = _first(attribution).start
    place = sum(1 for s in words.sentences if s[0] <= start) - 1
    earliest = words.sentences[max(0, place - _REACH)][0] if place >= 0 else 0
    close = [
        unit
        for unit in before
        if earliest <= _first(unit.attribution).start < start and not unit.knowledge
    ]
    if close:
        return max(close, key=lambda unit: _fit(unit, attribution, words)).text
    for low, high in reversed(words.sentences[max(0, place - _REACH) : max(0, place)]):
        if len(matter(text[low:high])) > 1:
            return text[low:high]
    return None


def _fit(unit: Unit, pointing: Attribution, words: ReportWords) -> tuple[float, int]:
    """Return how well a content fits as antecedent: on the topic, and near.

    `The accusation` is what the report is about rather than what was said last, so
    the share of the report's topic words counts, and distance breaks the tie.
    """
    near = _first(unit.attribution).start
    away = sum(near < s[0] <= _first(pointing).start for s in words.sentences)
    return words.topical(unit.text) - _FADE * away, near


def _first(attribution: Attribution) -> Span:
    return min((*attribution.cue, *attribution.content), key=lambda span: span.start)


def _is_attitude(attribution: Attribution, said: str) -> bool:
    """Tell whether a source is for or against a thing: that claims nothing of it."""
    return attribution.act is Act.OPINE and VERB.search(said) is None


def about_knowing(said: str) -> bool:
    """Tell whether a content is about knowing of a thing, which settles not the thing.

    Whoever denies having any knowledge of payments does not deny the payments.
    """
    opening = [m.group().casefold() for m in WORD.finditer(said)][:_OPENERS]
    return not word_set("anaphors", "knowledge", "words").isdisjoint(opening)


def _stem(word: str) -> str:
    short = _SUFFIX.sub("", word)
    return short if len(short) >= _STEM else word
