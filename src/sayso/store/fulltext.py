"""Search over the texts: an FTS5 index that keeps no second copy of them.

It is fed by hand rather than by triggers, because triggers that write to a virtual
table need `trusted_schema`, which a file from somebody else must not have.
"""

from sqlalchemy import Connection, Engine, text

from sayso.domain.ids import DocumentId

FULL_TEXT = (
    "CREATE VIRTUAL TABLE document_search USING fts5(text, content='document_text',"
    " content_rowid='number', tokenize='unicode61 remove_diacritics 2')"
)
"""Accents are folded on both sides: reporters spell names with and without."""
_ADD = text(
    "INSERT INTO document_search(rowid, text)"
    " SELECT number, text FROM document_text WHERE document = :document"
)
_REMOVE = text(
    "INSERT INTO document_search(document_search, rowid, text)"
    " SELECT 'delete', number, text FROM document_text WHERE document = :document"
)
_SEARCH = text(
    "SELECT t.document FROM document_search s"
    " JOIN document_text t ON t.number = s.rowid"
    " WHERE document_search MATCH :words"
    " AND t.document IN (SELECT document FROM document_path)"
    " ORDER BY bm25(document_search), t.number LIMIT :most"
)


def add_text(connection: Connection, document: DocumentId) -> None:
    """Index the stored text of a document."""
    connection.execute(_ADD, {"document": document})


def remove_text(connection: Connection, document: DocumentId) -> None:
    """Take a document out of the index, before its stored text changes."""
    connection.execute(_REMOVE, {"document": document})


def search_texts(engine: Engine, query: str, most: int) -> list[DocumentId]:
    """Return documents that have all the words of `query`, best first."""
    words = " ".join(f'"{word}"' for word in query.replace('"', " ").split())
    if not words:
        return []
    with engine.connect() as connection:
        found = connection.execute(_SEARCH, {"words": words, "most": most})
        return [DocumentId(row.document) for row in found]


def check_full_text(connection: Connection) -> None:
    """Compare the index with the texts; SQLite raises when they differ."""
    connection.execute(
        text(
            "INSERT INTO document_search(document_search, rank)"
            " VALUES ('integrity-check', 1)"
        )
    )
