"""Chinese weeks, holidays, plans and decades: 上周三, 春节前, 上年同期, “十四五”期间, 上世纪80年代."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from claims.reading import dates_calendar as cal
from claims.reading.dates_calendar import DAY
from claims.reading.dates_lunar import lunar_day, new_year_eve, solar_term
from claims.reading.dates_scene import Found, Scene, Sense, after, before, by, sense
from claims.reading.dates_zh_clock import timed
from claims.reading.dates_zh_grammar import grammar
from claims.reading.numerals import zh_integer
from claims.reading.wordfile import word_file
from claims.vocabulary import Grain, TimeRelation


def read_week(low: str, at: int, end: int, scene: Scene) -> Found | None:
    """上周五, 本周末, 周三: a week, its weekend or a day of it."""
    found = grammar().week.match(low, at, end)
    if found is None:
        return None
    which, weekday = found["w"], found["wd"]
    if not (which or weekday) and not found["we"]:
        return None
    g: dict[str, str | None] = {"dp": None, "zone0": None} | found.groupdict()
    if which == "当":
        base = cal.week(scene.focus.start).start
    else:
        base = cal.week(scene.now).start + {"上上": -2, "上": -1, "下": 1, "下下": 2}.get(which or "", 0) * cal.WEEK
    if found["we"]:
        return found.end(), sense(cal.weekend(base)), False
    if weekday is None:
        return found.end(), sense(cal.week(base)), False
    number = 6 if weekday in "日天" else "一二三四五六".index(weekday)
    day = cal.day(base + number * DAY) if which else scene.weekday_of(number)
    meant = timed(g, sense(day), scene)
    return found.end(), replace(by(meant), relation=TimeRelation.as_of) if found["pre"] else meant, False


def read_week_of(low: str, at: int, end: int, scene: Scene) -> Found | None:
    """2024年第三周, 前两周: numbered weeks of a year."""
    found = grammar().week_of.match(low, at, end)
    if found is None or not (found["y"] or scene.alone):
        return None
    year = cal.year(int(zh_integer(found["y"]) or 0) if found["y"] else scene.now.year)
    if found["first"]:
        count = 2 if found["first"] == "两" else int(zh_integer(found["first"]) or 0)
        return (
            found.end(),
            Sense(cal.numbered_week(year, 1).start, cal.numbered_week(year, count).end, Grain.span),
            True,
        )
    number = int(zh_integer(found["n"]) or 0) if found["n"] else -1
    return found.end(), sense(cal.numbered_week(year, number)), True


def read_same(low: str, at: int, end: int, scene: Scene) -> Found | None:
    """当季, 同期, 当天: the period or day in view, or the same one a year before."""
    found = grammar().same.match(low, at, end)
    if found is None:
        return None
    word = found["w"]
    if word.startswith(("当", "该")):
        stretch = (
            scene.period
            if scene.period and scene.period.grain is Grain.quarter
            else cal.unit_at(scene.focus.start, "quarter")
        )
    else:
        steps = -2 if word.startswith("上上") else -1 if word.startswith("上") else 1 if word.startswith("下") else 0
        stretch = cal.unit_at(cal.step(scene.now.replace(day=1), 3 * steps, "month"), "quarter")
    if edge := found["e"]:
        stretch = cal.month(stretch.start.year, stretch.start.month) if edge == "初" else cal.final_day(stretch)
    return found.end(), sense(stretch), False


def read_period(low: str, at: int, end: int, scene: Scene) -> Found | None:
    """上年同期: the month, quarter or half last spoken of, a year earlier."""
    found = grammar().period.match(low, at, end)
    if found is None:
        return None
    years = -2 if found["w"] == "前年" else -1
    unit = {"月": "month", "季": "quarter", "日": "day"}.get(found["u"])
    if unit == "day":
        return found.end(), sense(cal.shifted(scene.focus, years, "year")), False
    base = scene.period or cal.year(scene.now.year)
    if unit == "month":
        base = cal.unit_at(scene.focus.start, "month")
    back = years - (scene.now.year - base.start.year) * (scene.period is None)
    return found.end(), sense(cal.shifted(base, back, "year")), False


def read_holiday(low: str, at: int, end: int, scene: Scene) -> Found | None:
    """春节前, 国庆假期: a named day or its holiday, with what stands around it."""
    found = grammar().holiday.match(low, at, end)
    if found is None:
        return None
    words = word_file("dates_zh")
    name = found["name"]
    if name in ("五一", "国庆", "新年", "重阳", "清明", "小年", "新春", "圣诞") and not (
        found["tail"] or scene.alone or low[found.end() - 2 : found.end()] in ("假期", "长假", "金周")
    ):
        return None
    if found["y"] or found["ry"]:
        year = int(zh_integer(found["y"]) or 0) if found["y"] else scene.now.year + int(words["years"][found["ry"]])
        day = _holiday_in(name, year)
    else:
        now = scene.now
        days = [_holiday_in(name, year) for year in (now.year - 1, now.year, now.year + 1)]
        if scene.lean > 0:
            days = [moment for moment in days if moment >= cal.midnight(now)] or days
        day = min(days, key=lambda moment: abs(moment - now))
    meant = sense(cal.day(day))
    tail = found["tail"] or ""
    if tail == "前夕":
        return found.end(), replace(sense(cal.day(day - DAY)), approximate=True), False
    if tail.endswith("前"):
        return found.end(), before(meant), False
    if tail.endswith("后"):
        return found.end(), after(meant), False
    return found.end(), meant, bool(found["y"] or found["ry"])


def _holiday_in(name: str, year: int) -> datetime:
    words = word_file("dates_zh")
    if name in words["fixed_holidays"]:
        month, day = (int(number) for number in words["fixed_holidays"][name])
        return datetime(year, month, day)
    if name in words["lunar_holidays"]:
        month, day = (int(number) for number in words["lunar_holidays"][name])
        return lunar_day(year, month, day) if day else new_year_eve(year)
    if name in words["solar_terms"]:
        return solar_term(year, int(words["solar_terms"][name]))
    month, count, weekday = (int(number) for number in words["weekday_holidays"][name])
    return cal.nth_weekday(cal.month(year, month), weekday, count).start


def read_plan(low: str, at: int, end: int, scene: Scene) -> Found | None:
    """“十四五”期间, 十四五末: a five-year plan (the first began in 1951), or the December that ends it."""
    found = grammar().quoted_plan.match(low, at, end) or grammar().plan.match(low, at, end)
    if found is None:
        return None
    number = int(zh_integer(found["n"]) or 0)
    plan = cal.years(1951 + 5 * (number - 0), 1955 + 5 * number)
    stretch = cal.month(plan.last.year, 12) if found["s"] in ("末", "收官") else plan
    return found.end(), sense(stretch, background=True), False


def read_decade(low: str, at: int, end: int, scene: Scene) -> Found | None:
    """上世纪九十年代: ten years."""
    found = grammar().decade.match(low, at, end)
    if found is None:
        return None
    if found["c"]:
        this = 2000 if scene.anchor is None else scene.anchor.year // 100 * 100
        start = this - 100 if found["c"].startswith("上") else this
        if found["cn"]:
            start = (int(zh_integer(found["cn"]) or 0) - 1) * 100
        digit = found["d"]
        stretch = cal.decade(start + 10 * int(zh_integer(digit) or 0)) if digit else cal.century(start)
    elif found["y"]:
        stretch = cal.decade(int(found["y"]))
    else:
        number = int(zh_integer(found["s"] or found["zs"]) or 0) * 10
        stretch = cal.decade(1900 + number if number >= 30 else 2000 + number)
    part = found["p"] or found["p2"] or found["p3"] or found["p4"]
    if not part:
        return found.end(), sense(stretch, relative=bool(found["s"] or found["zs"])), True
    length = (stretch.end.year - stretch.start.year) // 3
    offset = 0 if part[0] in "初前" else length if part[0] == "中" else stretch.end.year - stretch.start.year - length
    return (
        found.end(),
        replace(
            sense(cal.years(stretch.start.year + offset, stretch.start.year + offset + length - 1)), approximate=True
        ),
        True,
    )
