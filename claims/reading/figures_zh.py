"""Chinese figures: 8.5万个, 约100亿美元, 近三成, 跌超1%, 2100余人, 百分之五, 增长1.6倍, 七千到九千亿元."""

from __future__ import annotations

import re
from decimal import Decimal

from claims.reading.figures_draft import MOST, TRIES, Draft, merged, scaled
from claims.reading.figures_units import PERCENT
from claims.reading.figures_zh_beside import dressed, is_article, stands_alone, with_unit
from claims.reading.figures_zh_grammar import REACH, SCAN, grammar
from claims.reading.figures_zh_numbers import is_code, number_at, pair_of, past_digits, shared_scale, with_more
from claims.reading.figures_zh_words import doubled, half, rank, vague
from claims.vocabulary import Comparator, FigureKind

LINKS = frozenset(("", "并且", "并", "且", "而且", "和", "而", "但", "但是", "又", "也", "同时", "、"))


def read(text: str, low: str, start: int, end: int, taken: list[tuple[int, int]], alone: bool) -> list[Draft]:
    """The figures of low[start:end] outside the taken stretches, in order and without overlap."""
    out: list[Draft] = []
    done, tries, spans, upcoming = start, 0, iter(taken), (-1, -1)
    for found in SCAN.finditer(low, start, end):
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
    """The figure at the offset and where to go on; (None, at) when there is none."""
    g = grammar()
    for back in (0, 1, 2, 3):
        if at - back >= floor - 3 and (skip := g.skip.match(low, at - back, end)) and skip.end() > at and not alone:
            return None, skip.end()
    if (phone := g.phone.match(low, at, end)) and not alone:
        return None, phone.end()
    char = low[at]
    if char in "数几好若":
        return vague(low, at, floor, end)
    if char == "翻":
        return doubled(low, at, end)
    if char == "半":
        return half(low, at, floor, end)
    if low.startswith("仅次于", at):
        return Draft(at, at + 3, Decimal(2), kind=FigureKind.rank), at + 3
    if char == "第":
        return rank(low, at, end, alone)
    if (percent := g.percent.match(low, at, end)) and (number := number_at(low, percent.end(), end)):
        divisor = {"百": 1, "千": 10, "万": 100, "百万": 10**4, "千万": 10**5, "万万": 10**6}[percent["n"]]
        draft = Draft(at, number[0], scaled(number[1], 1) / divisor, unit=PERCENT, kind=FigureKind.percent)
        return dressed(low, draft, floor, end), draft.end
    return _counted(text, low, at, floor, end, alone)


def _counted(text: str, low: str, at: int, floor: int, end: int, alone: bool) -> tuple[Draft | None, int]:
    g = grammar()
    first = number_at(low, at, end)
    if first is None:
        return None, past_digits(low, at, end)
    stop, value = first
    if is_code(low, at, stop, floor, end) and not alone:
        return None, stop
    if (fraction := g.fraction.match(low, stop, end)) and not fraction["and"] and value:
        number = number_at(low, fraction.end(), end)
        if number is not None:
            draft = Draft(at, number[0], number[1] / value, kind=FigureKind.ratio)
            return dressed(low, draft, floor, end), draft.end
    if (joined := g.and_fraction.match(low, stop, end)) and (below := number_at(low, joined.end(), end)) and below[1]:
        bar = g.fraction.match(low, below[0], end)
        above = number_at(low, bar.end(), end) if bar else None
        if above is not None:
            draft = Draft(at, above[0], value + above[1] / below[1], kind=FigureKind.ratio)
            return dressed(low, draft, floor, end), draft.end
    draft = Draft(at, stop, value)
    if (pair := pair_of(low, at, stop)) is not None:
        draft.value, draft.low, draft.high = None, *pair
    if stop < end and low[stop] == "^":
        return _power(low, at, value, stop, floor, end)
    elided = low[at] not in "0123456789-+负"
    more = g.more.match(low, stop, end)
    if (
        more is not None
        and not (more["m"] in ("来", "几") and not more["s"] and more["m"] == "来")
        and draft.value is not None
    ):
        draft = with_more(low, draft, more)
    before_unit = draft.end
    unit_found = with_unit(text, low, draft, end, alone)
    ranged = (
        _range(text, low, draft, end, alone)
        if draft.value is not None and draft.comparator is Comparator.equal
        else None
    )
    if ranged is not None:
        return dressed(low, ranged, floor, end), ranged.end
    if not unit_found and not alone and not stands_alone(low, at, draft.end, end, elided):
        currency = g.currency.search(low, max(floor, at - REACH), at)
        if currency is None and not (before_unit > stop):
            return None, draft.end
    if elided and not alone and is_article(low, draft, at, stop):
        return None, stop
    return dressed(low, draft, floor, end), draft.end


def _power(low: str, at: int, value: Decimal, stop: int, floor: int, end: int) -> tuple[Draft | None, int]:
    exponent = re.compile(r"\^(-{0,2})(\d{1,2})(?!\d)").match(low, stop, end)
    if exponent is None:
        return None, stop + 1
    power = int(exponent[2]) * (-1 if exponent[1] == "-" else 1)
    try:
        raised = Decimal(abs(value)) ** power * (-1 if value < 0 else 1)
    except ArithmeticError:
        return None, exponent.end()
    return dressed(low, Draft(at, exponent.end(), raised), floor, end), exponent.end()


def _range(text: str, low: str, first: Draft, end: int, alone: bool) -> Draft | None:
    """5至7个, 七千到九千亿元, 10-15k元: two numbers and one unit."""
    to = grammar().to.match(low, first.end, end)
    if to is None:
        return None
    number = number_at(low, to.end(), end)
    if number is None:
        return None
    stop, value = number
    second = Draft(to.end(), stop, value)
    has_unit = with_unit(text, low, second, end, alone)
    bare_first = first.unit is None and first.noun is None and low[first.end - 1] not in "个"
    if not bare_first and first.unit != second.unit and not (second.unit is None and second.noun):
        return None
    if low[first.end - 1] in "个名家台" and low[second.end - 1 : second.end] == "" and not has_unit:
        return None
    low_value, high_value = first.value, second.value
    if low_value is None or high_value is None:
        return None
    if bare_first:
        low_value = shared_scale(low, first, second, low_value)
        if second.kind is FigureKind.percent and low[second.end - 1] in "成折":
            low_value = scaled(low_value, 10)
    if low_value >= high_value:
        return None
    return Draft(
        first.start,
        second.end,
        None,
        low_value,
        high_value,
        second.unit or first.unit,
        second.kind if second.unit else first.kind,
        noun=second.noun or first.noun,
    )
