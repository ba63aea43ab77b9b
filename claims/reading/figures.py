"""Every number of a text in Chinese or English with what it counts, how exactly, and which way it moved.

A date, version, model name, address or telephone number is no figure. What a date already spans is left
out, except the count in "within 60 days" and 三天后, which is a duration too.
"""

from __future__ import annotations

import re

from claims.reading import figures_en, figures_zh
from claims.reading.annotations import Figure, TimeMention
from claims.reading.figures_en_numbers import only_numbers
from claims.reading.numerals import normal

_HAN = re.compile(r"[\u3400-\u9fff]")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s\u3000-\u9fff]{1,2000}+|(?<![\w.+-])[\w.+-]{1,64}+@[\w.-]{1,255}+")
_EDGES = " \t\r\n.,;:!?。，；：！？\"“”'‘’"
_COUNTS = re.compile(r"ago|later|within|[前后内]$|in the future")
_LOOK = re.compile(r"\d|[零一二三四五六七八九十百千万两数几半翻倍壹贰叁肆伍陆柒捌玖拾]")


def figures(text: str, language: str, times: tuple[TimeMention, ...] = ()) -> tuple[Figure, ...]:
    """The figures of the text in order and without overlap; `times` are the dates already read from it."""
    return figures_in(text, 0, len(text), language, times)


def figures_in(
    text: str, start: int, end: int, language: str, times: tuple[TimeMention, ...] = ()
) -> tuple[Figure, ...]:
    """The figures of text[start:end], with offsets of the whole text."""
    low = normal(text)
    chinese = language.lower().startswith("zh") or (
        not language.lower().startswith("en") and bool(_HAN.search(low, start, end))
    )
    taken = sorted(
        {*_dates(low, start, end, times), *((m.start(), m.end()) for m in _ADDRESS.finditer(low, start, end))}
    )
    alone = _alone(low, start, end, taken)
    if chinese:
        drafts = figures_zh.read(text, low, start, end, taken, alone)
    else:
        drafts = figures_en.read(text, low, start, end, taken, alone)
    return tuple(draft.figure(text) for draft in drafts if draft.end > draft.start)


def _dates(low: str, start: int, end: int, times: tuple[TimeMention, ...]) -> list[tuple[int, int]]:
    """Where dates stand; a counted span such as "within 60 days" keeps its number free."""
    return [
        (time.start, time.end)
        for time in times
        if time.start < end
        and time.end > start
        and not (_COUNTS.search(low, time.start, time.end) and _bare(low, time))
    ]


def _bare(low: str, time: TimeMention) -> bool:
    words = low[time.start : time.end]
    return not re.search(r"past|last|next|\d{4}|年底|月底|日前|节前|[日号]后", words) and bool(
        re.search(
            r"(?:天|周|月|年|小时|分钟|日|星期)之?(?:前|后|内)$|\b(?:days?|weeks?|months?|years?|hours?|minutes?)\b",
            words,
        )
    )


def _alone(low: str, start: int, end: int, taken: list[tuple[int, int]]) -> bool:
    """True when the text is one number and perhaps its unit, as in a cell of a table."""
    words = low[start:end].strip(_EDGES)
    if len(words) > 40 or taken:
        return False
    return bool(_NUMBER_ONLY.fullmatch(words)) or only_numbers(words)


_NUMBER_ONLY = re.compile(
    r"[-+]?\s?[$£€¥]?[\d零一二三四五六七八九十百千万亿兆两廿卅点分之又负成折打对双半第多余几%.,^~\s/-]{1,40}[a-z元%]{0,3}"
)
