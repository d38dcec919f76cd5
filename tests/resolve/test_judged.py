from datetime import UTC, datetime, timedelta

import pytest

from sayso.domain.actor import ActorKind
from sayso.domain.ids import JudgementId
from sayso.domain.judgement import Judgement, Verdict
from sayso.resolve.judged import Joined, in_effect, join_nodes
from sayso.resolve.nodes import Link, make_node
from sayso.resolve.records import LocalActor

START = datetime(2024, 1, 1, tzinfo=UTC)


def node(name):
    actor = LocalActor(document=name, key="0", kind=ActorKind.PERSON, names=(name,))
    return make_node(ActorKind.PERSON, name.lower(), [actor])


def judge(verdict, left, right, day):
    return Judgement(
        id=JudgementId(f"jud-{day}"),
        verdict=verdict,
        left=left.id,
        right=right.id,
        anchors=(left.key, right.key),
        who="analyst",
        why="known",
        made=START + timedelta(days=day),
    )


def sure(left, right):
    return Link(left=left.id, right=right.id, score=1.0, why="", sure=True)


A, B, C = node("Anna"), node("Berta"), node("Clara")


def test_what_was_told_apart_is_not_joined_by_way_of_a_third():
    apart = [judge(Verdict.DIFFERENT, A, C, 0)]
    sets, _ = join_nodes([A, B, C], [sure(A, B), sure(B, C)], apart)
    assert not any({A.id, C.id} <= set(members) for members in sets.values())


def test_a_chain_of_sames_joins_all_under_the_left():
    same = [judge(Verdict.SAME, C, B, 0), judge(Verdict.SAME, B, A, 1)]
    sets, _ = join_nodes([A, B, C], [], same)
    assert sets == {C.id: sorted([A.id, B.id, C.id])}


@pytest.mark.parametrize("flip", [False, True])
def test_the_last_judgement_on_a_pair_is_in_effect(flip):
    later = judge(Verdict.DIFFERENT, *((B, A) if flip else (A, B)), 2)
    assert in_effect([later, judge(Verdict.SAME, A, B, 1)]) == [later]


def test_suggested_links_join_nothing():
    link = Link(left=A.id, right=B.id, score=0.9, why="", sure=False)
    sets, _ = join_nodes([A, B], [link], [])
    assert len(sets) == 2


def test_sets_refuse_foes():
    sets = Joined([A, B, C], [(A.id, C.id)])
    assert sets.join(A.id, B.id)
    assert sets.join(B.id, A.id)
    assert not sets.join(C.id, B.id)
    assert sets.root(B.id) == A.id
