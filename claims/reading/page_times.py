"""The dates of what a page holds besides its story: in its head, its notices and the stories it lists.

They are no claims, but a reader asks for them: when it was published, stamped, and how late its lists go.
"""

from __future__ import annotations

from dataclasses import replace

from claims.reading.annotations import Page, Reading, TimeMention
from claims.reading.dates import times_in
from claims.vocabulary import RegionKind

READ = (RegionKind.headline, RegionKind.body, RegionKind.item)  # their dates are read with their sentences


def with_times_aside(reading: Reading, text: str, page: Page) -> Reading:
    """The reading with the dates of every other region, each read from that region's own date."""
    aside: list[TimeMention] = []
    for region in page.regions:
        if region.kind in READ:
            continue
        words, anchor = text[region.start : region.end], region.published or page.masthead.published
        for found in times_in(words, 0, len(words), reading.language, anchor):
            aside.append(replace(found, start=found.start + region.start, end=found.end + region.start))
    return replace(reading, times=tuple(sorted((*reading.times, *aside), key=lambda time: time.start)))
