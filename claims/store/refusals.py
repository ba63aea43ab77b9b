"""A database's own complaint as one sentence: what, where, why, what to do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa

from claims.errors import StoreError

# What the engines say (a pattern) -> why, and what to do. The first that is found in the message counts.
SQLITE = (
    ("locked", "another program is writing to it and did not finish in time; close that program or try again"),
    ("full", "the disk is full; nothing was written; make room and try again"),
    (
        "disk i/o",
        "the disk refused the write (is it full, or over a quota?); nothing was written; make room and try again",
    ),
    ("readonly", "the file may not be written; give your user the right to write it, and its folder"),
    ("unable to open", "the file cannot be opened; check that its folder exists and that you may write there"),
    ("not a database", "the file is not an SQLite database; choose another file"),
    ("malformed", "the file is damaged; restore it from a backup"),
    ("authorization", "the file may not be read; give your user the right to read it"),
)
POSTGRES = (
    ("lock timeout", "another program is writing to it and did not finish in time; try again"),
    ("password authentication failed", "the server refused the user or the password; check the address"),
    ("no password supplied", "the server asks for a password; put it into the address or into ~/.pgpass"),
    (
        r'(database|role) "[^"]*" does not exist',
        "the server knows no such database or user; create it with createdb or check the address",
    ),
    ("connection refused", "nothing answers there; start the server or check host and port"),
    ("could not translate host name", "the host is not known; check the address"),
    ("failed to resolve host", "the host is not known; check the address"),
    ("name or service not known", "the host is not known; check the address"),
    ("no such file or directory", "no server listens on that socket; start the server or check the address"),
    ("timeout", "the server did not answer in time; check that it runs and can be reached"),
    ("no space left", "the server's disk is full; nothing was written; make room and try again"),
    ("disk full", "the server's disk is full; nothing was written; make room and try again"),
    ("read-only", "the server takes no writes; ask who runs it"),
    ("permission denied", "your user may not do this there; ask who runs the server for the right"),
    ("terminating connection", "the server ended the connection; try again"),
    ("closed", "the connection was lost; try again"),
)


@contextmanager
def in_words(address: str) -> Iterator[None]:
    """Turn what the database raises inside into a StoreError; the data in the statement is never repeated."""
    try:
        yield
    except (sa.exc.DBAPIError, sa.exc.TimeoutError) as wrong:
        raise StoreError(sentence(address, wrong)) from None


def sentence(address: str, wrong: Exception) -> str:
    """The sentence for one complaint of the database."""
    said = " ".join(str(getattr(wrong, "orig", None) or wrong).split())
    rows = POSTGRES if address.startswith("postgresql") else SQLITE
    for words, meaning in rows:
        if re.search(words, said, re.IGNORECASE):
            return f"the database {address} cannot be used: {meaning}"
    # What SQLAlchemy repeats of the data is hidden; what a server says after DETAIL may quote it, so that goes too.
    return f"the database {address} refused: {said.split('DETAIL')[0][:300].strip()}"
