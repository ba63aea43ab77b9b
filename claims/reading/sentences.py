"""Sentences of a text as spans: Chinese with its closing quotes kept inside, English past its abbreviations."""

from __future__ import annotations

import re
from functools import lru_cache

from claims.reading.annotations import Span
from claims.reading.language import is_chinese
from claims.reading.wordlists import words

CLOSERS = "”’」』\"'）)】》〉]"
LONGEST = 4000  # characters; a longer stretch without a stop is cut, so that no rule has to look at all of it

_ZH_STOP = re.compile(
    rf"[。！？!?…]++[{re.escape(CLOSERS)}]*+|[；;][{re.escape(CLOSERS)}]*+(?=\s*+\S)|\n++|(?<=[^\d\s])\.(?=\s|$)"
)
_EN_STOP = re.compile(r"[.!?…]++[”’\"')\]]*+(?=\s|$)|\n++")
_EN_BEFORE = re.compile(r"(?:^|[\s(\[“‘\"'-])([A-Za-z](?:[A-Za-z]|\.(?=[A-Za-z])){0,9})$")
_OPENER = re.compile(
    r"[ \t]++(?:In|On|At|By|For|From|To|With|After|Before|When|While|If|As|Since|The|This|That|These|Those|It|Its|He|She"
    r"|They|We|His|Her|Their|Our|There|But|And|Or|So|Yet|However|Then|Now|No|Not|Nobody|Both|Each|Every|All)\b"
)
_EN_AFTER = re.compile(r"[ \t]++[“‘\"'(\[]*+([A-Za-z0-9$£€]?)")


def sentences(text: str, start: int, end: int, language: str) -> tuple[Span, ...]:
    """The sentences of text[start:end], without the white space around them; a line break always ends one."""
    cuts = _chinese_cuts(text, start, end) if is_chinese(language) else _english_cuts(text, start, end)
    spans = []
    at = start
    for cut in (*cuts, end):
        while cut - at > LONGEST:
            spans.append(_trimmed(text, at, at + LONGEST))
            at += LONGEST
        spans.append(_trimmed(text, at, cut))
        at = cut
    return tuple(span for span in spans if span.end > span.start)


def paragraphs(text: str, start: int, end: int) -> tuple[Span, ...]:
    """The lines of text[start:end] that hold anything, without the white space around them."""
    spans = []
    at = start
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        span = _trimmed(text, at, stop)
        if span.end > span.start:
            spans.append(span)
        at = stop + 1
    return tuple(spans)


def pieces(text: str, line: Span) -> tuple[Span, ...]:
    """A line as it is, or cut behind a sentence when it is longer than any paragraph."""
    if line.end - line.start <= LONGEST:
        return (line,)
    out, at = [], line.start
    for span in sentences(text, line.start, line.end, "en"):
        if span.end - at > LONGEST:
            out.append(_trimmed(text, at, span.end))
            at = span.end
    out.append(_trimmed(text, at, line.end))
    return tuple(piece for piece in out if piece.end > piece.start)


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _chinese_cuts(text: str, start: int, end: int) -> list[int]:
    """Ends of sentences; a stop inside quotation marks ends one only where the quotation ends with it."""
    cuts: list[int] = []
    depth_at = _quote_ends(text, start, end)
    for found in _ZH_STOP.finditer(text, start, end):
        if found[0][0] == "\n" or found.end() >= depth_at.get(found.start(), 0):
            cuts.append(found.end())
    return cuts


def _quote_ends(text: str, start: int, end: int) -> dict[int, int]:
    """Where the quotation around each Chinese stop ends, for stops that stand inside one in their line."""
    ends: dict[int, int] = {}
    pending: list[int] = []
    depth = 0
    for at in range(start, end):
        letter = text[at]
        if letter == "\n":
            pending, depth = [], 0
        elif letter in "“「『":
            depth += 1
        elif letter in "”」』" and depth:
            depth -= 1
            if not depth:
                for stop in pending:
                    ends[stop] = at + 1
                pending = []
        elif depth and letter in "。！？!?…；;.":
            pending.append(at)
    return ends


def _english_cuts(text: str, start: int, end: int) -> list[int]:
    cuts = []
    for found in _EN_STOP.finditer(text, start, end):
        if found[0][0] == "\n" or _ends_english(text, start, found.start(), found.end()):
            cuts.append(found.end())
    return cuts


def _ends_english(text: str, floor: int, at: int, after: int) -> bool:
    follow = _EN_AFTER.match(text, after)
    if follow is None or not follow[1]:
        return True
    if text[at] != ".":
        # "What now?" she asked: a small letter after a closing quote goes on with the sentence.
        return not (follow[1].islower() and text[after - 1] in "”’\"'")
    if follow[1].islower():
        return False
    before = _EN_BEFORE.search(text[max(floor, at - 12) : at])
    if before is None or after > at + 1:
        return True
    word = before[1]
    if len(word) == 1 and word.isupper() and _OPENER.match(text, after):
        return True  # "sent to K. In return": no name goes on with a function word
    return (
        not (len(word) == 1 and word.isupper() and word != "I")
        and word.lower() not in _abbreviations()
        and "." not in word
    )


@lru_cache(maxsize=1)
def _abbreviations() -> frozenset[str]:
    return words("names_en", "abbreviations")
