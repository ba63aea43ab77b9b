"""What a document format gives: its text, what it says of itself, and what was left out; as JSON between processes."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from claims.reading.annotations import Masthead, PageNote


@dataclass(frozen=True, slots=True)
class Parsed:
    """The text of a document with its masthead and notes."""

    text: str
    masthead: Masthead = field(default_factory=Masthead)
    notes: tuple[PageNote, ...] = ()
    encoding: str | None = None

    def as_json(self) -> dict[str, Any]:
        """As plain values; moments in ISO 8601."""
        masthead = {
            name: value.isoformat() if isinstance(value, datetime) else value
            for name, value in asdict(self.masthead).items()
        }
        return {
            "text": self.text,
            "masthead": masthead,
            "notes": [asdict(note) for note in self.notes],
            "encoding": self.encoding,
        }


def from_json(told: dict[str, Any]) -> Parsed:
    """The Parsed that was written as these plain values."""
    head = dict(told["masthead"])
    for name in ("published", "captured"):
        head[name] = datetime.fromisoformat(head[name]) if head[name] else None
    notes = tuple(PageNote(**note) for note in told["notes"])
    return Parsed(told["text"], Masthead(**head), notes, told["encoding"])
