"""How fast the store is, how much it survives, and what tampering it sees; each line is a figure.

    python -m tests.benchmarks.bench_store import 100000
    python -m tests.benchmarks.bench_store search 100000
    python -m tests.benchmarks.bench_store graph 100000
    python -m tests.benchmarks.bench_store tamper 200
    python -m tests.benchmarks.bench_store kills 1000

A third word is the address of the database to use; by default a file in a folder that is thrown away.
"""

import os
import random
import resource
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from claims.models import Claim, Link
from claims.store import Store
from tests.records import link
from tests.tampering import SEEN, UNSEEN, seeded, tampered
from tests.test_crash import LATEST, STORIES, killed, whole

SYLLABLES = "港口渡轮码头潮水灯塔船长货物统计局公布数据称本月上升下降人次吨位的了在是不我有和就"
WORDS = [
    "harbour",
    "ferry",
    "tide",
    "lighthouse",
    "keeper",
    "cargo",
    "tonnes",
    "office",
    "said",
    "rose",
    "fell",
    "month",
    "people",
    "lock",
    "open",
    "shut",
]
BATCH, PAUSE = 2_000, 0.02  # as an import should write: others get their turn


def claims(count: int, seed: int = 1) -> Iterator[Claim]:
    """Claims in both languages, some words far more common than others."""
    rng = random.Random(seed)
    common = [1 / (n + 1) for n in range(len(SYLLABLES))]
    for number in range(count):
        if rng.random() < 0.55:
            text = "".join(rng.choices(SYLLABLES, common, k=rng.randint(12, 60))) + f"{number}人次"
        else:
            text = " ".join(rng.choices(WORDS, k=rng.randint(5, 20))) + f" {number}"
        yield Claim.made(text=text, subject=f"subject {rng.randrange(5000)}", valid_on="2024-05", value_low=number)


def told(what: str, figure: object) -> None:
    """One figure."""
    print(f"{what}: {figure}", flush=True)


def filled(url: str, count: int) -> tuple[Store, list[Claim]]:
    """A store with so many claims, and the claims; says how fast."""
    store, made, busy = Store.open(url), [], 0.0
    stream = claims(count)
    while batch := list(islice(stream, BATCH)):
        start = time.perf_counter()
        store.add(*batch)
        made += batch
        busy += time.perf_counter() - start
        time.sleep(PAUSE)
    told("import, rows a second while writing", round(len(made) / busy))
    told("import, peak memory in MB", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
    return store, made


def times(ask: Callable[[str], object], questions: Sequence[str]) -> str:
    """Median, 95th percentile and worst, in milliseconds."""
    took = []
    for question in questions:
        start = time.perf_counter()
        ask(question)
        took.append((time.perf_counter() - start) * 1000)
    took.sort()
    return f"median {statistics.median(took):.1f}, p95 {took[int(len(took) * 0.95)]:.1f}, worst {took[-1]:.1f} ms"


def bench_import(url: str, count: int) -> None:
    """Import, import again, verify, back up."""
    store, _ = filled(url, count)
    again = Store.open(url)
    start = time.perf_counter()
    known = sum(len(again.add(*batch).known) for batch in iter(lambda s=claims(count): list(islice(s, BATCH)), []))
    told("import of what is known, rows a second", round(known / (time.perf_counter() - start)))
    start = time.perf_counter()
    checked = store.verify()
    told("verify, lines of the log a second", round(checked.events / (time.perf_counter() - start)))
    told("verify, problems", len(checked.problems))
    if store.dialect == "sqlite":
        start = time.perf_counter()
        with tempfile.TemporaryDirectory() as folder:
            store.backup(Path(folder) / "copy.sqlite")
        told("backup, seconds", round(time.perf_counter() - start, 2))


def bench_search(url: str, count: int) -> None:
    """Searches of one to six characters and of words, against the answer of `in`."""
    store, _ = filled(url, count)
    rng = random.Random(3)
    texts = [claim.text for claim in claims(count)]
    chinese = [text for text in texts if text[0] in SYLLABLES]
    for length in range(1, 7):
        asked = [rng.choice(chinese)[start : start + length] for start in (rng.randrange(7) for _ in range(25))]
        wrong = 0
        for words in asked[:5]:
            found = {hit.record.text for hit in store.search(words, count, models=(Claim,))}  # type: ignore[attr-defined]
            wrong += len(found ^ {text for text in texts if words in text})
        told(f"search, {length} characters", f"{times(store.search, asked)}; wrongly found or missed: {wrong}")
    told("search, two English words", times(store.search, [" ".join(rng.sample(WORDS, 2)) for _ in range(25)]))


def bench_graph(url: str, count: int) -> None:
    """Two hops around any claim, hubs included, three links a claim."""
    store, made = filled(url, count)
    rng = random.Random(5)
    hubs = made[:3]
    links: list[Link] = []
    for number in range(3 * count):
        a = rng.choice(hubs) if rng.random() < 0.05 else rng.choice(made)
        b = rng.choice(made)
        if a.key != b.key:
            links.append(link(a, b, origin=str(number), question=None, explained_by=None))
    known = {record.key: record for record in links}
    for start in range(0, len(known), BATCH):
        store.add(*list(known.values())[start : start + BATCH])
    told("graph, links", len(known))
    near = lambda one: store.graph(claims=[one], hops=2)  # noqa: E731
    told("graph, any claim", times(near, [claim.id for claim in rng.sample(made, 40)]))
    told("graph, hubs", times(near, [claim.id for claim in hubs]))


def bench_tamper(url: str, count: int) -> None:
    """Every kind of tampering, so many times: caught by deriving anew, and with a checkpoint kept outside."""
    template = Path(url.removeprefix("sqlite:///"))
    Store.open(url).close()
    for how in (*SEEN, *UNSEEN):
        alone = outside = 0
        for trial in range(count):
            rng = random.Random(trial)
            store = Store.open(str(shutil.copyfile(template, template.with_suffix(".trial"))))
            seeded(store, rng)
            kept = store.checkpoint()
            tampered(store, how, rng)
            alone += not store.verify().held
            outside += not store.verify(kept).held
            store.close()
            template.with_suffix(".trial").unlink()
        told(f"tampering, {how.__name__}", f"derived anew {alone}/{count}, with a checkpoint {outside}/{count}")


def bench_kills(url: str, count: int) -> None:
    """So many kills in the middle of writes."""
    rng = random.Random(6)
    acknowledged: set[str] = set()
    lost = 0
    Store.open(url).close()
    for kill in range(1, count + 1):
        acknowledged |= set(killed(url, rng.randint(1, STORIES), rng.uniform(0, LATEST)))
        store = Store.open(url)
        found = {claim.id for claim in store.find(Claim, retracted=True)}
        lost += len(acknowledged - found)
        if kill % 100 == 0:
            whole(store, found)
        store.close()
    told("kills", f"{count}, acknowledged {len(acknowledged)}, lost {lost}")


BENCHES = {
    "import": bench_import, "search": bench_search, "graph": bench_graph, "tamper": bench_tamper, "kills": bench_kills,
}  # fmt: skip


def main() -> None:
    """Run one."""
    name, count = sys.argv[1], int(sys.argv[2])
    with tempfile.TemporaryDirectory() as folder:
        url = sys.argv[3] if len(sys.argv) > 3 else f"sqlite:///{os.path.join(folder, 'bench.sqlite')}"
        BENCHES[name](url, count)


if __name__ == "__main__":
    main()
