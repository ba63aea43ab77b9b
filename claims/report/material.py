"""What a report is made of: the part of a dossier in view, what was computed from it, and how it is to be written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol

from claims.findings import Due, Origin, Question, Utterances
from claims.graph import ClaimGraph
from claims.vocabulary import Level

EDITIONS = ("editor", "lawyer", "reader")
LANGUAGES = ("en", "zh")


@dataclass(frozen=True, slots=True)
class Translation:
    """A working translation of one statement's words, and how far it can be trusted."""

    statement: str  # statement id
    text: str
    language: str
    by: str | None = None  # None: made by machine
    checked_by: str | None = None
    checked_on: date | None = None


class Answered(Protocol):
    """How a party answered what is said of them; `trace.replies` gives these."""

    @property
    def allegation(self) -> str:
        """The id of the statement about the party."""

    @property
    def party(self) -> str:
        """The party's name."""

    @property
    def answer(self) -> str:
        """denied, conceded, justified, evaded or silent."""

    @property
    def reply(self) -> str | None:
        """The id of the statement that answers it."""


@dataclass(frozen=True, slots=True)
class Material:
    """Everything a report may say. The same material gives the same bytes."""

    title: str
    edition: str  # one of EDITIONS
    language: str  # one of LANGUAGES
    as_of: datetime  # aware, UTC: what was known then
    graph: ClaimGraph
    questions: tuple[Question, ...] = ()
    origins: tuple[Origin, ...] = ()
    renditions: tuple[Utterances, ...] = ()
    docket: tuple[Due, ...] = ()
    replies: Sequence[Answered] = ()
    translations: tuple[Translation, ...] = ()
    method: tuple[tuple[str, str], ...] = ()  # the name and the docstring of each rule that was run
    checkpoint: str | None = None  # of the audit log
    clearance: Level = Level.internal  # the reader's
    selection: frozenset[str] = field(default_factory=frozenset)  # claim, statement and link ids; empty: see scope
    version: str = "v1"
    software: str = "Counterclaim"
