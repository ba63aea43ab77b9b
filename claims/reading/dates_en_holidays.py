"""English holidays, and weeks named by a day or number: Thanksgiving 2025, the week of 16 September."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from claims.reading import dates_calendar as cal
from claims.reading.dates_calendar import DAY
from claims.reading.dates_en_calendar import day_month, month_date, numeric, year_after
from claims.reading.dates_en_piece import Found, Piece, plain
from claims.reading.dates_en_words import Tokens, holiday_day
from claims.reading.dates_lunar import lunar_day, new_year_eve
from claims.reading.dates_scene import Scene, sense
from claims.vocabulary import Grain


def holiday_date(t: Tokens, index: int, scene: Scene, way: int = 0) -> Found | None:
    """Thanksgiving 2025, next Easter, Chinese New Year."""
    for name in t.lex.holidays.get(t.word(index), ()):
        if tuple(t.words[index : index + len(name)]) == name:
            break
    else:
        return None
    if name[0] in ("may", "earth", "labor", "good", "black", "easter") and not (t.capital(index) or scene.alone):
        return None
    stop = index + len(name)
    title = t.text_of(name)
    year = year_after(t, stop, scene)
    if year is not None:
        return year[0], Piece(sense(cal.day(holiday_in(title, year[1])), relative=False), year[1], written=True)
    now = cal.midnight(scene.now)
    days = [holiday_in(title, year) for year in (now.year - 1, now.year, now.year + 1, now.year + 2)]
    if way > 0 or scene.lean > 0:
        day = next(day for day in days if day > now)
    elif way < 0:
        day = [day for day in days if day < now][-1]
    else:
        day = min(days, key=lambda day: abs(day - now))
    stop = t.skip(stop, "week", "weekend")
    if t.word(stop - 1) == "week":
        return stop, plain(cal.week(day))
    return stop, plain(cal.day(day)) if t.word(stop - 1) != "weekend" else plain(cal.weekend(day))


def holiday_in(name: str, year: int) -> datetime:
    """The day of the holiday in a year."""
    kind, entry = holiday_day(name)
    if kind == "fixed_holidays":
        return datetime(year, int(entry[0]), int(entry[1]))
    if kind == "weekday_holidays":
        return cal.nth_weekday(cal.month(year, int(entry[0])), int(entry[2]), int(entry[1])).start
    if kind == "easter_holidays":
        return cal.easter(year) + int(entry) * DAY
    if kind == "lunar_holidays":
        return lunar_day(year, int(entry[0]), int(entry[1])) if int(entry[1]) else new_year_eve(year)
    thursday = cal.nth_weekday(cal.month(year, 11), 3, 4).start
    return thursday + (DAY if name == "black friday" else 4 * DAY)


def week_number(t: Tokens, index: int, scene: Scene) -> Found | None:
    """week 10, alone; the week of September 16, the weekend of Halloween."""
    if t.word(index) not in ("week", "weekend"):
        return None
    if t.words[index] == "week" and scene.alone and t.word(index + 1).isdecimal() and int(t.words[index + 1]) <= 53:
        return index + 2, plain(cal.numbered_week(cal.year(scene.now.year), int(t.words[index + 1])))
    stop = index + 1
    if t.word(stop) in ("starting", "beginning", "commencing"):
        stop = t.skip(stop + 1, "on")
    elif t.word(stop) == "of":
        stop += 1
    else:
        return None
    day = (
        month_date(t, stop, scene)
        or day_month(t, stop, scene)
        or holiday_date(t, stop, scene)
        or numeric(t, stop, scene)
    )
    if day is None or day[1].sense.grain is not Grain.day or day[1].sense.earliest is None:
        return None
    unit = cal.weekend if t.words[index] == "weekend" else cal.week
    return day[0], Piece(
        replace(sense(unit(day[1].sense.earliest)), relative=day[1].sense.relative), written=day[1].written
    )
