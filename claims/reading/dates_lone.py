"""A fully stated date that stands alone in a form our own grammar does not know, read by dateparser under guard.

dateparser guesses: it makes a day of a decade and of a quarter. So it is asked only for a short text that is
nothing but a date, with its language fixed, absolute dates only, and all of day, month and year stated; and
what it answers is believed only when the year it gives stands in the text in figures.
"""

from __future__ import annotations

import re
from datetime import datetime

LONGEST = 32  # characters: "Wednesday the 23rd of September 2026" and little more
_STATED = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_ORDINARY = re.compile(r"[\w\s.,/'’-]{6,}")


def lone_day(text: str, language: str) -> datetime | None:
    """The midnight that begins the stated day; None where the text is not one whole date."""
    year = _STATED.search(text)
    if len(text) > LONGEST or year is None or not _ORDINARY.fullmatch(text):
        return None
    import dateparser

    found = dateparser.parse(
        text,
        languages=["zh" if language.startswith("zh") else "en"],
        settings={"PARSERS": ["absolute-time"], "REQUIRE_PARTS": ["day", "month", "year"], "DATE_ORDER": "DMY"},
    )
    if found is None or str(found.year) != year[0] or (found.hour, found.minute) != (0, 0):
        return None
    return datetime(found.year, found.month, found.day)
