"""The part of the read face about what was read, from where and when."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from datetime import datetime

from sqlalchemy import func, select

from sayso.domain.document import Document, Unread
from sayso.domain.ids import DocumentId
from sayso.store import rows, schema
from sayso.store.query import Querying, batches
from sayso.store.records import CustodyEntry

TEXTS = 256
"""Documents whose texts or indexes are in memory at a time: a few megabytes."""
REPLACED = "(replaced)"
"""Stands for the path of a document whose file has changed since."""

_path = schema.document_path.c


class InputReading(Querying):
    """Files, documents, and the record of how they came in."""

    def documents(self, ids: Sequence[DocumentId] | None = None) -> Iterator[Document]:
        """Yield documents with their texts.

        Args:
            ids: only these, in this order, replaced versions too; None for all that
                some path still stands for, in the order they were found.
        """
        uris = self._uris() if ids is None else {}
        wanted = list(uris) if ids is None else ids
        table, texts = schema.document, schema.document_text
        query = select(table, texts.c.text).join(texts)
        for chunk in batches(wanted, TEXTS):
            names = uris or self._uris(chunk)
            found = {
                row.id: rows.document_of(row, names.get(row.id, [REPLACED]), row.text)
                for row in self._rows(query.where(table.c.id.in_(chunk)))
            }
            yield from (found[i] for i in chunk if i in found)

    def document_ids(self) -> list[DocumentId]:
        """Return all documents that some path still stands for, in found order."""
        return list(self._uris())

    def _uris(
        self, ids: Sequence[DocumentId] | None = None
    ) -> dict[DocumentId, list[str]]:
        query = select(_path.document, _path.uri)
        query = query.order_by(_path.build, _path.place, _path.uri)
        uris = defaultdict(list)
        for row in self._among(query, _path.document, ids):
            uris[DocumentId(row.document)].append(row.uri)
        return dict(uris)

    def unread(self, containers: Collection[str] | None = None) -> list[Unread]:
        """Return the files that gave no document, and those not analysed.

        Args:
            containers: only what comes from these files.
        """
        table = schema.unread
        found = [
            Unread(
                uri=row.uri,
                sha256=row.sha256,
                size=row.size,
                reason=row.reason,
                remedy=row.remedy,
            )
            for row in self._rows(select(table))
            if containers is None or row.container in containers
        ]
        found += self._not_analysed(containers)
        return sorted(found, key=lambda item: item.uri)

    def _not_analysed(self, containers: Collection[str] | None) -> list[Unread]:
        stage, document = schema.stage.c, schema.document.c
        query = (
            select(
                _path.uri,
                _path.container,
                document.sha256,
                document.size,
                stage.failure,
            )
            .select_from(schema.document_path)
            .join(schema.document, document.id == _path.document)
            .join(schema.stage, stage.document == document.id)
            .where(stage.failure.is_not(None))
        )
        return [
            Unread(
                uri=row.uri,
                sha256=row.sha256,
                size=row.size,
                reason=f"read, but not fully analysed: {row.failure}",
                remedy="report this fault; the rest of the case is not affected",
            )
            for row in self._rows(query)
            if containers is None or row.container in containers
        ]

    def source_fingerprints(self) -> dict[str, str]:
        """Map each file that was read to the fingerprint it had."""
        table = schema.source_file.c
        query = select(table.uri, table.fingerprint)
        return {row.uri: row.fingerprint for row in self._rows(query)}

    def raw(self, sha256: str) -> tuple[str, bytes | None] | None:
        """Return how the bytes with that hash are packed, and the packed bytes."""
        table = schema.raw.c
        query = select(table.packing, table.data).where(table.sha256 == sha256)
        for row in self._rows(query):
            return row.packing, row.data
        return None

    def custody(self) -> list[CustodyEntry]:
        """Return what was taken in, when, and by which program, oldest first."""
        entry, build = schema.custody, schema.build
        query = (
            select(entry, build.c.started, build.c.program)
            .join(build, build.c.number == entry.c.build)
            .order_by(entry.c.number)
        )
        return [
            CustodyEntry(
                started=datetime.fromisoformat(row.started),
                program=row.program,
                uri=row.uri,
                sha256=row.sha256,
                size=row.size,
                action=row.action,
            )
            for row in self._rows(query)
        ]

    def characters(self, ids: Sequence[DocumentId]) -> int:
        """Return how long the texts of these documents are together."""
        table = schema.document_text.c
        total = func.coalesce(func.sum(func.length(table.text)), 0).label("total")
        return sum(
            self._rows(select(total).where(table.document.in_(chunk)))[0].total
            for chunk in batches(ids)
        )
