"""What explains an apparent conflict away: another time, scope, unit, measure, entity; an opinion; nothing due yet."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from claims.detect.pairs import Pair
from claims.detect.swaps import changes, pieces
from claims.detect.told import Told
from claims.findings import Finding
from claims.times import Interval
from claims.vocabulary import Act, ConflictKind, Separator

# States that come and go: denied for one day, they are not denied for the day before.
_PASSING = frozenset({"running", "working", "pollution", "waiting", "storage", "rise", "closure", "flood"})
STRETCH = 20  # days from which a stretch of time is counted over
PARALLEL = 0.6  # pieces in common from which two sentences are built alike
_NUMBERS = re.compile(r"[\d０-９][\d０-９.,，．]*[万亿千百]*")
_WINDOWS = ("window_year_to_date", "window_twelve_months", "window_on_year", "window_on_quarter")


def explain(pair: Pair, finding: Finding) -> Finding:
    """The finding, with what explains it away when something does."""
    if finding.kind is ConflictKind.numeric and _all_then_less(pair):
        return finding
    for separator, test in _TESTS.get(finding.kind, _COMMON):
        why = test(pair)
        if why:
            return replace(finding, explained_by=separator, explanation=f"{finding.explanation} Explained: {why}")
    return finding


def _all_then_less(pair: Pair) -> bool:
    """All by one day, only some on a later one: what had all come cannot be less afterwards."""
    for whole, some in ((pair.a, pair.b), (pair.b, pair.a)):
        if whole.has("total") and some.has("only") and not some.has("total"):
            return not (whole.valid and some.valid and some.valid.before(whole.valid))
    return False


def apart(pair: Pair) -> tuple[Separator, str] | None:
    """What tells two figures apart, and the reason; None when nothing does."""
    told = ((separator, test(pair)) for separator, test in _TESTS[ConflictKind.numeric])
    return next(((separator, why) for separator, why in told if why), None)


def opinion_or_forecast(pair: Pair) -> tuple[Separator, str] | None:
    """The reason when one is an opinion, is not due yet, or is of another time."""
    tests = ((Separator.opinion, _opinion), (Separator.forecast, _forecast), (Separator.time, _time))
    told = ((separator, test(pair)) for separator, test in tests)
    return next(((separator, why) for separator, why in told if why), None)


def _time(pair: Pair) -> str | None:
    a, b = _span(pair.a), _span(pair.b)
    if a and b and not a.meets(b):
        return f"they speak of different times ({a.edtf}; {b.edtf})."
    return None


def _span(told: Told) -> Interval | None:
    """The time it is about; "none has fallen" on a day speaks of every day before it too."""
    when = told.valid
    lasting = any(event.negated or not event.holds for event in told.happening if event.line not in _PASSING)
    reported = when is not None and told.said_on is not None and when.first_day == told.said_on.first_day
    happened = bool(told.lines) and not told.lines & _PASSING and not told.forward
    if when and reported and happened:
        return Interval(f"../{when.edtf}", None, when.latest)  # told on that day, it happened by then
    if when and lasting and told.has("sweeping", "total"):
        return Interval(f"../{when.edtf}", None, when.latest)
    return when


def _window(pair: Pair) -> str | None:
    mine = {cue for cue in _WINDOWS if pair.a.has(cue)}
    theirs = {cue for cue in _WINDOWS if pair.b.has(cue)}
    if mine != theirs:
        return "they measure over different windows of time."
    a, b = pair.a.valid, pair.b.valid
    if mine and a and b and a.last_day != b.last_day:
        return f"they measure up to different days ({a.edtf}; {b.edtf})."
    return None


def _day(pair: Pair) -> str | None:
    a, b = pair.a.valid, pair.b.valid
    if a and b and a.last_day and b.last_day and a.last_day != b.last_day and not _apart_ok(pair):
        return f"the figures are of different days ({a.edtf}; {b.edtf})."
    return None


def _apart_ok(pair: Pair) -> bool:
    """An open interval ("by …") or one inside the other may still be one time."""
    a, b = pair.a.valid, pair.b.valid
    return a is None or b is None or a.within(b) or b.within(a)


def _session(pair: Pair) -> str | None:
    return "different moments of the trading day." if pair.a.has("session") and pair.b.has("session") else None


def _measure(pair: Pair) -> str | None:
    for cue, words in (
        ("per_unit", "one is per unit"),
        ("equivalent", "one counts equivalents"),
        ("net", "one leaves something out"),
    ):
        if pair.a.has(cue) != pair.b.has(cue):
            return f"{words}, the other is not."
    return None


def _scope(pair: Pair) -> str | None:
    for cue, words in (
        ("part", "one is a part of the whole"),
        ("gross", "one is a total"),
        ("capacity", "one is what a place can hold"),
    ):
        if pair.a.has(cue) != pair.b.has(cue):
            return f"{words}, the other is not."
    mine, theirs = pair.a.said.claim.subject, pair.b.said.claim.subject
    if mine and theirs and mine != theirs and (mine in theirs or theirs in mine):
        return f"{mine} and {theirs} are not the same extent."
    return None


def _entity(pair: Pair) -> str | None:
    one, other = pair.a.said.claim.subject, pair.b.said.claim.subject
    if (
        one
        and other
        and one in pair.a.said.quote
        and other in pair.b.said.quote
        and one not in other
        and other not in one
    ):
        return f"one is of {one}, the other of {other}."
    mine, theirs = pair.a.sense.names - pair.b.sense.names, pair.b.sense.names - pair.a.sense.names
    mine -= pair.b.around.names | {pair.b.speaker}
    theirs -= pair.a.around.names | {pair.a.speaker}
    if mine and theirs:
        return "they name different parties."
    return None


def _lot(pair: Pair) -> str | None:
    if pair.a.has("again") != pair.b.has("again"):
        return "one is a further lot."
    return None


def _forecast(pair: Pair) -> str | None:
    for promise, other in ((pair.a, pair.b), (pair.b, pair.a)):
        due, told = promise.valid, other.valid or other.said_on
        if promise.forward and not other.forward:
            if due is None or told is None or due.last_day is None or told.last_day is None:
                return "one is a plan or forecast, the other a state of things." if due is None else None
            if told.last_day < due.last_day:
                return f"not yet due ({due.edtf})."
    return None


def _not_due(pair: Pair) -> str | None:
    """What is promised for a day is not broken before it; what is promised not to happen is."""
    for promise, outcome in ((pair.a, pair.b), (pair.b, pair.a)):
        due, then = promise.valid, outcome.valid or outcome.said_on
        if not promise.forward or outcome.forward or promise.denies_any or not outcome.denies_any:
            continue
        if due and then and due.last_day and then.last_day and then.last_day < due.last_day:
            return f"not yet due ({due.edtf})."
    return None


def _stretch(pair: Pair) -> str | None:
    """Two stretches of time of different length: a quarter's figure is not a year's."""
    a, b = pair.a.valid, pair.b.valid
    if not a or not b or not (a.first_day and a.last_day and b.first_day and b.last_day):
        return None
    lengths = sorted(((a.last_day - a.first_day).days, (b.last_day - b.first_day).days))
    if lengths[0] >= STRETCH and lengths[1] > 1.3 * lengths[0]:
        return f"they count over different stretches of time ({a.edtf}; {b.edtf})."
    return None


def _parallel(pair: Pair) -> str | None:
    """Sentences built alike that name two different things."""
    if any(told.has("total", "only") for told in (pair.a, pair.b)):
        return None
    one, other = (_NUMBERS.sub("#", told.said.quote) for told in (pair.a, pair.b))
    found, alike = changes(pieces(one), pieces(other))
    swapped = [change.words for change in found if change.mine and change.theirs and change.mine != change.theirs]
    if alike >= PARALLEL and len(swapped) == 1 and swapped[0][0].isalpha() and swapped[0][1].isalpha():
        return f"one is of {swapped[0][0]}, the other of {swapped[0][1]}."
    return None


def _plan(pair: Pair) -> str | None:
    if pair.a.has("plan") != pair.b.has("plan") and (pair.a.has("already", "still") or pair.b.has("already", "still")):
        return "a plan against what has been carried out."
    return None


def _opinion(pair: Pair) -> str | None:
    return "one is an opinion." if Act.opinion in (pair.a.act, pair.b.act) else None


Test = Callable[[Pair], str | None]
_COMMON: tuple[tuple[Separator, Test], ...] = ((Separator.opinion, _opinion), (Separator.time, _time))
_TESTS: dict[ConflictKind, tuple[tuple[Separator, Test], ...]] = {
    ConflictKind.numeric: (
        (Separator.opinion, _opinion),
        (Separator.session, _session),
        (Separator.time, _window),
        (Separator.time, _time),
        (Separator.time, _stretch),
        (Separator.scope, _parallel),
        (Separator.measure, _measure),
        (Separator.scope, _scope),
        (Separator.lot, _lot),
        (Separator.entity, _entity),
        (Separator.forecast, _forecast),
        (Separator.time, _day),
        (Separator.forecast, _plan),
    ),
    ConflictKind.denial: _COMMON,
    ConflictKind.self_: _COMMON,
    ConflictKind.temporal: ((Separator.opinion, _opinion),),
    ConflictKind.promise_outcome: ((Separator.forecast, _not_due),),
    ConflictKind.retraction: (),
    ConflictKind.attribution: (),
    ConflictKind.drift: (),
    ConflictKind.entity: (),
}
