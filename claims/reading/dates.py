"""Every date, clock time and period of a text in Chinese or English, as an interval with its exact offsets.

Relative words are resolved against the anchor, a wall-clock moment: the date of the document, or of the
item, post or call that holds them. Without an anchor they are left out. Bare durations ("for two
months") are quantities, not times.

Conventions: 上旬, 中旬, 下旬 are days 1-10, 11-20 and 21 to the end, and so are "early", "mid" and "late"
before a month; 年底 is December, 月底 the last third; "by" and 前 give an open beginning; 近日 is the
fourteen days up to the anchor; a quarter is written 2019-04/2019-06; clock times carry the anchor's zone.
"""

from __future__ import annotations

import re
from datetime import datetime

from claims.reading import dates_en, dates_zh
from claims.reading.annotations import Span, TimeMention
from claims.reading.dates_lone import lone_day
from claims.reading.dates_scene import Scene, Sense, interval_of
from claims.reading.numerals import normal
from claims.times import of_days
from claims.vocabulary import Grain

_HAN = re.compile(r"[\u3400-\u9fff]")
_EDGES = " \t\r\n.,;:!?。，；：！？、()（）[]【】\"“”'‘’"
ALONE = 60  # characters; a longer text is prose, whatever it holds


def times(
    text: str, language: str, anchor: datetime | None, spans: tuple[Span, ...] | None = None
) -> tuple[TimeMention, ...]:
    """The dates of the text, or of the given spans of it, in order and without overlap.

    `language` is zh, zh-Hant, en or und; another is read as English and, where it has Han letters, as Chinese.
    """
    if spans is None:
        return times_in(text, 0, len(text), language, anchor)
    return tuple(mention for span in spans for mention in times_in(text, span.start, span.end, language, anchor))


def times_in(text: str, start: int, end: int, language: str, anchor: datetime | None) -> tuple[TimeMention, ...]:
    """The dates of text[start:end], with offsets of the whole text and an anchor of their own."""
    low = normal(text)
    chinese = language.lower().startswith("zh") or (
        not language.lower().startswith("en") and bool(_HAN.search(low, start, end))
    )
    scene = _scene(anchor)
    lone = _alone(text, low, start, end, scene, chinese)
    if lone is not None:
        mention = _mention(text, *lone[:3], scene, anchor)
        return (mention,) if mention else ()
    hits = dates_zh.read(low, start, end, scene) if chinese else dates_en.read(text, low, start, end, scene)
    for at, stop, meant, written in hits:
        mention = _mention(text, at, stop, meant, scene, anchor)
        if mention is not None:
            scene.note(mention, meant, written)
    found = tuple(scene.mentions)
    return _guarded(text, start, end, "zh" if chinese else "en", found) or found


def _guarded(text: str, start: int, end: int, language: str, found: tuple[TimeMention, ...]) -> tuple[TimeMention, ...]:
    """The one date that the text is, where our own grammar has read only a part of it; dateparser knows more forms."""
    words = text[start:end].strip(_EDGES) if end - start <= ALONE else ""
    if not words or (found and found[0].text == words):
        return ()
    day = lone_day(words, language)
    if day is None:
        return ()
    at = text.index(words, start)
    return (TimeMention(at, at + len(words), words, of_days(day.date(), day.date()), Grain.day),)


def _alone(
    text: str, low: str, start: int, end: int, scene: Scene, chinese: bool
) -> tuple[int, int, Sense, bool] | None:
    """The date that a field of a form or a cell of a table is, when the text is nothing else."""
    if end - start > ALONE:
        return None
    while start < end and low[start] in _EDGES:
        start += 1
    while end > start and low[end - 1] in _EDGES:
        end -= 1
    if start == end:
        return None
    if chinese:
        return dates_zh.read_alone(low, start, end, scene)
    return dates_en.read_alone(text, low, start, end, scene)


def _scene(anchor: datetime | None) -> Scene:
    if anchor is None:
        return Scene(None)
    zone = anchor.strftime("%z")
    zone = "Z" if zone == "+0000" and str(anchor.tzinfo) == "UTC" else f"{zone[:3]}:{zone[3:5]}" if zone else ""
    return Scene(anchor.replace(tzinfo=None), zone)


def _mention(text: str, at: int, stop: int, meant: Sense, scene: Scene, anchor: datetime | None) -> TimeMention | None:
    while stop > at and text[stop - 1].isspace():
        stop -= 1
    try:
        when = interval_of(meant, scene.zone)
    except (ValueError, OverflowError):
        return None
    used = anchor if meant.relative else None
    return TimeMention(at, stop, text[at:stop], when, meant.grain, meant.relation, meant.approximate, used)
