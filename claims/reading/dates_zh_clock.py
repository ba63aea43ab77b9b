"""Chinese clock times and parts of the day: 下午3点半, 15:00至17:00, 凌晨."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from claims.reading import dates_calendar as cal
from claims.reading.dates_calendar import DAY
from claims.reading.dates_scene import Found, Scene, Sense, sense
from claims.reading.dates_zh_grammar import grammar
from claims.reading.numerals import zh_integer
from claims.reading.wordfile import word_file
from claims.vocabulary import Grain


def timed(g: dict[str, str | None], base: Sense, scene: Scene) -> Sense:
    """The day narrowed to the part or the clock time that follows it."""
    zone_word = g.get("zone") or g.get("zone0")
    zone = str(word_file("dates_zh")["zones"][zone_word]) if zone_word else None
    part = g.get("part")
    if g.get("dp"):
        part = part or word_file("dates_zh")["parts_with_day"][g["dp"]][1]
    if base.grain is not Grain.day or base.earliest is None:
        return base
    start = _clock(
        base.earliest,
        g["h"] or g["h2"],
        g["mi"] or g["mi2"],
        g["s"] or g["s2"],
        part,
        g["half"],
        g["kq"],
        g.get("ampm"),
    )
    if start is None:
        return _part(base, part) if part else base
    hour_only = not (g["mi"] or g["mi2"] or g["half"] or g["kq"])
    grain = Grain.hour if hour_only else Grain.minute
    finish = _clock(
        base.earliest, g["eh"] or g["eh2"], g["emi"] or g["emi2"], None, g["part2"] or part, g["ehalf"], None, None
    )
    if finish is not None:
        finish = finish if finish > start else finish + DAY
    return Sense(start, finish or start, grain, relative=base.relative, zone=zone)


def _part(base: Sense, part: str) -> Sense:
    first, last = (int(hour) for hour in word_file("dates_zh")["parts"][part])
    start = base.begins
    return replace(
        base, earliest=start + timedelta(hours=first), latest=start + timedelta(hours=last), grain=Grain.part_of_day
    )


def _clock(
    day: datetime, hour: str | None, minute: str | None, second: str | None, part: str | None, half: str | None,
    quarter: str | None, ampm: str | None,
) -> datetime | None:  # fmt: skip
    if hour is None:
        return None
    hours = int(zh_integer(hour) or 0)
    minutes = (
        30
        if half
        else 15 * int(zh_integer(quarter[0]) or 0)
        if quarter
        else int(zh_integer(minute.strip().lstrip("零")) or 0)
        if minute and minute.strip("零 ")
        else 0
    )
    seconds = int(zh_integer(second) or 0) if second else 0
    if (
        part
        in ("下午", "午后", "傍晚", "黄昏", "晚上", "晚间", "当晚", "夜晚", "夜间", "夜里", "深夜", "晚", "夜", "今晚")
        or ampm == "pm"
    ):
        hours += 12 if hours < 12 and not (hours < 6 and part in ("夜里", "深夜", "夜")) else 0
        if hours == 12 and part not in ("下午", "午后") and ampm != "pm":
            hours = 24
    elif part == "中午" and hours < 4:
        hours += 12
    elif (part in ("凌晨", "半夜", "午夜") or ampm == "am") and hours == 12:
        hours = 0
    if hours > 24 or minutes > 59 or seconds > 59:
        raise ValueError(f"no time {hours}:{minutes}")
    return day + timedelta(hours=hours, minutes=minutes, seconds=seconds)


def read_lone_clock(low: str, at: int, end: int, scene: Scene) -> Found | None:
    """九点半, 15时: a clock time without its day, on the day in view; a bare 三点五 or 8点 is no time in prose."""
    found = grammar().clock.match(low, at, end)
    if found is None:
        return None
    g: dict[str, str | None] = {"dp": None, "zone0": None} | found.groupdict()
    said = low[at : found.end()]
    if g["h"] and not (
        g["part"] or g["half"] or g["kq"] or "时" in said or "分" in said or "钟" in said or scene.alone
    ):
        return None  # 上涨8点, 三点五
    return found.end(), timed(g, sense(scene.near(at)), scene), False


def read_lone_part(low: str, at: int, end: int, scene: Scene) -> Found | None:
    """早上, 傍晚: a part of the anchor's day, where the text is nothing else."""
    found = grammar().part.match(low, at, end)
    if found is None or not scene.alone:
        return None
    return found.end(), _part(sense(cal.day(scene.now)), found["part"]), False
