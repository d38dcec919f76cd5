"""Check that a case is whole and that the files behind it are what they were."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection, Engine, Row, select, text

from sayso.errors import CaseError, DamagedCaseError, LockedCaseError
from sayso.store import schema
from sayso.store.fulltext import check_full_text
from sayso.store.packing import unpack
from sayso.store.records import Problem
from sayso.store.sqlite import WRITE

_RESTORE = "restore a copy of the case, or build it anew from the files"
_REBUILD = "build the case again; if it stays, report this fault"

_SPANS = """
SELECT s.attribution AS record, a.document AS document, s.start, s."end"
FROM attribution_span s
JOIN attribution a ON a.id = s.attribution
JOIN document_text t ON t.document = a.document
WHERE s.start < 0 OR s.start >= s."end" OR s."end" > length(t.text)
UNION ALL
SELECT m.actor, m.document, m.start, m."end"
FROM mention m JOIN document_text t ON t.document = m.document
WHERE m.start < 0 OR m.start >= m."end" OR m."end" > length(t.text)
UNION ALL
SELECT 'copy', c.left_document, c.left_start, c.left_end
FROM copy c JOIN document_text t ON t.document = c.left_document
WHERE c.left_start >= c.left_end OR c.left_end > length(t.text)
UNION ALL
SELECT 'copy', c.right_document, c.right_start, c.right_end
FROM copy c JOIN document_text t ON t.document = c.right_document
WHERE c.right_start >= c.right_end OR c.right_end > length(t.text)
"""
_ORPHANS = {
    "a document without a text": """
        SELECT id FROM document d
        WHERE NOT EXISTS (SELECT 1 FROM document_text t WHERE t.document = d.id)""",
    "a document without its raw bytes": """
        SELECT id FROM document d
        WHERE NOT EXISTS (SELECT 1 FROM raw r WHERE r.sha256 = d.sha256)""",
    "an attribution without a content": """
        SELECT id FROM attribution a WHERE NOT EXISTS (
            SELECT 1 FROM attribution_span s
            WHERE s.attribution = a.id AND s.role = 'content')""",
    "an actor without a name": """
        SELECT id FROM actor a
        WHERE NOT EXISTS (SELECT 1 FROM actor_name n WHERE n.actor = a.id)""",
}


def check(engine: Engine) -> list[Problem]:
    """Return everything found wrong, the file itself first."""
    try:
        with engine.connect() as connection:
            found = list(_file(connection))
            found += _spans(connection)
            found += _orphans(connection)
            found += _raw(connection)
            found += _paths(connection)
        return found + list(_search(engine))
    except DamagedCaseError as error:
        where, _, what = str(error).partition(": ")
        return [Problem(what=what, where=where, remedy=_RESTORE)]


def _file(connection: Connection) -> Iterator[Problem]:
    for row in connection.exec_driver_sql("PRAGMA integrity_check"):
        if row[0] != "ok":
            yield Problem(what=row[0], where="the case file", remedy=_RESTORE)
    for row in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        what = f"row {row[1]} points at a row of {row[2]} that is not there"
        yield Problem(what=what, where=f"table {row[0]}", remedy=_REBUILD)


def _spans(connection: Connection) -> Iterator[Problem]:
    for row in connection.execute(text(_SPANS)):
        yield Problem(
            what=f"span [{row.start}, {row.end}) of {row.record} is outside the text",
            where=row.document,
            remedy=_REBUILD,
        )


def _orphans(connection: Connection) -> Iterator[Problem]:
    for what, query in _ORPHANS.items():
        for row in connection.execute(text(query)):
            yield Problem(what=what, where=row.id, remedy=_REBUILD)


def _raw(connection: Connection) -> Iterator[Problem]:
    """Unpack the kept bytes one file at a time and hash them."""
    table = schema.raw.c
    hashes = connection.execute(select(table.sha256)).scalars().all()
    for sha256 in hashes:
        query = select(schema.raw).where(table.sha256 == sha256)
        problem = _raw_problem(connection.execute(query).one())
        if problem:
            where = f"the kept bytes of {sha256[:12]}…"
            yield Problem(what=problem, where=where, remedy=_RESTORE)


def _raw_problem(row: Row[tuple[object, ...]]) -> str | None:
    try:
        raw = unpack(row.packing, row.data)
    except ValueError as error:
        return str(error)
    if raw is not None and hashlib.sha256(raw).hexdigest() != row.sha256:
        return "they no longer have the hash they had when they were read"
    return None


def _paths(connection: Connection) -> Iterator[Problem]:
    """Compare the files that are still there with what was read from them."""
    path, table = schema.document_path.c, schema.document.c
    query = (
        select(path.uri, table.sha256, schema.raw.c.packing)
        .join(schema.document, table.id == path.document)
        .outerjoin(schema.raw, schema.raw.c.sha256 == table.sha256)
        .where(path.uri == path.container)
        .order_by(path.uri)
    )
    for row in connection.execute(query):
        problem = _path_problem(Path(row.uri), row.sha256, kept=row.packing != "path")
        if problem:
            yield problem


def _path_problem(path: Path, sha256: str, *, kept: bool) -> Problem | None:
    """Return what is wrong with a file; one that is gone is fine if its bytes stay."""
    try:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        if kept:
            return None
        return Problem(
            what=f"too large to keep in the case, and not there ({error.strerror})",
            where=str(path),
            remedy="put the file back",
        )
    if digest == sha256:
        return None
    return Problem(
        what="the file has changed since it was read",
        where=str(path),
        remedy="build the case again to take in the new version",
    )


def _search(engine: Engine) -> Iterator[Problem]:
    """Check the full-text index; SQLite counts that as writing, so it is last."""
    try:
        with engine.execution_options(**{WRITE: True}).connect() as connection:
            check_full_text(connection)
            connection.rollback()
    except DamagedCaseError:
        what = "the search index does not match the texts"
        yield Problem(what=what, where="document_search", remedy=_RESTORE)
    except LockedCaseError:
        raise
    except CaseError:
        return  # on a read-only disk the index cannot be checked, nor harmed
