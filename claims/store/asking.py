"""The one way a record is read: what a reader may see, at the moment they look from.

Every question the store answers begins with `Sight.of(model)`. Nothing else may select from a record's table.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from claims.models import Event, Record
from claims.store.tables import table
from claims.vocabulary import Level


@dataclass(frozen=True, slots=True)
class Sight:
    """How far a reader sees: up to a level, and to what was known at a moment (None: now)."""

    clearance: Level = Level.sealed
    moment: datetime | None = None

    @property
    def levels(self) -> tuple[Level, ...]:
        """The levels in view."""
        return tuple(level for level in Level if level.rank <= self.clearance.rank)

    @property
    def whole(self) -> bool:
        """True when nothing is hidden from this reader."""
        return self.clearance is Level.sealed

    def of(self, model: type[Record], *, retracted: bool = False) -> sa.Select[Any]:
        """The records of one kind that are in view; with `retracted`, also those taken back since."""
        return sa.select(model).where(*self.conditions(model, retracted=retracted))

    def conditions(self, model: type[Record], *, retracted: bool = False) -> list[sa.ColumnElement[bool]]:
        """What a row must meet to be in view."""
        columns = table(model).c
        out: list[sa.ColumnElement[bool]] = [] if self.whole else [columns.level.in_(self.levels)]
        if self.moment is not None:
            out.append(columns.recorded_at <= self.moment)
        if retracted:
            return out
        live = columns.retracted_at.is_(None)
        return [*out, live if self.moment is None else sa.or_(live, columns.retracted_at > self.moment)]

    def events(self) -> list[sa.ColumnElement[bool]]:
        """What a line of the audit log must meet to be in view."""
        columns = table(Event).c
        out: list[sa.ColumnElement[bool]] = [] if self.whole else [columns.level.in_(self.levels)]
        return out if self.moment is None else [*out, columns.at <= self.moment]
