"""English dates of the calendar: 24 April 2025, March eighth, 2025-04-24, Friday the 15th."""

from __future__ import annotations

from claims.reading import dates_calendar as cal
from claims.reading.dates_calendar import DAY
from claims.reading.dates_en_periods import quarter_piece
from claims.reading.dates_en_piece import Found, Piece, plain, resolve, two_digit_year
from claims.reading.dates_en_words import Tokens
from claims.reading.dates_scene import Scene, sense


def day_number(t: Tokens, index: int, sure: bool = False) -> tuple[int, int] | None:
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


def year_after(t: Tokens, index: int, scene: Scene) -> tuple[int, int] | None:
    """The year behind a day or month: 2025, of 2025, '25, this year, last year."""
    stop = t.skip(index, ",")
    stop = t.skip(stop, "of", "in")
    if year := t.year(stop, loose=True):
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
        late_day = day_number(t, t.skip(after + 1, "-", "/"))
        if t.word(after + 1) in ("-", "/") and late_day is not None:
            return late_day[0], resolve(scene, int(t.words[after]), number, late_day[1])
    day = day_number(t, after, sure=True)
    if day is not None and not (t.unit(day[0]) and t.word(day[0]) != "night") and not _is_clock(t, after, day[0]):
        year = year_after(t, day[0], scene)
        return (year or day)[0], resolve(scene, year[1] if year else None, number, day[1], weekday)
    year = year_after(t, stop, scene)
    return (year[0] if year else stop), resolve(scene, year[1] if year else None, number, None)


def _is_clock(t: Tokens, start: int, stop: int) -> bool:
    return t.words[start].isdecimal() and (
        (t.word(stop) == ":" and t.glued(stop) and t.glued(stop + 1) and t.word(stop + 1).isdecimal())
        or t.word(stop) in ("am", "pm")
    )


def day_month(t: Tokens, index: int, scene: Scene, weekday: int | None = None) -> Found | None:
    """24 April 2025; the 4th of July; 12 of this month; 21st (alone)."""
    day = day_number(t, index, sure=scene.alone)
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
        year = year_after(t, after, scene) or (
            t.year(t.skip(after, "-", "/", ".")) if t.word(after) in ("-", "/", ".") else None
        )
        return (year[0] if year else after), resolve(scene, year[1] if year else None, month[1], day[1], weekday)
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
        day = day_number(t, day_at) if day_at > month[0] else None
        return (day or month)[0], resolve(scene, number, month[1], day[1] if day else None)
    if t.word(after) in ("q", "h") and t.glued(after + 1) and t.word(after + 1) in ("1", "2", "3", "4"):
        return after + 2, quarter_piece(t.words[after], int(t.words[after + 1]), number)
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
    following = t.skip(index + 1, ",", ".")
    dated = t.word(following).isdecimal() or t.month(following) is not None  # Sun, 4 May; but not Sun, a maker
    weekday = t.weekday(index, sure=scene.alone or dated)
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
        ordinal = day_number(t, stop)
    if (ordinal is not None and 1 <= ordinal[1] <= 31 and stop > weekday[0]) or (
        ordinal is not None and scene.alone and ordinal[1] <= 31
    ):
        return ordinal[0], resolve(scene, None, None, ordinal[1], weekday[1])
    after = t.skip(weekday[0], "of")
    if t.word(after) in ("this", "next", "last") and t.word(after + 1) == "week":
        base = cal.week(scene.now).start + t.lex.which[t.words[after]] * cal.WEEK
        return after + 2, plain(cal.day(base + weekday[1] * DAY))
    return weekday[0], plain(scene.weekday_of(weekday[1]))


def lone_day(t: Tokens, index: int, scene: Scene) -> Found | None:
    """15, the 27th, the second: a day of the month when nothing else stands there."""
    if not scene.alone:
        return None
    day = day_number(t, index)
    if day is None or not (t.word(index - 1) == "the" or day[0] == index + 2):
        return None
    return day[0], Piece(sense(scene.day_of(day[1])), day=day[1])
