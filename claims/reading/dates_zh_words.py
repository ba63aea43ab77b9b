"""Single Chinese words of time: 近日, 目前, 当时, 年底, 截至发稿."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from claims.reading import dates_calendar as cal
from claims.reading.dates_calendar import DAY, Stretch
from claims.reading.dates_scene import Found, Scene, Sense, by, sense
from claims.reading.dates_zh_grammar import grammar
from claims.vocabulary import Grain, TimeRelation

LATELY = 13  # days before the anchor that 近日 reaches back, which makes fourteen with the anchor's own


def read_to_date(low: str, at: int, end: int, scene: Scene) -> Found | None:
    """年初至今: from 1 January to the anchor; 今年余下时间: from the anchor to the year's end."""
    found = grammar().todate.match(low, at, end)
    if found is None:
        return None
    if found["rest"]:
        return found.end(), Sense(cal.midnight(scene.now), cal.year(scene.now.year).end, Grain.span), False
    return (
        found.end(),
        Sense(datetime(scene.now.year, 1, 1), cal.day(scene.now).end, Grain.span, TimeRelation.since),
        False,
    )


def read_press(low: str, at: int, end: int, scene: Scene) -> Found | None:
    """截至发稿: the moment of publication."""
    found = grammar().press.match(low, at, end)
    if found is not None:
        moment = sense(cal.instant(scene.now))
        return found.end(), by(moment) if found["b"] else replace(moment, relation=TimeRelation.as_of), False
    found = grammar().as_of_now.match(low, at, end)
    return found and (found.end(), replace(by(sense(cal.day(scene.now))), relation=TimeRelation.as_of), False)


def read_loose(low: str, at: int, end: int, scene: Scene) -> Found | None:
    """当时, 近日, 如今, 日前: words for a time that only the scene can place."""
    found = grammar().loose.match(low, at, end)
    if found is None:
        return None
    kind = found.lastgroup or ""
    if kind == "then":
        if scene.then is None:
            return None
        return found.end(), sense(scene.then), False
    if kind == "lately":
        return (
            found.end(),
            Sense(
                cal.midnight(scene.now) - LATELY * DAY,
                cal.day(scene.now).end,
                Grain.span,
                approximate=True,
                background=True,
            ),
            False,
        )
    stretch = _loose_stretch(kind, scene)
    return found.end(), sense(stretch, approximate=kind == "ymid", background=kind in ("now", "year", "night")), False


def _loose_stretch(kind: str, scene: Scene) -> Stretch:
    now = scene.now
    year, month = now.year, cal.month(now.year, now.month)
    if kind in ("year", "yend", "ystart", "ymid"):
        year = scene.year or year
        number = {"yend": 12, "ystart": 1, "ymid": 6}.get(kind)
        return cal.month(year, number) if number else cal.year(year)
    if kind == "month":
        return month
    if kind in ("mend", "mstart", "mmid", "third"):
        return cal.third(month, {"mstart": 1, "mmid": 2}.get(kind, 3))
    if kind == "weekend":
        return cal.weekend(now)
    if kind == "night":
        return cal.days(now - DAY, now)
    if kind == "now" and scene.alone:
        return cal.instant(now)
    return cal.day(now)
