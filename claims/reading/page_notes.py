"""What a reader must know about a page before trusting it: stamps at odds, missing address, cut words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime

from claims.reading.annotations import Masthead, PageNote, Region
from claims.reading.mastheads import capture_stamp, fields, zone_of
from claims.reading.page_items import Listed
from claims.reading.page_lines import Line
from claims.reading.page_stamps import placed, sole_stamp, stamps
from claims.vocabulary import RegionKind

_ELLIPSIS = re.compile(r"^(?:\.{2,6}|…)|(?:\.{2,6}|…|\\)$")
_END = re.compile(r"[。！？!?.…”’\"'）)】]$")
_PAIRS = (("(", ")"), ("（", "）"), ("“", "”"), ("「", "」"), ("【", "】"), ("《", "》"))


def stamp_note(lines: Sequence[Line], items: Sequence[Listed], masthead: Masthead) -> Iterator[PageNote]:
    """The page says when it was captured, yet lists something later."""
    stated = capture_stamp(lines)
    zone = zone_of(masthead, masthead.language)
    moment = placed(stated[0], zone) if stated else masthead.captured
    dated = [item for item in items if item.stamp]
    if moment is None or not dated:
        return
    latest = max(dated, key=lambda item: _comparable(placed(item.stamp.at, zone)))  # type: ignore[union-attr]
    assert latest.stamp is not None
    at = placed(latest.stamp.at, zone)
    if _comparable(at) <= _comparable(moment):
        return
    later = sum(_comparable(placed(item.stamp.at, zone)) > _comparable(moment) for item in dated if item.stamp)
    line = next(one for one in latest.lines if any(True for _ in stamps(one.text)))
    said = "states it was captured at" if stated else "is recorded as captured at"
    yield PageNote(
        "stamp-before-latest",
        f"The page {said} {moment:%Y-%m-%d %H:%M}, yet lists {later} later item{'s' * (later > 1)}, "
        f"the latest of {at:%Y-%m-%d %H:%M}: the stamp is not the time of capture.",
        line.start + latest.stamp.start,
        line.start + latest.stamp.end,
    )


def address_note(lines: Sequence[Line], masthead: Masthead) -> Iterator[PageNote]:
    """No address of the original is given."""
    for line in lines:
        for field in fields(line):
            if field.group == "label_url" and not field.value:
                label = line.text.strip()[:40]
                yield PageNote(
                    "no-original-address",
                    f"The page names no address of its original: '{label}' is empty.",
                    line.start,
                    line.end,
                )
                return
    if not masthead.url:
        yield PageNote("no-original-address", "No address of the original is known.")


def headline_note(regions: Sequence[Region], headline: str | None) -> Iterator[PageNote]:
    """The headline stands on the page more than once."""
    repeats = [r for r in regions if r.kind is RegionKind.caption and r.why == "the headline again"]
    if repeats and headline:
        times = "once" if len(repeats) == 1 else f"{len(repeats)} times"
        yield PageNote(
            "repeated-headline",
            f"The headline is repeated {times} on the page and counted as one.",
            repeats[0].start,
            repeats[0].end,
        )


def cut_notes(items: Sequence[Listed], regions: Sequence[Region]) -> Iterator[PageNote]:
    """Listed stories that are read and whose words break off."""
    read = {region.end for region in regions if region.kind is RegionKind.item}
    for item in items:
        if item.end in read and (why := _cut(_own_words(item))):
            yield PageNote("truncated", f"The snippet is cut off: {why}.", item.start, item.end)


def clipped_note(text: str, regions: Sequence[Region]) -> Iterator[PageNote]:
    """The story itself begins or ends in the middle of a sentence."""
    body = [region for region in regions if region.kind is RegionKind.body]
    if not body:
        return
    first, last = body[0], body[-1]
    if re.match(r"\.{2,6}|…", text[first.start : first.start + 8]):
        yield PageNote("clipped", "The story begins in the middle of a sentence.", first.start, first.start + 20)
    ending = text[max(last.start, last.end - 8) : last.end]
    if re.search(r"(?:\.{3,6}|…+)$", ending):
        yield PageNote("clipped", "The story breaks off at its end.", max(last.start, last.end - 20), last.end)


def _own_words(item: Listed) -> str:
    lines = [line.text for line in item.lines if not sole_stamp(line.text, 0, len(line.text))]
    if item.single and item.stamp:
        return item.lines[0].text[: item.stamp.start].rstrip(" |｜-–—([（【·") or item.lines[0].text[item.stamp.end :]
    return "\n".join(lines)


def _cut(text: str) -> str | None:
    if any(_ELLIPSIS.search(line) for line in text.split("\n")):
        return "it begins or ends with dots or a stray mark"
    for left, right in _PAIRS:
        if text.count(left) > text.count(right):
            return f"'{left}' is never closed"
    snippet = text.split("\n")[-1]
    if "\n" in text and len(snippet) > 24 and not _END.search(snippet):
        return "its last sentence has no end"
    return None


def _comparable(moment: datetime) -> datetime:
    """Wall-clock time, so that a stamp without a zone can be held beside one with."""
    return moment.replace(tzinfo=None)
