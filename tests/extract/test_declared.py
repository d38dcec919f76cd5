import pytest

from sayso.extract.complete import complete
from tests.extract.fake import FakeEncoder


def completed(text, *attributions):
    found = complete(text, FakeEncoder(*attributions).annotate(text))
    return [
        tuple(
            " … ".join(text[s:e] for s, e in role)
            for role in (r.source, r.cue, r.content)
        )
        for r in found
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The dam was weak, according to two engineers.",
            ("two engineers", "according to", "The dam was weak"),
        ),
        (
            "According to two engineers, the dam was weak.",
            ("two engineers", "According to", "the dam was weak"),
        ),
    ],
)
def test_a_relay_passed_over_is_found(text, expected):
    assert completed(text) == [expected]


def test_things_go_according_to_plan():
    assert completed("The rescue went according to plan that night.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The yard flatly denies that it sold the pumps.",
            ("The yard", "flatly denies", "that it sold the pumps"),
        ),
        (
            "Karl Ost has denied having met the buyer.",
            ("Karl Ost", "has denied", "having met the buyer"),
        ),
        (
            "The pumps were sold in May, a letter seen by the Courier shows.",
            ("a letter seen by the Courier", "shows", "The pumps were sold in May"),
        ),
    ],
)
def test_a_plain_declaration_is_not_lost(text, expected):
    assert completed(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "After the trial he denied that it mattered.",
        "The man who left denied that it mattered.",
        "There are claims that it mattered.",
    ],
)
def test_what_is_no_plain_declaration(text):
    assert completed(text) == []


def test_what_the_encoder_saw_is_left_alone():
    text = "The yard denies that it sold the pumps."
    roles = ("The yard", "denies", "that it sold the pumps", 0.9)
    assert len(completed(text, roles)) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The sources of this story are two dockers and a clerk.",
            ("two dockers and a clerk", "The sources of", "this story"),
        ),
        (
            "The report is largely based on interviews with dockers.",
            ("dockers", "is largely based on interviews with", "The report"),
        ),
    ],
)
def test_who_stands_behind_a_report_is_its_source(text, expected):
    assert completed(text) == [expected]


def test_a_denied_source_is_none():
    assert completed("The source of the story was not a docker.") == []


def test_a_finding_lends_weight_to_a_belief():
    text = "The find has strengthened suspicions that the fund paid the crew."
    assert completed(text) == [
        (
            "The find",
            "has strengthened suspicions",
            "that the fund paid the crew",
        )
    ]


def test_silence_is_told_of_too():
    text = "The yard did not immediately respond to requests for comment."
    assert completed(text) == [
        ("The yard", "did not immediately respond", "to requests for comment")
    ]


def test_an_opener_may_stand_before_an_admission():
    text = "In recent years, the yard has been open about selling pumps."
    assert completed(text) == [
        ("the yard", "has been open about", "selling pumps"),
    ]
