"""Dates as each language writes them, never more precise than the source, and our own instants in UTC."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import UTC, date, datetime

from claims.report.wording import Catalogue, catalogue

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MOMENT = re.compile(r"^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2})(?::(\d{2}))?\S*)?)?)?$")


def partial(edtf: str | None, language: str, *, precision: bool = False) -> str:
    """A partial date in words: "late Apr 2024", "2024年4月下旬"; with `precision`, also what is not stated.

    "" for None; a text that is not a date comes back as it is.
    """
    if not edtf:
        return ""
    words = catalogue(language)
    bare = re.sub(r"[~?%]", "", edtf.strip())
    told = _span(bare, words, precision) if "/" in bare else _moment(bare, words, precision)
    return words("date.about", date=told) if edtf != bare and "~" in edtf else told


def day(moment: date, language: str) -> str:
    """A day: 5 Jun 2024, 2024年6月5日."""
    return partial(moment.isoformat()[:10], language)


def instant(moment: datetime) -> str:
    """One of our own instants, to the minute, in UTC."""
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M} UTC"


def _moment(text: str, words: Catalogue, precision: bool) -> str:
    if text.endswith("X"):
        return words("date.decade", year=text.replace("X", "0"))
    found = _MOMENT.match(text)
    if not found:
        return text
    year, month, on, hour, minute = found.groups()
    if month is None:
        told = words("date.year", y=year)
        return words("date.no_month", date=told) if precision else told
    name = MONTHS[int(month) - 1] if 1 <= int(month) <= 12 else month
    if on is None:
        told = words("date.month", y=year, m=int(month), name=name)
        return words("date.no_day", date=told) if precision else told
    told = words("date.day", y=year, m=int(month), d=int(on), name=name)
    return words("date.clock", date=told, time=f"{hour}:{minute or '00'}") if precision and hour else told


def _span(text: str, words: Catalogue, precision: bool) -> str:
    left, _, right = text.partition("/")
    if left in ("", ".."):
        return words("date.until", date=_moment(right, words, precision=False)) if right not in ("", "..") else ""
    if right in ("", ".."):
        return words("date.since", date=_moment(left, words, precision=False))
    if third := _third(left, right):
        year, month, part = third
        told = words(f"date.{part}", month=words("date.month", y=year, m=month, name=MONTHS[month - 1]))
        return words("date.no_day", date=told) if precision else told
    return words("date.span", first=_moment(left, words, False), last=_moment(right, words, False))


def _third(left: str, right: str) -> tuple[int, int, str] | None:
    """Early, mid or late in a month, as news writes it."""
    if len(left) != 10 or len(right) != 10 or left[:7] != right[:7]:
        return None
    year, month = int(left[:4]), int(left[5:7])
    parts = {(1, 10): "early", (11, 20): "mid", (21, monthrange(year, month)[1]): "late"}
    part = parts.get((int(left[8:]), int(right[8:])))
    return (year, month, part) if part else None
