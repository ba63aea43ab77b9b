"""Looks at a database before anything is done to it: ours, empty, older, newer, or somebody else's."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from claims.errors import StoreError
from claims.models import new_id
from claims.store import indexing, migrating
from claims.store.address import in_memory, shown
from claims.store.engines import BUSY, Gate, engine_for, file_of, sqlite_module
from claims.store.refusals import in_words
from claims.store.tables import MARK

APPLICATION = 0x436C6D73  # "Clms": the application_id of an SQLite file of ours


@dataclass(frozen=True, slots=True)
class Found:
    """What a database is."""

    tables: frozenset[str]
    revision: str | None  # None where it is not ours, or empty

    @property
    def empty(self) -> bool:
        """True when nothing is in it."""
        return not self.tables


def opened(url: sa.URL) -> Gate:
    """The database at this address, made when it is empty and upgraded when it is older.

    Raises StoreError in one sentence when it is not ours, newer, locked, a folder, or cannot be reached.
    """
    address = shown(url)
    path = file_of(url)
    with in_words(address):
        if path is not None:
            _look_at_file(path, address)
        gate = Gate(engine_for(url), alone=in_memory(url))
        try:
            with gate.reading() as connection:
                found = look(connection)
            _must_be_usable(found, address)
            if found.revision != migrating.revisions()[-1]:
                _bring_up(gate, address)
        except BaseException:
            gate.engine.dispose()
            raise
    return gate


def look(connection: sa.Connection) -> Found:
    """What the database behind this connection is."""
    inspector = sa.inspect(connection)
    tables = frozenset(inspector.get_table_names())
    if {"counterclaim", "alembic_version"} <= tables:
        return Found(tables, connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar())
    return Found(tables, None)


def _must_be_usable(found: Found, address: str) -> None:
    if found.empty:
        return
    if found.revision is None:
        raise StoreError(
            f"the database {address} is not a Counterclaim dossier (it holds other tables); "
            "nothing was changed in it; choose another address"
        )
    if found.revision not in migrating.revisions():
        raise StoreError(
            f"the database {address} was written by a newer Counterclaim (schema {found.revision}; this one knows "
            f"{migrating.revisions()[-1]}); nothing was changed in it; update Counterclaim to open it"
        )


def _bring_up(gate: Gate, address: str) -> None:
    """Make or upgrade the tables, alone and whole."""
    with gate.writing() as connection:
        found = look(connection)  # another program may have been quicker
        _must_be_usable(found, address)
        if found.revision != migrating.revisions()[-1]:
            migrating.upgrade(connection)
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION}")
        elif (encoding := connection.exec_driver_sql("SHOW server_encoding").scalar()) != "UTF8":
            raise StoreError(f"the database {address} keeps its text as {encoding}; create it with ENCODING 'UTF8'")
        facts = {row.name: row.value for row in connection.execute(sa.select(MARK))}
        if "origin" not in facts:
            connection.execute(sa.insert(MARK).values(name="origin", value=new_id()))
        if facts.get("search") != indexing.VERSION:
            indexing.reindex(connection)


def _look_at_file(path: Path, address: str) -> None:
    """Refuse what is plainly not a database of ours before SQLite writes a byte to it."""
    if path.is_dir():
        raise StoreError(f"the database {address} is a folder; name a file in it, such as dossier.sqlite")
    if not path.parent.is_dir():
        raise StoreError(f"the database {address} cannot be made: there is no folder '{path.parent}'; make it first")
    if not path.exists():
        if not os.access(path.parent, os.W_OK):
            raise StoreError(f"the database {address} cannot be made: you may not write in '{path.parent}'")
        return
    if not os.access(path, os.R_OK):
        raise StoreError(f"the database {address} may not be read; give your user the right to read it")
    if path.stat().st_size:
        _look_inside(path, address)


def _look_inside(path: Path, address: str) -> None:
    """Read a stranger's tables without the right to write, and without trusting what its schema would run.

    Only SQLite itself may open the file: had we opened and closed it, this process would lose the locks that
    its other connections hold on it (https://sqlite.org/howtocorrupt.html, 2.2).
    """
    module = sqlite_module()
    with in_words(address):
        try:
            connection = module.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=BUSY / 1000)
            try:
                connection.execute("PRAGMA trusted_schema=OFF")
                mine = connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION
                rows = [] if mine else connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
                tables = frozenset(name for (name,) in rows)
            finally:
                connection.close()
        except module.Error as wrong:
            raise sa.exc.OperationalError("", {}, wrong) from None
    if tables and not {"counterclaim", "alembic_version"} <= tables:
        _must_be_usable(Found(tables, None), address)
