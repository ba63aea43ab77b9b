"""Finds records by words in either script; what is typed is never handed to the database as syntax."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from claims.models import Agent, Capture, Claim, Document, Passage, Record
from claims.store.asking import Sight
from claims.store.tables import ENTRY, MARK, TOKENS, table
from claims.store.values import Hit
from claims.store.words import Phrase, figures, fold, is_run, query, words

VERSION = "1"  # raise it when words are cut differently: the index is then made anew on opening
STRETCH = 4_000  # tokens in one entry: PostgreSQL keeps 255 places a word and 16,383 in all
OVERLAP = 40  # tokens that two stretches share, so that a phrase on the seam is found
AROUND = 70  # characters of an excerpt before and after the first mark
AT_ONCE = 2_000  # records read at a time while the index is made anew

SEARCHED: dict[type[Record], tuple[str, ...]] = {
    Agent: ("name", "names"),
    Document: ("title", "byline", "publisher", "url"),
    Capture: ("text",),
    Passage: ("exact",),
    Claim: ("text",),
}
"""Kind of record -> the fields that can be searched."""


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


# ── writing the index ───────────────────────────────────────────────────────


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


# ── asking ──────────────────────────────────────────────────────────────────


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


_EMPTY = {
    "sqlite": f"INSERT INTO {TOKENS}({TOKENS}) VALUES ('delete-all')",  # noqa: S608
    "postgresql": f"DELETE FROM {TOKENS}",  # noqa: S608
}
_ROW = {"sqlite": "rowid", "postgresql": "row"}
_MATCH = {"sqlite": f"{TOKENS} MATCH :words", "postgresql": f"{TOKENS}.tokens @@ CAST(:words AS tsquery)"}
_EXPRESSION = {"sqlite": _fts5, "postgresql": _tsquery}


# ── excerpts ────────────────────────────────────────────────────────────────


@lru_cache(maxsize=4096)
def _fold_one(character: str) -> str:
    return fold(character)


def _hit(record: Record, source: Record, wanted: list[tuple[Phrase, ...]]) -> Hit:
    excerpt, marks = excerpted(text_of(type(source), vars(source)), wanted)
    return Hit(record, excerpt, marks)


def excerpted(text: str, wanted: list[tuple[Phrase, ...]]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """A part of the text around the words that were found, and where they are in it."""
    folded, places = [], []
    for place, character in enumerate(text):
        one = _fold_one(character)
        folded.append(one)
        places += [place] * len(one)
    plain = "".join(folded)
    said = {span for choice in wanted for phrase in choice for span in _spans(plain, places, phrase)}
    spans = sorted(said.union(_figures(plain, places, wanted)))
    first = spans[0][0] if spans else 0
    start = max(0, first - AROUND)
    end = min(len(text), first + 2 * AROUND if start else 2 * AROUND + AROUND)
    marks = tuple((a - start, b - start) for a, b in _apart(spans) if a >= start and b <= end)
    return text[start:end], marks


def _spans(plain: str, places: list[int], phrase: Phrase) -> Iterator[tuple[int, int]]:
    """Where a phrase stands in the original text."""
    pattern = _spelt(phrase.words[0])
    for before, word in zip(phrase.words, phrase.words[1:], strict=False):
        # Pairs of characters overlap by one: after 失业 comes 业率, of which only 率 is new.
        overlap = len(before) == 2 == len(word) and before[1] == word[0] and is_run(word)
        pattern += re.escape(word[1:]) if overlap else rf"\W*+{_spelt(word)}"
    before = "" if is_run(phrase.words[0]) else r"(?<![0-9a-z])(?<![0-9][.,])"
    after = "" if is_run(phrase.words[-1]) else r"(?![0-9a-z])(?![.,][0-9])"
    for found in re.finditer(before + pattern + after, plain):
        yield places[found.start()], places[found.end() - 1] + 1


def _spelt(word: str) -> str:
    """A word as it may stand in a text: a figure with or without its commas."""
    return ",?".join(word) if word.isdecimal() else re.escape(word)


def _figures(plain: str, places: list[int], wanted: list[tuple[Phrase, ...]]) -> Iterator[tuple[int, int]]:
    """Where a figure with its scale stands for a number that was asked for."""
    asked = {phrase.words[0] for choice in wanted for phrase in choice if len(phrase.words) == 1}
    for number, start, end in figures(plain):
        if number in asked:
            yield places[start], places[end - 1] + 1


def _apart(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans with those that touch or overlap made one."""
    out: list[tuple[int, int]] = []
    for start, end in spans:
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out
