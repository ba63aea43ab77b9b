"""Engines for SQLite and PostgreSQL, set so that what is acknowledged stays."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from threading import RLock
from typing import Any

import sqlalchemy as sa
from sqlalchemy.pool import StaticPool

from claims.models import canonical
from claims.store.address import in_memory

BUSY = 5_000  # milliseconds that a writer waits for another
PATIENCE = 5  # seconds to reach a server
FAULTY = ((3, 7, 0), (3, 51, 2))  # the WAL-reset fault: https://sqlite.org/wal.html
LOCK = 4_711_202  # the advisory lock that PostgreSQL writers of one dossier take in turn


@lru_cache(maxsize=1)
def sqlite_module() -> Any:
    """pysqlite3, which carries a newer SQLite, where it is installed; else Python's own."""
    try:
        from pysqlite3 import dbapi2

        return dbapi2
    except ImportError:
        import sqlite3

        return sqlite3


def wal_is_safe(version: tuple[int, ...]) -> bool:
    """False for the SQLite versions whose write-ahead log can corrupt a file when two programs write."""
    return not FAULTY[0] <= version <= FAULTY[1]


def engine_for(url: sa.URL) -> sa.Engine:
    """An engine that gives every reader one snapshot and lets writers in one at a time."""
    common: dict[str, Any] = {"hide_parameters": True, "json_serializer": canonical}
    if url.get_backend_name() == "sqlite":
        engine = _sqlite(url, common)
    else:
        engine = sa.create_engine(
            url,
            pool_pre_ping=True,
            connect_args={"connect_timeout": PATIENCE, "options": f"-c lock_timeout={2 * BUSY} -c timezone=UTC"},
            **common,
        )
    sa.event.listen(engine, "begin", _begin)
    return engine


def _sqlite(url: sa.URL, common: dict[str, Any]) -> sa.Engine:
    kept: dict[str, Any] = {"poolclass": StaticPool} if in_memory(url) else {}
    arguments = {"check_same_thread": False, "timeout": BUSY / 1000}
    engine = sa.create_engine(url, module=sqlite_module(), connect_args=arguments, **kept, **common)
    sa.event.listen(engine, "connect", _set_up)
    return engine


def _set_up(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves
    cursor = connection.cursor()
    for pragma in (f"busy_timeout={BUSY}", "foreign_keys=ON", "synchronous=FULL", "trusted_schema=OFF"):
        cursor.execute(f"PRAGMA {pragma}")
    wanted = "wal" if wal_is_safe(sqlite_module().sqlite_version_info) else "delete"
    if cursor.execute("PRAGMA journal_mode").fetchone()[0] not in (wanted, "memory"):
        cursor.execute(f"PRAGMA journal_mode={wanted}")
    cursor.close()


def _begin(connection: sa.Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
    elif writes:
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({LOCK})")
    else:
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")


class Gate:
    """Transactions of one engine: `reading` sees one snapshot, `writing` is alone and is whole or nothing."""

    def __init__(self, engine: sa.Engine, *, alone: bool) -> None:
        self.engine = engine
        # A database in memory is one connection: its threads take turns.
        self._turn: RLock | None = RLock() if alone else None

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """A connection that sees one state of the database and writes nothing."""
        with self._alone(), self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """A connection that no other writer can come between; commits at the end, or nothing happened."""
        with self._alone(), self.engine.connect() as plain:
            connection = plain.execution_options(writes=True)
            with connection.begin():
                yield connection

    @contextmanager
    def _alone(self) -> Iterator[None]:
        if self._turn is None:
            yield
        else:
            with self._turn:
                yield


def file_of(url: sa.URL) -> Path | None:
    """The file of an SQLite database; None in memory and for a server."""
    if url.get_backend_name() != "sqlite" or in_memory(url):
        return None
    return Path(str(url.database).removeprefix("file:").split("?")[0])
