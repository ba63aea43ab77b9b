"""A draft: one statement as the rules propose it, before it becomes records."""

from __future__ import annotations

from dataclasses import dataclass

from claims.reading.annotations import Figure, Voice
from claims.times import Interval
from claims.vocabulary import Act, Factuality, RegionKind, Speech


@dataclass(frozen=True, slots=True)
class Draft:
    """Who said what, in which words, about when. `text[start:end] == quote`, always."""

    start: int
    end: int
    quote: str
    speaker: Voice
    chain: tuple[Voice, ...]  # outermost reporter (the publisher) first, speaker last
    said: Interval | None
    valid: Interval | None  # the time it is about
    speech: Speech
    act: Act
    factuality: Factuality
    negated: bool
    hedges: tuple[str, ...]
    subject: str | None
    predicate: str | None
    object: str | None
    measure: str | None
    figures: tuple[Figure, ...]
    due: Interval | None
    due_how: str | None
    language: str
    region: RegionKind
    reason: str  # why it is proposed, in words
    cue: str | None = None
    scope: str | None = None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A sentence that was not proposed, and why: opinion, boilerplate, repeated headline, no claim."""

    start: int
    end: int
    why: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything one capture yields."""

    drafts: tuple[Draft, ...]
    left_out: tuple[LeftOut, ...]
