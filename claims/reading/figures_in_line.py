"""Figures of one sentence with the words that bound them, for setting two sentences side by side.

Unlike the reader of documents this keeps the place of each figure, so that two sentences that differ in
nothing else can be seen to differ in it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from claims.reading.wordfile import word_file

_TEENS = "thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_SPELT = f"(?:{_TENS})-(?:{_ONES})|{_TEENS}|{_TENS}|{_ONES}|ten|eleven|twelve|half a dozen|a dozen"
_COUNTED = "个名位只条本台辆张件座枚颗次年月日天岁元米里人家所架艘场届"  # what follows a figure in characters
_NUMBER = re.compile(
    rf"(?P<n>\d[\d,]*(?:\.\d+)?|(?<![A-Za-z])(?:{_SPELT})(?![A-Za-z]))"
    r"(?:\s?(?P<m>hundred|thousand|million|billion|trillion)\b|(?P<k>[km](?=\s|$))|(?P<h>万亿|千万|百万|亿|万|千|百))?"
    rf"|[一二两三四五六七八九十百千万亿零]+(?=[{_COUNTED}])",
    re.I,
)
_SCALE = {
    "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12, "k": 1000, "m": 10**6,
    "百": 100, "千": 1000, "万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8, "万亿": 10**12,
}  # fmt: skip
_WORDS = {
    word: n
    for n, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), 1
    )
} | {word: 13 + n for n, word in enumerate(_TEENS.split("|"))}
_WORDS |= {word: 20 + 10 * n for n, word in enumerate(_TENS.split("|"))} | {"half a dozen": 6, "a dozen": 12}
_DIGITS_ZH = {digit: n for n, digit in enumerate("零一二三四五六七八九")} | {"两": 2}
_TENS_ZH = {"十": 10, "百": 100, "千": 1000}
_FULLWIDTH = str.maketrans("０１２３４５６７８９．，％", "0123456789.,%")


@dataclass(frozen=True, slots=True)
class Placed:
    """A figure in a sentence: where its words and its number stand, and the range it allows."""

    start: int
    end: int
    value: Decimal
    low: Decimal | None
    high: Decimal | None
    strict_low: bool  # the bound itself is excluded: "more than 5"
    strict_high: bool
    bounded: bool  # whether a word like "more than" stands with it


def placed(text: str) -> tuple[Placed, ...]:
    """The figures of a sentence in order; a number inside a name (H100, COVID-19) is left out."""
    plain = text.translate(_FULLWIDTH)
    out = []
    for found in _NUMBER.finditer(plain):
        value = _value(found)
        if (
            value is None
            or re.search(r"[A-Za-z]-?$", plain[: found.start()])
            or plain[found.end() : found.end() + 2] == "th"
        ):
            continue
        out.append(_bounded(plain, found.start(), found.end(), value))
    return tuple(out)


def _value(found: re.Match[str]) -> Decimal | None:
    number = found["n"]
    if number is None:
        return _chinese(found[0])
    if number[0].isdigit():
        value = Decimal(number.replace(",", "").rstrip("."))
    else:
        value = Decimal(sum(_WORDS[part] for part in number.lower().split("-")))
    scale = found["m"] or found["k"] or found["h"]
    return value * _SCALE[scale.lower()] if scale else value


def _chinese(text: str) -> Decimal | None:
    """The value of a Chinese numeral: 三百二十 is 320, 两万 is 20,000."""
    if text[0] not in _DIGITS_ZH and text[0] != "十":
        return None
    total = section = digit = 0
    for letter in text:
        if letter in _DIGITS_ZH:
            digit = _DIGITS_ZH[letter]
        elif letter in "万亿":
            total = (total + section + digit) * (10**4 if letter == "万" else 10**8)
            section = digit = 0
        else:
            section += (digit or 1) * _TENS_ZH[letter]
            digit = 0
    return Decimal(total + section + digit) or None


def _bounded(text: str, start: int, end: int, value: Decimal) -> Placed:
    before, after = text[max(0, start - 18) : start], text[end : end + 8]
    for word, sign in _bounds():
        if before.lower().rstrip().endswith(word):
            begin = start - (len(before) - before.lower().rindex(word))
            return _range(begin, end, value, sign)
        if (
            not word.isascii()
            and len(word) < 3
            and re.match(rf"\s?[^\W\d_]{{0,3}}{re.escape(word)}", after)
            and sign in _AFTER
        ):
            return _range(start, end, value, sign)
    return Placed(start, end, value, value, value, False, False, False)


_AFTER = frozenset({">=", "<="})


def _range(start: int, end: int, value: Decimal, sign: str) -> Placed:
    match sign:
        case ">":
            return Placed(start, end, value, value, None, True, False, True)
        case ">=":
            return Placed(start, end, value, value, None, False, False, True)
        case "<":
            return Placed(start, end, value, None, value, False, True, True)
        case "<=":
            return Placed(start, end, value, None, value, False, False, True)
        case _:
            slack = abs(value) * Decimal("0.1")
            return Placed(start, end, value, value - slack, value + slack, False, False, True)


def _bounds() -> list[tuple[str, str]]:
    rows = [(word, sign) for sign, words in word_file("bounds").items() for word in words]
    return sorted(rows, key=lambda row: (-len(row[0]), row[0]))


def disjoint(a: Placed, b: Placed) -> bool:
    """Whether no value satisfies both."""
    return _below(a, b) or _below(b, a)


def _below(a: Placed, b: Placed) -> bool:
    if a.high is None or b.low is None:
        return False
    return a.high < b.low or (a.high == b.low and (a.strict_high or b.strict_low))


def within(a: Placed, b: Placed) -> bool:
    """Whether every value that a allows is allowed by b."""
    low = b.low is None or (
        a.low is not None and (a.low > b.low or (a.low == b.low and (a.strict_low or not b.strict_low)))
    )
    high = b.high is None or (
        a.high is not None and (a.high < b.high or (a.high == b.high and (a.strict_high or not b.strict_high)))
    )
    return low and high
