"""Where a Chinese sentence divides: at commas after which something new is said, of a new subject or a new figure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from claims.reading.annotations import Figure, Name, Span, TimeMention
from claims.reading.modality import either, phrases
from claims.vocabulary import FigureKind

TOPIC = 14  # characters; a thing named before the comma is not longer
SHORT = 4  # characters; a part this short says nothing alone
RATE = (FigureKind.percent, FigureKind.points, FigureKind.ratio, FigureKind.multiple)

_STOP = re.compile(r"[，,；;。！？!?](?!\d{3}(?!\d))|(?<!\d)[：:](?=[^\d\s/])|\s+")
_ALSO = re.compile(r"[^，,]{2,24}?[也则却均]\S")
_OF_WHICH = re.compile(r"其中(?:有)?")
_HARD = "；;。！？!?：:"
_DONE = re.compile(r"已|将|是|了|被|把|没|未")
# 我先讲几句，我可以告诉大家: what only announces that one will speak
LEAD_IN = re.compile(
    r"(?:这里)?我们?[^，,。]{0,8}(?:讲|说|告诉[^，,。]{0,4}|表个?态|补充[^，,。]{0,4}|回应[^，,。]{0,3})"
)
_CAUSE = re.compile(r"因(?![而此])|由于")
_CONTRAST = re.compile(r"但是?|不过|然而|可是")
_ASKS_TO = re.compile(r"[\s，,]*(?:请|切勿|不要|务必|勿|别)")
_SILENT = re.compile(r"(?:不予|未予|未作?|拒绝|不作|没有)(?:置评|回应|评论)")
_NUMBER = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,2}[)）]|\d{1,2}[.、)）](?!\d))\s*"
)
# a thing and what is said of it: 缺少的部件已补齐; the words ruled out in front open a predicate, not a thing
_OF_ITS_OWN = re.compile(
    r"(?!至今|目前|现在|如今|当前|去年|今年|明年|上年|前年|同期|其中|随后|当时|此前|此后|今后|后来|请|仍|已|未|不|没|将|会|可|要|并|还|也|又|再|就|只|从|对|向|在|由|按|以|把|被|让|使|令|比|较|占|达|为|是|有|系|属|共|约|近|逾|超|全部|年底|月底)"
    r"[\u4e00-\u9fff]{2,8}?(?:的[\u4e00-\u9fff]{2,6}?)?(?:按|已|将|是|为|被|系|应|须|均|未|不|没有|更|仍)"
)
_MOVES = re.compile(r"[报收占降升增减涨跌](?=[了至到约近超逾\d])")
_ADVERBIAL = re.compile(
    r"[上中下后前时外内里间来起响换比定求准因况看末底止今悉称此馈要道绍露示计解径日月年说言知法息]$"
)
_OPEN, _CLOSE = "“「『（(《【", "”」』）)》】"


def cut_chinese(
    text: str, start: int, end: int, times: Sequence[TimeMention], figures: Sequence[Figure], names: Sequence[Name]
) -> tuple[Span, ...]:
    """The clauses of one Chinese sentence as adjoining spans, each with the adverbials that lead to it."""
    parts = _parts(text, start, end, (*times, *figures))
    groups: list[list[_Unit]] = []
    for unit in _units(text, parts, times, figures):
        if groups and not _begins(text, groups[-1], unit, times, figures, names):
            groups[-1].append(unit)
        else:
            groups.append([unit])
    return tuple(Span(group[0].start, group[-1].end) for group in groups)


@dataclass(frozen=True, slots=True)
class _Unit(Span):
    """A part that says something, with the adverbials and topics that lead to it; `core` is where that part begins."""

    core: int
    stands: bool


def _units(text: str, parts: Sequence[Span], times: Sequence[TimeMention], figures: Sequence[Figure]) -> list[_Unit]:
    units: list[_Unit] = []
    lead: int | None = None
    for part in parts:
        stands = _stands(text, part, times, figures)
        first = part.start if lead is None else lead
        if stands or text[part.end - 1] in _HARD:
            units.append(_Unit(first, part.end, part.start, stands))
            lead = None
        else:
            lead = first
    if lead is not None:
        units.append(_Unit(lead, parts[-1].end, lead, False))
    return units


def _parts(text: str, start: int, end: int, whole: Sequence[Span]) -> list[Span]:
    """The stretches between stops; a stop inside brackets, quotation marks, a date or a figure does not count."""
    at = start
    parts: list[Span] = []
    shut = [*_enclosed(text, start, end), *whole]
    for found in _STOP.finditer(text, start, end):
        index = found.start()
        if any(m.start < index < m.end for m in shut) or (text[index].isspace() and not _wide_gap(text, index)):
            continue
        if index > at:
            parts.append(Span(at, found.end()))
        at = found.end()
    if end > at:
        parts.append(Span(at, end))
    return [part for part in parts if text[part.start : part.end].strip(" ，,；;：:。！？!?”」』")]


def _enclosed(text: str, start: int, end: int) -> list[Span]:
    """What stands between an opening mark and the closing one that answers it; marks set the wrong way round do not count."""
    spans, open_ = [], []
    for index in range(start, end):
        if text[index] in _OPEN:
            open_.append(index)
        elif text[index] in _CLOSE and open_:
            first = open_.pop()
            if not open_:
                spans.append(Span(first, index + 1))
    return spans


def _wide_gap(text: str, index: int) -> bool:
    """White space divides only between Chinese characters, as in a headline of two halves."""
    before, after = text[index - 1 : index], text[index + 1 : index + 2]
    return bool(before and after) and before > "\u3000" and after > "\u3000"


def _begins(
    text: str,
    group: Sequence[_Unit],
    unit: _Unit,
    times: Sequence[TimeMention],
    figures: Sequence[Figure],
    names: Sequence[Name],
) -> bool:
    """True when `unit` opens a clause of its own after `group`."""
    before, core = Span(group[0].start, group[-1].end), Span(unit.core, unit.end)
    right = text[core.start : core.end].lstrip(" ，,")
    if text[before.end - 1] in _HARD:
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
    if right.rstrip(" ，,。；;").endswith("而已") or _ASKS_TO.match(text, unit.start, unit.end):
        return False
    if _continuers().match(right):
        return False
    if _starters().match(right):
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


def _stands(text: str, span: Span, times: Sequence[TimeMention], figures: Sequence[Figure]) -> bool:
    """True when the stretch says something: it has a predicate, and is more than a date, an adverbial or a topic."""
    words = _NUMBER.sub("", text[span.start : span.end].strip(" ，,；;：:。！？!?"), count=1)
    if _openers().fullmatch(words) or any(
        t.start <= span.start + 1 and t.end >= span.start + len(words) - 1 for t in times
    ):
        return False
    head, leads = _heads().match(words), bool(_ADVERBIAL.search(words))
    if head and (leads or (len(head[0]) > 1 and not _after_time(text, span, times))):
        return not leads and bool(_DONE.search(words, 2))
    if len(words) <= SHORT and not _has_figure(figures, span):
        return bool(_predicates().search(words)) and len(words) >= SHORT
    if (
        _OF_ITS_OWN.match(words)
        or _particles().search(words)
        or _MOVES.search(words)
        or _predicates().search(words.rpartition("的")[2])
    ):
        return True
    # 码头的8000套 only names a thing; 交付8000套 says that something was done
    return len(words) > TOPIC or ("的" not in words and (_has_figure(figures, span) or len(words) > 2 * SHORT))


def _after_time(text: str, span: Span, times: Sequence[TimeMention]) -> bool:
    """True when a date at the front is followed by more, as in 到2020年底全部建成."""
    words = text[span.start : span.end].rstrip(" ，,；;。！？!?")
    return any(t.start <= span.start + 2 and span.start + len(words) - t.end > SHORT for t in times)


def _own_subject(text: str, part: Span, names: Sequence[Name]) -> bool:
    begin = part.start
    while begin < part.end and text[begin] in " ，,":
        begin += 1
    found = _openers().match(text, begin, part.end)
    begin = found.end() if found else begin
    if any(name.start == begin and name.what != "place" for name in names) or _ALSO.match(text[begin : part.end]):
        return True
    return bool(_pronouns().match(text, begin, part.end) or _OF_ITS_OWN.match(text, begin, part.end))


def _new_figure(figures: Sequence[Figure], before: Span, part: Span) -> bool:
    """A rate after an amount, or the other way round, is another claim."""
    left = {f.kind in RATE for f in figures if before.start <= f.start < before.end}
    right = {f.kind in RATE for f in figures if part.start <= f.start < part.end}
    return bool(left and right) and not left & right


def _first_dated(times: Sequence[TimeMention], figures: Sequence[Figure], before: Span, unit: Span) -> bool:
    """A figure with a date in front, after a figure without one, is another claim."""
    dated = any(unit.start <= t.start <= unit.start + 1 for t in times)
    undated = not any(before.start <= t.start < before.end for t in times)
    return dated and undated and _has_figure(figures, before) and _has_figure(figures, unit)


def _has_figure(figures: Sequence[Figure], span: Span) -> bool:
    return any(span.start <= figure.start < span.end for figure in figures)


@cache
def _list(key: str) -> re.Pattern[str]:
    return either(phrases("clauses_zh", key), whole=False)


def _heads() -> re.Pattern[str]:
    return _list("adverbial_heads")


def _continuers() -> re.Pattern[str]:
    return _list("continuers")


def _starters() -> re.Pattern[str]:
    return _list("starters")


def _predicates() -> re.Pattern[str]:
    return _list("predicates")


def _particles() -> re.Pattern[str]:
    return _list("particles")


def _openers() -> re.Pattern[str]:
    return _list("openers")


def _pronouns() -> re.Pattern[str]:
    return _list("pronouns")
