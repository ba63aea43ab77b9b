"""The audit log: every write is one more line, chained to the one before in the same transaction."""

from __future__ import annotations

import hashlib
import os
from base64 import b64encode
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import sqlalchemy as sa

from claims.models import Event
from claims.store.tables import table
from claims.times import now
from claims.vocabulary import EventKind, Level

EVENT = table(Event)
NOTHING = hashlib.sha256(b"counterclaim").hexdigest()  # what the first line is chained to
MARK = "\x1f"  # between the parts that are hashed: no part can hold it and shift the others
TICK = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Head:
    """The last line of the log."""

    seq: int
    at: datetime
    chain: str

    @property
    def root(self) -> str:
        """The head of the chain as checkpoints write it."""
        return b64encode(bytes.fromhex(self.chain)).decode()


EMPTY = Head(0, datetime.min.replace(tzinfo=UTC), NOTHING)


def head(connection: sa.Connection) -> Head:
    """The last line; EMPTY where there is none."""
    statement = sa.select(EVENT.c.seq, EVENT.c.at, EVENT.c.chain).order_by(EVENT.c.seq.desc()).limit(1)
    row = connection.execute(statement).first()
    return Head(*row) if row else EMPTY


def commitment(salt: str, body: str) -> str:
    """What binds a line to its body, and says nothing of it once the salt is gone."""
    return hashlib.sha256(f"{salt}{MARK}{body}".encode()).hexdigest()


def link(before: str, line: dict[str, Any]) -> str:
    """The next link of the chain."""
    parts = (before, line["seq"], line["kind"], line["model"], line["uid"], line["level"], line["actor"])
    told = MARK.join([*map(str, parts), line["at"].isoformat(timespec="microseconds"), line["commitment"]])
    return hashlib.sha256(told.encode()).hexdigest()


class Log:
    """The open end of the log within one transaction: lines are collected and written together."""

    def __init__(self, connection: sa.Connection, actor: str) -> None:
        self.connection = connection
        self.actor = actor
        self.head = head(connection)
        # Time never runs backwards here, whatever the clock does: `as_of` would show the past changed.
        self.at = max(now(), self.head.at + TICK) if self.head.seq else now()
        self._lines: list[dict[str, Any]] = []

    def note(self, kind: EventKind, model: str, uid: str, level: Level, body: str) -> None:
        """One more line."""
        salt = os.urandom(16).hex()
        line: dict[str, Any] = {
            "seq": self.head.seq + 1,
            "kind": kind,
            "model": model,
            "uid": uid,
            "level": level,
            "actor": self.actor,
            "at": self.at,
            "salt": salt,
            "body": body,
            "commitment": commitment(salt, body),
        }
        line["chain"] = link(self.head.chain, line)
        self.head = Head(line["seq"], self.at, line["chain"])
        self._lines.append(line)

    def write(self) -> None:
        """Write the lines collected; part of the transaction."""
        if self._lines:
            self.connection.execute(sa.insert(EVENT), self._lines)
            self._lines = []


def events(
    connection: sa.Connection, conditions: Iterable[sa.ColumnElement[bool]], *, after: int, limit: int, whole: bool
) -> list[Event]:
    """Lines of the log in order. A reader from whom some are hidden gets the rest numbered anew, without the
    chain: a gap would tell that something lies there.
    """
    number = EVENT.c.seq if whole else sa.func.row_number().over(order_by=EVENT.c.seq)
    columns = [column for column in EVENT.columns if column.name != "seq"]
    inner = sa.select(number.label("seq"), *columns).where(*conditions).subquery()
    rows = connection.execute(sa.select(inner).where(inner.c.seq > after).order_by(inner.c.seq).limit(limit))
    hidden = {} if whole else {"chain": "", "commitment": "", "salt": ""}
    return [Event(**(dict(row._mapping) | hidden)) for row in rows]
