"""The keys asked for here are what programs outside rely on."""

import json

from sayso.publish import rows
from tests.publish.records import (
    ATTRIBUTIONS,
    CATALOGUE,
    CLERK,
    CONTESTED,
    COPY,
    DENIED,
    ECHO,
    JUDGEMENT,
    LANTERN,
    OFFICE,
    RESIGN,
    TOLD,
    UNREAD,
)


def test_an_attribution_row_has_the_promised_keys_in_order() -> None:
    row = rows.attribution_row(TOLD, CATALOGUE)
    assert list(row) == [
        "id",
        "document",
        "source",
        "cue",
        "content",
        "source_text",
        "cue_text",
        "content_text",
        "actor",
        "style",
        "polarity",
        "certainty",
        "act",
        "parent",
    ]
    assert row["document"] == {
        "id": LANTERN.id,
        "uri": "reports/lantern.txt",
        "uris": ["reports/lantern.txt"],
        "title": "Keepers paid to look away",
        "publisher": "The Lantern",
        "published": "2031-03-04",
    }
    assert row["actor"] == {
        "id": CLERK.id,
        "name": "former bookkeeper",
        "kind": "unnamed",
    }
    assert (row["style"], row["polarity"]) == ("indirect", "+")
    assert (row["certainty"], row["act"], row["parent"]) == ("certain", "accuse", None)


def test_offsets_are_code_points_into_the_text() -> None:
    for attribution in ATTRIBUTIONS:
        row = rows.attribution_row(attribution, CATALOGUE)
        text = CATALOGUE.documents[attribution.document].text
        for role in ("source", "cue", "content"):
            parts = [text[start:end] for start, end in row[role]]
            assert row[f"{role}_text"] == " … ".join(parts)


def test_own_voice_of_an_unknown_publisher_has_no_actor() -> None:
    row = rows.attribution_row(RESIGN, CATALOGUE)
    assert row["actor"] is None
    assert (row["source"], row["cue"], row["style"]) == ([], [], "own voice")


def test_an_answer_row_has_both_sides_and_their_origins() -> None:
    row = rows.answer_row(CONTESTED, CATALOGUE)
    assert list(row) == [
        "id",
        "claim",
        "contest",
        "asserted_by",
        "denied_by",
        "uncommitted",
        "origins",
        "documents",
        "warnings",
    ]
    assert row["claim"] == CONTESTED.claim.proposition
    denial = row["denied_by"][0]
    assert denial["actor"]["name"] == OFFICE.name
    assert denial["attributions"] == [rows.attribution_row(DENIED, CATALOGUE)]
    asserting = row["origins"]["asserting"]
    assert (asserting["low"], asserting["high"]) == (1, 2)
    assert asserting["origins"] == [
        {
            "name": "former bookkeeper",
            "kind": "unnamed",
            "documents": [LANTERN.uri],
            "evidence": [
                {
                    "document": LANTERN.uri,
                    "start": TOLD.source[0].start,
                    "end": TOLD.source[0].end,
                }
            ],
        }
    ]
    assert [o["name"] for o in asserting["unresolved"]] == ["the writer of the copy"]


def test_documents_of_an_answer_say_how_they_know() -> None:
    row = rows.answer_row(CONTESTED, CATALOGUE)["documents"][1]
    credit = row["credits"][0]
    assert row == {
        "uri": ECHO.uri,
        "uris": [ECHO.uri],
        "stance": "denies",
        "reporting": "mixed",
        "credits": [credit],
        "copies": [COPY.uri],
    }
    assert list(credit) == ["span", "name", "kind", "stance", "via"]
    start, end = credit["span"]
    assert ECHO.text[start:end] == "the Lantern"


def test_a_document_row_leaves_the_text_out_and_the_hash_in() -> None:
    row = rows.document_row(COPY)
    assert row["uris"] == ["reports/copy.txt", "reports/again.txt"]
    assert row["sha256"] == COPY.sha256
    assert (row["published"], row["published_basis"]) == (None, None)
    assert COPY.text not in json.dumps(row)


def test_an_actor_row_counts_what_it_commits_to() -> None:
    row = rows.actor_row(OFFICE, [DENIED, DENIED])
    assert (row["attributions"], row["documents"]) == (2, 1)
    assert row["polarity"] == {"+": 0, "-": 2, "u": 0}


def test_every_row_is_plain_json() -> None:
    every = [
        rows.answer_row(CONTESTED, CATALOGUE),
        rows.document_row(ECHO),
        rows.unread_row(UNREAD[0]),
        rows.actor_row(CLERK, [TOLD]),
        rows.judgement_row(JUDGEMENT),
    ]
    for row in every:
        assert json.loads(json.dumps(row)) == row
