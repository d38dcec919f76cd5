import dataclasses
import io

import pytest
from rich.console import Console

from sayso.cli import blocks
from sayso.domain.answer import Voice
from tests.publish.records import (
    CATALOGUE,
    CLERK,
    CONTESTED,
    JUDGEMENT,
    OUTLET,
    TOLD,
    UNCONTESTED,
    said,
)


@pytest.fixture
def console() -> Console:
    return Console(file=io.StringIO(), width=80)


def text_of(console: Console, found) -> str:
    for block in found:
        console.print(block)
    return console.file.getvalue()


def test_a_headline_shows_both_sides_and_the_id(console) -> None:
    text = text_of(console, blocks.headline(1, CONTESTED))
    assert "asserted by former bookkeeper and The Lantern (all certain)" in text
    assert "denied by   the harbour office (certain)  → 1 origin" in text
    assert CONTESTED.claim.id in text


def test_certainty_stands_at_each_name_where_it_differs(console) -> None:
    mixed = (*CONTESTED.denied_by, *UNCONTESTED.asserted_by)
    answer = dataclasses.replace(CONTESTED, denied_by=mixed)
    text = " ".join(text_of(console, blocks.headline(1, answer)).split())
    assert "the harbour office (certain) and the report itself" in text
    assert "publisher unknown (possible)" in text


def test_a_side_that_nobody_takes_says_so(console) -> None:
    text = text_of(console, blocks.headline(2, UNCONTESTED))
    assert "denied by   nobody" in text


def test_an_answer_fits_80_columns_and_marks_each_quote(console) -> None:
    text = text_of(console, blocks.answer_blocks(CONTESTED, CATALOGUE, console))
    assert max(map(len, text.splitlines())) <= 80
    assert "“«I wrote the cheques myself»,” she said." in text
    flat = " ".join(text.split())
    assert "asserted by 2 sources in 3 reports → 1–2 origins" in flat
    assert "The office called «it <b>nonsense & lies</b>»." in flat
    assert "and 1 more report" in flat
    assert "credits former bookkeeper via The Lantern" in flat
    assert "unresolved: the writer of the copy" in flat
    assert "! One report has no date" in flat


def test_many_quotes_of_one_voice_end_in_a_number(console) -> None:
    where = CATALOGUE.documents[TOLD.document]
    words = ("harbour", "office", "two", "lighthouse", "keepers", "late")
    many = tuple(said(where, None, None, word, actor=CLERK) for word in words)
    voice = Voice(actor=CLERK, attributions=many)
    text = text_of(console, blocks.voice_blocks(voice, CATALOGUE, console))
    assert "… and 3 more quotes: --all" in text


def test_all_shows_them_all(console) -> None:
    where = CATALOGUE.documents[TOLD.document]
    many = tuple(said(where, None, None, word) for word in ("two", "paid", "late"))
    many += tuple(said(where, None, None, word) for word in ("office", "ships"))
    voice = Voice(actor=CLERK, attributions=many)
    found = blocks.voice_blocks(voice, CATALOGUE, console, whole=True)
    assert text_of(console, found).count("att-") == 5


def test_many_voices_of_one_side_end_in_a_number(console) -> None:
    crowd = CONTESTED.denied_by * 11
    answer = dataclasses.replace(CONTESTED, denied_by=crowd)
    text = text_of(console, blocks.answer_blocks(answer, CATALOGUE, console))
    assert "… and 3 more sources: --all" in text


def test_an_attribution_shows_who_how_firmly_what_and_its_id(console) -> None:
    text = text_of(console, blocks.attribution_blocks(TOLD, CATALOGUE, console))
    assert "former bookkeeper  accusation · certain" in text
    assert TOLD.id in text


def test_a_judgement_names_its_author_and_reason(console) -> None:
    text = text_of(console, blocks.judgement_blocks(JUDGEMENT))
    assert "the harbour office DIFFERENT The minister" in text
    assert "kim, 6 March 2031: one is a person" in text


def test_names_with_brackets_are_shown_as_they_are(console) -> None:
    voice = Voice(actor=OUTLET, attributions=(TOLD,))
    text = text_of(console, blocks.voice_blocks(voice, CATALOGUE, console))
    assert "The Lantern" in text
