import pytest

from sayso.domain.attribution import Style
from sayso.extract.quotes import quoted, style_of


@pytest.mark.parametrize(
    "text",
    [
        'He said "we left early" and went.',
        "He said “we left early” and went.",
        "He said ''we left early'' and went.",
        "He said ‘we left early’ and went.",
        "He said 'we left early' and went.",
        "He said «we left early» and went.",
    ],
)
def test_every_kind_of_marks(text):
    assert [text[s:e] for s, e in quoted(text)] == ["we left early"]


def test_an_apostrophe_is_no_quotation_mark():
    assert quoted("The workers' union and the owner's sons don't talk.") == []


def test_an_open_quotation_ends_with_its_paragraph():
    text = "“We left early.\n\nThe rest stayed."
    assert [text[s:e] for s, e in quoted(text)] == ["We left early."]


@pytest.mark.parametrize(
    ("text", "content", "style"),
    [
        ("He said “we left early”.", "we left early", Style.DIRECT),
        ("He said they “left” quite early then.", "they “left” quite early then",
         Style.MIXED),
        ("He said they left.", "they left", Style.INDIRECT),
    ],
)  # fmt: skip
def test_style(text, content, style):
    start = text.index(content)
    ranges = [(start, start + len(content))]
    assert style_of(text, "said", ranges, quoted(text)) is style


def test_a_transcript_is_direct():
    assert style_of("LEE: We left.", ":", [(5, 12)], []) is Style.DIRECT


def test_no_words_no_quotation():
    assert style_of("…", "said", [(0, 1)], [(0, 1)]) is Style.INDIRECT
