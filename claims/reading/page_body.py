"""The lines under a headline: story, repeated headline, legend, signature and notice, and where the story ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claims.reading.annotations import Region
from claims.reading.page_head import is_issuer, is_same_headline
from claims.reading.page_items import MOST_LINES, dated_line
from claims.reading.page_lines import (
    HEADING,
    LONG,
    Line,
    dateline,
    is_labelled,
    is_legend,
    is_menu,
    is_notice,
    is_stamp,
    is_terminal,
    weight,
)
from claims.reading.page_stamps import sole_stamp
from claims.reading.page_words import any_of, opens
from claims.vocabulary import RegionKind

CLOSING = 6  # lines before the end of a story among which sentences about the page itself are looked for
LABEL = 40  # weight up to which a labelled line is a field and not a paragraph
_NUMBER = re.compile(r"\d{1,3}[.)、]")
SIGNED_NAME = 10  # weight up to which a last line without a full stop is the name of whoever signs

_SENTENCE = re.compile(r"[^。！？!?\n]*+[。！？!?]++[”’\"'」』)）]*+|[^。！？!?\n]++")
_ENGLISH = re.compile(r".+?(?:[.!?][\"”’')\]]{0,2}(?=\s+[A-Z0-9“\"(©]|\s*$)|$)")
_SIGNED = re.compile(r"^[（(]\s?(?P<by>[^()（）]{2,40})[)）]$")


def list_head(line: Line) -> str | None:
    """ "related" or "more" when the line heads a list of other stories; None otherwise."""
    text = line.text.strip(" :：>»›|【】[]■●▍")
    if weight(text) > 24:
        return None
    for group in ("related", "more"):
        found = opens(group).match(text)
        if found and (found.end() == len(text) or (group == "more" and _closes_head(text, found.end()))):
            return group
    return None


def is_pointer(line: Line) -> bool:
    """True for one line that sends the reader to another page: "Read more: …"."""
    found = opens("pointer").match(line.text)
    return found is not None and line.text[found.end() : found.end() + 1] in (":", "：")


def is_correction(line: Line) -> bool:
    """True for a paragraph that mends this article or an earlier one."""
    found = opens("correction").match(line.text.lstrip("【[（("))
    return found is not None


def story_end(lines: Sequence[Line], start: int, *, lists: bool) -> int:
    """The index of the first line of the lists under the story, from `start` on; all lines where there are none."""
    if not lists:
        return len(lines)
    first = _first_listed(lines, start)
    for index in range(start, len(lines)):
        if index == first or (list_head(lines[index]) and _heads_something(lines, index)):
            return index
    return len(lines)


def _heads_something(lines: Sequence[Line], index: int) -> bool:
    """Under the head of a list stand headlines, not the paragraphs of a chapter."""
    after = lines[index + 1] if index + 1 < len(lines) else None
    return after is None or is_stamp(after) or not (is_terminal(after) and weight(after.text) >= LONG / 2)


def resumes(lines: Sequence[Line], index: int) -> bool:
    """True when a line after a list is a paragraph of the story again, or a correction."""
    line = lines[index]
    if is_correction(line):
        return True
    ahead = lines[index + 1 : index + 3]
    return (
        line.gap
        and weight(line.text) >= LONG
        and is_terminal(line)
        and len(_sentences(line.text)) > 1
        and not any(is_stamp(after) for after in ahead)
        and not is_notice(line.text)
    )


def regions_of(lines: Sequence[Line], start: int, end: int, headline: str | None, *, thread: bool) -> Iterator[Region]:
    """The regions of the lines from start to end: body, captions, signatures, notices."""
    last = max((i for i in range(start, end) if not is_notice(lines[i].text)), default=end)
    for index in range(start, end):
        line = lines[index]
        closing = start < last - 1 <= index + 1
        signs = index == last and line.gap and index > start + 1 and weight(line.text) <= SIGNED_NAME
        if headline and is_same_headline(line.text, headline):
            yield Region(line.start, line.end, RegionKind.caption, why="the headline again")
        elif is_legend(line):
            yield Region(line.start, line.end, RegionKind.caption, why="the words under a picture")
        elif not thread and is_correction(line):
            yield Region(line.start, line.end, RegionKind.body, why="a correction")
        elif not thread and is_menu(line):
            yield Region(line.start, line.end, RegionKind.boilerplate, why="a row of links")
        elif is_pointer(line):
            yield Region(line.start, line.end, RegionKind.boilerplate, why="a pointer to another page")
        elif _is_signature(line, closing=closing, alone=thread) or (signs and not thread and not is_terminal(line)):
            yield Region(line.start, line.end, RegionKind.byline, why="who wrote or issued it")
        elif not thread and _is_label(line):
            yield Region(line.start, line.end, RegionKind.byline, why="a labelled line")
        else:
            yield from _paragraph(line, closing=index == start or index >= last - CLOSING)


def _is_label(line: Line) -> bool:
    return is_labelled(line) and weight(line.text) <= LABEL and not is_terminal(line) and not is_notice(line.text)


def _paragraph(line: Line, *, closing: bool) -> Iterator[Region]:
    """A paragraph: its dateline set apart, its sentences about the page itself set apart."""
    start = 0
    if found := dateline(line):
        start = found.end()
        yield Region(line.start, line.start + len(found[0].rstrip()), RegionKind.byline, why="the dateline")
    sentences = _sentences(line.text, start)
    kinds = _smoothed([_kind_of(line.text[begin:end], closing=closing) for begin, end in sentences])
    run: tuple[int, int, str] | None = None
    for (begin, end), kind in zip(sentences, kinds, strict=True):
        if run and run[2] == kind:
            run = (run[0], end, kind)
            continue
        if run:
            yield _stretch(line, run)
        run = (begin, end, kind)
    if run:
        yield _stretch(line, run)


def _kind_of(sentence: str, *, closing: bool) -> str:
    if is_notice(sentence, closing=closing):
        return "notice"
    signed = opens("signature").match(sentence)
    return "signature" if signed and sentence.isascii() and weight(sentence) <= LABEL else "story"


def _smoothed(kinds: list[str]) -> list[str]:
    """A paragraph that begins as a notice and is one for the better half is one throughout."""
    notices = kinds.count("notice")
    if kinds and kinds[0] == "notice" and (2 * notices >= len(kinds)):
        return ["notice"] * len(kinds)
    return kinds


def _stretch(line: Line, run: tuple[int, int, str]) -> Region:
    begin, end, kind = run
    if kind == "notice":
        return Region(line.start + begin, line.start + end, RegionKind.boilerplate, why="the page speaks of itself")
    if kind == "signature":
        return Region(line.start + begin, line.start + end, RegionKind.byline, why="who wrote or issued it")
    return Region(line.start + begin, line.start + end, RegionKind.body)


def _sentences(text: str, start: int = 0) -> list[tuple[int, int]]:
    pattern = _SENTENCE if weight(text) > 0.7 * len(text) else _ENGLISH
    spans: list[tuple[int, int]] = []
    pending: int | None = None
    for found in pattern.finditer(text, start):
        words = found[0].strip()
        if not words:
            continue
        begin = found.start() + found[0].index(words[0])
        if _NUMBER.fullmatch(words):  # "1." belongs to the sentence after it
            pending = begin if pending is None else pending
            continue
        spans.append((begin if pending is None else pending, begin + len(words)))
        pending = None
    if pending is not None:
        spans.append((pending, len(text)))
    return spans


def _is_signature(line: Line, *, closing: bool, alone: bool) -> bool:
    if weight(line.text) > LONG:
        return False
    found = opens("signature").match(line.text.lstrip("（(【["))
    if found and (weight(line.text) <= 30 or line.text.isascii()):
        return not is_terminal(line) or line.text[-1] in ".)）】"
    if not closing or alone:
        return False
    if (signed := _SIGNED.match(line.text)) and not any_of("correction").match(signed["by"]):
        return True
    return is_issuer(line.text) or sole_stamp(line.text, 0, len(line.text)) is not None


def _first_listed(lines: Sequence[Line], start: int) -> int | None:
    """Where the first story with a stamp under the article begins, if stories follow it without a head."""
    marks = [i for i in range(start, len(lines)) if is_stamp(lines[i])]
    clocked = any(has_clock(lines[i]) for i in marks)
    if not marks or marks[0] == start or (len(marks) < 2 and not clocked):
        return _first_single(lines, start)
    first = marks[0]
    if lines[first].gap:  # the stamps come before their stories
        return first
    for begin in range(first - 1, max(start, first - MOST_LINES) - 1, -1):
        if lines[begin].gap or is_notice(lines[begin - 1].text):
            return begin
    heading = first - 1 if not is_terminal(lines[first - 1]) else first - 2
    return max(heading, start + 1)


def has_clock(line: Line) -> bool:
    """True when the line is a stamp with a time of day."""
    stamp = sole_stamp(line.text, 0, len(line.text))
    return stamp is not None and stamp.clock


def _first_single(lines: Sequence[Line], start: int) -> int | None:
    for index in range(start + 1, len(lines) - 1):
        here, after = lines[index], lines[index + 1]
        if all(weight(one.text) <= HEADING and not is_labelled(one) and dated_line(one) for one in (here, after)):
            return index
    return None


def _closes_head(text: str, end: int) -> bool:
    """After "More from" a name may follow; after "更多新闻" nothing does."""
    return text[:end].isascii() and weight(text) <= 20
