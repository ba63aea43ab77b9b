"""A statement made ready for comparison: its matter, its moments, its act."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from claims.graph import ClaimGraph, Said
from claims.reading.amounts import Amount
from claims.reading.matter import Matter, matter_of
from claims.reading.nametable import NameTable
from claims.reading.senses import Event, Sense
from claims.times import Interval, readable
from claims.vocabulary import Act, AgentKind, Factuality

_ASKED = re.compile(r"[?？]\W*(?:[^\W\d][^:：?？]{0,24}[:：]\W*)?$")
_TWO_NAMES = re.compile(r"(?<=[a-z,] )([A-Z][\w-]+) ([A-Z][\w-]*[a-z.][\w.-]*)")
_BADGE = re.compile(r"\s*\[[^\]]*\]$")  # "[verified]" behind an account's name is no part of it
SHORT = 40  # characters of a statement that may lean on the question before it


@dataclass(frozen=True, eq=False)
class Told:
    """One statement ready for comparison."""

    said: Said
    matter: Matter
    speaker: str  # folded, one for all forms of a name
    kin: frozenset[str]  # first words of names that several parties here share

    @property
    def id(self) -> str:
        """The statement's id."""
        return self.said.statement.id

    @cached_property
    def act(self) -> Act:
        """What the speaker does with the words."""
        return self.said.statement.act

    @cached_property
    def sense(self) -> Sense:
        """What its words say."""
        return self.matter.sense

    @property
    def around(self) -> Sense:
        """What the words before it say."""
        return self.matter.around

    @cached_property
    def amounts(self) -> tuple[Amount, ...]:
        """Its figures."""
        return self.matter.amounts

    @cached_property
    def keys(self) -> frozenset[str]:
        """What it can be found by."""
        return self.matter.keys

    @cached_property
    def near_keys(self) -> frozenset[str]:
        """What the words around it speak of, beyond its own."""
        return self.matter.near_keys

    @cached_property
    def said_on(self) -> Interval | None:
        """When it was said; else when it was published."""
        return self.said.said or readable(self.said.document.published_on)

    @cached_property
    def valid(self) -> Interval | None:
        """The time it is about; for what is promised, the day it falls due."""
        return self.said.valid or readable(self.said.claim.due_on)

    @cached_property
    def happening(self) -> tuple[Event, ...]:
        """The events of its words; for an answer without a verb, those of the words before it."""
        if self.sense.events or len(self.said.quote) > SHORT or not _ASKED.search(self.around.text):
            return self.sense.events
        return tuple(event for event in self.around.events if not event.aside)[-1:]

    @cached_property
    def lines(self) -> frozenset[str]:
        """The lines of meaning of its events."""
        return frozenset(event.line for event in self.happening)

    @cached_property
    def forward(self) -> bool:
        """Whether it speaks of what is still to come."""
        return self.act in (Act.promise, Act.forecast)

    @cached_property
    def plain(self) -> bool:
        """Whether it states something: neither a question nor an opinion."""
        return self.act not in (Act.question, Act.opinion)

    @cached_property
    def counterfactual(self) -> bool:
        """Whether it speaks of what would have been."""
        return self.said.claim.factuality is Factuality.counterfactual or "counterfactual" in self.sense.cues

    @cached_property
    def denies_any(self) -> bool:
        """Whether some event in it is denied."""
        return any(event.negated for event in self.sense.events)

    @property
    def unnamed(self) -> bool:
        """Whether the speaker has no name."""
        return self.said.speaker.kind is AgentKind.unnamed

    def has(self, *cues: str) -> bool:
        """Whether its words carry one of these cues."""
        return not self.sense.cues.isdisjoint(cues)


def tell(graph: ClaimGraph) -> tuple[Told, ...]:
    """Every statement in view, ready for comparison, in the order of `graph.said`."""
    names, kin = names_of(graph), _kin(capture.text for capture in graph.captures.values())
    return tuple(told_of(said, names, kin) for said in graph.said)


def names_of(graph: ClaimGraph) -> NameTable:
    """The names of the dossier's agents and subjects."""
    groups: list[Sequence[str]] = [(agent.name, *agent.names) for agent in graph.agents.values()]
    return NameTable(groups, {claim.subject for claim in graph.claims.values() if claim.subject})


def _kin(texts: Iterable[str]) -> frozenset[str]:
    """First words that begin two or more full names: "North Star Bank", "North Harbour"."""
    after: dict[str, set[str]] = defaultdict(set)
    for text in texts:
        for found in _TWO_NAMES.finditer(text):
            after[found[1]].add(found[2].rstrip("."))
    return frozenset(first for first, rest in after.items() if len(rest) > 1)


def told_of(said: Said, names: NameTable, kin: frozenset[str] = frozenset()) -> Told:
    """One statement ready for comparison."""
    matter = matter_of(said.quote, said.capture.text, said.passage.start, said.claim.figures, names, said.claim.subject)
    return Told(said, matter, names.canonical(_BADGE.sub("", said.speaker.name) or said.speaker.name), kin)
