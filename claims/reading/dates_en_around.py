"""English dates around the anchor: today, last week, this Friday, the previous quarter, next 3 months."""

from __future__ import annotations

from datetime import datetime

from claims.reading import dates_calendar as cal
from claims.reading.dates_calendar import DAY, Stretch
from claims.reading.dates_en_calendar import day_month, day_number, month_date, numeric
from claims.reading.dates_en_holidays import holiday_date
from claims.reading.dates_en_periods import _season, quarter, quarter_piece
from claims.reading.dates_en_piece import Found, Piece, plain, replace_alone, resolve
from claims.reading.dates_en_words import Tokens
from claims.reading.dates_scene import Scene, Sense, sense
from claims.vocabulary import Grain, TimeRelation


def day_of_which(t: Tokens, index: int, scene: Scene) -> Found | None:
    """12 of this month, the 3rd of next month."""
    day = day_number(t, index, sure=scene.alone)
    if day is None or t.word(day[0]) != "of":
        return None
    whole = which_unit(t, t.skip(day[0] + 1, "the"), scene)
    if whole is None or whole[1].sense.grain is not Grain.month:
        return None
    start = whole[1].sense.begins
    return whole[0], Piece(sense(cal.date(start.year, start.month, day[1])), None, start.month, day[1])


def day_word(t: Tokens, index: int, scene: Scene) -> Found | None:
    """today, yesterday, tonight."""
    word = t.word(index).removesuffix("'s")
    if word not in t.lex.days:
        return None
    day = cal.day(scene.now + t.lex.days[word] * DAY)
    if word == "tonight":
        return index + 1, Piece(Sense(day.start.replace(hour=20), day.end, Grain.part_of_day, deictic=True))
    return index + 1, plain(day, deictic=True)


def now_word(t: Tokens, index: int, scene: Scene) -> Found | None:
    """now, alone or at the end of a range."""
    if t.word(index) == "now" or (
        t.word(index) in ("the", "at") and t.word(index + 1) in ("present", "moment") and scene.alone
    ):
        stop = index + 1 if t.word(index) == "now" else index + 2
        return (stop, plain(cal.instant(scene.now))) if scene.alone else None
    if (
        t.word(index) == "at"
        and t.word(index + 1) == "this"
        and t.word(index + 2) in ("time", "moment")
        and scene.alone
    ):
        return index + 3, plain(cal.instant(scene.now))
    if t.words[index : index + 2] == ["to", "date"] and scene.alone:
        return index + 2, Piece(Sense(None, cal.day(scene.now).end, Grain.day, TimeRelation.by))
    if t.word(index) in ("year", "ytd"):
        stop = (
            index + 3
            if t.words[index : index + 3] == ["year", "to", "date"]
            else index + 5
            if t.words[index : index + 5] == ["year", "-", "to", "-", "date"]
            else index + 1
        )
        if stop > index + 1 or t.word(index) == "ytd":
            return stop, Piece(
                Sense(datetime(scene.now.year, 1, 1), cal.day(scene.now).end, Grain.span, TimeRelation.since)
            )
    return None


def which_unit(t: Tokens, index: int, scene: Scene) -> Found | None:
    """last week, this Friday, next 3 months, the previous quarter, that day, the past two decades."""
    word = t.word(index)
    if word == "the" and t.word(index + 1) in t.lex.which:
        index, word = index + 1, t.words[index + 1]
    if (
        word == "that"
        and (unit := t.unit(index + 1))
        and unit in ("day", "week", "month", "quarter", "year", "weekend")
    ):
        base = scene.now if scene.alone else (scene.then or scene.focus).start
        return index + 2, plain(cal.unit_at(base, unit))
    if word not in t.lex.which:
        return None
    way = t.lex.which[word]
    if word == "this" and t.word(index + 1) in ("coming", "past", "last", "next"):
        index, way = index + 1, t.lex.which[t.words[index + 1]]
        word = t.words[index]
    stop = index + 1
    if word == "same":
        return _same(t, stop, scene)
    fiscal = t.word(stop) in ("fiscal", "financial", "calendar", "business", "working", "trading")
    if fiscal and t.word(stop + 1) in t.lex.units:
        stop += 1
    counted = t.number(stop) if t.words[stop] != "half" else None
    several = counted_stretch(t, counted, way, scene) if counted else None
    if several is not None:
        return several
    if (unit := t.unit(stop)) is not None:
        return _one_unit(t, stop, unit, word, way, scene)
    if (weekday := t.weekday(stop, sure=True)) is not None:
        return _named_weekday(t, weekday, word, way, scene)
    if (month := t.month(stop, sure=True)) is not None:
        return _named_month(t, month, word, way, scene)
    if (first := t.lex.seasons.get(t.word(stop).removesuffix("'s"))) is not None:
        return stop + 1, plain(_season(first, way, scene))
    if t.word(stop) in t.lex.parts and way <= 1:
        return _named_part(t, stop, word, way, scene)
    if (holiday := holiday_date(t, stop, scene, way)) is not None:
        return holiday
    if (ordinal := t.ordinal(stop)) is not None and way == 1 and t.month(t.skip(ordinal[0], "of"), sure=True):
        month = t.month(t.skip(ordinal[0], "of"), sure=True)
        return (month or ordinal)[0], next_of(scene, (month or (0, 1))[1], ordinal[1])
    if (ordinal := t.ordinal(stop)) is not None and t.word(t.skip(ordinal[0], "-")) in ("quarter", "half"):
        after = t.skip(ordinal[0], "-")
        year = scene.now.year + way
        return after + 1, quarter_piece("q" if t.words[after] == "quarter" else "h", ordinal[1], year)
    if (exact := numeric(t, stop, replace_alone(scene))) is not None and way == 1 and exact[1].day and exact[1].month:
        return exact[0], next_of(scene, exact[1].month, exact[1].day)
    return None


def next_of(scene: Scene, month: int, day: int) -> Piece:
    """The next such day of the year: today counts as past."""
    year = scene.now.year + ((month, day) <= (scene.now.month, scene.now.day))
    return resolve(scene, None, month, day) if year == 0 else Piece(sense(cal.date(year, month, day)), None, month, day)


def _same(t: Tokens, stop: int, scene: Scene) -> Found | None:
    """the same period last year; the same day."""
    unit = t.unit(stop)
    if t.word(stop) in ("period", "quarter", "month", "time", "week") and (back := year_back(t, stop + 1)):
        return back, plain(year_earlier(t.words[stop], scene), background=True)
    if unit in ("day", "week", "month", "quarter", "year"):
        return stop + 1, plain(cal.unit_at(scene.focus.start if not scene.alone else scene.now, unit))
    return None


def year_back(t: Tokens, index: int) -> int | None:
    """Behind "last year", "a year ago", "of the previous year", "the year before"."""
    stop = t.skip(t.skip(index, ",", "-"), "of", "in")
    if t.words[stop : stop + 2] in (["last", "year"], ["year", "ago"], ["year", "earlier"]):
        return stop + 2
    if t.word(stop) in ("a", "the", "one") and t.words[stop + 1 : stop + 3] in (
        ["year", "ago"],
        ["year", "earlier"],
        ["year", "before"],
        ["previous", "year"],
        ["prior", "year"],
        ["preceding", "year"],
    ):
        return stop + 3
    return None


def year_earlier(word: str, scene: Scene) -> Stretch:
    """The period in view, one year back: the same quarter, month or week, else the year."""
    base = scene.period or cal.unit_at(scene.now, "quarter" if word == "quarter" else "year")
    if word in ("month", "week") and scene.fine:
        base = cal.unit_at(scene.fine.start, word)
    if word == "quarter" and base.grain is Grain.month:
        base = cal.unit_at(base.start, "quarter")
    return cal.shifted(base, -1, "year")


def counted_stretch(t: Tokens, counted: tuple[int, float], way: int, scene: Scene) -> Found | None:
    """the past three weeks, next 5 business days."""
    stop = counted[0]
    business = t.word(stop) in ("business", "working", "trading")
    stop = stop + 1 if business else stop
    while t.word(stop) in ("-", "full", "fiscal", "calendar"):
        stop += 1
    unit = t.unit(stop)
    if unit is None or way == 0 or counted[1] > 3000:
        return None
    count = counted[1]
    now = scene.now
    stop += 1
    if unit in cal.CLOCK_STEPS:
        far = cal.step(now, way * count, unit)
        return stop, Piece(Sense(min(now, far), max(now, far), Grain.minute, TimeRelation.within))
    if unit in ("quarter", "decade", "half", "century"):
        this = cal.unit_at(now, unit)
        edge = this.end if way > 0 else this.start
        far = cal.step(edge, way * count, unit)
        return stop, Piece(Sense(min(edge, far), max(edge, far), Grain.span))
    if business:
        return stop, Piece(_business_days(now, int(count), way))
    far = cal.step(now, way * count, unit)
    while t.word(stop) in ("and", ",") and (more := t.number(stop + 1)) and (smaller := t.unit(more[0])):
        far, stop = cal.step(far, way * more[1], smaller), more[0] + 1
    if way > 0:
        return stop, Piece(Sense(cal.midnight(now) + DAY, cal.day(far).end, Grain.span, TimeRelation.within))
    return stop, Piece(
        Sense(
            cal.midnight(far), cal.midnight(now) if scene.alone else cal.day(now).end, Grain.span, TimeRelation.within
        )
    )


def _business_days(now: datetime, count: int, way: int) -> Sense:
    days: list[datetime] = []
    day = cal.midnight(now)
    while len(days) < min(count, 400):
        day += way * DAY
        if day.weekday() < 5:
            days.append(day)
    return Sense(min(days), max(days) + DAY, Grain.span, TimeRelation.within)


def _one_unit(t: Tokens, stop: int, unit: str, word: str, way: int, scene: Scene) -> Found | None:
    now = scene.now
    if word in ("previous", "prior", "preceding", "following") and not scene.alone:
        base = (scene.period if unit in ("month", "quarter", "half", "year") else None) or scene.fine
        if base is not None and unit not in cal.CLOCK_STEPS:
            start = base.start.replace(day=1) if unit not in cal.DAYS_IN else base.start
            return stop + 1, plain(cal.unit_at(cal.step(start, way, unit), unit))
    if unit in cal.CLOCK_STEPS:
        far = cal.step(now, way, unit)
        return stop + 1, Piece(Sense(min(now, far), max(now, far), Grain.minute))
    if (word == "past" and unit == "fortnight") or (word == "last" and unit == "fortnight"):
        monday = cal.week(now).start
        return stop + 1, Piece(Sense(monday - 2 * cal.WEEK, monday, Grain.span))
    if t.word(stop) == "night":
        day = cal.day(now + way * DAY)
        return stop + 1, Piece(Sense(day.start.replace(hour=20), day.end, Grain.part_of_day, deictic=True))
    if word == "past" and unit == "year" and not scene.alone:
        return stop + 1, plain(cal.unit_at(cal.step(now, way, unit), unit))
    start = cal.step(now.replace(day=1) if unit not in cal.DAYS_IN else now, way, unit)
    stretch = cal.unit_at(start, unit)
    after = t.skip(stop + 1, "on")
    if unit == "week" and (weekday := t.weekday(after, sure=True)):
        return weekday[0], plain(cal.day(stretch.start + weekday[1] * DAY))
    if unit == "year" and t.word(stop).endswith("'s") and (inner := quarter(t, stop + 1, scene, stretch.start.year)):
        return inner
    written = unit == "year"
    return stop + 1, Piece(sense(stretch), stretch.start.year if written else None, written=written)


def _named_weekday(t: Tokens, weekday: tuple[int, int], word: str, way: int, scene: Scene) -> Found:
    now = cal.midnight(scene.now)
    if word in ("coming", "upcoming"):
        day = now + ((weekday[1] - now.weekday() - 1) % 7 + 1) * DAY
    elif word == "past":
        day = now - ((now.weekday() - weekday[1] - 1) % 7 + 1) * DAY
    else:
        day = cal.week(now).start + (way * 7 + weekday[1]) * DAY
    after = t.skip(weekday[0], ",", "-")
    exact = month_date(t, after, scene, weekday[1]) or day_month(t, after, scene, weekday[1])
    if exact is None and scene.alone:
        exact = numeric(t, after, scene)
    if exact is not None and exact[1].day is not None and exact[1].month is not None:
        return exact
    return weekday[0], plain(cal.day(day))


def _named_month(t: Tokens, month: tuple[int, int], word: str, way: int, scene: Scene) -> Found:
    now = scene.now
    year = now.year
    if way < 0 and month[1] >= now.month:
        year -= 1
    elif way > 0 and month[1] <= now.month:
        year += 1
    day = day_number(t, month[0])
    if day is not None:
        return day[0], Piece(sense(cal.date(year, month[1], day[1])), None, month[1], day[1])
    return month[0], Piece(sense(cal.month(year, month[1])), None, month[1])


def _named_part(t: Tokens, stop: int, word: str, way: int, scene: Scene) -> Found | None:
    if word not in ("this", "last", "next", "that", "the"):
        return None
    day = cal.day(scene.now + way * DAY)
    hours = t.lex.parts[t.words[stop]]
    start = day.start.replace(hour=hours[0])
    return stop + 1, Piece(
        Sense(start, day.start + hours[1] * cal.CLOCK_STEPS["hour"], Grain.part_of_day, deictic=True)
    )
