"""Temporal: the same thing is said to have happened, or to be due, at moments that do not meet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.detect.clashes import clash, lines_of
from claims.detect.pairs import Pair
from claims.detect.scene import Scene
from claims.detect.wording import finding
from claims.findings import Finding
from claims.vocabulary import ConflictKind

# What happens once to one thing, so that two dates for it are at odds.
ONCE = frozenset(
    {"completion", "arrival", "payment", "approval", "signing", "death", "publication", "resignation", "start", "launch",
     "appointment", "cancel", "transfer", "departure", "collapse", "explosion", "collision"}
)  # fmt: skip
SETTLING = frozenset({"payment", "arrival", "transfer", "completion"})
POINTED_ALIKE = 0.15  # where one of them says "not until"
_NOT_BEFORE = re.compile(
    r"\b(?:not|n't|never|nobody|no one|no)\b[^.;]{0,80}\bbefore\b|\bno earlier than\b|不会早于|不早于|最早也?要?到?",
    re.I,
)
_DATED = re.compile(
    r"实际[^，。；]{0,10}日期|日期(?:应)?(?:为|是)|\b(?:actual|real|true|correct) date\b|\bthe date (?:was|is)\b", re.I
)
DATED_ALIKE = 0.35
_FIRST = re.compile(r"\bfirst\b|首次|第一次|首个|首台|第一", re.I)
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
        elif _rest_later(pair):
            yield finding(pair.a, pair.b, ConflictKind.temporal, "times", "All by the one day; the rest only later.")
        elif _not_before(pair):
            because = "By the one day, says the one; not before the other, says the other."
            yield finding(pair.a, pair.b, ConflictKind.temporal, "times", because)
        elif _apart(pair):
            a, b = pair.a.valid, pair.b.valid
            values = (a.edtf if a else "", b.edtf if b else "")
            yield finding(
                pair.a, pair.b, ConflictKind.temporal, "times", f"{values[0]} and {values[1]} do not meet.", values
            )


def _apart(pair: Pair) -> bool:
    a, b = pair.a, pair.b
    if a.valid is None or b.valid is None or a.valid.meets(b.valid) or a.denies_any or b.denies_any:
        return False
    once = lines_of(a) & lines_of(b) & ONCE or _one_start(pair)
    if "rise" in a.sense.lines & b.sense.lines or any(x.family == "percent" for x in (*a.amounts, *b.amounts)):
        return False  # a measure of a period, not something that happened once
    beside = pair.shares("t", "n", "w")
    if any(_DATED.search(told.said.quote) for told in (a, b)) and beside >= 3 and pair.share >= DATED_ALIKE:
        return a.forward == b.forward
    if not once or not _same_figures(pair):
        return False
    pointed = a.has("late_cue") or b.has("late_cue")
    if pointed:
        return pair.share >= POINTED_ALIKE and (beside >= 1 or len(pair.near) >= 1)
    return pair.share >= ALIKE and beside >= 2 and (a.forward == b.forward)


def _not_before(pair: Pair) -> bool:
    """By a day, says the one; not before a later day, says the other."""
    for early, late in ((pair.a, pair.b), (pair.b, pair.a)):
        due, day = early.valid, late.valid
        if early.denies_any or not _NOT_BEFORE.search(late.said.quote) or not due or not day:
            continue
        then, said = day.last_day, late.said_on.first_day if late.said_on else None
        if then and said and then < said:  # a month that is still to come when it is named
            then = then.replace(year=said.year + (then.replace(year=said.year, day=1) < said), day=1)
        if then and due.last_day and then > due.last_day:
            return bool(early.lines & late.lines) and pair.share >= ALIKE
    return False


def _rest_later(pair: Pair) -> bool:
    """Everything had come, says the one; the rest came, or is to come, later, says the other."""
    for whole, rest in ((pair.a, pair.b), (pair.b, pair.a)):
        if whole.has("total") and not whole.has("rest") and rest.has("rest") and lines_of(whole) & SETTLING:
            due, said = rest.valid, whole.valid or whole.said_on
            if due and said and due.last_day and said.last_day and due.last_day > said.last_day:
                return bool(lines_of(rest) & SETTLING) and not whole.forward and pair.weight >= 1
    return False


def _one_start(pair: Pair) -> set[str]:
    """A first start is had once; a start as such is not."""
    began = ({e.line for e in told.happening if e.holds and not e.aside} for told in (pair.a, pair.b))
    first = all(_FIRST.search(told.said.quote) for told in (pair.a, pair.b))
    return set.intersection(*began) & {"start"} if first else set()


def _same_figures(pair: Pair) -> bool:
    if not pair.a.amounts or not pair.b.amounts:
        return True
    return any(x.agrees(y) and x.family == y.family for x in pair.a.amounts for y in pair.b.amounts)
