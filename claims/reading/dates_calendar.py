"""Stretches of the calendar: days, weeks, months, quarters, seasons, decades, and steps between them.

A Stretch runs from `start` to `end`, end exclusive, in wall-clock time without a zone. An instant has
start == end. Nothing here reads text; impossible dates raise ValueError, as `datetime` does.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import datetime, timedelta

from claims.vocabulary import Grain

DAY = timedelta(days=1)
WEEK = timedelta(days=7)

CLOCK_STEPS = {"second": timedelta(seconds=1), "minute": timedelta(minutes=1), "hour": timedelta(hours=1)}
MONTHS_IN = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
DAYS_IN = {"day": 1, "week": 7, "fortnight": 14, "weekend": 7}
GRAIN_OF = {
    "second": Grain.minute,
    "minute": Grain.minute,
    "hour": Grain.hour,
    "day": Grain.day,
    "week": Grain.week,
    "fortnight": Grain.span,
    "month": Grain.month,
    "quarter": Grain.quarter,
    "half": Grain.half,
    "year": Grain.year,
    "decade": Grain.decade,
    "century": Grain.century,
}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of wall-clock time and the finest unit in which it was stated."""

    start: datetime
    end: datetime
    grain: Grain

    @property
    def last(self) -> datetime:
        """Midnight of its last day."""
        return midnight(self.end if self.end == self.start else self.end - timedelta(microseconds=1))


def midnight(moment: datetime) -> datetime:
    """The beginning of the moment's day."""
    return moment.replace(hour=0, minute=0, second=0, microsecond=0)


def instant(moment: datetime, grain: Grain = Grain.minute) -> Stretch:
    """A moment without length."""
    return Stretch(moment, moment, grain)


def day(moment: datetime) -> Stretch:
    """The whole day of the moment."""
    start = midnight(moment)
    return Stretch(start, start + DAY, Grain.day)


def days(first: datetime, last: datetime, grain: Grain = Grain.span) -> Stretch:
    """From the first to the last day, both inclusive."""
    return Stretch(midnight(first), midnight(last) + DAY, grain)


def date(year: int, month: int, day_of_month: int) -> Stretch:
    """One day of the calendar."""
    return day(datetime(year, month, day_of_month))


def week(moment: datetime) -> Stretch:
    """Monday to Sunday around the moment."""
    start = midnight(moment) - moment.weekday() * DAY
    return Stretch(start, start + WEEK, Grain.week)


def weekend(moment: datetime) -> Stretch:
    """Saturday and Sunday of the moment's week."""
    start = week(moment).start + 5 * DAY
    return Stretch(start, start + 2 * DAY, Grain.span)


def numbered_week(stretch: Stretch, number: int) -> Stretch:
    """The n-th week of a month or year, the first being the one that holds its first Thursday; -1 is the last."""
    if number > 0:
        monday = week(stretch.start + 3 * DAY).start if stretch.start.weekday() > 3 else week(stretch.start).start
        return week(monday + (number - 1) * WEEK)
    final = week(stretch.end - DAY)
    return final if final.start + 3 * DAY < stretch.end else week(final.start - DAY)


def month(year: int, number: int) -> Stretch:
    """A month of the calendar."""
    start = datetime(year, number, 1)
    return Stretch(start, start + monthrange(year, number)[1] * DAY, Grain.month)


def months(year: int, first: int, last: int, grain: Grain = Grain.span) -> Stretch:
    """From the first to the last month of one year, both inclusive."""
    return Stretch(month(year, first).start, month(year, last).end, grain)


def quarter(year: int, number: int) -> Stretch:
    """The first to the fourth quarter of a year."""
    return months(year, 3 * number - 2, 3 * number, Grain.quarter)


def half(year: int, number: int) -> Stretch:
    """The first or second half of a year."""
    return months(year, 6 * number - 5, 6 * number, Grain.half)


def year(number: int) -> Stretch:
    """A year of the calendar."""
    return Stretch(datetime(number, 1, 1), datetime(number, 12, 31) + DAY, Grain.year)


def years(first: int, last: int, grain: Grain = Grain.span) -> Stretch:
    """From the first to the last year, both inclusive."""
    return Stretch(year(first).start, year(last).end, grain)


def decade(first_year: int) -> Stretch:
    """Ten years from the first."""
    return years(first_year, first_year + 9, Grain.decade)


def century(first_year: int) -> Stretch:
    """A hundred years from the first, as it is counted in speech: 1900 to 1999."""
    return years(max(first_year, 1), first_year + 99, Grain.century)


def season(year_of_start: int, first_month: int) -> Stretch:
    """Three months from the first; winter runs into the next year."""
    start = datetime(year_of_start, first_month, 1)
    return Stretch(start, step(start, 3, "month"), Grain.season)


def third(stretch: Stretch, which: int) -> Stretch:
    """The first (1), middle (2) or last (3) third: 1-10, 11-20, 21-end of a month; four months of a year."""
    start, end = stretch.start, stretch.end
    if stretch.grain is Grain.month:
        first = start + (which - 1) * 10 * DAY
        return Stretch(first, end if which == 3 else first + 10 * DAY, Grain.third)
    if stretch.grain is Grain.year:
        return Stretch(step(start, 4 * (which - 1), "month"), step(start, 4 * which, "month"), Grain.span)
    length = (end - start) / 3
    return Stretch(midnight(start + (which - 1) * length), midnight(start + which * length), Grain.span)


def final_day(stretch: Stretch) -> Stretch:
    """Its last day."""
    return day(stretch.last)


def final_month(stretch: Stretch) -> Stretch:
    """Its last month."""
    return month(stretch.last.year, stretch.last.month)


def unit_at(moment: datetime, unit: str) -> Stretch:
    """The day, week, month, quarter, half, year, decade or century that holds the moment."""
    if unit == "day":
        return day(moment)
    if unit == "week":
        return week(moment)
    if unit == "weekend":
        return weekend(moment)
    if unit == "fortnight":
        return Stretch(week(moment).start, week(moment).start + 2 * WEEK, Grain.span)
    if unit == "month":
        return month(moment.year, moment.month)
    if unit == "quarter":
        return quarter(moment.year, (moment.month + 2) // 3)
    if unit == "half":
        return half(moment.year, 1 if moment.month < 7 else 2)
    if unit == "decade":
        return decade(moment.year // 10 * 10)
    if unit == "century":
        return century(moment.year // 100 * 100)
    if unit in CLOCK_STEPS:
        return instant(moment)
    return year(moment.year)


def step(moment: datetime, count: float, unit: str) -> datetime:
    """The moment so many units later, earlier when negative; a month's missing day becomes its last."""
    if unit in CLOCK_STEPS:
        return moment + count * CLOCK_STEPS[unit]
    if unit in DAYS_IN:
        return moment + count * DAYS_IN[unit] * DAY
    whole = count * MONTHS_IN[unit]
    index = moment.year * 12 + moment.month - 1 + int(whole)
    number, month_index = divmod(index, 12)
    if not 1 <= number <= 9999:
        raise ValueError(f"{count} {unit} from {moment:%Y} leaves the calendar")
    last_day = monthrange(number, month_index + 1)[1]
    moved = moment.replace(year=number, month=month_index + 1, day=min(moment.day, last_day))
    return moved if whole == int(whole) else moved + round((whole - int(whole)) * 30) * DAY


def shifted(stretch: Stretch, count: int, unit: str) -> Stretch:
    """The same stretch so many units later or earlier; whole months stay whole months."""
    start = step(stretch.start, count, unit)
    if unit in MONTHS_IN and stretch.start.day == 1 and stretch.end.day == 1:
        return Stretch(start, step(stretch.end, count, unit), stretch.grain)
    if stretch.grain is Grain.day and unit in MONTHS_IN and (stretch.start + DAY).day == 1:
        return Stretch(step(stretch.end, count, unit) - DAY, step(stretch.end, count, unit), stretch.grain)
    return Stretch(start, start + (stretch.end - stretch.start), stretch.grain)


def nth_weekday(stretch: Stretch, weekday: int, number: int) -> Stretch:
    """The n-th given weekday (Monday 0) within a stretch; -1 is the last."""
    if number > 0:
        first = stretch.start + (weekday - stretch.start.weekday()) % 7 * DAY
        return day(first + (number - 1) * WEEK)
    final = stretch.last
    return day(final - (final.weekday() - weekday) % 7 * DAY)


def easter(year_number: int) -> datetime:
    """Easter Sunday of the western calendar (Butcher's rule)."""
    a, b, c = year_number % 19, year_number // 100, year_number % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (a + 11 * h) // 319
    n = (2 * e + 2 * i - k - h + m + 32) % 7
    number = (h - m + n + 90) // 25
    return datetime(year_number, number, (h - m + n + number + 19) % 32)
