"""Finds records in view: by id, label or key, by condition, page by page."""

from __future__ import annotations

import re
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.orm import Session
from sqlmodel.sql.sqltypes import UTCDateTime

from claims.errors import UnknownRecord
from claims.models import Record
from claims.store.asking import Sight
from claims.store.tables import table

R = TypeVar("R", bound=Record)
SHORTEST = 6  # digits of a key that name a record
_KEY = re.compile(r"[0-9a-f]{6,64}")


def get(connection: sa.Connection, sight: Sight, model: type[R], name: str) -> R:
    """The record with this id, label (C-1a2b3c4d) or beginning of a key. UnknownRecord when none or several."""
    columns = table(model).c
    asked = name.strip()
    letter, _, digits = asked.rpartition("-")
    key = digits.lower() if letter.upper() == model.LETTER else asked.lower()
    by_id = sight.of(model).where(columns.id == asked)
    # Letters sort after digits, so every key that begins with this lies below it and a "g".
    by_key = sight.of(model).where(columns.key >= key, columns.key < key + "g").order_by(columns.level, columns.id)
    with Session(connection, autoflush=False) as session:
        found: list[R] = list(session.scalars(by_id))
        if not found and _KEY.fullmatch(key):
            found = list(session.scalars(by_key.limit(50)))
        session.expunge_all()
    if len({record.key for record in found}) > 1:
        raise UnknownRecord(f"'{asked}' names several {_kind(model)}s; write more of it")
    if not found:
        raise UnknownRecord(f"no {_kind(model)} '{asked}'")
    return min(found, key=lambda record: record.level.rank)  # of one key, the one that most may see


def _kind(model: type[Record]) -> str:
    return model.__name__.lower()


def find(
    connection: sa.Connection,
    sight: Sight,
    model: type[R],
    where: tuple[Any, ...],
    *,
    order: Any,
    limit: int | None,
    after: str | None,
    retracted: bool,
) -> list[R]:
    """The records that meet every condition, in order; `after` the record with that id."""
    column, down = _order(model, order, connection.dialect.name)
    ids = table(model).c.id
    statement = sight.of(model, retracted=retracted).where(*where)
    if after is not None:
        last = sa.select(column).where(ids == after).scalar_subquery()
        statement = statement.where(_beyond(column, ids, last, after, down))
    keys = [] if column is ids else [column.is_(None), column.desc() if down else column.asc()]
    statement = statement.order_by(*keys, ids.desc() if down else ids.asc()).limit(limit)
    with Session(connection, autoflush=False) as session:
        found = list(session.scalars(statement))
        session.expunge_all()
    return found


def _order(model: type[Record], order: Any, dialect: str) -> tuple[Any, bool]:
    """The column to sort by, and whether downwards. Sorting is by code point on both databases."""
    if order is None:
        return table(model).c.id, False
    down = isinstance(order, sa.UnaryExpression) and order.modifier is sa.sql.operators.desc_op
    named = order.element if isinstance(order, sa.UnaryExpression) else order
    name = named if isinstance(named, str) else str(named.key)
    column = table(model).c[name]
    if dialect == "postgresql" and name != "id" and not isinstance(column.type, UTCDateTime | sa.Date | sa.Integer):
        return sa.collate(column, "C"), down
    return column, down


def _beyond(column: Any, ids: Any, last: Any, after: str, down: bool) -> Any:
    """The rows that come after the one at which the page before ended; those without a value come last."""
    if column is ids:
        return ids < after if down else ids > after
    further_id = ids < after if down else ids > after
    further = sa.or_(column < last if down else column > last, column.is_(None))
    return sa.case(
        (last.is_(None), sa.and_(column.is_(None), further_id)),
        else_=sa.or_(further, sa.and_(column == last, further_id)),
    )


def count(connection: sa.Connection, sight: Sight, model: type[Record], where: tuple[Any, ...]) -> int:
    """How many records in view meet every condition."""
    statement = sa.select(sa.func.count()).select_from(table(model)).where(*sight.conditions(model), *where)
    return connection.execute(statement).scalar_one()
