"""English dates and times of a text, resolved against its scene: points, ranges, deadlines and open ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from claims.reading import dates_calendar as cal
from claims.reading.dates_calendar import DAY
from claims.reading.dates_en_around import day_of_which, day_word, now_word, which_unit
from claims.reading.dates_en_calendar import (
    day_month,
    day_number,
    lone_day,
    month_date,
    numeric,
    weekday_date,
    year_after,
    year_first,
)
from claims.reading.dates_en_clock import Clock, at, between, part_of_day, read_clock
from claims.reading.dates_en_counts import counted_units, in_units
from claims.reading.dates_en_holidays import holiday_date, week_number
from claims.reading.dates_en_periods import decade, fiscal, quarter, season
from claims.reading.dates_en_piece import Found, Piece, Reader, resolve
from claims.reading.dates_en_points import bare_unit, the_unit, year_ago
from claims.reading.dates_en_portions import PARTS, ended, nth_of, part_of, rest_of
from claims.reading.dates_en_words import Tokens, lexicon
from claims.reading.dates_scene import CLOCKS, MOST, TRIES, Scene, Sense, after, before, by, sense, since
from claims.reading.numerals import EN_SMALL, en_ordinals
from claims.reading.wordfile import word_file
from claims.vocabulary import Grain, TimeRelation

Hit = tuple[int, int, Sense, bool]

NUMBERS = frozenset(("a", "an", "one", "couple", "half", "hundred", "thousand", *EN_SMALL))
READERS: tuple[Reader, ...] = (
    now_word, in_units, part_of, ended, counted_units, nth_of, quarter,
    year_ago, the_unit, rest_of, fiscal, decade, numeric, year_first,
    weekday_date, month_date, day_month, day_of_which, which_unit, holiday_date, season,
    day_word, week_number, bare_unit, lone_day,
)  # fmt: skip


@cache
def _readers_by_word() -> dict[str, tuple[Reader, ...]]:
    """The readers that can begin at a word; "#" stands for digits."""
    lex = lexicon()
    ordinal = {*en_ordinals(), *lex.ordinals, "twenty", "thirty", "#"}
    units = set(lex.units)
    begins: dict[Reader, set[str]] = {
        now_word: {"now", "the", "at", "year", "ytd", "to"},
        in_units: {"in", "within"},
        part_of: {"year", "month", "quarter", "year's", "month's", "eoy", "eom", *PARTS},
        ended: {*NUMBERS, *units, "fiscal", "financial", "#"},
        counted_units: {*NUMBERS, "the", "#"},
        nth_of: ordinal,
        quarter: {*ordinal, "q", "h", "fiscal"},
        year_ago: {"year", "quarter", "period", "month"},
        the_unit: {
            *units,
            "next",
            "full",
            "whole",
            "entire",
            "latest",
            "corresponding",
            "comparable",
            "equivalent",
            "period",
        },
        rest_of: {"rest", "remainder", "remaining", "balance"},
        fiscal: {"fiscal", "financial", "calendar", "fy", "cy"},
        decade: {*ordinal, "'", "twenty", "nineteen", "eighteen", *lex.decades},
        numeric: {"#"},
        year_first: {"#", "'", "nineteen", "eighteen", "seventeen", "sixteen", "twenty", "two"},
        weekday_date: set(lex.weekdays),
        month_date: set(lex.months),
        day_month: {*ordinal, *EN_SMALL},
        day_of_which: {*ordinal, *EN_SMALL},
        which_unit: {*lex.which, "the", "that"},
        holiday_date: set(lex.holidays),
        season: set(lex.seasons),
        day_word: set(lex.days),
        week_number: {"week", "weekend"},
        bare_unit: {*units, "overnight", "eod", "end"},
        lone_day: ordinal,
    }
    known = set().union(*begins.values())
    return {word: tuple(reader for reader in READERS if word in begins[reader]) for word in known}


@cache
def _beginnings() -> frozenset[str]:
    """The words at which a date, or what opens or closes it, can begin."""
    lex = lexicon()
    return frozenset(
        {*_readers_by_word(), *_BY_FIRST, *lex.noon, *lex.parts, "between", "for", "the", "early", "late", "mid"}
        - {"a#"}
    )


@cache
def _seconds() -> dict[str, frozenset[str]]:
    """For small words that mostly begin no date: the words that must follow them, besides numbers."""
    units = frozenset({*lexicon().units, *(f"{unit}'s" for unit in lexicon().units)})
    counts = NUMBERS | {"the", "next", "coming", "few"}
    return {
        "a": units | {"quarter", "couple", "half", "full", "few"}, "an": units, "the": _beginnings() | {"'"}, "in": counts | units,
        "within": counts | units, "for": counts, "that": units, "at": frozenset(), "over": frozenset(), "during": frozenset(),
        "half": frozenset({"past", "a", "an"}), "one": units | {"full"}, "about": _beginnings() | {"'"}, "around": _beginnings() | {"'"},
        "up": frozenset({"to", "until"}), "as": frozenset({"of", "early", "late"}), "no": frozenset({"later", "earlier"}),
    }  # fmt: skip


@cache
def _vocabulary() -> frozenset[str]:
    """Every word that a lone date can hold."""
    lex = lexicon()
    prefixed = {word for words in PREFIXES for word in words}
    holidays = {word for names in lex.holidays.values() for name in names for word in name}
    return frozenset(
        {
            *_beginnings(),
            *EN_SMALL,
            *en_ordinals(),
            *lex.units,
            *lex.days,
            *lex.seasons,
            *lex.decades,
            *lex.ordinals,
            *lex.zones,
            *prefixed,
            *holidays,
            *TO,
            *OPENERS,
            *word_file("dates_en")["alone"],
        }
    )


TO = frozenset(("to", "until", "till", "through", "thru", "-", "~", "and", "til"))
PREFIXES: dict[tuple[str, ...], str] = {
    ("no", "later", "than"): "by", ("not", "later", "than"): "by", ("on", "or", "before"): "by", ("as", "late", "as"): "at",
    ("as", "early", "as"): "at", ("on", "or", "after"): "since", ("no", "earlier", "than"): "since", ("not", "before"): "since",
    ("as", "of"): "as of", ("later", "than"): "after", ("earlier", "than"): "before", ("prior", "to"): "before",
    ("up", "to"): "by", ("up", "until"): "by", ("ahead", "of"): "before", ("greater", "than"): "after", ("older", "than"): "before",
    ("starting", "from"): "since", ("starting", "on"): "since", ("starting", "in"): "since", ("beginning", "on"): "since",
    ("beginning", "in"): "since", ("beginning", "from"): "since", ("starting",): "since", ("beginning",): "since",
    ("effective",): "since", ("by",): "by", ("before",): "before", ("until",): "by", ("till",): "by", ("through",): "by",
    ("since",): "since", ("after",): "after", ("from",): "from", ("about",): "about", ("around",): "about", ("circa",): "about",
    ("roughly",): "about", ("during",): "at", ("over",): "at", ("<", "="): "by", (">", "="): "since", ("<",): "before", (">",): "after",
}  # fmt: skip
_BY_FIRST: dict[str, list[tuple[str, ...]]] = {}
for _words in sorted(PREFIXES, key=len, reverse=True):
    _BY_FIRST.setdefault(_words[0], []).append(_words)
AHEAD = re.compile(
    r"\b(?:will|won't|shall|to be|expected to|set to|scheduled|plans? to|planning to|going to|upcoming|expires?|effective)\b[^.;!?,]*$"
)
WORD = re.compile(r"[a-z]+")
YEAR_HOLDS = 12  # characters after a written year in which a month without one shares it
AHEAD_REACH = 60  # characters before a date in which "will" turns it to the future
FISCAL = re.compile(
    r"\b(?:fiscal|financial)?\s?year (?:is the year )?(?:ending|ended|ends|to|runs to|ends on|ended on|closes on) (?:in |on )?(?:\d{1,2} )?(january|february|march|april|may|june|july|august|september|october|november|december)\b"
)
OPENERS = ("in", "on", "at", "of", "for", "during", "the", "from", "this", "over", "-", "date", "it's")


def read(text: str, low: str, start: int, end: int, scene: Scene) -> Iterator[Hit]:
    """What each date of low[start:end] means, in order and without overlap; `text` keeps the capitals."""
    t = Tokens(text, low, start, end)
    if scene.fiscal_end is None and "year" in low and (told := FISCAL.search(low, start, end)):
        scene.fiscal_end = t.lex.months[told[1]]
    beginnings, words, seconds = _beginnings(), t.words, _seconds()
    index, tries, met = 0, 0, 0
    while index < t.count and tries < TRIES and met < MOST:
        word = words[index]
        if not (word in beginnings or word.isdecimal() or ("'" in word and word.removesuffix("'s") in beginnings)):
            index += 1
            continue
        if (
            word in seconds
            and index + 1 < t.count
            and not (words[index + 1] in seconds[word] or words[index + 1].isdecimal())
        ):
            index += 1
            continue
        if (word.isdecimal() or word in EN_SMALL) and _only_a_number(t, index, word):
            index += 1
            continue
        if scene.year is not None and (
            t.at[index] - scene.year_until > YEAR_HOLDS or "." in low[scene.year_until : t.at[index]]
        ):
            scene.year = None
        tries += 1
        found = _expression(t, index, scene, low, start)
        if found is None:
            index += 1
            continue
        stop, meant, written = found
        met += 1
        yield t.at[index], t.end[stop - 1], meant, written
        index = max(stop, index + 1)


@cache
def _after_numbers() -> frozenset[str]:
    """The words that can follow a number which belongs to a date."""
    lex = lexicon()
    more = word_file("dates_en")["after_numbers"]
    return frozenset({*lex.units, *(f"{unit}'s" for unit in lex.units), *lex.months, *EN_SMALL, *lex.zones, *TO, *more})


def _only_a_number(t: Tokens, index: int, word: str) -> bool:
    """12%, $46, 3,000, 4.6 and 18 people begin no date; found out before any reader is asked."""
    following = t.word(index + 1)
    if word.isalpha():
        return following.isalpha() and following not in _after_numbers()
    if following == "%" or (index and t.glued(index) and t.word(index - 1) in "$£€¥#"):
        return True
    if following in (",", ".") and t.glued(index + 1) and t.glued(index + 2) and t.word(index + 2).isdecimal():
        return not (following == "." and t.word(index + 3) in (".", "am", "pm", "a", "p", "-", "to", "till"))
    if (
        index > 1
        and t.word(index - 1) == ","
        and t.glued(index)
        and t.glued(index - 1)
        and t.word(index - 2).isdecimal()
    ):
        return True
    return len(word) != 4 and len(word) != 8 and following.isalpha() and following not in _after_numbers()


def read_alone(text: str, low: str, start: int, end: int, scene: Scene) -> Hit | None:
    """The one date that low[start:end] is, read freely; None when it is more or less than one."""
    vocabulary = _vocabulary()
    for word in WORD.finditer(low, start, end):
        if word[0] not in vocabulary:
            return None
    t = Tokens(text, low, start, end)
    if not t.count or t.count > 24:
        return None
    scene.alone = True
    for first in range(min(3, t.count)):
        found = _expression(t, first, scene, low, start)
        if found is not None and found[0] == t.count:
            return start, end, found[1], found[2]
        if t.word(first) not in OPENERS:
            break
    scene.alone = False
    return None


def _expression(t: Tokens, index: int, scene: Scene, low: str, start: int) -> tuple[int, Sense, bool] | None:
    offset = t.at[index]
    scene.ahead = (
        None if scene.alone else lambda: AHEAD.search(low, max(start, offset - AHEAD_REACH), offset) is not None
    )
    try:
        found = _related(t, index, scene)
    except (ValueError, LookupError, OverflowError):
        return None
    if found is None or (found[1].sense.earliest is None and found[1].sense.latest is None):
        return None
    return found[0], found[1].sense, found[1].written


def _related(t: Tokens, index: int, scene: Scene) -> Found | None:
    """A date with the words that open, close or blur it."""
    word = t.word(index)
    if word == "between":
        return _between(t, index, scene)
    for words in _BY_FIRST.get(word, ()):
        if tuple(t.words[index : index + len(words)]) == words:
            opened = _prefixed(t, index, index + len(words), PREFIXES[words], scene)
            if opened is not None or len(words) > 1 or word not in PARTS:
                return opened
    if word == "for" and (spell := _for_from(t, index, scene)):
        return spell
    if word == "year" and t.word(index + 1) in ("greater", "later", "before", "after"):
        return _related(t, index + 1, scene)
    found = _span(t, index, scene)
    if found is None:
        return None
    stop, piece = found
    if t.word(stop) == "or" and t.word(stop + 1) in ("later", "after", "before", "earlier"):
        way = since if t.words[stop + 1] in ("later", "after") else by
        return stop + 2, replace(piece, sense=way(piece.sense))
    if t.word(stop) in ("onwards", "onward") or (
        t.word(stop) == "and" and t.word(stop + 1) in ("after", "later", "onwards", "beyond")
    ):
        return stop + (1 if t.words[stop].startswith("onward") else 2), replace(piece, sense=since(piece.sense))
    return found


def _prefixed(t: Tokens, index: int, stop: int, kind: str, scene: Scene) -> Found | None:
    if kind == "since" and t.word(stop) == "then":
        return None
    nested = _related(t, stop, scene) if kind == "about" and t.word(stop) in ("by", "since") else None
    if nested is not None:
        return nested
    if kind == "from":
        return _from(t, stop, scene)
    if kind == "at":
        return None
    if kind == "by" and t.words[index] == "by" and t.word(stop) != "the":
        scene.ahead = lambda: True
    found = _span(t, stop, scene)
    if found is None or (found[1].sense.relation is not TimeRelation.at and found[1].sense.latest is None):
        return None
    piece, words = found[1], t.words[index]
    meant = piece.sense
    if kind == "by":
        if words in ("by", "until", "till", "through", "up", "<") or stop - index > 1:
            meant = _by(meant, scene)
    elif kind == "before":
        meant = before(meant)
    elif kind == "after":
        meant = after(meant)
    elif kind == "as of":
        meant = replace(meant, relation=TimeRelation.as_of)
    elif kind == "about":
        meant = replace(meant, approximate=True)
    elif kind == "since":
        meant = _since(meant, scene) if words == "since" else since(meant)
    return found[0], replace(piece, sense=meant)


def _by(meant: Sense, scene: Scene) -> Sense:
    return by(meant) if meant.relation is not TimeRelation.within else meant


def _since(meant: Sense, scene: Scene) -> Sense:
    """Since reaches to the anchor's day; alone, or without an anchor, it stays open."""
    if scene.alone or scene.anchor is None or meant.earliest is None:
        return since(meant)
    start = meant.earliest
    latest = cal.day(scene.anchor).end
    return replace(since(meant), earliest=start, latest=latest, grain=Grain.span) if latest > start else since(meant)


# ── ranges ───────────────────────────────────────────────────────────────────


def _between(t: Tokens, index: int, scene: Scene) -> Found | None:
    """between 6 and 31 January; between May and July; between 2014 and 2018."""
    shared = _shared_day(t, index + 1, scene, ("and", "-", "to", "~"))
    if shared is not None:
        return shared
    left = _limit(t, index + 1, scene)
    if left is None or t.word(left[0]) not in ("and", "-", "to", "~"):
        clocks = _clock_range(t, index + 1, scene, ("and", "-", "to"))
        return clocks and _clocks_on(t, clocks, scene)
    return _joined(t, left, left[0] + 1, scene)


def _limit(t: Tokens, index: int, scene: Scene) -> Found | None:
    if t.word(index) == "now":
        return index + 1, Piece(sense(cal.day(scene.now)))
    return _point(t, index, scene)


def _from(t: Tokens, index: int, scene: Scene) -> Found | None:
    """from May to July; from 4 to 22 January; from noon; from 2019 onwards."""
    shared = _shared_day(t, index, scene, tuple(TO))
    if shared is not None:
        return shared
    if clocks := _clock_range(t, index, scene, tuple(TO)):
        return _clocks_on(t, clocks, scene)
    left = _limit(t, index, scene)
    if left is None:
        return None
    stop = left[0]
    if t.word(stop) in TO - {"and"} and (joined := _joined(t, left, stop + 1, scene)):
        return joined
    meant = left[1].sense
    if meant.relation is not TimeRelation.at:
        return left
    if t.word(stop) == "for" and (number := t.number(stop + 1)) and (unit := t.unit(number[0])) and meant.earliest:
        return number[0] + 1, Piece(
            Sense(meant.earliest, cal.step(meant.earliest, number[1], unit), meant.grain, relative=meant.relative)
        )
    if scene.alone or meant.grain in CLOCKS or t.word(stop) in ("onwards", "onward"):
        stop += t.word(stop) in ("onwards", "onward")
        return stop, replace(left[1], sense=since(meant))
    return None


def _for_from(t: Tokens, index: int, scene: Scene) -> Found | None:
    """for one week, from 20th December."""
    number = t.number(index + 1)
    if number is None or (unit := t.unit(number[0])) is None:
        return None
    stop = t.skip(number[0] + 1, ",")
    if t.word(stop) not in ("from", "starting", "beginning"):
        return None
    base = _point(t, t.skip(stop + 1, "on"), scene)
    if base is None or base[1].sense.earliest is None:
        return None
    start = base[1].sense.earliest
    return base[0], Piece(Sense(start, cal.step(start, number[1], unit), Grain.span, relative=base[1].sense.relative))


def _joined(t: Tokens, left: Found, index: int, scene: Scene) -> Found | None:
    """The range from the left piece to the date at the index; they share what only one of them says."""
    kept = scene.fine
    if left[1].sense.grain is Grain.day and left[1].sense.stretch:
        scene.fine = left[1].sense.stretch
    if t.word(index) in ("date", "now", "present") and scene.anchor:
        right: Found | None = index + 1, Piece(sense(cal.day(scene.now)))
    elif t.word(index) == "the" and t.word(index + 1) == "present" and scene.anchor:
        right = index + 2, Piece(sense(cal.day(scene.now)))
    else:
        right = _point(t, index, scene) or _right_day(t, index, left[1], scene)
    scene.fine = kept
    if right is None:
        return None
    first, last = left[1], right[1]
    if last.year and not first.year and first.month:
        year = last.year - ((first.month, first.day or 0) > (last.month or 12, last.day or 31))
        first = resolve(scene, year, first.month, first.day)
    elif first.year and not last.year and last.month:
        last = resolve(
            scene,
            first.year + ((first.month or 1, first.day or 0) > (last.month, last.day or 31)),
            last.month,
            last.day,
        )
    elif first.month and last.month and not first.year and first.sense.earliest:
        year = first.sense.earliest.year
        last = resolve(
            scene, year + ((first.month, first.day or 0) > (last.month, last.day or 31)), last.month, last.day
        )
        last = replace(last, sense=replace(last.sense, relative=True))
    start, end = first.sense.earliest, last.sense.latest
    if start is None or end is None or last.sense.relation is not TimeRelation.at:
        return None
    if end <= start and last.sense.grain in CLOCKS and first.sense.grain in CLOCKS:
        end += DAY
    if end <= start and last.sense.stretch and last.sense.relative and not last.year:
        end = cal.shifted(last.sense.stretch, 1, "year").end
        if index < t.count and t.word(index) in ("date", "now", "present") and first.sense.stretch:
            start, end = cal.shifted(first.sense.stretch, -1, "year").start, last.sense.latest or end
    if end <= start:
        return None
    grain = last.sense.grain if last.sense.grain in CLOCKS else Grain.span
    relative = first.sense.relative or last.sense.relative
    approximate = first.sense.approximate or last.sense.approximate
    return right[0], Piece(
        Sense(start, end, grain, TimeRelation.at, approximate, relative), written=first.written or last.written
    )


def _right_day(t: Tokens, index: int, left: Piece, scene: Scene) -> Found | None:
    """November 19 to 20: the bare day that ends a range takes the month before."""
    if left.day is None or left.month is None or left.sense.earliest is None:
        return None
    day = day_number(t, t.skip(index, "the"), sure=True)
    if day is None or t.unit(day[0]):
        return None
    year = year_after(t, day[0], scene)
    number = year[1] if year else left.year or left.sense.earliest.year
    return (year or day)[0], resolve(scene, number, left.month, day[1])


def _shared_day(t: Tokens, index: int, scene: Scene, joiners: tuple[str, ...]) -> Found | None:
    """6 and 31 January; 4 till 23 of this month; 9 to 12 of June 2025."""
    index = t.skip(index, "the")
    first = day_number(t, index, sure=True)
    if first is None or t.word(first[0]) not in joiners or t.unit(first[0]):
        return None
    at_second = t.skip(first[0] + 1, "the")
    whole = day_month(t, at_second, scene) or (month_date(t, at_second, scene) if t.month(at_second) else None)
    if whole is None or whole[1].day is None:
        day = day_number(t, at_second)
        which = which_unit(t, day[0], scene) if day else None
        if day is None or which is None or which[1].sense.grain is not Grain.month or which[1].sense.earliest is None:
            return None
        start = which[1].sense.earliest
        first_day, last_day = cal.date(start.year, start.month, first[1]), cal.date(start.year, start.month, day[1])
        return which[0], Piece(Sense(first_day.start, last_day.end, Grain.span))
    last = whole[1].sense
    if last.earliest is None or last.latest is None:
        return None
    month = last.earliest if first[1] <= (whole[1].day or 0) else cal.step(last.earliest.replace(day=1), -1, "month")
    start = cal.date(month.year, month.month, first[1])
    return whole[0], Piece(
        Sense(start.start, last.latest, Grain.span, relative=last.relative), whole[1].year, written=whole[1].written
    )


def _span(t: Tokens, index: int, scene: Scene) -> Found | None:
    """A point, or a range that needs no "from": June-August 1992, 2019-2024, 9 to 12 June."""
    word = t.word(index)
    if (word.isdecimal() and len(word) <= 2) or (scene.alone and t.ordinal(index)):
        shared = _shared_day(t, index, scene, ("to", "-", "through", "till", "until"))
        if shared is not None:
            return shared
        if (clocks := _clock_range(t, index, scene, ("to", "-", "till", "until"))) and (scene.alone or clocks[2].sure):
            timed = _clocks_on(t, clocks, scene)
            dated = _point(t, index, scene) if scene.alone else None
            if dated is None or timed is None or timed[0] >= dated[0]:
                return timed
    left = _point(t, index, scene)
    if left is None:
        return None
    stop = left[0]
    joiner = t.word(stop)
    if joiner in ("to", "-", "through", "until", "till", "~", "thru") and left[1].sense.relation is TimeRelation.at:
        after_to = t.skip(stop + 1, "-")
        short = t.word(after_to)
        if (
            left[1].year
            and left[1].month is None
            and len(short) == 2
            and short.isdecimal()
            and joiner == "-"
            and t.glued(stop)
            and t.glued(after_to)
        ):
            last = left[1].year // 100 * 100 + int(short)
            if left[1].year < last:
                return after_to + 1, Piece(sense(cal.years(left[1].year, last), relative=False), written=True)
        if (joined := _joined(t, left, after_to, scene)) is not None:
            return joined
    return left


# ── points: a date with its time of day ──────────────────────────────────────


def _date(t: Tokens, index: int, scene: Scene) -> Found | None:
    best: Found | None = None
    skipped = t.skip(index, "the")
    by_word = _readers_by_word()
    for start in (index, skipped) if skipped != index else (index,):
        word = t.word(start)
        for reader in by_word.get("#" if word.isdecimal() else word.removesuffix("'s"), ()) or by_word.get(word, ()):
            try:
                found = reader(t, start, scene)
            except (ValueError, LookupError, OverflowError):
                continue
            if found is not None and (best is None or found[0] > best[0]):
                best = found
    return best


def _point(t: Tokens, index: int, scene: Scene) -> Found | None:
    """A date with a time, a time with a date, or one of them."""
    word = t.word(index)
    if (
        word.isdecimal() or word in t.lex.noon or word in ("half", "a", "quarter") or (scene.alone and word in NUMBERS)
    ) and (timed := _time_first(t, index, scene)):
        return timed
    found = _date(t, index, scene)
    if found is None:
        part = _part_first(t, index, scene)
        if part is not None:
            return part
        return None
    return _with_time(t, found, scene)


def _with_time(t: Tokens, found: Found, scene: Scene) -> Found:
    """The time of day that follows a date: 24 April 2025, 16:30; Tuesday morning; yesterday from 3 to 8pm."""
    stop, piece = found
    day = piece.sense
    if day.grain is Grain.part_of_day and day.earliest is not None:
        return _narrowed(t, found, scene)
    if day.grain is not Grain.day or day.earliest is None:
        return found
    after_comma = t.skip(stop, ",", "-") if not t.glued(stop) or t.word(stop) == "," else stop
    part_at = t.skip(t.skip(after_comma, "in"), "the")
    which = t.word(part_at) if t.word(part_at) in ("early", "late", "mid") else ""
    part_at = t.skip(part_at + 1, "-") if which else part_at
    word = t.word(part_at)
    if word in t.lex.parts and word not in ("overnight", "daytime"):
        parted = replace(piece, sense=part_of_day(day, t.lex.parts[word], which))
        return _narrowed(t, (part_at + 1, parted), scene, word, day)
    return _clock_on(t, found, scene, after_comma, day, "")


def _narrowed(t: Tokens, found: Found, scene: Scene, word: str = "", day: Sense | None = None) -> Found:
    """this morning at 7:00, last night between 7 and 9."""
    stop, piece = found
    start = piece.sense.begins
    part = word or (
        "night"
        if start.hour >= 20
        else "evening"
        if start.hour >= 16
        else "afternoon"
        if start.hour >= 12
        else "morning"
    )
    base = day or replace(piece.sense, earliest=cal.midnight(start), latest=cal.midnight(start) + DAY, grain=Grain.day)
    return _clock_on(t, found, scene, stop, base, part)


def _clock_on(t: Tokens, found: Found, scene: Scene, index: int, day: Sense, part: str) -> Found:
    stop, piece = found
    linked = t.skip(index, "at", "around", "about", "for", "by", "after", "before", "from", "between", "@")
    word = t.words[linked - 1] if linked > index else ""
    linked = t.skip(linked, "about", "around")
    clocks = _clock_range(t, linked, scene, ("to", "-", "and", "until", "till"))
    if clocks is not None and (clocks[2].sure or clocks[1].sure or word or scene.alone):
        return clocks[0], replace(piece, sense=between(day, clocks[1], clocks[2], part))
    clock = read_clock(t, linked)
    if clock is None or not (
        clock[1].sure or (word == "at") or (scene.alone and (word or not t.word(linked).isalpha()))
    ):
        return found
    if (
        not clock[1].sure
        and not scene.alone
        and (t.unit(clock[0]) or t.word(clock[0]) in ("%", "percent", "million", "people", "-", "per"))
    ):
        return found
    meant = at(day, clock[1], part)
    if word in ("after", "before") and not scene.alone:
        return found
    if word == "after":
        meant = after(meant)
    elif word == "before":
        meant = before(meant)
    elif (
        word == "from"
        and t.word(clock[0]) == "for"
        and (number := t.number(clock[0] + 1))
        and (unit := t.unit(number[0]))
        and meant.earliest
    ):
        return number[0] + 1, replace(
            piece,
            sense=Sense(
                meant.earliest, cal.step(meant.earliest, number[1], unit), Grain.minute, relative=meant.relative
            ),
        )
    elif word in ("around", "about"):
        meant = replace(meant, approximate=True)
    tail = t.skip(t.skip(t.skip(clock[0], "in"), "the"), "early", "late")
    stop = tail + 1 if t.word(tail) in t.lex.parts and not clock[1].zone else clock[0]
    if stop > clock[0] and not clock[1].half:
        meant = at(day, clock[1], t.words[tail])
    return stop, replace(piece, sense=meant)


def _clock_range(t: Tokens, index: int, scene: Scene, joiners: tuple[str, ...]) -> tuple[int, Clock, Clock] | None:
    """3-8pm, 7 to 7:30, 10 and 11:30."""
    first = read_clock(t, index)
    if first is None or t.word(first[0]) not in joiners:
        return None
    last = read_clock(t, first[0] + 1)
    if (
        last is None
        or not (first[1].sure or last[1].sure or scene.alone)
        or (t.word(index).isalpha() and not scene.alone)
    ):
        return None
    if not (last[1].sure or first[1].sure) and (t.unit(last[0]) or t.month(last[0])):
        return None
    return last[0], first[1], last[1]


def _clocks_on(t: Tokens, clocks: tuple[int, Clock, Clock], scene: Scene) -> Found | None:
    """3-8pm yesterday afternoon; between 7 and 9 last night; 10am to noon (today)."""
    stop = t.skip(t.skip(clocks[0], ",", "on"), "on")
    date = _date(t, stop, scene)
    if (
        date is not None
        and date[1].sense.grain in (Grain.day, Grain.part_of_day)
        and date[1].sense.earliest is not None
    ):
        start = date[1].sense.earliest
        day = replace(date[1].sense, earliest=cal.midnight(start), latest=cal.midnight(start) + DAY, grain=Grain.day)
        part = (
            ""
            if date[1].sense.grain is Grain.day
            else "night"
            if start.hour >= 16
            else "afternoon"
            if start.hour >= 12
            else ""
        )
        after = t.word(date[0])
        if after in t.lex.parts:
            return date[0] + 1, Piece(between(day, clocks[1], clocks[2], after))
        return date[0], Piece(between(day, clocks[1], clocks[2], part))
    return clocks[0], Piece(between(sense(scene.near(t.at[0])), clocks[1], clocks[2]))


def _time_first(t: Tokens, index: int, scene: Scene) -> Found | None:
    """10 p.m. Wednesday; noon; half past seven tomorrow; 16:30."""
    clock = read_clock(t, index)
    if clock is None:
        return None
    stop = clock[0]
    if not clock[1].sure and not scene.alone:
        return None
    part_at = t.skip(t.skip(stop, "in"), "the")
    part = t.word(part_at) if t.word(part_at) in t.lex.parts else ""
    date_at = part_at + 1 if part else stop
    date_at = t.skip(t.skip(date_at, ",", "on", "of"), "on")
    date = _date(t, date_at, scene)
    if (
        date is not None
        and date[1].sense.grain in (Grain.day, Grain.part_of_day)
        and date[1].sense.earliest is not None
    ):
        start = date[1].sense.earliest
        part = part or (
            "night"
            if date[1].sense.grain is Grain.part_of_day and start.hour >= 16
            else "afternoon"
            if date[1].sense.grain is Grain.part_of_day and start.hour >= 12
            else ""
        )
        day = replace(date[1].sense, earliest=cal.midnight(start), latest=cal.midnight(start) + DAY, grain=Grain.day)
        return date[0], replace(date[1], sense=at(day, clock[1], part))
    if not clock[1].sure:
        return None
    if t.word(index).isdecimal() and t.word(index + 1) == "." and not clock[1].half:
        return None
    if scene.anchor is None:
        return None
    focus = scene.near(t.at[index])
    return (date_at if part else stop), Piece(at(sense(focus), clock[1], part))


def _part_first(t: Tokens, index: int, scene: Scene) -> Found | None:
    """in the afternoon of 3 May; morning of Friday; the morning (alone)."""
    stop = t.skip(index, "the")
    which = t.word(stop) if t.word(stop) in ("early", "late", "mid") else ""
    stop = t.skip(stop + 1, "-") if which else stop
    word = t.word(stop)
    if word not in t.lex.parts or word in ("overnight", "daytime"):
        return None
    joined = t.skip(t.skip(stop + 1, "of", "on", ","), "on")
    date = _date(t, joined, scene) if joined > stop + 1 or scene.alone else None
    if date is not None and date[1].sense.grain is Grain.day:
        return date[0], replace(date[1], sense=part_of_day(date[1].sense, t.lex.parts[word], which))
    if scene.alone:
        return stop + 1, Piece(part_of_day(sense(cal.day(scene.now)), t.lex.parts[word], which))
    return None
