"""How a database is: what `claims doctor` shows of it, and a copy of it while it is in use."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from claims.errors import StoreError
from claims.store import auditing, migrating
from claims.store.engines import sqlite_module, wal_is_safe
from claims.store.opening import look

Line = tuple[str, str, bool]  # what is looked at, what was found, whether that is well


def diagnose(connection: sa.Connection, address: str) -> list[Line]:
    """What was looked at, what was found, and whether it is well."""
    found = look(connection)
    newest = migrating.revisions()[-1]
    head = auditing.head(connection)
    lines: list[Line] = [
        ("database", address, True),
        *(_sqlite(connection) if connection.dialect.name == "sqlite" else _postgres(connection)),
        ("schema", f"{found.revision}, the newest is {newest}", found.revision == newest),
    ]
    if head.seq:
        lines.append(("audit log", f"{head.seq} lines, the last of {head.at:%Y-%m-%d %H:%M:%S} UTC", True))
    else:
        lines.append(("audit log", "empty", True))
    return lines


def _sqlite(connection: sa.Connection) -> list[Line]:
    def ask(question: str) -> Any:
        return connection.exec_driver_sql(f"PRAGMA {question}").scalar()

    module, mode = sqlite_module(), str(ask("journal_mode"))
    safe = wal_is_safe(module.sqlite_version_info)
    carrier = "pysqlite3" if "pysqlite3" in module.__name__ else "Python"
    fault = (
        "without the WAL-reset fault"
        if safe
        else "has the WAL-reset fault (3.7.0 to 3.51.2), so no write-ahead log is used; pip install pysqlite3 mends it"
    )
    check = str(ask("quick_check(1)"))
    strangers = len(connection.exec_driver_sql("PRAGMA foreign_key_check").fetchmany(1000))
    return [
        ("SQLite", f"{module.sqlite_version} from {carrier}, {fault}", safe or mode != "wal"),
        ("journal mode", mode, safe or mode != "wal"),
        ("synchronous", {2: "FULL", 3: "EXTRA"}.get(ask("synchronous"), "less than FULL"), ask("synchronous") >= 2),
        ("integrity", check, check == "ok"),
        ("references", "all lead somewhere" if not strangers else f"{strangers} lead nowhere", not strangers),
    ]


def _postgres(connection: sa.Connection) -> list[Line]:
    def ask(setting: str) -> str:
        return str(connection.exec_driver_sql(f"SHOW {setting}").scalar())

    version = ask("server_version_num")
    return [
        ("PostgreSQL", ask("server_version"), int(version) >= 150_000),
        ("encoding", ask("server_encoding"), ask("server_encoding") == "UTF8"),
        ("fsync", ask("fsync"), ask("fsync") == "on"),
        ("synchronous commit", ask("synchronous_commit"), ask("synchronous_commit") != "off"),
    ]


def copy_sqlite(engine: sa.Engine, path: Path, address: str) -> None:
    """A checked copy of an SQLite database at this path, made while others may write. StoreError when it exists."""
    if path.exists():
        raise StoreError(f"the backup '{path}' exists already; nothing was changed; choose another name")
    if not path.parent.is_dir():
        raise StoreError(f"the backup '{path}' cannot be written: there is no folder '{path.parent}'")
    module, half = sqlite_module(), path.with_name(f"{path.name}.part")
    source = engine.raw_connection()
    try:
        target = module.connect(str(half))
        try:
            source.driver_connection.backup(target)  # type: ignore[union-attr]
            target.execute("PRAGMA journal_mode=DELETE")
            if target.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
                raise StoreError(f"the backup of {address} is damaged; run `claims doctor`")
        finally:
            target.close()
        os.replace(half, path)
    except module.Error as wrong:
        raise StoreError(f"the backup '{path}' could not be written: {wrong}") from None
    finally:
        source.close()
        half.unlink(missing_ok=True)
