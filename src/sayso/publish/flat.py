"""Rows as lines of a spreadsheet: one value a cell, no cell that runs as a formula."""

import csv
import json
from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from sayso.publish.rows import Row

LIST_MARK = " | "
"""Between several values in one cell; a bar is rare in names and in paths."""
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_SIGNS = ("+", "-")
"""A lone sign is a polarity and never runs as a formula."""
_DOCUMENT_KEYS = ("id", "uri", "title", "publisher", "published")
_ACTOR_KEYS = ("id", "name", "kind")


def flat_attribution(row: Row) -> Row:
    """Return an attribution row with its document and actor spread over columns."""
    document, actor = row["document"], row["actor"] or {}
    plain = {k: v for k, v in row.items() if k not in ("document", "actor")}
    for role in ("source", "cue", "content"):
        plain[role] = LIST_MARK.join(f"{start}-{end}" for start, end in row[role])
    return (
        {"id": plain.pop("id")}
        | {f"document_{key}": document[key] for key in _DOCUMENT_KEYS}
        | {f"actor_{key}": actor.get(key) for key in _ACTOR_KEYS}
        | plain
    )


def flat_claim(row: Row) -> Row:
    """Return an answer row as one line: names on each side, reports and origins."""
    stances = [document["stance"] for document in row["documents"]]
    asserting, denying = row["origins"]["asserting"], row["origins"]["denying"]
    return {
        "id": row["id"],
        "claim": row["claim"],
        "contest": row["contest"],
        "asserted_by": _names(row["asserted_by"]),
        "denied_by": _names(row["denied_by"]),
        "uncommitted": _names(row["uncommitted"]),
        "reports": len(stances),
        "reports_asserting": stances.count("asserts"),
        "reports_denying": stances.count("denies"),
        "origins_asserting_low": asserting["low"],
        "origins_asserting_high": asserting["high"],
        "origins_denying_low": denying["low"],
        "origins_denying_high": denying["high"],
    }


def flat_bearings(row: Row) -> Iterator[Row]:
    """Yield one line for each attribution that bears on an answer's claim."""
    for side in ("asserted_by", "denied_by", "uncommitted"):
        for voice in row[side]:
            for attribution in voice["attributions"]:
                yield {"claim": row["claim"], "side": side} | flat_attribution(
                    attribution
                )


def flat_plain(row: Row) -> Row:
    """Return a row whose lists are joined and whose inner rows become columns."""
    flat: Row = {}
    for key, value in row.items():
        if isinstance(value, dict):
            flat |= {f"{key}_{inner}": deep for inner, deep in value.items()}
        else:
            flat[key] = value
    return flat


def write_csv(rows: Iterable[Row], file: TextIO) -> None:
    """Write flat rows under one header; no rows give no header."""
    writer = csv.writer(file, lineterminator="\n")
    for number, row in enumerate(rows):
        if not number:
            writer.writerow(row)
        writer.writerow(cell(value) for value in row.values())


def cell(value: Any) -> str | int | float:  # noqa: ANN401 - any JSON value
    """Return a value as a cell that a spreadsheet shows and never runs."""
    if value is None:
        return ""
    if isinstance(value, int | float):
        return value
    if isinstance(value, list):
        joined = all(isinstance(item, str) for item in value)
        text = LIST_MARK.join(value) if joined else json.dumps(value)
    else:
        text = value if isinstance(value, str) else json.dumps(value)
    if text.startswith(_FORMULA_STARTS) and text not in _SIGNS:
        return f"'{text}"
    return text


def _names(voices: list[Row]) -> list[str]:
    return [voice["actor"]["name"] if voice["actor"] else "" for voice in voices]
