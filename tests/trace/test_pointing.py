import hashlib

import pytest

from sayso.domain.claim import Stance
from sayso.domain.document import document_id
from sayso.domain.origin import Credit, CreditKind
from sayso.domain.span import Span
from sayso.trace.evidence import Sourced
from sayso.trace.pointing import named_elsewhere

UNNAMED, PERSON = CreditKind.UNNAMED, CreditKind.PERSON
ORGANIZATION = CreditKind.ORGANIZATION


def credits_in(text, *rows):
    """Make credits from (words, kind, stance)."""
    document = document_id(hashlib.sha256(text.encode()).hexdigest())
    return [
        Sourced(
            credit=Credit(
                document=document,
                span=Span(
                    document=document,
                    start=text.index(words),
                    end=text.index(words) + len(words),
                ),
                name=words,
                kind=kind,
                stance=stance,
            ),
            generic=kind is UNNAMED,
            lean=0.5 if stance is Stance.ASSERTS else 0.0,
        )
        for words, kind, stance in rows
    ]


def joined(text, *rows):
    return named_elsewhere(credits_in(text, *rows), text)


def test_who_is_announced_in_the_lead_is_who_is_named_below():
    [one] = joined(
        "The ferry sank, a monitoring group said. The Harbour Watch counts ferries.",
        ("a monitoring group", UNNAMED, Stance.ASSERTS),
        ("Harbour Watch", ORGANIZATION, Stance.UNCOMMITTED),
    )
    assert one.credit.name == "Harbour Watch"
    assert one.credit.stance is Stance.ASSERTS
    assert one.lean == 0.5


def test_words_that_point_back_mean_the_body_named_before():
    [one] = joined(
        "The Harbour Watch said so. Ida Holm agreed. The group said it again.",
        ("Harbour Watch", ORGANIZATION, Stance.ASSERTS),
        ("The group", UNNAMED, Stance.ASSERTS),
    )
    assert (one.credit.name, one.lean) == ("Harbour Watch", 1.0)


@pytest.mark.parametrize("words", ["a source", "an official", "a fisherman"])
def test_sources_that_papers_hide_describe_nobody_else(words):
    kind = CreditKind.WITNESS if words == "a fisherman" else UNNAMED
    found = joined(
        f"The ferry sank, {words} said. Ida Holm said so too.",
        (words, kind, Stance.ASSERTS),
        ("Ida Holm", PERSON, Stance.ASSERTS),
    )
    assert len(found) == 2


def test_a_description_on_the_other_side_is_somebody_else():
    found = joined(
        "The ferry sank, a monitoring group said. The Harbour Watch denied it.",
        ("a monitoring group", UNNAMED, Stance.ASSERTS),
        ("Harbour Watch", ORGANIZATION, Stance.DENIES),
    )
    assert len(found) == 2


def test_a_body_is_no_person():
    found = joined(
        "The ferry sank, a monitoring group said. Ida Holm said so too.",
        ("a monitoring group", UNNAMED, Stance.ASSERTS),
        ("Ida Holm", PERSON, Stance.ASSERTS),
    )
    assert len(found) == 2
