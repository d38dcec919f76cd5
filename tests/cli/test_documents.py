import json

from tests.publish.records import DOCUMENTS, LANTERN, UNREAD


def test_reports_with_where_their_dates_come_from(sayso) -> None:
    result = sayso("documents", "c.sayso")
    assert "The Lantern · 4 March 2031 (from dateline)" in result.stdout
    assert "publisher unknown · no date" in result.stdout
    assert "reports/copy.txt and reports/again.txt" in result.stdout
    assert "--unread" in result.stderr


def test_hashes_for_programs(sayso) -> None:
    rows = json.loads(sayso("documents", "c.sayso", "-f", "json").stdout)
    assert len(rows) == len(DOCUMENTS)
    assert rows[0]["sha256"] == LANTERN.sha256


def test_what_could_not_be_read_and_why(sayso) -> None:
    text = " ".join(sayso("documents", "c.sayso", "--unread").stdout.split())
    assert f"{UNREAD[0].uri} {UNREAD[0].reason}; {UNREAD[0].remedy}" in text
    rows = json.loads(sayso("documents", "c.sayso", "--unread", "-f", "json").stdout)
    assert [row["uri"] for row in rows] == [UNREAD[0].uri]
