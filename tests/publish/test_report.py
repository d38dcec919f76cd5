import base64
import dataclasses
import hashlib
import re
from datetime import UTC, datetime
from html.parser import HTMLParser

import pytest

from sayso.publish.report import CaseReport, render
from tests.publish.records import (
    ATTRIBUTIONS,
    CATALOGUE,
    CONTESTED,
    DOCUMENTS,
    UNCONTESTED,
    UNREAD,
)

VOID = {"meta", "br", "link", "img", "input", "hr"}


class Page(HTMLParser):
    """Collects what a browser would see, and checks that tags close in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[str] = []
        self.marks: list[str] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        if tag not in VOID:
            self.open.append(tag)
        for name, value in attrs:
            self.attributes.append(name)
            if name == "id":
                self.ids.append(value)
            if name == "href":
                self.links.append(value)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data
        if self.open and self.open[-1] == "mark":
            self.marks.append(data)


def report(**changed):
    facts = {
        "title": "Keepers <script>alert(1)</script>",
        "answers": [CONTESTED, UNCONTESTED],
        "catalogue": CATALOGUE,
        "unread": UNREAD,
        "attributions": len(ATTRIBUTIONS),
        "made": datetime(2031, 3, 7, 9, 30, tzinfo=UTC),
        "version": "0.1.0",
    }
    return render(CaseReport(**(facts | changed)))


@pytest.fixture(scope="module")
def html() -> str:
    return report()


@pytest.fixture(scope="module")
def page(html: str) -> Page:
    return Page(html)


def test_tags_close_and_ids_stand_once(page: Page) -> None:
    assert page.open == []
    assert len(page.ids) == len(set(page.ids))


def test_every_link_leads_somewhere_on_the_page(page: Page) -> None:
    assert page.links
    assert {link.removeprefix("#") for link in page.links} <= set(page.ids)
    assert all(link.startswith("#") for link in page.links)


def test_claims_reports_sources_and_quotes_are_anchors(page: Page) -> None:
    ids = set(page.ids)
    assert CONTESTED.claim.id in ids
    assert {document.id for document in DOCUMENTS} <= ids
    voices = [*CONTESTED.asserted_by, *CONTESTED.denied_by, *CONTESTED.uncommitted]
    assert {voice.actor.id for voice in voices} <= ids
    assert CONTESTED.denied_by[0].attributions[0].id in ids


def test_nothing_runs_and_nothing_is_loaded(page: Page) -> None:
    assert not {"script", "img", "link", "iframe", "object", "form"} & set(page.tags)
    assert not {"src", "style"} & set(page.attributes)
    assert not [name for name in page.attributes if name.startswith("on")]


def test_the_policy_names_the_one_style_sheet_by_its_hash(html: str) -> None:
    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert f"style-src &#39;sha256-{digest}&#39;" in html
    assert "default-src &#39;none&#39;" in html
    assert "unsafe" not in html
    assert not re.search(r"url\(|@import|https?:", style[1])


def test_text_of_reports_is_escaped(html: str) -> None:
    assert "<script>" not in html
    assert "<b>nonsense" not in html
    assert "&lt;b&gt;nonsense &amp; lies&lt;/b&gt;" in html


def test_each_quote_is_marked_in_its_whole_sentence(page: Page) -> None:
    assert "I wrote the cheques myself" in page.marks
    assert "“I wrote the cheques myself,” she said." in page.text


def test_a_reader_finds_the_counts_the_hashes_and_the_reasons(page: Page) -> None:
    text = " ".join(page.text.split())
    assert "Asserted in 3 reports→ 1–2 origins" in text
    assert "Denied in 1 report→ 1 origin" in text
    assert "One report has no date, so what came first is a guess." in text
    assert "former bookkeeper via The Lantern" in text
    for document in DOCUMENTS:
        assert document.sha256 in text
    assert UNREAD[0].reason in text
    assert UNREAD[0].remedy in text
    assert "4 March 2031 to 5 March 2031" in text


def test_repeated_words_are_shown_once_with_all_their_reports(page: Page) -> None:
    assert "the same words in copy.txt" in page.text


def test_an_empty_case_gives_a_page_too() -> None:
    empty = dataclasses.replace(CATALOGUE, documents={}, actors={})
    page = Page(report(answers=[], catalogue=empty, unread=()))
    assert "No claim in this case" in page.text
    assert {link.removeprefix("#") for link in page.links} <= set(page.ids)


def test_a_title_of_nothing_but_control_codes_does_no_harm() -> None:
    assert Page(report(title="\x00\x1b[2J")).text


def test_equal_input_gives_an_equal_page(html: str) -> None:
    assert report() == html
