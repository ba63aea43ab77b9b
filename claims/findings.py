"""What the rules find, as values: conflicts, questions, origins, renditions, what falls due. Nothing here decides."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from claims.vocabulary import ConflictKind, Separator


@dataclass(frozen=True, slots=True)
class Finding:
    """Two statements that may not both hold, or look so and are explained; always with the reason in words."""

    a: str  # statement id
    b: str  # statement id
    kind: ConflictKind
    explanation: str  # for a reader of the report, in English; `reason` is the key for other languages
    rule: str  # the detector's name
    value_a: str | None = None  # the two values compared, as words
    value_b: str | None = None
    explained_by: Separator | None = None  # None: a contradiction to rule on
    question: str | None = None  # "How many H100s were redirected?"
    check_wording: str | None = None  # why the wording must be settled first
    question_zh: str | None = None  # the same question in Chinese


@dataclass(frozen=True, slots=True)
class Position:
    """One answer to a question, and the statements that give it."""

    answer: str
    statements: tuple[str, ...]  # statement ids
    origins: int  # how many independent origins they come from


@dataclass(frozen=True, slots=True)
class Question:
    """Claims about the same subject, measure, unit, scope and time, and the answers given."""

    text: str
    subject: str | None
    measure: str | None
    positions: tuple[Position, ...]
    contested: bool  # some two positions cannot both hold
    text_zh: str | None = None  # the same question in Chinese


@dataclass(frozen=True, slots=True)
class Origin:
    """An independent root: the statements that come from one saying, document or set of unnamed sources."""

    name: str  # "harbour board memo, December 2023"
    held: bool  # True when we hold the origin itself
    statements: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Rendition:
    """One wording of one utterance, with what it changes against the first."""

    statement: str
    differs: tuple[tuple[str, str, str], ...]  # (slot, theirs, first's): agent, polarity, factuality, figure, hedge …


@dataclass(frozen=True, slots=True)
class Utterances:
    """The wordings of one utterance, the closest to its origin first."""

    speaker: str
    renditions: tuple[Rendition, ...]


@dataclass(frozen=True, slots=True)
class Due:
    """A promise or forecast and the day it can be checked."""

    statement: str
    due: date | None
    how: str  # how the date was derived
    settles: str  # what would settle it
    overdue: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two sentences are to each other."""

    relation: str  # contradicts, entails, neutral
    kind: ConflictKind | None
    explanation: str
    explained_by: Separator | None = None
