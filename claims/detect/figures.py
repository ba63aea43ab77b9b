"""Numeric: two figures for one measure that no value satisfies both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import log10

from claims.detect.clashes import clash, lines_of, one_time, stated
from claims.detect.pairs import Pair
from claims.detect.scene import Scene
from claims.detect.wording import finding
from claims.findings import Finding
from claims.reading.amounts import Amount, comparable
from claims.reading.likeness import GENERAL_LINES
from claims.vocabulary import ConflictKind

# Things that are themselves what a figure measures, so that no verb need be shared.
MEASURES = frozenset(
    {"capex", "spending", "revenue", "profit", "loss", "valuation", "price", "cost", "loan", "budget", "debt", "tax",
     "wage", "output", "sales", "export", "import", "population", "death_toll", "concentration", "temperature", "share",
     "compensation", "subsidy", "financing", "waiting_list", "vote", "visitor"}
)  # fmt: skip
MEASURE_ENOUGH = 1.4
MEASURE_ALIKE = 0.25  # where the measure itself is named by both
ALIKE = 0.33  # of the poorer statement, how much the other says too
_GENERAL = frozenset(line.removeprefix("e:") for line in GENERAL_LINES)
_CEILING = re.compile(
    r"(?:没有?|未|不)[^，。；]{0,3}(?:超过|超|突破|高于|多于)\s*[\d一二三四五六七八九十百千]"
    r"|\b(?:never|not|no)\b[^,;.]{0,8}\b(?:exceed(?:ed|s)?|above|over|more than|topped|passed)\s*[$€£¥]?\d",
    re.I,
)
CLOSELY = 0.6  # where no verb need be shared
CLOSELY_WORDS = 2
ENOUGH = 2.2  # weight the two must share


def figures(scene: Scene) -> Iterator[Finding]:
    """Two figures for the same measure, unit, scope and time cannot both be right, rounding allowed for."""
    for pair in scene.pairs:
        if not (pair.a.plain and pair.b.plain) or _together(pair) or clash(pair):
            continue
        found = one_measure(pair)
        against = _other_direction(pair)
        if against:
            because = "A rise in the one, a fall in the other."
            yield finding(pair.a, pair.b, ConflictKind.numeric, "figures", because, (against[0].text, against[1].text))
        elif found and not found[0].agrees(found[1]) and not _under_ceiling(*found):
            mine, theirs = found
            because = f"{mine.text} and {theirs.text} cannot both be the figure.{_slip(mine, theirs)}"
            yield finding(pair.a, pair.b, ConflictKind.numeric, "figures", because, (mine.text, theirs.text))
        elif _slipped_unit(pair):
            x, y = _slipped_unit(pair) or (pair.a.amounts[0], pair.b.amounts[0])
            yield finding(pair.a, pair.b, ConflictKind.numeric, "figures", _slip(x, y).strip(), (x.text, y.text))
        elif found is None or found[0].agrees(found[1]):
            yield from _all_against_some(pair)


def one_measure(pair: Pair) -> tuple[Amount, Amount] | None:
    """The two amounts that answer one question, closest values first; None when they count different things."""
    if not _one_matter(pair):
        return None
    found = [
        (x, y)
        for x in pair.a.amounts
        for y in pair.b.amounts
        if comparable(x, y) and not _time_span(x) and not _time_span(y)
    ]
    agreeing = next(((x, y) for x, y in found if x.agrees(y)), None)
    if agreeing or not found or (_subset(pair) and not _whole_sums(pair)):
        return agreeing
    return min(found, key=lambda two: (abs(two[0].value - two[1].value), two[0].start, two[1].start))


def _other_direction(pair: Pair) -> tuple[Amount, Amount] | None:
    """Two percentages of one time, close in size, one of a rise and one of a fall."""
    ends = [{e.holds for e in told.happening if e.line == "rise" and not e.aside} for told in (pair.a, pair.b)]
    if len(ends[0]) != 1 or len(ends[1]) != 1 or ends[0] == ends[1] or not one_time(pair) or not pair.shares("n", "t"):
        return None
    two = ((x, y) for x in pair.a.amounts for y in pair.b.amounts if x.family == y.family == "percent")
    return next(((x, y) for x, y in two if x.agrees(y) or slack(x, y)), None)


def slack(x: Amount, y: Amount) -> bool:
    """Whether the two differ by no more than a fifth."""
    return abs(x.value - y.value) <= max(abs(x.value), abs(y.value)) / 5


def _under_ceiling(x: Amount, y: Amount) -> bool:
    """ "Never over five" is not denied by three."""
    return any(_CEILING.search(top.before + top.text) and other.value <= top.value for top, other in ((x, y), (y, x)))


def _one_matter(pair: Pair) -> bool:
    """Whether both tell of the same deed or name the same measure, and of one thing besides."""
    mine, theirs = lines_of(pair.a), lines_of(pair.b)
    lines, measures = (pair.a.lines & pair.b.lines) - _GENERAL, pair.a.sense.things & pair.b.sense.things & MEASURES
    if measures:
        return pair.weight >= MEASURE_ENOUGH and pair.share >= MEASURE_ALIKE
    if _whole_sums(pair) or (lines and _one_point(pair)):
        return True
    closely = pair.share >= CLOSELY and pair.shares("t", "w", "n") >= CLOSELY_WORDS
    if not lines and (mine or theirs) and not closely:
        return False
    told_of = bool(lines) or closely or pair.shares("t") >= 1
    return told_of and pair.shares("t", "w", "n") >= 1 and pair.weight >= ENOUGH and pair.share >= ALIKE


def _one_point(pair: Pair) -> bool:
    """Two sums in one unit, told in two languages of one matter up to one day: its words cannot be compared."""
    a, b = pair.a, pair.b
    if a.said.statement.language[:2] == b.said.statement.language[:2] or a.valid is None or b.valid is None:
        return False
    two = ((x, y) for x in a.amounts for y in b.amounts if comparable(x, y) and x.unit)
    return a.valid.last_day is not None and a.valid.last_day == b.valid.last_day and any(two)


def _whole_sums(pair: Pair) -> bool:
    """Both give the sum of money for the whole of one thing."""
    whole = pair.a.has("total") and pair.b.has("total") and pair.shares("w", "n") >= 1
    return whole and any(x.family == "money" for x in pair.a.amounts) and pair.weight >= MEASURE_ENOUGH


def _together(pair: Pair) -> bool:
    """Figures that one voice gives in one report are meant to stand side by side."""
    return pair.same_document and pair.a.speaker == pair.b.speaker


def _subset(pair: Pair) -> bool:
    """ "All eight are well" does not compete with a count of two of them."""
    return pair.a.has("total") or pair.b.has("total")


def _time_span(amount: Amount) -> bool:
    return amount.unit in ("day", "month", "year", "week", "hour", "minute", "night") and amount.family == "measure"


def _slip(x: Amount, y: Amount) -> str:
    """A remark when the two differ by a power of ten: a misplaced 万, thousand or point."""
    return " They differ by a power of ten: a slip of a place is likely." if slipped(x, y) else ""


def slipped(x: Amount, y: Amount) -> bool:
    """Whether one is ten, a hundred … times the other, within rounding."""
    if not x.value or not y.value:
        return False
    ratio = float(max(abs(x.value), abs(y.value)) / min(abs(x.value), abs(y.value)))
    return ratio > 8 and abs(log10(ratio) - round(log10(ratio))) < 0.01


def _slipped_unit(pair: Pair) -> tuple[Amount, Amount] | None:
    """Two counts in one stated unit, of one named maker or place, that differ by just a power of ten."""
    if pair.same_document or pair.weight < ENOUGH or not pair.shares("t") or pair.shares("n", "w", "t") < 2:
        return None
    found = ((x, y) for x in pair.a.amounts for y in pair.b.amounts if x.unit and x.unit == y.unit and slipped(x, y))
    return next(found, None)


def _all_against_some(pair: Pair) -> Iterator[Finding]:
    """Everything was done, says the one; only so much, says the other."""
    for whole, some in ((pair.a, pair.b), (pair.b, pair.a)):
        if (
            whole.has("total")
            and not whole.has("rest")
            and not whole.denies_any
            and some.has("only")
            and some.amounts
            and not some.has("total")
        ):
            lines = lines_of(whole) & lines_of(some)
            amounts = [x for x in some.amounts if not _time_span(x)]
            if lines and amounts and pair.share >= ALIKE and stated(whole) and stated(some):
                least = min(amounts, key=lambda x: x.value)
                because = f"All, according to the one; only {least.text}, according to the other."
                yield finding(pair.a, pair.b, ConflictKind.numeric, "figures", because)
                return
