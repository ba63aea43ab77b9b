"""Partial dates and intervals, written as EDTF and compared by their earliest and latest moments.

An Interval is never more precise than its source: "2024-04" stays a month, "../2024-06" stays open.
Moments are wall-clock times of the document that states them; the zone, where one is stated, stays
in the EDTF text. Instants of our own (recorded, captured) are aware and in UTC: `now()`.

EDTF: ISO 8601-2:2019, level 0 and the parts of level 1 that news needs (open ends, ~ and ?).
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

DAY = timedelta(days=1)

_MOMENT = re.compile(
    r"^(?P<y>\d{4})(?:-(?P<m>\d{2})(?:-(?P<d>\d{2})(?:T(?P<h>\d{2})(?::(?P<n>\d{2})(?::(?P<s>\d{2}))?)?"
    r"(?P<z>Z|[+-]\d{2}:?\d{2})?)?)?)?$"
)
_DECADE = re.compile(r"^(\d{3})X$")
_CENTURY = re.compile(r"^(\d{2})XX$")


def now() -> datetime:
    """This instant, aware, in UTC, to the microsecond."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Interval:
    """What an EDTF text covers: `earliest` inclusive, `latest` exclusive, None where open."""

    edtf: str
    earliest: datetime | None
    latest: datetime | None

    @property
    def first_day(self) -> date | None:
        """The first day it touches; None where open."""
        return self.earliest.date() if self.earliest else None

    @property
    def last_day(self) -> date | None:
        """The last day it touches; None where open."""
        if self.latest is None:
            return None
        if self.latest == self.earliest:
            return self.latest.date()
        return (self.latest - timedelta(microseconds=1)).date()

    def meets(self, other: Interval) -> bool:
        """True when some day lies in both."""
        first, last = self.first_day or date.min, self.last_day or date.max
        return first <= (other.last_day or date.max) and (other.first_day or date.min) <= last

    def within(self, other: Interval) -> bool:
        """True when every day of this one lies in the other."""
        return (self.first_day or date.min) >= (other.first_day or date.min) and (self.last_day or date.max) <= (
            other.last_day or date.max
        )

    def before(self, other: Interval) -> bool:
        """True when this one ends before the other begins."""
        return (self.last_day or date.max) < (other.first_day or date.min)


@lru_cache(maxsize=8192)
def interval(edtf: str) -> Interval:
    """The Interval of an EDTF text such as 2024, 2024-04, 2024-06-05T01:26+08:00, ../2024-12-31, 199X.

    Raises ValueError naming the text when it is not of these forms.
    """
    text = edtf.strip()
    bare = re.sub(r"[~?%]", "", text)
    if "/" in bare:
        left, _, right = bare.partition("/")
        earliest = None if left in ("", "..") else _bounds(left)[0]
        latest = None if right in ("", "..") else _bounds(right)[1]
        return Interval(text, earliest, latest)
    return Interval(text, *_bounds(bare))


def readable(edtf: str | None) -> Interval | None:
    """As `interval`, but None for None and for a text that cannot be read."""
    try:
        return interval(edtf) if edtf else None
    except ValueError:
        return None


def of_days(first: date, last: date) -> Interval:
    """The Interval from the first to the last day, both inclusive, in its shortest EDTF form."""
    earliest, latest = datetime.combine(first, time()), datetime.combine(last, time()) + DAY
    return Interval(shortest(first, last), earliest, latest)


def shortest(first: date, last: date) -> str:
    """The shortest EDTF that covers just these days: 2024, 2024-04, 2024-04-21/2024-04-30."""
    if first == last:
        return first.isoformat()
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return f"{first.year:04}" if first.year == last.year else f"{first.year:04}/{last.year:04}"
    if first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
        left, right = f"{first.year:04}-{first.month:02}", f"{last.year:04}-{last.month:02}"
        return left if left == right else f"{left}/{right}"
    return f"{first.isoformat()}/{last.isoformat()}"


def _bounds(text: str) -> tuple[datetime, datetime]:
    if decade := _DECADE.match(text):
        year = int(decade[1]) * 10
        return datetime(year, 1, 1), datetime(year + 10, 1, 1)
    if century := _CENTURY.match(text):
        year = int(century[1]) * 100
        return datetime(year or 1, 1, 1), datetime(year + 100, 1, 1)
    found = _MOMENT.match(text)
    if not found:
        raise ValueError(f"'{text}' is not a date Counterclaim can read; write it as 2024, 2024-04 or 2024-04-05")
    part = {name: int(value) for name, value in found.groupdict().items() if value and name != "z"}
    year, month, day = part["y"], part.get("m"), part.get("d")
    if month is None:
        return datetime(year, 1, 1), datetime(year, 12, 31) + DAY
    if day is None:
        return datetime(year, month, 1), datetime(year, month, monthrange(year, month)[1]) + DAY
    if "h" not in part:
        return datetime(year, month, day), datetime(year, month, day) + DAY
    start = datetime(year, month, day, part["h"], part.get("n", 0), part.get("s", 0))
    return start, start + (timedelta(hours=1) if "n" not in part else timedelta())
