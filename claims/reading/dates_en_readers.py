"""The readers of English dates, and the words at which each can begin."""

from __future__ import annotations

from functools import cache

from claims.reading.dates_en_around import day_of_which, day_word, now_word, which_unit
from claims.reading.dates_en_calendar import (
    day_month,
    lone_day,
    month_date,
    numeric,
    weekday_date,
    year_first,
)
from claims.reading.dates_en_counts import counted_units, in_units
from claims.reading.dates_en_holidays import holiday_date, week_number
from claims.reading.dates_en_periods import decade, fiscal, quarter, season
from claims.reading.dates_en_piece import Found, Reader
from claims.reading.dates_en_points import bare_unit, the_unit, year_ago
from claims.reading.dates_en_portions import PARTS, ended, nth_of, part_of, rest_of
from claims.reading.dates_en_words import Tokens, lexicon
from claims.reading.dates_scene import Scene
from claims.reading.numerals import EN_SMALL, en_ordinals

NUMBERS = frozenset(("a", "an", "one", "couple", "half", "hundred", "thousand", *EN_SMALL))


READERS: tuple[Reader, ...] = (
    now_word, in_units, part_of, ended, counted_units, nth_of, quarter,
    year_ago, the_unit, rest_of, fiscal, decade, numeric, year_first,
    weekday_date, month_date, day_month, day_of_which, which_unit, holiday_date, season,
    day_word, week_number, bare_unit, lone_day,
)  # fmt: skip


@cache
def readers_by_word() -> dict[str, tuple[Reader, ...]]:
    """The readers that can begin at a word; "#" stands for digits."""
    lex = lexicon()
    ordinal = {*en_ordinals(), *lex.ordinals, "twenty", "thirty", "#"}
    units = set(lex.units)
    begins: dict[Reader, set[str]] = {
        now_word: {"now", "the", "at", "year", "ytd", "to"},
        in_units: {"in", "within"},
        part_of: {"year", "month", "quarter", "year's", "month's", "eoy", "eom", *PARTS},
        ended: {*NUMBERS, *units, "fiscal", "financial", "#"},
        counted_units: {*NUMBERS, "the", "#"},
        nth_of: ordinal,
        quarter: {*ordinal, "q", "h", "fiscal"},
        year_ago: {"year", "quarter", "period", "month"},
        the_unit: {
            *units,
            "next",
            "full",
            "whole",
            "entire",
            "latest",
            "corresponding",
            "comparable",
            "equivalent",
            "period",
        },
        rest_of: {"rest", "remainder", "remaining", "balance"},
        fiscal: {"fiscal", "financial", "calendar", "fy", "cy"},
        decade: {*ordinal, "'", "twenty", "nineteen", "eighteen", *lex.decades},
        numeric: {"#"},
        year_first: {"#", "'", "nineteen", "eighteen", "seventeen", "sixteen", "twenty", "two"},
        weekday_date: set(lex.weekdays),
        month_date: set(lex.months),
        day_month: {*ordinal, *EN_SMALL},
        day_of_which: {*ordinal, *EN_SMALL},
        which_unit: {*lex.which, "the", "that"},
        holiday_date: set(lex.holidays),
        season: set(lex.seasons),
        day_word: set(lex.days),
        week_number: {"week", "weekend"},
        bare_unit: {*units, "overnight", "eod", "end"},
        lone_day: ordinal,
    }
    known = set().union(*begins.values())
    return {word: tuple(reader for reader in READERS if word in begins[reader]) for word in known}


def read_date(t: Tokens, index: int, scene: Scene) -> Found | None:
    """The longest date that begins at this token and where it ends; None where none does."""
    best: Found | None = None
    skipped = t.skip(index, "the")
    by_word = readers_by_word()
    for start in (index, skipped) if skipped != index else (index,):
        word = t.word(start)
        for reader in by_word.get("#" if word.isdecimal() else word.removesuffix("'s"), ()) or by_word.get(word, ()):
            try:
                found = reader(t, start, scene)
            except (ValueError, LookupError, OverflowError):
                continue
            if found is not None and (best is None or found[0] > best[0]):
                best = found
    return best
