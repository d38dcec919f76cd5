"""The tables of a case, in SQL that SQLite and PostgreSQL both take.

What only SQLite has (full text, triggers, pragmas) is in `sqlite.py`. Rows that
follow from a document go when the document's analysis is redone (`ON DELETE
CASCADE`); what was read and what people decided is never deleted by a build.
"""

from sqlalchemy import (
    REAL,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)
from sqlalchemy.schema import SchemaItem

SCHEMA_VERSION = 1
"""Raised by one with each change to the tables; a higher number is refused."""

metadata = MetaData()


def _table(name: str, *columns: SchemaItem, rowid: bool = True) -> Table:
    """Make a table whose column types SQLite enforces."""
    return Table(name, metadata, *columns, sqlite_strict=True, sqlite_with_rowid=rowid)


def _text(name: str, *, key: bool = False, null: bool = False) -> Column[object]:
    return Column(name, Text, primary_key=key, nullable=null)


def _whole(name: str, *, key: bool = False, null: bool = False) -> Column[object]:
    return Column(name, Integer, primary_key=key, nullable=null)


def _real(name: str) -> Column[object]:
    return Column(name, REAL, nullable=False)


def _ref(
    name: str, target: str, *, key: bool = False, null: bool = False
) -> Column[object]:
    """Make a column that points at a row of another table and goes with it."""
    link = ForeignKey(target, ondelete="CASCADE")
    return Column(name, Text, link, primary_key=key, nullable=null)


def _ref_later(name: str, target: str) -> Column[object]:
    """Make one checked at the end of the transaction: rows may point at each other."""
    link = ForeignKey(target, ondelete="CASCADE", deferrable=True, initially="DEFERRED")
    return Column(name, Text, link, nullable=True)


# -- what was read ----------------------------------------------------------------

build = _table(
    "build",
    _whole("number", key=True),
    _text("started"),
    _text("finished", null=True),
    _text("program"),
    _text("inputs"),
)
custody = _table(
    "custody",
    _whole("number", key=True),
    _whole("build"),
    _text("uri"),
    _text("sha256", null=True),
    _whole("size"),
    _text("action"),
)
source_file = _table(
    "source_file",
    _text("uri", key=True),
    _text("fingerprint"),
    _whole("build"),
)
raw = _table(
    "raw",
    _text("sha256", key=True),
    _whole("size"),
    _text("packing"),
    Column("data", LargeBinary, nullable=True),
)
document = _table(
    "document",
    _text("id", key=True),
    Column("sha256", Text, nullable=False, unique=True),
    _whole("size"),
    _text("media_type"),
    _text("title", null=True),
    _text("publisher", null=True),
    _text("byline", null=True),
    _text("url", null=True),
    _text("published", null=True),
    _text("published_basis", null=True),
    _text("language", null=True),
    _text("pages"),
)
document_text = _table(
    "document_text",
    _whole("number", key=True),
    Column(
        "document",
        Text,
        ForeignKey("document.id", ondelete="CASCADE"),
        nullable=False,
        unique=True,
    ),
    _text("text"),
)
document_path = _table(
    "document_path",
    _text("uri", key=True),
    _ref("document", "document.id"),
    _ref("container", "source_file.uri"),
    _whole("build"),
    _whole("place"),
    Index("document_path_by_document", "document"),
    Index("document_path_by_container", "container"),
)
unread = _table(
    "unread",
    _text("uri", key=True),
    _text("container", null=True),
    _text("sha256", null=True),
    _whole("size"),
    _text("reason"),
    _text("remedy"),
)

# -- what each document gave ------------------------------------------------------

stage = _table(
    "stage",
    _ref("document", "document.id", key=True),
    _text("stage", key=True),
    _text("version"),
    _whole("build"),
    _text("failure", null=True),
)
attribution = _table(
    "attribution",
    _text("id", key=True),
    _ref("document", "document.id"),
    _whole("position"),
    _text("style"),
    _text("polarity"),
    _text("certainty"),
    _text("act"),
    _real("confidence"),
    _ref_later("parent", "attribution.id"),
    Index("attribution_by_document", "document", "position"),
    Index("attribution_by_parent", "parent"),
)
attribution_span = _table(
    "attribution_span",
    _ref("attribution", "attribution.id", key=True),
    _text("role", key=True),
    _whole("position", key=True),
    _whole("start"),
    _whole("end"),
    rowid=False,
)
local_actor = _table(
    "local_actor",
    _ref("document", "document.id", key=True),
    _text("records"),
)
document_index = _table(
    "document_index",
    _ref("document", "document.id", key=True),
    Column("data", LargeBinary, nullable=False),
)

# -- what the documents together gave ---------------------------------------------

across = _table("across", _text("stage", key=True), _text("fingerprint"))
actor = _table(
    "actor",
    _text("id", key=True),
    _text("name"),
    _text("kind"),
    _ref("scope", "document.id", null=True),
    _ref_later("authority", "actor.id"),
    Index("actor_by_scope", "scope"),
    Index("actor_by_authority", "authority"),
)
actor_name = _table(
    "actor_name",
    _ref("actor", "actor.id", key=True),
    _whole("position", key=True),
    _text("name"),
)
mention = _table(
    "mention",
    _ref("attribution", "attribution.id", key=True),
    _ref("actor", "actor.id", key=True),
    _ref("document", "document.id", key=True),
    _whole("start", key=True),
    _whole("end", key=True),
    _whole("first"),
    Index("mention_by_actor", "actor"),
    Index("mention_by_document", "document"),
)
suggestion = _table(
    "suggestion",
    _ref("left", "actor.id", key=True),
    _ref("right", "actor.id", key=True),
    _real("score"),
    _text("why"),
    Index("suggestion_by_right", "right"),
)
copy = _table(
    "copy",
    _ref("left_document", "document.id", key=True),
    _whole("left_start", key=True),
    _whole("left_end", key=True),
    _ref("right_document", "document.id", key=True),
    _whole("right_start", key=True),
    _whole("right_end", key=True),
    _whole("shared"),
    _real("containment"),
    Index("copy_by_right", "right_document"),
)
claim = _table(
    "claim",
    _text("id", key=True),
    _text("proposition"),
    _whole("asked"),
    _whole("rank"),
    _real("contest"),
    _text("trace"),
)
bearing = _table(
    "bearing",
    _ref("claim", "claim.id", key=True),
    _ref("attribution", "attribution.id", key=True),
    _whole("place"),
    _text("orientation"),
    _text("stance"),
    _real("relevance"),
    Index("bearing_by_attribution", "attribution"),
)
document_stance = _table(
    "document_stance",
    _ref("claim", "claim.id", key=True),
    _ref("document", "document.id", key=True),
    _whole("place"),
    _text("stance"),
    _real("relevance"),
    Index("document_stance_by_document", "document"),
)

# -- what people decided ----------------------------------------------------------

judgement = _table(
    "judgement",
    _whole("number", key=True),
    Column("id", Text, nullable=False, unique=True),
    _text("verdict"),
    _text("left"),
    _text("right"),
    _text("left_anchor"),
    _text("right_anchor"),
    _text("who"),
    _text("why"),
    _text("made"),
)
