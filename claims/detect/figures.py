"""Numeric: two figures for one measure that no value satisfies both."""

from __future__ import annotations

from collections.abc import Iterator

from claims.detect.pairs import Pair
from claims.detect.scene import Scene
from claims.detect.wording import finding
from claims.findings import Finding
from claims.reading.amounts import Amount, comparable
from claims.reading.likeness import GENERAL_LINES
from claims.vocabulary import ConflictKind

ALIKE = 0.33  # of the poorer statement, how much the other says too
ENOUGH = 2.2  # weight the two must share


def figures(scene: Scene) -> Iterator[Finding]:
    """Two figures for the same measure, unit, scope and time cannot both be right, rounding allowed for."""
    for pair in scene.pairs:
        if not (pair.a.plain and pair.b.plain) or pair.a.id == pair.b.id:
            continue
        found = one_measure(pair)
        if found is None:
            continue
        mine, theirs = found
        if not mine.agrees(theirs):
            values = (mine.text, theirs.text)
            because = f"{mine.text} and {theirs.text} cannot both be the figure."
            yield finding(pair.a, pair.b, ConflictKind.numeric, "figures", because, values)


def one_measure(pair: Pair) -> tuple[Amount, Amount] | None:
    """The two amounts that answer one question, closest values first; None when they count different things."""
    if not _one_matter(pair):
        return None
    found = [
        (x, y)
        for x in pair.a.amounts
        for y in pair.b.amounts
        if comparable(x, y) and not _date_like(x) and not _date_like(y)
    ]
    if not found or any(x.agrees(y) for x, y in found):
        return next(((x, y) for x, y in found if x.agrees(y)), None)
    return min(found, key=lambda two: (abs(two[0].value - two[1].value), two[0].start, two[1].start))


def _one_matter(pair: Pair) -> bool:
    lines = {key for key in pair.shared if key[0] == "e" and key not in GENERAL_LINES}
    beside = pair.shares("t", "w", "n")
    return pair.weight >= ENOUGH and pair.share >= ALIKE and (bool(lines) or pair.shares("t") >= 1) and beside >= 1


def _date_like(amount: Amount) -> bool:
    return amount.unit in ("day", "month", "year", "week", "hour", "minute", "night") and amount.family == "measure"
