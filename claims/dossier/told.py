"""What the writing verbs of a dossier answer with, as values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from claims.models import Capture

Progress = Callable[[str, int, int], None]
"""Told as (what, done, of) while long work goes on."""


@dataclass(frozen=True, slots=True)
class Addition:
    """What adding did: sources that are new, sources that were here already, statements proposed, links proposed."""

    new: tuple[Capture, ...]
    known: tuple[Capture, ...]
    statements: int
    conflicts: int
    compared: int  # claims the new ones were held against
    empty: tuple[str, ...] = ()  # names of sources in which nothing could be read


@dataclass(frozen=True, slots=True)
class Detection:
    """What detecting did: links that are new, known before, withdrawn, and pairs explained away."""

    new: int
    known: int
    withdrawn: int
    explained: int
    compared: int


@dataclass(frozen=True, slots=True)
class Undone:
    """The decision that was taken back: its kind, and the label of what it was about."""

    kind: str  # ruling, answer, review
    label: str
