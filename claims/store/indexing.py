"""Makes records findable: each text as lines of words, written in the transaction that records it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from claims.models import Agent, Capture, Claim, Document, Passage, Record
from claims.store.asking import Sight
from claims.store.tables import ENTRY, MARK, TOKENS, table
from claims.store.words import figures, fold, words

VERSION = "1"  # raise it when words are cut differently: the index is then made anew on opening
STRETCH = 4_000  # tokens in one entry: PostgreSQL keeps 255 places a word and 16,383 in all
OVERLAP = 40  # tokens that two stretches share, so that a phrase on the seam is found
AT_ONCE = 2_000  # records read at a time while the index is made anew

SEARCHED: dict[type[Record], tuple[str, ...]] = {
    Agent: ("name", "names"),
    Document: ("title", "byline", "publisher", "url"),
    Capture: ("text",),
    Passage: ("exact",),
    Claim: ("text",),
}
"""Kind of record -> the fields that can be searched."""

_EMPTY = {
    "sqlite": f"INSERT INTO {TOKENS}({TOKENS}) VALUES ('delete-all')",  # noqa: S608
    "postgresql": f"DELETE FROM {TOKENS}",  # noqa: S608
}


def text_of(model: type[Record], values: Mapping[str, Any]) -> str:
    """The searchable text of a record, its parts on lines of their own."""
    texts: list[str] = []
    for name in SEARCHED[model]:
        value = values[name]
        texts += value if isinstance(value, list) else [value] if value else []
    return "\n".join(texts)


def entries(text: str) -> Iterator[str]:
    """The lines of tokens under which a text is found."""
    folded = fold(text)
    cut = words(folded)
    extra = list(dict.fromkeys(number for number, _, _ in figures(folded)))
    for start in range(0, max(len(cut) - OVERLAP, 1), STRETCH - OVERLAP):
        yield " ".join([*cut[start : start + STRETCH], *(extra if start == 0 else ())])


def index(connection: sa.Connection, model: type[Record], records: Iterable[Mapping[str, Any]]) -> None:
    """Make these records findable; part of the transaction that records them."""
    last = connection.execute(sa.select(sa.func.coalesce(sa.func.max(ENTRY.c.row), 0))).scalar_one()
    rows: list[dict[str, Any]] = []
    lines: list[tuple[int, str]] = []
    for record in records:
        for line in entries(text_of(model, record)):
            last += 1
            rows.append({"row": last, "uid": record["id"], "model": model.__name__})
            lines.append((last, line))
    if rows:
        connection.execute(sa.insert(ENTRY), rows)
        _write_tokens(connection, lines)


def _write_tokens(connection: sa.Connection, lines: list[tuple[int, str]]) -> None:
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"INSERT INTO {TOKENS}(rowid, tokens) VALUES (?, ?)", lines)  # noqa: S608
    else:
        vectors = [(row, _vector(line)) for row, line in lines]
        connection.exec_driver_sql(f'INSERT INTO {TOKENS}("row", tokens) VALUES (%s, %s::tsvector)', vectors)  # noqa: S608


def _vector(line: str) -> str:
    """The tokens with their places, as PostgreSQL writes a tsvector; longer words are cut where it cuts them."""
    return " ".join(f"'{word[:500]}':{place}" for place, word in enumerate(line.split(), 1))


def forget(connection: sa.Connection, model: type[Record], values: Mapping[str, Any]) -> None:
    """Take a record out of the index, before its text is erased."""
    lines = list(entries(text_of(model, values))) if model in SEARCHED else []
    found = connection.execute(sa.select(ENTRY.c.row).where(ENTRY.c.uid == values["id"]).order_by(ENTRY.c.row))
    for row, line in zip(found.scalars().all(), lines, strict=False):
        if connection.dialect.name == "sqlite":
            # FTS5 keeps no copy of the text, so it must be told which words to forget.
            statement = f"INSERT INTO {TOKENS}({TOKENS}, rowid, tokens) VALUES ('delete', ?, ?)"  # noqa: S608
            connection.exec_driver_sql(statement, (row, line))
        else:
            connection.exec_driver_sql(f'DELETE FROM {TOKENS} WHERE "row" = %s', (row,))  # noqa: S608
    connection.execute(sa.delete(ENTRY).where(ENTRY.c.uid == values["id"]))


def reindex(connection: sa.Connection) -> None:
    """Make the whole index anew, as this version cuts words, and note that."""
    connection.execute(sa.delete(ENTRY))
    connection.exec_driver_sql(_EMPTY[connection.dialect.name])
    everything = Sight()
    with Session(connection, autoflush=False) as session:
        for model in SEARCHED:
            statement = everything.of(model, retracted=True).order_by(table(model).c.id)
            for part in session.scalars(statement.execution_options(yield_per=AT_ONCE)).partitions():
                index(connection, model, map(vars, part))
    connection.execute(sa.delete(MARK).where(MARK.c.name == "search"))
    connection.execute(sa.insert(MARK).values(name="search", value=VERSION))
