"""What the store answers with, as values."""

from __future__ import annotations

from dataclasses import dataclass, field

from claims.models import Record


@dataclass(frozen=True, slots=True)
class Added:
    """What an `add` did: records that are new, records that were here already, given id -> stored id."""

    new: tuple[Record, ...]
    known: tuple[Record, ...]
    ids: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that holds the words, with an excerpt around them."""

    record: Record
    excerpt: str  # at most some 160 characters of the text in which the words stand
    marks: tuple[tuple[int, int], ...]  # where the words are in the excerpt, as start and end


@dataclass(frozen=True, slots=True)
class Verified:
    """What re-deriving every record from the audit log showed."""

    events: int
    records: int
    root: str  # the head of the chain, as in a checkpoint
    problems: tuple[str, ...] = ()  # each says what is wrong and where; at most 100
    checkpoint: bool | None = None  # whether the outside checkpoint held; None when none was given

    @property
    def held(self) -> bool:
        """True when nothing is wrong."""
        return not self.problems
