"""Put a claim together with the voices on each side of it."""

from collections.abc import Iterable, Sequence

from sayso.domain.actor import Actor
from sayso.domain.answer import Answer, Voice
from sayso.domain.attribution import Attribution
from sayso.domain.claim import Stance
from sayso.domain.ids import ActorId, AttributionId
from sayso.store.reading import Reading
from sayso.store.records import ClaimEntry


def answers(reading: Reading, entries: Sequence[ClaimEntry]) -> list[Answer]:
    """Return what a reader gets for each of these claims, in the same order."""
    wanted = {item.attribution for entry in entries for item in entry.bearings}
    said = {item.id: item for item in reading.attributions(ids=sorted(wanted))}
    speaking = {item.actor for item in said.values() if item.actor}
    actors = {actor.id: actor for actor in reading.actors(sorted(speaking))}
    return [_answer(entry, said, actors) for entry in entries]


def _answer(
    entry: ClaimEntry,
    said: dict[AttributionId, Attribution],
    actors: dict[ActorId, Actor],
) -> Answer:
    sides: dict[Stance, list[Attribution]] = {stance: [] for stance in Stance}
    for item in entry.bearings:
        if item.attribution in said:
            sides[item.stance].append(said[item.attribution])
    trace = entry.trace
    return Answer(
        claim=entry.claim,
        asserted_by=_voices(sides[Stance.ASSERTS], actors),
        denied_by=_voices(sides[Stance.DENIES], actors),
        uncommitted=_voices(sides[Stance.UNCOMMITTED], actors),
        asserting=trace.asserting,
        denying=trace.denying,
        documents=trace.reports,
        contest=entry.contest,
        warnings=trace.warnings,
    )


def _voices(
    said: Iterable[Attribution], actors: dict[ActorId, Actor]
) -> tuple[Voice, ...]:
    """Group attributions by who speaks; the voice with the best one comes first."""
    grouped: dict[ActorId | None, list[Attribution]] = {}
    for item in said:
        grouped.setdefault(item.actor, []).append(item)
    return tuple(
        Voice(actor=actors.get(actor) if actor else None, attributions=tuple(items))
        for actor, items in grouped.items()
    )
