"""How long a report of 1,000 claims takes in each format: `python tests/benchmarks/bench_report.py [claims]`."""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[2])]  # run from anywhere

from claims.models import Agent, Document  # noqa: E402
from claims.report import FORMATS, Material, compute  # noqa: E402
from claims.vocabulary import AgentKind, ConflictKind, DocumentKind, Level  # noqa: E402
from tests.report_story import Story  # noqa: E402

LIMITS = {"pdf": 2.0, "html": 0.1}  # seconds for 1,000 claims
PER_PAGE = 10  # statements quoted from one captured page


def dossier(claims: int) -> Material:
    """So many claims in both languages, every tenth at odds with the one before it."""
    story = Story()
    agents = [story.add(f"a{i}", Agent.made(name=f"Speaker {i}", kind=AgentKind.person)) for i in range(40)]
    for page in range(claims // PER_PAGE):
        document = Document.made(
            title=f"第{page}号通报",
            url=f"https://news.example/{page}",
            kind=DocumentKind.wire,
            published_on="2026-02-03",
        )
        story.add(f"d{page}", document)
        lines = [_line(page, n) for n in range(PER_PAGE)]
        capture = story.capture(f"s{page}", "\n\n".join(lines), document)
        for n, line in enumerate(lines):
            speaker = agents[(page + n) % 40]
            story.said(f"{page}-{n}", capture, line, speaker, said_on="2026-02-01", chain=((speaker, False),))
        story.link(
            f"k{page}",
            f"{page}-0",
            f"{page}-1",
            ConflictKind.numeric,
            "The figures differ.",
            question=f"How many cranes in yard {page}?",
            value_a="1",
            value_b="2",
        )
    return Material(
        title="Bench",
        edition="editor",
        language="en",
        as_of=datetime(2026, 3, 1, tzinfo=UTC),
        graph=story.graph(),
        clearance=Level.sealed,
    )


def _line(page: int, n: int) -> str:
    if n % 2:
        return f"Yard {page} counted {n * 37 + page} cranes on Monday, the harbour office said in its weekly notice."
    return f"据港务处每周通报，{page}号堆场周一清点起重机{n * 41 + page}台，较上月有所增加。"


def timed(work: Callable[[], object]) -> float:
    """Seconds of the best of three runs; of the processor where other work on the machine made the clock run ahead."""
    best = float("inf")
    for _ in range(3):
        start, busy = time.perf_counter(), time.process_time()
        work()
        best = min(best, time.perf_counter() - start, time.process_time() - busy)
    return best


def main() -> int:
    """Prints a line for each step; 1 when a limit is missed."""
    claims = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    material = dossier(claims)
    slow = []
    print(f"{claims} claims; computed in {timed(lambda: compute(material)):.3f} s")
    report = compute(material)
    for one in FORMATS:
        seconds = timed(lambda one=one: one.render(report))  # type: ignore[misc]
        limit = LIMITS.get(one.name)
        slow += [one.name] if limit and claims == 1000 and seconds > limit else []
        size = len(one.render(report))
        print(f"{one.name:5} {seconds:7.3f} s  {size:>10,} bytes" + (f"  limit {limit} s" if limit else ""))
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
