"""Chinese dates of the calendar, full or in part: 2024年6月18日, 去年12月份, 4月下旬, 三季度末, 15日."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

from claims.reading import dates_calendar as cal
from claims.reading.dates_calendar import DAY, Stretch
from claims.reading.dates_lunar import lunar_day
from claims.reading.dates_scene import Found, Scene, Sense, by, sense
from claims.reading.dates_zh_clock import timed
from claims.reading.dates_zh_grammar import grammar
from claims.reading.numerals import ZH_DIGITS, zh_integer
from claims.reading.wordfile import word_file
from claims.vocabulary import Grain, TimeRelation

ERA_REACH = 24  # characters behind the year of an era in which its month and day stand


NOTHING = Sense(None, None, Grain.day)  # a date that cannot be, such as 2月30日


def _impossible(low: str, at: int, end: int) -> Found | None:
    """A full date that the calendar does not have is passed over whole, not read in part."""
    found = grammar().dated.match(low, at, end)
    return (found.end(), NOTHING, False) if found and found["d"] and found["m"] else None


def read_dated(low: str, at: int, end: int, scene: Scene) -> Found | None:
    """去年三月二十八日下午三点: year, part of year, day and clock, any of them left out; None where none begins here."""
    found = grammar().dated.match(low, at, end)
    if found is None or found.end() == at:
        return None
    g = found.groupdict()
    stop = found.end()
    try:
        day_or_more = _calendar(g, scene)
    except ValueError:
        return _impossible(low, at, end)
    if day_or_more is None:
        return None
    base, written = day_or_more
    if (
        g["d"]
        and not (g["m"] or g["rm"] or g["bm"] or g["nth_m"] or g["d"].isdecimal() or scene.alone)
        and "号" in low[at:stop]
    ):
        return None  # 一号, 二号 are names
    if base.grain in (Grain.month, Grain.year) and (nth := grammar().nth_week.match(low, stop, end)):
        number = int(zh_integer(nth["n"]) or 0)
        stretch = Stretch(base.begins, base.latest or base.begins, base.grain)
        if nth["u"] == "天":
            return (
                nth.end(),
                replace(sense(cal.day(stretch.start + (number - 1) * DAY)), relative=base.relative),
                written,
            )
        return nth.end(), replace(sense(cal.numbered_week(stretch, number)), relative=base.relative), written
    meant = timed(g, base, scene)
    if g["rd"] or g["dp"]:
        meant = replace(meant, deictic=True)
    if g["pre"]:
        meant = replace(by(meant), relation=TimeRelation.as_of)
        ending = grammar().ending.match(low, stop, end)
        stop = ending.end() if ending else stop
    return stop, meant, written


def _calendar(g: dict[str, str | None], scene: Scene) -> tuple[Sense, bool] | None:
    year, written = _year(g, scene)
    relative = not (written and True)
    if g["season"] and not (year or scene.alone):
        return None
    if g["q"] or g["q2"] or g["hy"] or g["nq"] or g["nm"] or g["season"]:
        return sense(_part_of_year(g, year, scene), relative=relative), written
    if part := g["ypart"]:
        if year is None:
            return None
        return _year_part(part, year, scene, relative), written
    if g["m1"]:
        return sense(_months(g, year, scene), relative=relative), written
    month = _month(g, year, scene)
    if month is None:
        if g["d"] or g["d1"] or g["rd"] or g["bd"] or g["dp"]:
            if year is not None and not (g["rd"] or g["dp"] or g["bd"]):
                return None
            return sense(_day(g, None, scene)), False
        if year is None or g["wd"]:
            return None
        return sense(cal.year(year), relative=relative), written
    if (third := g["third"]) and not (g["d"] or g["d1"]):
        which = 1 if third in ("上旬", "月初", "初") else 2 if third in ("中旬", "月中", "中") else 3
        return sense(cal.third(month, which), relative=relative), written
    if g["d"] or g["d1"] or g["ld"]:
        return sense(_day(g, month, scene), relative=relative), written
    return sense(month, relative=relative), written


def _year(g: dict[str, str | None], scene: Scene) -> tuple[int | None, bool]:
    words = word_file("dates_zh")
    if text := g["y"]:
        return zh_integer(re.sub(r"\s", "", text)), True
    if text := g["sy"] or g["ly"]:
        return two_digit_year(text, scene), True
    if text := g["ry"]:
        return scene.now.year + int(words["years"][text]), True
    if text := g["by"]:
        back = scene.year or (scene.fine or scene.period or cal.day(scene.now)).start.year
        return back + int(words["years_back"][text]), True
    return None, False


def two_digit_year(text: str, scene: Scene) -> int:
    """The year that two digits name: at most ten years ahead of the anchor, else of the century before."""
    number = int("".join(str(ZH_DIGITS.get(char, char)) for char in text))
    pivot = (scene.anchor.year if scene.anchor else 2020) % 100 + 10
    return number + (2000 if number <= pivot else 1900)


def _part_of_year(g: dict[str, str | None], year: int | None, scene: Scene) -> Stretch:
    if text := g["q"] or g["q2"]:
        number = int(zh_integer(text) or 0)
        stretch = (
            cal.quarter(year, number) if year else _nearest([cal.quarter(y, number) for y in _around(scene)], scene)
        )
    elif text := g["hy"]:
        stretch = cal.half(year or scene.year or scene.now.year, 1 if text == "上" else 2)
    elif text := g["nq"]:
        count = 2 if text == "两" else int(zh_integer(text) or 0)
        stretch = cal.months(year or _recent_year(scene, 3 * count), 1, 3 * count)
    elif text := g["nm"]:
        count = 2 if text == "两" else int(zh_integer(text) or 0)
        stretch = cal.months(year or _recent_year(scene, count), 1, count)
    else:
        first = int(word_file("dates_zh")["seasons"][g["season"]])
        stretch = cal.season(year, first) if year else _nearest([cal.season(y, first) for y in _around(scene)], scene)
    if edge := g["qend"]:
        return cal.month(stretch.start.year, stretch.start.month) if edge == "初" else cal.final_day(stretch)
    return stretch


def _recent_year(scene: Scene, months: int) -> int:
    """前三季度 of this year once September has come, of last year before."""
    if scene.year is not None:
        return scene.year
    now = scene.now
    return now.year if months <= now.month or scene.lean > 0 else now.year - 1


def _around(scene: Scene) -> tuple[int, int, int]:
    year = scene.year or scene.now.year
    return (year, year, year) if scene.year else (year - 1, year, year + 1)


def _nearest(stretches: list[Stretch], scene: Scene) -> Stretch:
    """The last that has begun, or the next to begin when the words look ahead."""
    now = scene.now
    if scene.lean > 0:
        return next((stretch for stretch in stretches if stretch.end > now), stretches[-1])
    return next((stretch for stretch in reversed(stretches) if stretch.start <= now), stretches[0])


def _year_part(part: str, year: int, scene: Scene, relative: bool) -> Sense:
    if part in ("年初", "初"):
        return sense(cal.month(year, 1), relative=relative)
    if part in ("年中", "中", "中期"):
        return sense(cal.month(year, 6), approximate=True, relative=relative)
    if part == "晚些时候":
        return Sense(max(cal.midnight(scene.now), datetime(year, 1, 1)), cal.year(year).end, Grain.span)
    return sense(cal.month(year, 12), relative=relative)


def _months(g: dict[str, str | None], year: int | None, scene: Scene) -> Stretch:
    first, last = int(zh_integer(g["m1"] or "") or 0), int(zh_integer(g["m2"] or "") or 0)
    start = cal.month(year or scene.year_of(first), first)
    end_year = start.start.year + (last < first)
    if later := g["yy"]:
        end_year = (
            start.start.year + 1 if later in ("明年", "次年", "翌年") else int(zh_integer(later[:-1].strip()) or 0)
        )
    return Stretch(start.start, cal.month(end_year, last).end, Grain.span)


def _month(g: dict[str, str | None], year: int | None, scene: Scene) -> Stretch | None:
    words = word_file("dates_zh")
    if text := g["rm"]:
        return cal.unit_at(cal.step(scene.now.replace(day=1), int(words["months"][text]), "month"), "month")
    if text := g["bm"]:
        base = (scene.period if scene.period and scene.period.grain is Grain.month else None) or scene.focus
        return cal.unit_at(cal.step(base.start.replace(day=1), int(words["months_back"][text]), "month"), "month")
    text = g["m"] or g["nth_m"]
    if text is None:
        return None
    if g["lunar"] or text in ("正", "腊"):
        number = {"正": 1, "腊": 12, "元": 1}.get(text) or int(zh_integer(text) or 0)
        lunar_year = year or scene.now.year
        if lunar_year < 1900:  # before the computed calendar the month's number must do
            return cal.month(lunar_year, number)
        start = lunar_day(lunar_year, number, 1)
        following = lunar_day(lunar_year + number // 12, number % 12 + 1, 1)
        return Stretch(start, following, Grain.span)
    number = 1 if text == "元" else int(zh_integer(text) or 0)
    day = zh_integer(g["d"]) if g["d"] else None
    return cal.month(year or scene.year_of(number, day), number)


def _day(g: dict[str, str | None], month: Stretch | None, scene: Scene) -> Stretch:
    words = word_file("dates_zh")
    if text := g["rd"]:
        return cal.day(scene.now + int(words["days"][text]) * DAY)
    if text := g["bd"]:
        return cal.day(scene.focus.start + int(words["days_back"][text]) * DAY)
    if text := g["dp"]:
        return cal.day(scene.now + int(words["parts_with_day"][text][0]) * DAY)
    if text := g["ld"]:
        return cal.day((month or scene.focus).start + (int(zh_integer(text[1:]) or 1) - 1) * DAY)
    number = int(zh_integer(g["d"] or g["d1"] or "") or 0)
    first = _day_in(month, number) if month is not None else scene.day_of(number)
    if g["d2"]:
        last = int(zh_integer(g["d2"]) or 0)
        start = first.start.replace(day=1)
        return Stretch(first.start, _day_in(cal.month(start.year, start.month), last).end, Grain.span)
    return first


def _day_in(month: Stretch, number: int) -> Stretch:
    if not 1 <= number <= (month.end - month.start).days:
        raise ValueError(f"no day {number} in {month.start:%Y-%m}")
    return cal.day(month.start + (number - 1) * DAY)
