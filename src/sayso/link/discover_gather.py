"""Read a case once for claim discovery: units, their vectors, own-voice statements."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from sayso.domain.attribution import Attribution, Style
from sayso.domain.document import Document
from sayso.domain.ids import AttributionId, DocumentId
from sayso.domain.span import span_text
from sayso.encode.similarity import SentenceEncoder
from sayso.link.corpus import Corpus, Embeds
from sayso.link.discover_units import ReportWords, units_of
from sayso.link.discovered import Unit
from sayso.link.index import DocumentIndex


@dataclass(slots=True, kw_only=True)
class Gathered:
    """What discovery reads from the case, in an order of its own."""

    units: list[Unit]
    vectors: dict[AttributionId, NDArray[np.float16]]
    exact: set[AttributionId]
    own: list[Attribution]
    attributions: dict[AttributionId, Attribution]
    corpus: Corpus
    rows: NDArray[np.float32] = field(default_factory=lambda: np.zeros((0, 0), "f4"))
    last: tuple[DocumentId, ReportWords] | None = None

    def words(self, document: Document) -> ReportWords:
        """Return the word counts of a report; asked for report by report."""
        if self.last is None or self.last[0] != document.id:
            self.last = (document.id, ReportWords(document.text))
        return self.last[1]


def gather(corpus: Corpus) -> Gathered:
    """Read every report once, a few at a time."""
    found = Gathered(
        units=[], vectors={}, exact=set(), own=[], attributions={}, corpus=corpus
    )
    for index in sorted(corpus.indexes(), key=_document_of):
        for document in corpus.documents([index.document]):
            _read(found, document, index)
    found.units.sort(key=lambda unit: unit.attribution.id)
    found.own.sort(key=lambda attribution: (attribution.document, attribution.id))
    return found


def _document_of(index: DocumentIndex) -> str:
    return index.document


def _read(found: Gathered, document: Document, index: DocumentIndex) -> None:
    attributions = found.corpus.attributions([document.id])
    found.vectors.update(zip(index.attributions, index.contents, strict=True))
    words = ReportWords(document.text)
    ordered = sorted(attributions, key=_place)
    for unit in units_of(document, ordered, words):
        found.units.append(unit)
        content = unit.attribution.content
        if unit.text == span_text(document.text, content):
            found.exact.add(unit.attribution.id)
    for attribution in attributions:
        found.attributions[attribution.id] = attribution
        if attribution.style is Style.OWN_VOICE and attribution.id in found.vectors:
            found.own.append(attribution)


def _place(attribution: Attribution) -> tuple[int, str]:
    spans = (*attribution.cue, *attribution.content, *attribution.source)
    return min((span.start for span in spans), default=0), attribution.id


def vectors_of(gathered: Gathered, encoder: Embeds | None) -> NDArray[np.float32]:
    """Return one unit vector a unit; those of completed contents are made now."""
    stored = gathered.vectors
    missing = [
        number
        for number, unit in enumerate(gathered.units)
        if unit.attribution.id not in gathered.exact
        or unit.attribution.id not in stored
    ]
    made = np.zeros((0, 0), np.float32)
    if missing:
        encoder = encoder or SentenceEncoder.load()
        made = encoder.embed([gathered.units[number].text for number in missing])
    width = made.shape[1] or len(next(iter(stored.values())))
    vectors = np.zeros((len(gathered.units), width), np.float32)
    for row, number in enumerate(missing):
        vectors[number] = made[row]
    taken = set(missing)
    for number, unit in enumerate(gathered.units):
        if number not in taken:
            vectors[number] = stored[unit.attribution.id]
    return vectors
