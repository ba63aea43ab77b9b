"""Chinese words that are figures by themselves: 数千, 数月, 翻番, 半年, 第三位."""

from __future__ import annotations

from decimal import Decimal

from claims.reading.figures_draft import Draft, scaled
from claims.reading.figures_units import PERCENT
from claims.reading.figures_zh_beside import dressed, with_change, with_unit
from claims.reading.figures_zh_grammar import SCALE, grammar
from claims.reading.numerals import zh_decimal
from claims.vocabulary import Comparator, FigureKind


def vague(low: str, at: int, floor: int, end: int) -> tuple[Draft | None, int]:
    """数千枚 is at least two thousand; 数月 is several months."""
    g = grammar()
    if found := g.vague.match(low, at, end):
        value = Decimal(2)
        for char in found["s"]:
            value = scaled(value, SCALE[char])
        draft = Draft(at, found.end(), value, comparator=Comparator.at_least)
        with_unit(low, low, draft, end, False)
        return with_change(low, draft, floor), draft.end
    if found := g.several.match(low, at, end):
        if low[at - 1 : at] in "多人参岁指系倍分总计无函级次第小奇偶整负系代对实序读件份户少好" and low[at] in "数几":
            return None, found.end()
        draft = Draft(at, found.end(), None, Decimal(2), comparator=Comparator.several)
        with_unit(low, low, draft, end, False)
        draft.comparator = Comparator.several
        return draft, draft.end
    return None, at + 1


def doubled(low: str, at: int, end: int) -> tuple[Draft | None, int]:
    """翻番, 翻两番: a multiple (a power of two), and where to read on."""
    found = grammar().double.match(low, at, end)
    if found is None:
        return None, at + 1
    count = int(zh_decimal(found["n"]) or 1) if found["n"] else 1
    value = Decimal(2) ** (2 if found["n"] == "两" else count)
    return Draft(at, found.end(), value, unit="times", kind=FigureKind.multiple, direction=1), found.end()


def half(low: str, at: int, floor: int, end: int) -> tuple[Draft | None, int]:
    """半年 is six months, 半数 a half."""
    if low[at - 1 : at] in ("上", "下", "多", "后", "前", "过", "大", "夜", "一"):
        if low[at - 1 : at] in ("一", "过") and low[at + 1 : at + 2] not in "年月天个":
            start = at - 1 if low[at - 1] == "一" else at
            mark = Comparator.over if low[start - 1 : start] in "过超" or low[at - 1] == "过" else Comparator.equal
            return Draft(start, at + 1, Decimal(50), unit=PERCENT, kind=FigureKind.percent, comparator=mark), at + 1
        return None, at + 1
    found = grammar().half_unit.match(low, at, end)
    if found is None:
        return None, at + 1
    word = found["u"]
    if word == "数":
        return dressed(
            low, Draft(at, found.end(), Decimal(50), unit=PERCENT, kind=FigureKind.percent), floor, end
        ), found.end()
    if word == "成":
        return None, found.end()
    value, unit = (
        (Decimal(6), "month")
        if word == "年"
        else (Decimal("0.5"), {"月": "month", "小": "hour", "小时": "hour", "世纪": "century"}.get(word, "day"))
    )
    draft = Draft(at, found.end(), value, unit=unit, kind=FigureKind.duration)
    if low[draft.end : draft.end + 1] in ("多", "余"):
        draft.end, draft.comparator = draft.end + 1, Comparator.over
    return dressed(low, draft, floor, end), draft.end


def rank(low: str, at: int, end: int, alone: bool) -> tuple[Draft | None, int]:
    """第三名, 第5: a place in an order, and where to read on."""
    found = grammar().rank.match(low, at, end)
    if found is None:
        return None, at + 1
    value = zh_decimal(found["n"])
    if value is None or not (alone or found["u"]):
        return None, found.end()
    return Draft(at, found.end(), value, kind=FigureKind.rank), found.end()
