"""English dates counted from another: five years ago, three days later, in two weeks, within 18 months."""

from __future__ import annotations

from datetime import datetime

from claims.reading import dates_calendar as cal
from claims.reading.dates_calendar import Stretch
from claims.reading.dates_en_around import counted_stretch, day_word, which_unit
from claims.reading.dates_en_calendar import day_month, month_date, numeric, weekday_date
from claims.reading.dates_en_holidays import holiday_date
from claims.reading.dates_en_piece import Found, Piece, plain, replace_alone
from claims.reading.dates_en_words import Tokens
from claims.reading.dates_scene import CLOCKS, Scene, Sense, sense
from claims.vocabulary import Grain, TimeRelation


def counted_units(t: Tokens, index: int, scene: Scene) -> Found | None:
    """two weeks ago, a year earlier, three days later, 2 days after tomorrow, two years from now."""
    number = t.number(index)
    if number is None or number[1] > 9999:
        return None
    stop = t.skip(number[0], "-")
    if t.word(stop) == "upcoming" and (unit := t.unit(stop + 1)):
        return counted_stretch(t, (stop + 1, number[1]), 1, scene)
    stop = t.skip(stop, "full", "or")
    unit = t.unit(stop)
    if unit is None:
        return None
    steps = [(number[1], unit)]
    stop += 1
    while (more := t.number(t.skip(t.skip(stop, ","), "and"))) and (smaller := t.unit(more[0])) and len(steps) < 5:
        steps.append((more[1], smaller))
        stop = more[0] + 1
    if t.word(stop) in ("or",) and t.word(stop + 1) in ("so", "more"):
        stop += 2
    word = t.word(stop)
    if (
        word == "ago"
        and steps == [(1.0, "year")]
        and not scene.alone
        and _compared(t, index)
        and (base := scene.period)
    ):
        return stop + 1, plain(cal.shifted(base, -1, "year"), background=True)
    if word in ("ago", "back") and (word == "ago" or scene.alone):
        return stop + 1, Piece(_stepped(scene.now, steps, -1, scene))
    if word in ("earlier", "before", "previously", "prior") and not (
        word == "before" and point_follows(t, stop + 1, scene)
    ):
        base = _last_mention(scene)
        if base is None or scene.alone:
            return stop + 1, Piece(_stepped(scene.now, steps, -1, scene))
        return stop + 1, plain(cal.shifted(base, -int(steps[0][0] or 1), unit), background=True)
    if word in ("later", "afterwards", "hence") or (word in ("from", "after") and t.word(stop + 1) in ("now", "today")):
        told = scene.fine is not None and word in ("later", "afterwards") and unit in cal.DAYS_IN
        start = scene.focus.start if told else scene.now
        return stop + 1 + (word in ("from", "after")), Piece(_stepped(start, steps, 1, scene))
    if word == "in" and t.words[stop + 1 : stop + 3] == ["the", "future"]:
        return stop + 3, Piece(_within(scene, steps))
    if word in ("from", "after", "before") and (base_piece := anchor_of(t, stop + 1, scene)):
        moment = base_piece[1].sense.earliest
        if moment is not None:
            return base_piece[0], Piece(_stepped(moment, steps, -1 if word == "before" else 1, replace_alone(scene)))
    if word in ("ahead", "on") and t.word(stop + 1) == "of" and (base_piece := anchor_of(t, stop + 2, scene)):
        moment = base_piece[1].sense.earliest
        if moment is not None:
            return base_piece[0], Piece(_stepped(moment, steps, -1, replace_alone(scene)))
    return None


def _compared(t: Tokens, index: int) -> bool:
    """A figure right before: "81 cents a share, a year ago" looks at the same period of that year."""
    before = t.word(index - 1) if t.word(index - 1) != "," else t.word(index - 2)
    return before in ("from", "than", "share", "million", "billion", "cents", "%", "percent") or before.isdecimal()


def point_follows(t: Tokens, index: int, scene: Scene) -> bool:
    """True when a date stands at the index."""
    return anchor_of(t, index, scene) is not None


def anchor_of(t: Tokens, index: int, scene: Scene) -> Found | None:
    """The date that a count of days sets out from."""
    for reader in (day_word, holiday_date, month_date, day_month, weekday_date, numeric, which_unit):
        try:
            found = reader(t, index, scene)
        except (ValueError, LookupError):
            continue
        if found is not None:
            return found
    return None


def _last_mention(scene: Scene) -> Stretch | None:
    """What "a year earlier" compares with: the period or closing day last mentioned, not the day of speaking."""
    for mention in reversed(scene.mentions[-6:]):
        when = mention.when
        if when.earliest is None or when.latest is None or mention.grain in CLOCKS or mention.grain is Grain.span:
            continue
        if "ago" in mention.text or "earlier" in mention.text:
            continue
        if mention.grain is Grain.day and not (
            "end" in mention.text.lower() or any(char.isdecimal() for char in mention.text)
        ):
            continue
        return Stretch(when.earliest, when.latest, mention.grain)
    return scene.period


def _stepped(base: datetime, steps: list[tuple[float, str]], way: int, scene: Scene) -> Sense:
    moment = base
    for count, unit in steps:
        moment = cal.step(moment, way * count, unit)
    finest = steps[-1][1]
    if any(unit in cal.CLOCK_STEPS for _, unit in steps):
        return sense(cal.instant(moment))
    if scene.alone or len(steps) > 1 or finest in ("day", "fortnight") or (way > 0 and finest == "week"):
        return sense(cal.day(moment))
    return sense(
        cal.unit_at(
            moment, {"weekend": "day", "decade": "year", "century": "year", "half": "month"}.get(finest, finest)
        )
    )


def _within(scene: Scene, steps: list[tuple[float, str]]) -> Sense:
    moment = scene.now
    for count, unit in steps:
        moment = cal.step(moment, count, unit)
    if any(unit in cal.CLOCK_STEPS for _, unit in steps):
        return Sense(scene.now, moment, Grain.minute, TimeRelation.within)
    return Sense(cal.midnight(scene.now), cal.day(moment).end, Grain.span, TimeRelation.within)


def in_units(t: Tokens, index: int, scene: Scene) -> Found | None:
    """in two weeks, in a week's time; within 18 months, within the next five hours."""
    word = t.word(index)
    if word not in ("in", "within"):
        return None
    stop = index + 1
    if word == "within":
        stop = t.skip(t.skip(stop, "the"), "next", "coming")
    number = t.number(stop)
    if number is None and t.unit(stop) and stop > index + 1:
        number = (stop, 1.0)
    if number is None or (unit := t.unit(number[0])) is None or number[1] > 9999 or t.word(number[0]) == "night":
        return None
    steps = [(number[1], unit)]
    possessive = t.word(number[0]).endswith("'s")
    stop = number[0] + 1
    if not possessive and t.word(stop) == "'":
        possessive, stop = True, stop + 1
    while (more := t.number(t.skip(stop, "and"))) and (smaller := t.unit(more[0])) and len(steps) < 5:
        steps.append((more[1], smaller))
        stop = more[0] + 1
    timed = t.word(stop) == "time"
    stop = stop + 1 if timed else stop
    if word == "within":
        if t.word(stop) == "of":
            return None
        stop = stop + 2 if t.words[stop : stop + 2] in (["from", "now"], ["from", "today"]) else stop
        return stop, Piece(_within(scene, steps))
    if not (timed or scene.alone or scene.lean > 0 or unit in ("minute", "hour")) or (possessive and not timed):
        return None
    return stop, Piece(_stepped(scene.now, steps, 1, scene))
