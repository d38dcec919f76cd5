"""Find the claims of a case: propositions that several sources speak about."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from sayso.domain.attribution import Act, Attribution, Polarity, Style
from sayso.domain.claim import (
    Bearing,
    Claim,
    DocumentStance,
    Orientation,
    Stance,
)
from sayso.domain.document import Document
from sayso.domain.ids import AttributionId, ClaimId, DocumentId, content_id
from sayso.domain.judgement import Judgement, Verdict
from sayso.domain.span import span_text
from sayso.encode.similarity import SentenceEncoder
from sayso.link.corpus import Corpus, Embeds
from sayso.link.discover_clusters import Clusters, agree_on_numbers, cluster, likeness
from sayso.link.discover_units import ReportWords, make_unit, negated, units_of
from sayso.link.discover_wording import trimmed, wording
from sayso.link.discovered import ClaimGroup, Unit
from sayso.link.index import DocumentIndex

JOINING = 0.62
"""Likeness from which a statement joins a group that has formed without it."""


def discover(
    corpus: Corpus,
    judgements: Sequence[Judgement],
    encoder: Embeds | None = None,
) -> list[ClaimGroup]:
    """Return the claims of a case, contested ones first.

    What sources say is grouped by the proposition it is about; what reports say in
    their own voice only joins such groups. A claim is listed when somebody denies
    it, or when it has substance: several reports, or several voices, or an
    accusation or admission.

    Args:
        corpus: the case.
        judgements: decisions on claims; `same` joins two, `different` keeps them
            apart, through later builds as well.
        encoder: gives vectors to contents that had to be completed; the shipped one
            when None.
    """
    gathered = _gather(corpus)
    if not gathered.units:
        return []
    vectors = gathered.rows = _vectors(gathered, encoder)
    together, apart = _decided(gathered.units, judgements)
    groups = cluster(gathered.units, vectors, together, apart)
    _join_single(gathered, groups)
    joined = _join_own_voice(gathered, groups)
    found: dict[ClaimId, tuple[tuple[int, ...], ClaimGroup]] = {}
    for number, members in groups.members.items():
        units = [gathered.units[i] for i in members]
        own = joined.get(number, [])
        if _has_substance(units, own):
            made = _group(units, vectors[members], own)
            found.setdefault(made.claim.id, (_rank(made, gathered), made))
    ordered = sorted(found.values(), key=lambda pair: (pair[0], pair[1].claim.id))
    return [made for _, made in ordered]


@dataclass(slots=True, kw_only=True)
class _Gathered:
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


def _gather(corpus: Corpus) -> _Gathered:
    """Read every report once, a few at a time."""
    found = _Gathered(
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


def _read(found: _Gathered, document: Document, index: DocumentIndex) -> None:
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


def _vectors(gathered: _Gathered, encoder: Embeds | None) -> NDArray[np.float32]:
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


def _decided(
    units: Sequence[Unit], judgements: Sequence[Judgement]
) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Return the pairs of units that judgements on claims join or keep apart.

    A claim is worded by one of its members, so its wording finds that member again
    even when the group has changed.
    """
    place: dict[str, int] = {}
    for number, unit in enumerate(units):
        place.setdefault(trimmed(unit.text).casefold(), number)
    latest: dict[tuple[int, int], Verdict] = {}
    for judgement in judgements:
        left, right = (place.get(a.casefold()) for a in judgement.anchors)
        if left is not None and right is not None and left != right:
            latest[min(left, right), max(left, right)] = judgement.verdict
    together = [pair for pair, v in sorted(latest.items()) if v is Verdict.SAME]
    apart = [pair for pair, v in sorted(latest.items()) if v is Verdict.DIFFERENT]
    return together, apart


def _join_single(gathered: _Gathered, groups: Clusters) -> None:
    """Give contents left on their own a second look at the groups that formed."""
    formed = [n for n in sorted(groups.members) if len(groups.members[n]) > 1]
    single = [n for n in sorted(groups.members) if len(groups.members[n]) == 1]
    if not formed or not single:
        return
    centres = np.stack([groups.centre(number) for number in formed])
    moves: list[tuple[int, int]] = []
    for start in range(0, len(single), _OWN_BLOCK):
        block = single[start : start + _OWN_BLOCK]
        near = gathered.rows[block] @ centres.T
        for row, number in enumerate(block):
            said = gathered.units[number], gathered.rows[number]
            if said[0].knowledge:
                continue
            group = _best_group(gathered, groups, (formed, near[row]), said)[0]
            if group is not None:
                moves.append((group, number))
    for group, number in moves:
        groups.join(groups.members[group][0], number, at_once=True)


def _best_group(
    gathered: _Gathered,
    groups: Clusters,
    near: tuple[Sequence[int], NDArray[np.float32]],
    said: tuple[Unit, NDArray[np.float32]],
) -> tuple[int | None, float]:
    """Return the group that a statement joins, and how alike they are."""
    numbers, cosines = near
    best = np.argsort(-cosines, kind="stable")[:_OWN_TRIED].tolist()
    fits = [
        (_likeness_to(gathered, groups, numbers[c], said), -numbers[c])
        for c in best
        if cosines[c] >= OWN_NEAR
    ]
    score, number = max(fits, default=(0.0, 0))
    return (-number if score >= JOINING else None), score


def _join_own_voice(
    gathered: _Gathered, groups: Clusters
) -> dict[int, list[tuple[Unit, float]]]:
    """Return for each group the statements in a report's own voice that state it."""
    joined: dict[int, list[tuple[Unit, float]]] = {}
    numbers = sorted(groups.members)
    centres = np.stack([groups.centre(number) for number in numbers])
    for start in range(0, len(gathered.own), _OWN_BLOCK):
        block = gathered.own[start : start + _OWN_BLOCK]
        vectors = np.stack([gathered.vectors[a.id] for a in block]).astype(np.float32)
        near = vectors @ centres.T
        for row in np.flatnonzero(near.max(axis=1) >= OWN_NEAR).tolist():
            unit = _own_unit(gathered, block[row])
            group, score = _best_group(
                gathered, groups, (numbers, near[row]), (unit, vectors[row])
            )
            if group is not None:
                joined.setdefault(group, []).append((unit, score))
    return joined


OWN_NEAR = 0.4
"""Cosine to the centre of a group below which an own-voice statement is not read."""
_OWN_BLOCK = 1024
_OWN_TRIED = 5


def _own_unit(gathered: _Gathered, attribution: Attribution) -> Unit:
    [document] = gathered.corpus.documents([attribution.document])
    text = span_text(document.text, attribution.content)
    return make_unit(attribution, text, gathered.words(document), borrowed=False)


def _likeness_to(
    gathered: _Gathered,
    groups: Clusters,
    number: int,
    said: tuple[Unit, NDArray[np.float32]],
) -> float:
    """Return how alike a statement is to a group: half its whole, half its nearest.

    A report words a claim at length where a denial is short; being near to one
    member counts for it, being far from the whole against it.
    """
    unit, vector = said
    members = groups.members[number]
    if not all(agree_on_numbers(gathered.units[i], unit) for i in members):
        return 0.0
    nearest = max(
        likeness(
            float(gathered.rows[i] @ vector), gathered.units[i].weights, unit.weights
        )
        for i in members
    )
    return (groups.against(number, vector, unit) + nearest) / 2


# -- from groups to claims -------------------------------------------------------------

_STRONG = frozenset({Act.DENY, Act.ADMIT, Act.ACCUSE})
"""Acts that make a claim of one voice worth listing."""


def _has_substance(units: Sequence[Unit], own: Sequence[tuple[Unit, float]]) -> bool:
    committed = [u for u in units if u.attribution.polarity is not Polarity.UNCOMMITTED]
    if not committed:
        return False
    if any(u.attribution.act in _STRONG for u in committed):
        return True
    everyone = [*committed, *(unit for unit, _ in own)]
    documents = {u.attribution.document for u in everyone}
    return len(documents) > 1 or len({_voice(u.attribution) for u in everyone}) > 1


def _voice(attribution: Attribution) -> str:
    if attribution.actor is not None:
        return attribution.actor
    return attribution.document


def _group(
    units: Sequence[Unit],
    vectors: NDArray[np.float32],
    own: Sequence[tuple[Unit, float]],
) -> ClaimGroup:
    chosen, proposition = wording(units)
    claim = ClaimId(content_id("clm", "found", proposition.casefold()))
    flipped = negated(proposition)
    centre = vectors.mean(axis=0)
    rows = [(u, float(vectors[i] @ centre)) for i, u in enumerate(units)]
    bearings = [
        _bearing(claim, unit, score, chosen=chosen, flipped=flipped)
        for unit, score in (*rows, *own)
    ]
    bearings.sort(key=lambda b: (-b.relevance, b.attribution))
    by_id = {u.attribution.id: u.attribution for u in (*units, *(u for u, _ in own))}
    return ClaimGroup(
        claim=Claim(id=claim, proposition=proposition),
        bearings=tuple(bearings),
        documents=_documents(claim, bearings, by_id),
    )


def _bearing(
    claim: ClaimId, unit: Unit, score: float, *, chosen: Unit, flipped: bool
) -> Bearing:
    """Orient one member toward the claim.

    Polarities are toward the proposition without its negation. Where nobody stated
    it without, the claim itself is negative and all members turn round; a borrowed
    negative proposition turns its borrower round too.
    """
    if unit.knowledge != chosen.knowledge:
        orientation = Orientation.OTHER
    else:
        turned = unit.borrowed and negated(unit.text)
        orientation = Orientation.OPPOSITE if flipped != turned else Orientation.SAME
    return Bearing(
        claim=claim,
        attribution=unit.attribution.id,
        orientation=orientation,
        stance=_stance(unit.attribution.polarity, orientation),
        relevance=round(min(1.0, max(0.0, score)), 4),
    )


def _stance(polarity: Polarity, orientation: Orientation) -> Stance:
    if orientation is Orientation.OTHER or polarity is Polarity.UNCOMMITTED:
        return Stance.UNCOMMITTED
    holds = (polarity is Polarity.HOLDS) == (orientation is Orientation.SAME)
    return Stance.ASSERTS if holds else Stance.DENIES


def _documents(
    claim: ClaimId,
    bearings: Iterable[Bearing],
    attributions: Mapping[AttributionId, Attribution],
) -> tuple[DocumentStance, ...]:
    """Return one stance a report: its own voice first, else what all its voices say."""
    heard: dict[DocumentId, list[Bearing]] = {}
    for bearing in bearings:
        document = attributions[bearing.attribution].document
        heard.setdefault(document, []).append(bearing)
    found = [
        DocumentStance(
            claim=claim,
            document=document,
            stance=_report_stance(rows, attributions),
            relevance=max(row.relevance for row in rows),
        )
        for document, rows in heard.items()
    ]
    return tuple(sorted(found, key=lambda d: (-d.relevance, d.document)))


def _report_stance(
    rows: Sequence[Bearing], attributions: Mapping[AttributionId, Attribution]
) -> Stance:
    own = [r for r in rows if attributions[r.attribution].style is Style.OWN_VOICE]
    for group in (own, rows):
        stances = {r.stance for r in group} - {Stance.UNCOMMITTED}
        if len(stances) == 1:
            return stances.pop()
    return Stance.UNCOMMITTED


def _rank(group: ClaimGroup, gathered: _Gathered) -> tuple[int, ...]:
    """Return the sort key: voices on the weaker side first, then all, then reports."""
    sides = {
        side: {
            _voice(gathered.attributions[b.attribution])
            for b in group.bearings
            if b.stance is side
        }
        for side in (Stance.ASSERTS, Stance.DENIES)
    }
    weaker, stronger = sorted(len(voices) for voices in sides.values())
    return -weaker, -stronger, -len(group.documents)
