"""Where a Chinese sentence divides: at commas after which something new is said, of a new subject or a new figure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.reading.annotations import Figure, Name, Span, TimeMention
from claims.reading.clauses_zh_parts import COUNTED, HARD, OF_ITS_OWN, SHORT, Unit, has_figure, units
from claims.reading.phrases import either, listed
from claims.vocabulary import FigureKind

RATE = (FigureKind.percent, FigureKind.points, FigureKind.ratio, FigureKind.multiple)

_ALSO = re.compile(r"[^，,]{2,24}?[也则却均]\S")
_OF_WHICH = re.compile(r"其中(?:有)?")
# 我先讲几句，我可以告诉大家: what only announces that one will speak
LEAD_IN = re.compile(
    r"(?:这里)?我们?[^，,。]{0,8}(?:讲|说|告诉[^，,。]{0,4}|表个?态|补充[^，,。]{0,4}|回应[^，,。]{0,3})"
)
_CAUSE = re.compile(r"因(?![而此])|由于")
_CONTRAST = re.compile(r"但是?|不过|然而|可是")
_ASKS_TO = re.compile(r"[\s，,]*(?:请|切勿|不要|务必|勿|别)")
_BY_OTHERS = re.compile(r"(?:将|已|均|都|会)(?:[于在全由被会]|\d)")
_SETTLED = re.compile(r"没有一|无一|均已|都已|全部")
_NOT_A_DAY = re.compile(r"一[天日刻][不没]")
_SILENT = re.compile(r"(?:不予|未予|未作?|拒绝|不作|没有)(?:置评|回应|评论)")


def cut_chinese(
    text: str, start: int, end: int, times: Sequence[TimeMention], figures: Sequence[Figure], names: Sequence[Name]
) -> tuple[Span, ...]:
    """The clauses of one Chinese sentence as adjoining spans, each with the adverbials that lead to it."""
    groups: list[list[Unit]] = []
    for unit in units(text, Span(start, end), times, figures):
        if groups and not _begins(text, groups[-1], unit, times, figures, names):
            groups[-1].append(unit)
        else:
            groups.append([unit])
    return tuple(Span(group[0].start, group[-1].end) for group in groups)


def _begins(
    text: str,
    group: Sequence[Unit],
    unit: Unit,
    times: Sequence[TimeMention],
    figures: Sequence[Figure],
    names: Sequence[Name],
) -> bool:
    """True when `unit` opens a clause of its own after `group`."""
    before, core = Span(group[0].start, group[-1].end), Span(unit.core, unit.end)
    right = text[core.start : core.end].lstrip(" ，,")
    if text[before.end - 1] in HARD:
        return True
    if _conditional(text[before.start : before.end]) or not any(one.stands for one in group):
        return False
    if found := _OF_WHICH.match(right):
        after = core.end - len(right) + found.end()
        named = not right[found.end() :].startswith(("包括", "含", "包含"))
        return named and not any(t.start <= after < t.end for t in times)
    if _SILENT.search(right) or LEAD_IN.fullmatch(text[before.start : before.end].strip(" ，,")):
        return True
    if _CONTRAST.match(right) and unit.stands:
        return True
    if _CAUSE.search(text, group[-1].core, group[-1].end) and not _own_subject(text, core, names):
        return False
    if _NOT_A_DAY.search(right) and _NOT_A_DAY.search(text, before.start, before.end):
        return False  # 一天不…，一天不…: one vow
    if right.rstrip(" ，,。；;").endswith("而已"):
        return False
    if _ASKS_TO.match(text, unit.start, unit.end):
        # what stands with a figure stands without the request that hangs on it
        return has_figure(figures, before) or bool(_SETTLED.search(text, before.start, before.end))
    if _BY_OTHERS.match(right) and not _has_predicate(text[before.start : before.end]):
        return False  # 首批三百名旅客，将于五月…: the thing before the comma is what is spoken of
    if listed("clauses_zh", "continuers").match(right):
        return False
    if listed("clauses_zh", "starters").match(right):
        return len(right.strip(" ，,。；;")) > SHORT
    return unit.stands and (
        _own_subject(text, core, names)
        or _new_figure(figures, before, core)
        or _first_dated(times, figures, before, unit)
    )


def _conditional(left: str) -> bool:
    return bool(
        either(("如果", "假如", "若", "要是", "倘若", "一旦", "只要", "除非"), whole=False).match(left.lstrip(" “「"))
    )


def _has_predicate(words: str) -> bool:
    return bool(listed("clauses_zh", "predicates").search(words) or listed("clauses_zh", "particles").search(words))


def _own_subject(text: str, part: Span, names: Sequence[Name]) -> bool:
    begin = part.start
    while begin < part.end and text[begin] in " ，,":
        begin += 1
    found = listed("clauses_zh", "openers").match(text, begin, part.end)
    begin = found.end() if found else begin
    if any(name.start == begin and name.what != "place" for name in names) or _ALSO.match(text[begin : part.end]):
        return True
    return bool(
        listed("clauses_zh", "pronouns").match(text, begin, part.end)
        or OF_ITS_OWN.match(text, begin, part.end)
        or COUNTED.match(text, begin, part.end)
    )


def _new_figure(figures: Sequence[Figure], before: Span, part: Span) -> bool:
    """A rate after an amount, or the other way round, is another claim."""
    left = {f.kind in RATE for f in figures if before.start <= f.start < before.end}
    right = {f.kind in RATE for f in figures if part.start <= f.start < part.end}
    return bool(left and right) and not left & right


def _first_dated(times: Sequence[TimeMention], figures: Sequence[Figure], before: Span, unit: Span) -> bool:
    """A figure with a date in front, after a figure without one, is another claim."""
    dated = any(unit.start <= t.start <= unit.start + 1 for t in times)
    undated = not any(before.start <= t.start < before.end for t in times)
    return dated and undated and has_figure(figures, before) and has_figure(figures, unit)
