"""What tells two statements apart in time: another day, window, session or stretch; a day not yet come.

Each test gives the reason in words, or None.
"""

from __future__ import annotations

import re

from claims.detect.pairs import Pair
from claims.detect.told import Told
from claims.times import Interval

_CLOSE = re.compile(r"收盘|收涨|收跌|\bclos(?:ed?|ing)\b", re.I)
STRETCH = 20  # days from which a stretch of time is counted over
# States that come and go: denied for one day, they are not denied for the day before.
_PASSING = frozenset({"running", "working", "pollution", "waiting", "storage", "rise", "closure", "flood"})
_WINDOWS = ("window_year_to_date", "window_twelve_months", "window_on_year", "window_on_quarter")


def other_time(pair: Pair) -> str | None:
    """The times they are about do not meet."""
    a, b = _span(pair.a) or _moved(pair.a), _span(pair.b) or _moved(pair.b)
    if a and b and not a.meets(b) and not _still_not(pair):
        return f"they speak of different times ({a.edtf}; {b.edtf})."
    return None


def _still_not(pair: Pair) -> bool:
    """All was done by a day, says the one; on a later day it still is not, says the other."""
    for done, undone in ((pair.a, pair.b), (pair.b, pair.a)):
        if done.has("total", "already") and not done.forward and undone.has("still") and undone.denies_any:
            by, then = done.valid or done.said_on, undone.valid or undone.said_on
            return bool(by and then and by.last_day and then.last_day and by.last_day <= then.last_day)
    return False


def _moved(told: Told) -> Interval | None:
    """A rise or fall without a date of its own is one of the days on which it is told."""
    return told.said_on if "rise" in told.lines else None


def _span(told: Told) -> Interval | None:
    """The time it is about; "none has fallen" on a day speaks of every day before it too."""
    when = told.valid
    lasting = any(event.negated or not event.holds for event in told.happening if event.line not in _PASSING)
    reported = when is not None and told.said_on is not None and when.first_day == told.said_on.first_day
    happened = bool(told.lines) and not told.lines & _PASSING and not told.forward
    if when and reported and happened:
        return Interval(f"../{when.edtf}", None, when.latest)  # told on that day, it happened by then
    if when and lasting and told.has("sweeping", "total"):
        return Interval(f"../{when.edtf}", None, when.latest)
    return when


def other_window(pair: Pair) -> str | None:
    """They measure over different stretches that each is named: year to date, on the year …"""
    mine = {cue for cue in _WINDOWS if pair.a.has(cue)}
    theirs = {cue for cue in _WINDOWS if pair.b.has(cue)}
    if mine != theirs:
        return "they measure over different windows of time."
    a, b = pair.a.valid, pair.b.valid
    if mine and a and b and a.last_day != b.last_day:
        return f"they measure up to different days ({a.edtf}; {b.edtf})."
    return None


def other_day(pair: Pair) -> str | None:
    """Figures of two different days."""
    a, b = pair.a.valid, pair.b.valid
    if a and b and a.last_day and b.last_day and a.last_day != b.last_day and not _apart_ok(pair):
        return f"the figures are of different days ({a.edtf}; {b.edtf})."
    return None


def _apart_ok(pair: Pair) -> bool:
    """An open interval ("by …") or one inside the other may still be one time."""
    a, b = pair.a.valid, pair.b.valid
    return a is None or b is None or a.within(b) or b.within(a)


def other_session(pair: Pair) -> str | None:
    """Two moments of one trading day."""
    if not (pair.a.has("session") and pair.b.has("session")):
        return None
    if all(_CLOSE.search(told.said.quote) for told in (pair.a, pair.b)):
        return None
    return "different moments of the trading day."


def other_stretch(pair: Pair) -> str | None:
    """Two stretches of time of different length: a quarter's figure is not a year's."""
    a, b = pair.a.valid, pair.b.valid
    if not a or not b or not (a.first_day and a.last_day and b.first_day and b.last_day):
        return None
    lengths = sorted(((a.last_day - a.first_day).days, (b.last_day - b.first_day).days))
    if lengths[0] >= STRETCH and lengths[1] > 1.3 * lengths[0]:
        return f"they count over different stretches of time ({a.edtf}; {b.edtf})."
    return None


def forecast(pair: Pair) -> str | None:
    """One looks ahead, and its day had not come when the other was said."""
    for promise, other in ((pair.a, pair.b), (pair.b, pair.a)):
        due, told = promise.valid, other.valid or other.said_on
        if promise.forward and not other.forward:
            if due is None or told is None or due.last_day is None or told.last_day is None:
                return "one is a plan or forecast, the other a state of things." if due is None else None
            if told.last_day < due.last_day:
                return f"not yet due ({due.edtf})."
    return None


def not_due(pair: Pair) -> str | None:
    """What is promised for a day is not broken before it; what is promised not to happen is."""
    for promise, outcome in ((pair.a, pair.b), (pair.b, pair.a)):
        due, then = promise.valid, outcome.valid or outcome.said_on
        if not promise.forward or outcome.forward or promise.denies_any or not outcome.denies_any:
            continue
        if due and then and due.last_day and then.last_day and then.last_day < due.last_day:
            return f"not yet due ({due.edtf})."
    return None
