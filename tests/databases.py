"""Databases for tests: each test gets its own, on SQLite and on a PostgreSQL 15 that the tests start themselves.

`CLAIMS_TEST_PG` may name a server to use instead: postgresql://user@host/database, with the right to create databases.
"""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import psycopg
import pytest
import sqlalchemy as sa

from claims.models import RECORDS, Event
from claims.store import Store

DIALECTS = ("sqlite", "postgresql")
BINARIES = Path("/usr/lib/postgresql/15/bin")
MISSING = "PostgreSQL 15 is missing, which the store's tests need: apt-get install -y postgresql-15"
# The server is thrown away at the end, so it need not wait for the disk.
CARELESS = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=50")
# The server stops when its input closes: at the end of the tests, or when they are killed.
WHILE_WE_LIVE = 'data=$1; shift; "$@" & server=$!; cat; kill -INT $server; wait $server; rm -rf "$data"'
NUMBERS = count(1)


class Databases:
    """Addresses of one kind of database: `fresh` holds a dossier's tables and no record, `empty` holds nothing."""

    dialect: str

    def fresh(self) -> str:
        """A new dossier."""
        raise LookupError

    def empty(self) -> str:
        """A new database without a table."""
        raise LookupError

    def done(self) -> None:
        """Clear away what was handed out."""


class Files(Databases):
    """SQLite files in a folder of the test."""

    dialect = "sqlite"

    def __init__(self, folder: Path, template: str) -> None:
        self.folder, self.template = folder, template

    def fresh(self) -> str:
        """A copy of the template."""
        path = self.folder / f"{next(NUMBERS)}.sqlite"
        shutil.copyfile(self.template, path)
        return f"sqlite:///{path}"

    def empty(self) -> str:
        """A file that is not there yet."""
        return f"sqlite:///{self.folder / f'{next(NUMBERS)}.sqlite'}"


class Served(Databases):
    """Databases of the PostgreSQL server. Making one takes a third of a second, so they are emptied and used again."""

    dialect = "postgresql"

    def __init__(self, server: str) -> None:
        self.server = server
        self.free: list[str] = []
        self.out: list[str] = []
        self.once: list[str] = []

    def fresh(self) -> str:
        """A database that holds nothing but its tables."""
        if not self.free:
            url = _created(self.server)
            Store.open(url).close()
            self.free.append(url)
        self.out.append(self.free.pop())
        return self.out[-1]

    def empty(self) -> str:
        """A database for this test alone."""
        self.once.append(_created(self.server))
        return self.once[-1]

    def done(self) -> None:
        """Empty what was handed out, past the triggers that forbid it, and drop what cannot be used again."""
        for url in self.out:
            with psycopg.connect(url, autocommit=True) as connection:
                connection.execute("SET session_replication_role = replica")
                connection.execute(f"TRUNCATE {', '.join(TABLES)} CASCADE")
        self.free += self.out
        self.drop(self.once)
        self.out, self.once = [], []

    def drop(self, urls: list[str]) -> None:
        """Remove these databases."""
        with psycopg.connect(self.server, autocommit=True) as connection:
            for url in urls:
                connection.execute(f'DROP DATABASE "{sa.make_url(url).database}" WITH (FORCE)')


TABLES = [f'"{model.__tablename__}"' for model in (*RECORDS, Event)] + ["search_entry", "search_tokens"]


def _created(server: str) -> str:
    name = f"t{os.getpid()}_{next(NUMBERS)}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE template0')
    return sa.make_url(server).set(database=name).render_as_string(hide_password=False)


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a PostgreSQL server that lives as long as the tests."""
    given = os.environ.get("CLAIMS_TEST_PG")
    if given:
        yield given
        return
    if not (BINARIES / "postgres").exists():
        pytest.fail(MISSING, pytrace=False)
    folder = Path(tempfile.mkdtemp(prefix="claims-pg-"))
    try:
        yield from _server(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _server(folder: Path) -> Iterator[str]:
    as_user: list[str] = []
    if os.geteuid() == 0:  # postgres refuses root
        shutil.chown(folder, "postgres")
        as_user = ["runuser", "-u", "postgres", "--"]
    options = f"-D {folder / 'data'} -U postgres -A trust -E UTF8 --locale=C --no-sync".split()
    made = subprocess.run(
        [*as_user, str(BINARIES / "initdb"), *options],
        cwd="/",
        capture_output=True,
        text=True,
        check=False,
    )
    assert made.returncode == 0, made.stderr
    settings = [
        part
        for setting in (*CARELESS, f"unix_socket_directories={folder}", "listen_addresses=")
        for part in ("-c", setting)
    ]
    command = [str(BINARIES / "postgres"), "-D", str(folder / "data"), *settings]
    server = subprocess.Popen(
        [*as_user, "sh", "-c", WHILE_WE_LIVE, "sh", str(folder / "data"), *command],
        cwd="/",
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    url = f"postgresql://postgres@/postgres?host={folder}"
    try:
        _wait_for(url)
        yield url
    finally:
        server.communicate(timeout=60)  # closes its input


def _wait_for(url: str) -> None:
    for _ in range(200):
        try:
            psycopg.connect(url).close()
            return
        except psycopg.OperationalError:
            time.sleep(0.05)
    pytest.fail("the PostgreSQL server for the tests did not start", pytrace=False)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A file with a dossier's tables and no record."""
    path = tmp_path_factory.mktemp("sqlite") / "template.sqlite"
    Store.open(f"sqlite:///{path}").close()
    return str(path)


@pytest.fixture(scope="session")
def served(postgres: str) -> Iterator[Served]:
    """The databases of the PostgreSQL server; none is left behind."""
    made = Served(postgres)
    yield made
    made.drop(made.free)


@pytest.fixture(params=DIALECTS)
def databases(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Databases]:
    """Databases of each kind in turn."""
    if request.param == "sqlite":
        made: Databases = Files(tmp_path, request.getfixturevalue("sqlite_template"))
    else:
        made = request.getfixturevalue("served")
    yield made
    made.done()


@pytest.fixture
def store(databases: Databases) -> Iterator[Store]:
    """An empty dossier on each kind of database in turn; the user is Ada."""
    opened = Store.open(databases.fresh(), user="Ada")
    yield opened
    opened.close()
