"""Temporal: the same thing is said to have happened, or to be due, at moments that do not meet."""

from __future__ import annotations

from collections.abc import Iterator

from claims.detect.clashes import clash
from claims.detect.pairs import Pair
from claims.detect.scene import Scene
from claims.detect.wording import finding
from claims.findings import Finding
from claims.reading.likeness import GENERAL_LINES
from claims.vocabulary import ConflictKind

ALIKE = 0.4  # of the poorer statement, how much the other says too


def times(scene: Scene) -> Iterator[Finding]:
    """One thing is dated to two moments that do not meet, or said to last until two of them."""
    for pair in scene.pairs:
        if not (pair.a.plain and pair.b.plain):
            continue
        found = clash(pair)
        if found and found.until:
            yield finding(
                pair.a, pair.b, ConflictKind.temporal, "times", f"They differ on what followed “{found.a.word}”."
            )
        elif _apart(pair):
            a, b = pair.a.valid, pair.b.valid
            values = (a.edtf if a else "", b.edtf if b else "")
            yield finding(
                pair.a, pair.b, ConflictKind.temporal, "times", f"{values[0]} and {values[1]} do not meet.", values
            )


def _apart(pair: Pair) -> bool:
    a, b = pair.a, pair.b
    if a.valid is None or b.valid is None or a.valid.meets(b.valid) or pair.share < ALIKE:
        return False
    line = {e.line for e in a.sense.events if e.holds} & {e.line for e in b.sense.events if e.holds}
    if not {x for x in line if f"e:{x}" not in GENERAL_LINES} or a.denies_any or b.denies_any:
        return False
    return pair.shares("t", "n", "w") >= 2 and _one_moment(pair)


def _one_moment(pair: Pair) -> bool:
    """Things that happen once: completed, arrived, begun by a day."""
    once = {"completion", "arrival", "payment", "approval", "signing", "death", "publication", "resignation", "start"}
    lines = pair.a.sense.lines & pair.b.sense.lines & once
    return bool(lines) and _same_figures(pair)


def _same_figures(pair: Pair) -> bool:
    if not pair.a.amounts or not pair.b.amounts:
        return True
    return any(x.agrees(y) and x.family == y.family for x in pair.a.amounts for y in pair.b.amounts)
