"""Where two statements stand on one line of meaning at opposite ends: sent and not sent, halted and running."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims.detect.pairs import Pair
from claims.detect.told import Told
from claims.reading.lexicon import against
from claims.reading.likeness import GENERAL_LINES
from claims.reading.senses import Event

_IDENTITY = re.compile(r"并不是|不是|并非|不属|\b(?:is|was|are|were) not (?:a|an|the)\b", re.I)
ENOUGH = 1.6  # weight two statements must share before opposite ends count as a clash


@dataclass(frozen=True, slots=True)
class Clash:
    """The line, and the words on it."""

    line: str
    a: Event
    b: Event
    until: bool  # both say it began or ended, and differ on what followed


def clash(pair: Pair) -> Clash | None:
    """The first line on which the two cannot both hold; None when there is none."""
    if not _related(pair):
        return None
    for mine in pair.a.sense.events:
        for theirs in pair.b.sense.events:
            found = _opposed(pair, mine, theirs)
            if found:
                return found
    return None


def _opposed(pair: Pair, mine: Event, theirs: Event) -> Clash | None:
    if mine.line != theirs.line:
        apart = (mine.line, theirs.line) in against() and mine.holds and theirs.holds
        return Clash(mine.line, mine, theirs, False) if apart and _exclusive(pair, mine, theirs) else None
    if f"e:{mine.line}" in GENERAL_LINES or mine.holds == theirs.holds:
        return None
    ends_a = {event.holds for event in pair.a.sense.events if event.line == mine.line}
    ends_b = {event.holds for event in pair.b.sense.events if event.line == mine.line}
    if len(ends_a) == len(ends_b) == 2:
        return None
    if len(ends_a | ends_b) == 2 and len(ends_a) + len(ends_b) == 3:
        one = pair.a if len(ends_a) == 1 else pair.b
        if not one.has("sweeping") and not one.has("still"):
            return None
        return Clash(mine.line, mine, theirs, not one.has("sweeping"))
    if any(_IDENTITY.search(told.said.quote) for told in (pair.a, pair.b)) and not _close(pair):
        return None
    return Clash(mine.line, mine, theirs, False)


def _exclusive(pair: Pair, mine: Event, theirs: Event) -> bool:
    """Storage excludes a transfer only when it is said to be all that happened."""
    if {mine.line, theirs.line} == {"storage", "transfer"}:
        stored = pair.a if mine.line == "storage" else pair.b
        return stored.has("only")
    return True


def _close(pair: Pair) -> bool:
    return pair.same_speaker or any(x.same(y) for x in pair.a.amounts for y in pair.b.amounts) or pair.share >= 0.6


def _related(pair: Pair) -> bool:
    beside = sum(key[0] in "tnw" for key in pair.shared)
    return pair.weight >= ENOUGH and (beside >= 1 or len(pair.near) >= 1)


def stated(told: Told) -> bool:
    """Whether it states a fact of the past or present."""
    return told.plain and not told.forward and not told.counterfactual
