"""The quotations of a text: each outermost pair of quotation marks, with the words inside it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from claims.reading.annotations import Span
from claims.reading.sentences import paragraphs

PAIRS = {"“": "”", "「": "」", "『": "』", "«": "»"}
_MARK = re.compile(r"''|[“”\"「」『』«»„‘’]")
MOST_MARKS = 1000  # quotation marks in one line; a line with more says nothing
LONGEST_SINGLE = 400  # characters between ‘ and ’, which is an apostrophe more often than a quotation mark


@dataclass(frozen=True, slots=True)
class Quotation(Span):
    """A quotation with its marks; `inside` are the words without them. `closed` is False when it runs on in the next line."""

    inside: Span
    closed: bool = True


class Quotes:
    """Quotations in order, looked up by place."""

    def __init__(self, quotes: tuple[Quotation, ...]) -> None:
        self._quotes = quotes
        self._begins = [quote.start for quote in quotes]
        self._ending = {quote.end: quote for quote in quotes}

    def __iter__(self) -> Iterator[Quotation]:
        return iter(self._quotes)

    def ending(self, at: int) -> Quotation | None:
        """The one whose closing mark ends at `at`."""
        return self._ending.get(at)

    def beginning(self, at: int) -> Quotation | None:
        """The one whose opening mark stands at `at`."""
        return next(iter(self.within(at, at + 1)), None)

    def over(self, at: int) -> Quotation | None:
        """The one in which the character at `at` stands, marks included."""
        index = bisect_right(self._begins, at) - 1
        return self._quotes[index] if index >= 0 and at < self._quotes[index].end else None

    def within(self, start: int, end: int) -> tuple[Quotation, ...]:
        """Those that begin in text[start:end]."""
        return self._quotes[bisect_left(self._begins, start) : bisect_left(self._begins, end)]


def quotations(text: str, start: int, end: int) -> tuple[Quotation, ...]:
    """The outermost quotations of text[start:end], line by line, in order."""
    found: list[Quotation] = []
    for line in paragraphs(text, start, end):
        found += _of_line(text, line)
    return tuple(found)


def _of_line(text: str, line: Span) -> list[Quotation]:
    found: list[Quotation] = []
    if len(_MARK.findall(text, line.start, line.end)) > MOST_MARKS:
        return found
    opened: re.Match[str] | None = None
    depth = 0
    for mark in _MARK.finditer(text, line.start, line.end):
        if opened is None:
            if _opens(text, mark, line):
                opened, depth = mark, 1
        elif _closes(text, opened, mark, line):
            depth -= 1
            if not depth:
                found.append(_quotation(opened, mark.start(), mark.end()))
                opened = None
        elif mark[0] == opened[0] and mark[0] in PAIRS and _opens(text, mark, line):
            # A second opening mark in one line without a close between: English starts paragraphs so, Chinese nests.
            depth += mark[0] in "「『"
    if opened is not None and opened[0] != "‘" and opened[0] != "”":
        found.append(Quotation(opened.start(), line.end, Span(opened.end(), line.end), closed=False))
    return found


def _quotation(opened: re.Match[str], close: int, end: int) -> Quotation:
    return Quotation(opened.start(), end, Span(opened.end(), close))


def _opens(text: str, mark: re.Match[str], line: Span) -> bool:
    letter = mark[0]
    before = text[mark.start() - 1] if mark.start() > line.start else " "
    after = text[mark.end()] if mark.end() < line.end else " "
    if letter in PAIRS or letter == "„":
        return True
    if letter == "‘":
        return not before.isalnum() and not after.isspace()
    if letter in ('"', "''"):
        return not after.isspace() and not (before.isalnum() and before.isascii())
    # A closing mark where none is open: a slip of the keyboard when another mark follows in the same line.
    return (
        letter == "”"
        and not after.isspace()
        and after not in "，。,.；;：:！？!?"
        and text.find("“", mark.end(), line.end) >= 0
    )


def _closes(text: str, opened: re.Match[str], mark: re.Match[str], line: Span) -> bool:
    first, letter = opened[0], mark[0]
    if first == "”":
        return letter in "“”"
    if first == "‘":
        after = text[mark.end()] if mark.end() < line.end else " "
        return (letter == "’" and not after.isalnum()) or mark.start() - opened.start() > LONGEST_SINGLE
    if first in PAIRS:
        return letter == PAIRS[first] or (first == "“" and letter == '"')
    if first == "„":
        return letter in "“”"
    return letter == first or (first == '"' and letter == "”")
