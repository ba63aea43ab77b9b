"""The schema: made by migrations alone, the same as the code says, on both databases, and never a record lost."""

import ast
import importlib.util
import json
import re
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlmodel import SQLModel

from claims.errors import StoreError
from claims.models import LETTERS, RECORDS, Claim, Event, Words, checks
from claims.resources import resource_dir
from claims.store import Store, auditing, migrating
from claims.store.address import parse
from claims.store.door import admitted, body
from claims.store.engines import Gate, engine_for
from claims.store.tables import MARK, table
from claims.vocabulary import EventKind
from tests.databases import Databases
from tests.records import claim

SCHEMA = resource_dir("schema")


def test_every_migration_is_known_by_its_file() -> None:
    """The store reads the newest revision from the file names, so that opening needs no alembic."""
    walked = ScriptDirectory.from_config(migrating.configured()).walk_revisions()
    assert migrating.revisions() == tuple(reversed([script.revision for script in walked]))


def test_the_code_and_the_migrations_agree(store: Store) -> None:
    """Autogenerate finds nothing to do: tables, columns, types, indexes."""
    with store._gate.writing() as connection:
        config = migrating.configured()
        config.attributes["connection"] = connection
        command.check(config)


def test_partial_indexes_are_there(store: Store) -> None:
    """One live record a key and level; autogenerate does not look at the condition."""
    asked = {
        "sqlite": "SELECT sql FROM sqlite_master WHERE type = 'index'",
        "postgresql": "SELECT indexdef FROM pg_indexes",
    }[store.dialect]
    with store._gate.reading() as connection:
        told = " ".join(sql for sql in connection.exec_driver_sql(asked).scalars() if sql)
    pattern = r'CREATE UNIQUE INDEX uq_(\w+)_live ON .{0,40}?\("?key"?, level\) WHERE \(?retracted_at IS NULL'
    found = re.findall(pattern, told)
    assert sorted(found) == sorted(table(model).name for model in RECORDS)


@pytest.mark.parametrize("model", [*RECORDS, Event], ids=lambda model: model.__name__)
def test_words_are_the_words_of_the_code(store: Store, model: type) -> None:
    """A word added to an enum needs a migration: autogenerate sees neither the enum nor the CHECK."""
    with store._gate.reading() as connection:
        constraints = sa.inspect(connection).get_check_constraints(model.__tablename__)  # type: ignore[attr-defined]
    held = {str(c["name"]).removeprefix(f"ck_{model.__tablename__}_"): _quoted(c["sqltext"]) for c in constraints}  # type: ignore[attr-defined]
    assert held == {column: _quoted(text) for column, text in checks(table(model)).items()}


def _quoted(text: str) -> list[str]:
    return re.findall(r"'([^']*)'", text)


def test_the_database_refuses_other_words(store: Store) -> None:
    store.add(claim("one"))
    for model in (*RECORDS, Event):
        for column in table(model).columns:
            if isinstance(column.type, Words):
                assert f"ck_{table(model).name}_{column.name}" in {str(c.name) for c in table(model).constraints}
    columns = ", ".join(f'"{column.name}"' for column in table(Claim).columns)
    wrong = columns.replace('"factuality"', "'rumour'").replace('"id"', "'x'").replace('"key"', "'y'")
    with pytest.raises(sa.exc.IntegrityError, match="ck_claim_factuality"), store._gate.writing() as connection:
        connection.exec_driver_sql(f"INSERT INTO claim ({columns}) SELECT {wrong} FROM claim")


def test_a_dossier_of_the_first_schema_is_upgraded(databases: Databases) -> None:
    """Its records are kept, found by search, guarded, and agree with their audit log."""
    url = databases.empty()
    gate = Gate(engine_for(parse(url)), alone=False)
    one = claim("渡轮载客8.5万人次")
    with gate.writing() as connection:
        migrating.upgrade(connection, "0001")
        connection.execute(sa.insert(MARK).values(name="origin", value="seeded"))
        log = auditing.Log(connection, "Ada")
        values = admitted(one) | {"recorded_at": log.at}
        log.note(EventKind.recorded, "Claim", one.id, one.level, body(Claim, values))
        log.write()
        connection.execute(sa.insert(table(Claim)).values(values))
    gate.engine.dispose()
    store = Store.open(url)
    assert [hit.record.id for hit in store.search("渡轮")] == [one.id]
    assert store.verify().problems == ()
    assert store.checkpoint().startswith("counterclaim/seeded\n1\n")
    assert {what: found for what, found, _ in store.diagnose()}["schema"] == "0002, the newest is 0002"
    store.close()


def test_an_upgrade_that_fails_leaves_everything_as_it_was(
    databases: Databases, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Schema and data change in one transaction, on both databases."""
    from claims.store import opening

    url = databases.empty()
    monkeypatch.setattr(opening.indexing, "reindex", lambda connection: connection.exec_driver_sql("SELECT broken"))
    with pytest.raises(StoreError, match="refused"):
        Store.open(url)
    engine = sa.create_engine(parse(url))
    assert sa.inspect(engine).get_table_names() == []
    engine.dispose()
    monkeypatch.undo()
    Store.open(url).close()


@pytest.mark.parametrize("path", sorted((SCHEMA / "migrations" / "versions").glob("*.py")), ids=lambda path: path.stem)
def test_a_migration_imports_nothing_of_ours(path: Path) -> None:
    """It must run in ten years, whatever the code is then."""
    imported = [node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Import | ast.ImportFrom)]
    names = {alias.name for node in imported for alias in node.names} | {
        getattr(node, "module", "") for node in imported
    }
    assert not [name for name in names if name and name.split(".")[0] in ("claims", "sqlmodel", "ui")]


def test_what_is_published_is_up_to_date() -> None:
    """`python schema/write.py` writes it anew."""
    spec = importlib.util.spec_from_file_location("write", SCHEMA / "write.py")
    assert spec
    assert spec.loader
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    lying = {path: path.read_text(encoding="utf-8") for path in [*SCHEMA.glob("*.sql"), *SCHEMA.rglob("*.json")]}
    assert lying == tool.published()


def test_the_published_sql_makes_the_tables(tmp_path: Path, store: Store) -> None:
    """What a database keeper reads in tables.*.sql is what the store makes."""
    if store.dialect == "sqlite":
        from claims.store.engines import sqlite_module

        other = sqlite_module().connect(":memory:")
        other.executescript((SCHEMA / "tables.sqlite.sql").read_text(encoding="utf-8"))
        wanted = {name for (name,) in other.execute("SELECT name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'")}
        other.close()
        with store._gate.reading() as connection:
            names = connection.exec_driver_sql(
                "SELECT name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'"
            ).scalars()
            assert set(names) == wanted
    else:
        sql = (SCHEMA / "tables.postgresql.sql").read_text(encoding="utf-8")
        with store._gate.reading() as connection:
            assert set(re.findall(r'CREATE TABLE "?(\w+)', sql)) == set(sa.inspect(connection).get_table_names())


def test_json_schemas_accept_what_the_store_gives(store: Store) -> None:
    """Every field of a record is described, with its words."""
    for model in RECORDS:
        told = json.loads((SCHEMA / "records" / f"{model.__name__.lower()}.schema.json").read_text(encoding="utf-8"))
        assert set(told["properties"]) == set(model.model_fields)
        assert told["x-identity"] == list(model.IDENTITY)
    assert len(LETTERS) == len(RECORDS)


def test_autogenerate_would_see_a_change(store: Store) -> None:
    """The check above can fail: a column more is seen."""
    changed = sa.MetaData(naming_convention=SQLModel.metadata.naming_convention)
    for one in SQLModel.metadata.sorted_tables:
        one.to_metadata(changed)
    changed.tables["agent"].append_column(sa.Column("height", sa.Text))
    with store._gate.reading() as connection:
        options = {"include_name": lambda name, kind, parents: not str(name).startswith("search_tokens")}
        difference = compare_metadata(MigrationContext.configure(connection, opts=options), changed)
    assert [step[0] for step in difference] == ["add_column"]
