"""Parts of English periods: early May, the end of 2024, the first week of June, the quarter ended 31 March."""

from __future__ import annotations

from dataclasses import replace

from claims.reading import dates_calendar as cal
from claims.reading.dates_calendar import DAY, Stretch
from claims.reading.dates_en_around import day_word, which_unit
from claims.reading.dates_en_calendar import day_month, month_date, numeric, weekday_date, year_first
from claims.reading.dates_en_holidays import holiday_date
from claims.reading.dates_en_periods import decade, fiscal, quarter, year_spec
from claims.reading.dates_en_piece import Found, Piece, plain
from claims.reading.dates_en_words import Tokens
from claims.reading.dates_scene import Scene, Sense, sense
from claims.vocabulary import Grain

PARTS = {
    "early": 1,
    "mid": 2,
    "middle": 2,
    "late": 3,
    "later": 3,
    "earlier": 1,
    "beginning": 1,
    "start": 1,
    "end": 4,
    "close": 4,
}


def nth_of(t: Tokens, index: int, scene: Scene) -> Found | None:
    """the first week of 2021, the second Monday of next month, the first nine months, the last day of June."""
    ordinal = t.ordinal(index)
    if ordinal is None and t.word(index) in t.lex.ordinals:
        ordinal = index + 1, t.lex.ordinals[t.words[index]]
    if ordinal is None:
        return None
    stop, number = ordinal
    counted = t.number(stop)
    if (
        counted is not None
        and (unit := t.unit(counted[0])) in ("month", "week", "day", "quarter")
        and number in (1, -1)
    ):
        found = year_spec(t, counted[0] + 1, scene)
        if found is None and t.word(counted[0] + 1) == "of" and (whole := whole_period(t, counted[0] + 2, scene)):
            return whole[0], plain(_first_units(whole[1].sense.stretch, int(counted[1]), unit or "", number))
        if unit != "month" or (number < 0 and found is None):
            return None
        year = (
            found[1]
            if found
            else scene.year or (scene.now.year if counted[1] <= scene.now.month else scene.now.year - 1)
        )
        stop = found[0] if found else counted[0] + 1
        return stop, plain(_first_units(cal.year(year), int(counted[1]), "month", number))
    weekday = t.weekday(stop, sure=True)
    unit = t.unit(stop)
    if weekday is None and unit not in ("week", "day", "weekend", "month"):
        return None
    inner = weekday[0] if weekday else stop + 1
    joined = t.skip(inner, "of", "in")
    whole = whole_period(t, joined, scene) if joined > inner else None
    if whole is None or whole[1].sense.stretch is None:
        if weekday is not None and scene.alone and number > 0:
            return inner, plain(cal.nth_weekday(cal.unit_at(scene.now, "month"), weekday[1], number))
        return None
    stretch = whole[1].sense.stretch
    if stretch.grain not in (Grain.month, Grain.year, Grain.quarter, Grain.week, Grain.decade):
        return None
    if weekday is not None:
        result = cal.nth_weekday(stretch, weekday[1], number)
    elif unit == "day":
        result = cal.final_day(stretch) if number < 0 else cal.day(stretch.start + (number - 1) * DAY)
    elif unit == "month":
        result = (
            cal.final_month(stretch)
            if number < 0
            else cal.unit_at(cal.step(stretch.start, number - 1, "month"), "month")
        )
    elif unit == "weekend":
        result = cal.weekend(cal.nth_weekday(stretch, 5, number).start)
    else:
        result = cal.numbered_week(stretch, number)
    return whole[0], Piece(replace(sense(result), relative=whole[1].sense.relative), written=whole[1].written)


def _first_units(stretch: Stretch | None, count: int, unit: str, side: int) -> Stretch:
    if stretch is None:
        raise ValueError("an open period has no first weeks")
    if side > 0:
        return Stretch(stretch.start, cal.step(stretch.start, count, unit), Grain.span)
    return Stretch(cal.step(stretch.end, -count, unit), stretch.end, Grain.span)


def whole_period(t: Tokens, index: int, scene: Scene) -> Found | None:
    """What can have a beginning, a middle and an end: a month, a year, a quarter, this week, the decade."""
    index = t.skip(index, "the")
    if (
        (unit := t.unit(index)) in ("day", "week", "month", "quarter", "half", "year", "decade", "century")
        and t.word(index) == unit
        and not t.year(index + 1)
    ):
        base = (
            (scene.fine or cal.day(scene.now)).start
            if unit in ("month", "quarter") and scene.fine and not scene.alone
            else scene.now
        )
        return index + 1, plain(cal.unit_at(base, unit))
    for reader in (quarter, fiscal, decade, which_unit, month_date, year_first, day_word, weekday_date):
        try:
            found = reader(t, index, scene)
        except (ValueError, LookupError):
            continue
        if found is not None:
            return found
    return None


def part_of(t: Tokens, index: int, scene: Scene) -> Found | None:
    """early next month, mid-April, late 2024, the end of March 2025, year-end, later this week."""
    word = t.word(index)
    if word == "year" and t.word(index + 1) in ("-", "end"):
        stop = t.skip(index + 1, "-")
        if t.word(stop) == "end":
            year = t.year(stop + 1)
            return (year[0] if year else stop + 1), plain(
                cal.date(year[1] if year else scene.year or scene.now.year, 12, 31)
            )
        return None
    if word in ("month", "quarter") and t.word(t.skip(index + 1, "-")) == "end" and t.word(index + 1) in ("-", "end"):
        return t.skip(index + 1, "-") + 1, plain(cal.final_day(cal.unit_at(scene.now, word)))
    if word in ("year's", "month's") and t.word(index + 1) == "end":
        return index + 2, plain(cal.final_day(cal.unit_at(scene.now, word[:-2])))
    if word in ("eoy", "eom"):
        return index + 1, plain(cal.final_day(cal.unit_at(scene.now, "year" if word == "eoy" else "month")))
    which = PARTS.get(word)
    if which is None:
        return None
    stop = index + 1
    if word in ("beginning", "start", "end", "middle", "close"):
        if t.word(stop) != "of" or word == "close":
            return None
        stop += 1
    else:
        stop = t.skip(stop, "-")
        stop = t.skip(stop, "in") if word in ("early", "late", "later", "earlier") and t.word(stop) == "in" else stop
    whole = whole_period(t, stop, scene)
    if whole is None or whole[1].sense.stretch is None:
        return None
    stretch = whole[1].sense.stretch
    if stretch.grain is Grain.day or stretch.grain is Grain.part_of_day:
        return (
            (whole[0], whole[1])
            if word in ("early", "late", "earlier", "later")
            else (whole[0], Piece(end_of_day(stretch)))
            if which == 4
            else None
        )
    return whole[0], replace(whole[1], sense=_portion(word, which, stretch, scene, whole[1].sense), month=None)


def end_of_day(stretch: Stretch) -> Sense:
    """The last minute of the stretch's first day."""
    return sense(cal.instant(stretch.start.replace(hour=23, minute=59)))


def _portion(word: str, which: int, stretch: Stretch, scene: Scene, whole: Sense) -> Sense:
    relative = whole.relative
    if which == 4:
        if scene.alone and stretch.grain is Grain.week:
            return sense(Stretch(stretch.start + 3 * DAY, stretch.end, Grain.span), relative=relative)
        return sense(cal.final_day(stretch), relative=relative)
    if (
        word in ("later", "earlier")
        and stretch.grain in (Grain.week, Grain.month, Grain.year, Grain.quarter)
        and stretch.start <= scene.now < stretch.end
    ):
        today = cal.day(scene.now)
        if not scene.alone:
            return sense(stretch)
        return (
            Sense(today.start, stretch.end, Grain.span)
            if word == "later"
            else Sense(stretch.start, today.end, Grain.span)
        )
    if stretch.grain is Grain.week and not scene.alone:
        return sense(stretch, approximate=True, relative=relative)
    if stretch.grain is Grain.week:
        start = stretch.start + (0 if which == 1 else 2 if which == 2 else 3) * DAY
        return Sense(
            start, stretch.end if which == 3 else start + (3 if which == 1 else 2) * DAY, Grain.span, relative=relative
        )
    if word in ("start",) and stretch.grain is Grain.year and not scene.alone:
        return sense(cal.month(stretch.start.year, 1), relative=relative)
    if stretch.grain is Grain.decade:
        offset, length = {1: (0, 4), 2: (3, 4), 3: (6, 4)}[which]
        first = stretch.start.year + offset
        return replace(sense(cal.years(first, first + length - 1)), approximate=True, relative=relative)
    return sense(cal.third(stretch, which), relative=relative)


def rest_of(t: Tokens, index: int, scene: Scene) -> Found | None:
    """the rest of the year, the remainder of this month."""
    if t.word(index) not in ("rest", "remainder", "remaining", "balance"):
        return None
    stop = t.skip(index + 1, "of")
    stop = t.skip(stop, "my", "our")
    whole = whole_period(t, stop, scene)
    if (
        whole is None
        or whole[1].sense.latest is None
        or whole[1].sense.grain not in (Grain.week, Grain.month, Grain.year, Grain.quarter, Grain.day, Grain.decade)
    ):
        return None
    return whole[0], Piece(Sense(cal.midnight(scene.now), whole[1].sense.latest, Grain.span))


def ended(t: Tokens, index: int, scene: Scene) -> Found | None:
    """the quarter ended 31 March 2025, the year ending 31 January 2026, the nine months to September."""
    number = t.number(index)
    stop = number[0] if number and t.unit(number[0]) == "month" else index
    stop = t.skip(stop, "fiscal", "financial")
    unit = t.unit(stop)
    if unit not in ("month", "quarter", "half", "year", "week") or t.word(stop + 1) not in (
        "ended",
        "ending",
        "to",
        "through",
        "starting",
        "beginning",
        "of",
    ):
        return None
    count = int(number[1]) if number and stop == number[0] else 1
    word = t.word(stop + 1)
    last = t.skip(t.skip(stop + 2, "on", "in"), "the")
    edge = (
        month_date(t, last, scene)
        or day_month(t, last, scene)
        or numeric(t, last, scene)
        or holiday_date(t, last, scene)
    )
    if edge is None or edge[1].sense.earliest is None or edge[1].sense.latest is None:
        return None
    if unit == "week":
        return (edge[0], plain(cal.week(edge[1].sense.earliest))) if edge[1].day or word == "of" else None
    if word in ("of", "starting", "beginning") or (unit == "month" and number is None):
        return None
    end = edge[1].sense.latest
    start = cal.step(end, -count, unit) if end.day == 1 else cal.step(end - DAY, -count, unit) + DAY
    return edge[0], Piece(
        Sense(
            start,
            end,
            Grain.year
            if unit == "year"
            else Grain.quarter
            if (unit, count) in (("quarter", 1), ("month", 3))
            else Grain.span,
            relative=edge[1].sense.relative,
        ),
        written=edge[1].written,
    )
