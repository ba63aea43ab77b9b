"""Where a Chinese sentence divides: at commas after which something new is said, of a new subject or a new figure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from claims.reading.annotations import Figure, Name, Span, TimeMention
from claims.reading.modality import either, phrases
from claims.vocabulary import FigureKind

SHORT = 4  # characters; a part this short says nothing alone
RATE = (FigureKind.percent, FigureKind.points, FigureKind.ratio, FigureKind.multiple)

_STOP = re.compile(r"[，,；;。！？!?](?!\d{3}(?!\d))|(?<!\d)[：:](?=[^\d\s/])|\s+")
_ALSO = re.compile(r"[^，,]{2,24}?[也则却均]\S")
_OF_WHICH = re.compile(r"其中(?:有)?")
_HARD = "；;。！？!?：:"
_ADVERBIAL = re.compile(r"[上中下后前时外内里间来起响换比定求准因况看末底止今悉称此馈要道绍露示计解径日月年说言知]$")
_OPEN, _CLOSE = "“「『（(《【", "”」』）)》】"


def cut_chinese(
    text: str, start: int, end: int, times: Sequence[TimeMention], figures: Sequence[Figure], names: Sequence[Name]
) -> tuple[Span, ...]:
    """The clauses of one Chinese sentence as adjoining spans, each with the adverbials that lead to it."""
    parts = _parts(text, start, end, (*times, *figures))
    groups: list[list[Span]] = []
    for part in parts:
        if groups and not _begins(text, groups[-1], part, times, figures, names):
            groups[-1].append(part)
        else:
            groups.append([part])
    return tuple(Span(group[0].start, group[-1].end) for group in groups)


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
    group: list[Span],
    part: Span,
    times: Sequence[TimeMention],
    figures: Sequence[Figure],
    names: Sequence[Name],
) -> bool:
    """True when `part` opens a clause of its own after `group`."""
    before = Span(group[0].start, group[-1].end)
    stands = any(_stands(text, one, times, figures) for one in group)
    left, right = text[before.start : before.end], text[part.start : part.end].lstrip(" ，,")
    if text[before.end - 1] in _HARD:
        return True
    if _conditional(left) or not stands:
        return False
    if found := _OF_WHICH.match(right):
        after = part.start + (len(text[part.start : part.end]) - len(right)) + found.end()
        return not right[found.end() :].startswith(("包括", "含", "包含")) and not any(
            t.start <= after < t.end for t in times
        )
    if _continuers().match(right):
        return False
    if _starters().match(right):
        return len(right.strip(" ，,。；;")) > SHORT
    if not _stands(text, part, times, figures):
        return _leads_on(right) and _has_figure(figures, before)
    if _own_subject(text, part, names):
        return True
    return _new_figure(figures, before, part)


def _conditional(left: str) -> bool:
    return bool(
        either(("如果", "假如", "若", "要是", "倘若", "一旦", "只要", "除非"), whole=False).match(left.lstrip(" “「"))
    )


def _leads_on(right: str) -> bool:
    """An adverbial that leads into the next clause: 年初至今, 对此, 在…方面."""
    return bool(_heads().match(right.strip(" ，,")))


def _stands(text: str, span: Span, times: Sequence[TimeMention], figures: Sequence[Figure]) -> bool:
    """True when the stretch says something: it has a predicate, and is more than a date or an adverbial."""
    words = text[span.start : span.end].strip(" ，,；;。！？!?")
    if len(words) <= SHORT and not _has_figure(figures, span):
        return bool(_predicates().search(words)) and len(words) >= SHORT
    if any(t.start <= span.start + 1 and t.end >= span.start + len(words) - 1 for t in times):
        return False
    if _openers().fullmatch(words):
        return False
    head = _heads().match(words)
    if head and not _after_time(text, span, times) and (len(head[0]) > 1 or _ADVERBIAL.search(words)):
        return _full_after_head(words)
    tail = words.rpartition("的")[2] if "的" in words else words
    if _particles().search(words) or _predicates().search(tail):
        return True
    # 禾的8000套 only names a thing; 交付8000套 says that something was done
    return "的" not in words and (_has_figure(figures, span) or len(words) > 2 * SHORT)


def _after_time(text: str, span: Span, times: Sequence[TimeMention]) -> bool:
    """True when a date at the front is followed by more, as in 到2020年底全部建成."""
    words = text[span.start : span.end].rstrip(" ，,；;。！？!?")
    return any(t.start <= span.start + 2 and span.start + len(words) - t.end > SHORT for t in times)


def _full_after_head(words: str) -> bool:
    """An adverbial opening may be followed by a whole clause without a comma: 据此他已提出…"""
    return not _ADVERBIAL.search(words) and bool(re.search(r"已|将|是|了|被|把|没|未", words[2:]))


def _own_subject(text: str, part: Span, names: Sequence[Name]) -> bool:
    begin = part.start
    while begin < part.end and text[begin] in " ，,":
        begin += 1
    found = _openers().match(text, begin, part.end)
    begin = found.end() if found else begin
    if any(name.start == begin and name.what != "place" for name in names) or _ALSO.match(text[begin : part.end]):
        return True
    return bool(_pronouns().match(text, begin, part.end))


def _new_figure(figures: Sequence[Figure], before: Span, part: Span) -> bool:
    """A rate after an amount, or the other way round, is another claim."""
    left = {f.kind in RATE for f in figures if before.start <= f.start < before.end}
    right = {f.kind in RATE for f in figures if part.start <= f.start < part.end}
    return bool(left and right) and not left & right


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
