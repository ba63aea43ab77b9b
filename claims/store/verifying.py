"""Re-derives every record from the audit log and compares, line by line and row by row."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from claims.errors import ClaimsError
from claims.models import RECORDS, Record
from claims.store import auditing
from claims.store.auditing import EVENT, Head
from claims.store.door import body
from claims.store.indexing import SEARCHED
from claims.store.tables import ENTRY, MARK, table
from claims.store.values import Verified
from claims.vocabulary import EventKind, Level

AT_ONCE = 5_000  # rows read at a time
MOST = 100  # problems told
UNREADABLE = (ClaimsError, ValueError, TypeError, KeyError)  # what a value put there by hand can raise


@dataclass(slots=True)
class Told:
    """What the log says of one record."""

    model: str
    level: Level
    digest: bytes | None  # of its canonical text; None where that is gone
    retracted: tuple[datetime, str] | None = None
    redacted: bool = False


@dataclass
class Problems:
    """What is wrong, up to a number that can be read."""

    told: list[str] = field(default_factory=list)
    count: int = 0

    def add(self, problem: str) -> None:
        """One more."""
        self.count += 1
        if len(self.told) < MOST:
            self.told.append(problem)

    def all(self) -> tuple[str, ...]:
        """What was told, and how much more there is."""
        more = self.count - len(self.told)
        return (*self.told, f"and {more} more") if more else tuple(self.told)


def verify(connection: sa.Connection, outside: str | None = None) -> Verified:
    """Walk the log, derive what must stand in the tables, and compare; with a checkpoint, compare with that too."""
    problems = Problems()
    told: dict[str, Told] = {}
    wanted = _read_checkpoint(connection, outside, problems) if outside is not None else None
    try:
        before, roots = _walk(connection, told, problems, wanted)
    except UNREADABLE as wrong:
        problems.add(f"audit log: it holds what cannot be read ({wrong})")
        return Verified(0, 0, auditing.EMPTY.root, problems.all(), None if outside is None else False)
    held = None if outside is None else _holds(wanted, before, roots, problems)
    records = _compare(connection, told, problems)
    _compare_search(connection, told, problems)
    return Verified(before.seq, records, before.root, problems.all(), held)


# ── the log ─────────────────────────────────────────────────────────────────


def _walk(
    connection: sa.Connection, told: dict[str, Told], problems: Problems, wanted: Head | None
) -> tuple[Head, dict[int, str]]:
    """Follow the chain; fill in what it tells of each record; keep the root at the checkpoint's size."""
    before, roots = auditing.EMPTY, {0: auditing.NOTHING}
    redactions = sa.select(EVENT.c.uid, EVENT.c.seq).where(EVENT.c.kind == EventKind.redacted).order_by(EVENT.c.seq)
    last_redaction: dict[str, int] = {row.uid: row.seq for row in connection.execute(redactions)}
    for line in _rows(connection, sa.select(EVENT).order_by(EVENT.c.seq)):
        seq = line["seq"]
        if seq != before.seq + 1:
            problems.add(f"audit log: line {before.seq + 1} is missing (line {seq} follows {before.seq})")
        if auditing.link(before.chain, line) != line["chain"]:
            problems.add(f"audit log, line {seq}: it does not follow from the line before (changed, moved or inserted)")
        if line["at"] < before.at:
            problems.add(f"audit log, line {seq}: it is older than the line before")
        _body(line, last_redaction.get(line["uid"], 0), problems)
        _tell(line, told, problems)
        before = Head(seq, line["at"], line["chain"])
        if wanted is not None and seq == wanted.seq:
            roots[seq] = line["chain"]
    return before, roots


def _rows(connection: sa.Connection, statement: sa.Select[Any]) -> Iterator[dict[str, Any]]:
    for part in connection.execute(statement.execution_options(yield_per=AT_ONCE)).partitions():
        for row in part:
            yield dict(row._mapping)


def _body(line: dict[str, Any], redacted_at: int, problems: Problems) -> None:
    """A line's body must be the one committed to, or have been taken out by a later recorded redaction."""
    if line["body"] is None:
        if redacted_at <= line["seq"]:
            problems.add(f"audit log, line {line['seq']}: its text is gone and no redaction is recorded")
    elif auditing.commitment(line["salt"], line["body"]) != line["commitment"]:
        problems.add(f"audit log, line {line['seq']}: its text is not the one that was recorded")


def _tell(line: dict[str, Any], told: dict[str, Told], problems: Problems) -> None:
    uid, kind = line["uid"], line["kind"]
    if kind is EventKind.recorded:
        if uid in told:
            problems.add(f"audit log, line {line['seq']}: {line['model']} {uid} is recorded twice")
        digest = None if line["body"] is None else _digest(line["body"])
        told[uid] = Told(line["model"], line["level"], digest)
    elif uid not in told:
        problems.add(f"audit log, line {line['seq']}: {line['model']} {uid} is {kind} but was never recorded")
    elif kind is EventKind.retracted:
        told[uid].retracted = (line["at"], line["actor"])
    elif line["body"] is not None:  # redacted: what was left of the record is told in the line
        told[uid].digest = _digest(json.loads(line["body"])["left"])
        told[uid].redacted = True


def _digest(text: str) -> bytes:
    return hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=16).digest()


# ── the records ─────────────────────────────────────────────────────────────


def _compare(connection: sa.Connection, told: dict[str, Told], problems: Problems) -> int:
    """Hold every row against the log; how many rows there are."""
    seen: set[str] = set()
    for model in RECORDS:
        try:
            for row in _rows(connection, sa.select(table(model))):
                seen.add(row["id"])
                _compare_row(model, row, told.get(row["id"]), problems)
        except UNREADABLE as wrong:
            problems.add(f"{model.__name__}: the table holds what cannot be read ({wrong})")
    for uid in told.keys() - seen:
        problems.add(f"{told[uid].model} {uid}: the audit log has it, the table does not")
    return len(seen)


def _compare_row(model: type[Record], row: Any, entry: Told | None, problems: Problems) -> None:
    name, uid = model.__name__, row["id"]
    if entry is None or entry.model != name:
        problems.add(f"{name} {uid}: the table has it, the audit log does not")
        return
    if entry.digest is not None and _digest(body(model, row)) != entry.digest:
        problems.add(f"{name} {uid}: the table says something else than the audit log")
    if row["level"] != entry.level:
        problems.add(f"{name} {uid}: it is {row['level']} in the table and {entry.level} in the audit log")
    retracted = (row["retracted_at"], row["retracted_by"]) if row["retracted_at"] else None
    if retracted != entry.retracted:
        problems.add(f"{name} {uid}: table and audit log disagree on whether, when or by whom it was retracted")


def _compare_search(connection: sa.Connection, told: dict[str, Told], problems: Problems) -> None:
    """Every record that can be searched has its lines in the index, and nothing else has."""
    indexed = set(connection.scalars(sa.select(ENTRY.c.uid).distinct()))
    names = {model.__name__ for model in SEARCHED}
    expected = {uid for uid, entry in told.items() if entry.model in names}
    redacted = {uid for uid, entry in told.items() if entry.redacted}
    lacking, extra = expected - indexed - redacted, indexed - (expected - redacted)
    if lacking or extra:
        problems.add(f"search: {len(lacking)} records cannot be found and {len(extra)} entries have no record")


# ── checkpoints ─────────────────────────────────────────────────────────────


def checkpoint(connection: sa.Connection) -> str:
    """Three lines to keep outside: whose log, how many lines, the head of the chain (a C2SP tlog-checkpoint)."""
    head = auditing.head(connection)
    return f"counterclaim/{_origin(connection)}\n{head.seq}\n{head.root}\n"


def _origin(connection: sa.Connection) -> str:
    return str(connection.execute(sa.select(MARK.c.value).where(MARK.c.name == "origin")).scalar_one())


def _read_checkpoint(connection: sa.Connection, text: str, problems: Problems) -> Head | None:
    lines = [line.strip() for line in text.strip().splitlines()]
    if len(lines) < 3 or not lines[1].isdecimal() or len(lines[1]) > 18:
        problems.add("checkpoint: it is not three lines of name, number and root; copy it whole")
        return None
    if lines[0] != f"counterclaim/{_origin(connection)}":
        problems.add(f"checkpoint: it is of another dossier ({lines[0]})")
        return None
    return Head(int(lines[1]), auditing.EMPTY.at, lines[2])


def _holds(wanted: Head | None, now: Head, roots: dict[int, str], problems: Problems) -> bool:
    if wanted is None:
        return False
    if wanted.seq > now.seq:
        problems.add(f"checkpoint: it saw {wanted.seq} lines, the audit log has {now.seq}; the rest was cut off")
        return False
    root = Head(wanted.seq, now.at, roots[wanted.seq]).root if wanted.seq in roots else None
    if root != wanted.chain:
        problems.add(f"checkpoint: the first {wanted.seq} lines of the audit log are not the ones it saw")
        return False
    return True
