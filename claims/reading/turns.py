"""A turn: a stretch of text that one voice holds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from claims.reading.annotations import Span, Voice
from claims.reading.wordlists import words
from claims.times import Interval

HAN = re.compile(r"[\u4e00-\u9fff]")
_NUMBERING = re.compile(
    r"\s*(?:\d{1,3}(?:/\d{0,3})|[①-⑳]|\d{1,2}[、)）]|[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|[-•*·–—])\s*"
)
ASIDE = re.compile(r"^(?:（[^）]*）|\([^)]*\))$")


@dataclass(frozen=True, slots=True)
class Turn(Span):
    """A stretch of text that one voice holds; None is the document's own narrator."""

    voice: Voice | None
    lines: tuple[Span, ...]  # the words, line by line, without label and numbering
    header: Span | None = None
    when: Interval | None = None  # when it was said, if the text dates it
    anchor: datetime | None = None  # what relative dates in it are read from, when not the document's own date
    layout: str = "prose"  # transcript, post, memo


def body_lines(text: str, lines: list[Span]) -> tuple[Span, ...]:
    """The lines without their numbering, bracketed stage directions left out."""
    out = []
    for line in lines:
        found = _NUMBERING.match(text, line.start, line.end)
        start = found.end() if found else line.start
        if start < line.end and not ASIDE.match(text[start : line.end]):
            out.append(Span(start, line.end))
    return tuple(out)


def left_trimmed(text: str, span: Span) -> Span:
    """The span without the white space it begins with."""
    start = span.start
    while start < span.end and text[start].isspace():
        start += 1
    return Span(start, span.end)


def titled(name: str) -> str:
    """A name set in capitals, in ordinary letters: JANE O'DOE -> Jane O'Doe; others unchanged."""
    if not name.isupper() or len(name) <= 3:
        return name
    return re.sub(r"[^\W\d_]+", lambda m: m[0][0] + m[0][1:].lower(), name)


def without_title(name: str) -> str:
    """The name without the title before or behind it, as long as two letters of it are left."""
    for title in sorted(words("names_zh", "titles"), key=len, reverse=True):
        if name.endswith(title) and len(name) - len(title) >= 2:
            return name[: -len(title)]
        if name.startswith(title) and 2 <= len(name) - len(title) <= 4:
            return name[len(title) :]
    return name
