"""Finds records by words in either script; what is typed is never handed to the database as syntax."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from claims.models import Capture, Document, Record
from claims.store.asking import Sight
from claims.store.excerpts import excerpted
from claims.store.indexing import text_of
from claims.store.tables import ENTRY, TOKENS, table
from claims.store.values import Hit
from claims.store.words import Phrase, query


def search(connection: sa.Connection, sight: Sight, text: str, limit: int, models: Sequence[type[Record]]) -> list[Hit]:
    """The records in view that hold all the words, the newest of each kind first; kinds take turns in `models`' order.

    The words of a capture find its document. Nothing is ranked by how rare a word is: that would tell of
    records the reader may not see.
    """
    wanted = query(text)
    if not wanted or limit <= 0:
        return []
    hits: list[Hit] = []
    with Session(connection, autoflush=False) as session:
        for model in models:
            hits += [_hit(found, source, wanted) for found, source in _found(session, sight, model, wanted, limit)]
        session.expunge_all()
    return hits[:limit] if len(models) == 1 else _taking_turns(hits, limit, models)


def _taking_turns(hits: list[Hit], limit: int, models: Sequence[type[Record]]) -> list[Hit]:
    """The first of every kind, then the second …, until there are enough; kept together by kind."""
    place: dict[type[Record], int] = dict.fromkeys(models, 0)
    ranked = []
    for hit in hits:
        kind = type(hit.record)
        ranked.append((place[kind], hit))
        place[kind] += 1
    chosen = {id(hit) for _, hit in sorted(ranked, key=lambda pair: pair[0])[:limit]}
    return [hit for hit in hits if id(hit) in chosen]


def _found(
    session: Session, sight: Sight, model: type[Record], wanted: list[tuple[Phrase, ...]], limit: int
) -> list[tuple[Any, Any]]:
    """Records of one kind, each with the record whose text holds the words."""
    found = [(record, record) for record in _holding(session, sight, model, wanted, limit)]
    if model is Document:
        seen = {record.id for record, _ in found}
        for capture in _holding(session, sight, Capture, wanted, limit):
            whose = sight.of(Document).where(table(Document).c.id == capture.document_id)
            document = session.scalars(whose).one_or_none()
            if document and document.id not in seen:
                seen.add(document.id)
                found.append((document, capture))
        found.sort(key=lambda pair: str(pair[0].id), reverse=True)
    return found[:limit]


def _holding(
    session: Session, sight: Sight, model: type[Record], wanted: list[tuple[Phrase, ...]], limit: int
) -> list[Any]:
    dialect = session.get_bind().dialect.name
    hit = sa.table(TOKENS, sa.column(_ROW[dialect], sa.BigInteger))
    row = hit.c[_ROW[dialect]]
    statement = (
        sight.of(model)
        .select_from(hit)
        .join(ENTRY, ENTRY.c.row == row)
        .join(table(model), ENTRY.c.uid == table(model).c.id)
        .where(sa.text(_MATCH[dialect]).bindparams(words=_EXPRESSION[dialect](wanted)))
        .where(ENTRY.c.model == model.__name__)
        .order_by(row.desc())
    )
    out: dict[str, Any] = {}
    for record in session.scalars(statement.limit(limit * 2 + 10)):  # two stretches of one text share a seam
        out.setdefault(record.id, record)
    return list(out.values())[:limit]


def _fts5(wanted: list[tuple[Phrase, ...]]) -> str:
    """The words as an FTS5 expression; every word stands in quotes, so nothing in it is syntax."""

    def one(phrase: Phrase) -> str:
        return f'"{" ".join(phrase.words)}"' + ("*" if phrase.open else "")

    return " AND ".join(f"({' OR '.join(map(one, choice))})" for choice in wanted)


def _tsquery(wanted: list[tuple[Phrase, ...]]) -> str:
    """The words as a tsquery; every word stands in quotes, so nothing in it is syntax."""

    def one(phrase: Phrase) -> str:
        quoted = [f"'{word[:500]}'" for word in phrase.words]
        return f"({' <-> '.join(quoted)}{':*' if phrase.open else ''})"

    return " & ".join(f"({' | '.join(map(one, choice))})" for choice in wanted)


_ROW = {"sqlite": "rowid", "postgresql": "row"}
_MATCH = {"sqlite": f"{TOKENS} MATCH :words", "postgresql": f"{TOKENS}.tokens @@ CAST(:words AS tsquery)"}
_EXPRESSION = {"sqlite": _fts5, "postgresql": _tsquery}


def _hit(record: Record, source: Record, wanted: list[tuple[Phrase, ...]]) -> Hit:
    excerpt, marks = excerpted(text_of(type(source), vars(source)), wanted)
    return Hit(record, excerpt, marks)
