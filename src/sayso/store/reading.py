"""The read face of a case: rows in, records out; it never writes."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Table, select

from sayso.domain.actor import Actor, ActorMention, Suggestion
from sayso.domain.attribution import Attribution
from sayso.domain.ids import ActorId, AttributionId, ClaimId, DocumentId
from sayso.domain.judgement import Judgement
from sayso.domain.origin import Copy
from sayso.domain.span import Span
from sayso.store import rows, schema
from sayso.store.fulltext import search_texts
from sayso.store.query import MANY, batches
from sayso.store.reading_inputs import TEXTS, InputReading
from sayso.store.records import ClaimEntry

_path, _att = schema.document_path.c, schema.attribution.c


class Reading(InputReading):
    """Everything that can be asked of a case."""

    # -- what each document gave --------------------------------------------------

    def stages(self, stage: str) -> dict[DocumentId, str]:
        """Map each document that went through `stage` to the version that did it."""
        table = schema.stage.c
        query = select(table.document, table.version).where(table.stage == stage)
        return {DocumentId(row.document): row.version for row in self._rows(query)}

    def analysed(self) -> list[tuple[str, str, int]]:
        """Return document, version and build of every analysis still standing.

        It changes whenever anything that the across-document stages read changes.
        """
        table = schema.stage.c
        query = select(table.document, table.version, table.build).where(
            table.document.in_(select(_path.document))
        )
        found = self._rows(query.order_by(table.document, table.stage))
        return [(row.document, row.version, row.build) for row in found]

    def attributions(
        self,
        *,
        documents: Sequence[DocumentId] | None = None,
        actor: ActorId | None = None,
        ids: Sequence[AttributionId] | None = None,
    ) -> list[Attribution]:
        """Return attributions with their actors, by document and place in it."""
        where: list[ColumnElement[bool]] = []
        if actor is not None:
            said = schema.mention.c
            ours = select(said.attribution).where(said.actor == actor)
            where.append(_att.id.in_(ours))
        if ids is not None:
            chunks = [[*where, _att.id.in_(chunk)] for chunk in batches(ids)]
        elif documents is not None:
            chunks = [[*where, _att.document.in_(c)] for c in batches(documents)]
        else:
            chunks = [[*where, _att.document.in_(select(_path.document))]]
        return [item for chunk in chunks for item in self._attributions(chunk)]

    def _attributions(self, where: list[ColumnElement[bool]]) -> list[Attribution]:
        table, part, said = schema.attribution, schema.attribution_span, schema.mention
        chosen = select(table.c.id).where(*where)
        spans: dict[str, dict[str, list[Span]]] = defaultdict(dict)
        pieces = (
            select(part, _att.document)
            .join(table)
            .where(part.c.attribution.in_(chosen))
            .order_by(part.c.attribution, part.c.role, part.c.position)
        )
        for row in self._rows(pieces):
            span = Span(document=row.document, start=row.start, end=row.end)
            spans[row.attribution].setdefault(row.role, []).append(span)
        query = (
            select(table, said.c.actor)
            .outerjoin(said, (said.c.attribution == table.c.id) & (said.c.first == 1))
            .where(*where)
            .order_by(table.c.document, table.c.position)
        )
        return [rows.attribution_of(row, spans[row.id]) for row in self._rows(query)]

    def local_actors(self) -> Iterator[str]:
        """Yield the actors of each document, by its id, as `resolve` wrote them."""
        yield from self._each_document(schema.local_actor, "records")

    def indexes(self) -> Iterator[bytes]:
        """Yield the search index of each document, by id of the document."""
        yield from self._each_document(schema.document_index, "data")

    def _each_document(self, table: Table, column: str) -> Iterator[Any]:
        for chunk in batches(sorted(self.document_ids()), TEXTS):
            query = select(table).where(table.c.document.in_(chunk))
            found = {row.document: row for row in self._rows(query)}
            yield from (getattr(found[i], column) for i in chunk if i in found)

    # -- what the documents together gave -----------------------------------------

    def across(self, stage: str) -> str | None:
        """Return the fingerprint of what an across-document stage last worked on."""
        table = schema.across.c
        query = select(table.fingerprint).where(table.stage == stage)
        return next((row.fingerprint for row in self._rows(query)), None)

    def actors(self, ids: Sequence[ActorId] | None = None) -> list[Actor]:
        """Return actors by name; None for all."""
        table, name = schema.actor, schema.actor_name
        names: dict[str, list[str]] = defaultdict(list)
        query = select(name).order_by(name.c.actor, name.c.position)
        for row in self._among(query, name.c.actor, ids):
            names[row.actor].append(row.name)
        query = select(table)
        found = self._among(query, table.c.id, ids)
        made = [rows.actor_of(row, names[row.id]) for row in found]
        return sorted(made, key=lambda actor: (actor.name, actor.id))

    def mentions(self, actor: ActorId) -> list[ActorMention]:
        """Return every place where the case means that actor."""
        table = schema.mention.c
        query = select(schema.mention).where(table.actor == actor)
        return [
            ActorMention(
                actor=row.actor,
                attribution=row.attribution,
                span=Span(document=row.document, start=row.start, end=row.end),
            )
            for row in self._rows(query.order_by(table.document, table.start))
        ]

    def suggestions(self) -> list[Suggestion]:
        """Return pairs of actors that may be the same, best first."""
        table = schema.suggestion
        query = select(table).order_by(table.c.score.desc(), table.c.left)
        return [Suggestion(**row._mapping) for row in self._rows(query)]  # noqa: SLF001 - SQLAlchemy's public name

    def copies(self, documents: Sequence[DocumentId] | None = None) -> list[Copy]:
        """Return reused wording among these documents; None for all."""
        table = schema.copy
        query = select(table).order_by(table.c.left_document, table.c.right_document)
        if documents is None or len(documents) > MANY:
            wanted = set(documents or ())
            found = [rows.copy_of(row) for row in self._rows(query)]
            return [c for c in found if not wanted or c.left.document in wanted]
        query = query.where(
            table.c.left_document.in_(documents), table.c.right_document.in_(documents)
        )
        return [rows.copy_of(row) for row in self._rows(query)]

    def claims(self, ids: Sequence[ClaimId] | None = None) -> list[ClaimEntry]:
        """Return claims in the order of their rank, most contested first."""
        table = schema.claim
        query = select(table).order_by(table.c.rank)
        bearings = self._by_claim(schema.bearing, rows.bearing_of, ids)
        stances = self._by_claim(schema.document_stance, rows.stance_of, ids)
        return [
            rows.claim_of(row, bearings[row.id], stances[row.id])
            for row in self._among(query, table.c.id, ids)
        ]

    def _by_claim(
        self,
        table: Table,
        make: Any,  # noqa: ANN401 - a row has the columns of its query
        ids: Sequence[ClaimId] | None,
    ) -> dict[str, list[Any]]:
        query = select(table).order_by(table.c.claim, table.c.place)
        found: dict[str, list[Any]] = defaultdict(list)
        for row in self._among(query, table.c.claim, ids):
            found[row.claim].append(make(row))
        return found

    # -- what people decided, and finding things ----------------------------------

    def judgements(self) -> list[Judgement]:
        """Return every judgement, oldest first."""
        query = select(schema.judgement).order_by(schema.judgement.c.number)
        return [rows.judgement_of(row) for row in self._rows(query)]

    def find_ids(self, prefix: str, most: int = 5) -> list[str]:
        """Return up to `most` ids of records that start with `prefix`."""
        found: list[str] = []
        for table in (
            schema.document,
            schema.attribution,
            schema.actor,
            schema.claim,
            schema.judgement,
        ):
            column = table.c.id
            # A range instead of LIKE: it uses the index and knows no wildcards.
            query = select(column).where(column >= prefix, column < prefix + "\uffff")
            found += (row.id for row in self._rows(query.order_by(column).limit(most)))
        return found[:most]

    def search(self, query: str, most: int = 100) -> list[DocumentId]:
        """Return documents whose text has all the words of `query`, best first."""
        return search_texts(self._engine, query, most)
