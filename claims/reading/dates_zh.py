"""Chinese dates and times of a text, resolved against its scene.

`read(low, start, end, scene)` goes through one stretch of normal text and yields what it understood,
in order; what the patterns leave open (the year, the day before) the scene fills in.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cache

from claims.reading import dates_calendar as cal
from claims.reading.dates_calendar import DAY, Stretch
from claims.reading.dates_lunar import lunar_day, new_year_eve, solar_term
from claims.reading.dates_scene import CLOCKS, MOST, TRIES, Scene, Sense, after, before, by, sense, since
from claims.reading.dates_zh_grammar import grammar, scan
from claims.reading.numerals import ZH_DIGITS, zh_decimal, zh_integer
from claims.reading.wordfile import word_file
from claims.vocabulary import Grain, TimeRelation

Hit = tuple[int, int, Sense, bool]  # start, end, meaning, whether the year was written out
Found = tuple[int, Sense, bool]  # end, meaning, written year
Reader = Callable[[str, int, int, Scene], "Found | None"]

LATELY = 13  # days before the anchor that 近日 reaches back, which makes fourteen with the anchor's own
AHEAD = 10  # characters before a date in which 将于 and its like turn it to the future
ERA_REACH = 24  # characters behind the year of an era in which its month and day stand
YEAR_HOLDS = 16  # characters after a written year in which a month without one shares it
RUN = re.compile(r"(?:\d++|[零一二三四五六七八九十百千两廿卅0-9]++|[半几数])")
NUMERIC = frozenset("0123456789零一二三四五六七八九十百千两廿卅半几数多")
_OTHER_CHARACTERS = (
    "0123456789零一二三四五六七八九十百千两廿卅半几数多余来初年月日号周星期礼拜天点时分秒刻钟整个季度上中下旬世纪代前后内里以之间至到从自由或及和"
    "与在于起开始止截为本这那当同次翌去今明昨近最过未今接还剩再再头第底末左右期间晚早年终财政会计规划“”\"'「」‘’()[]{}-/.~:,;年fyqhampmtzd@+ 大小许更长假假期黄金周段们的是"
    "后来先直期待此刻两仨俩直到为止不晚迟于区间跨除夕夜里打算农历阴历闰正腊廿"
)
RECURRING = frozenset(("每月", "每年", "每周", "每逢", "每个", "逐年"))
NOTHING = Sense(None, None, Grain.day)  # a date that cannot be, such as 2月30日
_UNITS = (
    ("世纪", "century"), ("年代", "decade"), ("季", "quarter"), ("月", "month"), ("星期", "week"), ("礼拜", "week"),
    ("周年", "year"), ("周", "week"), ("小时", "hour"), ("钟头", "hour"), ("年", "year"), ("天", "day"), ("日", "day"),
    ("分", "minute"), ("秒", "second"),
)  # fmt: skip


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
        _to_date: set("年今"), _press: set("截发到"), _period: set("上去前"), _same: set("当该本这上下"),
        _plan: set("“\"「『十六七八九"), _decade: set("上本"), _fiscal: set("f"), _week_of: set("第最"),
        _span: set("最近过此之前上未今接下后还再"), _holiday: {name[0] for name in holidays} | years, _iso: set("截"),
        _week: set("上下本这当周星礼截"), _dated: {word[0] for key in steps for word in words[key]} | set("截在于农阴第前头上下q正腊元十"),
        _era: {name[0] for name in words["eras"]}, _lone_clock: parts | zones, _lone_part: parts,
        _loose: {word[0] for key in ("now", "lately", "then") for word in words[key]} | set("全年月上中下周隔一岁"),
    }  # fmt: skip
    characters = set().union(*begins.values())
    return {char: tuple(reader for reader in WORD_READERS if char in begins[reader]) for char in characters}


def _impossible(low: str, at: int, end: int) -> Found | None:
    """A full date that the calendar does not have is passed over whole, not read in part."""
    found = grammar().dated.match(low, at, end)
    return (found.end(), NOTHING, False) if found and found["d"] and found["m"] else None


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


# ── full and partial dates ───────────────────────────────────────────────────


def _dated(low: str, at: int, end: int, scene: Scene) -> Found | None:
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
    meant = _timed(g, base, scene)
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
        return _two_digits(text, scene), True
    if text := g["ry"]:
        return scene.now.year + int(words["years"][text]), True
    if text := g["by"]:
        back = scene.year or (scene.fine or scene.period or cal.day(scene.now)).start.year
        return back + int(words["years_back"][text]), True
    return None, False


def _two_digits(text: str, scene: Scene) -> int:
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


# ── clock times and parts of the day ─────────────────────────────────────────


def _timed(g: dict[str, str | None], base: Sense, scene: Scene) -> Sense:
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


def _lone_clock(low: str, at: int, end: int, scene: Scene) -> Found | None:
    found = grammar().clock.match(low, at, end)
    if found is None:
        return None
    g: dict[str, str | None] = {"dp": None, "zone0": None} | found.groupdict()
    said = low[at : found.end()]
    if g["h"] and not (
        g["part"] or g["half"] or g["kq"] or "时" in said or "分" in said or "钟" in said or scene.alone
    ):
        return None  # 上涨8点, 三点五
    return found.end(), _timed(g, sense(scene.near(at)), scene), False


def _lone_part(low: str, at: int, end: int, scene: Scene) -> Found | None:
    found = grammar().part.match(low, at, end)
    if found is None or not scene.alone:
        return None
    return found.end(), _part(sense(cal.day(scene.now)), found["part"]), False


# ── numeric forms ────────────────────────────────────────────────────────────


def _iso(low: str, at: int, end: int, scene: Scene) -> Found | None:
    found = grammar().iso.match(low, at, end)
    if found is None:
        return None
    g: dict[str, str | None] = {"dp": None, "zone0": None} | found.groupdict()
    day = sense(cal.date(int(found["y"]), int(found["m"]), int(found["d"])), relative=False)
    meant = _timed(g, day, scene)
    if g["iz"] and meant.grain in CLOCKS:
        meant = replace(meant, zone=g["iz"].upper())
    if g["pre"]:
        meant = replace(by(meant), relation=TimeRelation.as_of)
    return found.end(), meant, True


def _slashed(low: str, at: int, end: int, scene: Scene) -> Found | None:
    found = grammar().slashed.match(low, at, end)
    if found is None or (len(found["y"]) < 4 and not scene.alone and found["sep"] != "/"):
        return None
    a, b, last = int(found["a"]), int(found["b"]), found["y"]
    if len(last) <= 2 and len(found["a"]) == 2 and found["sep"] == "-" and b <= 12 and 1 <= int(last) <= 31:
        return found.end(), sense(cal.date(_two_digits(found["a"], scene), b, int(last)), relative=False), True
    if len(last) == 1:
        return None
    year = int(last) if len(last) == 4 else _two_digits(last, scene)
    day, month = (a, b) if b <= 12 else (b, a)
    return found.end(), sense(cal.date(year, month, day), relative=False), True


def _year_month(low: str, at: int, end: int, scene: Scene) -> Found | None:
    found = grammar().year_month.match(low, at, end)
    return found and (found.end(), sense(cal.month(int(found["y"]), int(found["m"])), relative=False), True)


def _years(low: str, at: int, end: int, scene: Scene) -> Found | None:
    found = grammar().years.match(low, at, end)
    if found is None:
        return None
    first, last = (_whole_year(found[a] or found[b], scene) for a, b in (("a", "a2"), ("b", "b2")))
    if not first < last < first + 500:
        return None
    return found.end(), sense(cal.years(first, last), relative=False), True


def _whole_year(text: str, scene: Scene) -> int:
    text = re.sub(r"\s", "", text)
    return int(zh_integer(text) or 0) if len(text) == 4 else _two_digits(text, scene)


def _bare_year(low: str, at: int, end: int, scene: Scene) -> Found | None:
    found = grammar().bare_year.match(low, at, end)
    if found is None or not (
        scene.alone or found["y"][0] in "一二" or (low[at - 1 : at] in ("在", "于", "到", "从", "自", "至", "(") and at)
    ):
        return None
    return found.end(), sense(cal.year(int(zh_integer(found["y"]) or 0)), relative=False), True


def _era(low: str, at: int, end: int, scene: Scene) -> Found | None:
    found = grammar().era.match(low, at, end)
    if found is None:
        return None
    number = 1 if found["n"] == "元" else int(zh_integer(found["n"]) or 0)
    year = int(word_file("dates_zh")["eras"][found["era"]]) + number
    words = f"{year:04}年" + low[found.end() : min(end, found.end() + ERA_REACH)]
    rest = _dated(words, 0, len(words), scene)
    if rest is None:
        return found.end(), sense(cal.year(year), relative=False), True
    return found.end() + rest[0] - 5, rest[1], True


# ── steps from the anchor ────────────────────────────────────────────────────


def _unit(text: str) -> str:
    return next(unit for word, unit in _UNITS if word in text)


def _amount(text: str) -> float | None:
    if text == "半":
        return 0.5
    if text in ("几", "数", "数十", "多"):
        return None
    if "." in text:
        return float(text)
    value = zh_decimal(text)
    return None if value is None else float(value)


def _ago(low: str, at: int, end: int, scene: Scene) -> Found | None:
    found = grammar().ago.match(low, at, end)
    if found is None:
        return None
    count, unit, way = _amount(found["n"]), _unit(found["u"]), found["way"]
    if (
        count is None
        or found["n"].startswith("0")
        or (unit == "year" and count >= 1000)
        or (unit == "day" and "日" in found["u"] and way != "内")
    ):
        return None
    if unit == "month" and "月" in found["u"] and "个" not in found["u"]:
        return None
    count += 0.5 if found["half"] or found["andhalf"] else 0
    approximate = bool(found["more"])
    if way in ("前", "后"):
        sign = -1 if way == "前" else 1
        base = scene.focus.start if way == "后" and scene.fine and unit in ("day", "week", "month") else scene.now
        moment = cal.step(base, sign * count, unit)
        if found["n2"] and found["u2"]:
            moment = cal.step(moment, sign * (_amount(found["n2"]) or 0), _unit(found["u2"]))
        return found.end(), replace(_at_grain(moment, unit, scene), approximate=approximate), False
    if way in ("内", "里"):
        return found.end(), _within(scene, count, unit), False
    start = cal.step(scene.now, -count, unit)
    return found.end(), Sense(cal.midnight(start), cal.day(scene.now).end, Grain.span, approximate=approximate), False


def _at_grain(moment: datetime, unit: str, scene: Scene) -> Sense:
    """六年前 is a year, 三个月前 a month, 两天前 a day, 三小时前 a moment."""
    if unit in cal.CLOCK_STEPS:
        return sense(cal.instant(moment))
    if unit == "week" or scene.alone:
        return sense(cal.day(moment), approximate=unit == "week" and not scene.alone)
    return sense(cal.unit_at(moment, unit))


def _within(scene: Scene, count: float, unit: str) -> Sense:
    start, finish = scene.now, cal.step(scene.now, count, unit)
    if unit in cal.CLOCK_STEPS:
        return Sense(start, finish, Grain.minute, TimeRelation.within)
    return Sense(cal.midnight(start), cal.day(finish).end, Grain.span, TimeRelation.within)


def _span(low: str, at: int, end: int, scene: Scene) -> Found | None:
    found = grammar().span.match(low, at, end)
    if found is None:
        return None
    way, count, unit = found["way"], _amount(found["n"]), _unit(found["u"])
    if count is None or (
        way in ("上", "下", "前", "后", "近", "之前") and not (found["tail"] or unit != "month" or "个" in found["u"])
    ):
        return None
    if (way in ("前", "后") and not scene.alone) or (
        unit == "year" and (count >= 1000 or (way in ("上", "下") and count <= 1))
    ):
        return None
    if unit == "month" and "个" not in found["u"]:
        return None
    ahead = way[0] in "未今接下后还再"
    now = scene.now
    far = cal.step(now, count if ahead else -count, unit)
    if unit in cal.CLOCK_STEPS:
        left, right = (now, far) if ahead else (far, now)
        return found.end(), Sense(left, right, Grain.minute, TimeRelation.within), False
    if ahead:
        left, right = cal.midnight(now), cal.day(far).end
        if scene.alone:
            left, right = left + DAY, right
    else:
        left, right = cal.midnight(far), cal.midnight(now) if scene.alone else cal.day(now).end
    return (
        found.end(),
        Sense(left, right, Grain.span, TimeRelation.within, approximate=way in ("近", "最近") or bool(found["more"])),
        False,
    )


# ── weeks, quarters, holidays, plans ─────────────────────────────────────────


def _week(low: str, at: int, end: int, scene: Scene) -> Found | None:
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
    meant = _timed(g, sense(day), scene)
    return found.end(), replace(by(meant), relation=TimeRelation.as_of) if found["pre"] else meant, False


def _week_of(low: str, at: int, end: int, scene: Scene) -> Found | None:
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


def _same(low: str, at: int, end: int, scene: Scene) -> Found | None:
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


def _period(low: str, at: int, end: int, scene: Scene) -> Found | None:
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


def _holiday(low: str, at: int, end: int, scene: Scene) -> Found | None:
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


def _plan(low: str, at: int, end: int, scene: Scene) -> Found | None:
    found = grammar().quoted_plan.match(low, at, end) or grammar().plan.match(low, at, end)
    if found is None:
        return None
    number = int(zh_integer(found["n"]) or 0)
    plan = cal.years(1951 + 5 * (number - 0), 1955 + 5 * number)
    stretch = cal.month(plan.last.year, 12) if found["s"] in ("末", "收官") else plan
    return found.end(), sense(stretch, background=True), False


def _decade(low: str, at: int, end: int, scene: Scene) -> Found | None:
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


def _fiscal(low: str, at: int, end: int, scene: Scene) -> Found | None:
    """A financial year, by the calendar the text gives; without one the calendar year, marked approximate."""
    found = grammar().fiscal.match(low, at, end)
    if found is None:
        return None
    text = found["y"] or found["y2"] or found["y3"]
    year = int(zh_integer(text) or 0) if len(text) == 4 else _two_digits(text, scene)
    return found.end(), fiscal_year(year, scene), True


def fiscal_year(year: int, scene: Scene) -> Sense:
    """The financial year that ends in the given year, when the text tells the month it ends in."""
    if scene.fiscal_end in (None, 12):
        return sense(cal.year(year), approximate=scene.fiscal_end is None, relative=False, background=True)
    end = cal.month(year, scene.fiscal_end).end
    return Sense(cal.step(end, -12, "month"), end, Grain.year, relative=False, background=True)


# ── single words ─────────────────────────────────────────────────────────────


def _to_date(low: str, at: int, end: int, scene: Scene) -> Found | None:
    found = grammar().todate.match(low, at, end)
    if found is None:
        return None
    if found["rest"]:
        return found.end(), Sense(cal.midnight(scene.now), cal.year(scene.now.year).end, Grain.span), False
    return (
        found.end(),
        Sense(datetime(scene.now.year, 1, 1), cal.day(scene.now).end, Grain.span, TimeRelation.since),
        False,
    )


def _press(low: str, at: int, end: int, scene: Scene) -> Found | None:
    """截至发稿: the moment of publication."""
    found = grammar().press.match(low, at, end)
    if found is not None:
        moment = sense(cal.instant(scene.now))
        return found.end(), by(moment) if found["b"] else replace(moment, relation=TimeRelation.as_of), False
    found = grammar().as_of_now.match(low, at, end)
    return found and (found.end(), replace(by(sense(cal.day(scene.now))), relation=TimeRelation.as_of), False)


def _loose(low: str, at: int, end: int, scene: Scene) -> Found | None:
    found = grammar().loose.match(low, at, end)
    if found is None:
        return None
    kind = found.lastgroup or ""
    if kind == "then":
        if scene.then is None:
            return None
        return found.end(), sense(scene.then), False
    if kind == "lately":
        return (
            found.end(),
            Sense(
                cal.midnight(scene.now) - LATELY * DAY,
                cal.day(scene.now).end,
                Grain.span,
                approximate=True,
                background=True,
            ),
            False,
        )
    stretch = _loose_stretch(kind, scene)
    return found.end(), sense(stretch, approximate=kind == "ymid", background=kind in ("now", "year", "night")), False


def _loose_stretch(kind: str, scene: Scene) -> Stretch:
    now = scene.now
    year, month = now.year, cal.month(now.year, now.month)
    if kind in ("year", "yend", "ystart", "ymid"):
        year = scene.year or year
        number = {"yend": 12, "ystart": 1, "ymid": 6}.get(kind)
        return cal.month(year, number) if number else cal.year(year)
    if kind == "month":
        return month
    if kind in ("mend", "mstart", "mmid", "third"):
        return cal.third(month, {"mstart": 1, "mmid": 2}.get(kind, 3))
    if kind == "weekend":
        return cal.weekend(now)
    if kind == "night":
        return cal.days(now - DAY, now)
    if kind == "now" and scene.alone:
        return cal.instant(now)
    return cal.day(now)


NUMBER_READERS: tuple[Reader, ...] = (
    _iso, _slashed, _years, _year_month, _decade, _fiscal, _plan, _ago, _week_of, _holiday, _dated, _lone_clock, _bare_year,
)  # fmt: skip
WORD_READERS: tuple[Reader, ...] = (
    _to_date, _press, _period, _same, _plan, _decade, _fiscal, _week_of, _span, _holiday, _iso, _week, _dated, _era,
    _lone_clock, _loose, _lone_part,
)  # fmt: skip
_COUNTED: tuple[Reader, ...] = (_ago, _week_of, _dated)
BEHIND: dict[str, tuple[Reader, ...]] = {
    "年": (_years, _decade, _fiscal, _ago, _week_of, _holiday, _dated),
    "月": (_years, _dated),
    "日": (_ago, _dated),
    "号": (_dated,),
    "点": (_dated, _lone_clock),
    "时": (_dated, _lone_clock),
    ":": (_dated, _lone_clock),
    "天": (_ago,), "小": (_ago,), "分": (_ago,), "秒": (_ago,), "个": _COUNTED, "周": _COUNTED, "星": _COUNTED, "多": (_ago,), "余": (_ago,),
    "世": (_decade, _ago),
    "季": (_years, _dated),
    "财": (_fiscal,), "会": (_fiscal,),
    "五": (_plan,),
    "/": (_iso, _slashed, _year_month, _years, _dated),
}  # fmt: skip
