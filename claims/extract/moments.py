"""The time a clause is about, and the day a promise or forecast can be checked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from claims.reading.annotations import Clause, Figure, TimeMention
from claims.times import Interval, of_days
from claims.vocabulary import Act, FigureKind, TimeRelation

# words in front of a date that only gives what the figure is measured against
_AGAINST = re.compile(
    r"(?:\bthan(?:\s+(?:at|in|on|a|the|it\s+was))?|\bcompared\s+(?:with|to)(?:\s+the)?|\bfrom|\bagainst|比|较|相比于|与|跟)\s*$",
    re.I,
)
_EARLIER = re.compile(r"(?:earlier|before|ago|previous|同期|前)\b", re.I)
_MODIFIES = re.compile(r"[^，,。；;]{0,8}?的")
_NOW = re.compile(
    r"\b(?:now|currently|at present|at the moment|to date|so far)\b|\bnearly (?:finished|complete|ready|done)\b|目前|现在|如今|眼下|已接近|正在",
    re.I,
)
_EVER = re.compile(
    r"\b(?:never|ever|at no time|at no point)\b|\b(?:has|have)\s+(?:\w+\s+)?nothing\b|\b(?:has|have)\s+(?:not|n't)\b|\bha(?:s|ve)n't\b|从未|从没|从来没|没把|未曾|一直没|没有?[^，。]{1,8}过",
    re.I,
)
_DONE_ZH = re.compile(r"均?已(?:经)?[^，。；]{0,8}(?:[\u4e00-\u9fff])|只是[^，。]{1,4}了")
_UPTO = (TimeRelation.by, TimeRelation.before)


@dataclass(frozen=True, slots=True)
class Due:
    """When a promise or forecast falls due, and the words that say so."""

    when: Interval
    how: str


def valid(
    clause: Clause,
    quote: str,
    times: Sequence[TimeMention],
    figures: Sequence[Figure],
    *,
    said: Interval | None,
    before: Interval | None,
) -> Interval | None:
    """The time the clause is about: what its own words date, else now or ever, else `before`, the time told just before.

    A rate "against a year earlier" covers the stretch from then to the time at hand.
    """  # fmt: skip
    main, against = _sorted_out(clause, quote, times)
    if main:
        return _together(main)
    reference = before or said
    if against and _is_change(figures):
        return _stretch(against[-1].when, reference)
    if against:
        return _stretch(against[-1].when, reference) if _EARLIER.search(against[-1].text) else against[-1].when
    if clause.act in (Act.assertion, Act.denial, Act.opinion) and said:
        if _EVER.search(quote) and said.last_day:
            return _up_to(said.last_day)
        if clause.act is not Act.opinion and _NOW.search(quote):
            return said
    return before


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


def _sorted_out(
    clause: Clause, quote: str, times: Sequence[TimeMention]
) -> tuple[list[TimeMention], list[TimeMention]]:
    """Times the clause is about, and times it is only measured against."""
    main: list[TimeMention] = []
    against: list[TimeMention] = []
    for mention in times:
        lead = quote[max(0, mention.start - clause.start - 24) : mention.start - clause.start]
        (against if _AGAINST.search(lead) or mention.text.lower().endswith(("earlier", "同期")) else main).append(
            mention
        )
    if len(main) > 1:
        bare = [m for m in main if not _MODIFIES.match(quote, m.end - clause.start) or m is main[-1]]
        main = bare or main
    return main, against


def _together(mentions: Sequence[TimeMention]) -> Interval:
    """One interval for several mentions: a deadline wins, a narrower time wins over a wider, else from first to last."""
    if len(mentions) == 1:
        return mentions[0].when
    limits = [m for m in mentions if m.when.earliest is None]
    if limits:
        return limits[-1].when
    kept = [
        m.when for m in mentions if not any(o is not m and o.when != m.when and o.when.within(m.when) for o in mentions)
    ]
    if len(kept) == 1 or any(w.latest is None for w in kept):
        return kept[0]
    return _span(kept)


def _span(whens: Sequence[Interval]) -> Interval:
    first = min((w for w in whens), key=lambda w: w.first_day or date.min)
    last = max((w for w in whens), key=lambda w: w.last_day or date.max)
    if first.first_day is None or last.last_day is None:
        return first
    return of_days(first.first_day, last.last_day)


def _stretch(start: Interval, end: Interval | None) -> Interval:
    if end is None or start.first_day is None or end.last_day is None or end.last_day < start.first_day:
        return start
    return of_days(start.last_day or start.first_day, end.last_day)


def _up_to(day: date) -> Interval:
    first = of_days(day, day)
    return Interval(f"../{day.isoformat()}", None, first.latest)


def _is_change(figures: Sequence[Figure]) -> bool:
    return any(f.kind in (FigureKind.percent, FigureKind.points, FigureKind.multiple) or f.direction for f in figures)
