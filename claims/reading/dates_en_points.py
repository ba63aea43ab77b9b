"""English dates with "the": the day after tomorrow, the full year, the year-ago period, the weekend."""

from __future__ import annotations

from claims.reading import dates_calendar as cal
from claims.reading.dates_calendar import DAY
from claims.reading.dates_en_around import year_back, year_earlier
from claims.reading.dates_en_counts import anchor_of
from claims.reading.dates_en_periods import quarter_piece
from claims.reading.dates_en_piece import Found, Piece, plain
from claims.reading.dates_en_portions import end_of_day
from claims.reading.dates_en_words import Tokens
from claims.reading.dates_scene import Scene
from claims.vocabulary import Grain


def the_unit(t: Tokens, index: int, scene: Scene) -> Found | None:
    """the day after tomorrow, the week before last, the full year, the year-ago period, the latest quarter."""
    word = t.word(index)
    if word == "day" and t.word(index + 1) in ("after", "before", "following"):
        sign = -1 if t.words[index + 1] == "before" else 1
        if t.word(index + 2) in ("tomorrow", "yesterday"):
            return index + 3, plain(cal.day(scene.now + 2 * sign * DAY))
        base = anchor_of(t, index + 2, scene)
        if base is not None and base[1].sense.earliest is not None and base[1].sense.grain is Grain.day:
            return base[0], plain(cal.day(base[1].sense.earliest + sign * DAY))
    unit = t.unit(index)
    if unit in ("week", "weekend", "month", "quarter", "year") and t.word(index + 1) in ("after", "before"):
        stop = t.skip(index + 2, "the")
        if t.word(stop) in ("next", "last"):
            way = 2 if t.words[stop] == "next" else -2
            first = scene.now.replace(day=1) if unit in cal.MONTHS_IN else scene.now
            return stop + 1, plain(cal.unit_at(cal.step(first, way, unit), unit))
    if word == "next" and t.word(index + 1) == "day":
        return index + 2, plain(cal.day((scene.now if scene.alone else scene.focus.start) + DAY))
    if (
        word == "year"
        and t.word(index - 1) == "the"
        and t.word(index - 2) == "for"
        and t.word(index + 1) not in ("ended", "ending", "to", "of", "that")
    ):
        return index + 1, plain(cal.year(scene.now.year))
    if word in ("full", "whole", "entire") and t.word(t.skip(index + 1, "-")) == "year":
        return t.skip(index + 1, "-") + 1, plain(cal.year(scene.year or scene.now.year))
    if word == "latest" and t.word(index + 1) in ("quarter", "period"):
        base_period = (
            scene.period
            if scene.period and scene.period.grain is Grain.quarter
            else cal.unit_at(cal.step(scene.now.replace(day=1), -3, "month"), "quarter")
        )
        return index + 2, plain(base_period)
    if (
        word in ("corresponding", "comparable", "equivalent")
        and t.word(index + 1) in ("period", "quarter", "month")
        and (back := year_back(t, index + 2))
    ):
        return back, plain(year_earlier(t.words[index + 1], scene), background=True)
    return year_ago(t, index, scene)


def year_ago(t: Tokens, index: int, scene: Scene) -> Found | None:
    """year-earlier, the year-ago quarter, the quarter a year ago."""
    if t.word(index) == "year" and t.word(index + 1) == "-" and t.word(index + 2) in ("ago", "earlier", "before"):
        stop = index + 3
        if (inner := t.ordinal(stop)) and t.word(inner[0]) == "quarter":
            year = (scene.year or scene.now.year) - 1
            return inner[0] + 1, quarter_piece("q", inner[1], year)
        word = t.word(stop)
        named = word in ("period", "quarter", "month", "half")
        return (stop + 1 if named else stop), plain(year_earlier(word, scene), background=True)
    if (
        t.word(index) in ("quarter", "period", "month")
        and (back := year_back(t, index + 1))
        and t.word(back - 1) in ("ago", "earlier", "before")
    ):
        return back, plain(year_earlier(t.words[index], scene), background=True)
    return None


def bare_unit(t: Tokens, index: int, scene: Scene) -> Found | None:
    """the week, the weekend, the month, the 27th: alone only, or the weekend."""
    unit = t.unit(index)
    if (
        unit in ("day", "week", "month", "quarter", "year", "fortnight", "weekend")
        and t.word(index) == unit
        and t.word(index - 1) == "the"
        and scene.alone
    ):
        return index + 1, plain(cal.unit_at(scene.now, unit))
    if t.word(index) == "weekend" and t.word(index - 1) == "the":
        lean = 0 if scene.lean > 0 or scene.now.weekday() > 4 else -1
        return index + 1, plain(cal.weekend(scene.now + lean * cal.WEEK))
    if t.word(index) == "overnight":
        return index + 1, plain(cal.days(scene.now - DAY, scene.now))
    if t.word(index) == "eod" or t.words[index : index + 3] == ["end", "of", "day"]:
        return index + (1 if t.words[index] == "eod" else 3), Piece(end_of_day(cal.day(scene.now)))
    return None
