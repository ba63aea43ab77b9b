"""Chinese dates counted from another: 六年前, 三天后, 18个月内, 近三年."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from claims.reading import dates_calendar as cal
from claims.reading.dates_calendar import DAY
from claims.reading.dates_scene import Found, Scene, Sense, sense
from claims.reading.dates_zh_grammar import grammar
from claims.reading.numerals import zh_decimal
from claims.vocabulary import Grain, TimeRelation

UNITS = (
    ("世纪", "century"), ("年代", "decade"), ("季", "quarter"), ("月", "month"), ("星期", "week"), ("礼拜", "week"),
    ("周年", "year"), ("周", "week"), ("小时", "hour"), ("钟头", "hour"), ("年", "year"), ("天", "day"), ("日", "day"),
    ("分", "minute"), ("秒", "second"),
)  # fmt: skip


def _unit(text: str) -> str:
    return next(unit for word, unit in UNITS if word in text)


def _amount(text: str) -> float | None:
    if text == "半":
        return 0.5
    if text in ("几", "数", "数十", "多"):
        return None
    if "." in text:
        return float(text)
    value = zh_decimal(text)
    return None if value is None else float(value)


def read_ago(low: str, at: int, end: int, scene: Scene) -> Found | None:
    """三个月前, 两年后: a moment some units away from the anchor."""
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


def read_span(low: str, at: int, end: int, scene: Scene) -> Found | None:
    """近三年, 未来两周, 过去5个交易日: a stretch that begins or ends at the anchor."""
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
