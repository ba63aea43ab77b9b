"""A stated figure as the range of values it allows, in a unit that can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any

from claims.reading.figures_in_line import placed
from claims.reading.lexicon import stem
from claims.reading.wordfile import word_file

ABOUT = Decimal("0.12")  # what "about", "近" and "nearly" leave open: about 30 % covers 27 to 33
ROUNDED = Decimal("0.5")  # half a unit of the last digit stated
BEYOND = Decimal("0.35")  # "over 2,100" is not said of 2,900, nor "nearly 30 %" of 19

_MONEY = {"元": "CNY", "美元": "USD", "欧元": "EUR", "日元": "JPY", "港元": "HKD", "英镑": "GBP", "%": "percent", "％": "percent",
          "成": "percent", "个百分点": "percentage point", "percent": "percent", "euros": "EUR", "dollars": "USD"}  # fmt: skip
_UNIT_AFTER = re.compile(
    r"\s?余?(个百分点|美元|欧元|日元|港元|英镑|元|%|％|[\u3400-\u9fff](?:次)?|[A-Za-z]{3,}(?: points?)?)"
)
_DATE_AFTER = re.compile(
    r"\s?(?:年|月|日|号|时|点|分(?!之)|世纪|周年)|(?:st|nd|rd|th)\b|\s(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
_DATE_BEFORE = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Q)\s?$"
)
_CURRENCY = re.compile(r"^[A-Z]{3}\b")
_PERCENT = frozenset({"percent", "%", "percentage", "percent_decline", "percent_gain", "percent_stake"})
_POINTS = frozenset({"percentage point", "percentage_points", "percentage points", "points", "pp"})


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure: the value stated, the range it allows, and what it counts."""

    text: str
    value: Decimal
    low: Decimal | None
    high: Decimal | None
    unit: str  # canonical; "" where none is stated
    family: str  # money, percent, points, count, time …
    comparator: str
    start: int
    before: str
    after: str

    def agrees(self, other: Amount) -> bool:
        """Whether some value satisfies both."""
        low = max((x for x in (self.low, other.low) if x is not None), default=None)
        high = min((x for x in (self.high, other.high) if x is not None), default=None)
        return low is None or high is None or low <= high

    def same(self, other: Amount) -> bool:
        """Whether both state one value."""
        return self.value == other.value and self.family == other.family

    @property
    def exact(self) -> bool:
        """Whether it is stated without about, over or under."""
        return self.comparator == "="


def amounts_of(figures: Iterable[dict[str, Any]], quote: str) -> tuple[Amount, ...]:
    """The readable figures of a claim; vague ones (many, several) are left out."""
    rows = list(figures)
    if not rows:
        return _from_words(quote)
    out = []
    for figure in rows:
        value, low, high = (_decimal(figure.get(name)) for name in ("value", "low", "high"))
        if value is None and low is None and high is None:
            continue
        middle = value if value is not None else low if high is None else high if low is None else (low + high) / 2
        if middle is None:
            continue
        text = str(figure.get("text") or "")
        if value == 1 and not any(c.isdigit() for c in text):
            continue  # "not a single one", "一个人": no figure to compare
        comparator = str(figure.get("comparator") or "=")
        if comparator in ("many", "several"):
            continue
        if value is None:
            bounds = (low, high)
        else:
            bounds = _bounds(value, comparator, text)
        unit, family = canonical_unit(figure.get("unit"), figure.get("noun"))
        at = quote.find(text) if text else -1
        start = max(at, 0)
        out.append(
            Amount(
                text,
                middle,
                *bounds,
                unit,
                family,
                comparator,
                start,
                quote[max(0, start - 16) : start],
                quote[start + len(text) : start + len(text) + 24],
            )
        )
    return tuple(out)


def _from_words(quote: str) -> tuple[Amount, ...]:
    """Amounts read off the words themselves, for a statement that came without figures; dates are left out."""
    out = []
    for one in placed(quote):
        text, before, after = (
            quote[one.start : one.end],
            quote[max(0, one.start - 16) : one.start],
            quote[one.end : one.end + 24],
        )
        unit = _UNIT_AFTER.match(after)
        money = "USD" if before.rstrip().endswith("$") else None
        if one.value == 1 and not any(c.isdigit() for c in text):
            continue
        if (
            _DATE_AFTER.match(after)
            or (_DATE_BEFORE.search(before) and (one.value <= 31 or 1900 <= one.value <= 2100))
            or (1900 <= one.value <= 2100 and not unit)
        ):
            continue
        name, family = canonical_unit(money or (_MONEY.get(unit[1], unit[1]) if unit else None))
        comparator = {(True, False): ">", (False, True): "<"}.get(
            (one.high is None, one.low is None), "~" if one.bounded else "="
        )
        low, high = _bounds(one.value, comparator, text)
        out.append(Amount(text, one.value, low, high, name, family, comparator, one.start, before, after))
    return tuple(out)


def _decimal(value: object) -> Decimal | None:
    try:
        number = None if value is None else Decimal(str(value))
    except InvalidOperation:
        return None
    return number if number is not None and number.is_finite() else None


def _bounds(value: Decimal, comparator: str, text: str) -> tuple[Decimal | None, Decimal | None]:
    size = abs(value)
    slack = precision(value, text) * ROUNDED
    match comparator:
        case "~":
            return value - max(size * ABOUT, slack), value + max(size * ABOUT, slack)
        case ">" | ">=":
            return value - (slack if comparator == ">" else 0), value + size * BEYOND if comparator == ">" else None
        case "<" | "<=":
            return value - size * BEYOND if comparator == "<" else None, value + slack
        case _:
            return value - slack, value + slack


def precision(value: Decimal, text: str) -> Decimal:
    """The place of the last digit stated: 10,000 for "1.2 million" is 100,000, for "12,345" it is 1."""
    if value == 0:
        return Decimal(0)
    digits = re.search(r"\d[\d,，]*(?:\.(\d+))?", text.replace("，", ","))
    if digits:
        stated = Decimal(digits[0].replace(",", "").rstrip(".") or "0")
        if stated and stated != 0:
            scale = abs(value) / stated
            fraction = len(digits[1] or "")
            if fraction:
                return scale * Decimal(10) ** -fraction
            return scale if scale > 1 else Decimal(0)
    return Decimal(0)


@cache
def canonical_unit(unit: str | None, noun: str | None = None) -> tuple[str, str]:
    """The unit in one word and its family; ("", "count") where none is stated."""
    plain = (unit or "").strip()
    if not plain:
        return (stem(noun.split()[-1]) if noun and noun.isascii() else noun or "", "count")
    low = plain.lower()
    if _CURRENCY.match(plain) and plain[:3].isupper():
        return plain[:3], "money"
    if low in _PERCENT:
        return "percent", "percent"
    if low in _POINTS:
        return "point", "points"
    for word, forms in word_file("units_compared").items():
        if low in forms or stem(low) == word:
            return word, "count" if word in ("person", "dose") else "measure"
    return (stem(low.split()[-1].split("_")[-1]) if plain.isascii() else plain, "count")


@cache
def general_measures() -> frozenset[str]:
    """Chinese measure words that say nothing of what is counted."""
    return frozenset(word_file("relations")["measures_general"]["zh"])


def comparable(a: Amount, b: Amount) -> bool:
    """Whether the two figures are in one unit, as far as the units tell."""
    if a.family != b.family:
        return False
    if a.family in ("percent", "points", "money", "measure"):
        return a.unit == b.unit
    general = general_measures()
    return a.unit == b.unit or not a.unit or not b.unit or a.unit in general or b.unit in general
