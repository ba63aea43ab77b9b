"""The time a clause is about, and the day a promise or forecast can be checked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from claims.reading.annotations import Clause, Figure, TimeMention
from claims.times import Interval, of_days
from claims.vocabulary import Act, FigureKind

LEAD = 24  # characters before a date in which the word stands that only measures against it

# words in front of a date that only gives what the figure is measured against
_AGAINST = re.compile(
    r"(?:\bthan(?:\s+(?:at|in|on|a|the|it\s+was))?|\bcompared\s+(?:with|to)(?:\s+the)?|\bfrom|\bagainst|比|较|相比于|与|跟)\s*$",
    re.I,
)
_EARLIER = re.compile(r"(?:earlier|before|previously|同期)$", re.I)
_SINCE = re.compile(r"\b(?:has|have)\s+already\b|\bso far\b|已经?累计", re.I)
_RELATIVE = re.compile(r"(?<!\band)(?<!\bbut)(?<=[\w,])\s+(?:that|which|who)\s", re.I)
_ASIDE_ZH = re.compile(r"^(?:经|据|根据|按|按照|依据)[^，,]*[，,]")
_UP_TO = re.compile(r"截至|截止")
_STOCK = re.compile(
    r"(?:共|现有|在册|在岗|在职|拥有|保有|持有|存量|余额|库存|合计|仍未|尚未|仍)(?!.*(?:累计|到账|完成|实际))"
)
_TOPIC = re.compile(
    r"[^，,]{0,12}?的(?:[\u4e00-\u9fff]{1,2}|\d[\d.万亿]*[\u4e00-\u9fff]{1,6}|[\u4e00-\u9fff“”]{1,6}(?<![了过着]))(?=$|[，,])"
)
# a date that belongs to an earlier report, not to what it told: "the letter dated 3 May", 昨天的消息
_REPORT = re.compile(
    r"(?:report|article|story|post|letter|memo|e-?mail|statement|notice)\s+(?:of|from|on|dated)\s*$", re.I
)
_REPORT_ZH = re.compile(r"[^，,。]{0,4}?(?:报道|报导|文章|稿件|帖文|消息|推文)")
_MODIFIES = re.compile(r"[^，,。；;]{0,6}?的")
_NOW = re.compile(
    r"\b(?:now|currently|at present|at the moment|to date)\b|\bnearly (?:finished|complete|ready|done)\b|已接近|正在|仍在|还在|均仍|都还?在|还没有?|尚未|仍未",
    re.I,
)
_EVER = re.compile(
    r"\b(?:has|have)\s+(?:\w+\s+)?(?:never|ever|not|nothing)\b|\bha(?:s|ve)n['’]t\b"
    r"|\bno\s+(?:\w+\s+){1,4}?(?:has|have)\b"
    r"|\b(?:nothing|nobody|no one|none|not a single|not one)\b[^.;]{0,40}?\b(?:has|have)\b"
    r"|从未|从没|从来没|没把|未曾|一直没|没有?[^，。的]{1,8}过(?!渡|程)|只是[^，。]{1,4}了",
    re.I,
)
_ALL_ZH = re.compile(r"全部[^，,]{0,10}已|已全部|均已|都已")
_DONE_ZH = re.compile(r"(?<![业就而])已(?!婚|有|故|知|接近)")


@dataclass(frozen=True, slots=True)
class Around:
    """What a clause may lean on when its own words name no time."""

    said: Interval | None = None  # when it was said
    sentence: Interval | None = None  # the time told before it in the same sentence
    text: Interval | None = None  # the time a notice as a whole reports on
    held: bool = False  # direct words of a dated document: what they tell stood then


@dataclass(frozen=True, slots=True)
class Due:
    """When a promise or forecast falls due, and the words that say so."""

    when: Interval
    how: str


def valid(
    clause: Clause, quote: str, times: Sequence[TimeMention], figures: Sequence[Figure], around: Around
) -> Interval | None:
    """The time the clause is about: what its own words date, else now or ever, else the time told just before.

    A rate "against a year earlier" covers the stretch from then to the time at hand.
    """
    main, against, aside = _sorted_out(clause, quote, times)
    if main:
        when = _together(main)
        stock = _UP_TO.match(main[0].text) and _STOCK.search(quote) and when.last_day
        return of_days(when.last_day, when.last_day) if stock and when.last_day else when
    reference = around.sentence or around.text or around.said
    if against:
        measured = _is_change(figures) or _EARLIER.search(against[-1].text)
        return _stretch(against[-1].when, reference) if measured else against[-1].when
    if aside and around.said and _SINCE.search(quote):
        return _stretch(aside[0].when, around.said, whole=True)
    return around.sentence or _of_state(clause, quote, figures, around) or (around.text if figures else None)


def _of_state(clause: Clause, quote: str, figures: Sequence[Figure], around: Around) -> Interval | None:
    """Now, or ever until now, for what is said to stand or to have happened without a date."""
    said = around.said
    if said is None or said.last_day is None or clause.act not in (Act.assertion, Act.denial):
        return None
    if _EVER.search(quote) or (_DONE_ZH.search(quote) and (figures or _ALL_ZH.search(quote))):
        return _up_to(said.last_day)
    return said if _NOW.search(quote) or around.held else None


def due(clause: Clause, times: Sequence[TimeMention], when: Interval | None) -> Due | None:
    """When the clause can be checked, if it speaks of what is to come and names a time."""
    if clause.act not in (Act.promise, Act.forecast) or when is None:
        return None
    last = when.last_day
    if last is None:
        return None
    told = [t for t in times if t.when.last_day == last]
    how = f"the words “{told[-1].text}”" if told else "the time told just before"
    return Due(of_days(last, last), how)


def names_time(clause: Clause, quote: str, times: Sequence[TimeMention]) -> bool:
    """True when the clause's own words date what it is about."""
    return bool(_sorted_out(clause, quote, times)[0])


def is_reporting_time(when: Interval) -> bool:
    """True for what statistics report on: a month, a quarter, a year, or the last day of a month."""
    first, last = when.first_day, when.last_day
    return (
        first is not None
        and last is not None
        and (last + timedelta(days=1)).day == 1
        and (first.day == 1 or first == last)
    )


def _sorted_out(
    clause: Clause, quote: str, times: Sequence[TimeMention]
) -> tuple[list[TimeMention], list[TimeMention], list[TimeMention]]:
    """Times the clause is about, times it is measured against, and times of something it only mentions."""
    main: list[TimeMention] = []
    against: list[TimeMention] = []
    aside: list[TimeMention] = []
    for mention in times:
        at = mention.start - clause.start
        if _AGAINST.search(quote[max(0, at - LEAD) : at]) or _EARLIER.search(mention.text):
            against.append(mention)
        elif (
            _REPORT.search(quote[max(0, at - LEAD) : at])
            or _REPORT_ZH.match(quote, at + len(mention.text))
            or _in_relative(quote, at)
            or _in_topic(quote, at, at + len(mention.text))
        ):
            aside.append(mention)
        else:
            main.append(mention)
    if len(main) > 1:
        main = [m for m in main if not (_modifies(clause, quote, m) and _met_by_other(m, main))] or main
    return main, against, aside


def _in_relative(quote: str, at: int) -> bool:
    """True for a date inside a relative clause that follows what is said: "the letter that was sent in May"."""
    last = None
    for found in _RELATIVE.finditer(quote, 0, at):
        last = found
    return last is not None and "," not in quote[last.end() : at]


def _in_topic(quote: str, start: int, end: int) -> bool:
    """True for a date in the Chinese name of the thing spoken of, or of the act it rests on: 上周买的船，…; 经上周查验，…"""
    comma = min((at for at in (quote.find("，"), quote.find(",")) if at >= 0), default=-1)
    if not end <= comma:
        return False
    return bool(_TOPIC.match(quote[:comma], end)) or bool(_ASIDE_ZH.match(quote))


def _modifies(clause: Clause, quote: str, mention: TimeMention) -> bool:
    return bool(_MODIFIES.match(quote, mention.end - clause.start))


def _met_by_other(mention: TimeMention, others: Sequence[TimeMention]) -> bool:
    return any(other is not mention and other.when.meets(mention.when) for other in others)


def _together(mentions: Sequence[TimeMention]) -> Interval:
    """One interval for several: the narrower of two that hold each other, else from the first to the last."""
    if len(mentions) == 1:
        return mentions[0].when
    if mentions[0].when.earliest is None:  # 截至3日…, by Friday …: the time in front holds for the whole
        return mentions[0].when
    limits = [m.when for m in mentions if m.when.earliest is None]
    closed = [m.when for m in mentions if m.when.earliest is not None and m.when.latest is not None]
    if limits:
        return _span([*closed, limits[-1]]) if closed else limits[-1]
    kept = [w for w in closed if not any(o != w and o.within(w) for o in closed)]
    return _span(kept) if kept else mentions[0].when


def _span(whens: Sequence[Interval]) -> Interval:
    starts = [w.first_day for w in whens if w.first_day]
    ends = [w.last_day for w in whens if w.last_day]
    if not starts or not ends or len(set(whens)) == 1 or min(starts) > max(ends):
        return whens[-1]
    return of_days(min(starts), max(ends))


def _stretch(start: Interval, end: Interval | None, *, whole: bool = False) -> Interval:
    """From the end of one time (from its beginning, if `whole`) to the end of another."""
    if end is None or start.first_day is None or end.last_day is None or end.last_day < start.first_day:
        return start
    first = start.first_day if whole else start.last_day or start.first_day
    return of_days(first, end.last_day) if first <= end.last_day else start


def _up_to(day: date) -> Interval:
    return Interval(f"../{day.isoformat()}", None, of_days(day, day).latest)


def _is_change(figures: Sequence[Figure]) -> bool:
    return any(f.kind in (FigureKind.percent, FigureKind.points, FigureKind.multiple) or f.direction for f in figures)
