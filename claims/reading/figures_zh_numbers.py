"""Chinese numbers in digits and numerals: 8.5万, 五十五点五, 七八, 2100余."""

from __future__ import annotations

import re
from decimal import Decimal

from claims.reading.figures_draft import Draft, ceiling, decimal, scaled
from claims.reading.figures_zh_grammar import LATIN, REACH, SCALE, N, grammar
from claims.reading.numerals import ZH_DIGITS, zh_decimal
from claims.vocabulary import Comparator


def is_code(low: str, at: int, stop: int, floor: int, end: int) -> bool:
    """FX-90, N+1, Dojo 2 and 01 are names."""
    if low[at] in N:
        return False
    before, earlier = low[at - 1 : at], low[at - 2 : at - 1]
    if before in ("-", "+") and earlier.isascii() and earlier.isalnum():
        return True
    if low[at] == "0" and stop - at > 1 and low[at + 1].isdecimal():
        return True
    if before == " " and earlier.isascii() and earlier.isalpha() and low[at:stop].isdecimal():
        behind = low[stop : stop + 2]
        return (
            not grammar().before.search(low, max(floor, at - REACH), at)
            and not grammar().currency.search(low, max(floor, at - REACH), at)
            and (behind[:1] in (" ", "", ",", "，", "。", "、") or behind[:1].isascii())
        )
    return False


def number_at(low: str, at: int, end: int) -> tuple[int, Decimal] | None:
    """The number at the offset: (where it ends, its value)."""
    found = grammar().number.match(low, at, end)
    if found is None:
        return None
    stop = found.end()
    if digits := found["d"]:
        value = decimal(digits.replace(",", ""))
        scale = re.sub(r"\s", "", found["s"] or "")
        if value is None:
            return None
        if scale and all(char in SCALE for char in scale):
            for char in scale:
                value = scaled(value, SCALE[char])
        elif scale:
            whole = zh_decimal(digits.replace(",", "") + scale) if "." not in digits else None
            if whole is None:
                return None
            value = whole
        while low[stop - 1].isspace():
            stop -= 1
        latin = grammar().latin.match(low, stop, end) if not scale else None
        if (
            latin is not None
            and (latin["l"] not in ("m", "g", "b") or low[stop : stop + 1] == latin["l"])
            and low[latin.end() : latin.end() + 1] not in ("²", "³", "/")
        ):
            value, stop = scaled(value, LATIN[latin["l"]]), latin.end()
    else:
        words = re.sub(r"\s", "", found["z"])
        if len(words) > 1 and words[-1] == "两" and not found["f"]:
            words, stop = words[:-1], found.start("z") + found["z"].rindex("两")
        if len(words) > 40:
            return None
        whole = zh_decimal(words + (f"点{found['f']}" if found["f"] else ""))
        if whole is None:
            return None
        value = whole
        for char in found["fs"] or "":
            value = scaled(value, SCALE[char])
    return stop, -value if found["sign"] and found["sign"].strip() in ("负", "-", "零下") else value


def past_digits(low: str, at: int, end: int) -> int:
    """The place behind the run of digits, of either script, that begins here."""
    stop = at + 1
    while stop < end and (low[stop].isdecimal() or low[stop] in N):
        stop += 1
    return stop


def pair_of(low: str, at: int, stop: int) -> tuple[Decimal, Decimal] | None:
    """七八个 is seven or eight, 三四十 thirty or forty."""
    words = low[at:stop]
    if len(words) < 2 or len(words) > 4 or words[0] not in ZH_DIGITS or words[1] not in ZH_DIGITS:
        return None
    first, second = ZH_DIGITS[words[0]], ZH_DIGITS[words[1]]
    if second != first + 1 or first == 0 or any(char not in SCALE for char in words[2:]):
        return None
    factor = Decimal(1)
    for char in words[2:]:
        factor *= SCALE[char]
    return first * factor, second * factor


def with_more(low: str, draft: Draft, more: re.Match[str]) -> Draft:
    """2100余, 十几万, 三十多: at least so much, and less than one more of the last place."""
    value = draft.value or Decimal(0)
    top = ceiling(value)
    for char in more["s"]:
        value, top = scaled(value, SCALE[char]), scaled(top, SCALE[char])
    draft.value, draft.ceiling, draft.end = value, top, more.end()
    draft.comparator = Comparator.about if more["m"] == "来" else Comparator.over
    return draft


def shared_scale(low: str, first: Draft, second: Draft, value: Decimal) -> Decimal:
    """In 七千到九千亿元 both are 亿; in 1万至5万 each has its own."""
    if set(low[first.start : first.end]) & set("万亿兆kwmb"):
        return value
    found = grammar().number.match(low, second.start, second.end)
    if found is None:
        return value
    if latin := grammar().latin.match(low, found.end(), second.end):
        return scaled(value, LATIN[latin["l"]])
    words = found[0].strip()
    big = words[len(words.rstrip("万亿兆")) :]
    small = words[len(words.rstrip("百千万亿兆")) : len(words) - len(big)]
    single = first.end - first.start == 1 and len(words) - len(big) - len(small) == 1
    for char in big + (small if single else ""):
        value = scaled(value, SCALE[char])
    return value
