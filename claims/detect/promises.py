"""Promise or forecast against what came of it."""

from __future__ import annotations

from collections.abc import Iterator

from claims.detect.clashes import clash, lines_of, stated
from claims.detect.figures import one_measure
from claims.detect.pairs import Pair
from claims.detect.scene import Scene
from claims.detect.times import ONCE
from claims.detect.told import Told
from claims.detect.wording import finding
from claims.findings import Finding
from claims.vocabulary import ConflictKind

LATE_ALIKE = 0.4  # of the poorer statement, how much the other says too


def promises(scene: Scene) -> Iterator[Finding]:
    """What was promised or forecast did not come: the opposite is reported, or less by the day it was due."""
    for pair in scene.pairs:
        ordered = _promise_first(pair)
        if ordered is None or any(told.has("never_promised", "disowned") for told in ordered):
            continue
        promise, outcome = ordered
        found = clash(pair, lines_against=False) if _of_one_thing(pair) and not outcome.has("elsewhere") else None
        if found:
            because = f"Announced: “{promise.said.quote[:40]}”; reported afterwards: “{outcome.said.quote[:40]}”."
            yield finding(promise, outcome, ConflictKind.promise_outcome, "promises", because)
        elif _undone(pair, promise, outcome):
            because = "After the day it was due it had still not been done."
            yield finding(promise, outcome, ConflictKind.promise_outcome, "promises", because)
        elif _late(pair, promise, outcome):
            because = "It came later than announced."
            yield finding(promise, outcome, ConflictKind.promise_outcome, "promises", because)
        elif _short(pair, promise, outcome):
            because = "On the day it was due the figure announced had not been reached."
            yield finding(promise, outcome, ConflictKind.promise_outcome, "promises", because)


def _promise_first(pair: Pair) -> tuple[Told, Told] | None:
    for promise, outcome in ((pair.a, pair.b), (pair.b, pair.a)):
        if promise.forward and not outcome.forward and stated(outcome) and _later(promise, outcome):
            return promise, outcome
    # a cut announced for later is an outcome of the promise that there would be none
    a, b = pair.a, pair.b
    if a.forward and b.forward and not pair.same_document and a.has("sweeping") != b.has("sweeping"):
        promise, outcome = (a, b) if a.has("sweeping") else (b, a)
        return (promise, outcome) if (outcome.amounts or outcome.said.valid) and _later(promise, outcome) else None
    return None


def _later(promise: Told, outcome: Told) -> bool:
    said, then = promise.said_on, outcome.said_on
    if said is None or then is None or said.first_day is None or then.last_day is None:
        return False
    return then.last_day > said.first_day


def _of_one_thing(pair: Pair) -> bool:
    """Whether they share what it is done to: any house sells something."""
    return pair.shares("t", "n", "w") >= 1 or (pair.same_speaker and bool(pair.near))


def _undone(pair: Pair, promise: Told, outcome: Told) -> bool:
    """After the day it was due it is said, in the words of the promise, still not to have been done."""
    due, at = promise.valid, outcome.valid or outcome.said_on
    if due is None or at is None or due.last_day is None or at.last_day is None or at.last_day <= due.last_day:
        return False
    still = outcome.has("still") and outcome.sense.denied and not promise.sense.denied
    return still and pair.share >= LATE_ALIKE and pair.shares("t", "n", "w") >= 2


def _late(pair: Pair, promise: Told, outcome: Told) -> bool:
    """What was announced for a day is reported of a later one."""
    due, at = promise.valid, outcome.valid
    if due is None or at is None or due.last_day is None or at.first_day is None or at.first_day <= due.last_day:
        return False
    once = lines_of(promise) & lines_of(outcome) & ONCE
    return bool(once) and not outcome.denies_any and pair.share >= LATE_ALIKE and pair.shares("t", "n", "w") >= 1


def _short(pair: Pair, promise: Told, outcome: Told) -> bool:
    due, at = promise.valid, outcome.valid or outcome.said_on
    if due is None or at is None or due.last_day is None or at.last_day is None or at.last_day < due.last_day:
        return False
    if outcome.has("short_of") and any(x.same(y) for x in promise.amounts for y in outcome.amounts):
        return True
    found = one_measure(pair)
    if found is None:
        return False
    mine, theirs = found if promise is pair.a else (found[1], found[0])
    return not mine.agrees(theirs) and theirs.value < mine.value
