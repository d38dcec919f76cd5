from sayso.domain.attribution import Certainty, Style

TEXT = (
    "The mill closed on Monday. The owner said the drains were old. "
    "“We warned them in spring,” a foreman said. Workers deny that they struck."
)


def test_spans_style_and_commitment_come_together(read):
    found = read(
        TEXT,
        ("The owner", "said", "the drains were old", 0.9),
        ("a foreman", "said.", "We warned them in spring", 0.8),
        ("Workers", "deny", "that they struck", 0.7),
    )
    said = [(w[1:], a.style, a.polarity) for a, *w in found if a.style != "own voice"]
    assert [(style, polarity) for _, style, polarity in said] == [
        (Style.INDIRECT, "+"),
        (Style.DIRECT, "+"),
        (Style.INDIRECT, "-"),
    ]
    assert [a.confidence for a, *_ in found if a.cue] == [0.9, 0.8, 0.7]


def test_narration_is_the_reports_own_voice(read):
    found = read(TEXT, ("The owner", "said", "the drains were old", 0.9))
    own = [w for a, *w in found if a.style is Style.OWN_VOICE]
    assert ["", "", "The mill closed on Monday."] in own
    assert all("drains" not in content for _, _, content in own)


def test_what_stands_in_a_content_has_it_as_parent(read):
    text = "The mayor said that a clerk claimed the safe was open all night."
    outer, inner = read(
        text,
        ("The mayor", "said", "that a clerk claimed the safe was open all night", 0.9),
        ("a clerk", "claimed", "the safe was open all night", 0.9),
    )
    assert outer[0].parent is None
    assert inner[0].parent == outer[0].id


def test_ids_depend_on_the_spans_alone(read):
    roles = ("The owner", "said", "the drains were old", 0.9)
    once, again = read(TEXT, roles), read(TEXT, (*roles[:3], 0.4))
    assert [a.id for a, *_ in once] == [a.id for a, *_ in again]
    assert len({a.id for a, *_ in once}) == len(once)


def test_a_deed_is_also_stated_by_the_report(read):
    text = "Moscow backed the militia for ten years. Oslo praised the truce warmly."
    found = read(
        text,
        ("Moscow", "backed", "the militia", 0.9),
        ("Oslo", "praised", "the truce", 0.9),
    )
    own = [w[2] for a, *w in found if a.style is Style.OWN_VOICE]
    assert own == ["Moscow backed the militia for ten years."]


def test_an_empty_text_gives_nothing(read):
    assert read("") == []


def test_a_hedge_left_outside_the_content_counts(read):
    text = "Supposedly the two are linked, according to the commander."
    [(found, *_)] = read(
        text, ("the commander", "according to", "the two are linked", 0.9)
    )
    assert (found.polarity, found.certainty) == ("+", "probable")


def test_a_hedge_before_the_whole_statement_counts(read):
    text = "Likely, Norway has backed the guild with arms."
    ((found, *_), *_) = read(text, ("Norway", "has backed", "the guild", 0.9))
    assert found.certainty is Certainty.PROBABLE
