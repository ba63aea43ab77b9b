"""The tables beside the records: what marks a database as ours, and what search stands on."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlmodel import SQLModel

from claims.models import RECORDS, Record

MARK = sa.Table(
    "counterclaim",
    SQLModel.metadata,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("value", sa.Text, nullable=False),
)
"""Facts about this database: `origin`, its own name in checkpoints; `search`, how its words were cut."""

ENTRY = sa.Table(
    "search_entry",
    SQLModel.metadata,
    sa.Column("row", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True, autoincrement=False),
    sa.Column("uid", sa.Text, nullable=False, index=True),
    sa.Column("model", sa.Text, nullable=False),
)
"""One line for each searchable stretch of a record; its tokens have the same row in `search_tokens`.

`search_tokens` is an FTS5 table on SQLite and a tsvector on PostgreSQL, so it is written in the migration.
"""

TOKENS = "search_tokens"

MODELS: dict[str, type[Record]] = {model.__name__: model for model in RECORDS}


def table(model: type[Any]) -> sa.Table:
    """The table of a record."""
    return model.__table__  # type: ignore[no-any-return]


def pointers(model: type[Record]) -> dict[str, type[Record]]:
    """Column -> the record it points at, for every foreign key of a record."""
    by_table = {table(other).name: other for other in RECORDS}
    return {
        column.name: by_table[key.column.table.name] for column in table(model).columns for key in column.foreign_keys
    }
