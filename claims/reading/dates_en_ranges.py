"""English ranges of dates: from May to July, between 6 and 31 January, 2019-2024."""

from __future__ import annotations

from dataclasses import replace

from claims.reading import dates_calendar as cal
from claims.reading.dates_calendar import DAY
from claims.reading.dates_en_around import which_unit
from claims.reading.dates_en_calendar import (
    day_month,
    day_number,
    month_date,
    year_after,
)
from claims.reading.dates_en_piece import Found, Piece, resolve
from claims.reading.dates_en_times import clock_range, clocks_on, point_at
from claims.reading.dates_en_words import Tokens
from claims.reading.dates_scene import CLOCKS, Scene, Sense, sense, since
from claims.vocabulary import Grain, TimeRelation

TO = frozenset(("to", "until", "till", "through", "thru", "-", "~", "and", "til"))


def between_dates(t: Tokens, index: int, scene: Scene) -> Found | None:
    """between 6 and 31 January; between May and July; between 2014 and 2018."""
    shared = shared_day(t, index + 1, scene, ("and", "-", "to", "~"))
    if shared is not None:
        return shared
    left = _limit(t, index + 1, scene)
    if left is None or t.word(left[0]) not in ("and", "-", "to", "~"):
        clocks = clock_range(t, index + 1, scene, ("and", "-", "to"))
        return clocks and clocks_on(t, clocks, scene)
    return range_to(t, left, left[0] + 1, scene)


def _limit(t: Tokens, index: int, scene: Scene) -> Found | None:
    if t.word(index) == "now":
        return index + 1, Piece(sense(cal.day(scene.now)))
    return point_at(t, index, scene)


def from_date(t: Tokens, index: int, scene: Scene) -> Found | None:
    """from May to July; from 4 to 22 January; from noon; from 2019 onwards."""
    shared = shared_day(t, index, scene, tuple(TO))
    if shared is not None:
        return shared
    if clocks := clock_range(t, index, scene, tuple(TO)):
        return clocks_on(t, clocks, scene)
    left = _limit(t, index, scene)
    if left is None:
        return None
    stop = left[0]
    if t.word(stop) in TO - {"and"} and (joined := range_to(t, left, stop + 1, scene)):
        return joined
    meant = left[1].sense
    if meant.relation is not TimeRelation.at:
        return left
    if t.word(stop) == "for" and (number := t.number(stop + 1)) and (unit := t.unit(number[0])) and meant.earliest:
        return number[0] + 1, Piece(
            Sense(meant.earliest, cal.step(meant.earliest, number[1], unit), meant.grain, relative=meant.relative)
        )
    if scene.alone or meant.grain in CLOCKS or t.word(stop) in ("onwards", "onward"):
        stop += t.word(stop) in ("onwards", "onward")
        return stop, replace(left[1], sense=since(meant))
    return None


def for_from(t: Tokens, index: int, scene: Scene) -> Found | None:
    """for one week, from 20th December."""
    number = t.number(index + 1)
    if number is None or (unit := t.unit(number[0])) is None:
        return None
    stop = t.skip(number[0] + 1, ",")
    if t.word(stop) not in ("from", "starting", "beginning"):
        return None
    base = point_at(t, t.skip(stop + 1, "on"), scene)
    if base is None or base[1].sense.earliest is None:
        return None
    start = base[1].sense.earliest
    return base[0], Piece(Sense(start, cal.step(start, number[1], unit), Grain.span, relative=base[1].sense.relative))


def range_to(t: Tokens, left: Found, index: int, scene: Scene) -> Found | None:
    """The range from the left piece to the date at the index; they share what only one of them says."""
    kept = scene.fine
    if left[1].sense.grain is Grain.day and left[1].sense.stretch:
        scene.fine = left[1].sense.stretch
    if t.word(index) in ("date", "now", "present") and scene.anchor:
        right: Found | None = index + 1, Piece(sense(cal.day(scene.now)))
    elif t.word(index) == "the" and t.word(index + 1) == "present" and scene.anchor:
        right = index + 2, Piece(sense(cal.day(scene.now)))
    else:
        right = point_at(t, index, scene) or _right_day(t, index, left[1], scene)
    scene.fine = kept
    if right is None:
        return None
    first, last = left[1], right[1]
    if last.year and not first.year and first.month:
        year = last.year - ((first.month, first.day or 0) > (last.month or 12, last.day or 31))
        first = resolve(scene, year, first.month, first.day)
    elif first.year and not last.year and last.month:
        last = resolve(
            scene,
            first.year + ((first.month or 1, first.day or 0) > (last.month, last.day or 31)),
            last.month,
            last.day,
        )
    elif first.month and last.month and not first.year and first.sense.earliest:
        year = first.sense.earliest.year
        last = resolve(
            scene, year + ((first.month, first.day or 0) > (last.month, last.day or 31)), last.month, last.day
        )
        last = replace(last, sense=replace(last.sense, relative=True))
    start, end = first.sense.earliest, last.sense.latest
    if start is None or end is None or last.sense.relation is not TimeRelation.at:
        return None
    if end <= start and last.sense.grain in CLOCKS and first.sense.grain in CLOCKS:
        end += DAY
    if end <= start and last.sense.stretch and last.sense.relative and not last.year:
        end = cal.shifted(last.sense.stretch, 1, "year").end
        if index < t.count and t.word(index) in ("date", "now", "present") and first.sense.stretch:
            start, end = cal.shifted(first.sense.stretch, -1, "year").start, last.sense.latest or end
    if end <= start:
        return None
    grain = last.sense.grain if last.sense.grain in CLOCKS else Grain.span
    relative = first.sense.relative or last.sense.relative
    approximate = first.sense.approximate or last.sense.approximate
    return right[0], Piece(
        Sense(start, end, grain, TimeRelation.at, approximate, relative), written=first.written or last.written
    )


def _right_day(t: Tokens, index: int, left: Piece, scene: Scene) -> Found | None:
    """November 19 to 20: the bare day that ends a range takes the month before."""
    if left.day is None or left.month is None or left.sense.earliest is None:
        return None
    day = day_number(t, t.skip(index, "the"), sure=True)
    if day is None or t.unit(day[0]):
        return None
    year = year_after(t, day[0], scene)
    number = year[1] if year else left.year or left.sense.earliest.year
    return (year or day)[0], resolve(scene, number, left.month, day[1])


def shared_day(t: Tokens, index: int, scene: Scene, joiners: tuple[str, ...]) -> Found | None:
    """6 and 31 January; 4 till 23 of this month; 9 to 12 of June 2025."""
    index = t.skip(index, "the")
    first = day_number(t, index, sure=True)
    if first is None or t.word(first[0]) not in joiners or t.unit(first[0]):
        return None
    at_second = t.skip(first[0] + 1, "the")
    whole = day_month(t, at_second, scene) or (month_date(t, at_second, scene) if t.month(at_second) else None)
    if whole is None or whole[1].day is None:
        day = day_number(t, at_second)
        which = which_unit(t, day[0], scene) if day else None
        if day is None or which is None or which[1].sense.grain is not Grain.month or which[1].sense.earliest is None:
            return None
        start = which[1].sense.earliest
        first_day, last_day = cal.date(start.year, start.month, first[1]), cal.date(start.year, start.month, day[1])
        return which[0], Piece(Sense(first_day.start, last_day.end, Grain.span))
    last = whole[1].sense
    if last.earliest is None or last.latest is None:
        return None
    month = last.earliest if first[1] <= (whole[1].day or 0) else cal.step(last.earliest.replace(day=1), -1, "month")
    opening = cal.date(month.year, month.month, first[1])
    return whole[0], Piece(
        Sense(opening.start, last.latest, Grain.span, relative=last.relative), whole[1].year, written=whole[1].written
    )


def span_at(t: Tokens, index: int, scene: Scene) -> Found | None:
    """A point, or a range that needs no "from": June-August 1992, 2019-2024, 9 to 12 June."""
    word = t.word(index)
    if (word.isdecimal() and len(word) <= 2) or (scene.alone and t.ordinal(index)):
        shared = shared_day(t, index, scene, ("to", "-", "through", "till", "until"))
        if shared is not None:
            return shared
        if (clocks := clock_range(t, index, scene, ("to", "-", "till", "until"))) and (scene.alone or clocks[2].sure):
            timed = clocks_on(t, clocks, scene)
            dated = point_at(t, index, scene) if scene.alone else None
            if dated is None or timed is None or timed[0] >= dated[0]:
                return timed
    left = point_at(t, index, scene)
    if left is None:
        return None
    stop = left[0]
    joiner = t.word(stop)
    if joiner in ("to", "-", "through", "until", "till", "~", "thru") and left[1].sense.relation is TimeRelation.at:
        after_to = t.skip(stop + 1, "-")
        short = t.word(after_to)
        if (
            left[1].year
            and left[1].month is None
            and len(short) == 2
            and short.isdecimal()
            and joiner == "-"
            and t.glued(stop)
            and t.glued(after_to)
        ):
            last = left[1].year // 100 * 100 + int(short)
            if left[1].year < last:
                return after_to + 1, Piece(sense(cal.years(left[1].year, last), relative=False), written=True)
        if (joined := range_to(t, left, after_to, scene)) is not None:
            return joined
    return left
