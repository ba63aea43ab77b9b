"""What stands around a date in the text: its anchor, what was mentioned before it, and which way the words look.

A Sense is what an expression means before it is written as EDTF; a Scene resolves what the words leave
open (the year of "12 May", the moment of "three days later").
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from claims.reading.annotations import TimeMention
from claims.reading.dates_calendar import DAY, Stretch, date, day, midnight, month, step
from claims.times import Interval, shortest
from claims.vocabulary import Grain, TimeRelation

FINE = frozenset({Grain.minute, Grain.hour, Grain.part_of_day, Grain.day, Grain.third, Grain.week, Grain.month})
PERIODS = frozenset({Grain.month, Grain.quarter, Grain.half})
NEAR = 25  # characters over which a clock time still belongs to the date before it
FORWARD = 1.5  # news tells more of what has been: a date ahead must be nearer by this much to be meant
MOST = 10_000  # dates read of one text, and
TRIES = 40_000  # places looked at: a novel has fewer, and a hostile megabyte is done within a second
CLOCKS = frozenset({Grain.minute, Grain.hour, Grain.part_of_day})


@dataclass(frozen=True, slots=True)
class Sense:
    """What an expression means: earliest inclusive, latest exclusive, None where open."""

    earliest: datetime | None
    latest: datetime | None
    grain: Grain
    relation: TimeRelation = TimeRelation.at
    approximate: bool = False
    relative: bool = True  # an anchor or an earlier mention was needed
    zone: str | None = None  # stated in the words: Z, +08:00
    background: bool = False  # a fiscal year, a plan: nothing later words point back to
    deictic: bool = False  # said from where the speaker stands: today, last night

    @property
    def begins(self) -> datetime:
        """Its earliest moment; ValueError when that is open."""
        if self.earliest is None:
            raise ValueError("an open beginning")
        return self.earliest

    @property
    def stretch(self) -> Stretch | None:
        """Both ends, when neither is open."""
        if self.earliest is None or self.latest is None:
            return None
        return Stretch(self.earliest, self.latest, self.grain)


def sense(stretch: Stretch, relation: TimeRelation = TimeRelation.at, **more: bool | str | None) -> Sense:
    """The stretch as a Sense."""
    return Sense(stretch.start, stretch.end, stretch.grain, relation, **more)  # type: ignore[arg-type]


def by(meant: Sense) -> Sense:
    """Not later than its end."""
    return replace(meant, earliest=None, relation=TimeRelation.by)


def before(meant: Sense) -> Sense:
    """Earlier than its beginning."""
    return replace(meant, earliest=None, latest=meant.earliest, relation=TimeRelation.before)


def since(meant: Sense) -> Sense:
    """From its beginning on, without end."""
    return replace(meant, latest=None, relation=TimeRelation.since)


def after(meant: Sense) -> Sense:
    """Later than its end; a single day or moment counts as the beginning."""
    start = meant.earliest if meant.grain in CLOCKS or meant.grain is Grain.day else meant.latest
    return replace(meant, earliest=start, latest=None, relation=TimeRelation.after)


@dataclass(slots=True)
class Scene:
    """The anchor of a text and what has been read of it so far; made anew for every text."""

    anchor: datetime | None  # wall clock, without a zone
    zone: str = ""  # of the anchor: "", "Z", "+08:00"
    day_first: bool = False  # 3/7/2025 is 3 July
    alone: bool = False  # the text is nothing but a date, so it is read more freely
    ahead: Callable[[], bool] | None = None  # whether the words before the date look to the future
    fiscal_end: int | None = None  # the last month of the company's year, where the text tells
    fine: Stretch | None = None  # the last day, third or month mentioned
    told: Stretch | None = None  # the same, but no day named from where the speaker stands
    period: Stretch | None = None  # the last month, quarter or half mentioned
    year: int | None = None  # the year of the mention just before, when it was written out
    year_until: int = -1  # the offset up to which that year still speaks
    mentions: list[TimeMention] = field(default_factory=list)

    @property
    def now(self) -> datetime:
        """The anchor; LookupError when there is none, which leaves the expression out."""
        if self.anchor is None:
            raise LookupError("a relative date needs an anchor")
        return self.anchor

    @property
    def lean(self) -> int:
        """+1 when the words look ahead, else 0; asked for only where a date is open."""
        return 1 if self.ahead is not None and self.ahead() else 0

    @property
    def focus(self) -> Stretch:
        """What "that day" and "three days later" point back to: the last fine mention, else the anchor's day."""
        return self.fine or day(self.now)

    @property
    def then(self) -> Stretch | None:
        """What "at that time" points back to, None when nothing was told yet."""
        return self.told or self.fine

    def near(self, offset: int) -> Stretch:
        """The day of a clock time on its own: that of a mention just before it, else the anchor's."""
        if self.fine and self.mentions and not self.alone and offset - self.mentions[-1].end <= NEAR:
            return self.fine
        return day(self.now)

    def year_of(self, number: int, day_of_month: int | None = None) -> int:
        """The year in which a month, or a day of it, most likely lies."""
        if self.year is not None:
            return self.year
        now = self.now
        near = [year for year in (now.year - 1, now.year, now.year + 1) if _exists(year, number, day_of_month)]
        if not near:
            near = [year for year in range(now.year - 7, now.year + 8) if _exists(year, number, day_of_month)]
        return min(near, key=lambda year: self._distance(_begin(year, number, day_of_month), day_of_month))

    def _distance(self, start: datetime, day_of_month: int | None) -> tuple[bool, timedelta]:
        now = self.now
        here = midnight(now) if day_of_month else now.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
        wrong_way = start < here and self.lean > 0
        return wrong_way, (start - here) * FORWARD if start > here else here - start

    def day_of(self, day_of_month: int) -> Stretch:
        """The nearest fitting day of that number, looking back unless the words look ahead."""
        now = self.now
        base = self.fine.start if self.fine else now
        for months_away in (0, -1, 1, -2, 2) if self.lean <= 0 else (0, 1, 2, -1):
            first = step(base.replace(day=1), months_away, "month")
            if not _exists(first.year, first.month, day_of_month):
                continue
            found = date(first.year, first.month, day_of_month)
            if self.lean > 0 and found.start < midnight(now):
                continue
            if self.lean <= 0 and not self.fine and found.start > now:
                continue
            return found
        raise ValueError(f"no day {day_of_month} near {now:%Y-%m}")

    def weekday_of(self, weekday: int) -> Stretch:
        """The nearest day of that name: today or the one before, the one ahead when the words look ahead."""
        now = midnight(self.now)
        if self.lean > 0:
            return day(now + (weekday - now.weekday()) % 7 * DAY)
        return day(now - (now.weekday() - weekday) % 7 * DAY)

    def note(self, mention: TimeMention, meant: Sense, written_year: bool) -> None:
        """Remember a mention for those that point back to it."""
        self.mentions.append(mention)
        stretch = meant.stretch
        if (
            stretch is None
            and meant.latest is not None
            and meant.grain in FINE
            and meant.relation is TimeRelation.as_of
        ):
            stretch = day(meant.latest - timedelta(microseconds=1))
        if stretch is None or meant.background:
            return
        if meant.grain in FINE:
            self.fine = stretch if meant.grain not in CLOCKS else day(stretch.start)
            if not meant.deictic:
                self.told = self.fine
        if (meant.grain in PERIODS and not meant.deictic) or (
            meant.grain is Grain.span and stretch.start.day == 1 and stretch.end.day == 1
        ):
            self.period = stretch
        elif meant.grain in FINE:
            self.period = month(stretch.start.year, stretch.start.month)
        if written_year:
            self.year, self.year_until = stretch.start.year, mention.end


Found = tuple[int, Sense, bool]  # where the words end, what they mean, whether the year was written out
Reader = Callable[[str, int, int, Scene], "Found | None"]  # normal text, offset, end, scene


def _exists(year: int, number: int, day_of_month: int | None) -> bool:
    try:
        _begin(year, number, day_of_month)
    except ValueError:
        return False
    return True


def _begin(year: int, number: int, day_of_month: int | None) -> datetime:
    return datetime(year, number, day_of_month or 1)


# ── writing ──────────────────────────────────────────────────────────────────


def interval_of(meant: Sense, zone: str) -> Interval:
    """The Interval with its EDTF text; clock times carry the zone."""
    mark = "~" if meant.approximate else ""
    place = zone if meant.zone is None else meant.zone
    left, right = meant.earliest, meant.latest
    if left is not None and right is not None:
        if left == right:
            return Interval(_moment(left, place) + mark, left, right)
        if _whole_days(left, right):
            last = right - timedelta(microseconds=1)
            return Interval(_marked(shortest(left.date(), last.date()), mark), left, right)
        return Interval(f"{_moment(left, place)}/{_moment(right, place)}", left, right)
    if left is not None:
        return Interval(f"{_edge(left, meant.grain, place)}{mark}/..", left, None)
    if right is None:
        raise ValueError("a time without any bound")
    if right == midnight(right):
        last = right - timedelta(microseconds=1)
        return Interval(f"../{_edge(last, meant.grain, place)}{mark}", None, right)
    return Interval(f"../{_moment(right, place)}", None, right)


def _marked(edtf: str, mark: str) -> str:
    return edtf + mark if "/" not in edtf else "/".join(part + mark for part in edtf.split("/"))


def _whole_days(left: datetime, right: datetime) -> bool:
    return left == midnight(left) and right == midnight(right)


def _edge(moment: datetime, grain: Grain, place: str) -> str:
    if grain in CLOCKS:
        return (
            _moment(moment, place)
            if grain is not Grain.part_of_day or moment.microsecond == 0
            else moment.date().isoformat()
        )
    opens = moment.microsecond == 0  # the beginning of something, not the last instant of it
    whole_month = moment.day == 1 if opens else (moment + DAY).day == 1
    if grain is Grain.year and whole_month and moment.month == (1 if opens else 12):
        return f"{moment.year:04}"
    if grain is Grain.month and whole_month:
        return f"{moment.year:04}-{moment.month:02}"
    return moment.date().isoformat()


def _moment(moment: datetime, place: str) -> str:
    seconds = f":{moment.second:02}" if moment.second or place else ""
    return f"{moment.year:04}-{moment.month:02}-{moment.day:02}T{moment.hour:02}:{moment.minute:02}{seconds}{place}"
