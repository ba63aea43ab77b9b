"""The Store: one object that holds the only SQL; what it may show depends on who asks and for which moment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import sqlalchemy as sa

from claims.errors import InputError, StoreError
from claims.models import Claim, Document, Event, Passage, Record
from claims.store import auditing, graphs, health, opening, reading, redacting, searching, verifying, writing
from claims.store.address import parse, shown
from claims.store.asking import Sight
from claims.store.engines import Gate
from claims.store.refusals import in_words
from claims.store.values import Added, Hit, Verified
from claims.vocabulary import Level

if TYPE_CHECKING:
    from claims.graph import ClaimGraph

R = TypeVar("R", bound=Record)


class Store:
    """A database of records as one reader sees it. `open` makes one; every method is one transaction."""

    def __init__(self, gate: Gate, address: sa.URL, *, user: str, sight: Sight, archive: Path | None) -> None:
        self._gate = gate
        self._address = address
        self.user = user
        self.sight = sight
        self.archive = archive

    @classmethod
    def open(
        cls, url: str, *, user: str = "system", clearance: Level = Level.sealed, archive: Path | None = None
    ) -> Store:
        """The store at this address: made when empty, upgraded when older.

        Raises StoreError in one sentence for a database that is not ours, newer, locked, or out of reach.
        """
        address = parse(url)
        return cls(opening.opened(address), address, user=user, sight=Sight(clearance), archive=archive)

    @property
    def url(self) -> str:
        """The address, its password masked."""
        return shown(self._address)

    @property
    def dialect(self) -> str:
        """sqlite or postgresql."""
        return self._gate.engine.dialect.name

    def close(self) -> None:
        """Let go of the database."""
        self._gate.engine.dispose()

    # ── write ───────────────────────────────────────────────────────────────

    def add(self, *records: Record) -> Added:
        """Record what is new, all or nothing, in any order. What has the key of a live record is that record.

        Pointers within the batch follow the record that stays. The records given are brought up to what was
        stored. Raises InputError naming the record and the field for what does not fit.
        """
        with self._writing() as connection:
            return writing.add(connection, self.sight, self.user, records)

    def retract(self, *ids: str) -> int:
        """Take records back; how many were live. What stands on them stays."""
        with self._writing() as connection:
            return writing.retract(connection, self.sight, self.user, ids)

    def exchange(self, gone: Sequence[str], *records: Record) -> Added:
        """Take records back and record others in their place, all or nothing."""
        with self._writing() as connection:
            writing.retract(connection, self.sight, self.user, gone)
            return writing.add(connection, self.sight, self.user, records)

    def redact(self, *ids: str, reason: str) -> int:
        """Erase the texts of these records from tables, log and index, and keep the proof that they were there.

        What quotes them is another record, to be named too. Copies in backups are not reached.
        """
        with self._writing() as connection:
            done = redacting.redact(connection, self.sight, self.user, ids, reason)
        with in_words(self.url):
            redacting.scrub(self._gate.engine)
        return done

    # ── read ────────────────────────────────────────────────────────────────

    def get(self, model: type[R], id_or_label: str) -> R:
        """The record with this id, label (C-1a2b3c4d) or at least six digits of its key; else UnknownRecord."""
        with self._reading() as connection:
            return reading.get(connection, self.sight, model, id_or_label)

    def find(
        self,
        model: type[R],
        *where: Any,
        order: Any = None,
        limit: int | None = None,
        after: str | None = None,
        retracted: bool = False,
    ) -> list[R]:
        """The records that meet every condition, the oldest first or in `order` (a column, or `column.desc()`).

        A page continues `after` the id of the last record of the one before. With `retracted`, also those
        taken back.
        """
        with self._reading() as connection:
            return reading.find(
                connection, self.sight, model, where, order=order, limit=limit, after=after, retracted=retracted
            )

    def count(self, model: type[Record], *where: Any) -> int:
        """How many records meet every condition."""
        with self._reading() as connection:
            return reading.count(connection, self.sight, model, where)

    def graph(
        self,
        *,
        documents: Sequence[str] | None = None,
        claims: Sequence[str] | None = None,
        hops: int = 0,
        cap: int = 500,
    ) -> ClaimGraph:
        """Everything in view; or these documents; or these claims and what lies within some hops, at most `cap`.

        `beyond` of the graph counts the links of each claim that were left out.
        """
        with self._reading() as connection:
            if claims is not None:
                return graphs.of_claims(connection, self.sight, claims, hops, cap)
            if documents is not None:
                return graphs.of_documents(connection, self.sight, documents)
            return graphs.whole(connection, self.sight)

    def search(
        self, text: str, limit: int = 50, models: Sequence[type[Record]] = (Claim, Passage, Document)
    ) -> list[Hit]:
        """The records that hold all these words, by kind, the newest first. Any text may be asked."""
        with self._reading() as connection:
            return searching.search(connection, self.sight, text, limit, models)

    def as_of(self, moment: datetime) -> Store:
        """The store as it was known at that moment, to read only. It shares the connections of this one."""
        if moment.utcoffset() is None:
            raise InputError("the moment has no time zone; give it one, such as UTC")
        sight = Sight(self.sight.clearance, moment)
        return Store(self._gate, self._address, user=self.user, sight=sight, archive=self.archive)

    def moment(self) -> datetime | None:
        """When the last record in view was written or taken back: `as_of` of it never changes. None when empty."""
        with self._reading() as connection:
            columns = auditing.EVENT.c
            return connection.execute(sa.select(sa.func.max(columns.at)).where(*self.sight.events())).scalar()

    # ── the audit log ───────────────────────────────────────────────────────

    def revision(self) -> int:
        """A number that grows with every write the reader may see: the key under which pages may be kept."""
        with self._reading() as connection:
            columns = auditing.EVENT.c
            number = sa.func.max(columns.seq) if self.sight.whole else sa.func.count()
            statement = sa.select(number).select_from(auditing.EVENT).where(*self.sight.events())
            return connection.execute(statement).scalar() or 0

    def events(self, *, after: int = 0, limit: int = 100) -> list[Event]:
        """The lines of the audit log that tell of records in view, in order, after that number."""
        with self._reading() as connection:
            conditions = self.sight.events()
            return auditing.events(connection, conditions, after=after, limit=limit, whole=self.sight.whole)

    def verify(self, checkpoint: str | None = None) -> Verified:
        """Re-derive every record from the audit log and compare; with a checkpoint kept outside, with that too."""
        self._must_see_all()
        with self._reading() as connection:
            return verifying.verify(connection, checkpoint)

    def checkpoint(self) -> str:
        """Three lines to keep outside the database: whose log, how many lines, the head of the chain."""
        self._must_see_all()
        with self._reading() as connection:
            return verifying.checkpoint(connection)

    # ── health ──────────────────────────────────────────────────────────────

    def diagnose(self) -> list[tuple[str, str, bool]]:
        """What was looked at in the database, what was found, and whether it is well."""
        with self._reading() as connection:
            return health.diagnose(connection, self.url)

    def backup(self, path: Path) -> None:
        """A checked copy of an SQLite database; a server's is made with pg_dump, and StoreError says so."""
        if self.dialect != "sqlite":
            raise StoreError(f"the database {self.url} lies on a server; back it up there with pg_dump")
        with in_words(self.url):
            health.copy_sqlite(self._gate.engine, path, self.url)

    # ── transactions ────────────────────────────────────────────────────────

    @contextmanager
    def _reading(self) -> Iterator[sa.Connection]:
        with in_words(self.url), self._gate.reading() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[sa.Connection]:
        if self.sight.moment is not None:
            raise StoreError(
                f"this is {self.url} as it was on {self.sight.moment:%Y-%m-%d %H:%M}; it cannot be changed"
            )
        with in_words(self.url), self._gate.writing() as connection:
            yield connection

    def _must_see_all(self) -> None:
        if not self.sight.whole or self.sight.moment is not None:
            raise InputError("the audit log can be checked only by a reader who may see everything, as it stands now")
