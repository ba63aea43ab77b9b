"""What may come in: every value of a record checked, put into its one form and written as canonical text."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from typing import Any

import sqlalchemy as sa
from pydantic import BaseModel, ValidationError, create_model
from sqlmodel.sql.sqltypes import UTCDateTime

from claims.errors import InputError
from claims.models import Record, canonical
from claims.store.tables import table

LARGEST = 2**31 - 1  # an INTEGER of PostgreSQL
RETRACTION = frozenset({"retracted_at", "retracted_by"})


@cache
def _form(model: type[Record]) -> type[BaseModel]:
    """The fields of a record as a plain form: a table class validates nothing by itself."""
    fields: dict[str, Any] = {name: (field.annotation, field) for name, field in model.model_fields.items()}
    return create_model(f"{model.__name__}Form", **fields)


@cache
def _columns(model: type[Record], kind: type[Any]) -> tuple[str, ...]:
    return tuple(column.name for column in table(model).columns if isinstance(column.type, kind))


def admitted(record: Record) -> dict[str, Any]:
    """The values of a record, valid and in their one form. InputError names the record, the field and the fault."""
    model = type(record)
    try:
        values = vars(_form(model).model_validate(record.model_dump(warnings=False)))
    except ValidationError as wrong:
        first = wrong.errors(include_input=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        raise InputError(f"{model.__name__}.{place}: {first['msg']}") from None
    for name in _columns(model, sa.Integer):
        if values[name] is not None and abs(values[name]) > LARGEST:
            raise InputError(f"{model.__name__}.{name}: {values[name]} is too large a number")
    for name in _columns(model, UTCDateTime):
        values[name] = _instant(model, name, values[name])
    for name in _columns(model, sa.JSON):
        values[name] = json.loads(_told(model, values[name]))  # as it will come back from the database
    return values


def _instant(model: type[Record], name: str, value: datetime | None) -> datetime | None:
    if value is None:
        return None
    if value.utcoffset() is None:
        raise InputError(f"{model.__name__}.{name}: the moment has no time zone")
    return value.astimezone(UTC)


def body(model: type[Record], values: Mapping[str, Any]) -> str:
    """The canonical text of a record as it was recorded: what the audit log keeps. InputError for unfit text."""
    return _fit(model, _told(model, {name: value for name, value in values.items() if name not in RETRACTION}))


def _told(model: type[Record], value: Any) -> str:
    try:
        return canonical(value)
    except InputError as wrong:
        raise InputError(f"{model.__name__}: {wrong}") from None


def _fit(model: type[Record], text: str) -> str:
    """Refuse what no two databases keep alike; at the front door it has been replaced already."""
    if "\\u0000" in text and _holds_nul(json.loads(text)):
        raise InputError(f"{model.__name__}: a text holds a NUL character; take it out")
    try:
        text.encode()
    except UnicodeEncodeError:
        raise InputError(f"{model.__name__}: a text holds half a character (a lone surrogate); take it out") from None
    return text


def _holds_nul(value: Any) -> bool:
    if isinstance(value, str):
        return "\0" in value
    if isinstance(value, dict):
        return any(_holds_nul(key) or _holds_nul(item) for key, item in value.items())
    return isinstance(value, list) and any(_holds_nul(item) for item in value)
