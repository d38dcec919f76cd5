"""Find the claims of a case: propositions that several sources speak about."""

from collections.abc import Sequence
from dataclasses import replace

from sayso.domain.attribution import Attribution, Polarity
from sayso.domain.claim import Stance
from sayso.domain.judgement import Judgement, Verdict
from sayso.encode.pairs import PairEncoder
from sayso.link.corpus import Corpus, Embeds, JudgesPairs
from sayso.link.discover_claims import claim_group
from sayso.link.discover_clusters import cluster
from sayso.link.discover_gather import Gathered, gather, vectors_of
from sayso.link.discover_join import STRONG, join_own_voice, join_single
from sayso.link.discover_merge import merge
from sayso.link.discover_wording import trimmed
from sayso.link.discovered import ClaimGroup, Unit


def discover(
    corpus: Corpus,
    judgements: Sequence[Judgement],
    encoder: Embeds | None = None,
    pairs: JudgesPairs | None = None,
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
        pairs: tells whether two wordings state one proposition; the shipped model
            when None.
    """
    gathered = gather(corpus)
    if not gathered.units:
        return []
    vectors = gathered.rows = vectors_of(gathered, encoder)
    together, apart = _decided(gathered.units, judgements)
    groups = cluster(gathered.units, vectors, together, apart)
    join_single(gathered, groups)
    merge(gathered, groups, pairs or PairEncoder.load())
    joined = join_own_voice(gathered, groups)
    found: dict[str, tuple[tuple[int, ...], ClaimGroup]] = {}
    for number, members in groups.members.items():
        units = [replace(gathered.units[i], turned=groups.turned[i]) for i in members]
        own = joined.get(number, [])
        if _has_substance(units, own):
            made = claim_group(units, vectors[members], own)
            found.setdefault(made.claim.id, (_rank(made, gathered), made))
    ordered = sorted(found.values(), key=lambda pair: (pair[0], pair[1].claim.id))
    return [made for _, made in ordered]


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


def _has_substance(units: Sequence[Unit], own: Sequence[tuple[Unit, float]]) -> bool:
    committed = [u for u in units if u.attribution.polarity is not Polarity.UNCOMMITTED]
    if not committed:
        return False
    if any(u.attribution.act in STRONG for u in committed):
        return True
    everyone = [*committed, *(unit for unit, _ in own)]
    documents = {u.attribution.document for u in everyone}
    return len(documents) > 1 or len({_voice(u.attribution) for u in everyone}) > 1


def _voice(attribution: Attribution) -> str:
    if attribution.actor is not None:
        return attribution.actor
    return attribution.document


def _rank(group: ClaimGroup, gathered: Gathered) -> tuple[int, ...]:
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
