"""Full dates as pages stamp them: 2024-03-05 09:30, 2024年3月5日 9时30分, 5 March 2024, 09:30, March 5, 2024 9:30 am."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import cache

from claims.reading.annotations import Span

BEIJING = timezone(timedelta(hours=8))

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_CLOCK = (
    r"(?:(?:T|,?\s{0,3}(?:at\s)?)(?P<?h>\d{1,2})[:：时](?P<?n>\d{2})分?(?:[:：](?P<?s>\d{2})(?:\.\d{1,9})?)?"
    r"(?:\s?(?P<?p>[ap])\.?m\.?(?![a-z]))?(?:\s?(?P<?z>Z|UTC|GMT|[+-]\d{2}:?\d{2})(?!\d))?)?"
)
# Full-width digits and colons are read as their plain forms; each stays one character.
_PLAIN = str.maketrans("０１２３４５６７８９：", "0123456789:")


@dataclass(frozen=True, slots=True)
class Stamp(Span):
    """A full date with its clock time, if stated; the zone only if stated."""

    at: datetime
    clock: bool


@cache
def _pattern() -> re.Pattern[str]:
    forms = (
        r"(?P<ay>\d{4})(?P<sep>[-/.])(?P<am>\d{1,2})(?P=sep)(?P<ad>\d{1,2})(?!\d)" + _clock("a"),
        r"(?P<by>\d{4})\s?年\s?(?P<bm>\d{1,2})\s?月\s?(?P<bd>\d{1,2})\s?日(?:[（(](?:周|星期).[)）])?" + _clock("b"),
        rf"(?P<cd>\d{{1,2}})(?:st|nd|rd|th)?\s(?P<cm>{_MONTH}),?\s(?P<cy>\d{{4}})(?!\d)" + _clock("c"),
        rf"(?P<dm>{_MONTH})\s(?P<dd>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<dy>\d{{4}})(?!\d)" + _clock("d"),
    )
    return re.compile(r"(?<![\dA-Za-z])(?:" + "|".join(forms) + ")", re.IGNORECASE)


def stamps(text: str, start: int = 0, end: int | None = None) -> Iterator[Stamp]:
    """Every full date in the text between start and end, in order; impossible dates are passed over."""
    plain = text.translate(_PLAIN)
    for found in _pattern().finditer(plain, start, len(plain) if end is None else end):
        if stamp := _stamp(found):
            yield stamp


def sole_stamp(text: str, start: int, end: int) -> Stamp | None:
    """The stamp of a line that holds nothing else, brackets aside."""
    stamp = next(stamps(text, start, end), None)
    if stamp is None:
        return None
    around = text[start : stamp.start] + text[stamp.end : end]
    return stamp if not around.strip(" \t|｜()（）[]【】·•-—　时间：:") else None


def placed(at: datetime, zone: tzinfo | None) -> datetime:
    """The moment with the page's zone, where it states none of its own."""
    return at if at.tzinfo or zone is None else at.replace(tzinfo=zone)


def _clock(form: str) -> str:
    return _CLOCK.replace("(?P<?", f"(?P<{form}")


def _stamp(found: re.Match[str]) -> Stamp | None:
    form = next(name for name in "abcd" if found[f"{name}y"])
    hour = found[f"{form}h"]
    try:
        at = datetime(
            int(found[f"{form}y"]),
            _month(found[f"{form}m"]),
            int(found[f"{form}d"]),
            _hour(int(hour), found[f"{form}p"]) if hour else 0,
            int(found[f"{form}n"] or 0),
            int(found[f"{form}s"] or 0),
            tzinfo=_zone(found[f"{form}z"]),
        )
    except ValueError:
        return None
    return Stamp(found.start(), found.end(), at, hour is not None)


def _month(text: str) -> int:
    return int(text) if text.isdigit() else _MONTHS.index(text[:3].lower()) + 1


def _hour(hour: int, half: str | None) -> int:
    if half is None:
        return hour
    return hour % 12 + (12 if half.lower() == "p" else 0)


def _zone(text: str | None) -> tzinfo | None:
    if not text:
        return None
    if text[0] not in "+-":
        return UTC
    sign = -1 if text[0] == "-" else 1
    digits = text[1:].replace(":", "")
    return timezone(sign * timedelta(hours=int(digits[:2]), minutes=int(digits[2:])))
