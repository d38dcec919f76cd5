from datetime import date

import pytest

from sayso.read.header import Header, front_matter, read_header

BODY = "Harbour police said on Tuesday that they had seized two boats in the bay."


def test_an_agency_report_with_everything() -> None:
    text = (
        "Police seize two boats\n\nBy Ana Lopes and Tom de Wit in Portmere\n\n"
        f"PORTMERE, 12 May 2020 (Northern Wire) - {BODY}\n"
    )
    assert read_header(text) == Header(
        title="Police seize two boats",
        byline="Ana Lopes and Tom de Wit in Portmere",
        publisher="Northern Wire",
        published=date(2020, 5, 12),
    )


def test_labels() -> None:
    text = (
        "Headline: Police seize two boats\r\nAuthor: Ana Lopes\r\n"
        "Source: The Portmere Post, 11 May 2020\r\nPublished: 12 May 2020\r\n"
        f"URL: https://post.example/boats\r\n\r\n{BODY}\r\n"
    )
    assert read_header(text) == Header(
        title="Police seize two boats",
        byline="Ana Lopes",
        publisher="The Portmere Post",
        published=date(2020, 5, 12),
        url="https://post.example/boats",
    )


@pytest.mark.parametrize(
    ("line", "agency", "day"),
    [
        ("PORTMERE (NW) — ", "NW", None),
        ("PORTMERE, May 12, 2020 (NW) -- ", "NW", date(2020, 5, 12)),
        ("PORTMERE, Wash., Sept. 26 (NW) - ", "NW", None),
        ("NEW HAVEN (ELMORA), 4 FEB 90 (RADIO NW) -- ", "RADIO NW", date(1990, 2, 4)),
        ("PORTMERE (May 12, 2020) – ", None, date(2020, 5, 12)),
        ("12 May 2020 (NW) - ", "NW", date(2020, 5, 12)),
        ("(NW) - ", "NW", None),
        ("The group (NW) - ", None, None),
        ("NATO - ", None, None),
        ("PORTMERE, 31 February 2020 - ", None, None),
    ],
)
def test_datelines(line: str, agency: str | None, day: date | None) -> None:
    header = read_header(f"Police seize boats\n\n{line}{BODY}")
    assert (header.publisher, header.published) == (agency, day)


def test_a_label_goes_before_the_agency() -> None:
    text = f"Source: The Post\n\nPORTMERE (NW) - {BODY}"
    assert read_header(text).publisher == "The Post"


@pytest.mark.parametrize(
    "line",
    [
        "Tuesday, 12 May 2020",
        "12 May 2020, 10:30 GMT",
        "Published on May 12, 2020",
        "Posted: Tuesday, May 12, 2020 4:31 PM EST",
        "Date: 2020-05-12",
    ],
)
def test_lines_about_the_date(line: str) -> None:
    assert read_header(f"Boats seized\n{line}\n\n{BODY}").published == date(2020, 5, 12)


def test_a_date_in_a_sentence_is_not_the_day_of_publication() -> None:
    text = f"Boats seized\n\nThe boats were first seen on 12 May 2020.\n\n{BODY}"
    assert read_header(text).published is None
    assert read_header(f"Attack of 12 May 2020\n\n{BODY}").published is None


def test_a_post_date_run_into_the_headline_is_cut_off() -> None:
    header = read_header(f"Boats seized Posted: May 12, 2020 4 PM\n\n{BODY}")
    assert (header.title, header.published) == ("Boats seized", date(2020, 5, 12))


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"{BODY}\n\n{BODY}",
        "Only one line",
        "Police said on Tuesday that the\nHarbour was closed.\n",
        "One sentence. And another.\n\n" + BODY,
        "a" * 200 + "\n\n" + BODY,
        "",
    ],
)
def test_no_headline_where_none_stands(text: str) -> None:
    header = read_header(text)
    assert header.title is None or header.title == BODY


@pytest.mark.parametrize(
    "line",
    ["By Monday the boats had gone", "By noon.", "By the harbour wall stood a guard"],
)
def test_sentences_with_by_are_no_bylines(line: str) -> None:
    assert read_header(f"Boats seized\n\n{line}\n\n{BODY}").byline is None


def test_sentences_with_a_colon_give_no_publisher() -> None:
    line = "Source: " + "close to the harbour master who asked not to be named " * 2
    assert read_header(f"Boats seized\n\n{line}\n\n{BODY}").publisher is None


@pytest.mark.parametrize("names", ["Reuters, The Post", "The Post. Read more. (link)"])
def test_several_sources_are_credits(names: str) -> None:
    assert read_header(f"Boats seized\n\nSource: {names}\n\n{BODY}").publisher is None


def test_a_source_below_the_text_is_a_credit() -> None:
    assert read_header(f"Boats seized\n\n{BODY}\n\nSource: The Post").publisher is None


def test_what_follows_a_name_is_no_part_of_a_byline() -> None:
    line = "By Ana Lopes Updated: May 13, 2020 - 7:21 PM"
    assert read_header(f"Boats seized\n\n{line}\n\n{BODY}").byline == "Ana Lopes"


def test_markdown_marks_are_no_part_of_a_headline() -> None:
    header = read_header(f"# Boats seized\n\n**By Ana Lopes**\n\n{BODY}")
    assert (header.title, header.byline) == ("Boats seized", "Ana Lopes")


def test_front_matter() -> None:
    text = (
        f'---\ntitle: "Boats seized"\nauthor: Ana Lopes\ndate: 2020-05-12\n---\n{BODY}'
    )
    assert front_matter(text) == Header(
        title="Boats seized", byline="Ana Lopes", published=date(2020, 5, 12)
    )
    assert front_matter(f"---\n{BODY}") is None
    assert front_matter(BODY) is None
