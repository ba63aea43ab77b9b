"""A statement as a tracer sees it: its matter, its speaker, through whose hands it came."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from claims.graph import ClaimGraph, Said
from claims.reading.amounts import Amount
from claims.reading.matter import Matter, matter_of
from claims.reading.nametable import NameTable
from claims.reading.senses import Sense, fold
from claims.times import Interval
from claims.vocabulary import AgentKind


@dataclass(frozen=True, eq=False)
class Spoken:
    """One statement with its matter and its way to us."""

    said: Said
    matter: Matter
    speaker: str  # folded, one for all forms of a name

    @property
    def id(self) -> str:
        """The statement's id."""
        return self.said.statement.id

    @property
    def sense(self) -> Sense:
        """What its words say."""
        return self.matter.sense

    @property
    def amounts(self) -> tuple[Amount, ...]:
        """Its figures."""
        return self.matter.amounts

    @property
    def keys(self) -> frozenset[str]:
        """What it can be found by."""
        return self.matter.keys

    @property
    def near_keys(self) -> frozenset[str]:
        """What the words around it speak of, beyond its own."""
        return self.matter.near_keys

    @property
    def moment(self) -> Interval | None:
        """When it was said, as far as the text tells."""
        return self.said.said

    @property
    def unnamed(self) -> bool:
        """Whether the speaker has no name."""
        return self.said.speaker.kind is AgentKind.unnamed

    @cached_property
    def own_voice(self) -> bool:
        """Whether a publisher says it in its own name, whoever passes it on."""
        publisher = fold(self.said.document.publisher or "")
        outlet = self.said.speaker.kind is AgentKind.outlet or self.speaker == publisher
        return outlet or len(self.said.statement.chain) <= 1


def spoken(graph: ClaimGraph) -> tuple[Spoken, ...]:
    """Every statement in view, in the order of `graph.said`."""
    groups = [(agent.name, *agent.names) for agent in graph.agents.values()]
    names = NameTable(groups, {claim.subject for claim in graph.claims.values() if claim.subject})
    return tuple(_spoken(said, names) for said in graph.said)


def _spoken(said: Said, names: NameTable) -> Spoken:
    matter = matter_of(said.quote, said.capture.text, said.passage.start, said.claim.figures, names, said.claim.subject)
    return Spoken(said, matter, names.canonical(said.speaker.name))
