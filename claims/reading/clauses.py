"""A sentence cut into clauses: stretches as small as they can be while still true or false on their own."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from claims.reading.annotations import Clause, Figure, Name, Reading, Span, TimeMention
from claims.reading.clauses_en import cut_english
from claims.reading.clauses_zh import cut_chinese
from claims.reading.language import is_chinese
from claims.reading.modality import manner
from claims.vocabulary import Act

S = TypeVar("S", bound=Span)
_LABEL = re.compile(r"【[^】\n]{1,16}】(?=[^\s】])")
EDGES = " \t\r\n,，、;；:：-–—"


@dataclass(frozen=True, slots=True)
class Marks:
    """The times, figures and names of a text, in order of place."""

    times: tuple[TimeMention, ...] = ()
    figures: tuple[Figure, ...] = ()
    names: tuple[Name, ...] = ()

    @classmethod
    def of(cls, reading: Reading) -> Marks:
        """The marks of a reading, sorted by where they begin."""
        return cls(_sorted(reading.times), _sorted(reading.figures), _sorted(reading.names))

    def within(self, start: int, end: int) -> Marks:
        """Those that lie wholly inside."""
        return Marks(
            _inside(self.times, start, end), _inside(self.figures, start, end), _inside(self.names, start, end)
        )


def clauses(
    text: str,
    start: int,
    end: int,
    language: str,
    marks: Marks,
    *,
    cue: Act | None = None,
    reported: bool = False,
    own: bool = False,
) -> tuple[Clause, ...]:
    """The clauses of text[start:end], one sentence or part of one; their spans are exact and in order.

    `cue`, `reported` and `own` are as in `manner`.
    """  # fmt: skip
    near = marks.within(start, end)
    if is_chinese(language):
        spans = cut_chinese(text, start, end, near.times, near.figures, near.names)
    else:
        spans = cut_english(text, start, end, near.times, near.figures)
    out = []
    for span in spans:
        tight = trimmed(text, span.start, span.end)
        if tight.end > tight.start:
            told = manner(text[tight.start : tight.end], language, cue=cue, reported=reported, own=own)
            out.append(Clause(tight.start, tight.end, told.act, told.factuality, told.negated, told.hedges))
    return tuple(out)


def trimmed(text: str, start: int, end: int) -> Span:
    """The span without white space and loose punctuation at its edges."""
    while start < end and text[start] in EDGES:
        start += 1
    if found := _LABEL.match(text, start, end):  # 【本社讯】 names the outlet or the rubric, not what is said
        start = found.end()
    while end > start and (text[end - 1] in EDGES or text[end - 1] == "。"):
        end -= 1
    return Span(start, end)


def _sorted(spans: Sequence[S]) -> tuple[S, ...]:
    return tuple(sorted(spans, key=lambda span: (span.start, span.end)))


def _inside(spans: tuple[S, ...], start: int, end: int, over: int = 0) -> tuple[S, ...]:
    first = bisect_left(spans, start, key=lambda span: span.start)
    last = bisect_left(spans, end, key=lambda span: span.start)
    return tuple(span for span in spans[first:last] if span.end <= end + over)
