"""Pairs that look at odds and are not: shown with what tells them apart, so that nobody need wonder again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from claims.detect.clashes import another_of_the_name, clash, lines_of
from claims.detect.figures import MEASURES
from claims.detect.pairs import Pair
from claims.detect.scene import Scene
from claims.detect.separators import apart, opinion_or_forecast
from claims.detect.told import Told
from claims.detect.wording import explained
from claims.findings import Finding
from claims.reading.amounts import Amount, comparable
from claims.vocabulary import Act, ConflictKind, Separator

ENOUGH = 1.1  # weight two statements must share to look at odds
WORDS = 2  # other words that two percentages or sums must share where no thing is named
_REVISED = re.compile(
    r"(?:调整|修订|修改|上调|下调|追加)(?:为|至|到)|\b(?:revised|adjusted|raised|lowered|cut) to\b", re.I
)
EACH = 4  # explained pairs shown for one statement, those that share most first


def dissolved(scene: Scene) -> Iterator[Finding]:
    """Two figures or statements look at odds; another time, scope, unit, measure, entity or rounding explains them."""
    shown: Counter[str] = Counter()
    for pair in sorted(scene.pairs, key=lambda p: -p.weight):
        if pair.weight < ENOUGH or max(shown[pair.a.id], shown[pair.b.id]) >= EACH:
            continue
        found = _explained(pair)
        if found:
            shown.update((pair.a.id, pair.b.id))
            yield found


def _explained(pair: Pair) -> Finding | None:
    if Act.question in (pair.a.act, pair.b.act):
        return None
    told = opinion_or_forecast(pair) if _looks_opposed(pair) else None
    if told is None and pair.a.act is pair.b.act is Act.opinion and pair.shares("t"):
        told = (Separator.opinion, "both are opinions.")
    if (
        told is None
        and another_of_the_name(pair.a, pair.b)
        and lines_of(pair.a) & (lines_of(pair.b) | lines_of(pair.b, False))
    ):
        told = (Separator.entity, "they speak of two parties of similar name.")
    if told:
        return explained(pair.a, pair.b, ConflictKind.denial, "dissolved", *told)
    return _figures(pair)


def _looks_opposed(pair: Pair) -> bool:
    return clash(pair) is not None or bool(
        lines_of(pair.a, True) & lines_of(pair.b, False) or lines_of(pair.a, False) & lines_of(pair.b, True)
    )


def _figures(pair: Pair) -> Finding | None:
    if not pair.a.amounts or not pair.b.amounts or not _one_topic(pair):
        return None
    units = _other_unit(pair)
    if units:
        x, y = units
        why = f"{x.text} and {y.text} are in different units."
        return explained(pair.a, pair.b, ConflictKind.numeric, "dissolved", Separator.unit, why, (x.text, y.text))
    two = [(x, y) for x in pair.a.amounts for y in pair.b.amounts if comparable(x, y)]
    if not two:
        return None
    x, y = min(two, key=lambda found: abs(found[0].value - found[1].value))
    if x.value == y.value:
        return None
    told = (
        (Separator.rounding, f"{x.text} is {y.text}, rounded.")
        if _rounded(x, y)
        else apart(pair) or _revised(pair) or _other_deed(pair)
    )
    return explained(pair.a, pair.b, ConflictKind.numeric, "dissolved", *told, (x.text, y.text)) if told else None


def _revised(pair: Pair) -> tuple[Separator, str] | None:
    if bool(_REVISED.search(pair.a.said.quote)) != bool(_REVISED.search(pair.b.said.quote)):
        return Separator.time, "one is the figure before it was revised."
    return None


def _other_deed(pair: Pair) -> tuple[Separator, str] | None:
    mine, theirs = lines_of(pair.a), lines_of(pair.b)
    if mine and theirs and not mine & theirs:
        return Separator.measure, "they count what was done in two different ways."
    a, b = pair.a.sense.things, pair.b.sense.things
    if a - b and b - a:
        return Separator.measure, "each counts something that the other does not name."
    return None


def _rounded(x: Amount, y: Amount) -> bool:
    return x.agrees(y) and abs(x.value - y.value) <= max(abs(x.value), abs(y.value)) / 5


def _one_topic(pair: Pair) -> bool:
    if any(x.unit == y.unit and x.unit.isascii() and x.unit for x in pair.a.amounts for y in pair.b.amounts):
        return bool(pair.shares("t", "n", "e") or pair.near or pair.shares("w") >= WORDS)
    return bool(pair.shares("t", "n") or lines_of(pair.a) & lines_of(pair.b) or (_rises(pair.a) and _rises(pair.b)))


def _rises(told: Told) -> bool:
    return "rise" in told.sense.lines


def _other_unit(pair: Pair) -> tuple[Amount, Amount] | None:
    """Two currencies, or percent and percentage points, for one measure; not when a unit is shared as well."""
    if any(comparable(x, y) for x in pair.a.amounts for y in pair.b.amounts):
        return None
    measures = pair.a.sense.things & pair.b.sense.things & MEASURES
    families = ({"money"}, {"percent", "points"}) if measures or pair.near else ({"money"},)
    found = (
        (x, y)
        for x in pair.a.amounts
        for y in pair.b.amounts
        for family in families
        if x.family in family and y.family in family and x.unit != y.unit
    )
    return next(found, None)
