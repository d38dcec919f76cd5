"""Counting origins, on reports built from literals and at random."""

import hashlib
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sayso.domain.actor import Actor, ActorKind
from sayso.domain.attribution import (
    Act,
    Attribution,
    Certainty,
    Polarity,
    Style,
    attribution_id,
)
from sayso.domain.claim import Bearing, Claim, DocumentStance, Orientation, Stance
from sayso.domain.document import Document, document_id
from sayso.domain.ids import ActorId, ClaimId
from sayso.domain.origin import CreditKind, Reporting
from sayso.domain.span import Span
from sayso.trace.evidence import TraceInput
from sayso.trace.origins import trace

CLAIM = Claim(id=ClaimId("clm-1"), proposition="the dam burst")
STANCE = {"+": Stance.ASSERTS, "-": Stance.DENIES, "u": Stance.UNCOMMITTED}


class Pile:
    """Reports written line by line: each line one source and what it says."""

    def __init__(self):
        self.documents = {}
        self.attributions = {}
        self.actors = {}
        self.bearings = []
        self.stances = []

    def actor(self, name, kind=ActorKind.PERSON, scope=None, authority=None):
        key = ActorId(f"act-{name}-{scope or ''}")
        self.actors[key] = Actor(
            id=key,
            name=name,
            names=(name,),
            kind=kind,
            scope=scope,
            authority=authority,
        )
        return key

    def report(self, name, *lines, publisher=None, stance="+", tail=""):
        """Add a report; a line is (source words, kind or actor id, polarity)."""
        text = f"{name}.\n\n" if not lines else ""
        spans = []
        for words, *_ in lines:
            start = len(text)
            text += f"{words} said the dam burst."
            spans.append((start, start + len(words), len(text)))
            text += " "
        text += tail
        sha256 = hashlib.sha256(f"{name}|{text}".encode()).hexdigest()
        document = document_id(sha256)
        self.documents[document] = Document(
            id=document,
            uri=name,
            uris=(name,),
            sha256=sha256,
            size=1,
            media_type="text/plain",
            text=text,
            publisher=publisher,
            published=date(2024, 5, 1),
            language="en",
        )
        self.attributions[document] = [
            self._attribution(document, line, span)
            for line, span in zip(lines, spans, strict=True)
        ]
        self.stances.append(
            DocumentStance(
                claim=CLAIM.id, document=document, stance=STANCE[stance], relevance=1
            )
        )
        return document

    def _attribution(self, document, line, span):
        words, who, polarity = line
        if isinstance(who, ActorKind):
            scope = document if who is ActorKind.UNNAMED else None
            who = self.actor(words, who, scope)
        source = (Span(document=document, start=span[0], end=span[1]),)
        cue = (Span(document=document, start=span[1] + 1, end=span[1] + 5),)
        content = (Span(document=document, start=span[1] + 6, end=span[2] - 1),)
        made = Attribution(
            id=attribution_id(document, source, cue, content),
            document=document,
            source=source,
            cue=cue,
            content=content,
            style=Style.INDIRECT,
            polarity=Polarity(polarity),
            certainty=Certainty.CERTAIN,
            act=Act.ASSERT,
            confidence=1,
            actor=who,
        )
        self.bearings.append(
            Bearing(
                claim=CLAIM.id,
                attribution=made.id,
                orientation=Orientation.SAME,
                stance=STANCE[polarity],
                relevance=1,
            )
        )
        return made

    def inside(self, document, child, parent):
        """Make attribution `child` of a report stand inside `parent`."""
        rows = self.attributions[document]
        rows[child] = replace(rows[child], parent=rows[parent].id)

    def trace(self, order=1):
        return trace(
            CLAIM,
            self.bearings[::order],
            self.stances[::order],
            TraceInput(
                documents=self.documents,
                attributions=self.attributions,
                actors=self.actors,
            ),
        )


PERSON, OUTLET, UNNAMED = ActorKind.PERSON, ActorKind.OUTLET, ActorKind.UNNAMED
ORGANIZATION = ActorKind.ORGANIZATION


@pytest.fixture
def pile():
    return Pile()


def span_of(count):
    return count.low, count.high


def names(count):
    return [origin.name for origin in count.origins]


def test_ten_reports_of_one_widow_are_one_origin(pile):
    for number in range(10):
        pile.report(f"paper {number}", ("Dora Kelm", PERSON, "+"))
    count = pile.trace().asserting
    assert span_of(count) == (1, 1)
    assert names(count) == ["Dora Kelm"]
    assert len(count.origins[0].documents) == 10
    assert len(count.origins[0].evidence) == 10


def test_sides_are_counted_apart(pile):
    pile.report("one", ("Dora Kelm", PERSON, "+"), ("Otto Brandt", PERSON, "-"))
    result = pile.trace()
    assert names(result.asserting) == ["Dora Kelm"]
    assert names(result.denying) == ["Otto Brandt"]


def test_an_outlet_with_a_source_behind_it_is_no_origin(pile):
    report = pile.report(
        "relay", ("The Guardian", OUTLET, "+"), ("Dora Kelm", PERSON, "+")
    )
    pile.inside(report, child=1, parent=0)
    result = pile.trace()
    assert names(result.asserting) == ["Dora Kelm"]
    [traced] = result.reports
    assert [(c.name, c.via) for c in traced.credits] == [
        ("Guardian", None),
        ("Dora Kelm", "Guardian"),
    ]
    assert traced.reporting is Reporting.DERIVED


def test_an_outlet_with_nothing_behind_it_is_the_origin(pile):
    pile.report("relay", ("The Guardian", OUTLET, "+"))
    assert names(pile.trace().asserting) == ["Guardian"]


def test_a_cited_outlet_whose_own_report_is_here_is_passed_over(pile):
    pile.report("relay", ("The Guardian", OUTLET, "+"))
    pile.report("first", ("Dora Kelm", PERSON, "+"), publisher="The Guardian")
    assert names(pile.trace().asserting) == ["Dora Kelm"]


def test_a_spokesman_and_his_ministry_are_one_origin(pile):
    ministry = pile.actor("Ministry of Works", ORGANIZATION)
    speaker = pile.actor("Ada Lind", PERSON, authority=ministry)
    pile.report("one", ("Ada Lind", speaker, "-"))
    pile.report("two", ("The Ministry of Works", ministry, "-"))
    count = pile.trace().denying
    assert span_of(count) == (1, 1)
    assert names(count) == ["Ministry of Works"]


def test_two_unnamed_officials_are_one_or_two(pile):
    pile.report("one", ("an official", UNNAMED, "+"))
    pile.report("two", ("a security official", UNNAMED, "+"))
    assert span_of(pile.trace().asserting) == (1, 2)


def test_a_named_source_stands_apart_from_an_unnamed_one(pile):
    pile.report("one", ("an official", UNNAMED, "+"))
    pile.report("two", ("Dora Kelm", PERSON, "+"), ("Otto Brandt", PERSON, "+"))
    assert span_of(pile.trace().asserting) == (2, 3)


def test_outlets_that_cite_each_other_end_in_one(pile):
    pile.report("one", ("Reuters", OUTLET, "+"), publisher="Bloomberg")
    pile.report("two", ("Bloomberg", OUTLET, "+"), publisher="Reuters")
    count = pile.trace().asserting
    assert span_of(count) == (0, 0)
    assert [len(root.documents) for root in count.unresolved] == [2]


def test_a_report_that_credits_itself_shows_no_origin(pile):
    pile.report("one", ("Reuters", OUTLET, "+"), publisher="Reuters")
    result = pile.trace()
    assert span_of(result.asserting) == (0, 0)
    assert len(result.asserting.unresolved) == 1
    assert result.reports[0].credits == ()


def test_a_report_without_a_source_is_unresolved_and_said_so(pile):
    pile.report("bare")
    result = pile.trace()
    assert span_of(result.asserting) == (0, 0)
    assert [origin.name for origin in result.asserting.unresolved] == ["bare"]
    assert any("does not say where" in warning for warning in result.warnings)


def test_a_source_that_told_an_outlet_came_through_it(pile):
    told = "Dora Kelm told the Boston Globe the dam burst."
    document = pile.report("relay", ("Dora Kelm", PERSON, "+"))
    old = pile.documents[document]
    pile.documents[document] = replace(old, text=told + " " + old.text[len(told) :])
    [traced] = pile.trace().reports
    assert {(c.name, c.via) for c in traced.credits} == {
        ("Dora Kelm", "Boston Globe"),
        ("Boston Globe", None),
    }


def test_words_that_are_everyday_words_are_no_outlet_by_chance(pile):
    tail = "Time passed. The Sun rose over the valley. People left."
    document = pile.report("plain", ("Dora Kelm", PERSON, "+"), tail=tail)
    [traced] = pile.trace().reports
    assert [credit.name for credit in traced.credits] == ["Dora Kelm"]
    assert document == traced.document


def test_one_line_and_empty_reports_are_traced(pile):
    pile.report("", stance="u")
    pile.report("?", stance="-")
    result = pile.trace()
    assert len(result.reports) == 2
    assert result.denying.high == 0


def test_kinds_of_sources_are_told_apart(pile):
    pile.report(
        "one",
        ("Witnesses", UNNAMED, "+"),
        ("Twitter users", UNNAMED, "+"),
        ("Court documents", UNNAMED, "+"),
        ("a person close to the talks", UNNAMED, "+"),
    )
    [traced] = pile.trace().reports
    assert [credit.kind for credit in traced.credits] == [
        CreditKind.WITNESS,
        CreditKind.SOCIAL_MEDIA,
        CreditKind.DOCUMENT,
        CreditKind.UNNAMED,
    ]


SPEAKERS = ["Dora Kelm", "Otto Brandt", "Ada Lind"]
LINES = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(SPEAKERS), st.just(PERSON), st.sampled_from("+-u")),
        st.tuples(
            st.sampled_from(["Reuters", "The Guardian", "Bloomberg"]),
            st.just(OUTLET),
            st.sampled_from("+-u"),
        ),
        st.tuples(
            st.sampled_from(["a source", "witnesses", "an aide"]),
            st.just(UNNAMED),
            st.sampled_from("+-u"),
        ),
    ),
    max_size=4,
)
REPORTS = st.lists(
    st.tuples(
        LINES,
        st.sampled_from([None, "Reuters", "The Guardian", "Bloomberg"]),
        st.sampled_from("+-u"),
        st.booleans(),
    ),
    max_size=6,
)


def built(rows):
    pile = Pile()
    for number, (lines, publisher, stance, nested) in enumerate(rows):
        document = pile.report(
            f"report {number}", *lines, publisher=publisher, stance=stance
        )
        if nested and len(lines) > 1:
            pile.inside(document, child=1, parent=0)
    return pile


@settings(max_examples=150, deadline=None)
@given(REPORTS)
def test_the_order_of_input_never_matters(rows):
    one, other = built(rows).trace(), built(rows).trace(order=-1)
    assert one.asserting == other.asserting
    assert one.denying == other.denying
    assert one.warnings == other.warnings
    assert sorted(one.reports, key=lambda r: r.document) == sorted(
        other.reports, key=lambda r: r.document
    )


@settings(max_examples=150, deadline=None)
@example(
    # Its own outlet among the credits, which a copy elsewhere does not pass over.
    [
        (
            [
                ("Dora Kelm", ActorKind.PERSON, "+"),
                ("a source", ActorKind.UNNAMED, "+"),
                ("Reuters", ActorKind.OUTLET, "+"),
                ("a source", ActorKind.UNNAMED, "+"),
            ],
            "Reuters",
            "+",
            True,
        )
    ],
    0,
    None,
)
@given(REPORTS, st.integers(0, 5), st.sampled_from([None, "Reuters", "Salon"]))
def test_adding_a_copy_never_raises_the_count(rows, which, publisher):
    if not rows:
        return
    before = built(rows).trace()
    pile = built(rows)
    lines, _, stance, nested = rows[which % len(rows)]
    original = list(pile.documents.values())[which % len(rows)]
    copy = pile.report(
        original.uri, *lines, publisher=publisher, stance=stance, tail=" "
    )
    if nested and len(lines) > 1:
        pile.inside(copy, child=1, parent=0)
    after = pile.trace()
    for side in ("asserting", "denying"):
        assert getattr(after, side).high <= getattr(before, side).high
        assert getattr(after, side).low <= getattr(before, side).low


@settings(max_examples=150, deadline=None)
@given(REPORTS, st.sampled_from("+-"))
def test_adding_an_independent_origin_never_lowers_the_high_end(rows, polarity):
    side = "asserting" if polarity == "+" else "denying"
    before = getattr(built(rows).trace(), side)
    pile = built(rows)
    pile.report("scoop", ("Ines Vogt", PERSON, polarity), stance=polarity)
    after = getattr(pile.trace(), side)
    assert after.high >= before.high + 1
    assert "Ines Vogt" in names(after)


@settings(max_examples=100, deadline=None)
@given(REPORTS)
def test_every_range_is_one_and_every_origin_is_proven(rows):
    result = built(rows).trace()
    for count in (result.asserting, result.denying):
        assert 0 <= count.low <= count.high == len(count.origins)
        assert all(origin.evidence for origin in count.origins)


def test_a_source_that_takes_its_word_back_is_named_and_no_longer_sure(pile):
    pile.report("one", ("Dora Kelm", PERSON, "+"), ("Otto Brandt", PERSON, "+"))
    before = pile.trace()
    document = pile.report("two", ("Dora Kelm", PERSON, "u"))
    old = pile.documents[document]
    taken = old.text.replace("the dam burst", "I retract it", 1)
    pile.documents[document] = replace(old, text=taken)
    after = pile.trace()
    assert span_of(before.asserting) == (2, 2)
    assert span_of(after.asserting) == (1, 2)
    [warning] = [w for w in after.warnings if "taken the word back" in w]
    assert warning.startswith("Dora Kelm has")


def test_ten_thousand_copies_of_one_report_are_one_origin(pile):
    for number in range(10_000):
        pile.report(f"paper {number}", ("Dora Kelm", PERSON, "+"))
    result = pile.trace()
    assert span_of(result.asserting) == (1, 1)
    assert len(result.reports) == 10_000


@pytest.mark.parametrize("outlet", ["the Sun", "Time", "the Post"])
def test_outlets_with_everyday_names_are_credited_beside_reporting(pile, outlet):
    text = f"Dora Kelm told {outlet} the dam burst. Time and sun wore the post down."
    document = pile.report("relay", ("Dora Kelm", PERSON, "+"))
    pile.documents[document] = replace(pile.documents[document], text=text)
    [traced] = pile.trace().reports
    name = outlet.removeprefix("the ")
    assert {(c.name, c.via) for c in traced.credits} == {
        ("Dora Kelm", name),
        (name, None),
    }


def test_a_short_name_means_the_outlet_named_in_full(pile):
    text = (
        "Dora Kelm told the Post the dam burst. The Lowland Post has asked the "
        "ministry. A post marks the place."
    )
    document = pile.report("relay", ("Dora Kelm", PERSON, "+"))
    pile.documents[document] = replace(pile.documents[document], text=text)
    [traced] = pile.trace().reports
    assert ("Dora Kelm", "Lowland Post") in {(c.name, c.via) for c in traced.credits}
