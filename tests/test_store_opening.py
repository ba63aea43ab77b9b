"""Opening a database: made when empty, refused in one sentence when it cannot be ours; nothing half-written."""

import os
import resource
import sqlite3
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest
import sqlalchemy as sa

from claims.errors import StoreError
from claims.models import Claim
from claims.store import Store
from claims.store.address import parse, shown
from claims.store.engines import sqlite_module, wal_is_safe
from tests.databases import Databases
from tests.records import claim, said


def test_an_empty_database_is_made_into_a_dossier(databases: Databases) -> None:
    url = databases.empty()
    first = Store.open(url)
    first.add(claim("one"))
    first.close()
    again = Store.open(url)
    assert (again.count(Claim), again.dialect) == (1, databases.dialect)
    again.close()


def test_opening_what_is_up_to_date_needs_no_alembic(sqlite_template: str) -> None:
    """The migrations take a third of a second to import; only an old or empty database pays for them."""
    code = (
        "import sys; from claims.store import Store; Store.open(sys.argv[1]).close(); print('alembic' in sys.modules)"
    )
    told = subprocess.run([sys.executable, "-c", code, sqlite_template], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False"


def test_two_who_make_it_at_once(databases: Databases) -> None:
    """Both find the same dossier, and neither hears of the other."""
    from concurrent.futures import ThreadPoolExecutor

    url = databases.empty()
    with ThreadPoolExecutor(2) as pool:
        desks = list(pool.map(Store.open, [url, url]))
    assert desks[0].checkpoint() == desks[1].checkpoint()
    for desk in desks:
        desk.close()


def test_a_database_of_somebody_else_is_left_alone(databases: Databases) -> None:
    url = databases.empty()
    if databases.dialect == "sqlite":
        path = Path(str(sa.make_url(url).database))
        with sqlite3.connect(path) as connection:
            connection.execute("CREATE TABLE recipes (name TEXT)")
        connection.close()
        before = path.read_bytes()
    else:
        with psycopg.connect(url, autocommit=True) as server:
            server.execute("CREATE TABLE recipes (name TEXT)")
    with pytest.raises(StoreError, match=r"is not a Counterclaim dossier .* choose another address"):
        Store.open(url)
    if databases.dialect == "sqlite":
        assert path.read_bytes() == before
        assert sorted(other.name for other in path.parent.iterdir()) == [path.name]


def test_a_newer_schema_is_refused(databases: Databases) -> None:
    url = databases.fresh()
    engine = sa.create_engine(parse(url))
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    try:
        with pytest.raises(StoreError, match=r"written by a newer Counterclaim .*9999.* update Counterclaim"):
            Store.open(url)
    finally:
        with engine.begin() as connection:
            connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0002'")
        engine.dispose()


def test_a_server_database_that_cannot_hold_every_script(postgres: str) -> None:
    with psycopg.connect(postgres, autocommit=True) as server:
        server.execute("CREATE DATABASE latin ENCODING 'LATIN1' TEMPLATE template0 LC_COLLATE 'C' LC_CTYPE 'C'")
    url = sa.make_url(postgres).set(database="latin").render_as_string(hide_password=False)
    try:
        with pytest.raises(StoreError, match="keeps its text as LATIN1; create it with ENCODING 'UTF8'"):
            Store.open(url)
    finally:
        with psycopg.connect(postgres, autocommit=True) as server:
            server.execute("DROP DATABASE latin WITH (FORCE)")


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("", "address is empty"),
        ("mysql://x/y", "'mysql' is not a database Counterclaim can use"),
        ("nonsense://", "not a database|cannot be read"),
        ("sqlite:///{folder}", "is a folder"),
        ("{folder}", "is a folder"),
        ("sqlite:///{folder}/no/such/folder.sqlite", "there is no folder"),
        ("sqlite:///{folder}/letter.txt", "is not an SQLite database"),
        ("sqlite:///{folder}/torn.sqlite", "is damaged|is not an SQLite database"),
        ("postgresql://nobody:hush@127.0.0.1:1/none", "nothing answers there"),
        ("postgresql://nobody:hush@/none?host={folder}", "no server listens on that socket"),
        ("postgresql://nobody:hush@host.invalid/none", "the host is not known"),
    ],
)
def test_what_cannot_be_opened(tmp_path: Path, address: str, told: str) -> None:
    """One sentence, no traceback of the driver, no password."""
    (tmp_path / "letter.txt").write_text("Dear editor, this is a letter and not a database at all." * 3)
    (tmp_path / "torn.sqlite").write_bytes(b"SQLite format 3\x00" + b"\x7f" * 200)
    with pytest.raises(StoreError, match=told) as raised:
        Store.open(address.format(folder=tmp_path))
    assert "hush" not in str(raised.value)
    assert "\n" not in str(raised.value)
    assert raised.value.__suppress_context__ or raised.value.__context__ is None


def test_a_file_without_rights(tmp_path: Path) -> None:
    """Root may read everything, so the one who tries is nobody."""
    path = tmp_path / "shut.sqlite"
    Store.open(str(path)).close()
    path.chmod(0o000)
    for folder in (tmp_path, *tmp_path.parents[:-2]):
        if os.geteuid() == 0:
            folder.chmod(folder.stat().st_mode | 0o011)
    child = os.fork()
    if child == 0:
        if os.geteuid() == 0:
            os.setuid(65534)
        try:
            Store.open(str(path))
        except StoreError as told:
            os._exit(0 if "may not be read" in str(told) else 1)
        finally:
            os._exit(2)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def test_a_locked_database(databases: Databases, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody holds it for longer than we wait: told so, and the next try works."""
    from claims.store import engines

    monkeypatch.setattr(engines, "BUSY", 200)
    url = databases.fresh()
    holder, waiting = Store.open(url), Store.open(url)
    with holder._gate.writing(), pytest.raises(StoreError, match=r"another program is writing .* try again"):
        waiting.add(claim("one"))
    assert len(waiting.add(claim("one")).new) == 1
    holder.close()
    waiting.close()


def test_a_file_locked_against_readers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from claims.store import engines, opening

    monkeypatch.setattr(engines, "BUSY", 200)
    monkeypatch.setattr(opening, "BUSY", 200)
    path = tmp_path / "held.sqlite"
    Store.open(str(path)).close()
    # The same library: two in one process do not see each other's locks.
    holder = sqlite_module().connect(str(path), isolation_level=None)
    holder.execute("PRAGMA journal_mode=DELETE")
    holder.execute("BEGIN EXCLUSIVE")
    try:
        with pytest.raises(StoreError, match="another program is writing"):
            Store.open(str(path))
    finally:
        holder.close()


def test_a_full_disk(tmp_path: Path) -> None:
    """Told in words, nothing half-written, and what was there is whole."""
    path = tmp_path / "full.sqlite"
    store = Store.open(str(path))
    store.add(claim("one"))
    before = store.checkpoint()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (max(file.stat().st_size for file in tmp_path.iterdir()) + 4096, hard))
    try:
        with pytest.raises(StoreError, match="nothing was written; make room and try again"):
            store.add(*said("The lock was shut. " * 20_000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert (store.checkpoint(), store.count(Claim), store.verify().problems) == (before, 1, ())
    assert len(store.add(*said("The lock was shut.")).new) == 6
    store.close()


def test_a_full_disk_while_the_dossier_is_made(tmp_path: Path) -> None:
    path = tmp_path / "full.sqlite"
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, hard))
    try:
        with pytest.raises(StoreError, match="make room and try again"):
            Store.open(str(path))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert Store.open(str(path)).verify().problems == ()


def test_passwords_are_masked() -> None:
    assert shown(parse("postgresql://ada:hush@host/news")) == "postgresql://ada:***@host/news"
    assert "hush" not in shown(parse("postgresql://ada@host/news?password=hush"))
    assert shown(parse("notes/a.sqlite")) == "sqlite:///notes/a.sqlite"


@pytest.mark.parametrize(
    ("version", "safe"),
    [((3, 40, 1), False), ((3, 51, 2), False), ((3, 51, 3), True), ((3, 53, 4), True), ((3, 6, 23), True)],
)
def test_which_sqlite_may_keep_a_write_ahead_log(version: tuple[int, ...], safe: bool) -> None:
    assert wal_is_safe(version) is safe


def test_an_sqlite_with_the_fault_keeps_no_write_ahead_log(tmp_path: Path) -> None:
    """Told by the doctor; a file that had one is turned back."""
    path = tmp_path / "a.sqlite"
    Store.open(str(path)).close()
    code = (
        "import sys; sys.modules['pysqlite3'] = None\n"
        "from claims.store import Store, engines\n"
        "engines.wal_is_safe = lambda version: False\n"
        "print(*(f'{what}|{found}' for what, found, _ in Store.open(sys.argv[1]).diagnose()), sep='\\n')"
    )
    told = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True).stdout
    assert "journal mode|delete" in told
    assert f"SQLite|{sqlite3.sqlite_version} from Python" in told


def test_the_doctor(store: Store) -> None:
    store.add(claim("one"))
    lines = {what: (found, well) for what, found, well in store.diagnose()}
    assert lines["database"] == (store.url, True)
    assert lines["schema"] == ("0002, the newest is 0002", True)
    assert lines["audit log"][0].startswith("1 lines")
    if store.dialect == "sqlite":
        wanted = "wal" if wal_is_safe(sqlite_module().sqlite_version_info) else "delete"
        assert lines["journal mode"] == (wanted, True)
        assert lines["integrity"] == ("ok", True)
    else:
        assert lines["encoding"] == ("UTF8", True)
        assert lines["fsync"] == ("off", False)  # the tests' own server is careless


def test_backup(databases: Databases, tmp_path: Path) -> None:
    """A copy made while in use is a whole dossier; a server's is made with its own tool."""
    store = Store.open(databases.fresh())
    store.add(*said("The lock was shut."))
    copy = tmp_path / "copy.sqlite"
    if databases.dialect == "postgresql":
        with pytest.raises(StoreError, match="pg_dump"):
            store.backup(copy)
    else:
        store.backup(copy)
        restored = Store.open(str(copy))
        assert restored.verify(store.checkpoint()).held
        with pytest.raises(StoreError, match="exists already"):
            store.backup(copy)
        restored.close()
    store.close()
