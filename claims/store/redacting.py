"""Erases the text of a record and keeps the proof that it was there: the one way a row may change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from claims.errors import UnknownRecord
from claims.models import (
    RECORDS,
    Acceptance,
    Agent,
    Capture,
    Claim,
    Document,
    Judgement,
    Link,
    Passage,
    Record,
    Review,
    Statement,
    canonical,
)
from claims.store import auditing, indexing
from claims.store.asking import Sight
from claims.store.auditing import EVENT
from claims.store.door import body
from claims.store.tables import TOKENS, table
from claims.vocabulary import EventKind

INSTEAD = "[redacted]"
ERASED: Mapping[type[Record], tuple[str, ...]] = {
    Agent: ("name", "names", "identifiers", "context"),
    Document: ("title", "url", "publisher", "byline"),
    Capture: ("text", "regions", "notes", "left_out"),
    Passage: ("exact", "prefix", "suffix"),
    Claim: (
        *("text", "subject", "predicate", "measure", "object", "value_low", "value_high", "unit", "figures"),
        *("scope", "due_how", "occasion"),
    ),
    Statement: ("speaker", "hedges", "chain", "reason", "cue"),
    Link: ("question", "explanation", "value_a", "value_b", "check_wording"),
    Judgement: ("rationale",),
    Review: ("rationale",),
    Acceptance: ("note",),
}
"""Kind of record -> what a redaction takes out; ids, keys, dates and decisions stay."""


def redact(connection: sa.Connection, sight: Sight, user: str, ids: Sequence[str], reason: str) -> int:
    """Erase the texts of these records and of their lines in the audit log; how many. UnknownRecord for others.

    The key stays: it is a hash, by which whoever has the exact words can still recognise them.
    """
    log = auditing.Log(connection, user)
    done = 0
    for uid in dict.fromkeys(ids):
        model, row = _found(connection, sight, uid)
        indexing.forget(connection, model, row)
        left = row | {name: _nothing(table(model).c[name]) for name in ERASED[model]}
        told = canonical({"reason": reason, "left": body(model, left)})
        log.note(EventKind.redacted, model.__name__, uid, row["level"], told)
        log.write()
        # Of an earlier redaction only the text of this record is left to erase, so every line before goes.
        lines = (EVENT.c.uid == uid, EVENT.c.kind == EventKind.recorded, EVENT.c.body.is_not(None))
        connection.execute(sa.update(EVENT).where(*lines).values(body=None, salt=""))
        erased = {name: left[name] for name in ERASED[model]}
        connection.execute(table(model).update().where(table(model).c.id == uid).values(erased))
        done += 1
    return done


def _found(connection: sa.Connection, sight: Sight, uid: str) -> tuple[type[Record], dict[str, Any]]:
    for model in RECORDS:
        rows = table(model)
        seen = sight.conditions(model, retracted=True)
        row = connection.execute(sa.select(rows).where(rows.c.id == uid, *seen)).first()
        if row is not None:
            return model, dict(row._mapping)
    raise UnknownRecord(f"no record '{uid}'")


def _nothing(column: sa.Column[Any]) -> Any:
    if isinstance(column.type, sa.JSON):
        return {} if column.name == "identifiers" else []
    return None if column.nullable else INSTEAD


def scrub(engine: sa.Engine) -> None:
    """Leave no copy of what was erased in the database's files. Backups made before still hold it."""
    connection = engine.raw_connection()
    try:
        if engine.dialect.name == "sqlite":
            statements = [
                f"INSERT INTO {TOKENS}({TOKENS}) VALUES ('optimize')",  # noqa: S608
                "VACUUM",
                "PRAGMA wal_checkpoint(TRUNCATE)",
            ]
        else:
            connection.driver_connection.autocommit = True  # type: ignore[union-attr]
            names = (*(table(model).name for model in RECORDS), EVENT.name, TOKENS)
            statements = [f'VACUUM FULL "{name}"' for name in names]
        cursor = connection.cursor()
        for statement in statements:
            cursor.execute(statement)
        cursor.close()
        if engine.dialect.name == "postgresql":
            connection.driver_connection.autocommit = False  # type: ignore[union-attr]
    finally:
        connection.close()
