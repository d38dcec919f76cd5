"""Sources beside the attributions: `sayso.trace.beside` and `sayso.trace.report`."""

import hashlib

import pytest

from sayso.domain.attribution import (
    Act,
    Attribution,
    Certainty,
    Polarity,
    Style,
    attribution_id,
)
from sayso.domain.claim import Stance
from sayso.domain.document import Document, document_id
from sayso.domain.origin import CreditKind
from sayso.domain.span import Span
from sayso.trace.beside import from_hearsay, from_outlet
from sayso.trace.passing import passing_outlets
from sayso.trace.report import Report
from sayso.trace.topic import Topic

CLAIM = "the night ferry sank off Aldmoor point"


def report(text, *said, stance=Stance.ASSERTS, publisher=None, act=Act.ASSERT):
    """Make a report; `said` is (source, cue, content)."""
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    document = Document(
        id=document_id(sha256),
        uri="a",
        uris=("a",),
        sha256=sha256,
        size=1,
        media_type="text/plain",
        text=text,
        publisher=publisher,
    )

    def span(words):
        start = text.index(words)
        return (Span(document=document.id, start=start, end=start + len(words)),)

    attributions = [
        Attribution(
            id=attribution_id(document.id, span(source), span(cue), span(content)),
            document=document.id,
            source=span(source),
            cue=span(cue),
            content=span(content),
            style=Style.INDIRECT,
            polarity=Polarity.HOLDS,
            certainty=Certainty.CERTAIN,
            act=act,
            confidence=1,
        )
        for source, cue, content in said
    ]
    return Report(
        document=document,
        attributions=attributions,
        bearings={},
        actors={},
        stance=stance,
        topic=Topic(CLAIM),
    )


def heard(made, name="Ida Holm"):
    return list(from_hearsay(made, made.attributions, made.page, lambda _: name))


def test_whom_a_source_cites_came_through_that_source():
    made = report(
        "Ida Holm, citing two fishermen, said the night ferry sank off Aldmoor point.",
        ("Ida Holm", "said", "the night ferry sank off Aldmoor point"),
    )
    [one] = heard(made)
    assert (one.credit.name, one.credit.via) == ("two fishermen", "Ida Holm")
    assert one.credit.stance is Stance.ASSERTS


def test_a_source_of_the_report_itself_has_no_channel():
    [one] = heard(report(f"It is clear that {CLAIM}, a source in the yard confirmed."))
    assert (one.credit.name, one.credit.via) == ("a source", None)
    assert one.generic


def test_a_report_that_denies_lends_nobody_its_story():
    text = f"It is said that {CLAIM}, a source in the yard confirmed."
    [one] = heard(report(text, stance=Stance.DENIES))
    assert (one.credit.stance, one.told) == (Stance.UNCOMMITTED, 0.0)


def test_a_platform_is_credited_once():
    text = f"Twitter is abuzz with rumours that {CLAIM}. " * 2
    [one] = heard(report(text))
    assert one.credit.kind is CreditKind.SOCIAL_MEDIA


def test_sources_on_other_matters_are_passed_over():
    assert heard(report("The price of bread rose, a source in the mill said.")) == []


@pytest.mark.parametrize(
    ("stance", "side"),
    [(Stance.ASSERTS, Stance.ASSERTS), (Stance.DENIES, Stance.UNCOMMITTED)],
)
def test_an_outlet_takes_the_side_of_what_it_passes_on(stance, side):
    made = report(f"The Lowland Gazette reported that {CLAIM}.", stance=stance)
    [outlet] = passing_outlets(made.document.text)
    one = from_outlet(made, outlet, (), made.page)
    assert (one.credit.name, one.credit.stance) == ("Lowland Gazette", side)


def test_an_outlet_that_withdrew_its_report_is_marked():
    text = f"The Lowland Gazette reported that {CLAIM}, and withdrew the report."
    made = report(text)
    [outlet] = passing_outlets(text)
    assert from_outlet(made, outlet, (), made.page).withdrawn


@pytest.mark.parametrize(
    ("cue", "content", "act", "taken"),
    [
        ("said", "I retract it", Act.ASSERT, True),
        ("retracted", "the tale of the ferry", Act.ASSERT, True),
        ("said", "they should retract it", Act.ASSERT, False),
        ("said", "we want them to retract it", Act.URGE, False),
        ("said", "the ferry sank", Act.ASSERT, False),
    ],
)
def test_only_one_s_own_word_can_be_taken_back(cue, content, act, taken):
    made = report(f"Ida Holm {cue} {content}.", ("Ida Holm", cue, content), act=act)
    assert made.takes_back(made.attributions[0]) is taken


def test_a_report_knows_its_publisher_by_any_spelling():
    made = report("Nothing.", publisher="The Lowland Gazette")
    assert made.is_by("Lowland Gazette")
    assert not made.is_by("Lowland Courier")
