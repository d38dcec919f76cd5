"""A claim with the voices on each side."""

from dataclasses import replace

from sayso.store.answers import answers
from sayso.store.file import CaseFile
from tests.store.small import Made


def test_voices_stand_on_their_sides(small: CaseFile, made: Made) -> None:
    (answer,) = answers(small.reading, [made.entry()])
    (asserting,), (denying,) = answer.asserted_by, answer.denied_by
    assert asserting.actor == made.actors[0]
    assert [item.id for item in asserting.attributions] == [made.said.id]
    assert denying.actor == made.actors[2]
    assert answer.uncommitted == ()
    assert (answer.contest, answer.warnings) == (0.75, ("Mind.",))
    assert answer.documents == made.entry().trace.reports


def test_a_voice_speaks_once_with_all_it_said(small: CaseFile, made: Made) -> None:
    entry = made.entry()
    first = entry.bearings[1]
    entry = replace(entry, bearings=(first, replace(first, attribution=made.quoted.id)))
    (answer,) = answers(small.reading, [entry])
    (voice,) = answer.asserted_by
    assert [item.id for item in voice.attributions] == [made.said.id, made.quoted.id]


def test_an_attribution_without_an_actor_is_a_voice_without_a_name(
    small: CaseFile, made: Made
) -> None:
    small.writing("t").people((), (), (), "p2")
    (answer,) = answers(small.reading, [made.entry()])
    assert [voice.actor for voice in answer.asserted_by] == [None]
