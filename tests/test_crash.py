"""Killed in the middle of writes, again and again: what was acknowledged is there, and nothing is half there."""

import multiprocessing
import random
import time

from claims.models import Capture, Claim, Document, Passage, Statement
from claims.store import Store
from tests.crashing import write
from tests.databases import Databases

KILLS = {"sqlite": 100, "postgresql": 20}
STORIES = 4  # that a writer acknowledges before it is killed, at most
LATEST = 0.03  # seconds that it lives after the last of them, at most
LOOKED_AT = 20  # kills between two full checks; every kill is counted


def test_nothing_acknowledged_is_lost(databases: Databases) -> None:
    url = databases.fresh()
    rng = random.Random(4)
    acknowledged: set[str] = set()
    found = 0
    for kill in range(1, KILLS[databases.dialect] + 1):
        told = killed(url, rng.randint(1, STORIES), rng.uniform(0, LATEST))
        acknowledged |= set(told)
        store = Store.open(url)
        counts = {store.count(model) for model in (Document, Capture, Passage, Statement)}
        claims = {claim.id for claim in store.find(Claim, retracted=True)}
        assert claims >= acknowledged, f"kill {kill}: lost"
        assert len(claims) <= found + len(told) + 1, f"kill {kill}: more than was begun"
        assert counts == {len(claims)}, f"kill {kill}: half a story"
        if kill % LOOKED_AT == 0:
            whole(store, claims)
        found = len(claims)
        store.close()
    assert found >= len(acknowledged) > KILLS[databases.dialect]


def killed(url: str, stories: int, after: float) -> list[str]:
    """Let a writer acknowledge some stories, kill it a moment later; all that it had acknowledged."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["pytest", "_pytest.config", "tests.crashing"])
    here, there = context.Pipe(duplex=False)
    writer = context.Process(target=write, args=(url, there), daemon=True)
    writer.start()
    there.close()
    told = []
    while len(told) < stories:
        assert here.poll(60), "the writer does not write"
        told.append(here.recv())
    time.sleep(after)
    writer.kill()
    writer.join()
    try:
        while here.poll():
            told.append(here.recv())
    except EOFError:
        pass
    here.close()
    return told


def whole(store: Store, claims: set[str]) -> None:
    """The log tells of every record, search finds every live one, the database is sound."""
    checked = store.verify(store.checkpoint())
    assert checked.problems == ()
    live = {claim.id for claim in store.find(Claim)}
    assert {hit.record.id for hit in store.search("tide", len(claims) + 1, models=(Claim,))} == live
    assert [line for line in store.diagnose() if line[0] in ("integrity", "references") and not line[2]] == []
