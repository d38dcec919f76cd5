import pytest

from sayso.extract.own_voice import statements, tells_of_deed


def stated(text, attributed=()):
    return [
        (
            " ".join(text[s:e] for s, e in statement.cue),
            " … ".join(text[s:e] for s, e in statement.content),
            str(statement.commitment.polarity),
            str(statement.commitment.certainty),
        )
        for statement in statements(text, attributed)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It is a fact that the ferry was overloaded.",
            ("It is a fact that", "the ferry was overloaded.", "+", "certain"),
        ),
        (
            "Likely, the ferry was carrying too many cars.",
            ("Likely", "the ferry was carrying too many cars.", "+", "probable"),
        ),
        (
            "Supposedly the captain had been drinking that day.",
            ("Supposedly", "the captain had been drinking that day.", "u", "none"),
        ),
        (
            "The captain had reportedly been drinking that day.",
            (
                "reportedly",
                "The captain had … been drinking that day.",
                "u",
                "none",
            ),
        ),
        (
            "No lifeboat was lowered before the ferry sank.",
            ("", "No lifeboat was lowered before the ferry sank.", "-", "certain"),
        ),
        (
            "The delay might be a sign of neglect.",
            ("", "The delay might be a sign of neglect.", "+", "possible"),
        ),
        (
            "Ferry sinks off the northern coast",
            ("", "Ferry sinks off the northern coast", "+", "certain"),
        ),
        (
            "OSLO (Wire) -- The ferry sank at dawn on Monday.",
            ("", "The ferry sank at dawn on Monday.", "+", "certain"),
        ),
    ],
)
def test_statements_of_the_report(text, expected):
    assert stated(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Why did the ferry sink so fast?",
        "How the ferry was lost in an hour",
        "From the harbour to the open sea",
        "By Anna Berg and Jonas Lind, reporters",
        "Photo: the ferry is towed into the harbour.",
        "Subscribe to our newsletter and you will never miss a story.",
        "It sank.",
        "LEE: The ferry was never inspected at all.",
        "",
    ],
)
def test_what_is_no_statement(text):
    assert stated(text) == []


def test_a_clause_beside_an_attribution_is_kept():
    text = "The owner said the crew was trained, but the ferry had failed two tests."
    end = text.index(",")
    assert stated(text, [(0, end)]) == [
        ("", "the ferry had failed two tests", "+", "certain")
    ]


def test_scraps_beside_an_attribution_are_not():
    text = "After the trial, the owner, who wore black, said the crew was trained."
    taken = [(17, 26), (text.index("said"), len(text) - 1)]
    assert stated(text, taken) == []


@pytest.mark.parametrize(
    ("cue", "content", "deed"),
    [
        ("has long sought", "to curb the gangs", True),
        ("first decided", "to ally with them", True),
        ("said", "it would help", False),
        ("did not support", "the ban", False),
        ("supports", "“a full ban”", False),
    ],
)
def test_deeds_are_told_from_words(cue, content, deed):
    assert tells_of_deed(cue, content) is deed


def test_words_in_quotation_marks_are_somebody_elses():
    text = "“The ferry was never safe at all.”"
    assert list(statements(text, (), [(1, len(text) - 1)])) == []
