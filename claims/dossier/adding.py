"""Captured sources become records, each source one batch that is stored whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sqlmodel import col

from claims.models import Agent, Capture, Record
from claims.vocabulary import AgentKind, Level

if TYPE_CHECKING:
    from claims.capture.captured import Captured
    from claims.store import Store


def sorted_out(store: Store, sources: Sequence[Captured]) -> tuple[list[Captured], list[Capture]]:
    """The sources that are new to the dossier, each once, and the captures of those that are not."""
    fresh: dict[str, Captured] = {}
    known: list[Capture] = []
    for captured in sources:
        here = store.find(Capture, col(Capture.sha256) == captured.sha256, limit=1)
        known += here
        if not here:
            fresh.setdefault(captured.sha256, captured)
    return list(fresh.values()), known


def records_of(store: Store, sources: Sequence[Captured], level: Level) -> Iterator[tuple[Captured, list[Record]]]:
    """The records of each source at this level; a name met anywhere in the dossier is the same name here."""
    from claims.check import understand
    from claims.extract.agents import cast_of
    from claims.extract.quote import quote

    understood = [understand(captured) for captured in sources]
    # A fuller name known only from a more hidden source must not be written into a record that others see.
    known = store.find(Agent, col(Agent.kind) != AgentKind.unnamed)
    met = {agent.name: agent.names for agent in known if agent.level.rank <= level.rank}
    voices = (voice for u in understood for draft in u.extraction.drafts for voice in draft.chain)
    cast = cast_of([met, *(u.reading.aliases for u in understood)], voices)
    for u in understood:
        records = list(quote(u.captured, u.page, u.extraction, cast).records)
        for record in records:
            record.level = level
        yield u.captured, records
