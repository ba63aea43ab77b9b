"""Drift: two wordings of one utterance that do not say the same."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.detect.clashes import clash
from claims.detect.pairs import Pair
from claims.detect.scene import Scene
from claims.detect.told import Told
from claims.detect.wording import finding
from claims.findings import Finding
from claims.times import Interval
from claims.vocabulary import Act, ConflictKind

MEASURES = frozenset({"capex", "spending", "revenue", "profit", "loss", "valuation", "loan", "budget", "debt", "tax"})
ALIKE = 0.34  # of the poorer wording, how much the other says too
SAID = frozenset({"saying", "promise", "telling"})
_FIRST_PART = re.compile(r"首批|第一批|首期|一期|\bfirst (?:batch|phase|stage|group|lot|part)\b", re.I)
NAMED_WITHIN = 60  # characters from the start of a report in which it names whose words it gives
EXTENT_ENOUGH = 1.0
_EXTENT = "The figure is of the whole in one wording, of less in the other."
SPAN = 31  # days within which two reports may render one utterance


def drifts(scene: Scene) -> Iterator[Finding]:
    """Two wordings of one utterance differ in what is denied, in certainty, in the figure or in what it counts."""
    for pair in scene.pairs:
        if _one_wording(pair) or not one_occasion(pair):
            continue
        if not pair.same_speaker:
            if _one_plan_of_more(pair):
                yield finding(
                    pair.a, pair.b, ConflictKind.drift, "drifts", "A first part in one, the whole in the other."
                )
            if _ascribed(scene, pair) and _other_extent(pair):
                yield finding(pair.a, pair.b, ConflictKind.drift, "drifts", _EXTENT)
            continue
        because = _changed(pair)
        if because:
            yield finding(pair.a, pair.b, ConflictKind.drift, "drifts", because)


def one_occasion(pair: Pair) -> bool:
    """Whether both may render one utterance: same speaker, moments that meet, different reports."""
    a, b = pair.a.said.said, pair.b.said.said
    return not _told_together(pair) and (a is None or b is None or near_in_time(a, b))


def near_in_time(a: Interval, b: Interval) -> bool:
    """Whether the two moments meet and neither is much wider than a fortnight."""
    return a.meets(b) and all(_days(x) <= SPAN for x in (a, b) if x.earliest and x.latest)


def _days(when: Interval) -> int:
    return (when.last_day - when.first_day).days if when.first_day and when.last_day else 0


def _told_together(pair: Pair) -> bool:
    """Within one report a speaker's sentences are different sentences."""
    return pair.same_document and pair.a.said.statement.chain == pair.b.said.statement.chain


def _one_wording(pair: Pair) -> bool:
    return pair.a.said.quote == pair.b.said.quote


def _changed(pair: Pair) -> str | None:
    a, b = pair.a, pair.b
    if a.act is Act.question or b.act is Act.question:
        return None
    found = clash(pair, own=True, lines_against=False)
    if found:
        return f"One wording has “{found.a.word}”, the other “{found.b.word}”: what one denies the other states."
    if a.counterfactual != b.counterfactual and a.sense.lines & b.sense.lines:
        return "One wording states as fact what the other puts as what would have been."
    if pair.share < ALIKE and not _one_figure(a, b):
        return None
    if a.has("strive") != b.has("strive") and (a.forward or b.forward) and (_one_figure(a, b) or pair.share >= ALIKE):
        return "A condition or reserve in one wording is missing in the other."
    if _other_extent(pair):
        return _EXTENT
    if _one_figure(a, b) and _other_measure(a, b):
        return "The same figure is said to count two different things."
    return None


def _other_extent(pair: Pair) -> bool:
    """One figure, said of the whole in one wording only."""
    return _one_figure(pair.a, pair.b) and pair.a.has("total") != pair.b.has("total") and pair.weight >= EXTENT_ENOUGH


def _one_plan_of_more(pair: Pair) -> bool:
    """One plan for one day: a first part of it in one telling, all of it in the other."""
    a, b = pair.a, pair.b
    due = a.valid.last_day if a.valid else None
    if not (a.forward and b.forward) or due is None or b.valid is None or b.valid.last_day != due:
        return False
    first = [bool(_FIRST_PART.search(told.said.quote)) for told in (a, b)]
    whole = b if first[0] else a
    return first[0] != first[1] and whole.has("total") and bool(a.lines & b.lines) and pair.shares("t", "n", "w") >= 1


def _ascribed(scene: Scene, pair: Pair) -> bool:
    """Whether one reports what the voice of the other said: it names that voice with a verb of saying."""
    for report, own in ((pair.a, pair.b), (pair.b, pair.a)):
        if report.lines & SAID and not pair.same_document:
            start = report.said.quote[:NAMED_WITHIN]
            if any(form in start for form in scene.forms.get(own.speaker, ())):
                return True
    return False


def _one_figure(a: Told, b: Told) -> bool:
    return any(x.same(y) for x in a.amounts for y in b.amounts)


def _other_measure(a: Told, b: Told) -> bool:
    """A measure named in one wording only, where the other names another or a wider one."""
    mine, theirs = a.sense.things & MEASURES, b.sense.things & MEASURES
    if mine & theirs or not mine | theirs:
        return False
    return a.forward or b.forward
