"""Chinese dates and times of a text, resolved against its scene.

`read(low, start, end, scene)` goes through one stretch of normal text and yields what it understood,
in order; what the patterns leave open (the year, the day before) the scene fills in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import cache

from claims.reading import dates_calendar as cal
from claims.reading.dates_calendar import Stretch
from claims.reading.dates_scene import CLOCKS, MOST, TRIES, Found, Reader, Scene, Sense, after, before, by, sense, since
from claims.reading.dates_zh_clock import read_lone_clock, read_lone_part
from claims.reading.dates_zh_full import NOTHING, read_dated
from claims.reading.dates_zh_grammar import grammar, scan
from claims.reading.dates_zh_named import (
    read_decade,
    read_holiday,
    read_period,
    read_plan,
    read_same,
    read_week,
    read_week_of,
)
from claims.reading.dates_zh_numeric import (
    read_bare_year,
    read_era,
    read_fiscal,
    read_iso,
    read_slashed,
    read_year_month,
    read_years,
)
from claims.reading.dates_zh_steps import read_ago, read_span
from claims.reading.dates_zh_words import read_loose, read_press, read_to_date
from claims.reading.wordfile import word_file
from claims.vocabulary import Grain, TimeRelation

Hit = tuple[int, int, Sense, bool]  # start, end, meaning, whether the year was written out


AHEAD = 10  # characters before a date in which 将于 and its like turn it to the future


YEAR_HOLDS = 16  # characters after a written year in which a month without one shares it


RUN = re.compile(r"(?:\d++|[零一二三四五六七八九十百千两廿卅0-9]++|[半几数])")


NUMERIC = frozenset("0123456789零一二三四五六七八九十百千两廿卅半几数多")


_OTHER_CHARACTERS = (
    "0123456789零一二三四五六七八九十百千两廿卅半几数多余来初年月日号周星期礼拜天点时分秒刻钟整个季度上中下旬世纪代前后内里以之间至到从自由或及和"
    "与在于起开始止截为本这那当同次翌去今明昨近最过未今接还剩再再头第底末左右期间晚早年终财政会计规划“”\"'「」‘’()[]{}-/.~:,;年fyqhampmtzd@+ 大小许更长假假期黄金周段们的是"
    "后来先直期待此刻两仨俩直到为止不晚迟于区间跨除夕夜里打算农历阴历闰正腊廿"
)


RECURRING = frozenset(("每月", "每年", "每周", "每逢", "每个", "逐年"))


def read(low: str, start: int, end: int, scene: Scene) -> Iterator[Hit]:
    """What each date of low[start:end] means, in order and without overlap."""
    done, tries, met = start, 0, 0
    for found in scan().finditer(low, start, end):
        at = found.start()
        if at < done:
            continue
        tries += 1
        if tries > TRIES or met > MOST:
            return
        if scene.year is not None and ("。" in low[scene.year_until : at] or at - scene.year_until > YEAR_HOLDS):
            scene.year = None
        hit = _read_at(low, at, end, scene)
        if hit is not None and (low[at - 1 : at] == "每" or low[max(0, at - 2) : at] in RECURRING):
            done = hit[1]  # every month until the 20th is no date
            continue
        if hit is not None and hit[1] > at:
            done = hit[1]
            if hit[2] is not NOTHING:
                met += 1
                yield hit


def read_alone(low: str, start: int, end: int, scene: Scene) -> Hit | None:
    """The one date that low[start:end] is, read freely; None when it is more or less than one."""
    if low[start:end].strip(_date_characters()):
        return None
    scene.alone = True
    opening = grammar().opening.match(low, start, end)
    at = opening.end() if opening else start
    hit = _read_at(low, at, end, scene) if at < end else None
    if hit is None or hit[1] < end or hit[2] is NOTHING:
        scene.alone = False
        return None
    meant = hit[2]
    if opening and meant.relation is TimeRelation.at and meant.grain is not Grain.span and meant.grain not in CLOCKS:
        meant = since(meant)
    return start, end, meant, hit[3]


@cache
def _date_characters() -> str:
    """Every character that a Chinese date can hold."""
    words = word_file("dates_zh")
    lists = (word for value in words.values() for word in value)
    return "".join(sorted({char for word in lists for char in word} | set(_OTHER_CHARACTERS)))


def _read_at(low: str, at: int, end: int, scene: Scene) -> Hit | None:
    scene.ahead = lambda: grammar().ahead.search(low, max(0, at - AHEAD), at) is not None
    first = _first(low, at, end, scene)
    if first is None:
        return None
    stop, meant, written = first
    try:
        joined = _joined(low, stop, end, scene, meant)
    except (ValueError, OverflowError, LookupError):
        joined = None
    if joined is not None:
        return at, joined[0], joined[1], written
    while low[stop - 1] in " ,的(" and stop - 1 > at:
        stop -= 1
    return (at, *_related(low, at, stop, end, scene, meant), written)


def _first(low: str, at: int, end: int, scene: Scene) -> Found | None:
    for reader in _readers(low, at, end):
        try:
            found = reader(low, at, end, scene)
        except (ValueError, OverflowError, LookupError):
            continue
        if found is not None:
            return found
    return None


def _readers(low: str, at: int, end: int) -> tuple[Reader, ...]:
    """The readers that can begin at the offset, by its character and, behind a number, by what follows it."""
    char = low[at]
    if char not in NUMERIC:
        return _by_character().get(char, ())
    run = RUN.match(low, at, end)
    follows = low[run.end() : run.end() + 1] if run else ""
    return BEHIND.get(follows, NUMBER_READERS)


@cache
def _by_character() -> dict[str, tuple[Reader, ...]]:
    words = word_file("dates_zh")
    holidays = {
        **words["fixed_holidays"],
        **words["lunar_holidays"],
        **words["weekday_holidays"],
        **words["solar_terms"],
    }
    steps = ("years", "years_back", "months", "months_back", "days", "days_back", "parts_with_day", "seasons", "zones")
    zones = {word[0] for word in words["zones"]}
    parts = {word[0] for word in words["parts"]}
    years = {word[0] for word in words["years"]}
    begins: dict[Reader, set[str]] = {
        read_to_date: set("年今"), read_press: set("截发到"), read_period: set("上去前"), read_same: set("当该本这上下"),
        read_plan: set("“\"「『十六七八九"), read_decade: set("上本"), read_fiscal: set("f"), read_week_of: set("第最"),
        read_span: set("最近过此之前上未今接下后还再"), read_holiday: {name[0] for name in holidays} | years, read_iso: set("截"),
        read_week: set("上下本这当周星礼截"), read_dated: {word[0] for key in steps for word in words[key]} | set("截在于农阴第前头上下q正腊元十"),
        read_era: {name[0] for name in words["eras"]}, read_lone_clock: parts | zones, read_lone_part: parts,
        read_loose: {word[0] for key in ("now", "lately", "then") for word in words[key]} | set("全年月上中下周隔一岁"),
    }  # fmt: skip
    characters = set().union(*begins.values())
    return {char: tuple(reader for reader in WORD_READERS if char in begins[reader]) for char in characters}


def _joined(low: str, stop: int, end: int, scene: Scene, left: Sense) -> tuple[int, Sense] | None:
    """A range whose second half is a date of its own: 2024年3月至2025年1月."""
    to = grammar().to.match(low, stop, end)
    if to is None or to.end() >= end or left.relation is not TimeRelation.at or left.earliest is None:
        return None
    kept = scene.year, scene.year_until
    scene.year = left.earliest.year
    alone, scene.alone = scene.alone, scene.alone or left.grain in CLOCKS
    fine, scene.fine = (
        scene.fine,
        cal.day(left.earliest) if left.grain in CLOCKS or left.grain is Grain.day else scene.fine,
    )
    found = _first(low, to.end(), end, scene)
    scene.year, scene.year_until, scene.alone, scene.fine = *kept, alone, fine
    if found is None or found[1].latest is None or found[1].relation is not TimeRelation.at:
        return None
    right = found[1]
    if right.latest is not None and right.latest <= left.earliest and right.grain in CLOCKS:
        later = next(hours for hours in (12, 24, 48) if right.latest + timedelta(hours=hours) > left.earliest)
        right = replace(right, latest=right.latest + timedelta(hours=later))
    elif right.latest is not None and right.latest <= left.earliest and right.earliest is not None:
        right = sense(cal.shifted(Stretch(right.earliest, right.latest, right.grain), 1, "year"))
    grain = Grain.span if right.grain not in CLOCKS else right.grain
    return found[0], Sense(left.earliest, right.latest, grain, TimeRelation.at, left.approximate or right.approximate)


def _related(low: str, at: int, stop: int, end: int, scene: Scene, meant: Sense) -> tuple[int, Sense]:
    """The words before and after that open, close or blur it: 前, 以来, 自, 左右."""
    if meant.relation is not TimeRelation.at or meant is NOTHING:
        return stop, meant
    g = grammar()
    found = g.suffix.match(low, stop, end)
    if found is not None:
        kind = found.lastgroup
        stop = found.end()
        if kind in ("incl", "before"):
            exact = (
                kind == "before"
                and meant.grain in (Grain.year, Grain.month, Grain.quarter, Grain.half)
                and low[found.start() - 1] not in "底末终"
            )
            return stop, before(meant) if exact else by(meant)
        if kind in ("incl2", "after"):
            return stop, after(meant) if kind == "after" else since(meant)
        if kind == "since":
            if low[stop - 1] not in "起始":
                return stop, _until_now(since(meant), scene)
            return (stop, since(meant)) if scene.alone else (found.start(), replace(meant, relation=TimeRelation.since))
        if kind == "around":
            last_days = meant.grain is Grain.third and low[found.start() - 1] in "底末" and meant.stretch
            return stop, replace(sense(cal.final_day(last_days)) if last_days else meant, approximate=True)
        return stop, meant
    if g.until.search(low, max(0, at - 6), at):
        return stop, by(meant)
    if g.later.search(low, max(0, at - 5), at):
        return stop, since(meant)
    return stop, meant


def _until_now(meant: Sense, scene: Scene) -> Sense:
    """以来 reaches to the anchor's day; without an anchor it stays open."""
    if scene.alone or scene.anchor is None or meant.earliest is None:
        return meant
    latest = cal.day(scene.anchor).end
    return replace(meant, latest=latest, grain=Grain.span) if latest > meant.earliest else meant


NUMBER_READERS: tuple[Reader, ...] = (
    read_iso, read_slashed, read_years, read_year_month, read_decade, read_fiscal, read_plan, read_ago, read_week_of, read_holiday, read_dated, read_lone_clock, read_bare_year,
)  # fmt: skip


WORD_READERS: tuple[Reader, ...] = (
    read_to_date, read_press, read_period, read_same, read_plan, read_decade, read_fiscal, read_week_of, read_span, read_holiday, read_iso, read_week, read_dated, read_era,
    read_lone_clock, read_loose, read_lone_part,
)  # fmt: skip


_COUNTED: tuple[Reader, ...] = (read_ago, read_week_of, read_dated)


BEHIND: dict[str, tuple[Reader, ...]] = {
    "年": (read_years, read_decade, read_fiscal, read_ago, read_week_of, read_holiday, read_dated),
    "月": (read_years, read_dated),
    "日": (read_ago, read_dated),
    "号": (read_dated,),
    "点": (read_dated, read_lone_clock),
    "时": (read_dated, read_lone_clock),
    ":": (read_dated, read_lone_clock),
    "天": (read_ago,), "小": (read_ago,), "分": (read_ago,), "秒": (read_ago,), "个": _COUNTED, "周": _COUNTED, "星": _COUNTED, "多": (read_ago,), "余": (read_ago,),
    "世": (read_decade, read_ago),
    "季": (read_years, read_dated),
    "财": (read_fiscal,), "会": (read_fiscal,),
    "五": (read_plan,),
    "/": (read_iso, read_slashed, read_year_month, read_years, read_dated),
}  # fmt: skip
