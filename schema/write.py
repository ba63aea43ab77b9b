"""Writes what others may rely on: the tables as SQL for each database, and each record as a JSON Schema.

    python schema/write.py

A test compares what lies here with what this would write.
"""

import io
import json
from pathlib import Path

from alembic import command

from claims.models import RECORDS
from claims.store.migrating import configured

HERE = Path(__file__).resolve().parent
DIALECTS = ("sqlite", "postgresql")


def tables(dialect: str) -> str:
    """The statements that make the tables of the newest schema, from the first migration to the last."""
    config = configured()
    config.output_buffer = text = io.StringIO()
    config.attributes["dialect"] = dialect
    command.upgrade(config, "head", sql=True)
    lines = [line.rstrip() for line in text.getvalue().splitlines()]
    return f"-- Written by schema/write.py from the migrations, for {dialect}.\n\n" + "\n".join(lines).strip() + "\n"


def published() -> dict[Path, str]:
    """Path -> text of every file."""
    files = {HERE / f"tables.{dialect}.sql": tables(dialect) for dialect in DIALECTS}
    for model in RECORDS:
        told = {"$schema": "https://json-schema.org/draft/2020-12/schema"} | model.model_json_schema()
        told["x-identity"] = list(model.IDENTITY)
        files[HERE / "records" / f"{model.__name__.lower()}.schema.json"] = json.dumps(told, indent=2) + "\n"
    return files


def main() -> None:
    """Write them."""
    for path, text in published().items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
