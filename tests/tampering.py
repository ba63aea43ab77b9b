"""Ten ways to tamper with a dossier behind its back, and which of them each check must catch.

The one who tampers may write to every table, drops the guards first and knows how the chain is made.
"""

import json
import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from claims.models import RECORDS, Claim, Event, new_id
from claims.store import Store, auditing
from claims.store.door import body
from claims.store.tables import ENTRY, table
from tests.records import claim, link, said

EVENT, CLAIM = table(Event), table(Claim)


@dataclass
class Hand:
    """Somebody with a connection and chance."""

    connection: sa.Connection
    rng: random.Random

    def line(self, but_last: bool = False) -> int:
        """Some line of the log that records something."""
        last = self.connection.execute(sa.select(sa.func.max(EVENT.c.seq))).scalar_one()
        return self.rng.randint(1, last - 1 if but_last else last)

    def some_claim(self) -> Any:
        """Some row of the claims on which nothing stands."""
        rows = self.connection.execute(sa.select(CLAIM).where(CLAIM.c.text.like("loose%")).order_by(CLAIM.c.id)).all()
        return self.rng.choice(rows)


def seeded(store: Store, rng: random.Random) -> None:
    """A dossier with sources, links, retractions, and loose claims; some thirty lines of log."""
    loose = [claim(f"loose {rng.random()}") for _ in range(8)]
    store.add(*said("The lock was shut."), *said("闸门关了。"), *loose, link(*loose[:2], origin="x"))
    store.add(*(claim(f"loose {rng.random()}") for _ in range(4)))
    store.retract(loose[-1].id)


def unguarded(connection: sa.Connection) -> None:
    """Take the triggers away."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("SET session_replication_role = replica")
        return
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    names = connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'").scalars().all()
    for name in names:
        connection.exec_driver_sql(f"DROP TRIGGER {name}")


def row_changed(hand: Hand) -> None:
    """A claim says something else."""
    row = hand.some_claim()
    hand.connection.execute(CLAIM.update().where(CLAIM.c.id == row.id).values(text="loose talk"))


def row_inserted(hand: Hand) -> None:
    """A claim that nobody recorded."""
    row = dict(hand.some_claim()._mapping) | {"id": new_id(), "key": "f" * 64}
    hand.connection.execute(sa.insert(CLAIM).values(row))


def row_deleted(hand: Hand) -> None:
    """A claim is gone."""
    hand.connection.execute(CLAIM.delete().where(CLAIM.c.id == _unlinked(hand)))


def _unlinked(hand: Hand) -> str:
    rows = hand.connection.execute(
        sa.text(
            "SELECT id FROM claim WHERE text LIKE 'loose%' AND id NOT IN (SELECT a_id FROM link) AND id NOT IN (SELECT b_id FROM link) ORDER BY id"
        )
    )
    return str(hand.rng.choice(rows.scalars().all()))


def event_changed(hand: Hand) -> None:
    """The log tells another story of one record."""
    seq = hand.line()
    text = hand.connection.execute(sa.select(EVENT.c.body).where(EVENT.c.seq == seq)).scalar_one()
    hand.connection.execute(EVENT.update().where(EVENT.c.seq == seq).values(body=text.replace('"', '" ', 1)))


def event_removed(hand: Hand) -> None:
    """A line is cut out of the middle."""
    hand.connection.execute(EVENT.delete().where(EVENT.c.seq == hand.line(but_last=True)))


def events_swapped(hand: Hand) -> None:
    """Two lines change places."""
    seq = hand.line(but_last=True)
    for old, new in ((seq, 0), (seq + 1, seq), (0, seq + 1)):
        hand.connection.execute(EVENT.update().where(EVENT.c.seq == old).values(seq=new))


def bit_flipped(hand: Hand) -> None:
    """One bit of one hash."""
    seq = hand.line()
    chain = hand.connection.execute(sa.select(EVENT.c.chain).where(EVENT.c.seq == seq)).scalar_one()
    wrong = bytearray(bytes.fromhex(chain))
    wrong[hand.rng.randrange(32)] ^= 1 << hand.rng.randrange(8)
    hand.connection.execute(EVENT.update().where(EVENT.c.seq == seq).values(chain=wrong.hex()))


def body_erased(hand: Hand) -> None:
    """A text is taken out of the log and the table without a recorded redaction."""
    row = hand.some_claim()
    hand.connection.execute(EVENT.update().where(EVENT.c.uid == row.id).values(body=None, salt=""))
    hand.connection.execute(CLAIM.update().where(CLAIM.c.id == row.id).values(text="[redacted]"))


def tail_cut_off(hand: Hand) -> None:
    """The newest lines never were, nor what they recorded."""
    hand.connection.execute(EVENT.delete().where(EVENT.c.seq > hand.line(but_last=True)))
    rebuild(hand.connection)


def rewritten_and_rechained(hand: Hand) -> None:
    """One text is another, and every hash after it is made anew."""
    row = hand.some_claim()
    seq = hand.connection.execute(sa.select(sa.func.min(EVENT.c.seq)).where(EVENT.c.uid == row.id)).scalar_one()
    values = dict(row._mapping) | {"text": "loose talk"}
    hand.connection.execute(EVENT.update().where(EVENT.c.seq == seq).values(body=body(Claim, values)))
    rechain(hand.connection)
    rebuild(hand.connection)


def removed_and_rechained(hand: Hand) -> None:
    """One line is gone, the rest is numbered and hashed anew."""
    hand.connection.execute(EVENT.delete().where(EVENT.c.uid == _unlinked(hand)))
    rechain(hand.connection)
    rebuild(hand.connection)


def rechain(connection: sa.Connection) -> None:
    """Number and hash the whole log anew."""
    before = auditing.NOTHING
    lines = [dict(row._mapping) for row in connection.execute(sa.select(EVENT).order_by(EVENT.c.seq))]
    connection.execute(EVENT.delete())
    for number, line in enumerate(lines, 1):
        line |= {"seq": number, "commitment": auditing.commitment(line["salt"], line["body"])}
        line["chain"] = before = auditing.link(before, line)
        connection.execute(sa.insert(EVENT).values(line))


def rebuild(connection: sa.Connection) -> None:
    """Make the tables tell what the log tells."""
    told: dict[str, dict[str, Any]] = {}
    for line in connection.execute(sa.select(EVENT).order_by(EVENT.c.seq)):
        if line.kind == "recorded":
            told[line.uid] = json.loads(line.body)
    for model in reversed(RECORDS):
        for row in connection.execute(sa.select(table(model))).all():
            if row.id not in told:
                connection.execute(table(model).delete().where(table(model).c.id == row.id))
                rows = connection.execute(sa.select(ENTRY.c.row).where(ENTRY.c.uid == row.id)).scalars().all()
                connection.execute(ENTRY.delete().where(ENTRY.c.row.in_(rows)))
            elif model is Claim and told[row.id]["text"] != row.text:
                connection.execute(CLAIM.update().where(CLAIM.c.id == row.id).values(text=told[row.id]["text"]))
    retracted = {line.uid: line for line in connection.execute(sa.select(EVENT).where(EVENT.c.kind == "retracted"))}
    for row in connection.execute(sa.select(CLAIM).where(CLAIM.c.retracted_at.is_not(None))).all():
        if row.id not in retracted:
            connection.execute(CLAIM.update().where(CLAIM.c.id == row.id).values(retracted_at=None, retracted_by=None))


SEEN: tuple[Callable[[Hand], None], ...] = (
    row_changed, row_inserted, row_deleted, event_changed, event_removed, events_swapped, bit_flipped, body_erased,
)  # fmt: skip
"""What deriving the tables from the log shows."""

UNSEEN: tuple[Callable[[Hand], None], ...] = (tail_cut_off, rewritten_and_rechained, removed_and_rechained)
"""What only a checkpoint kept outside shows: within, everything agrees."""


def tampered(store: Store, how: Callable[[Hand], None], rng: random.Random) -> None:
    """Tamper once."""
    with store._gate.writing() as connection:
        unguarded(connection)
        how(Hand(connection, rng))
