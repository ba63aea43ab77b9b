"""Which database an address means, and how to show it without its password."""

from __future__ import annotations

import os
from pathlib import Path

import sqlalchemy as sa

from claims.errors import StoreError

HELP = "write sqlite:///path/to/file.sqlite or postgresql://user@host/database"


def parse(address: str) -> sa.URL:
    """The URL of an address; a bare path means an SQLite file. StoreError when it is neither."""
    text = os.fspath(address).strip()
    if "://" not in text:
        if not text:
            raise StoreError(f"the database address is empty; {HELP}")
        return sa.URL.create("sqlite", database=str(Path(text).expanduser()))
    try:
        url = sa.make_url(text)
    except (sa.exc.ArgumentError, ValueError):
        raise StoreError(f"the database address cannot be read; {HELP}") from None
    dialect = url.get_backend_name()
    if dialect in ("postgresql", "postgres"):
        return url.set(drivername="postgresql+psycopg")
    if dialect != "sqlite":
        raise StoreError(f"'{dialect}' is not a database Counterclaim can use; {HELP}")
    return url


def shown(url: sa.URL) -> str:
    """The address for a person: the driver left out, the password masked."""
    name = "postgresql" if url.get_backend_name() == "postgresql" else "sqlite"
    query = {key: "***" if key == "password" else value for key, value in url.query.items()}
    return url.set(drivername=name, query=query).render_as_string(hide_password=True)


def in_memory(url: sa.URL) -> bool:
    """True for an SQLite database that lives in this process alone."""
    return url.get_backend_name() == "sqlite" and url.database in (None, "", ":memory:")
