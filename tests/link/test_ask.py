"""Asking over literal reports, with encoders whose judgements are known."""

import hashlib
import re

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
from sayso.domain.span import Span
from sayso.link.ask import ask, asked_claim
from sayso.link.corpus import Encoders
from sayso.link.index import index_document
from sayso.link.terms import term_id, terms

CLAIM = "The mill poisoned the creek"
PAPER = (
    "The mill poisoned the creek, two dockers told the Herald. "
    "The owner denied that the mill poisoned the creek. "
    "The mayor denied any knowledge of waste in the creek."
)
BREAD = "Bread got dearer in June. Bakers blamed the price of flour."


class Words:
    """Sentence vectors of shared words."""

    def embed(self, texts):
        rows = np.zeros((len(texts), 512), np.float32)
        for row, text in zip(rows, texts, strict=True):
            for term in terms(text):
                row[term_id(term) % 512] += 1
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        return rows / np.maximum(lengths, 1e-9)


class Rules:
    """Stances by rule: shared words make a pair related, `denied that` denies."""

    def __init__(self):
        self.asked = []

    def stances(self, claim, passages):
        self.asked.append(list(passages))
        return np.array([self.one(claim, p) for p in passages], np.float32).reshape(
            -1, 4
        )

    @staticmethod
    def one(claim, passage):
        shared = set(terms(claim)) & set(terms(passage))
        if not shared:
            return [0.0, 0.0, 0.1, 0.9]
        if not set(terms(claim)) <= set(terms(passage)) and "called" not in passage:
            return [0.1, 0.1, 0.8, 0.0]
        rejected = re.search(r"denied that|called it a lie", passage)
        return [0.1, 0.8, 0.1, 0.0] if rejected else [0.8, 0.1, 0.1, 0.0]


class Memory:
    """A corpus of literal reports; attributions are written `source|cue|content`."""

    def __init__(self, *reports):
        self.reports, self.said = [], []
        for text, *lines in reports:
            sha = hashlib.sha256(text.encode()).hexdigest()
            report = Document(
                id=document_id(sha),
                uri=f"{len(self.reports)}.txt",
                uris=(f"{len(self.reports)}.txt",),
                sha256=sha,
                size=len(text),
                media_type="text/plain",
                text=text,
            )
            self.reports.append(report)
            self.said.append([attributed(report, line) for line in lines])

    def indexes(self):
        for report, said in zip(self.reports, self.said, strict=True):
            yield index_document(report, said, Words())

    def documents(self, ids):
        known = {report.id: report for report in self.reports}
        return [known[i] for i in ids]

    def attributions(self, ids):
        return [a for said in self.said for a in said if a.document in ids]


def attributed(report, line):
    """Find the words of the attribution in the report, in any order."""
    source, cue, content, polarity = (part.strip() for part in line.split("|"))
    home = report.text.index(content)
    roles = [spans(report, part, home) for part in (source, cue, content)]
    return Attribution(
        id=attribution_id(report.id, *roles),
        document=report.id,
        source=roles[0],
        cue=roles[1],
        content=roles[2],
        style=Style.INDIRECT if cue else Style.OWN_VOICE,
        polarity=Polarity(polarity),
        certainty=Certainty.CERTAIN,
        act=Act.ASSERT,
        confidence=0.9,
    )


def spans(report, words, home):
    """Return where the words stand nearest to `home`."""
    if not words:
        return ()
    places = [m.start() for m in re.finditer(re.escape(words), report.text)]
    at = min(places, key=lambda place: abs(place - home))
    return (Span(document=report.id, start=at, end=at + len(words)),)


PAPER_SAID = (
    "two dockers | told | The mill poisoned the creek | +",
    "The owner | denied | that the mill poisoned the creek | -",
    "The mayor | denied | any knowledge of waste in the creek | -",
)


def answer(corpus, claim=CLAIM, pairs=None):
    encoders = Encoders(sentences=Words(), pairs=pairs or Rules())
    return ask(claim, corpus, encoders)


def sides(result, corpus):
    """Return the source of each bearing with its stance."""
    texts = {r.id: r.text for r in corpus.reports}
    by_id = {a.id: a for said in corpus.said for a in said}
    found = {}
    for bearing in result.bearings:
        a = by_id[bearing.attribution]
        name = " ".join(texts[a.document][s.start : s.end] for s in a.source)
        found[name] = (bearing.stance, bearing.orientation)
    return found


def test_both_sides_and_the_denial_of_knowledge():
    corpus = Memory((PAPER, *PAPER_SAID), (BREAD,))
    found = sides(answer(corpus), corpus)
    assert found["two dockers"] == (Stance.ASSERTS, Orientation.SAME)
    assert found["The owner"] == (Stance.DENIES, Orientation.SAME)
    assert found.get("The mayor", (Stance.UNCOMMITTED, Orientation.OTHER)) == (
        Stance.UNCOMMITTED,
        Orientation.OTHER,
    )


def test_reports_on_other_matters_are_not_listed():
    corpus = Memory((PAPER,), (BREAD,))
    assert [d.document for d in answer(corpus).documents] == [corpus.reports[0].id]


def test_an_unrelated_question_gets_nothing():
    corpus = Memory((PAPER, *PAPER_SAID), (BREAD,))
    result = answer(corpus, "Orchestras play louder abroad")
    assert result.documents == ()
    assert result.bearings == ()


def test_a_content_that_points_back_is_judged_with_what_it_points_to():
    text = "The mill poisoned the creek, says the Herald. The owner called it a lie."
    corpus = Memory((text, "The owner | called | it a lie | -"))
    assert sides(answer(corpus), corpus) == {
        "The owner": (Stance.DENIES, Orientation.SAME)
    }


def test_own_voice_counts_where_it_bears():
    text = "The mill poisoned the creek. Summers are warm by the creek."
    corpus = Memory(
        (text, " | | The mill poisoned the creek | +", " | | Summers are warm | +")
    )
    result = answer(corpus)
    assert [b.stance for b in result.bearings] == [Stance.ASSERTS]


def test_an_uncommitted_source_stays_so():
    text = "The inspector asked if the mill poisoned the creek."
    corpus = Memory(
        (text, "The inspector | asked | if the mill poisoned the creek | u")
    )
    ((stance, _),) = sides(answer(corpus), corpus).values()
    assert stance is Stance.UNCOMMITTED


def test_listings_are_most_relevant_first():
    near = "The mill poisoned the creek. " + PAPER
    corpus = Memory((BREAD + " The creek froze.",), (near, *PAPER_SAID))
    result = answer(corpus)
    assert result.documents[0].document == corpus.reports[1].id
    for items in (result.documents, result.bearings):
        order = [item.relevance for item in items]
        assert order == sorted(order, reverse=True)
        assert all(0 <= value <= 1 for value in order)


def test_an_empty_case_answers_nothing():
    assert answer(Memory()).documents == ()


@pytest.mark.parametrize("question", ["The  mill poisoned\nthe creek?", CLAIM])
def test_the_claim_does_not_depend_on_spacing_or_a_question_mark(question):
    claim = asked_claim(question)
    assert claim.proposition == CLAIM
    assert claim.id == asked_claim(CLAIM.upper()).id
    assert claim.asked


@pytest.mark.parametrize(
    ("claim", "settled"),
    [(CLAIM, False), ("The mayor had knowledge of waste in the creek", True)],
)
def test_knowing_of_a_thing_settles_only_claims_of_knowing(claim, settled) -> None:
    text = "The mayor denied having any knowledge that the mill poisoned the creek."
    line = "The mayor|denied|having any knowledge that the mill poisoned the creek|-"
    corpus = Memory((text, line))
    found = ask(claim, corpus, Encoders(sentences=Words(), pairs=Known()))
    (bearing,) = found.bearings
    assert (bearing.stance is not Stance.UNCOMMITTED) is settled


class Known(Rules):
    """Takes every pair for a rejection of the claim."""

    @staticmethod
    def one(claim, passage):  # noqa: ARG004 - the face of a pair encoder
        return [0.0, 1.0, 0.0, 0.0]
