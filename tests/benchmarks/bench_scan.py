"""How the time of detect() grows from a thousand to a hundred thousand made-up claims.

    python tests/benchmarks/bench_scan.py [SIZE ...]

Prints seconds, findings and the growth exponent between sizes. Names follow a Zipf distribution, as in a
newsroom's files: a few are in everything.
"""

from __future__ import annotations

import random
import sys
from math import log
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[2]))

from claims.detect import detect
from tests.statements import Row, dossier, figure, row

SIZES = (1_000, 10_000, 100_000)
PEOPLE = 2_000
PER_DOCUMENT = 20
DEEDS = (
    "{who} delivered {n} {what} in {month}",
    "{who} did not deliver any {what} in {month}",
    "{who} paid {n} million euros for {what}",
    "The {what} of {who} was halted in {month}",
    "The {what} of {who} was never halted",
    "{who} will finish the {what} by {month}",
    "{who} laid off {n} workers at the {what}",
)
WHAT = (
    "tram",
    "mill",
    "harbour",
    "clinic",
    "bridge",
    "quarry",
    "archive",
    "ferry",
    "reactor",
    "orchard",
    "tunnel",
    "dairy",
)
MONTHS = ("January", "February", "March", "April", "June", "July", "August", "September", "October", "November")


def rows(count: int, seed: int = 1) -> list[Row]:
    """So many statements about people of whom the first are spoken of most."""
    chance = random.Random(seed)
    weights = [1 / (rank + 1) for rank in range(PEOPLE)]
    names = [f"{a}{b}" for a in _syllables(chance) for b in ("holm", "vik", "dahl", "sund")][:PEOPLE]
    out = []
    for n, who in enumerate(chance.choices(names, weights[: len(names)], k=count)):
        number = chance.randrange(2, 900)
        words = chance.choice(DEEDS).format(who=who, n=number, what=chance.choice(WHAT), month=chance.choice(MONTHS))
        month = chance.randrange(1, 13)
        figures = [figure(str(number), number)] if str(number) in words else []
        out.append(
            row(f"Paper {n // PER_DOCUMENT}", f"Voice {n % 997}", words, said=f"2030-{month:02}-11", figures=figures)
        )
    return out


def _syllables(chance: random.Random) -> list[str]:
    made = {
        f"{chance.choice('BDFGHKLMNPRSTV')}{chance.choice('aeiou')}{chance.choice('lnrst')}{chance.choice('aeiou')}"
        for _ in range(4000)
    }
    return sorted(made)


def main(sizes: list[int]) -> None:
    """Print one line per size."""
    before: tuple[int, float] | None = None
    for size in sizes:
        graph = dossier(rows(size))
        _ = graph.said  # the joining of records is not the scan
        started = perf_counter()
        findings = detect(graph)
        seconds = perf_counter() - started
        grown = f"{log(seconds / before[1]) / log(size / before[0]):.2f}" if before else "-"
        print(f"{size:>8,} claims  {seconds:8.2f} s  {len(findings):>8,} findings  growth {grown}", flush=True)
        before = (size, seconds)


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or list(SIZES))
