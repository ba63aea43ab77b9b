"""English dates without their prepositions: 24 April, last Thursday, the third quarter, five years ago, Thanksgiving.

Every reader takes the tokens, an index and the scene, and gives the index behind what it read with a
Piece, or None. They look a bounded number of words ahead, so reading stays linear.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from claims.reading import dates_calendar as cal
from claims.reading.dates_calendar import DAY, Stretch
from claims.reading.dates_en_words import Tokens, holiday_day
from claims.reading.dates_lunar import lunar_day, new_year_eve
from claims.reading.dates_scene import CLOCKS, Scene, Sense, sense
from claims.vocabulary import Grain, TimeRelation


@dataclass(frozen=True, slots=True)
class Piece:
    """What was read: its meaning, and the fields that a range may share with its other end."""

    sense: Sense
    year: int | None = None  # as written
    month: int | None = None
    day: int | None = None
    written: bool = False  # the year was written out


Found = tuple[int, Piece]
Reader = Callable[[Tokens, int, Scene], "Found | None"]

PARTS = {
    "early": 1,
    "mid": 2,
    "middle": 2,
    "late": 3,
    "later": 3,
    "earlier": 1,
    "beginning": 1,
    "start": 1,
    "end": 4,
    "close": 4,
}
JOINERS = ("of", "in", "for")


def plain(stretch: Stretch, **more: bool) -> Piece:
    """A Piece of a stretch that needed the anchor."""
    return Piece(sense(stretch, **more))


# ── days and months of the calendar ──────────────────────────────────────────


def resolve(scene: Scene, year: int | None, month: int | None, day: int | None, weekday: int | None = None) -> Piece:
    """The date of the fields that were written; the scene fills in the rest."""
    relative = year is None
    if month is None and day is not None:
        if weekday is None:
            return Piece(sense(scene.day_of(day)), day=day)
        return Piece(sense(_weekday_and_day(scene, weekday, day)), day=day)
    if month is None:
        return Piece(sense(cal.year(year or 0), relative=False), year, written=True)
    if day is None:
        return Piece(
            sense(cal.month(year or scene.year_of(month), month), relative=relative), year, month, None, not relative
        )
    if year is None:
        found = scene.year_of(month, day)
        if weekday is not None:
            near = sorted((found - 1, found, found + 1), key=lambda y: abs(y - found))
            found = next(
                (y for y in near if datetime(y, month, min(day, 28)).weekday() >= 0 and _falls(y, month, day, weekday)),
                found,
            )
    else:
        found = year
    return Piece(sense(cal.date(found, month, day), relative=relative), year, month, day, not relative)


def _falls(year: int, month: int, day: int, weekday: int) -> bool:
    try:
        return datetime(year, month, day).weekday() == weekday
    except ValueError:
        return False


def _weekday_and_day(scene: Scene, weekday: int, day: int) -> Stretch:
    for months in (0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6):
        first = cal.step(scene.now.replace(day=1), months, "month")
        if _falls(first.year, first.month, day, weekday):
            return cal.date(first.year, first.month, day)
    return scene.day_of(day)


def _day_number(t: Tokens, index: int, sure: bool = False) -> tuple[int, int] | None:
    """A day of the month: 24, 24th, the twenty-first, first."""
    found = t.ordinal(index)
    if found is not None and 1 <= found[1] <= 31:
        return found
    word = t.word(index)
    if (
        word.isdecimal()
        and len(word) <= 2
        and 1 <= int(word) <= 31
        and not (
            t.word(index + 1) in (".", ",")
            and t.glued(index + 1)
            and t.glued(index + 2)
            and t.word(index + 2).isdecimal()
        )
    ):
        return index + 1, int(word)
    number = t.number(index) if sure else None
    return (number[0], int(number[1])) if number and 1 <= number[1] <= 31 and number[1] == int(number[1]) else None


def _year_after(t: Tokens, index: int, scene: Scene) -> tuple[int, int] | None:
    """The year behind a day or month: 2025, of 2025, '25, this year, last year."""
    stop = t.skip(index, ",")
    stop = t.skip(stop, "of", "in")
    if year := t.year(stop):
        return year
    if t.word(stop) == "the" and t.word(stop + 1) == "year":
        return t.year(stop + 2)
    if t.word(stop) in ("this", "last", "next") and t.word(stop + 1) == "year" and scene.anchor:
        return stop + 2, scene.now.year + t.lex.which[t.words[stop]]
    if (
        stop == index
        and t.word(index) in ("-", "/")
        and t.word(index + 1).isdecimal()
        and len(t.word(index + 1)) in (2, 4)
        and t.glued(index)
    ):
        return index + 2, two_digit_year(int(t.words[index + 1])) if len(t.words[index + 1]) == 2 else int(
            t.words[index + 1]
        )
    return None


def two_digit_year(number: int) -> int:
    """1950 to 2049 for 50 to 49."""
    return number + (2000 if number < 50 else 1900)


def month_date(t: Tokens, index: int, scene: Scene, weekday: int | None = None) -> Found | None:
    """April 24, 2025; March eighth; June 2025; April."""
    follows = t.word(index + 1)
    beside = follows.isdecimal() or follows in ("the", ".") or weekday is not None or scene.alone
    month = t.month(
        index,
        sure=bool(beside and t.word(index + 1 + (follows == ".")).isdecimal()) or scene.alone or weekday is not None,
    )
    if month is None:
        return None
    stop, number = month
    after = t.skip(stop, "-", "/", ".") if t.glued(stop) and t.glued(stop + 1) else t.skip(stop, "the")
    if t.word(after).isdecimal() and len(t.words[after]) == 4 and after > stop:
        late_day = _day_number(t, t.skip(after + 1, "-", "/"))
        if t.word(after + 1) in ("-", "/") and late_day is not None:
            return late_day[0], resolve(scene, int(t.words[after]), number, late_day[1])
    day = _day_number(t, after, sure=True)
    if day is not None and not (t.unit(day[0]) and t.word(day[0]) != "night") and not _is_clock(t, after, day[0]):
        year = _year_after(t, day[0], scene)
        return (year or day)[0], resolve(scene, year[1] if year else None, number, day[1], weekday)
    year = _year_after(t, stop, scene)
    return (year[0] if year else stop), resolve(scene, year[1] if year else None, number, None)


def _is_clock(t: Tokens, start: int, stop: int) -> bool:
    return t.words[start].isdecimal() and (
        (t.word(stop) == ":" and t.glued(stop) and t.glued(stop + 1) and t.word(stop + 1).isdecimal())
        or t.word(stop) in ("am", "pm")
    )


def day_month(t: Tokens, index: int, scene: Scene, weekday: int | None = None) -> Found | None:
    """24 April 2025; the 4th of July; 12 of this month; 21st (alone)."""
    day = _day_number(t, index, sure=scene.alone)
    if day is None:
        return None
    stop = t.skip(day[0], "day") if t.word(day[0] + 1) == "of" else day[0]
    if scene.alone:
        stop = t.skip(t.skip(stop, ".") if t.glued(stop) else stop, ",")
    stop = t.skip(stop, "of", "-", "/")
    stop = t.skip(stop, "the")
    month = t.month(stop, sure=True)
    if month is not None:
        after = month[0]
        year = _year_after(t, after, scene) or (
            t.year(t.skip(after, "-", "/", ".")) if t.word(after) in ("-", "/", ".") else None
        )
        return (year[0] if year else after), resolve(scene, year[1] if year else None, month[1], day[1], weekday)
    if t.word(stop - 1) == "of" and (whole := which_unit(t, stop, scene)) and whole[1].sense.grain is Grain.month:
        start = whole[1].sense.begins
        return whole[0], Piece(sense(cal.date(start.year, start.month, day[1])), None, start.month, day[1])
    return None


def year_first(t: Tokens, index: int, scene: Scene) -> Found | None:
    """2025 April; 2019-aug-01; 2020/23/sep; 2016 Q3; 2016H2; 2025."""
    year = t.year(index)
    if year is None:
        return None
    stop, number = year
    after = t.skip(stop, "-", "/", ".", ",")
    month = t.month(after, sure=after > stop)
    if month is not None:
        day_at = t.skip(month[0], "-", "/")
        day = _day_number(t, day_at) if day_at > month[0] else None
        return (day or month)[0], resolve(scene, number, month[1], day[1] if day else None)
    if t.word(after) in ("q", "h") and t.glued(after + 1) and t.word(after + 1) in ("1", "2", "3", "4"):
        return after + 2, _quarter_piece(t.words[after], int(t.words[after + 1]), number)
    if t.glued(after) and after > stop and t.word(after).isdecimal() and t.word(after + 1) in ("-", "/"):
        month = t.month(after + 2, sure=True)
        if month is not None:
            return month[0], resolve(scene, number, month[1], int(t.words[after]))
    if (
        after > stop
        and t.word(stop) in (".", "/", "-")
        and t.word(after).isdecimal()
        and len(t.words[after]) <= 2
        and scene.alone
        and 1 <= int(t.words[after]) <= 12
    ):
        return after + 1, resolve(scene, number, int(t.words[after]), None)
    return stop, resolve(scene, number, None, None)


def numeric(t: Tokens, index: int, scene: Scene) -> Found | None:
    """2025-04-24, 04/21/2016, 13.5.2015, 10/1 (alone or in a range), 20170302."""
    first = t.word(index)
    if (
        len(first) == 8
        and first.isdecimal()
        and first[:2] in ("19", "20")
        and "01" <= first[4:6] <= "12"
        and "01" <= first[6:] <= "31"
    ):
        return index + 1, resolve(scene, int(first[:4]), int(first[4:6]), int(first[6:]))
    spaced = scene.alone and t.word(index + 1) in ("-", "/")
    if (
        not first.isdecimal()
        or t.word(index + 1) not in ("-", "/", ".")
        or not ((t.glued(index + 1) and t.glued(index + 2)) or spaced)
    ):
        return None
    mark, second = t.words[index + 1], t.word(index + 2)
    if not second.isdecimal() or len(second) > 4:
        return None
    third = t.word(index + 4)
    if t.word(index + 3) == mark and t.glued(index + 3) and t.glued(index + 4) and third.isdecimal():
        return _three(t, index, mark, first, second, third, scene)
    if (
        t.word(index + 3) in ("/", ".", "%")
        and t.glued(index + 3)
        and (t.words[index + 3] == "%" or (t.word(index + 4).isdecimal() and t.glued(index + 4)))
    ):
        return None
    if (
        len(first) == 4
        and len(second) <= 2
        and (mark != "." or scene.alone)
        and 1 <= int(second) <= 12
        and (len(second) == 2 or spaced)
    ):
        return index + 3, resolve(scene, int(first), int(second), None)
    if len(second) == 4 and 1 <= int(first) <= 12 and mark != "." and 1900 <= int(second) < 2100:
        return index + 3, resolve(scene, int(second), int(first), None)
    if len(first) <= 2 and len(second) <= 2 and scene.alone and mark != ".":
        return index + 3, _month_day(int(first), int(second), scene)
    return None


def _month_day(a: int, b: int, scene: Scene) -> Piece:
    month, day = (b, a) if (a > 12 or scene.day_first) and b <= 12 else (a, b)
    return resolve(scene, None, month, day)


def _three(t: Tokens, index: int, mark: str, first: str, second: str, third: str, scene: Scene) -> Found | None:
    if t.word(index + 5) == mark and t.glued(index + 5) and t.glued(index + 6) and t.word(index + 6).isdecimal():
        return None  # 192.168.1.1, 1.2.3.4
    a, b, c = int(first), int(second), int(third)
    if len(first) == 4 and len(second) <= 2 and len(third) <= 2:
        return index + 5, resolve(scene, a, b, c)
    if (
        len(third) not in (2, 4)
        or max(len(first), len(second)) > 2
        or (len(third) == 2 and mark == "." and not scene.alone)
    ):
        return None
    if len(third) == 2 and mark != "/" and not scene.alone:
        return None
    year = c if len(third) == 4 else two_digit_year(c)
    if not 1000 <= year <= 2199:
        return None
    month, day = (b, a) if (a > 12 or ((mark == "." or scene.day_first) and b <= 12)) else (a, b)
    return index + 5, resolve(scene, year, month, day)


def weekday_date(t: Tokens, index: int, scene: Scene) -> Found | None:
    """Thursday, 24 April 2025; Friday the 15th; Tuesday next week; Friday."""
    weekday = t.weekday(index, sure=scene.alone or t.word(index + 1) in (",", ".") or t.word(index + 1).isdecimal())
    if weekday is None:
        return None
    stop = t.skip(t.skip(weekday[0], ",", "-"), "the")
    for reader in (month_date, day_month):
        found = reader(t, stop, scene, weekday[1])
        if found is not None and found[1].day is not None:
            return found
    if (full := numeric(t, stop, scene)) is not None and full[1].day is not None:
        return full
    ordinal = t.ordinal(stop)
    if (
        ordinal is None
        and scene.alone
        and t.word(stop).isdecimal()
        and t.word(stop + 1) not in (":", "am", "pm", "-", "o'clock", "oclock", ".")
    ):
        ordinal = _day_number(t, stop)
    if (ordinal is not None and 1 <= ordinal[1] <= 31 and stop > weekday[0]) or (
        ordinal is not None and scene.alone and ordinal[1] <= 31
    ):
        return ordinal[0], resolve(scene, None, None, ordinal[1], weekday[1])
    after = t.skip(weekday[0], "of")
    if t.word(after) in ("this", "next", "last") and t.word(after + 1) == "week":
        base = cal.week(scene.now).start + t.lex.which[t.words[after]] * cal.WEEK
        return after + 2, plain(cal.day(base + weekday[1] * DAY))
    return weekday[0], plain(scene.weekday_of(weekday[1]))


# ── words for days, and units around the anchor ──────────────────────────────


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
    if (counted := t.number(stop)) and t.words[stop] not in ("half",):
        if (several := _counted(t, counted, way, scene)) is not None:
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
        return (month or ordinal)[0], _ahead(scene, (month or (0, 1))[1], ordinal[1])
    if (ordinal := t.ordinal(stop)) is not None and t.word(t.skip(ordinal[0], "-")) in ("quarter", "half"):
        after = t.skip(ordinal[0], "-")
        year = scene.now.year + way
        return after + 1, _quarter_piece("q" if t.words[after] == "quarter" else "h", ordinal[1], year)
    if (exact := numeric(t, stop, replace_alone(scene))) is not None and way == 1 and exact[1].day and exact[1].month:
        return exact[0], _ahead(scene, exact[1].month, exact[1].day)
    return None


def replace_alone(scene: Scene) -> Scene:
    """The scene read freely, for a number whose neighbour says that it is a date."""
    return replace(scene, alone=True)


def _ahead(scene: Scene, month: int, day: int) -> Piece:
    year = scene.now.year + ((month, day) <= (scene.now.month, scene.now.day))
    return resolve(scene, None, month, day) if year == 0 else Piece(sense(cal.date(year, month, day)), None, month, day)


def _same(t: Tokens, stop: int, scene: Scene) -> Found | None:
    """the same period last year; the same day."""
    unit = t.unit(stop)
    if t.word(stop) in ("period", "quarter", "month", "time", "week") and (back := _year_back(t, stop + 1)):
        return back, plain(_year_earlier(t.words[stop], scene), background=True)
    if unit in ("day", "week", "month", "quarter", "year"):
        return stop + 1, plain(cal.unit_at(scene.focus.start if not scene.alone else scene.now, unit))
    return None


def _year_back(t: Tokens, index: int) -> int | None:
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


def _year_earlier(word: str, scene: Scene) -> Stretch:
    base = scene.period or cal.unit_at(scene.now, "quarter" if word == "quarter" else "year")
    if word in ("month", "week") and scene.fine:
        base = cal.unit_at(scene.fine.start, word)
    if word == "quarter" and base.grain is Grain.month:
        base = cal.unit_at(base.start, "quarter")
    return cal.shifted(base, -1, "year")


def _counted(t: Tokens, counted: tuple[int, float], way: int, scene: Scene) -> Found | None:
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
    day = _day_number(t, month[0])
    if day is not None:
        return day[0], Piece(sense(cal.date(year, month[1], day[1])), None, month[1], day[1])
    return month[0], Piece(sense(cal.month(year, month[1])), None, month[1])


def _season(first: int, way: int, scene: Scene) -> Stretch:
    """This summer, last winter: the season of this year, or the one that is over, or to come."""
    now = scene.now
    years = [cal.season(year, first) for year in (now.year - 2, now.year - 1, now.year, now.year + 1, now.year + 2)]
    if way < 0:
        return [season for season in years if season.end <= now][-1]
    if way > 0:
        return next(season for season in years if season.start > now)
    return min(years, key=lambda season: (not season.start <= now < season.end, abs(season.start - now)))


def _named_part(t: Tokens, stop: int, word: str, way: int, scene: Scene) -> Found | None:
    if word not in ("this", "last", "next", "that", "the"):
        return None
    day = cal.day(scene.now + way * DAY)
    hours = t.lex.parts[t.words[stop]]
    start = day.start.replace(hour=hours[0])
    return stop + 1, Piece(
        Sense(start, day.start + hours[1] * cal.CLOCK_STEPS["hour"], Grain.part_of_day, deictic=True)
    )


# ── counted units ────────────────────────────────────────────────────────────


def counted_units(t: Tokens, index: int, scene: Scene) -> Found | None:
    """two weeks ago, a year earlier, three days later, 2 days after tomorrow, two years from now."""
    number = t.number(index)
    if number is None or number[1] > 9999:
        return None
    stop = t.skip(number[0], "-")
    if t.word(stop) == "upcoming" and (unit := t.unit(stop + 1)):
        return _counted(t, (stop + 1, number[1]), 1, scene)
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
        base = scene.fine.start if scene.fine and word in ("later", "afterwards") and unit in cal.DAYS_IN else scene.now
        return stop + 1 + (word in ("from", "after")), Piece(_stepped(base, steps, 1, scene))
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
    return before in ("share", "million", "billion", "cents", "%", "percent") or before.isdecimal()


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


# ── parts of years and months ────────────────────────────────────────────────


def _quarter_piece(letter: str, number: int, year: int) -> Piece:
    return Piece(sense((cal.quarter if letter == "q" else cal.half)(year, number), relative=False), year, written=True)


def quarter(t: Tokens, index: int, scene: Scene, year: int | None = None) -> Found | None:
    """the third quarter of 2016, first-half, Q3, H1 2024, last year's fourth quarter."""
    word = t.word(index)
    if word in ("q", "h") and t.glued(index + 1) and t.word(index + 1) in ("1", "2", "3", "4"):
        letter, number, stop = word, int(t.words[index + 1]), index + 2
        if t.text[t.at[index]] != word.upper() and not scene.alone:
            return None
    else:
        word = t.word(t.skip(index, "fiscal"))
        index = t.skip(index, "fiscal")
        count = t.lex.ordinals.get(word)
        at = index + 1
        if count is None and word in ("1", "2", "3", "4") and t.word(index + 1) in ("st", "nd", "rd", "th"):
            count, at = int(word), index + 2
        at = t.skip(at, "-")
        at = t.skip(at, "fiscal")
        unit = t.word(at).removesuffix("'s")
        if count is None or unit not in ("quarter", "half") or (unit == "half" and count not in (1, 2, -1)):
            return None
        letter, stop = unit[0], at + 1
        number = count if count > 0 else 2 if letter == "h" else 4
        if word == "last" and letter == "q":
            return None
    if year is None:
        found = _year_spec(t, stop, scene)
        if found is not None:
            stop, year = found
        else:
            year = scene.year if scene.year and letter == "q" else None
    if year is not None:
        return stop, _quarter_piece(letter, number, year)
    make = cal.quarter if letter == "q" else cal.half
    options = [make(y, number) for y in (scene.now.year - 1, scene.now.year, scene.now.year + 1)]
    if scene.lean > 0:
        return stop, plain(next((o for o in options if o.end > scene.now), options[-1]))
    return stop, plain(next(o for o in reversed(options) if o.start <= scene.now))


def _year_spec(t: Tokens, index: int, scene: Scene) -> tuple[int, int] | None:
    """of 2016, in fiscal 2025, of this year, of the year; gives the year."""
    stop = t.skip(index, ",", "-")
    stop = t.skip(stop, *JOINERS)
    stop = t.skip(stop, "the")
    stop = t.skip(stop, "fiscal", "financial", "calendar", "fy")
    stop = t.skip(stop, "year") if t.year(stop + 1) else stop
    if found := t.year(stop):
        return found
    if (
        t.word(stop) in ("this", "last", "next", "current", "previous", "same", "prior")
        and t.word(stop + 1) in ("year", "fiscal")
        and scene.anchor
    ):
        return stop + 2 + (t.words[stop + 1] == "fiscal"), scene.now.year + t.lex.which[t.words[stop]]
    if t.words[index : index + 3] == ["of", "the", "year"] and scene.anchor:
        return index + 3, scene.year or scene.now.year
    return None


def nth_of(t: Tokens, index: int, scene: Scene) -> Found | None:
    """the first week of 2021, the second Monday of next month, the first nine months, the last day of June."""
    ordinal = t.ordinal(index)
    if ordinal is None and t.word(index) in t.lex.ordinals:
        ordinal = index + 1, t.lex.ordinals[t.words[index]]
    if ordinal is None:
        return None
    stop, number = ordinal
    counted = t.number(stop)
    if (
        counted is not None
        and (unit := t.unit(counted[0])) in ("month", "week", "day", "quarter")
        and number in (1, -1)
    ):
        found = _year_spec(t, counted[0] + 1, scene)
        if found is None and t.word(counted[0] + 1) == "of" and (whole := whole_period(t, counted[0] + 2, scene)):
            return whole[0], plain(_first_units(whole[1].sense.stretch, int(counted[1]), unit or "", number))
        if unit != "month" or (number < 0 and found is None):
            return None
        year = (
            found[1]
            if found
            else scene.year or (scene.now.year if counted[1] <= scene.now.month else scene.now.year - 1)
        )
        stop = found[0] if found else counted[0] + 1
        return stop, plain(_first_units(cal.year(year), int(counted[1]), "month", number))
    weekday = t.weekday(stop, sure=True)
    unit = t.unit(stop)
    if weekday is None and unit not in ("week", "day", "weekend", "month"):
        return None
    inner = weekday[0] if weekday else stop + 1
    joined = t.skip(inner, "of", "in")
    whole = whole_period(t, joined, scene) if joined > inner else None
    if whole is None or whole[1].sense.stretch is None:
        if weekday is not None and scene.alone and number > 0:
            return inner, plain(cal.nth_weekday(cal.unit_at(scene.now, "month"), weekday[1], number))
        return None
    stretch = whole[1].sense.stretch
    if stretch.grain not in (Grain.month, Grain.year, Grain.quarter, Grain.week, Grain.decade):
        return None
    if weekday is not None:
        result = cal.nth_weekday(stretch, weekday[1], number)
    elif unit == "day":
        result = cal.final_day(stretch) if number < 0 else cal.day(stretch.start + (number - 1) * DAY)
    elif unit == "month":
        result = (
            cal.final_month(stretch)
            if number < 0
            else cal.unit_at(cal.step(stretch.start, number - 1, "month"), "month")
        )
    elif unit == "weekend":
        result = cal.weekend(cal.nth_weekday(stretch, 5, number).start)
    else:
        result = cal.numbered_week(stretch, number)
    return whole[0], Piece(replace(sense(result), relative=whole[1].sense.relative), written=whole[1].written)


def _first_units(stretch: Stretch | None, count: int, unit: str, side: int) -> Stretch:
    if stretch is None:
        raise ValueError("an open period has no first weeks")
    if side > 0:
        return Stretch(stretch.start, cal.step(stretch.start, count, unit), Grain.span)
    return Stretch(cal.step(stretch.end, -count, unit), stretch.end, Grain.span)


def whole_period(t: Tokens, index: int, scene: Scene) -> Found | None:
    """What can have a beginning, a middle and an end: a month, a year, a quarter, this week, the decade."""
    index = t.skip(index, "the")
    if (
        (unit := t.unit(index)) in ("day", "week", "month", "quarter", "half", "year", "decade", "century")
        and t.word(index) == unit
        and not t.year(index + 1)
    ):
        base = (
            (scene.fine or cal.day(scene.now)).start
            if unit in ("month", "quarter") and scene.fine and not scene.alone
            else scene.now
        )
        return index + 1, plain(cal.unit_at(base, unit))
    for reader in (quarter, fiscal, decade, which_unit, month_date, year_first, day_word, weekday_date):
        try:
            found = reader(t, index, scene)
        except (ValueError, LookupError):
            continue
        if found is not None:
            return found
    return None


def part_of(t: Tokens, index: int, scene: Scene) -> Found | None:
    """early next month, mid-April, late 2024, the end of March 2025, year-end, later this week."""
    word = t.word(index)
    if word == "year" and t.word(index + 1) in ("-", "end"):
        stop = t.skip(index + 1, "-")
        if t.word(stop) == "end":
            year = t.year(stop + 1)
            return (year[0] if year else stop + 1), plain(
                cal.date(year[1] if year else scene.year or scene.now.year, 12, 31)
            )
        return None
    if word in ("month", "quarter") and t.word(t.skip(index + 1, "-")) == "end" and t.word(index + 1) in ("-", "end"):
        return t.skip(index + 1, "-") + 1, plain(cal.final_day(cal.unit_at(scene.now, word)))
    if word in ("year's", "month's") and t.word(index + 1) == "end":
        return index + 2, plain(cal.final_day(cal.unit_at(scene.now, word[:-2])))
    if word in ("eoy", "eom"):
        return index + 1, plain(cal.final_day(cal.unit_at(scene.now, "year" if word == "eoy" else "month")))
    which = PARTS.get(word)
    if which is None:
        return None
    stop = index + 1
    if word in ("beginning", "start", "end", "middle", "close"):
        if t.word(stop) != "of" or word == "close":
            return None
        stop += 1
    else:
        stop = t.skip(stop, "-")
        stop = (
            t.skip(stop, "in")
            if word in ("early", "late", "later", "earlier") and t.word(stop) == "in" and word != "earlier"
            else stop
        )
    whole = whole_period(t, stop, scene)
    if whole is None or whole[1].sense.stretch is None:
        return None
    stretch = whole[1].sense.stretch
    if stretch.grain is Grain.day or stretch.grain is Grain.part_of_day:
        return (
            (whole[0], whole[1])
            if word in ("early", "late", "earlier", "later")
            else (whole[0], Piece(_end_of_day(stretch)))
            if which == 4
            else None
        )
    return whole[0], replace(whole[1], sense=_portion(word, which, stretch, scene, whole[1].sense), month=None)


def _end_of_day(stretch: Stretch) -> Sense:
    return sense(cal.instant(stretch.start.replace(hour=23, minute=59)))


def _portion(word: str, which: int, stretch: Stretch, scene: Scene, whole: Sense) -> Sense:
    relative = whole.relative
    if which == 4:
        if scene.alone and stretch.grain is Grain.week:
            return sense(Stretch(stretch.start + 3 * DAY, stretch.end, Grain.span), relative=relative)
        return sense(cal.final_day(stretch), relative=relative)
    if (
        word in ("later", "earlier")
        and stretch.grain in (Grain.week, Grain.month, Grain.year, Grain.quarter)
        and stretch.start <= scene.now < stretch.end
    ):
        today = cal.day(scene.now)
        if not scene.alone:
            return sense(stretch)
        return (
            Sense(today.start, stretch.end, Grain.span)
            if word == "later"
            else Sense(stretch.start, today.end, Grain.span)
        )
    if stretch.grain is Grain.week and not scene.alone:
        return sense(stretch, approximate=True, relative=relative)
    if stretch.grain is Grain.week:
        start = stretch.start + (0 if which == 1 else 2 if which == 2 else 3) * DAY
        return Sense(
            start, stretch.end if which == 3 else start + (3 if which == 1 else 2) * DAY, Grain.span, relative=relative
        )
    if word in ("start",) and stretch.grain is Grain.year and not scene.alone:
        return sense(cal.month(stretch.start.year, 1), relative=relative)
    if stretch.grain is Grain.decade:
        offset, length = {1: (0, 4), 2: (3, 4), 3: (6, 4)}[which]
        first = stretch.start.year + offset
        return replace(sense(cal.years(first, first + length - 1)), approximate=True, relative=relative)
    return sense(cal.third(stretch, which), relative=relative)


def rest_of(t: Tokens, index: int, scene: Scene) -> Found | None:
    """the rest of the year, the remainder of this month."""
    if t.word(index) not in ("rest", "remainder", "remaining", "balance"):
        return None
    stop = t.skip(index + 1, "of")
    stop = t.skip(stop, "my", "our")
    whole = whole_period(t, stop, scene)
    if (
        whole is None
        or whole[1].sense.latest is None
        or whole[1].sense.grain not in (Grain.week, Grain.month, Grain.year, Grain.quarter, Grain.day, Grain.decade)
    ):
        return None
    return whole[0], Piece(Sense(cal.midnight(scene.now), whole[1].sense.latest, Grain.span))


def season(t: Tokens, index: int, scene: Scene) -> Found | None:
    """the autumn of 2026, summer 2025, winter."""
    first = t.lex.seasons.get(t.word(index))
    if first is None:
        return None
    stop = t.skip(index + 1, "of", ",")
    year = t.year(stop)
    if year is not None:
        return year[0], Piece(sense(cal.season(year[1], first), relative=False), year[1], written=True)
    if t.word(stop) in ("this", "last", "next") and t.word(stop + 1) == "year":
        return stop + 2, plain(cal.season(scene.now.year + t.lex.which[t.words[stop]], first))
    return (index + 1, plain(_season(first, 0, scene))) if scene.alone else None


def fiscal(t: Tokens, index: int, scene: Scene) -> Found | None:
    """FY2026, fiscal 2025, fiscal year 2025, calendar year 2008, cy18."""
    word = t.word(index)
    stop = index + 1
    if word in ("fiscal", "financial", "calendar"):
        stop = t.skip(stop, "year")
    elif word not in ("fy", "cy"):
        return None
    year = t.year(stop)
    if year is None and word in ("fy", "cy") and len(t.word(stop)) == 2 and t.words[stop].isdecimal():
        year = stop + 1, two_digit_year(int(t.words[stop]))
    if year is None:
        return None
    if word in ("calendar", "cy"):
        return year[0], resolve(scene, year[1], None, None)
    return year[0], Piece(fiscal_year(year[1], scene), year[1], written=True)


def fiscal_year(year: int, scene: Scene) -> Sense:
    """The financial year that ends in the given year, when the text tells the month it ends in."""
    if scene.fiscal_end in (None, 12):
        return sense(cal.year(year), approximate=scene.fiscal_end is None, relative=False, background=True)
    end = cal.month(year, scene.fiscal_end or 12).end
    return Sense(cal.step(end, -12, "month"), end, Grain.year, relative=False, background=True)


def ended(t: Tokens, index: int, scene: Scene) -> Found | None:
    """the quarter ended 31 March 2025, the year ending 31 January 2026, the nine months to September."""
    number = t.number(index)
    stop = number[0] if number and t.unit(number[0]) == "month" else index
    stop = t.skip(stop, "fiscal", "financial")
    unit = t.unit(stop)
    if unit not in ("month", "quarter", "half", "year", "week") or t.word(stop + 1) not in (
        "ended",
        "ending",
        "to",
        "through",
        "starting",
        "beginning",
        "of",
    ):
        return None
    count = int(number[1]) if number and stop == number[0] else 1
    word = t.word(stop + 1)
    last = t.skip(t.skip(stop + 2, "on", "in"), "the")
    edge = (
        month_date(t, last, scene)
        or day_month(t, last, scene)
        or numeric(t, last, scene)
        or holiday_date(t, last, scene)
    )
    if edge is None or edge[1].sense.earliest is None or edge[1].sense.latest is None:
        return None
    if unit == "week":
        return (edge[0], plain(cal.week(edge[1].sense.earliest))) if edge[1].day or word == "of" else None
    if word in ("of", "starting", "beginning") or (unit == "month" and number is None):
        return None
    end = edge[1].sense.latest
    start = cal.step(end, -count, unit) if end.day == 1 else cal.step(end - DAY, -count, unit) + DAY
    return edge[0], Piece(
        Sense(
            start,
            end,
            Grain.year
            if unit == "year"
            else Grain.quarter
            if (unit, count) in (("quarter", 1), ("month", 3))
            else Grain.span,
            relative=edge[1].sense.relative,
        ),
        written=edge[1].written,
    )


def decade(t: Tokens, index: int, scene: Scene) -> Found | None:
    """the 1990s, the '80s, the nineties, the 21st century."""
    word = t.word(index)
    if word.isdecimal() and len(word) == 4 and word.endswith("0") and t.glued(index + 1) and t.word(index + 1) == "s":
        return index + 2, Piece(sense(cal.decade(int(word)), relative=False))
    quote = word == "'"
    two = t.word(index + 1) if quote else word
    at = index + quote
    if (
        two.isdecimal()
        and len(two) == 2
        and two.endswith("0")
        and t.word(at + 1) == "s"
        and (
            quote
            or scene.alone
            or (
                t.glued(at + 1)
                and int(two) >= 20
                and t.word(index - (2 if t.word(index - 1) == "-" else 1)) in ("the", "early", "late", "mid")
            )
        )
    ):
        return at + 2, Piece(sense(cal.decade(_old(int(two)))))
    if word in t.lex.decades and (
        t.word(index - 1) in ("the", "early", "late", "mid", "-", "nineteen", "of") or scene.alone
    ):
        return index + 1, Piece(sense(cal.decade(_old(t.lex.decades[word]))))
    if word in ("twenty", "nineteen", "eighteen") and (t.word(t.skip(index + 1, "-")) in ("tens", *t.lex.decades)):
        at = t.skip(index + 1, "-")
        base = {"twenty": 2000, "nineteen": 1900, "eighteen": 1800}[word]
        return at + 1, Piece(
            sense(cal.decade(base + (10 if t.words[at] == "tens" else t.lex.decades[t.words[at]])), relative=False)
        )
    ordinal = t.ordinal(index)
    if ordinal is not None and t.word(t.skip(ordinal[0], "-")) == "century" and 1 <= ordinal[1] <= 30:
        return t.skip(ordinal[0], "-") + 1, Piece(sense(cal.century((ordinal[1] - 1) * 100), relative=False))
    return None


def _old(number: int) -> int:
    return number + (1900 if number >= 20 else 2000)


# ── holidays and weeks by number ─────────────────────────────────────────────


def holiday_date(t: Tokens, index: int, scene: Scene, way: int = 0) -> Found | None:
    """Thanksgiving 2025, next Easter, Chinese New Year."""
    for name in t.lex.holidays.get(t.word(index), ()):
        if tuple(t.words[index : index + len(name)]) == name:
            break
    else:
        return None
    if name[0] in ("may", "earth", "labor", "good", "black", "easter") and not (t.capital(index) or scene.alone):
        return None
    stop = index + len(name)
    title = t.text_of(name)
    year = _year_after(t, stop, scene)
    if year is not None:
        return year[0], Piece(sense(cal.day(holiday_in(title, year[1])), relative=False), year[1], written=True)
    now = cal.midnight(scene.now)
    days = [holiday_in(title, year) for year in (now.year - 1, now.year, now.year + 1, now.year + 2)]
    if way > 0 or scene.lean > 0:
        day = next(day for day in days if day > now)
    elif way < 0:
        day = [day for day in days if day < now][-1]
    else:
        day = min(days, key=lambda day: abs(day - now))
    stop = t.skip(stop, "week", "weekend")
    if t.word(stop - 1) == "week":
        return stop, plain(cal.week(day))
    return stop, plain(cal.day(day)) if t.word(stop - 1) != "weekend" else plain(cal.weekend(day))


def holiday_in(name: str, year: int) -> datetime:
    """The day of the holiday in a year."""
    kind, entry = holiday_day(name)
    if kind == "fixed_holidays":
        return datetime(year, int(entry[0]), int(entry[1]))
    if kind == "weekday_holidays":
        return cal.nth_weekday(cal.month(year, int(entry[0])), int(entry[2]), int(entry[1])).start
    if kind == "easter_holidays":
        return cal.easter(year) + int(entry) * DAY
    if kind == "lunar_holidays":
        return lunar_day(year, int(entry[0]), int(entry[1])) if int(entry[1]) else new_year_eve(year)
    thursday = cal.nth_weekday(cal.month(year, 11), 3, 4).start
    return thursday + (DAY if name == "black friday" else 4 * DAY)


def week_number(t: Tokens, index: int, scene: Scene) -> Found | None:
    """week 10, alone; the week of September 16, the weekend of Halloween."""
    if t.word(index) not in ("week", "weekend"):
        return None
    if t.words[index] == "week" and scene.alone and t.word(index + 1).isdecimal() and int(t.words[index + 1]) <= 53:
        return index + 2, plain(cal.numbered_week(cal.year(scene.now.year), int(t.words[index + 1])))
    stop = index + 1
    if t.word(stop) in ("starting", "beginning", "commencing"):
        stop = t.skip(stop + 1, "on")
    elif t.word(stop) == "of":
        stop += 1
    else:
        return None
    day = (
        month_date(t, stop, scene)
        or day_month(t, stop, scene)
        or holiday_date(t, stop, scene)
        or numeric(t, stop, scene)
    )
    if day is None or day[1].sense.grain is not Grain.day or day[1].sense.earliest is None:
        return None
    unit = cal.weekend if t.words[index] == "weekend" else cal.week
    return day[0], Piece(
        replace(sense(unit(day[1].sense.earliest)), relative=day[1].sense.relative), written=day[1].written
    )


def the_unit(t: Tokens, index: int, scene: Scene) -> Found | None:
    """the day after tomorrow, the week before last, the full year, the year-ago period, the latest quarter."""
    word = t.word(index)
    if word == "day" and t.word(index + 1) in ("after", "before", "following"):
        sign = -1 if t.words[index + 1] == "before" else 1
        if t.word(index + 2) in ("tomorrow", "yesterday"):
            return index + 3, plain(cal.day(scene.now + 2 * sign * DAY))
        base = anchor_of(t, index + 2, scene)
        if base is not None and base[1].sense.earliest is not None and base[1].sense.grain is Grain.day:
            return base[0], plain(cal.day(base[1].sense.earliest + sign * DAY))
    unit = t.unit(index)
    if unit in ("week", "weekend", "month", "quarter", "year") and t.word(index + 1) in ("after", "before"):
        stop = t.skip(index + 2, "the")
        if t.word(stop) in ("next", "last"):
            way = 2 if t.words[stop] == "next" else -2
            first = scene.now.replace(day=1) if unit in cal.MONTHS_IN else scene.now
            return stop + 1, plain(cal.unit_at(cal.step(first, way, unit), unit))
    if word == "next" and t.word(index + 1) == "day":
        return index + 2, plain(cal.day((scene.now if scene.alone else scene.focus.start) + DAY))
    if (
        word == "year"
        and t.word(index - 1) == "the"
        and t.word(index - 2) == "for"
        and t.word(index + 1) not in ("ended", "ending", "to", "of", "that")
    ):
        return index + 1, plain(cal.year(scene.now.year))
    if word in ("full", "whole", "entire") and t.word(t.skip(index + 1, "-")) == "year":
        return t.skip(index + 1, "-") + 1, plain(cal.year(scene.year or scene.now.year))
    if word == "latest" and t.word(index + 1) in ("quarter", "period"):
        base_period = (
            scene.period
            if scene.period and scene.period.grain is Grain.quarter
            else cal.unit_at(cal.step(scene.now.replace(day=1), -3, "month"), "quarter")
        )
        return index + 2, plain(base_period)
    if (
        word in ("corresponding", "comparable", "equivalent")
        and t.word(index + 1) in ("period", "quarter", "month")
        and (back := _year_back(t, index + 2))
    ):
        return back, plain(_year_earlier(t.words[index + 1], scene), background=True)
    return year_ago(t, index, scene)


def year_ago(t: Tokens, index: int, scene: Scene) -> Found | None:
    """year-earlier, the year-ago quarter, the quarter a year ago."""
    if t.word(index) == "year" and t.word(index + 1) == "-" and t.word(index + 2) in ("ago", "earlier", "before"):
        stop = index + 3
        if (inner := t.ordinal(stop)) and t.word(inner[0]) == "quarter":
            year = (scene.year or scene.now.year) - 1
            return inner[0] + 1, _quarter_piece("q", inner[1], year)
        word = t.word(stop)
        named = word in ("period", "quarter", "month", "half")
        return (stop + 1 if named else stop), plain(_year_earlier(word, scene), background=True)
    if (
        t.word(index) in ("quarter", "period", "month")
        and (back := _year_back(t, index + 1))
        and t.word(back - 1) in ("ago", "earlier", "before")
    ):
        return back, plain(_year_earlier(t.words[index], scene), background=True)
    return None


def bare_unit(t: Tokens, index: int, scene: Scene) -> Found | None:
    """the week, the weekend, the month, the 27th: alone only, or the weekend."""
    unit = t.unit(index)
    if (
        unit in ("day", "week", "month", "quarter", "year", "fortnight", "weekend")
        and t.word(index) == unit
        and t.word(index - 1) == "the"
        and scene.alone
    ):
        return index + 1, plain(cal.unit_at(scene.now, unit))
    if t.word(index) == "weekend" and t.word(index - 1) == "the":
        lean = 0 if scene.lean > 0 or scene.now.weekday() > 4 else -1
        return index + 1, plain(cal.weekend(scene.now + lean * cal.WEEK))
    if t.word(index) == "overnight":
        return index + 1, plain(cal.days(scene.now - DAY, scene.now))
    if t.word(index) == "eod" or t.words[index : index + 3] == ["end", "of", "day"]:
        return index + (1 if t.words[index] == "eod" else 3), Piece(_end_of_day(cal.day(scene.now)))
    return None


def lone_day(t: Tokens, index: int, scene: Scene) -> Found | None:
    """15, the 27th, the second: a day of the month when nothing else stands there."""
    if not scene.alone:
        return None
    day = _day_number(t, index)
    if day is None or not (t.word(index - 1) == "the" or day[0] == index + 2):
        return None
    return day[0], Piece(sense(scene.day_of(day[1])), day=day[1])
