"""A captured text laid out as a page: headline, byline, story, captions, listed stories, furniture, and its notes.

Only headline, body and item are read for claims. The posts of a thread and the turns of a transcript stay
in the body with the lines that name their speakers. Between two regions there is nothing but space.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from claims.reading import page_body, page_items, page_notes
from claims.reading.annotations import Masthead, Page, PageNote, Region
from claims.reading.language import SAMPLE, language_of
from claims.reading.mastheads import completed, stated_source, zone_of
from claims.reading.page_head import Head, head_of, is_post
from claims.reading.page_items import Listed, listed
from claims.reading.page_lines import Line, is_menu, is_notice, lines_of
from claims.reading.page_terms import Story
from claims.reading.page_words import any_of, opens
from claims.vocabulary import RegionKind

_KANA = re.compile(r"[\u3041-\u30fa]")
READ = (RegionKind.headline, RegionKind.body, RegionKind.item)
NAMED = ("transcript", "social", "memo", "official", "email")  # their titles name the document and assert nothing
LISTLESS = ("memo", "official", "email", "letter", "filing")  # under them stand no lists of other stories
STORY = 40_000  # characters of an article from which its carrying terms are taken


def lay_out(text: str, masthead: Masthead) -> Page:
    """The page of a text: its masthead completed from what it says, its regions in order, its notes."""
    lines = lines_of(text)
    language = masthead.language or _language(text)
    head = head_of(lines, masthead)
    full = completed(masthead, lines, head, language)
    headline = lines[head.headline].text if head.headline is not None else masthead.title
    thread = _is_thread(lines, full)
    regions = list(_head_regions(lines, head, names_only=full.kind in NAMED))
    items: list[Listed] = []
    start = head.length
    while start < len(lines):
        end = page_body.story_end(lines, start, lists=not thread and full.kind not in LISTLESS)
        regions.extend(page_body.regions_of(lines, start, end, headline, thread=thread))
        start = _tail_end(lines, end)
        story = Story(headline or "", _words_of(regions, text))
        for found in _tail(lines, end, start, story, full, text, items):
            regions.append(found)
    laid = tuple(_merged(regions, text))
    if not any(region.kind is RegionKind.body for region in laid):
        laid = tuple(_without_story(laid, lines, head))
    named = _with_source(laid, stated_source(lines, head), full.publisher)
    return Page(full, named, tuple(_notes(text, lines, named, items, full, headline)))


def refusal(page: Page) -> str | None:
    """Why this page cannot be read for claims, and what to do, as the end of a sentence; None when it can be."""
    codes = {note.code for note in page.notes}
    if "nothing-to-read" in codes:
        return "only navigation, lists or notices, no story; give the article's own page, or paste its words"
    if "language-unknown" in codes:
        return (
            "neither Chinese nor English as far as can be told, and no other language is read here; "
            'give a translation, or state its language in meta.json ("lang": "en")'
        )
    return None


def _language(text: str) -> str | None:
    """The language, or None for a text in neither of ours; Japanese has Chinese characters, but kana among them."""
    sample = text[:SAMPLE]
    told = language_of(sample)
    return None if told == "und" or len(_KANA.findall(sample)) * 10 > len(sample) else told


def _is_thread(lines: Sequence[Line], masthead: Masthead) -> bool:
    if masthead.kind in ("social", "transcript"):
        return True
    if masthead.kind is not None:
        return False
    heads = any(opens("replies").fullmatch(line.text.rstrip(":：")) for line in lines)
    return heads and any(is_post(line) for line in lines)


def _head_regions(lines: Sequence[Line], head: Head, *, names_only: bool) -> Iterator[Region]:
    for index in range(head.length):
        line = lines[index]
        if names_only and (index == head.headline or index in head.deck):
            yield Region(line.start, line.end, RegionKind.byline, why="the document's name")
        elif index == head.headline:
            yield Region(line.start, line.end, RegionKind.headline, why="the headline")
        elif index in head.deck:
            yield Region(line.start, line.end, RegionKind.headline, why="a line under the headline")
        elif is_menu(line) or is_notice(line.text):
            yield Region(line.start, line.end, RegionKind.boilerplate, why="a row of links or a notice")
        else:
            yield Region(line.start, line.end, RegionKind.byline, why="stands in the head of the document")


def _tail_end(lines: Sequence[Line], start: int) -> int:
    for index in range(start + 1, len(lines)):
        if page_body.resumes(lines, index):
            return index
    return len(lines)


def _tail(
    lines: Sequence[Line], start: int, end: int, story: Story, masthead: Masthead, text: str, items: list[Listed]
) -> Iterator[Region]:
    """The lists under the story: heads and furniture set aside, each listed story judged by what it shares."""
    zone = zone_of(masthead, masthead.language)
    section = "related"
    waiting: list[Line] = []
    for line in (*lines[start:end], None):
        heads = page_body.list_head(line) if line else None
        if line and not heads and not is_menu(line) and not _is_notice_line(line):
            waiting.append(line)
            continue
        for item in listed(waiting):
            items.append(item)
            yield from page_items.regions_of(item, story if section == "related" else None, zone, text)
        waiting = []
        section = heads or section
        if line:
            why = "heads a list of other stories" if heads else "a row of links or a notice"
            yield Region(line.start, line.end, RegionKind.boilerplate, why=why)


def _is_notice_line(line: Line) -> bool:
    """A headline with its date is a story, whatever its words; a stamp of capture or a copyright line is none."""
    if not is_notice(line.text):
        return False
    return page_items.dated_line(line) is None or any_of("label_captured").search(line.text) is not None


def _words_of(regions: Sequence[Region], text: str) -> str:
    return "\n".join(text[r.start : r.end] for r in regions if r.kind is RegionKind.body)[:STORY]


def _merged(regions: Sequence[Region], text: str) -> Iterator[Region]:
    """Neighbours of one kind and reason made one; an item stays itself."""
    open_: Region | None = None
    for region in regions:
        if open_ and open_.kind is region.kind is not RegionKind.item and open_.why == region.why and _joins(region):
            open_ = replace(open_, end=region.end)
            continue
        if open_:
            yield open_
        open_ = region
    if open_:
        yield open_


def _joins(region: Region) -> bool:
    return region.kind in (RegionKind.body, RegionKind.boilerplate, RegionKind.byline) and region.published is None


def _without_story(regions: Sequence[Region], lines: Sequence[Line], head: Head) -> Iterator[Region]:
    """A page without a story: a bare sentence or two is the story; a page of links has none."""
    furniture = any(region.kind is RegionKind.boilerplate for region in regions)
    bare = not furniture and len(lines) <= 3
    for region in regions:
        if region.kind not in (RegionKind.headline, RegionKind.byline):
            yield region
        elif bare:
            yield replace(region, kind=RegionKind.body, why="all the text there is")
        else:
            yield replace(region, kind=RegionKind.boilerplate, why="a page without a story")


def _with_source(regions: Sequence[Region], source: str | None, publisher: str | None) -> tuple[Region, ...]:
    """The source the page has its story from, put on headline and body where it is not the publisher."""
    if not source or source == publisher:
        return tuple(regions)
    return tuple(
        replace(r, publisher=source) if r.kind in (RegionKind.headline, RegionKind.body) else r for r in regions
    )


def _notes(
    text: str,
    lines: Sequence[Line],
    regions: Sequence[Region],
    items: Sequence[Listed],
    masthead: Masthead,
    headline: str | None,
) -> Iterator[PageNote]:
    if not any(region.kind in READ for region in regions):
        yield PageNote("nothing-to-read", "The page has no story: only navigation, lists or notices.")
    if text.strip() and masthead.language is None:
        yield PageNote("language-unknown", "The text is neither Chinese nor English as far as can be told.")
    yield from page_notes.stamp_note(lines, items, masthead)
    yield from page_notes.address_note(lines, masthead)
    yield from page_notes.headline_note(regions, headline)
    yield from page_notes.cut_notes(items, regions)
    yield from page_notes.clipped_note(text, regions)
