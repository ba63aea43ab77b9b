"""The audit log: every write is a line, and what is done behind its back is seen."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlmodel.sql.sqltypes import AutoString

from claims.errors import UnknownRecord
from claims.models import RECORDS, Capture, Claim, Passage, Statement
from claims.store import Store
from claims.store.redacting import ERASED, INSTEAD
from claims.times import now
from claims.vocabulary import EventKind
from tests.databases import Databases
from tests.records import claim, said
from tests.tampering import SEEN, UNSEEN, Hand, seeded, tampered, unguarded

TRIALS = 5


@pytest.mark.parametrize("how", SEEN, ids=lambda how: how.__name__)
def test_deriving_the_records_anew_shows_it(databases: Databases, how: Callable[[Hand], None]) -> None:
    for trial in range(TRIALS if databases.dialect == "sqlite" else 1):
        rng = random.Random(trial)
        store = Store.open(databases.fresh())
        seeded(store, rng)
        assert store.verify(store.checkpoint()).held
        tampered(store, how, rng)
        assert not store.verify().held, f"{how.__name__}, trial {trial}"
        store.close()


@pytest.mark.parametrize("how", UNSEEN, ids=lambda how: how.__name__)
def test_a_checkpoint_kept_outside_shows_the_rest(databases: Databases, how: Callable[[Hand], None]) -> None:
    for trial in range(TRIALS if databases.dialect == "sqlite" else 1):
        rng = random.Random(trial)
        store = Store.open(databases.fresh())
        seeded(store, rng)
        outside = store.checkpoint()
        tampered(store, how, rng)
        assert store.verify().problems == (), "within, everything was made to agree"
        checked = store.verify(outside)
        assert (checked.checkpoint, len(checked.problems)) == (False, 1), f"{how.__name__}, trial {trial}"
        store.close()


def test_an_old_checkpoint_still_holds(store: Store) -> None:
    empty = store.checkpoint()
    store.add(claim("one"))
    outside = store.checkpoint()
    store.add(claim("two"))
    assert [store.verify(text).checkpoint for text in (empty, outside, store.checkpoint())] == [True, True, True]
    assert outside.splitlines()[1] == "1"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda text: "", "not three lines"),
        (lambda text: text.replace("\n1\n", "\nmany\n"), "not three lines"),
        (lambda text: "counterclaim/other" + text[text.index("\n") :], "of another dossier"),
        (lambda text: text.replace("\n1\n", "\n7\n"), "the rest was cut off"),
        (lambda text: text[:-10] + "AAAA" + text[-6:], "not the ones it saw"),
    ],
)
def test_a_wrong_checkpoint(store: Store, change: Callable[[str], str], told: str) -> None:
    store.add(claim("one"))
    checked = store.verify(change(store.checkpoint()))
    assert checked.checkpoint is False
    assert told in checked.problems[0]


def test_it_says_what_and_where(store: Store) -> None:
    store.add(claim("one"))
    (one,) = store.find(Claim)
    with store._gate.writing() as connection:
        unguarded(connection)
        connection.execute(sa.text("UPDATE claim SET text = 'two'"))
    assert store.verify().problems == (f"Claim {one.id}: the table says something else than the audit log",)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE claim SET figures = '{'",
        "UPDATE claim SET figures = '[1]'",
        "UPDATE claim SET valid_first = 'soon'",
        "UPDATE claim SET value_low = 'many'",
        "UPDATE claim SET recorded_at = 'then'",
        "UPDATE event SET at = 'then'",
        "UPDATE event SET kind = 'forgotten'",
        "UPDATE event SET salt = 'xyz'",
        "UPDATE event SET body = '[]', salt = ''",
        "UPDATE event SET model = 'Rumour'",
        "UPDATE event SET actor = 'Bo'",
        "UPDATE event SET level = 'public'",
    ],
)
def test_what_is_put_there_by_hand_is_told_in_words(tmp_path: Path, statement: str) -> None:
    """SQLite takes any text for a date or a list; checking must not stumble over it."""
    store = Store.open(str(tmp_path / "a.sqlite"))
    store.add(claim("one", value_low=5, valid_on="2024", figures=[{"value": 5}]))
    with store._gate.writing() as connection:
        unguarded(connection)
        connection.exec_driver_sql("PRAGMA ignore_check_constraints = ON")
        connection.exec_driver_sql(statement)
        connection.exec_driver_sql("PRAGMA ignore_check_constraints = OFF")
    assert not store.verify().held
    store.close()


def test_every_write_is_a_line(store: Store) -> None:
    """Who, what, when and the words, in the order in which it happened; a reader pages through."""
    one = store.add(claim("one")).new[0]
    store.retract(one.id)
    store.add(claim("two"))
    lines = store.events()
    assert [(line.seq, line.kind.value, line.actor) for line in lines] == [
        (1, "recorded", "Ada"), (2, "retracted", "Ada"), (3, "recorded", "Ada"),
    ]  # fmt: skip
    assert '"text":"one"' in (lines[0].body or "")
    assert [line.seq for line in store.events(after=1, limit=1)] == [2]
    assert lines[0].at < lines[1].at < lines[2].at


def test_time_never_runs_backwards(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """A clock set back does not put a record into a past that was read already."""
    from datetime import timedelta

    from claims.store import auditing

    store.add(claim("one"))
    moment = store.moment()
    assert moment
    monkeypatch.setattr(auditing, "now", lambda: now() - timedelta(days=3))
    store.add(claim("two"))
    assert [one.text for one in store.as_of(moment).find(Claim)] == ["one"]
    assert store.verify().held


# ── redaction ───────────────────────────────────────────────────────────────

SECRET = "闸门管理员阿福"


def test_a_redaction_is_no_tampering(store: Store) -> None:
    """The text is gone from table, log and index; the line, its hash and the checkpoint stay."""
    records = said(f"{SECRET}说闸门没有关。")
    store.add(*records)
    outside = store.checkpoint()
    ids = [record.id for record in records if isinstance(record, Capture | Passage | Claim)]
    assert store.redact(*ids, reason="a court order") == 3
    assert store.verify(outside).problems == ()
    assert store.verify(outside).checkpoint is True
    assert [one.text for one in store.find(Claim)] == [INSTEAD]
    assert store.search(SECRET) == []
    assert [line.kind for line in store.events(after=6)] == [EventKind.redacted] * 3
    assert "a court order" in (store.events(after=6)[0].body or "")
    assert store.redact(ids[0], reason="once more") == 1
    assert store.verify(outside).held


def test_no_copy_of_a_redacted_text_is_left_in_the_files(tmp_path: Path) -> None:
    store = Store.open(str(tmp_path / "a.sqlite"))
    for number in range(20):
        store.add(*said(f"{SECRET}说闸门{number}没有关。"), *said(f"The lock keeper saw boat {number}."))
    of = {model: store.find(model) for model in (Capture, Passage, Claim)}
    doomed = [r for rows in of.values() for r in rows if SECRET in (getattr(r, "text", "") + getattr(r, "exact", ""))]
    assert len(doomed) == 60
    store.redact(*(record.id for record in doomed), reason="a court order")
    left = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    for words in (SECRET, SECRET[:2], SECRET[2:5]):
        assert words.encode() not in left
    assert len(store.search("lock keeper", models=(Claim,))) == 20
    assert store.verify().held
    store.close()


def test_changing_what_a_redaction_left_is_seen(store: Store) -> None:
    one = store.add(claim("one")).new[0]
    store.redact(one.id, reason="why")
    with store._gate.writing() as connection:
        connection.execute(sa.text("UPDATE claim SET text = 'another story'"))
    assert "says something else" in store.verify().problems[0]


def test_what_is_not_there_cannot_be_redacted(store: Store) -> None:
    store.add(*said("The lock was shut."))
    with pytest.raises(UnknownRecord, match="no record 'x'"):
        store.redact(store.find(Statement)[0].id, "x", reason="why")
    assert store.revision() == 6


HARMLESS = (
    "id",
    "key",
    "_on",
    "_by",
    "media_type",
    "encoding",
    "sha256",
    "how",
    "reader",
    "language",
    "origin",
    "saw",
    "replaces",
)


@pytest.mark.parametrize("model", RECORDS, ids=lambda model: model.__name__)
def test_a_redaction_takes_every_free_text(model: type) -> None:
    """A new text field must be named as erased, or above as harmless."""
    columns = model.__table__.columns  # type: ignore[attr-defined]
    free = {c.name for c in columns if isinstance(c.type, sa.JSON | AutoString) and not c.name.endswith(HARMLESS)}
    assert free <= set(ERASED[model])
