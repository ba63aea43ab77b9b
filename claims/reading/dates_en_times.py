"""English dates with their time of day: 24 April 2025, 16:30; 3-8pm yesterday; Tuesday morning."""

from __future__ import annotations

from dataclasses import replace

from claims.reading import dates_calendar as cal
from claims.reading.dates_calendar import DAY
from claims.reading.dates_en_clock import Clock, at, between, part_of_day, read_clock
from claims.reading.dates_en_piece import Found, Piece
from claims.reading.dates_en_readers import NUMBERS, read_date
from claims.reading.dates_en_words import Tokens
from claims.reading.dates_scene import Scene, Sense, after, before, sense
from claims.vocabulary import Grain


def point_at(t: Tokens, index: int, scene: Scene) -> Found | None:
    """A date with a time, a time with a date, or one of them."""
    word = t.word(index)
    if (
        word.isdecimal() or word in t.lex.noon or word in ("half", "a", "quarter") or (scene.alone and word in NUMBERS)
    ) and (timed := _time_first(t, index, scene)):
        return timed
    found = read_date(t, index, scene)
    if found is None:
        part = _part_first(t, index, scene)
        if part is not None:
            return part
        return None
    return _with_time(t, found, scene)


def _with_time(t: Tokens, found: Found, scene: Scene) -> Found:
    """The time of day that follows a date: 24 April 2025, 16:30; Tuesday morning; yesterday from 3 to 8pm."""
    stop, piece = found
    day = piece.sense
    if day.grain is Grain.part_of_day and day.earliest is not None:
        return _narrowed(t, found, scene)
    if day.grain is not Grain.day or day.earliest is None:
        return found
    after_comma = t.skip(stop, ",", "-") if not t.glued(stop) or t.word(stop) == "," else stop
    if t.word(stop) == "t" and t.glued(stop) and t.glued(stop + 1):
        after_comma = stop + 1  # 2025-04-24T16:30
    part_at = t.skip(t.skip(after_comma, "in"), "the")
    which = t.word(part_at) if t.word(part_at) in ("early", "late", "mid") else ""
    part_at = t.skip(part_at + 1, "-") if which else part_at
    word = t.word(part_at)
    if word in t.lex.parts and word not in ("overnight", "daytime"):
        parted = replace(piece, sense=part_of_day(day, t.lex.parts[word], which))
        return _narrowed(t, (part_at + 1, parted), scene, word, day)
    return _clock_on(t, found, scene, after_comma, day, "")


def _narrowed(t: Tokens, found: Found, scene: Scene, word: str = "", day: Sense | None = None) -> Found:
    """this morning at 7:00, last night between 7 and 9."""
    stop, piece = found
    start = piece.sense.begins
    part = word or (
        "night"
        if start.hour >= 20
        else "evening"
        if start.hour >= 16
        else "afternoon"
        if start.hour >= 12
        else "morning"
    )
    base = day or replace(piece.sense, earliest=cal.midnight(start), latest=cal.midnight(start) + DAY, grain=Grain.day)
    return _clock_on(t, found, scene, stop, base, part)


def _clock_on(t: Tokens, found: Found, scene: Scene, index: int, day: Sense, part: str) -> Found:
    stop, piece = found
    linked = t.skip(index, "at", "around", "about", "for", "by", "after", "before", "from", "between", "@")
    word = t.words[linked - 1] if linked > index else ""
    linked = t.skip(linked, "about", "around")
    clocks = clock_range(t, linked, scene, ("to", "-", "and", "until", "till"))
    if clocks is not None and (clocks[2].sure or clocks[1].sure or word or scene.alone):
        return clocks[0], replace(piece, sense=between(day, clocks[1], clocks[2], part))
    clock = read_clock(t, linked)
    if clock is None or not (
        clock[1].sure or (word == "at") or (scene.alone and (word or not t.word(linked).isalpha()))
    ):
        return found
    if (
        not clock[1].sure
        and not scene.alone
        and (t.unit(clock[0]) or t.word(clock[0]) in ("%", "percent", "million", "people", "-", "per"))
    ):
        return found
    meant = at(day, clock[1], part)
    if word in ("after", "before") and not scene.alone:
        return found
    if word == "after":
        meant = after(meant)
    elif word == "before":
        meant = before(meant)
    elif (
        word == "from"
        and t.word(clock[0]) == "for"
        and (number := t.number(clock[0] + 1))
        and (unit := t.unit(number[0]))
        and meant.earliest
    ):
        return number[0] + 1, replace(
            piece,
            sense=Sense(
                meant.earliest, cal.step(meant.earliest, number[1], unit), Grain.minute, relative=meant.relative
            ),
        )
    elif word in ("around", "about"):
        meant = replace(meant, approximate=True)
    tail = t.skip(t.skip(t.skip(clock[0], "in"), "the"), "early", "late")
    stop = tail + 1 if t.word(tail) in t.lex.parts and not clock[1].zone else clock[0]
    if stop > clock[0] and not clock[1].half:
        meant = at(day, clock[1], t.words[tail])
    return stop, replace(piece, sense=meant)


def clock_range(t: Tokens, index: int, scene: Scene, joiners: tuple[str, ...]) -> tuple[int, Clock, Clock] | None:
    """3-8pm, 7 to 7:30, 10 and 11:30."""
    first = read_clock(t, index)
    if first is None or t.word(first[0]) not in joiners:
        return None
    last = read_clock(t, first[0] + 1)
    if (
        last is None
        or not (first[1].sure or last[1].sure or scene.alone)
        or (t.word(index).isalpha() and not scene.alone)
    ):
        return None
    if not (last[1].sure or first[1].sure) and (t.unit(last[0]) or t.month(last[0])):
        return None
    if t.word(last[0]) in ("-", "/") and t.glued(last[0]) and not last[1].sure:
        return None
    return last[0], first[1], last[1]


def clocks_on(t: Tokens, clocks: tuple[int, Clock, Clock], scene: Scene) -> Found | None:
    """3-8pm yesterday afternoon; between 7 and 9 last night; 10am to noon (today)."""
    stop = t.skip(t.skip(clocks[0], ",", "on"), "on")
    date = read_date(t, stop, scene)
    if (
        date is not None
        and date[1].sense.grain in (Grain.day, Grain.part_of_day)
        and date[1].sense.earliest is not None
    ):
        start = date[1].sense.earliest
        day = replace(date[1].sense, earliest=cal.midnight(start), latest=cal.midnight(start) + DAY, grain=Grain.day)
        part = (
            ""
            if date[1].sense.grain is Grain.day
            else "night"
            if start.hour >= 16
            else "afternoon"
            if start.hour >= 12
            else ""
        )
        after = t.word(date[0])
        if after in t.lex.parts:
            return date[0] + 1, Piece(between(day, clocks[1], clocks[2], after))
        return date[0], Piece(between(day, clocks[1], clocks[2], part))
    return clocks[0], Piece(between(sense(scene.near(t.at[0])), clocks[1], clocks[2]))


def _time_first(t: Tokens, index: int, scene: Scene) -> Found | None:
    """10 p.m. Wednesday; noon; half past seven tomorrow; 16:30."""
    clock = read_clock(t, index)
    if clock is None:
        return None
    stop = clock[0]
    if not clock[1].sure and not scene.alone:
        return None
    part_at = t.skip(t.skip(stop, "in"), "the")
    part = t.word(part_at) if t.word(part_at) in t.lex.parts else ""
    date_at = part_at + 1 if part else stop
    date_at = t.skip(t.skip(date_at, ",", "on", "of"), "on")
    date = read_date(t, date_at, scene)
    if (
        date is not None
        and date[1].sense.grain in (Grain.day, Grain.part_of_day)
        and date[1].sense.earliest is not None
    ):
        start = date[1].sense.earliest
        part = part or (
            "night"
            if date[1].sense.grain is Grain.part_of_day and start.hour >= 16
            else "afternoon"
            if date[1].sense.grain is Grain.part_of_day and start.hour >= 12
            else ""
        )
        day = replace(date[1].sense, earliest=cal.midnight(start), latest=cal.midnight(start) + DAY, grain=Grain.day)
        return date[0], replace(date[1], sense=at(day, clock[1], part))
    if not clock[1].sure:
        return None
    if t.word(index).isdecimal() and t.word(index + 1) == "." and not clock[1].half:
        return None
    if scene.anchor is None:
        return None
    focus = scene.near(t.at[index])
    return (date_at if part else stop), Piece(at(sense(focus), clock[1], part))


def _part_first(t: Tokens, index: int, scene: Scene) -> Found | None:
    """in the afternoon of 3 May; morning of Friday; the morning (alone)."""
    stop = t.skip(index, "the")
    which = t.word(stop) if t.word(stop) in ("early", "late", "mid") else ""
    stop = t.skip(stop + 1, "-") if which else stop
    word = t.word(stop)
    if word not in t.lex.parts or word in ("overnight", "daytime"):
        return None
    joined = t.skip(t.skip(stop + 1, "of", "on", ","), "on")
    date = read_date(t, joined, scene) if joined > stop + 1 or scene.alone else None
    if date is not None and date[1].sense.grain is Grain.day:
        return date[0], replace(date[1], sense=part_of_day(date[1].sense, t.lex.parts[word], which))
    if scene.alone:
        return stop + 1, Piece(part_of_day(sense(cal.day(scene.now)), t.lex.parts[word], which))
    return None
