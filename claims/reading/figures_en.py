"""English figures: $1.2bn, nearly 30%, more than 52 weeks, three million, one in five, half a year, 5-7 percent."""

from __future__ import annotations

import re
from decimal import Decimal

from claims.reading.figures_draft import MOST, TRIES, Draft, decimal, merged, scaled
from claims.reading.figures_en_beside import (
    dressed,
    is_name,
    noun_behind,
    span_of_time,
    with_cents,
    with_change,
    with_inches,
    with_unit,
)
from claims.reading.figures_en_grammar import REACH, grammar
from claims.reading.figures_en_numbers import number_run, past_digits, read_number
from claims.reading.figures_en_words import rank_alone, special_word
from claims.reading.figures_units import PERCENT, english_units
from claims.reading.numerals import EN_LARGE
from claims.vocabulary import FigureKind

LINKS = frozenset(("", "and", "but", "and is", "yet", "but is", "or"))


def read(text: str, low: str, start: int, end: int, taken: list[tuple[int, int]], alone: bool) -> list[Draft]:
    """The figures of low[start:end] outside the taken stretches, in order and without overlap."""
    out: list[Draft] = []
    if (
        alone
        and (first := grammar().word.search(low, start, end))
        and (rank := rank_alone(low, first.start(), len(low[:end].rstrip(" .!?"))))
    ):
        return [rank]
    done, tries, spans, upcoming = start, 0, iter(taken), (-1, -1)
    for found in grammar().scan.finditer(low, start, end):
        at = found.start()
        if at < done:
            continue
        while upcoming[1] <= at and (following := next(spans, None)) is not None:
            upcoming = following
        if upcoming[0] <= at < upcoming[1]:
            done = upcoming[1]
            continue
        stop_at = min(end, upcoming[0]) if upcoming[0] > at else end
        tries += 1
        if tries > TRIES or len(out) > MOST:
            break
        draft, stop = _figure(text, low, at, max(start, done), stop_at, alone)
        if draft is not None:
            out.append(draft)
        done = max(done, stop)
    return merged(out, low, LINKS)


def _figure(text: str, low: str, at: int, floor: int, end: int, alone: bool) -> tuple[Draft | None, int]:
    g = grammar()
    if (
        at > floor
        and low[at - 1] == "-"
        and low[at].isdecimal()
        and not low[at - 2 : at - 1].isalnum()
        and low[at - 2 : at - 1] not in ("-", ")", "%", "$")
    ):
        at -= 1
    if low[at].isalpha() and (code := re.compile(r"[a-z]{2,3}\$?(?=\d)").match(low, at, end)):
        at = code.end()
    for pattern in (g.dotted, g.phone):
        if not alone and (skip := pattern.match(low, at, end)):
            return None, skip.end()
    word = g.word.match(low, at, end)
    if word is not None and (special := special_word(text, low, at, word[0], floor, end, alone)) is not None:
        return special
    number = read_number(low, at, end, alone)
    if number is None:
        return None, max(at + 1, word.end() if word else past_digits(low, at, end))
    stop, value, sure = number
    if low[at] in "0123456789." and not alone and is_name(text, low, at, stop, end, floor):
        return None, stop
    draft = Draft(at, stop, value)
    if ratio := _ratio(low, draft, end, alone):
        return dressed(low, ratio, floor, end), ratio.end
    ranged = _range(text, low, draft, floor, end, alone)
    if ranged is not None:
        return ranged, ranged.end
    money = g.currency.search(low, max(floor, at - REACH), at)
    united = with_unit(low, draft, end, money is not None, alone)
    if money is not None and draft.unit in (None, "USD"):
        draft.unit, draft.kind, draft.start, united = money.value, FigureKind.money, money.start, True
    if draft.kind is FigureKind.money:
        with_cents(low, draft, end)
    if draft.unit == "foot":
        with_inches(low, draft, end)
    if not united and not sure and not alone:
        return None, stop
    if draft.kind is FigureKind.duration and not alone and span_of_time(low, draft):
        return None, draft.end
    if (
        not united
        and low[at].isalpha()
        and low[max(floor, at - 4) : at] == "the "
        and noun_behind(text, low, draft.end, end) is None
    ):
        return None, stop
    if not united:
        draft.noun = noun_behind(text, low, draft.end, end)
    elif draft.kind in (FigureKind.money, FigureKind.measure) and (rate := g.rate.match(low, draft.end, end)):
        draft.noun = "per " + text[rate.start("n") : rate.end("n")]
    return dressed(low, draft, floor, end), draft.end


def _ratio(low: str, draft: Draft, end: int, alone: bool) -> Draft | None:
    """one in five is 20 percent; 9 out of 10."""
    found = grammar().ratio.match(low, draft.end, end)
    if found is None or draft.value is None or draft.value <= 0:
        return None
    whole = (
        read_number(low, found.end(), end, alone)
        if found.end() < end and (low[found.end()].isdecimal() or low[found.end()].isalpha())
        else None
    )
    if whole is None or whole[1] <= draft.value or whole[1] > 1000000 or draft.value != draft.value.to_integral_value():
        return None
    if found["w"] == "in" and (
        whole[1] >= 1500 or (low[whole[0] : whole[0] + 1] in "-%" and low[whole[0] : whole[0] + 1])
    ):
        return None
    if found["w"] == "in":
        draft.value, draft.unit, draft.kind = scaled(draft.value * 100 / whole[1], 1), PERCENT, FigureKind.percent
        unit_behind = grammar().unit.match(low, whole[0], end)
        if (
            unit_behind is not None
            and english_units()[unit_behind["u"] or unit_behind["t"]].kind is not FigureKind.percent
            and (unit_behind["u"] or "in") != "in"
        ):
            return None
    else:
        draft.value, draft.kind = draft.value / whole[1], FigureKind.ratio
    draft.end = whole[0]
    return draft


def _range(text: str, low: str, first: Draft, floor: int, end: int, alone: bool) -> Draft | None:
    """5-7 percent, $3-4 billion, between 100 and 300, 20 to 30 people."""
    g = grammar()
    opening = re.compile(r"\b(?:between|from)\s(?:[$£€]\s?|us\$\s?)?$").search(
        low, max(floor, first.start - 14), first.start
    )
    money = g.currency.search(low, max(floor, first.start - REACH), first.start)
    left = Draft(first.start, first.end, first.value)
    left_unit = with_unit(low, left, end, money is not None, alone)
    at = left.end if left_unit else first.end
    to = g.to.match(low, at, end)
    if to is None:
        return None
    joiner = to[0].strip()
    if joiner in ("and", "or") and not (opening and joiner == "and"):
        return None
    start = to.end()
    sign = re.compile(r"(?:us|c|a|hk)?[$£€¥]\s?|usd |rmb |eur ").match(low, start, end)
    number_at = sign.end() if sign else start
    if number_at >= end or not (low[number_at].isdecimal() or low[number_at].isalpha()):
        return None
    number = read_number(low, number_at, end, alone)
    if number is None or left.value is None:
        return None
    if joiner in ("-", "~") and not low[number_at].isdecimal():
        return None
    right = Draft(number_at, number[0], number[1])
    if low[number_at].isdecimal() and is_name(text, low, number_at, right.end, end, number_at) and not alone:
        return None
    right_unit = with_unit(low, right, end, bool(money or sign), alone)
    if (left_unit and right_unit and left.unit != right.unit) or (
        left_unit and not right_unit and not (sign and money)
    ):
        return None
    low_value, high_value = left.value, right.value or Decimal(0)
    if not left_unit and low_value < 1000 and high_value >= 1000 and low_value * 1000 <= high_value * 10:
        low_value = _borrowed(low, number_at, right, low_value)
    if not low_value < high_value:
        return None
    if (
        joiner == "to"
        and not opening
        and not (left_unit or right_unit or money or alone)
        and not re.compile(r" [a-z]").match(low, right.end, end)
    ):
        return None
    draft = Draft(
        first.start,
        right.end,
        None,
        low_value,
        high_value,
        right.unit or left.unit,
        right.kind if right_unit else left.kind,
    )
    if money is not None:
        draft.unit, draft.kind, draft.start = money.value, FigureKind.money, money.start
    if opening is not None:
        draft.start = opening.start()
    if draft.unit is None:
        draft.noun = noun_behind(text, low, draft.end, end)
    return with_change(low, draft, floor, end)


def _borrowed(low: str, at: int, right: Draft, value: Decimal) -> Decimal:
    """In $3-4 billion the three is billions as well; in 10-15k ten thousand."""
    found = grammar().digits.match(low, at)
    if found is None:
        run = number_run(low, at, right.end)[0]
        scale = 1
        for word in reversed(run):
            if word not in EN_LARGE or word == "hundred":
                break
            scale *= EN_LARGE[word]
        return scaled(value, scale)
    bare = decimal(found["d"].replace(",", ""))
    if not bare or right.value is None:
        return value
    return scaled(value * (right.value / bare), 1)
