"""The units, currencies and signs that may stand beside a number, looked up by the words of the text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from claims.reading.wordfile import word_file
from claims.vocabulary import FigureKind

PERCENT = "percent"
POINT = "percentage point"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit by its name in the answer and what it makes of the number."""

    name: str | None
    kind: FigureKind
    scale: str = "1"  # 25 cents are 0.25 of the currency


def choice(words: Iterable[str]) -> str:
    """The words as an alternation, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


@cache
def english_units() -> dict[str, Unit]:
    """Every English form of a unit or currency."""
    found: dict[str, Unit] = {}
    units = word_file("units")
    for kind, members in ((FigureKind.duration, units["duration"]), (FigureKind.measure, units["measure"])):
        for name, forms in members.items():
            found |= {form: Unit(name, kind) for form in forms.get("en", ())}
    for code, forms in word_file("currencies")["names"].items():
        found |= {form: Unit(code, FigureKind.money) for form in forms["en"]}
    for code in ("USD", "EUR", "GBP", "CNY", "CHF", "SEK", "NOK", "DKK", "JPY"):
        found[f"m{code.lower()}"] = Unit(code, FigureKind.money, "1000000")
    found |= {sign: Unit(code, FigureKind.money) for sign, code in word_file("currencies")["signs"].items()}
    found |= {form: Unit("USD", FigureKind.money, "0.01") for form in word_file("currencies")["minor_en"]}
    for form in ("%", "percent", "per cent", "percents", "pct", "percentage"):
        found[form] = Unit(PERCENT, FigureKind.percent)
    for form in ("percentage point", "percentage points", "percent points", "pp", "pps", "ppt", "points of a percent"):
        found[form] = Unit(POINT, FigureKind.points)
    for form in ("basis point", "basis points", "bps", "bp"):
        found[form] = Unit(POINT, FigureKind.points, "0.01")
    for form in ("times", "fold"):
        found[form] = Unit("times", FigureKind.multiple)
    return found


@cache
def chinese_units() -> dict[str, Unit]:
    """Every Chinese form of a unit or currency, and the Latin ones written beside Chinese numbers."""
    found: dict[str, Unit] = {}
    units = word_file("units")
    for kind, members in ((FigureKind.duration, units["duration"]), (FigureKind.measure, units["measure"])):
        for name, forms in members.items():
            latin = [
                form
                for form in forms.get("en", ())
                if len(form) > 1
                and len(form) < 5
                and form
                not in (
                    "in",
                    "mi",
                    "min",
                    "mins",
                    "day",
                    "days",
                    "mile",
                    "year",
                    "yrs",
                    "foot",
                    "feet",
                    "mu",
                    "sec",
                    "secs",
                    "week",
                    "bit",
                    "bits",
                    "acre",
                    "inch",
                    "yard",
                )
            ]
            if kind is FigureKind.measure:
                found |= {form: Unit(name, kind) for form in latin}
            found |= {form: Unit(name, kind) for form in forms.get("zh", ())}
    for code, forms in word_file("currencies")["names"].items():
        found |= {form: Unit(code, FigureKind.money) for form in forms.get("zh", ())}
    found |= {form: Unit("CNY", FigureKind.money, scale) for form, scale in word_file("currencies")["minor_zh"].items()}
    found["美分"] = Unit("USD", FigureKind.money, "0.01")
    found |= {"%": Unit(PERCENT, FigureKind.percent), "‰": Unit(PERCENT, FigureKind.percent, "0.1")}
    found |= {"个百分点": Unit(POINT, FigureKind.points), "百分点": Unit(POINT, FigureKind.points)}
    found |= {"个基点": Unit(POINT, FigureKind.points, "0.01"), "基点": Unit(POINT, FigureKind.points, "0.01")}
    return found
