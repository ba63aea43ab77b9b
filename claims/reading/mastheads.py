"""What a document says of itself, where its meta.json is silent: title, publisher, byline, time, address, kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo

from claims.reading.annotations import Masthead
from claims.reading.page_head import Head, is_issuer, is_post
from claims.reading.page_lines import LABELS, Line, dateline, is_menu, is_notice, is_turn
from claims.reading.page_stamps import BEIJING, Stamp, placed, sole_stamp, stamps
from claims.reading.page_words import any_of, label

KINDS = ("transcript", "press_release", "interview", "letter", "social", "memo", "official")
FORMED = ("social", "transcript")  # kinds whose form is asked for besides the word
_CLOCK = re.compile(r"\d{1,2}[:：]\d{2}")
_ADDRESS = re.compile(r"(?:https?://|urn:)[^\s<>\"'，。；、）)】]{3,2000}")
_OUTLET_END = re.compile(r"^.{1,14}?(?:通讯社|新闻社|新闻网|日报|晚报|时报|快报|周刊|杂志|电视台|社|网|报)(?=.{2,8}$)")
_TAIL = re.compile(r"\s?[（(\[][^（()）\]]{0,24}[)）\]]$")
_BY = re.compile(r"^By\s(?P<by>[A-Z][^.|\d]{2,80})")
_SIGNED = re.compile(r"[（(]\s?(?:(?:记者|编辑|通讯员|特约记者|见习记者)\s?)?(?P<by>[^)）]{2,40})[)）]")


@dataclass(frozen=True, slots=True)
class Field:
    """One labelled value of a document's head, with where its value stands; empty when nothing does."""

    group: str
    value: str
    start: int
    end: int


def fields(line: Line) -> Iterator[Field]:
    """The labelled values of a line, in order: "发布时间:… 来源:…"."""
    found = list(label(*LABELS).finditer(line.text))
    for here, after in zip(found, [*found[1:], None], strict=False):
        end = after.start() if after else len(line.text)
        value = line.text[here.end() : end].strip(" 　|｜\t.。;；")
        group = next(g for g in LABELS if label(g).match(here[0].strip()) is not None)
        yield Field(group, value, line.start + here.end(), line.start + end)


def source_named(line: Line) -> str | None:
    """The outlet a dateline names: 某社 in "某社3月5日电", Outlet in "CITY (Outlet) -"; None where it names none."""
    found = dateline(line)
    if not found:
        return None
    named = found.groupdict()
    if named.get("outlet"):
        return named["outlet"].strip()
    head = named.get("head")
    if not head:
        return None
    shortened = _OUTLET_END.match(head)
    return (shortened[0] if shortened else head).strip()


def zone_of(masthead: Masthead, language: str | None) -> tzinfo | None:
    """The zone of the page's clock: as stated, else Beijing time for a Chinese page, else unknown."""
    if masthead.published is not None and masthead.published.tzinfo is not None:
        return masthead.published.tzinfo
    return BEIJING if (masthead.language or language or "").startswith("zh") else None


def completed(masthead: Masthead, lines: Sequence[Line], head: Head, language: str | None) -> Masthead:
    """The masthead with what the text adds; nothing that was known is overwritten."""
    top = lines[: head.length]
    known = {field.group: field for line in reversed(top) for field in reversed(list(fields(line))) if field.value}
    language = masthead.language or language
    zone = zone_of(masthead, language)
    return replace(
        masthead,
        title=masthead.title or _title(lines, head, known),
        publisher=masthead.publisher or _publisher(lines, head, known),
        byline=masthead.byline or _byline(lines, head, known),
        url=masthead.url or _address(lines),
        language=language,
        published=masthead.published or _published(lines, head, known, zone),
        captured=masthead.captured or stated_capture(lines, zone),
        kind=masthead.kind or _kind(lines, head),
    )


def stated_source(lines: Sequence[Line], head: Head) -> str | None:
    """The outlet a page says it has the story from: "来源:…", "Source: …", or its dateline."""
    for line in lines[: head.length]:
        for field in fields(line):
            if field.group == "label_publisher" and field.value:
                return _short(field.value)
    for line in lines[: head.length + 3]:
        if named := source_named(line):
            return named
    return None


def stated_capture(lines: Sequence[Line], zone: tzinfo | None) -> datetime | None:
    """The moment the page says it was captured, if it says so."""
    stamp = capture_stamp(lines)
    return placed(stamp[0], zone) if stamp else None


def capture_stamp(lines: Sequence[Line]) -> tuple[datetime, int, int] | None:
    """The stated moment of capture and where it stands in the text."""
    for line in lines:
        for found in label("label_captured").finditer(line.text):
            if stamp := _just_after(line, found.end()):
                return stamp.at, line.start + stamp.start, line.start + stamp.end
        # A label may follow a full stop rather than a space: "…本站未作修改。快照时间:…"
        if (after := any_of("label_captured").search(line.text)) and (stamp := _just_after(line, after.end())):
            return stamp.at, line.start + stamp.start, line.start + stamp.end
    return None


def _just_after(line: Line, at: int) -> Stamp | None:
    stamp = next(stamps(line.text, at, at + 60), None)
    return stamp if stamp and stamp.start - at <= 12 else None


def _title(lines: Sequence[Line], head: Head, known: dict[str, Field]) -> str | None:
    if head.headline is not None:
        return lines[head.headline].text
    return known["label_title"].value if "label_title" in known else None


def _publisher(lines: Sequence[Line], head: Head, known: dict[str, Field]) -> str | None:
    if named := stated_source(lines, head):
        return named
    for index, line in enumerate(lines[: head.length]):
        if index != head.headline and is_issuer(line.text):
            return line.text
        stamp = next(stamps(line.text), None)
        if index != head.headline and stamp and not list(fields(line)) and not is_notice(line.text):
            before = line.text[: stamp.start].strip(" ,，|·-—")
            if 1 < len(before) <= 40 and ":" not in before and "." not in before:
                return before
    return None


def _byline(lines: Sequence[Line], head: Head, known: dict[str, Field]) -> str | None:
    if "label_byline" in known:
        return _short(known["label_byline"].value)
    for line in lines[: head.length + 2]:
        if found := _BY.match(line.text):
            return found["by"].strip(" ,")
        if (opening := dateline(line)) and (signed := _SIGNED.search(line.text, 0, opening.end())):
            by = signed["by"].strip()
            return by if by != source_named(line) and not next(stamps(by), None) else None
    return None


def _published(lines: Sequence[Line], head: Head, known: dict[str, Field], zone: tzinfo | None) -> datetime | None:
    for group in ("label_published", "label_updated"):
        field = known.get(group)
        if field and (stamp := next(stamps(field.value), None)):
            return placed(stamp.at, zone)
    for index, line in enumerate(lines[: head.length + 1]):
        opening = dateline(line)
        limit = len(line.text) if index < head.length else (opening.end() if opening else 0)
        if is_menu(line) or any_of("label_captured").search(line.text):
            continue
        if stamp := next(stamps(line.text, 0, limit), None):
            return placed(stamp.at, zone)
    for line in reversed(lines[-3:]):  # an official notice bears its date at the foot
        if len(lines) > head.length + 1 and (stamp := sole_stamp(line.text, 0, len(line.text))) and not stamp.clock:
            return placed(stamp.at, zone)
    return None


def _address(lines: Sequence[Line]) -> str | None:
    for line in lines:
        if label("label_url").search(line.text) and (found := _ADDRESS.search(line.text)):
            return found[0]
    return None


def _kind(lines: Sequence[Line], head: Head) -> str | None:
    top = [line.text for line in lines[: max(head.length, 1)]]
    opening = "\n".join(top).lower()
    if opening.startswith("from:") and "subject:" in opening:
        return "email"
    if any(any_of("kind_snapshot").search(line.text) and is_notice(line.text) for line in lines):
        return "snapshot"
    title = top[head.headline] if head.headline is not None and head.headline < len(top) else ""
    return next((kind for kind in KINDS if _names_kind(kind, top, title, head) and _has_form(kind, lines)), None)


def _names_kind(kind: str, top: Sequence[str], title: str, head: Head) -> bool:
    """A headline may speak of a memo; it names a memo only where it ends in the word. Other lines may just say it."""
    entry = any_of(f"kind_{kind}")
    if kind in FORMED and entry.search(title):
        return True
    bare = _TAIL.sub("", title)
    if any(found.end() == len(bare) for found in entry.finditer(bare)):
        return True
    return any(
        entry.search(text) for index, text in enumerate(top) if index != head.headline and index not in head.deck
    )


def _has_form(kind: str, lines: Sequence[Line]) -> bool:
    """Posts make a thread, and turns a transcript; the word alone does not."""
    if kind == "social":
        return any(is_post(line) and _CLOCK.search(line.text) for line in lines)
    return kind != "transcript" or sum(is_turn(line) for line in lines[1:]) > 1


def _short(value: str) -> str:
    stamp = next(stamps(value), None)
    return re.split(r"\s{2,}|[|｜]", value[: stamp.start] if stamp and stamp.start else value)[0].strip(" ,，")
