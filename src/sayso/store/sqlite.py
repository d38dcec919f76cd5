"""Open, make and refuse case files: everything that is peculiar to SQLite.

A file is looked at byte by byte before SQLite sees it, because SQLite may write to a
file it opens, and one that is refused must stay as it is.
"""

import os
import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.engine import ExceptionContext

from sayso.errors import (
    CaseError,
    DamagedCaseError,
    LockedCaseError,
    MissingCaseError,
    NewerCaseError,
    NotACaseError,
)
from sayso.store.fulltext import FULL_TEXT
from sayso.store.schema import SCHEMA_VERSION, metadata

APPLICATION_ID = int.from_bytes(b"SaYs", "big")
"""Marks the file as a case; `file` and SQLite both show it."""
BUSY_MS = 5000
"""How long to wait for another process: a document's transaction takes a few
milliseconds, the longest one (the claims of 10,000 reports) a few seconds."""
WRITE = "sayso_write"
"""Execution option of a connection whose transactions take the write lock at once."""

_MAGIC = b"SQLite format 3\x00"
_HEADER_SIZE = 100
_open_here: Counter[Path] = Counter()
"""Files this process has open. Closing a second handle to one of them would drop the
locks SQLite holds for the first (POSIX), so these are not looked at again."""

_APPEND_ONLY = ("judgement", "custody")


def create_case(path: Path) -> None:
    """Make an empty case at `path`, whole or not at all.

    Raises:
        CaseError: the folder is missing or cannot be written to.
    """
    draft = path.with_name(f".{path.name}.new")
    engine = _engine(draft)
    try:
        draft.unlink(missing_ok=True)
        draft.touch(mode=0o600)  # sources may be at risk: nobody else may read it
        with closing(sqlite3.connect(draft)) as plain:
            plain.execute("PRAGMA journal_mode = WAL")
            plain.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            plain.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        with engine.execution_options(**{WRITE: True}).begin() as connection:
            metadata.create_all(connection)
            for statement in (FULL_TEXT, *_append_only()):
                connection.exec_driver_sql(statement)
        engine.dispose()
        draft.replace(path)
    except OSError as error:
        msg = f"{path}: no case can be made there ({error.strerror}); name another path"
        raise CaseError(msg) from error
    finally:
        engine.dispose()
        draft.unlink(missing_ok=True)


def open_case(path: Path) -> Engine:
    """Return an engine on the case at `path`, refusing anything else.

    Raises:
        MissingCaseError: no such file.
        NotACaseError: the file is something else.
        NewerCaseError: a newer sayso wrote it.
        DamagedCaseError: it was cut short or its first pages make no sense.
    """
    real = path.resolve()
    if not _open_here[real]:
        _check_header(path)
    engine = _engine(path)
    _open_here[real] += 1
    event.listen(engine, "engine_disposed", lambda _: _forget(real), once=True)
    try:
        with engine.connect() as connection:
            names = connection.exec_driver_sql("SELECT name FROM sqlite_schema")
            missing = set(metadata.tables) - set(names.scalars())
    except CaseError:
        engine.dispose()
        raise
    if missing:
        engine.dispose()
        msg = f"{path}: the case lacks its table {min(missing)}; {_RESTORE}"
        raise DamagedCaseError(msg)
    return engine


_RESTORE = "restore a copy, or build a new case from the files"


def _forget(real: Path) -> None:
    _open_here[real] = max(0, _open_here[real] - 1)


def _append_only() -> list[str]:
    return [
        f"CREATE TRIGGER {table}_kept_on_{verb.lower()} BEFORE {verb} ON {table} BEGIN"
        f" SELECT RAISE(ABORT, 'the table {table} is append-only'); END"
        for table in _APPEND_ONLY
        for verb in ("UPDATE", "DELETE")
    ]


def _check_header(path: Path) -> None:
    """Refuse what is no case, by the first hundred bytes of the file."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            header = file.read(_HEADER_SIZE)
    except FileNotFoundError as error:
        msg = f"{path}: no such case; make one with `sayso build {path} FILES`"
        raise MissingCaseError(msg) from error
    except IsADirectoryError as error:
        msg = f"{path}: a folder, not a case; name a file such as {path}.sayso"
        raise NotACaseError(msg) from error
    except OSError as error:
        msg = f"{path}: cannot be opened ({error.strerror}); check its permissions"
        raise CaseError(msg) from error
    number = int.from_bytes(header[68:72], "big")
    version = int.from_bytes(header[60:64], "big")
    if not header.startswith(_MAGIC) or number != APPLICATION_ID:
        msg = f"{path}: not a sayso case; nothing was changed. Name another file"
        raise NotACaseError(msg)
    if version > SCHEMA_VERSION:
        msg = (
            f"{path}: made by a newer sayso (case version {version}, this one knows"
            f" {SCHEMA_VERSION}); nothing was changed. Install the newer sayso"
        )
        raise NewerCaseError(msg)
    _check_length(path, header, size)


def _check_length(path: Path, header: bytes, size: int) -> None:
    """Refuse a file that was cut short; a log beside it may still hold the rest."""
    page = int.from_bytes(header[16:18], "big")
    page = 65536 if page == 1 else page
    whole = page * int.from_bytes(header[28:32], "big")
    if size < whole and not path.with_name(f"{path.name}-wal").exists():
        msg = f"{path}: cut short ({size:,} of {whole:,} bytes); {_RESTORE}"
        raise DamagedCaseError(msg)


def _engine(path: Path) -> Engine:
    url = URL.create("sqlite+pysqlite", database=str(path.absolute()))
    if path.exists() and not _may_write(path):
        place = f"file:{quote(str(path.absolute()))}"
        query = {"mode": "ro", "immutable": "1", "uri": "true"}
        url = URL.create("sqlite+pysqlite", database=place, query=query)
    engine = create_engine(url, connect_args={"timeout": BUSY_MS / 1000})
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _on_begin)
    event.listen(engine, "handle_error", lambda context: _translate(path, context))
    return engine


def _may_write(path: Path) -> bool:
    """Tell whether SQLite may write beside the file, as it must even to read it.

    A case on a read-only disk is opened as one that nobody changes, unless a log beside
    it holds changes that would then be missed.
    """
    logged = path.with_name(f"{path.name}-wal").exists()
    return logged or (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))


def _on_connect(connection: Any, _record: object) -> None:  # noqa: ANN401 - SQLAlchemy hands the driver's own object
    connection.isolation_level = None  # we say BEGIN ourselves
    for setting in (
        "foreign_keys = ON",
        "synchronous = NORMAL",  # safe with WAL; an unlucky power cut loses no order
        "trusted_schema = OFF",  # a case from somebody else runs no functions
        "cell_size_check = ON",
    ):
        connection.execute(f"PRAGMA {setting}")


def _on_begin(connection: Connection) -> None:
    write = connection.get_execution_options().get(WRITE, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")


def _translate(path: Path, context: ExceptionContext) -> None:
    """Say what happened in the words of our own error tree."""
    cause = context.original_exception
    if not isinstance(cause, sqlite3.DatabaseError):
        return
    code = getattr(cause, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        msg = f"{path}: another process is writing to the case; try again later"
        raise LockedCaseError(msg) from cause
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        msg = f"{path}: the case is damaged ({cause}); {_RESTORE}"
        raise DamagedCaseError(msg) from cause
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        msg = f"{path}: cannot be written to ({cause}); check the permissions"
        raise CaseError(msg) from cause
    if code in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR):
        msg = f"{path}: the disk refused ({cause}); make room, then build again"
        raise CaseError(msg) from cause
