"""The English text as the date grammar sees it: words, numbers and marks with their meanings."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from claims.reading.numerals import EN_LARGE, EN_SMALL, en_integer, en_ordinals
from claims.reading.wordfile import word_file

TOKEN = re.compile(r"[a-z]+(?:'(?:s|clock|til)\b)?|\d+|[^\s\w]")
_PAST_THE_END = [""] * 48  # more than any reader looks ahead
SURELY = frozenset(("in", "since", "until", "last", "next", "early", "late", "mid", "during"))  # before these a month
BEFORE_WEEKDAY = frozenset(("on", "last", "next", "this", "until", "by", "since", "every"))
ORDINAL_ENDS = frozenset(("st", "nd", "rd", "th"))


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The word lists of English dates in the form that is looked up."""

    months: dict[str, int]
    shy_months: frozenset[str]
    before_month: frozenset[str]
    not_after_month: frozenset[str]
    weekdays: dict[str, int]
    shy_weekdays: frozenset[str]
    days: dict[str, int]
    units: dict[str, str]
    which: dict[str, int]
    seasons: dict[str, int]
    parts: dict[str, tuple[int, int]]
    noon: dict[str, int]
    ordinals: dict[str, int]
    decades: dict[str, int]
    zones: dict[str, str]
    holidays: dict[str, tuple[tuple[str, ...], ...]]  # first word -> whole names, longest first


@cache
def lexicon() -> Lexicon:
    """The lists, read once."""
    words = word_file("dates_en")

    def numbers(key: str) -> dict[str, int]:
        return {word: int(value) for word, value in words[key].items()}

    names = [
        tuple(TOKEN.findall(name))
        for key in ("fixed_holidays", "weekday_holidays", "easter_holidays", "black_friday", "lunar_holidays")
        for name in words[key]
    ]
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for name in sorted(names, key=len, reverse=True):
        by_first.setdefault(name[0], []).append(name)
    holidays = {first: tuple(rows) for first, rows in by_first.items()}
    months, weekdays, units = numbers("months"), numbers("weekdays"), dict(words["units"])
    parts = {word: (int(hours[0]), int(hours[1])) for word, hours in words["parts"].items()}
    return Lexicon(
        months, frozenset(words["shy_months"]), frozenset(words["before_month"]), frozenset(words["not_after_month"]), weekdays,
        frozenset(words["shy_weekdays"]), numbers("days"), units,
        numbers("which"), numbers("seasons"), parts, numbers("noon"), numbers("ordinals"), numbers("decades"),
        dict(words["zones"]), holidays,
    )  # fmt: skip


class Tokens:
    """The tokens of low[start:end]; `text` keeps the capitals."""

    __slots__ = ("at", "count", "end", "lex", "text", "word", "words")

    def __init__(self, text: str, low: str, start: int, end: int) -> None:
        """Split once; words, offsets and ends lie in parallel lists."""
        found = [(m[0], m.start(), m.end()) for m in TOKEN.finditer(low, start, end)]
        self.words = [word for word, _, _ in found] + _PAST_THE_END
        self.word: Callable[[int], str] = self.words.__getitem__  # the word at the index, empty past either end
        self.at = [first for _, first, _ in found]
        self.end = [last for _, _, last in found]
        self.count = len(found)
        self.text = text
        self.lex = lexicon()

    def glued(self, index: int) -> bool:
        """True when nothing stands between this token and the one before."""
        return 0 < index < self.count and self.at[index] == self.end[index - 1]

    def capital(self, index: int) -> bool:
        """True when the word begins with a capital."""
        return self.text[self.at[index]].isupper()

    def skip(self, index: int, *words: str) -> int:
        """The index behind one of the words if it stands there."""
        return index + 1 if self.word(index) in words else index

    def text_of(self, name: tuple[str, ...]) -> str:
        """The holiday's name as the word list writes it."""
        return _names()[name]

    def number(self, index: int) -> tuple[int, float] | None:
        """A cardinal in digits or words, with an optional fraction: (index behind it, value)."""
        word = self.word(index)
        if word.isdecimal():
            if len(word) > 6:
                return None
            value = float(word)
            if (
                self.word(index + 1) == "."
                and self.glued(index + 1)
                and self.glued(index + 2)
                and self.word(index + 2).isdecimal()
            ):
                return (index + 3, float(f"{word}.{self.words[index + 2]}")) if len(self.words[index + 2]) < 4 else None
            if (
                self.word(index + 1) == ","
                and self.glued(index + 1)
                and self.glued(index + 2)
                and self.word(index + 2).isdecimal()
            ):
                return None
            return index + 1, value
        if word in ("a", "an", "one") and self.unit(index + 1):
            return index + 1, 1.0
        if word in ("a", "the") and self.word(index + 1) == "couple":
            return self.skip(index + 2, "of"), 2.0
        if word == "couple":
            return self.skip(index + 1, "of"), 2.0
        if word == "half" and self.word(index + 1) in ("a", "an"):
            return index + 2, 0.5
        stop = index
        while stop < self.count and stop - index < 8 and (self.words[stop] in EN_SMALL or self.words[stop] in EN_LARGE):
            stop += 1
            if self.word(stop) == "-" and self.word(stop + 1) in EN_SMALL:
                stop += 1
        if stop == index:
            return None
        value_of = en_integer([word for word in self.words[index:stop] if word != "-"])
        return None if value_of is None else (stop, float(value_of))

    def ordinal(self, index: int) -> tuple[int, int] | None:
        """A number of order: 3rd, third, twenty-first, twenty first."""
        word = self.word(index)
        if word.isdecimal() and len(word) <= 3 and self.glued(index + 1) and self.word(index + 1) in ORDINAL_ENDS:
            return index + 2, int(word)
        ordinals = en_ordinals()
        if word in ordinals:
            return index + 1, ordinals[word]
        if word in EN_SMALL and EN_SMALL[word] >= 20:
            following = self.skip(index + 1, "-")
            if self.word(following) in ordinals and ordinals[self.word(following)] < 10:
                return following + 1, EN_SMALL[word] + ordinals[self.word(following)]
        return None

    def unit(self, index: int) -> str | None:
        """The unit of time at the index: day, week, month …"""
        return self.lex.units.get(self.word(index).removesuffix("'s"))

    def month(self, index: int, sure: bool = False) -> tuple[int, int] | None:
        """A month's name: (index behind it and its full stop, number)."""
        word = self.word(index).removesuffix("'s")
        number = self.lex.months.get(word)
        if number is None:
            return None
        stop = index + 1
        if len(word) < 5 and self.word(stop) == "." and self.glued(stop):
            stop += 1
        if word in self.lex.shy_months and not (sure or self._is_month(index, stop)):
            return None
        return stop, number

    def _is_month(self, index: int, stop: int) -> bool:
        """May I, Jan Novak and a march of protesters are no months."""
        if not self.capital(index):
            return False
        word, after = self.words[index], self.word(stop)
        if after.isdecimal() or stop > index + 1 or self.word(index - 1).isdecimal():
            return True
        if word not in ("may", "march") and after.isalpha() and self.text[self.at[stop]].isupper():
            return False  # Jan Novak
        if self.word(index - 1) in SURELY:
            return True
        if word in ("may", "march"):
            return after not in self.lex.not_after_month and (
                self.word(index - 1) in self.lex.before_month or word == "march" or not after.isalpha()
            )
        return self.word(index - 1) in self.lex.before_month

    def weekday(self, index: int, sure: bool = False) -> tuple[int, int] | None:
        """A weekday's name: (index behind it, Monday 0)."""
        word = self.word(index).removesuffix("'s")
        number = self.lex.weekdays.get(word)
        if number is None or (
            word in self.lex.shy_weekdays
            and not (sure or (self.capital(index) and self.word(index - 1) in BEFORE_WEEKDAY))
        ):
            return None
        stop = index + 1
        if len(word) < 6 and self.word(stop) == "." and self.glued(stop):
            stop += 1
        return stop, number

    def year(self, index: int, loose: bool = False) -> tuple[int, int] | None:
        """A year of four digits, or in words (nineteen ninety-seven, two thousand and five)."""
        word = self.word(index)
        if len(word) == 4 and word.isdecimal():
            value = int(word)
            if 1000 <= value <= 2199 and not self._counted(index) and (loose or value >= 1500):
                return index + 1, value
            return None
        if (
            word == "'"
            and self.glued(index + 1)
            and len(self.word(index + 1)) == 2
            and self.words[index + 1].isdecimal()
        ):
            value = int(self.words[index + 1])
            return index + 2, value + (2000 if value < 40 else 1900)
        if word in ("nineteen", "eighteen", "seventeen", "twenty", "two", "sixteen") and not (
            self.word(index - 1) in EN_LARGE
            or self.word(index - 1) in EN_SMALL
            or (self.word(index - 1) == "and" and self.word(index - 2) in EN_LARGE)
        ):
            stop = index
            while (
                stop < self.count
                and stop - index < 7
                and (self.words[stop] in EN_SMALL or self.words[stop] in ("hundred", "thousand", "and", "-"))
            ):
                stop += 1
            while stop > index and self.words[stop - 1] in ("and", "-"):
                stop -= 1
            value_of = en_integer([word for word in self.words[index:stop] if word != "-"])
            if value_of is not None and 1500 <= value_of <= 2199:
                return stop, value_of
        return None

    def _counted(self, index: int) -> bool:
        """1,998 and 1998.5 and $1998 are no years."""
        after, before = self.word(index + 1), self.word(index - 1)
        if after in (",", ".") and self.glued(index + 1) and self.glued(index + 2) and self.word(index + 2).isdecimal():
            return True
        if self.glued(index) and before in (",", ".", "$", "£", "€", "¥", "#", ":"):
            return before != "." or self.word(index - 2).isdecimal()
        return after == "%"


@cache
def _names() -> dict[tuple[str, ...], str]:
    words = word_file("dates_en")
    keys = ("fixed_holidays", "weekday_holidays", "easter_holidays", "black_friday", "lunar_holidays")
    return {tuple(TOKEN.findall(name)): name for key in keys for name in words[key]}


def holiday_day(name: str) -> tuple[str, Any]:
    """Which list names the holiday, and its entry there."""
    words = word_file("dates_en")
    for key in ("fixed_holidays", "weekday_holidays", "easter_holidays", "lunar_holidays"):
        if name in words[key]:
            return key, words[key][name]
    return "black_friday", name
