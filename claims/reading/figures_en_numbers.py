"""English numbers in digits and words: 3,000, 1.2bn, two hundred and five, three and a half."""

from __future__ import annotations

import re
from decimal import Decimal

from claims.reading.figures_draft import decimal, scaled
from claims.reading.figures_en_grammar import GLYPHS, grammar
from claims.reading.numerals import EN_LARGE, EN_SMALL, en_integer, en_ordinals
from claims.reading.wordfile import word_file

ALSO = (
    "a",
    "an",
    "and",
    "point",
    "minus",
    "negative",
    "dozen",
    "dozens",
    "few",
    "several",
    "couple",
    "pair",
    "single",
    "nil",
    "nought",
    "m",
    "k",
    "millions",
)


DENOMINATORS = {"half": 2, "halves": 2, "quarter": 4, "quarters": 4, "third": 3, "thirds": 3}


def only_numbers(low: str) -> bool:
    """True when the words are a number in words and nothing else."""
    words = re.findall(r"[a-z]+", low)
    ordinals, plain = en_ordinals(), {*EN_SMALL, *EN_LARGE, *DENOMINATORS, *ALSO}
    return bool(words) and all(word in plain or word.removesuffix("s") in ordinals for word in words)


def past_digits(low: str, at: int, end: int) -> int:
    """The place behind the run of digits that begins here."""
    stop = at + 1
    while stop < end and low[stop].isdecimal():
        stop += 1
    return stop


def read_number(low: str, at: int, end: int, alone: bool) -> tuple[int, Decimal, bool] | None:
    """(where it ends, value, whether it counts something even without a unit)."""
    sign = re.compile(r"(?:(?:minus|negative)\s|-\s?)" if alone else r"(?:(?:minus|negative)\s|-)").match(low, at, end)
    start = sign.end() if sign else at
    found = (
        _digits(low, start, end, alone)
        if start < end and (low[start] in "0123456789." or low[start] in GLYPHS)
        else _worded(low, start, end)
    )
    if found is None:
        return None
    stop, value, sure = found
    return stop, -value if sign else value, sure


def _digits(low: str, at: int, end: int, alone: bool) -> tuple[int, Decimal, bool] | None:
    g = grammar()
    if low[at] in GLYPHS:
        return at + 1, Decimal(GLYPHS[low[at]]), True
    if (spaced := g.spaced.match(low, at, end)) is not None and (
        alone or "." in spaced[0] or spaced[0].count(" ") > 1 or spaced[0].endswith(" 000")
    ):
        value = decimal(spaced[0].replace(" ", ""))
        return None if value is None else (spaced.end(), value, True)
    found = g.digits.match(low, at, end)
    if found is None:
        return None
    value = decimal(found["d"].replace(",", ""))
    if value is None:
        return None
    stop = found.end()
    try:
        if found["e"]:
            value = scaled(value * Decimal(10) ** int(found["e"][1:]), 1)
        elif found["base"]:
            if found["base"] not in ("10", "2") and not alone:
                stop = found.end("d")
            else:
                value = scaled(value * Decimal(int(found["base"])) ** int(found["p"]), 1)
        elif found["w"]:
            value = value ** int(found["w"].replace("--", ""))
    except ArithmeticError:
        return None
    if (mixed := g.mixed.match(low, stop, end)) and int(mixed["b"]):
        return mixed.end(), value + Decimal(int(mixed["a"])) / int(mixed["b"]), True
    if (fraction := g.fraction.match(low, stop, end)) and int(fraction["n"]) and "." not in found["d"]:
        if not alone and int(fraction["n"]) < int(value):
            return None
        return fraction.end(), value / int(fraction["n"]), True
    if stop < end and low[stop] in GLYPHS:
        stop, value = stop + 1, value + Decimal(GLYPHS[low[stop]])
    return *with_scale(low, stop, value, end, alone), True


def with_scale(low: str, stop: int, value: Decimal, end: int, alone: bool) -> tuple[int, Decimal]:
    """million, bn, k behind the number; a tight m is a million only before a noun or behind a currency."""
    words = word_file("figures_en")
    for _ in range(2):
        found = grammar().scale.match(low, stop, end)
        if found is None:
            break
        word = found["s"]
        if word in words["tight_scales"]:
            if found["gap"] == "-" or (
                (found["gap"] and word not in ("k", "cr", "kr", "m", "g")) or (found["gap"] and not alone)
            ):
                break
            if word in ("m", "t", "g", "mm") and not _is_scale(low, word, stop, found.end(), end, alone):
                break
        elif found["gap"] == "-" and word == "dozen":
            break
        value, stop = scaled(value, int(words["scales"][word])), found.end()
    return stop, value


def _is_scale(low: str, word: str, start: int, stop: int, end: int, alone: bool) -> bool:
    digits = start
    while digits > 0 and (low[digits - 1].isdecimal() or low[digits - 1] in ".,"):
        digits -= 1
    if grammar().currency.search(low, max(0, digits - 6), digits):
        return True
    following = low[stop : stop + 2]
    if word == "m":
        noun = re.compile(
            r" (?!of|in|from|to|and|away|long|wide|tall|high|deep|above|below|or|at|by|square|per|x|race|sprint|,)[a-z]{3,}"
        ).match(low, stop, end)
        sentence_end = (
            following.strip(" .,;!?") == ""
            and alone
            and (low[digits] != "1" or start - digits > 1 or low[digits - 1 : digits] == "-")
        )
        return noun is not None or (sentence_end and ("." in low[digits:start] or start - digits <= 1))
    if word == "g":
        return alone
    return False


def _worded(low: str, at: int, end: int) -> tuple[int, Decimal, bool] | None:
    """A number in words, with point, fraction and scale: two hundred and five, one and a half, two thirds."""
    words, ends = number_run(low, at, end)
    while words:
        value = _value(words)
        if value is not None:
            stop = ends[len(words) - 1]
            if words[-1] in ("a", "an", "and", "point", "-"):
                words, ends = words[:-1], ends[:-1]
                continue
            scaled_to = (
                with_scale(low, stop, value, end, False)
                if words[-1] not in DENOMINATORS or words[-1] in ("half", "quarter", "quarters")
                else (stop, value)
            )
            sure = len(words) > 1 or words[0] in EN_LARGE or (words[0] in EN_SMALL and words[0] != "one")
            if (
                scaled_to[0] == stop
                and words[0] in ("a", "an")
                and len(words) == 2
                and words[1] in ("second", "third", "quarter", "fifth", "tenth")
            ):
                sure = words[1] not in ("second", "quarter", "fifth", "tenth")
            return *scaled_to, sure
        words, ends = words[:-1], ends[:-1]
    return None


def number_run(low: str, at: int, end: int) -> tuple[list[str], list[int]]:
    """The words at the offset that can belong to a number, at most sixteen, and where each ends."""
    words: list[str] = []
    ends: list[int] = []
    pattern = grammar().word
    ordinals = en_ordinals()
    while len(words) < 16:
        found = pattern.match(low, at, end)
        if found is None:
            break
        word = found[0]
        singular = word.removesuffix("s")
        known = (
            word in EN_SMALL or word in EN_LARGE or word in DENOMINATORS or word in ("and", "a", "an", "point", "nought", "nil", "dozen")
            or (words and (singular in ordinals or word in ordinals) and (word not in ("first", "second", "seconds", "firsts") or EN_SMALL.get(words[-1], 0) >= 20))
            or (words and word == "millions")
        )  # fmt: skip
        if not known or (word in ("a", "an") and words and words[-1] != "and"):
            break
        words.append(word)
        ends.append(found.end())
        gap = re.compile(r"\s{1,2}|-|\s?&\s").match(low, found.end(), end)
        if gap is None:
            break
        if "&" in gap[0]:
            words.append("and")
            ends.append(gap.end())
        at = gap.end()
    while words and words[-1] in ("and", "point"):
        words.pop()
        ends.pop()
    return words, ends


def whole_number(words: list[str]) -> Decimal | None:
    """The whole number that these words spell; None where they spell none."""
    words = ["zero" if word in ("nought", "nil") else "million" if word == "millions" else word for word in words]
    if not words or words[0] == "and" or words[-1] == "and":
        return None
    if words[0] in ("a", "an"):
        words = ["one", *words[1:]] if len(words) > 1 and words[1] in EN_LARGE else []
    if words and words[-1] == "dozen":
        count = whole_number(words[:-1]) if len(words) > 1 else Decimal(1)
        return None if count is None else count * 12
    value = en_integer(words) if words and "point" not in words else None
    return None if value is None else Decimal(value)


def _value(words: list[str]) -> Decimal | None:
    if words == ["a", "dozen"] or words == ["dozen"]:
        return Decimal(12)
    if "point" in words:
        left, right = words[: words.index("point")], words[words.index("point") + 1 :]
        scale = Decimal(1)
        while right and right[-1] in EN_LARGE:
            scale *= EN_LARGE[right.pop()]
        whole = whole_number(left) if left else Decimal(0)
        if whole is None or not right or not all(word in EN_SMALL or word == "nought" for word in right):
            return None
        digits = (
            "".join("0" if word == "nought" else str(EN_SMALL[word]) for word in right)
            if all(EN_SMALL.get(word, 0) < 10 for word in right)
            else str(en_integer(right) or "")
        )
        return scaled((decimal(f"{whole}.{digits}") or whole) if digits else whole, scale)
    if (denominator := _denominator(words)) is not None:
        return _fraction(*denominator)
    return whole_number(words)


def _denominator(words: list[str]) -> tuple[list[str], int] | None:
    """The words before the denominator, and the denominator: (["two"], 3) for two thirds."""
    last = words[-1]
    if last in DENOMINATORS:
        return words[:-1], DENOMINATORS[last]
    ordinals = en_ordinals()
    number = ordinals.get(last) or ordinals.get(last.removesuffix("s"))
    if number is None or number < 3 or len(words) < 2:
        return None
    if (
        number < 10
        and len(words) > 2
        and EN_SMALL.get(words[-2], 0) >= 20
        and words[-3] in ("a", "one", *[w for w in EN_SMALL if EN_SMALL[w] < 20])
    ):
        return words[:-2], EN_SMALL[words[-2]] + number
    if words[-2] == "hundred" and len(words) > 3 and words[-3] in EN_SMALL:
        return words[:-3], EN_SMALL[words[-3]] * 100 + number
    return words[:-1], number


def _fraction(before: list[str], denominator: int) -> Decimal | None:
    if not before:
        return Decimal(1) / denominator if denominator in (2, 4) else None
    ands = [index for index, word in enumerate(before) if word == "and"]
    for index in reversed(ands):
        whole, numerator = before[:index], before[index + 1 :]
        if whole and whole[-1] == "hundred" and denominator > 4 and numerator not in (["a"], ["one"]):
            continue
        left, right = whole_number(whole), Decimal(1) if numerator in (["a"], ["an"], []) else whole_number(numerator)
        if left is not None and right is not None:
            of_scale = EN_LARGE[whole[-1]] if whole[-1] in EN_LARGE and whole[-1] != "hundred" else 1
            return left + right / denominator * of_scale  # two million and a half is 2.5 million
    if before in (["a"], ["an"]):
        return Decimal(1) / denominator
    value = whole_number(before)
    return None if value is None else value / denominator
