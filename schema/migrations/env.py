"""Runs the migrations: on the connection the store hands over, on CLAIMS_DB at the command line, or as SQL text."""

import os
from typing import Any

import sqlalchemy as sa
from alembic import context
from sqlmodel import SQLModel
from sqlmodel.sql.sqltypes import AutoString, UTCDateTime

import claims.store.tables  # noqa: F401  (the tables beside the records)
from claims.models import Exact, Words


def render_item(kind: str, item: Any, autogen_context: Any) -> str | bool:
    """Our types as the plain ones beneath them, so that an old migration never needs today's code."""
    if kind == "type" and isinstance(item, Exact | Words):
        return "sa.Text()"
    if kind == "type" and isinstance(item, AutoString):
        return "sa.String()"
    if kind == "type" and isinstance(item, UTCDateTime):
        return "sa.DateTime(timezone=True)"
    return False


def include_name(name: str | None, kind: str, parent_names: Any) -> bool:
    """Everything but the search table, which FTS5 spreads over several."""
    return not (kind == "table" and name is not None and name.startswith("search_tokens"))


SETTINGS: dict[str, Any] = {
    "target_metadata": SQLModel.metadata,
    "render_item": render_item,
    "include_name": include_name,
    "render_as_batch": True,
    "transactional_ddl": True,
}


def online(connection: sa.Connection) -> None:
    """Migrate on this connection, inside the transaction it is in."""
    context.configure(connection=connection, **SETTINGS)
    with context.begin_transaction():
        context.run_migrations()


if context.is_offline_mode():
    context.configure(dialect_name=context.config.attributes["dialect"], literal_binds=True, **SETTINGS)
    context.run_migrations()
elif (handed := context.config.attributes.get("connection")) is not None:
    online(handed)
else:
    from claims.store.address import parse
    from claims.store.engines import Gate, engine_for

    with Gate(engine_for(parse(os.environ.get("CLAIMS_DB", "dossier.sqlite"))), alone=False).writing() as connection:
        online(connection)
