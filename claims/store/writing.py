"""Puts records in: all of a batch or nothing, each once, in the order in which they stand on each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from claims.errors import InputError
from claims.models import RECORDS, Link, Record, canonical, new_id
from claims.store import auditing, indexing
from claims.store.asking import Sight
from claims.store.door import admitted, body
from claims.store.tables import pointers, table
from claims.store.values import Added
from claims.vocabulary import EventKind, Level

AT_ONCE = 2_000  # rows in one statement, ids in one question


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record that is pointed at stands."""

    id: str
    key: str
    level: Level


@dataclass
class Batch:
    """The state of one `add`: what has been placed, what is new, what was known."""

    connection: sa.Connection
    sight: Sight
    user: str
    log: auditing.Log
    places: dict[str, Place] = field(default_factory=dict)  # given id -> stored
    new: list[tuple[Record, dict[str, Any]]] = field(default_factory=list)
    made: set[str] = field(default_factory=set)  # ids of what is new
    known: dict[str, type[Record]] = field(default_factory=dict)  # stored id -> kind


def add(connection: sa.Connection, sight: Sight, user: str, records: Sequence[Record]) -> Added:
    """Record what is new. Of records with one key the first stays, and pointers within the batch follow it.

    The records given are brought up to what was stored: moment, author, key, level and pointers.
    """
    groups: dict[type[Record], list[Record]] = defaultdict(list)
    for record in records:
        if type(record) not in RECORDS:
            raise InputError(f"'{type(record).__name__}' is not a record of a dossier")
        groups[type(record)].append(record)
    batch = Batch(connection, sight, user, auditing.Log(connection, user))
    for model in RECORDS:
        for part in parts(groups[model]):
            _add_part(batch, model, part)
    batch.log.write()
    known = _read(connection, sight, batch.known)
    for record, values in batch.new:
        before = vars(record)
        for name, value in values.items():
            if before.get(name) != value:
                setattr(record, name, value)
    ids = {given: place.id for given, place in batch.places.items()}
    return Added(tuple(record for record, _ in batch.new), known, ids)


def _add_part(batch: Batch, model: type[Record], records: Sequence[Record]) -> None:
    fresh = [admitted(record) for record in records]
    _find_places(batch, model, fresh)
    for values in fresh:
        _settle(batch, model, values)
    live = _live(batch, model, [values["key"] for values in fresh])
    taken = _taken(batch, model, [values["id"] for values in fresh])
    new = []
    for record, values in zip(records, fresh, strict=True):
        if values["id"] in batch.places:
            continue  # the same record twice in one batch
        given = values["id"]
        place = _winner(live, values)
        if place is None:
            if given in taken:
                values["id"] = new_id()  # it was retracted, and is recorded again under a new id
            place = Place(values["id"], values["key"], values["level"])
            live[values["key"]].append(place)
            new.append((record, values))
            batch.made.add(place.id)
        elif place.id not in batch.made:
            batch.known[place.id] = model
        batch.places[given] = place
    _write(batch, model, new)


def _settle(batch: Batch, model: type[Record], values: dict[str, Any]) -> None:
    """Give a record its moment, its author, its pointers, its level and its key."""
    for column, target in pointers(model).items():
        if values[column] is None:
            continue
        place = batch.places.get(values[column])
        if place is None:
            raise InputError(f"{model.__name__}.{column}: there is no {target.__name__.lower()} '{values[column]}'")
        values[column] = place.id
        key = column.removesuffix("_id") + "_key"
        if values.get(key, place.key) != place.key:
            raise InputError(f"{model.__name__}.{key} is not the key of the {target.__name__.lower()} it points at")
        # Nothing is more public than what it stands on.
        values["level"] = max(values["level"], place.level, key=lambda level: level.rank)
    if values["level"].rank > batch.sight.clearance.rank:
        raise InputError(f"you may not record what is {values['level']}; your clearance is {batch.sight.clearance}")
    if model is Link and values["b_key"] < values["a_key"]:
        raise InputError("Link.a_key: the ends of a link stand in the order of their keys")
    _follow(batch, values)
    values["recorded_at"] = batch.log.at
    if values["recorded_by"] == "system":
        values["recorded_by"] = batch.user
    values["retracted_at"] = values["retracted_by"] = None
    values["key"] = model.key_of(values)


def _follow(batch: Batch, values: dict[str, Any]) -> None:
    """Ids named without a foreign key (in a chain, or what a decision replaces) follow the winner too."""
    for name in ("saw", "replaces"):
        if values.get(name) in batch.places:
            values[name] = batch.places[values[name]].id
    for part in values.get("chain", ()):
        if isinstance(part, dict) and part.get("agent_id") in batch.places:
            part["agent_id"] = batch.places[part["agent_id"]].id


def _find_places(batch: Batch, model: type[Record], fresh: Iterable[Mapping[str, Any]]) -> None:
    """Look up what these records point at outside the batch, as far as the reader sees it."""
    wanted: dict[type[Record], set[str]] = defaultdict(set)
    for column, target in pointers(model).items():
        wanted[target] |= {values[column] for values in fresh if values[column]} - batch.places.keys()
    for target, ids in wanted.items():
        columns = table(target).c
        for some in parts(sorted(ids)):
            statement = sa.select(columns.id, columns.key, columns.level).where(
                columns.id.in_(some), *batch.sight.conditions(target)
            )
            batch.places |= {row.id: Place(*row) for row in batch.connection.execute(statement)}


def _live(batch: Batch, model: type[Record], keys: Iterable[str]) -> dict[str, list[Place]]:
    """Key -> the live records that have it, among those in view."""
    columns = table(model).c
    out: dict[str, list[Place]] = defaultdict(list)
    for some in parts(sorted(set(keys))):
        statement = sa.select(columns.id, columns.key, columns.level).where(
            columns.key.in_(some), *batch.sight.conditions(model)
        )
        for row in batch.connection.execute(statement):
            out[row.key].append(Place(*row))
    return out


def _winner(live: Mapping[str, list[Place]], values: Mapping[str, Any]) -> Place | None:
    """The record that is this one already. One that fewer may see is not: it must not show itself that way."""
    same = [place for place in live.get(values["key"], ()) if place.level.rank <= values["level"].rank]
    return min(same, key=lambda place: place.level.rank, default=None)


def _taken(batch: Batch, model: type[Record], ids: Iterable[str]) -> set[str]:
    """Which of these ids are in use, live or retracted."""
    column = table(model).c.id
    out: set[str] = set()
    for some in parts(sorted(set(ids))):
        out |= set(batch.connection.scalars(sa.select(column).where(column.in_(some))))
    return out


def _write(batch: Batch, model: type[Record], new: list[tuple[Record, dict[str, Any]]]) -> None:
    if not new:
        return
    rows = [values for _, values in new]
    for values in rows:
        batch.log.note(EventKind.recorded, model.__name__, values["id"], values["level"], body(model, values))
    batch.connection.execute(sa.insert(table(model)), rows)
    batch.log.write()
    if model in indexing.SEARCHED:
        indexing.index(batch.connection, model, rows)
    batch.new += new


def _read(connection: sa.Connection, sight: Sight, known: Mapping[str, type[Record]]) -> tuple[Record, ...]:
    by_model: dict[type[Record], list[str]] = defaultdict(list)
    for uid, model in known.items():
        by_model[model].append(uid)
    found: dict[str, Record] = {}
    with Session(connection, autoflush=False) as session:
        for model, ids in by_model.items():
            for some in parts(ids):
                for record in session.scalars(sight.of(model).where(table(model).c.id.in_(some))):
                    found[record.id] = record
        session.expunge_all()
    return tuple(found[uid] for uid in known if uid in found)


def retract(connection: sa.Connection, sight: Sight, user: str, ids: Sequence[str]) -> int:
    """Take records back; how many were live until now. What stands on them stays, and is seen to miss its ground."""
    log = auditing.Log(connection, user)
    count = 0
    for model in RECORDS:
        rows = table(model)
        for some in parts(list(dict.fromkeys(ids))):
            statement = sa.select(rows.c.id, rows.c.level).where(rows.c.id.in_(some), *sight.conditions(model))
            found = connection.execute(statement.order_by(rows.c.id)).all()
            for uid, level in found:
                log.note(EventKind.retracted, model.__name__, uid, level, canonical({"at": log.at, "by": user}))
            if found:
                taken_back = rows.update().where(rows.c.id.in_([row.id for row in found]))
                connection.execute(taken_back.values(retracted_at=log.at, retracted_by=user))
            count += len(found)
    log.write()
    return count


def parts(items: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """The items, some at a time."""
    return (items[start : start + AT_ONCE] for start in range(0, len(items), AT_ONCE))
