"""The write face of a case: one transaction a file read, a document analysed, a stage.

Whatever a transaction writes is whole: a build that is stopped at any moment leaves a
case that the next build takes up where this one was. The build itself is noted with
the first thing it writes, so that a build with nothing to do writes nothing at all.
"""

import json
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Engine, Table, delete, func, insert, select, update

from sayso.domain.actor import Actor, ActorMention, Suggestion
from sayso.domain.document import Document
from sayso.domain.ids import DocumentId
from sayso.domain.judgement import Judgement
from sayso.domain.origin import Copy
from sayso.store import rows, schema
from sayso.store.fulltext import add_text, remove_text
from sayso.store.records import (
    Analysis,
    ClaimEntry,
    FileRead,
    PackedRaw,
    ReadItem,
)
from sayso.store.sqlite import WRITE

ANALYSE = "analyse"
"""Name of the per-document stage in the table `stage`."""
_ANALYSED = (
    schema.stage,
    schema.attribution,
    schema.local_actor,
    schema.document_index,
)


class Writing:
    """Everything that may be changed in a case."""

    def __init__(self, engine: Engine, *, program: str, inputs: Sequence[str]) -> None:
        """Prepare to write; nothing is written yet.

        Args:
            engine: of the case; whoever made it disposes of it.
            program: name and version for the custody record.
            inputs: what the user named.
        """
        self._engine = engine.execution_options(**{WRITE: True})
        self._program = program
        self._inputs = list(inputs)
        self._number: int | None = None

    # -- what was read ------------------------------------------------------------

    def file_read(self, file: FileRead) -> None:
        """Store all that one file gave, in place of what it gave before."""
        with self._engine.begin() as connection:
            build = self._build(connection)
            before = self._documents_at(connection, file.uri)
            if any(item.document for item in file.items):
                # What was read before is kept when the file cannot be read any more.
                _drop(connection, schema.document_path, container=file.uri)
            _drop(connection, schema.unread, container=file.uri)
            _drop(connection, schema.unread, uri=file.uri)
            self._source_file(connection, file, build)
            for item in file.items:
                self._item(connection, file, item, before)

    @staticmethod
    def _source_file(connection: Connection, file: FileRead, build: int) -> None:
        table = schema.source_file
        values = {"uri": file.uri, "fingerprint": file.fingerprint, "build": build}
        ours = update(table).where(table.c.uri == file.uri).values(values)
        if not connection.execute(ours).rowcount:
            connection.execute(insert(table).values(values))

    def _item(
        self,
        connection: Connection,
        file: FileRead,
        item: ReadItem,
        before: dict[str, str],
    ) -> None:
        if item.raw is not None:
            _keep_raw(connection, item.raw)
        if item.document is not None:
            old = before.get(item.document.uri)
            action = _action(old, item.document.sha256)
            self._document(connection, file, item.document)
            self._custody(connection, item.document, action)
        elif item.unread is not None:
            columns = ("uri", "sha256", "size", "reason", "remedy")
            row: rows.Row = {name: getattr(item.unread, name) for name in columns}
            _drop(connection, schema.unread, uri=item.unread.uri)
            connection.execute(insert(schema.unread).values(container=file.uri, **row))
            self._custody(connection, item.unread, "unread")

    def _document(
        self, connection: Connection, file: FileRead, document: Document
    ) -> None:
        """Store a document; where several paths lead to it, the first describes it."""
        path, place = schema.document_path, file.place
        first = connection.execute(
            select(path.c.uri)
            .where(path.c.document == document.id)
            .order_by(path.c.build, path.c.place)
            .limit(1)
        ).scalar()
        if first is None:
            _describe(connection, document)
        _drop(connection, path, uri=document.uri)
        connection.execute(
            insert(path).values(
                uri=document.uri,
                document=document.id,
                container=file.uri,
                build=self._number,
                place=place,
            )
        )

    # -- what each document gave --------------------------------------------------

    def analysed(self, analysis: Analysis) -> None:
        """Store the analysis of one document in place of an earlier one."""
        document = analysis.document
        attributions = {item.id: item for item in analysis.attributions}.values()
        with self._engine.begin() as connection:
            build = self._build(connection)
            forget_analysis(connection, document)
            _add(connection, schema.attribution, rows.attribution_rows(attributions))
            _add(connection, schema.attribution_span, rows.span_rows(attributions))
            local = {"document": document, "records": analysis.local}
            _add(connection, schema.local_actor, [local])
            if analysis.index is not None:
                index = {"document": document, "data": analysis.index}
                _add(connection, schema.document_index, [index])
            stage = {
                "document": document,
                "stage": ANALYSE,
                "version": analysis.version,
                "build": build,
                "failure": analysis.failure,
            }
            _add(connection, schema.stage, [stage])

    # -- what the documents together gave -----------------------------------------

    def people(
        self,
        actors: Sequence[Actor],
        mentions: Sequence[ActorMention],
        suggestions: Sequence[Suggestion],
        fingerprint: str,
    ) -> None:
        """Store who speaks across the case in place of what was known."""
        with self._engine.begin() as connection:
            for table in (schema.suggestion, schema.mention, schema.actor):
                connection.execute(delete(table))
            _add(connection, schema.actor, map(rows.actor_row, actors))
            _add(connection, schema.actor_name, rows.name_rows(actors))
            _add(connection, schema.mention, rows.mention_rows(mentions))
            _add(
                connection,
                schema.suggestion,
                map(rows.suggestion_row, suggestions),
            )
            self._across(connection, "people", fingerprint)

    def copies(self, copies: Iterable[Copy], fingerprint: str) -> None:
        """Store the reused wording in place of what was known."""
        with self._engine.begin() as connection:
            connection.execute(delete(schema.copy))
            _add(connection, schema.copy, map(rows.copy_row, copies))
            self._across(connection, "copies", fingerprint)

    def claims(self, entries: Sequence[ClaimEntry], fingerprint: str) -> None:
        """Store the discovered claims, in this order, in place of the earlier ones."""
        with self._engine.begin() as connection:
            connection.execute(delete(schema.claim))
            ranked = [rows.claim_row(rank, item) for rank, item in enumerate(entries)]
            _add(connection, schema.claim, ranked)
            _add(connection, schema.bearing, rows.bearing_rows(entries))
            _add(connection, schema.document_stance, rows.stance_rows(entries))
            self._across(connection, "claims", fingerprint)

    def _across(self, connection: Connection, stage: str, fingerprint: str) -> None:
        _drop(connection, schema.across, stage=stage)
        row = {"stage": stage, "fingerprint": fingerprint}
        connection.execute(insert(schema.across).values(row))
        self._build(connection)

    # -- what people decided ------------------------------------------------------

    def judged(self, judgement: Judgement) -> None:
        """Append a judgement; earlier ones stay as they are."""
        with self._engine.begin() as connection:
            row = rows.judgement_row(judgement)
            connection.execute(insert(schema.judgement).values(row))

    # -- the build itself ---------------------------------------------------------

    def finish(self) -> None:
        """Note when the build ended, if it wrote anything."""
        if self._number is None:
            return
        with self._engine.begin() as connection:
            table = schema.build
            ours = update(table).where(table.c.number == self._number)
            connection.execute(ours.values(finished=_now()))

    def _build(self, connection: Connection) -> int:
        """Return the number of this build, noting it with its first write."""
        if self._number is None:
            table = schema.build
            last = connection.execute(select(func.max(table.c.number))).scalar() or 0
            self._number = last + 1
            connection.execute(
                insert(table).values(
                    number=self._number,
                    started=_now(),
                    program=self._program,
                    inputs=json.dumps(self._inputs, ensure_ascii=False),
                )
            )
        return self._number

    def _custody(self, connection: Connection, item: Any, action: str) -> None:  # noqa: ANN401 - a document or an unread file
        connection.execute(
            insert(schema.custody).values(
                build=self._number,
                uri=item.uri,
                sha256=item.sha256,
                size=item.size,
                action=action,
            )
        )

    @staticmethod
    def _documents_at(connection: Connection, container: str) -> dict[str, str]:
        """Map each path in a file to the hash of the document it stood for."""
        path, table = schema.document_path.c, schema.document.c
        query = (
            select(path.uri, table.sha256)
            .join(schema.document, table.id == path.document)
            .where(path.container == container)
        )
        return {row.uri: row.sha256 for row in connection.execute(query)}


def _describe(connection: Connection, document: Document) -> None:
    """Write a document's row and text; when they change, its analysis goes."""
    table, texts = schema.document, schema.document_text
    new = rows.document_row(document)
    old = connection.execute(
        select(table, texts.c.text).join(texts).where(table.c.id == document.id)
    ).first()
    if old is None:
        connection.execute(insert(table).values(new))
        values = {"document": document.id, "text": document.text}
        connection.execute(insert(texts).values(values))
        add_text(connection, document.id)
        return
    if old.text == document.text and all(getattr(old, k) == v for k, v in new.items()):
        return
    forget_analysis(connection, document.id)
    connection.execute(update(table).where(table.c.id == document.id).values(new))
    if old.text != document.text:
        remove_text(connection, document.id)
        ours = update(texts).where(texts.c.document == document.id)
        connection.execute(ours.values(text=document.text))
        add_text(connection, document.id)


def forget_analysis(connection: Connection, document: DocumentId) -> None:
    """Remove all that was worked out from a document, so that it is done again."""
    for table in _ANALYSED:
        _drop(connection, table, document=document)


def _keep_raw(connection: Connection, raw: PackedRaw) -> None:
    table = schema.raw
    known = select(table.c.sha256).where(table.c.sha256 == raw.sha256)
    if connection.execute(known).first() is None:
        columns = ("sha256", "size", "packing", "data")
        values = {name: getattr(raw, name) for name in columns}
        connection.execute(insert(table).values(values))


def _action(old: str | None, new: str) -> str:
    if old is None:
        return "added"
    return "read again" if old == new else "replaced"


def _drop(connection: Connection, table: Table, **where: object) -> None:
    wanted = [table.c[name] == value for name, value in where.items()]
    connection.execute(delete(table).where(*wanted))


def _add(connection: Connection, table: Table, values: Iterable[rows.Row]) -> None:
    values = list(values)
    if values:
        connection.execute(insert(table), values)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
