"""English clock times: 8pm, 16:30, half past seven, noon, 10 a.m. EST, and parts of the day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from claims.reading.dates_calendar import DAY
from claims.reading.dates_en_words import Tokens
from claims.reading.dates_scene import Sense
from claims.vocabulary import Grain

AFTERNOON = ("afternoon", "evening", "tonight", "night")


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day; `sure` when the words can mean nothing else."""

    hour: int
    minute: int = 0
    second: int = 0
    half: str = ""  # am, pm, or unknown
    sure: bool = True
    zone: str | None = None
    hour_only: bool = False

    def on(self, day: datetime, part: str = "") -> datetime:
        """The moment on the day; a part of the day decides between morning and afternoon."""
        hour = self.hour
        half = self.half or ("pm" if part in AFTERNOON and (hour >= 4 or part == "afternoon") else "")
        if half == "pm" and hour < 12:
            hour += 12
        elif half == "am" and hour == 12:
            hour = 0
        if hour > 24 or self.minute > 59 or self.second > 59:
            raise ValueError(f"no time {hour}:{self.minute}")
        return day + timedelta(hours=hour, minutes=self.minute, seconds=self.second)


def read_clock(t: Tokens, index: int) -> tuple[int, Clock] | None:
    """A clock time at the index: (index behind it, Clock)."""
    word = t.word(index)
    if word in t.lex.noon:
        return index + 1, Clock(t.lex.noon[word] if word != "midnight" else 24, zone=None)
    if spoken := _spoken(t, index):
        return spoken
    if word.isdecimal() and len(word) <= 2:
        return _digits(t, index, int(word))
    if word.isdecimal() and len(word) == 4 and t.word(index + 1) in ("hours", "hrs", "z"):
        return index + 2, Clock(int(word[:2]), int(word[2:]))
    number = t.number(index)
    if number is not None and number[1] == int(number[1]) and 0 < number[1] <= 12 and not word.isdecimal():
        return _ended(t, number[0], Clock(int(number[1]), sure=False, hour_only=True))
    return None


def _spoken(t: Tokens, index: int) -> tuple[int, Clock] | None:
    """half past seven, a quarter to six, ten past two."""
    stop = t.skip(index, "a")
    if t.word(stop) == "quarter":
        stop, minutes = stop + 1, 15
    elif t.word(stop) == "half":
        stop, minutes = stop + 1, 30
    else:
        number = t.number(index)
        if number is None or t.word(t.skip(number[0], "minutes")) not in ("past", "to") or number[1] > 30:
            return None
        stop, minutes = t.skip(number[0], "minutes"), int(number[1])
        if t.word(stop) == "to" and not t.word(index).isalpha():
            return None
    way = t.word(stop)
    hour = t.number(stop + 1) if way in ("past", "to", "before", "after") else None
    if hour is None or not 1 <= hour[1] <= 12 or (minutes == 30 and way != "past") or t.unit(hour[0]):
        return None
    if way in ("past", "after"):
        return _ended(t, hour[0], Clock(int(hour[1]), minutes))
    if t.word(index).isalpha() and minutes not in (15,) and t.word(hour[0]) not in ("am", "pm", "a", "p"):
        return None
    before = int(hour[1]) - 1 or 12
    return _ended(t, hour[0], Clock(before, 60 - minutes))


def _digits(t: Tokens, index: int, hour: int) -> tuple[int, Clock] | None:
    if hour > 24 or (
        t.word(index - 1) in (".", ",") and t.glued(index) and t.glued(index - 1) and t.word(index - 2).isdecimal()
    ):
        return None
    stop = index + 1
    mark = t.word(stop)
    if (
        mark in (":", ".")
        and t.glued(stop)
        and t.glued(stop + 1)
        and t.word(stop + 1).isdecimal()
        and len(t.word(stop + 1)) == 2
    ):
        minute, second = int(t.words[stop + 1]), 0
        stop += 2
        if t.word(stop) == mark and t.glued(stop) and t.word(stop + 1).isdecimal() and len(t.word(stop + 1)) == 2:
            second, stop = int(t.words[stop + 1]), stop + 2
            if t.word(stop) == "." and t.glued(stop) and t.word(stop + 1).isdecimal():
                stop += 2
        if minute > 59:
            return None
        return _ended(t, stop, Clock(hour, minute, second, sure=mark == ":"))
    return _ended(t, stop, Clock(hour, sure=False, hour_only=True))


def _ended(t: Tokens, stop: int, clock: Clock) -> tuple[int, Clock]:
    """am and pm, o'clock, and the zone behind a time."""
    word = t.word(stop)
    if word in ("am", "pm"):
        stop, clock = stop + 1, replace(clock, half=word, sure=True)
    elif word in ("a", "p") and t.word(stop + 1) in (".", "m"):
        after = stop + 2 if t.word(stop + 1) == "m" else stop + 3
        if t.word(after - 1) == "m" or t.word(stop + 1) == "m":
            after = after + 1 if t.word(after) == "." and t.glued(after) else after
            stop, clock = after, replace(clock, half=f"{word}m", sure=True)
        elif clock.sure and t.glued(stop):
            stop, clock = stop + 1, replace(clock, half=f"{word}m")
    elif word == "o'clock" or word in ("oclock",):
        stop, clock = stop + 1, replace(clock, sure=True)
    if clock.half and clock.hour > 12:
        clock = replace(clock, half="")
    return _zone(t, stop, clock)


def _zone(t: Tokens, stop: int, clock: Clock) -> tuple[int, Clock]:
    word = t.word(stop)
    if word in t.lex.zones and clock.sure and (t.capital(stop) or word == "z"):
        return stop + 1, replace(clock, zone=t.lex.zones[word] or None)
    if word in ("+", "-") and clock.sure and not clock.hour_only and t.glued(stop + 1) and t.word(stop + 1).isdecimal():
        digits, after = t.words[stop + 1], stop + 2
        if len(digits) == 2 and t.word(after) == ":" and len(t.word(after + 1)) == 2:
            digits, after = digits + t.words[after + 1], after + 2
        if len(digits) == 4 and (t.glued(stop) or not t.glued(stop)) and digits <= "1400":
            return after, replace(clock, zone=f"{word}{digits[:2]}:{digits[2:]}")
    return stop, clock


def at(day: Sense, clock: Clock, part: str = "") -> Sense:
    """The day's moment the clock names."""
    moment = clock.on(day.begins, part)
    grain = Grain.hour if clock.hour_only else Grain.minute
    return Sense(moment, moment, grain, relative=day.relative, zone=clock.zone, approximate=day.approximate)


def between(day: Sense, first: Clock, last: Clock, part: str = "") -> Sense:
    """From one time of day to another; the second one's am or pm serves the first as well."""
    if last.half and not first.half:
        first = replace(first, half=last.half)
        if first.on(datetime(2000, 1, 1)) > last.on(datetime(2000, 1, 1)):
            first = replace(first, half="am" if last.half == "pm" else "pm")
    base = day.begins
    start, end = first.on(base, part), last.on(base, part)
    end = (
        end
        if end > start
        else end + (timedelta(hours=12) if end + timedelta(hours=12) > start and not last.half else DAY)
    )
    return Sense(start, end, Grain.minute, relative=day.relative, zone=last.zone or first.zone)


def part_of_day(day: Sense, hours: tuple[int, int], which: str = "") -> Sense:
    """The morning, afternoon, evening or night of a day, or its early or late half."""
    start = day.begins
    first, last = hours
    middle = first + (last - first) // 2
    first, last = (first, middle) if which == "early" else (middle, last) if which == "late" else (first, last)
    return replace(
        day, earliest=start + timedelta(hours=first), latest=start + timedelta(hours=last), grain=Grain.part_of_day
    )
