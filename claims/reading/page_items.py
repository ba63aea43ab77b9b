"""The stories listed under an article: each with its own date and outlet, read or left aside with the reason."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from claims.reading.annotations import Region
from claims.reading.mastheads import source_named
from claims.reading.page_head import plain
from claims.reading.page_lines import Line
from claims.reading.page_stamps import Stamp, placed, sole_stamp, stamps
from claims.reading.page_terms import Story
from claims.vocabulary import RegionKind

MOST_LINES = 4  # lines of headline and snippet above a stamp; more than that is not a list of stories

_PARTING = ("|", "｜", "-", "—", "·", "–", "(", "（", "[", "【")  # between a headline and a date without a clock time
_CUT = re.compile(r"(?:\.{2,6}|…{1,2})(?:[^。！？!?\n]{0,200}?[。！？!?](?=\S)|[^.!?\n]{0,200}?[.!?]\s(?=\S)|\s?)")
_BRACKETED = re.compile(r"【([^】\n]{2,120})】")
_NAMED_EN = re.compile(r"(?:^|\.\s)(?P<outlet>(?:The\s)?[A-Z][\w.&'’]*(?:\s[A-Z][\w.&'’]*){0,4})\sreports\b")
_READER = re.compile(r"【(?P<outlet>[^】\s]{2,10})(?:导读|讯|报道|消息|快讯|综合)】")


@dataclass(frozen=True, slots=True)
class Listed:
    """One story of a list: its lines, and its date if it bears one."""

    lines: tuple[Line, ...]
    stamp: Stamp | None
    single: bool = False  # headline and date stand on one line

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return self.lines[0].start

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.lines[-1].end


def dated_line(line: Line) -> Stamp | None:
    """The stamp that opens or closes a line of a list, beside a headline."""
    text = line.text
    for stamp in stamps(text):
        before, after = text[: stamp.start].rstrip(), text[stamp.end :].strip(" )]）】.")
        if not after and len(before) >= 4 and (stamp.clock or before.endswith(_PARTING)):
            return stamp
        if not before.strip(" -•*|") and len(after) >= 4:
            return stamp
    return None


def listed(lines: Sequence[Line]) -> list[Listed]:
    """The stories of a list, in order: headline, snippet and stamp (or the stamp first), or one line each."""
    stamped_first = bool(lines) and _sole(lines[0]) is not None
    stories: list[Listed] = []
    waiting: list[Line] = []

    def close(stamp: Stamp | None) -> None:
        if stamp:
            stories.append(Listed(tuple(waiting), stamp))
        else:
            stories.extend(Listed((line,), None) for line in waiting)
        waiting.clear()

    for line in lines:
        alone = _sole(line)
        if alone and stamped_first:
            close(_sole(waiting[0]) if waiting else None)
            waiting.append(line)
        elif alone:
            waiting.append(line)
            close(alone if len(waiting) > 1 else None)
        elif not stamped_first and (beside := dated_line(line)):
            close(None)
            stories.append(Listed((line,), beside, single=True))
        else:
            waiting.append(line)
    close(_sole(waiting[0]) if waiting and stamped_first and len(waiting) > 1 else None)
    return stories


def _sole(line: Line) -> Stamp | None:
    return sole_stamp(line.text, 0, len(line.text))


def regions_of(item: Listed, story: Story | None, zone: tzinfo | None, text: str) -> Iterator[Region]:
    """An item's regions: the item itself where it is about the same story, else boilerplate with the reason.

    Without a story (the list is headed as one of other stories) it is boilerplate; its date stays with it.
    """
    words = text[item.start : item.end]
    if item.stamp is None:
        yield Region(item.start, item.end, RegionKind.boilerplate, why="a listed headline without a date")
        return
    if story is None or not story.is_about(words):
        yield Region(
            item.start,
            item.end,
            RegionKind.boilerplate,
            published=placed(item.stamp.at, zone),
            publisher=outlet_of(item),
            why=f"a listed story {'about something else' if story else 'under a heading of other stories'}",
        )
        return
    yield from _read(item, placed(item.stamp.at, zone), story, text)


def _read(item: Listed, published: datetime, story: Story, text: str) -> Iterator[Region]:
    shared = ", ".join(story.shared(text[item.start : item.end])[:4])
    why = f"a listed story that shares {shared} with the article"
    publisher = outlet_of(item)
    start = item.start
    if cut := _CUT.match(text, start, item.lines[0].end):
        yield Region(start, cut.end(), RegionKind.boilerplate, why="the cut-off end of another sentence")
        start = cut.end()
    headline = _headline_end(item)
    repeat = _repeated_headline(text, start, item.lines[0].end)
    if repeat:
        end = start + len(text[start : repeat.start()].rstrip())
        yield Region(start, end, RegionKind.item, published, publisher, why, headline_end=end)
        yield Region(
            repeat.start(), repeat.end(), RegionKind.caption, published, publisher, "the item's headline again"
        )
        start, headline = repeat.end(), None
    yield Region(start, item.end, RegionKind.item, published, publisher, why, headline)


def _headline_end(item: Listed) -> int | None:
    first = item.lines[0]
    if _sole(first):  # the stamp comes first
        return item.lines[1].end if len(item.lines) > 2 else None
    if item.single and item.stamp:
        return first.start + len(first.text[: item.stamp.start].rstrip(" |｜-–—([（【·")) if item.stamp.start else None
    if found := _BRACKETED.match(first.text):
        return first.start + found.end()
    return first.end if len(item.lines) > 1 and not first.text.endswith(("。", ".")) else None


def _repeated_headline(text: str, start: int, end: int) -> re.Match[str] | None:
    for found in _BRACKETED.finditer(text, start, end):
        before = text[start : found.start()]
        if before.strip() and plain(found[1]) == plain(before):
            return found
    return None


def outlet_of(item: Listed) -> str | None:
    """The outlet an item names: 某社3月5日电, "Outlet reports", "(Outlet)"; None where it names none."""
    for line in item.lines:
        cleared = _BRACKETED.sub(lambda m: " " * len(m[0]), line.text)
        at = len(cleared) - len(cleared.lstrip())
        if named := source_named(Line(line.start + at, line.end, cleared[at:].rstrip(), line.gap)):
            return named
        if "】" in line.text:
            tail = line.text[line.text.rindex("】") + 1 :].strip()
            if tail and (named := source_named(Line(0, len(tail), tail, line.gap))):
                return named
        if found := _READER.search(line.text):
            return found["outlet"].removesuffix("综合")
        if found := _NAMED_EN.search(line.text):
            return found["outlet"]
    return None
