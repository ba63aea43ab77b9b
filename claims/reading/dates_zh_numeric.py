"""Chinese dates in figures, years alone and of eras, financial years: 2024-06-05, 2019-2024年, 民国元年, 2025财年."""

from __future__ import annotations

import re
from dataclasses import replace

from claims.reading import dates_calendar as cal
from claims.reading.dates_scene import CLOCKS, Found, Scene, Sense, by, sense
from claims.reading.dates_zh_clock import timed
from claims.reading.dates_zh_full import ERA_REACH, read_dated, two_digit_year
from claims.reading.dates_zh_grammar import grammar
from claims.reading.numerals import zh_integer
from claims.reading.wordfile import word_file
from claims.vocabulary import Grain, TimeRelation


def read_iso(low: str, at: int, end: int, scene: Scene) -> Found | None:
    """2024-06-05 14:05 and the like: year first, with a clock time and zone where stated."""
    found = grammar().iso.match(low, at, end)
    if found is None:
        return None
    g: dict[str, str | None] = {"dp": None, "zone0": None} | found.groupdict()
    day = sense(cal.date(int(found["y"]), int(found["m"]), int(found["d"])), relative=False)
    meant = timed(g, day, scene)
    if g["iz"] and meant.grain in CLOCKS:
        meant = replace(meant, zone=g["iz"].upper())
    if g["pre"]:
        meant = replace(by(meant), relation=TimeRelation.as_of)
    return found.end(), meant, True


def read_slashed(low: str, at: int, end: int, scene: Scene) -> Found | None:
    """5/6/2024: day first unless only the other order is a date."""
    found = grammar().slashed.match(low, at, end)
    if found is None or (len(found["y"]) < 4 and not scene.alone and found["sep"] != "/"):
        return None
    a, b, last = int(found["a"]), int(found["b"]), found["y"]
    if len(last) <= 2 and len(found["a"]) == 2 and found["sep"] == "-" and b <= 12 and 1 <= int(last) <= 31:
        return found.end(), sense(cal.date(two_digit_year(found["a"], scene), b, int(last)), relative=False), True
    if len(last) == 1:
        return None
    year = int(last) if len(last) == 4 else two_digit_year(last, scene)
    day, month = (a, b) if b <= 12 else (b, a)
    return found.end(), sense(cal.date(year, month, day), relative=False), True


def read_year_month(low: str, at: int, end: int, scene: Scene) -> Found | None:
    """2024.06, 2024/6: a month."""
    found = grammar().year_month.match(low, at, end)
    return found and (found.end(), sense(cal.month(int(found["y"]), int(found["m"])), relative=False), True)


def read_years(low: str, at: int, end: int, scene: Scene) -> Found | None:
    """2019-2024, 二〇一九至二四年: a span of years, at most five hundred."""
    found = grammar().years.match(low, at, end)
    if found is None:
        return None
    first, last = (_whole_year(found[a] or found[b], scene) for a, b in (("a", "a2"), ("b", "b2")))
    if not first < last < first + 500:
        return None
    return found.end(), sense(cal.years(first, last), relative=False), True


def _whole_year(text: str, scene: Scene) -> int:
    text = re.sub(r"\s", "", text)
    return int(zh_integer(text) or 0) if len(text) == 4 else two_digit_year(text, scene)


def read_bare_year(low: str, at: int, end: int, scene: Scene) -> Found | None:
    """一九九八, 在2019: a year without 年, where the place or the letters show that it is one."""
    found = grammar().bare_year.match(low, at, end)
    if found is None or not (
        scene.alone or found["y"][0] in "一二" or (low[at - 1 : at] in ("在", "于", "到", "从", "自", "至", "(") and at)
    ):
        return None
    return found.end(), sense(cal.year(int(zh_integer(found["y"]) or 0)), relative=False), True


def read_era(low: str, at: int, end: int, scene: Scene) -> Found | None:
    """民国三十八年, 令和6年5月: a year counted within an era, with the rest of its date."""
    found = grammar().era.match(low, at, end)
    if found is None:
        return None
    number = 1 if found["n"] == "元" else int(zh_integer(found["n"]) or 0)
    year = int(word_file("dates_zh")["eras"][found["era"]]) + number
    words = f"{year:04}年" + low[found.end() : min(end, found.end() + ERA_REACH)]
    rest = read_dated(words, 0, len(words), scene)
    if rest is None:
        return found.end(), sense(cal.year(year), relative=False), True
    return found.end() + rest[0] - 5, rest[1], True


def read_fiscal(low: str, at: int, end: int, scene: Scene) -> Found | None:
    """A financial year, by the calendar the text gives; without one the calendar year, marked approximate."""
    found = grammar().fiscal.match(low, at, end)
    if found is None:
        return None
    text = found["y"] or found["y2"] or found["y3"]
    year = int(zh_integer(text) or 0) if len(text) == 4 else two_digit_year(text, scene)
    return found.end(), fiscal_year(year, scene), True


def fiscal_year(year: int, scene: Scene) -> Sense:
    """The financial year that ends in the given year, when the text tells the month it ends in."""
    if scene.fiscal_end in (None, 12):
        return sense(cal.year(year), approximate=scene.fiscal_end is None, relative=False, background=True)
    end = cal.month(year, scene.fiscal_end).end
    return Sense(cal.step(end, -12, "month"), end, Grain.year, relative=False, background=True)
