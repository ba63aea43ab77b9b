"""Dates of the Chinese lunar calendar and its solar terms, computed from the moon and the sun.

Months begin on the day of the new moon in Beijing; the month without a principal solar term is the
leap month. Formulas: Meeus, Astronomical Algorithms, chapters 25 and 49, to about a minute, so a day
can only be wrong where a new moon falls within a minute of midnight. Good for 1900 to 2100.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import lru_cache
from itertools import pairwise
from math import floor, radians, sin

DAY = timedelta(days=1)
_EPOCH = datetime(2000, 1, 1, 12)  # Julian day 2451545
_BEIJING = 8 / 24
_CLOCK_DRIFT = 65 / 86400  # dynamical time runs about a minute ahead of the clock in these decades


@lru_cache(maxsize=512)
def lunar_day(year: int, month: int, day: int) -> datetime:
    """The civil day of a lunar date; month 1 to 12 of the year that begins at the spring festival.

    Raises ValueError outside 1900 to 2100 and for a day the month cannot have.
    """
    if not (1900 <= year <= 2100 and 1 <= month <= 12 and 1 <= day <= 30):
        raise ValueError(f"no lunar date {year}-{month}-{day}")
    return _months(year)[month] + (day - 1) * DAY


def new_year_eve(year: int) -> datetime:
    """The last day before the lunar year begins."""
    return lunar_day(year, 1, 1) - DAY


@lru_cache(maxsize=512)
def solar_term(year: int, degrees: int) -> datetime:
    """The civil day in Beijing on which the sun reaches so many degrees: 0 spring equinox, 15 清明, 270 冬至."""
    guess = datetime(year, 3, 20) + timedelta(days=degrees * 365.2422 / 360)
    if guess.year != year:
        guess = datetime(year, 3, 20) - timedelta(days=(360 - degrees) * 365.2422 / 360)
    found = guess.replace(hour=0, minute=0, second=0, microsecond=0) - 4 * DAY
    while (_longitude(_number(found + DAY)) - degrees + 180) % 360 < 180:
        found += DAY
    return found


@lru_cache(maxsize=64)
def _months(year: int) -> dict[int, datetime]:
    before, after = _eleventh(year - 1), _eleventh(year)
    starts = [_new_moon(before + index) for index in range(after - before + 1)]
    leap = len(starts) == 14
    numbers: dict[int, datetime] = {}
    number = 11
    for start, following in pairwise(starts):
        if leap and start is not starts[0] and not _has_term(start, following):
            leap = False
            continue
        if number > 12:
            numbers[number - 12] = start
        number += 1
    following_year = [_new_moon(after + index) for index in range(3)]
    numbers[11], numbers[12] = following_year[0], following_year[1]
    if _has_no_term_after(after):
        numbers[12] = following_year[2] if not _has_term(following_year[1], following_year[2]) else following_year[1]
    return numbers


def _has_no_term_after(moon: int) -> bool:
    return _eleventh(_new_moon(moon).year + 1) - moon == 13


def _eleventh(year: int) -> int:
    """The count of the new moon that begins the month holding the winter solstice of the year."""
    solstice = solar_term(year, 270)
    moon = floor((solstice.year + (solstice.month - 1) / 12 + solstice.day / 365 - 2000) * 12.3685) + 1
    while _new_moon(moon) > solstice:
        moon -= 1
    return moon


def _has_term(start: datetime, following: datetime) -> bool:
    return floor(_longitude(_number(start)) / 30) != floor(_longitude(_number(following)) / 30)


def _number(midnight: datetime) -> float:
    """Days since the epoch, in dynamical time, at midnight in Beijing."""
    return (midnight - _EPOCH) / DAY - _BEIJING + _CLOCK_DRIFT


def _longitude(days: float) -> float:
    t = days / 36525
    anomaly = radians(357.52911 + 35999.05029 * t)
    centre = (1.914602 - 0.004817 * t) * sin(anomaly) + 0.019993 * sin(2 * anomaly) + 0.000289 * sin(3 * anomaly)
    node = radians(125.04 - 1934.136 * t)
    return (280.46646 + 36000.76983 * t + centre - 0.00569 - 0.00478 * sin(node)) % 360


@lru_cache(maxsize=2048)
def _new_moon(count: int) -> datetime:
    t = count / 1236.85
    eccentricity = 1 - 0.002516 * t
    sun = radians(2.5534 + 29.10535670 * count)
    moon = radians(201.5643 + 385.81693528 * count + 0.0107582 * t * t)
    latitude = radians(160.7108 + 390.67050284 * count - 0.0016118 * t * t)
    node = radians(124.7746 - 1.56375588 * count)
    correction = (
        -0.40720 * sin(moon)
        + 0.17241 * eccentricity * sin(sun)
        + 0.01608 * sin(2 * moon)
        + 0.01039 * sin(2 * latitude)
        + 0.00739 * eccentricity * sin(moon - sun)
        - 0.00514 * eccentricity * sin(moon + sun)
        + 0.00208 * eccentricity * eccentricity * sin(2 * sun)
        - 0.00111 * sin(moon - 2 * latitude)
        - 0.00057 * sin(moon + 2 * latitude)
        + 0.00056 * eccentricity * sin(2 * moon + sun)
        - 0.00042 * sin(3 * moon)
        + 0.00042 * eccentricity * sin(sun + 2 * latitude)
        + 0.00038 * eccentricity * sin(sun - 2 * latitude)
        - 0.00024 * eccentricity * sin(2 * moon - sun)
        - 0.00017 * sin(node)
    )
    julian = 5.09766 + 29.530588861 * count + 0.00015437 * t * t + correction + 2451545.0
    beijing = _EPOCH + timedelta(days=julian - 2451545 + _BEIJING - _CLOCK_DRIFT)
    return beijing.replace(hour=0, minute=0, second=0, microsecond=0)
