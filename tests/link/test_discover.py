"""Claim discovery on attributions written by hand, with a plain bag of words."""

import hashlib
import re
import zlib
from datetime import UTC, datetime

import numpy as np
import pytest

from sayso.domain.attribution import (
    Act,
    Attribution,
    Certainty,
    Polarity,
    Style,
    attribution_id,
)
from sayso.domain.claim import Orientation, Stance
from sayso.domain.document import Document, document_id
from sayso.domain.ids import ActorId, JudgementId
from sayso.domain.judgement import Judgement, Verdict
from sayso.domain.span import Span
from sayso.link.discover import discover
from sayso.link.discover_claims import claim_group
from sayso.link.discover_clusters import cluster
from sayso.link.discover_gather import gather, vectors_of
from sayso.link.discover_join import join_single
from sayso.link.discover_merge import merge
from sayso.link.discover_units import matter
from sayso.link.index import index_document

DENY, ADMIT, ASSERT = Act.DENY, Act.ADMIT, Act.ASSERT


class Bag:
    """Vectors of word stems: alike texts share words."""

    def embed(self, texts):
        rows = np.zeros((len(texts), 384), np.float32)
        for row, text in zip(rows, texts, strict=True):
            for word in matter(text):
                row[zlib.crc32(word.encode()) % 384] += 1
            row[0] += 1e-6
            row /= np.linalg.norm(row)
        return rows


class NoPairs:
    """Finds no two wordings alike."""

    def stances(self, _claim, passages):
        rows = np.zeros((len(passages), 4), np.float32)
        rows[:, 3] = 1
        return rows


class Corpus:
    """Reports of lines `SOURCE | cue | content | polarity [act]`; no source: own."""

    def __init__(self, **reports):
        self._documents, self._said, self._indexes = {}, {}, []
        for name, lines in reports.items():
            self._add(name, [line.split(" | ") for line in lines])

    def _add(self, name, lines):
        text, places = "", []
        for source, cue, content, _ in lines:
            start = len(text)
            lead = f"{source} {cue} " if source else ""
            text += f"{lead}{content}."
            places.append((start, len(lead)))
            text += " "
        sha256 = hashlib.sha256(f"{name} {text}".encode()).hexdigest()
        document = Document(
            id=document_id(sha256),
            uri=name,
            uris=(name,),
            sha256=sha256,
            size=len(text),
            media_type="text/plain",
            text=text,
        )
        said = [
            self._attribution(document, line, place)
            for line, place in zip(lines, places, strict=True)
        ]
        self._documents[document.id] = document
        self._said[document.id] = said
        self._indexes.append(index_document(document, said, Bag()))

    def _attribution(self, document, line, place):
        source, cue, content, kind = line
        start, lead = place
        polarity, _, act = kind.partition(" ")

        def span(low, length):
            return (Span(document=document.id, start=low, end=low + length),)

        who = span(start, len(source)) if source else ()
        verb = span(start + len(source) + 1, len(cue)) if source else ()
        what = span(start + lead, len(content))
        return Attribution(
            id=attribution_id(document.id, who, verb, what),
            document=document.id,
            source=who,
            cue=verb,
            content=what,
            style=Style.INDIRECT if source else Style.OWN_VOICE,
            polarity=Polarity(polarity),
            certainty=Certainty.CERTAIN,
            act=Act(act or "assert"),
            confidence=1,
            actor=ActorId(f"act-{source}") if source else None,
        )

    def indexes(self):
        return self._indexes

    def documents(self, ids):
        return [self._documents[i] for i in ids]

    def attributions(self, ids):
        return [a for i in ids for a in self._said[i]]

    def reverse(self):
        self._indexes.reverse()
        return self


def found(corpus, judgements=()):
    return discover(corpus, list(judgements), Bag(), NoPairs())


def stances(group):
    return sorted(bearing.stance for bearing in group.bearings)


QUARREL = {
    "one": [
        "Lena Horvat | said | the mine fund paid bribes to the harbour board | +",
        "The board | denied | that the mine fund paid bribes to it | - deny",
    ],
    "two": [
        "A clerk | said | the mine fund had paid bribes to the harbour board | +",
        "The harbour master | said | the ferry timetable changes in autumn | +",
        "A sailor | said | the ferry timetable changes in autumn | +",
    ],
}


def test_both_sides_of_a_claim_come_together_contested_first():
    first, second = found(Corpus(**QUARREL))
    assert "paid bribes" in first.claim.proposition
    assert stances(first) == [Stance.ASSERTS, Stance.ASSERTS, Stance.DENIES]
    assert "timetable" in second.claim.proposition
    assert {d.stance for d in second.documents} == {Stance.ASSERTS}


def test_the_order_of_reports_does_not_matter():
    assert found(Corpus(**QUARREL)) == found(Corpus(**QUARREL).reverse())


def test_unrelated_reports_leave_a_claim_its_id():
    more = {"three": ["A vet | said | the zoo will buy two older lions | + promise"]}
    before = {g.claim.id for g in found(Corpus(**QUARREL))}
    assert before <= {g.claim.id for g in found(Corpus(**QUARREL, **more))}


def test_a_denial_that_only_points_back_borrows_what_it_denies():
    [claim] = found(
        Corpus(
            one=[
                "Lena Horvat | said | the mine fund paid bribes to the board | +",
                "The board | called | the story a lie | - deny",
            ]
        )
    )
    assert stances(claim) == [Stance.ASSERTS, Stance.DENIES]
    assert claim.claim.proposition == "The mine fund paid bribes to the board"


def test_denying_knowledge_of_a_thing_does_not_deny_it():
    groups = found(
        Corpus(
            one=[
                "Lena Horvat | said | the mine fund bribed the board | + accuse",
                "The board | denied | having any knowledge that the mine fund "
                "bribed the board | - deny",
            ]
        )
    )
    [accusation] = [g for g in groups if "nowledge" not in g.claim.proposition]
    assert Stance.DENIES not in stances(accusation)


def test_a_negative_content_is_worded_in_the_affirmative_where_anybody_does():
    [claim] = found(
        Corpus(
            one=["The board | said | no bribes were paid by the mine fund | - deny"],
            two=["A clerk | said | bribes were paid by the mine fund | +"],
        )
    )
    assert claim.claim.proposition == "Bribes were paid by the mine fund"
    assert stances(claim) == [Stance.ASSERTS, Stance.DENIES]


def test_where_nobody_states_it_without_negation_the_claim_stays_negative():
    [claim] = found(
        Corpus(one=["The board | said | the mine fund never paid bribes | - deny"])
    )
    [bearing] = claim.bearings
    assert claim.claim.proposition == "The mine fund never paid bribes"
    assert bearing.orientation is Orientation.OPPOSITE
    assert bearing.stance is Stance.ASSERTS


def test_a_report_s_own_voice_joins_a_claim_but_makes_none():
    [claim] = found(
        Corpus(
            one=["The board | denied | the mine fund paid bribes to it | - deny"],
            two=[
                " |  | The mine fund paid bribes to the harbour board | +",
                " |  | Rain fell on the lower town for nine days in a row | +",
            ],
        )
    )
    assert stances(claim) == [Stance.ASSERTS, Stance.DENIES]
    assert {d.stance for d in claim.documents} == {Stance.ASSERTS, Stance.DENIES}


def test_different_figures_are_different_claims():
    groups = found(
        Corpus(
            one=["A medic | said | the depot blast killed 12 people | +"],
            two=["A guard | said | the depot blast killed 12 people | +"],
            three=["A cook | said | the depot blast killed 31 people | + accuse"],
        )
    )
    assert sorted(len(group.bearings) for group in groups) == [1, 2]


def test_one_voice_saying_something_plain_is_no_claim():
    assert found(Corpus(one=["A vet | said | the zoo will buy two lions | +"])) == []


def test_uncommitted_talk_is_no_claim():
    lines = ["A vet | asked | whether the zoo should buy two older lions | u ask"]
    assert found(Corpus(one=lines, two=lines)) == []


@pytest.mark.parametrize("corpus", [Corpus(), Corpus(one=[])])
def test_an_empty_case_has_no_claims(corpus):
    assert found(corpus) == []


def judgement(verdict, left, right):
    return Judgement(
        id=JudgementId(f"jdg-{verdict}"),
        verdict=verdict,
        left=left.claim.id,
        right=right.claim.id,
        anchors=(left.claim.proposition, right.claim.proposition),
        who="",
        why="",
        made=datetime.now(UTC),
    )


def test_a_person_can_join_two_claims_and_part_them_again():
    corpus = Corpus(
        one=["The board | denied | taking money for the northern pier | - deny"],
        two=["A clerk | said | the mine fund bribed the harbour office | + accuse"],
    )
    left, right = found(corpus)
    same = judgement(Verdict.SAME, left, right)
    [joined] = found(corpus, [same])
    assert len(joined.bearings) == 2
    assert len(found(corpus, [same, judgement(Verdict.DIFFERENT, left, right)])) == 2


def test_a_person_can_part_what_looks_alike():
    denied = "The board | denied | that the mine fund paid bribes to Lom | - deny"
    alleged = "A clerk | said | the mine fund paid bribes to Lom men | + accuse"
    both = Corpus(one=[denied], two=[alleged])
    [left], [right] = found(Corpus(one=[denied])), found(Corpus(two=[alleged]))
    assert len(found(both)) == 1
    assert len(found(both, [judgement(Verdict.DIFFERENT, left, right)])) == 2


class AllOne(NoPairs):
    """Finds every two wordings alike."""

    def stances(self, _claim, passages):
        rows = np.zeros((len(passages), 4), np.float32)
        rows[:, 0] = 1
        return rows


def test_the_pair_model_merges_only_what_shares_matter():
    corpus = Corpus(
        one=["A clerk | said | the mine fund paid the harbour to shut up | + accuse"],
        two=["A guard | said | mine fund money went to harbour pilots | + accuse"],
        three=["A vet | said | the zoo will sell two older lions in May | + accuse"],
    )
    assert len(found(corpus)) == 3
    merged = discover(corpus, [], Bag(), AllOne())
    assert sorted(len(group.bearings) for group in merged) == [1, 2]


class AllRuledOut(NoPairs):
    """Finds that every two wordings rule each other out."""

    def stances(self, _claim, passages):
        rows = np.zeros((len(passages), 4), np.float32)
        rows[:, 1] = 1
        return rows


def test_merged_opposites_stand_on_opposite_sides():
    corpus = Corpus(
        one=["A clerk | said | the mine fund kept the harbour open all day | + accuse"],
        two=["A guard | said | the mine fund closed the harbour at dawn | + accuse"],
    )
    [claim] = discover(corpus, [], Bag(), AllRuledOut())
    assert stances(claim) == [Stance.ASSERTS, Stance.DENIES]
    orientations = {b.stance: b.orientation for b in claim.bearings}
    assert orientations[Stance.DENIES] is Orientation.OPPOSITE


def test_a_negation_is_no_opposite_once_it_is_off():
    corpus = Corpus(
        one=["A clerk | said | the mine fund kept the harbour open all day | + accuse"],
        two=["A guard | said | the mine fund never opened the harbour | - deny"],
    )
    [claim] = discover(corpus, [], Bag(), AllRuledOut())
    assert stances(claim) == [Stance.ASSERTS, Stance.DENIES]
    assert {b.orientation for b in claim.bearings} == {Orientation.SAME}


def test_no_proposition_has_words_that_no_source_used():
    texts = [
        c for lines in QUARREL.values() for line in lines for c in line.split(" | ")
    ]
    for group in found(Corpus(**QUARREL)):
        words = re.findall(r"\w+", group.claim.proposition.casefold())
        assert any(" ".join(words) in text.casefold() for text in texts)


def test_a_content_left_alone_joins_the_group_it_is_nearest_to():
    corpus = Corpus(**QUARREL)
    gathered = gather(corpus)
    gathered.rows = vectors_of(gathered, Bag())
    groups = cluster(gathered.units, gathered.rows)
    before = len(groups.members)
    join_single(gathered, groups)
    assert len(groups.members) <= before
    assert sorted(i for m in groups.members.values() for i in m) == list(
        range(len(gathered.units))
    )


def test_merging_asks_the_model_only_about_whole_statements():
    corpus = Corpus(
        one=["A clerk | said | a harbour bribe | + accuse"],
        two=["A guard | said | a harbour payment | + accuse"],
    )
    gathered = gather(corpus)
    gathered.rows = vectors_of(gathered, Bag())
    groups = cluster(gathered.units, gathered.rows)
    merge(gathered, groups, AllOne())
    assert len(groups.members) == 2


def test_a_group_makes_a_claim_with_one_stance_a_report():
    corpus = Corpus(one=QUARREL["one"])
    gathered = gather(corpus)
    made = claim_group(gathered.units, vectors_of(gathered, Bag()), [])
    assert [d.stance for d in made.documents] == [Stance.UNCOMMITTED]
    assert len(made.bearings) == 2
