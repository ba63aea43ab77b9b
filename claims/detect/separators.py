"""What explains an apparent conflict away: another time, scope, unit, measure, entity; an opinion; nothing due yet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from claims.detect.apart_in_kind import (
    built_alike,
    further_lot,
    opinion,
    other_measure,
    other_party,
    other_scope,
    plan_and_deed,
)
from claims.detect.apart_in_time import (
    forecast,
    not_due,
    other_day,
    other_session,
    other_stretch,
    other_time,
    other_window,
)
from claims.detect.pairs import Pair
from claims.findings import Finding
from claims.vocabulary import ConflictKind, Separator


def explain(pair: Pair, finding: Finding) -> Finding:
    """The finding, with what explains it away when something does."""
    if finding.kind is ConflictKind.numeric and _all_then_less(pair):
        return finding
    for separator, test in _TESTS.get(finding.kind, _COMMON):
        why = test(pair)
        if why:
            return replace(finding, explained_by=separator, explanation=f"{finding.explanation} Explained: {why}")
    return finding


def apart(pair: Pair) -> tuple[Separator, str] | None:
    """What tells two figures apart, and the reason; None when nothing does."""
    told = ((separator, test(pair)) for separator, test in _TESTS[ConflictKind.numeric])
    return next(((separator, why) for separator, why in told if why), None)


def opinion_or_forecast(pair: Pair) -> tuple[Separator, str] | None:
    """The reason when one is an opinion, is not due yet, or is of another time."""
    tests = ((Separator.opinion, opinion), (Separator.forecast, forecast), (Separator.time, other_time))
    told = ((separator, test(pair)) for separator, test in tests)
    return next(((separator, why) for separator, why in told if why), None)


def _all_then_less(pair: Pair) -> bool:
    """All by one day, only some on a later one: what had all come cannot be less afterwards."""
    for whole, some in ((pair.a, pair.b), (pair.b, pair.a)):
        if whole.has("total") and some.has("only") and not some.has("total"):
            return not (whole.valid and some.valid and some.valid.before(whole.valid))
    return False


Test = Callable[[Pair], str | None]
_COMMON: tuple[tuple[Separator, Test], ...] = ((Separator.opinion, opinion), (Separator.time, other_time))
_TESTS: dict[ConflictKind, tuple[tuple[Separator, Test], ...]] = {
    ConflictKind.numeric: (
        (Separator.opinion, opinion),
        (Separator.session, other_session),
        (Separator.time, other_window),
        (Separator.time, other_time),
        (Separator.time, other_stretch),
        (Separator.scope, built_alike),
        (Separator.measure, other_measure),
        (Separator.scope, other_scope),
        (Separator.lot, further_lot),
        (Separator.entity, other_party),
        (Separator.forecast, forecast),
        (Separator.time, other_day),
        (Separator.forecast, plan_and_deed),
    ),
    ConflictKind.denial: _COMMON,
    ConflictKind.self_: _COMMON,
    ConflictKind.temporal: ((Separator.opinion, opinion),),
    ConflictKind.promise_outcome: ((Separator.forecast, not_due),),
    ConflictKind.retraction: (),
    ConflictKind.attribution: (),
    ConflictKind.drift: (),
    ConflictKind.entity: (),
}
