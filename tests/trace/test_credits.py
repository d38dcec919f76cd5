"""Credits of single reports, their attributions made from the words themselves."""

import hashlib
from dataclasses import replace

from sayso.domain.attribution import (
    Act,
    Attribution,
    Certainty,
    Polarity,
    Style,
    attribution_id,
)
from sayso.domain.claim import Bearing, Orientation, Stance
from sayso.domain.document import Document, document_id
from sayso.domain.ids import ClaimId
from sayso.domain.origin import CreditKind
from sayso.domain.span import Span
from sayso.trace.credits import Report, credits_of
from sayso.trace.topic import Topic

CLAIM = "The mine fund paid bribes to the harbour board"


def report(text, *said, stance=Stance.ASSERTS, publisher=None):
    """Make a report; `said` is (source, content, polarity, bears, act)."""
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
    attributions, bearings = [], {}
    for source, content, polarity, bears, act in said:

        def span(words):
            start = text.index(words)
            return (Span(document=document.id, start=start, end=start + len(words)),)

        made = Attribution(
            id=attribution_id(document.id, span(source), (), span(content)),
            document=document.id,
            source=span(source),
            cue=(),
            content=span(content),
            style=Style.INDIRECT,
            polarity=Polarity(polarity),
            certainty=Certainty.CERTAIN,
            act=act,
            confidence=1,
        )
        attributions.append(made)
        if bears is not None:
            bearings[made.id] = Bearing(
                claim=ClaimId("clm-1"),
                attribution=made.id,
                orientation=Orientation.SAME,
                stance=bears,
                relevance=0.9,
            )
    return Report(
        document=document,
        attributions=attributions,
        bearings=bearings,
        actors={},
        stance=stance,
        topic=Topic(CLAIM),
        publishers=frozenset([publisher] if publisher else []),
    )


def listed(made):
    return [(one.credit.name, one.credit.stance) for one in credits_of(made)]


BRIBED = "the mine fund paid bribes to the board"


def test_a_bearing_source_is_credited_with_its_stance():
    text = f"Clerk Dora Kelm said {BRIBED}."
    made = report(text, ("Clerk Dora Kelm", BRIBED, "+", Stance.ASSERTS, Act.ASSERT))
    assert listed(made) == [("Clerk Dora Kelm", Stance.ASSERTS)]


def test_a_source_on_the_topic_is_credited_as_uncommitted():
    text = "Dora Kelm said the harbour board met the mine fund. It did."
    content = "the harbour board met the mine fund"
    made = report(
        text,
        ("Dora Kelm", content, "u", None, Act.ASSERT),
        stance=Stance.UNCOMMITTED,
    )
    assert listed(made) == [("Dora Kelm", Stance.UNCOMMITTED)]


def aside(stance):
    """A source that only speaks of the matter, in a report of that stance."""
    text = "Dora Kelm said the harbour board met the mine fund. It did."
    content = "the harbour board met the mine fund"
    made = report(
        text,
        ("Dora Kelm", content, "+", Stance.UNCOMMITTED, Act.ASSERT),
        stance=stance,
    )
    bearings = {
        key: replace(bearing, orientation=Orientation.OTHER)
        for key, bearing in made.bearings.items()
    }
    (one,) = credits_of(replace(made, bearings=bearings))
    return one.told


def test_who_speaks_of_the_matter_supports_only_a_report_that_tells_the_claim():
    assert aside(Stance.ASSERTS) > 0
    assert aside(Stance.UNCOMMITTED) == 0


def test_a_source_on_something_else_is_not_credited():
    text = "Dora Kelm said the ferry leaves at nine."
    content = "the ferry leaves at nine"
    assert listed(report(text, ("Dora Kelm", content, "+", None, Act.ASSERT))) == []


def test_declining_to_comment_is_no_credit():
    text = "The board would not comment on the bribes of the mine fund."
    content = "comment on the bribes of the mine fund"
    made = report(text, ("The board", content, "u", Stance.UNCOMMITTED, Act.DECLINE))
    assert listed(made) == []


def test_a_report_that_takes_a_side_has_it_from_those_it_cites():
    text = f"Dora Kelm said {BRIBED}."
    made = report(text, ("Dora Kelm", BRIBED, "+", None, Act.ASSERT))
    assert listed(made) == [("Dora Kelm", Stance.ASSERTS)]


def test_a_report_never_gets_a_side_from_a_source_that_rejects_it():
    text = f"Dora Kelm denied {BRIBED}."
    made = report(text, ("Dora Kelm", BRIBED, "-", None, Act.DENY))
    assert listed(made) == [("Dora Kelm", Stance.UNCOMMITTED)]


def test_an_outlet_that_was_told_is_credited_and_is_the_channel():
    text = f"Dora Kelm told the Boston Globe {BRIBED}."
    made = report(text, ("Dora Kelm", BRIBED, "+", Stance.ASSERTS, Act.ASSERT))
    assert [(o.credit.name, o.credit.via) for o in credits_of(made)] == [
        ("Dora Kelm", "Boston Globe"),
        ("Boston Globe", None),
    ]


def test_media_reports_are_credited_only_for_want_of_better():
    vague = ("Media reports", BRIBED, "+", Stance.ASSERTS, Act.ASSERT)
    alone = report(f"Media reports said {BRIBED}.", vague)
    assert [one.credit.kind for one in credits_of(alone)] == [CreditKind.OUTLET]
    text = f"Media reports said {BRIBED}. Dora Kelm said it is so with the mine fund."
    content = "it is so with the mine fund"
    named = ("Dora Kelm", content, "+", Stance.ASSERTS, Act.ASSERT)
    assert listed(report(text, vague, named)) == [("Dora Kelm", Stance.ASSERTS)]


def test_a_report_never_credits_its_own_publisher():
    text = f"Lowland Wire reported that {BRIBED}."
    own = ("Lowland Wire", BRIBED, "+", Stance.ASSERTS, Act.ASSERT)
    assert listed(report(text, own, publisher="Lowland Wire")) == []
    assert listed(report(text, own, publisher="Lom Gazette")) != []
