"""A page as lines: their exact place, and what each looks like (menu, notice, label line, legend, dateline)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims.reading.annotations import Span
from claims.reading.page_stamps import sole_stamp, stamps
from claims.reading.page_words import any_of, folded, label, opens

LONG = 60  # weight (see `weight`) from which a line is a paragraph rather than a heading
HEADING = 70  # weight up to which a line can be a heading; the longest headlines met stay under it
MENU_PIECE = 12  # weight up to which a piece between bars can be an entry of a menu
NOTICE = 160  # weight up to which a sentence is asked whether it speaks of the page itself

SUBJECT = 24  # characters within which the subject of a sentence about the page stands

_QUOTED = re.compile(r"“[^”\n]{0,400}”|\"[^\"\n]{0,400}\"|「[^」\n]{0,400}」")
_DISCLAIMS = re.compile(r"[【（(*※\s]{0,3}(?:特别|严正)?声明[】）)]?[：:]")  # a site's own declaration opens its line
_DIGIT = re.compile(r"\d")
_LINE = re.compile(r"[^\r\n\v\f\x85\u2028\u2029]+")
_BARS = re.compile(r"\s*[|｜>›»▸•/\t]\s*|\s+·\s+|\s{3,}")
_TERMINAL = re.compile(r"[。！？!?.…；;][”’\"'」』)）\]】]{0,3}$")
_TURN = re.compile(r"^(?:[^\s:：。，,]{1,24}|[A-Z][^:：。，\n]{1,60})[:：](?=\s?\S)")
_NUMBERED = re.compile(
    r"^(?:\d{1,3}\s?(?:[/.、)]|/\d{1,3})|[①-⑳]|[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|[-*•]\s)"
)
_DATELINE_ZH = re.compile(
    r"^(?P<head>[^\s，。,:：、（(0-9](?:[^\n，。,:：、（(0-9]){0,18}[^\s，。,:：、（(0-9])\s?"
    r"(?:\d{4}\s?年)?\s?\d{1,2}\s?月\s?\d{1,2}\s?日\s?(?:电(?![话邮视脑力动子台池影])|讯(?![息问])|消息)"
    r"(?:\s?[（(](?P<by>[^)）\n]{1,40})[)）])?[，,：:]?\s?"
)
_DATELINE_EN = re.compile(
    r"^(?P<place>[A-Z][A-Z.' ]{2,40}?(?:,\s[^()\n]{3,40}?)?|[A-Z][A-Za-z.' ]{2,30}?)\s?"
    r"(?:\((?P<outlet>[A-Z][^()\n]{1,40})\)\s?(?:[-–—]{1,2}\s?|$)|(?<![a-z]\s)[-–—]{1,2}\s(?=[A-Z“\"]))"
)
_DATELINE_DATE = re.compile(r"^[（(][^（()）\n]{4,40}[)）]")


@dataclass(frozen=True, slots=True)
class Line(Span):
    """A line without the space around it; `gap` says that an empty line (or the beginning) stands before it."""

    text: str
    gap: bool


def lines_of(text: str) -> list[Line]:
    """The lines that have something on them, in order."""
    lines: list[Line] = []
    last = 0
    for found in _LINE.finditer(text):
        stripped = found[0].strip()
        if not stripped:
            continue
        start = found.start() + found[0].index(stripped[0])
        gap = not lines or text[last:start].count("\n") > 1
        lines.append(Line(start, start + len(stripped), stripped, gap))
        last = start + len(stripped)
    return lines


def weight(text: str) -> int:
    """How long a text is to a reader: a Chinese character counts 2, any other 1, halved."""
    return (len(text) + sum(1 for char in text if "\u2e80" <= char <= "\uffef")) // 2


def is_menu(line: Line) -> bool:
    """True for a row of links: short pieces between bars, or pieces that are all words of a menu."""
    if weight(line.text) > 2 * LONG or next(stamps(line.text), None):
        return False
    pieces = [piece for piece in _BARS.split(line.text) if piece]
    known = sum(piece.casefold().strip(" ()（）[]【】:：,0123456789") in folded("menu") for piece in pieces)
    if known == len(pieces):
        return True
    # A row of figures is a table's, not a menu's.
    if any(weight(piece) > MENU_PIECE or _TERMINAL.search(piece) or _DIGIT.search(piece) for piece in pieces):
        return False
    return "\t" not in line.text and (len(pieces) >= 3 or (len(pieces) == 2 and known > 0))


def is_notice(sentence: str, *, closing: bool = True) -> bool:
    """True when a sentence speaks of the page itself: who may use it, who keeps it, whom to write to.

    In the midst of a story (not `closing`) only set phrases count, and never those within quotation marks.
    """
    if weight(sentence) > NOTICE:
        return False
    if _DISCLAIMS.match(sentence):
        return True
    if any_of("notice").search(_QUOTED.sub("", sentence)):
        return True
    return closing and (_speaks(sentence, "page_itself", "handling") or _speaks(sentence, "audience", "dealing"))


def _speaks(sentence: str, subject: str, verb: str) -> bool:
    found = any_of(subject).search(sentence, 0, SUBJECT)
    return found is not None and any_of(verb).search(sentence, found.end()) is not None


def is_labelled(line: Line) -> bool:
    """True for a line of a document's head that opens with a label: "Source: …", "发布时间:…"."""
    found = label(*LABELS).search(line.text)
    return found is not None and found.start() == 0


def is_terminal(line: Line) -> bool:
    """True when the line ends as a sentence does."""
    return _TERMINAL.search(line.text) is not None


def is_turn(line: Line) -> bool:
    """True when somebody's name and a colon open the line, with words after it."""
    return _TURN.match(line.text) is not None


def is_numbered(line: Line) -> bool:
    """True for a point of a list or a post of a thread: "1/", "一、", "- "."""
    return _NUMBERED.match(line.text) is not None


def is_legend(line: Line) -> bool:
    """True for the words under a picture."""
    found = opens("legend").match(line.text.lstrip("（(▲△↑"))
    return found is not None and weight(line.text) <= LONG


def is_stamp(line: Line) -> bool:
    """True when a full date is all the line holds."""
    return sole_stamp(line.text, 0, len(line.text)) is not None


def dateline(line: Line) -> re.Match[str] | None:
    """What stands before a report's first words: "CITY (Outlet) - ", "某社3月5日电"; None when there is none."""
    if found := _DATELINE_ZH.match(line.text):
        return found
    if found := _DATELINE_EN.match(line.text):
        return found
    found = _DATELINE_DATE.match(line.text)
    return found if found and next(stamps(found[0]), None) else None


LABELS = (
    "label_published",
    "label_publisher",
    "label_byline",
    "label_title",
    "label_captured",
    "label_updated",
    "label_url",
    "label_other",
)
