"""Brings a database to the schema of this version; alembic is imported only when there is something to do."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from claims.resources import resource_dir


def scripts() -> Path:
    """The folder of the migrations."""
    return resource_dir("schema") / "migrations"


@lru_cache(maxsize=1)
def revisions() -> tuple[str, ...]:
    """Every schema this version knows, the oldest first; a migration's file name begins with its revision."""
    names = sorted(path.stem for path in (scripts() / "versions").glob("[0-9]*_*.py"))
    return tuple(name.partition("_")[0] for name in names)


def upgrade(connection: sa.Connection, to: str = "head") -> None:
    """Run what is missing, on this connection and inside its transaction."""
    from alembic import command

    config = configured()
    config.attributes["connection"] = connection
    command.upgrade(config, to)


def configured() -> Any:
    """Alembic's settings, without a file."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(scripts()).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config
