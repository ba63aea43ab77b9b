"""What an English date reader hands back, and the day that year, month, day and weekday name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from claims.reading import dates_calendar as cal
from claims.reading.dates_calendar import Stretch
from claims.reading.dates_en_words import Tokens
from claims.reading.dates_scene import Scene, Sense, sense
from claims.vocabulary import TimeRelation


@dataclass(frozen=True, slots=True)
class Piece:
    """What was read: its meaning, and the fields that a range may share with its other end."""

    sense: Sense
    year: int | None = None  # as written
    month: int | None = None
    day: int | None = None
    written: bool = False  # the year was written out


Found = tuple[int, Piece]


Reader = Callable[[Tokens, int, Scene], "Found | None"]


def plain(stretch: Stretch, **more: bool) -> Piece:
    """A Piece of a stretch that needed the anchor."""
    return Piece(sense(stretch, TimeRelation.at, **more))


def resolve(scene: Scene, year: int | None, month: int | None, day: int | None, weekday: int | None = None) -> Piece:
    """The date of the fields that were written; the scene fills in the rest."""
    relative = year is None
    if month is None and day is not None:
        if weekday is None:
            return Piece(sense(scene.day_of(day)), day=day)
        return Piece(sense(_weekday_and_day(scene, weekday, day)), day=day)
    if month is None:
        return Piece(sense(cal.year(year or 0), relative=False), year, written=True)
    if day is None:
        return Piece(
            sense(cal.month(year or scene.year_of(month), month), relative=relative), year, month, None, not relative
        )
    if year is None:
        found = scene.year_of(month, day)
        if weekday is not None:
            near = sorted((found - 1, found, found + 1), key=lambda y: abs(y - found))
            found = next(
                (y for y in near if datetime(y, month, min(day, 28)).weekday() >= 0 and _falls(y, month, day, weekday)),
                found,
            )
    else:
        found = year
    return Piece(sense(cal.date(found, month, day), relative=relative), year, month, day, not relative)


def _falls(year: int, month: int, day: int, weekday: int) -> bool:
    try:
        return datetime(year, month, day).weekday() == weekday
    except ValueError:
        return False


def _weekday_and_day(scene: Scene, weekday: int, day: int) -> Stretch:
    for months in (0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6):
        first = cal.step(scene.now.replace(day=1), months, "month")
        if _falls(first.year, first.month, day, weekday):
            return cal.date(first.year, first.month, day)
    return scene.day_of(day)


def two_digit_year(number: int) -> int:
    """1950 to 2049 for 50 to 49."""
    return number + (2000 if number < 50 else 1900)


def replace_alone(scene: Scene) -> Scene:
    """The scene read freely, for a number whose neighbour says that it is a date."""
    return replace(scene, alone=True)
