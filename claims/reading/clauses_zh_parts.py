"""The parts of a Chinese sentence between its commas: which say something, and which only lead to the next."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claims.reading.annotations import Figure, Span, TimeMention
from claims.reading.phrases import listed

TOPIC = 14  # characters; a thing named before the comma is not longer
SHORT = 4  # characters; a part this short says nothing alone
HARD = "；;。！？!?：:"

_STOP = re.compile(r"(?<!\d)[，,]|[，,](?!\d{3}(?!\d))|[；;。！？!?]|(?<!\d)[：:](?=[^\d\s/])|\s+")
_NUMBER = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,2}[)）]|\d{1,2}[.、)）](?!\d))\s*"
)
_DONE = re.compile(r"已|将|是|了|被|把|没|未")
_MOVES = re.compile(r"[报收占降升增减涨跌](?=[了至到约近超逾\d])")
_ADVERBIAL = re.compile(
    r"[上中下后前时外内里间来起响换比定求准因况看末底止今悉称此馈要道绍露示计解径日月年说言知法息]$"
)
# a thing and what is said of it: 丢失的船桨已找回; the words ruled out in front open a predicate, not a thing
OF_ITS_OWN = re.compile(
    r"(?!至今|目前|现在|如今|当前|去年|今年|明年|上年|前年|同期|其中|随后|当时|此前|此后|今后|后来|请|仍|已|未|不|没|将|会|可|要|并|还|也|又|再|就|只|从|对|向|在|由|按|以|把|被|让|使|令|比|较|占|达|为|是|有|系|属|共|约|近|逾|超|全部|年底|月底)"
    r"[\u4e00-\u9fff]{2,8}?(?:的[\u4e00-\u9fff]{2,6}?)?(?:按|已|将|是|为|被|系|应|须|均|未|不|没有|更|仍)"
)
# 库房四十人要…, 东岸12户仍…: a number of people or things that does something
COUNTED = re.compile(
    r"[\u4e00-\u9fff]{1,8}?(?:\d[\d,.]*[万亿]?|[一二两三四五六七八九十百千万]{1,4})[人名户家个位艘辆座条台]"
    r"[\u4e00-\u9fff]{0,4}?(?:要|将|已|须|需|仍|都|均|没|未|不|会|被|就)"
)
# …的那句话: a thing pointed at before something is said of it
_POINTED = re.compile(r"的[那这]\S{1,4}$")
_OPEN, _CLOSE = "“「『（(《【", "”」』）)》】"


@dataclass(frozen=True, slots=True)
class Unit(Span):
    """A part that says something, with the adverbials and topics that lead to it; `core` is where that part begins."""

    core: int
    stands: bool


def units(text: str, span: Span, times: Sequence[TimeMention], figures: Sequence[Figure]) -> list[Unit]:
    """The parts of a sentence that say something, in order, each with what leads to it."""
    parts = _parts(text, span.start, span.end, (*times, *figures))
    units: list[Unit] = []
    lead: int | None = None
    for part in parts:
        stands = _stands(text, part, times, figures)
        first = part.start if lead is None else lead
        if stands or text[part.end - 1] in HARD:
            units.append(Unit(first, part.end, part.start, stands))
            lead = None
        else:
            lead = first
    if lead is not None:
        units.append(Unit(lead, parts[-1].end, lead, False))
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


def _stands(text: str, span: Span, times: Sequence[TimeMention], figures: Sequence[Figure]) -> bool:
    """True when the stretch says something: it has a predicate, and is more than a date, an adverbial or a topic."""
    words = _NUMBER.sub("", text[span.start : span.end].strip(" ，,；;：:。！？!?"), count=1)
    if listed("clauses_zh", "openers").fullmatch(words) or any(
        t.start <= span.start + 1 and t.end >= span.start + len(words) - 1 for t in times
    ):
        return False
    if _POINTED.search(words):
        return False
    head, leads = listed("clauses_zh", "adverbial_heads").match(words), bool(_ADVERBIAL.search(words))
    if head and (leads or (len(head[0]) > 1 and not _after_time(text, span, times))):
        return not leads and bool(_DONE.search(words, 2))
    if len(words) <= SHORT and not has_figure(figures, span):
        return bool(listed("clauses_zh", "predicates").search(words)) and len(words) >= SHORT
    if (
        OF_ITS_OWN.match(words)
        or listed("clauses_zh", "particles").search(words)
        or _MOVES.search(words)
        or listed("clauses_zh", "predicates").search(words.rpartition("的")[2])
    ):
        return True
    # 码头的300条船 only names a thing; 修好300条船 says that something was done
    return len(words) > TOPIC or ("的" not in words and (has_figure(figures, span) or len(words) > 2 * SHORT))


def _after_time(text: str, span: Span, times: Sequence[TimeMention]) -> bool:
    """True when a date at the front is followed by more, as in 到2020年底全部建成."""
    words = text[span.start : span.end].rstrip(" ，,；;。！？!?")
    return any(t.start <= span.start + 2 and span.start + len(words) - t.end > SHORT for t in times)


def has_figure(figures: Sequence[Figure], span: Span) -> bool:
    """True when a figure begins in the span."""
    return any(span.start <= figure.start < span.end for figure in figures)
