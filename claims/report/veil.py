"""What this edition may not show: which records are withheld, and every place their names and words turn up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cached_property
from typing import Any

from claims.graph import ClaimGraph, Said
from claims.models import Agent, Capture, Claim, Document, Judgement, Link, Passage, Record, Review, Statement
from claims.review import Dispute
from claims.vocabulary import AgentKind, Level

# Internal is the level every record starts with, so a reader's edition prints it; what somebody marked
# confidential stays in the house. Sealed is printed nowhere: two editors know, a file does not.
CEILINGS = {"editor": Level.confidential, "lawyer": Level.confidential, "reader": Level.internal}

# The fields of a record that hold words of the world. Shorter texts than this identify nobody by themselves.
TELLING: dict[type[Record], tuple[str, ...]] = {
    Claim: ("text", "subject", "predicate", "object", "scope", "occasion"),
    Statement: ("speaker", "reason", "cue"),
    Passage: ("exact", "prefix", "suffix"),
    Document: ("title", "url", "publisher", "byline"),
    Capture: ("sha256",),
    Link: ("question", "explanation", "value_a", "value_b", "check_wording"),
    Judgement: ("rationale",),
    Review: ("rationale",),
}
SHORTEST = 6


@dataclass(frozen=True)
class Veil:
    """Decides by level what is hidden, and takes hidden names and words out of any text."""

    graph: ClaimGraph
    ceiling: Level
    name_label: str  # stands where a name was
    text_label: str  # stands where words were

    def hides(self, record: Record) -> bool:
        """True when the record lies above this edition or above the reader."""
        return record.level.rank > self.ceiling.rank

    def hides_said(self, said: Said) -> bool:
        """True when any record the statement stands on is hidden; a hidden speaker only loses the name."""
        return any(map(self.hides, (said.statement, said.claim, said.passage, said.capture, said.document)))

    def shows_some(self, dispute: Dispute) -> bool:
        """True when no link of the matter is hidden and at least one saying of it may be shown."""
        sayings = (*dispute.a, *dispute.b)
        return not any(map(self.hides, dispute.links)) and not all(map(self.hides_said, sayings))

    def hides_agent(self, agent_id: str | None, name: str) -> bool:
        """True when the agent, by id or by any of its names, is hidden."""
        agent = self.graph.agents.get(agent_id or "")
        return (agent is not None and self.hides(agent)) or bool(self._names and self._names.search(name))

    def clean(self, text: str) -> str:
        """The text without hidden names and words."""
        if self._texts:
            text = self._texts.sub(self.text_label, text)
        return self._names.sub(self.name_label, text) if self._names else text

    def over(self, value: Any) -> Any:
        """The value with every text in it cleaned; the value itself when nothing is hidden."""
        return value if self._texts is None and self._names is None else self._cleaned(value)

    def _cleaned(self, value: Any) -> Any:
        if isinstance(value, str):
            return self.clean(value)
        if isinstance(value, tuple):
            return tuple(self._cleaned(part) for part in value)
        if is_dataclass(value) and not isinstance(value, type):
            return replace(value, **{f.name: self._cleaned(getattr(value, f.name)) for f in fields(value)})
        return value

    @cached_property
    def _names(self) -> re.Pattern[str] | None:
        hidden = [agent for agent in self.graph.agents.values() if self.hides(agent)]
        names = {form for agent in hidden for form in _forms(agent)}
        for said in self.graph.said:
            if self.hides(said.speaker):
                names.add(said.statement.speaker)
            names.update(str(link.get("agent", "")) for link in said.statement.chain if self._hidden_link(link))
            publisher = self.graph.agents.get(said.document.publisher_id or "")
            if publisher and self.hides(publisher) and said.document.publisher:
                names.add(said.document.publisher)
        return _pattern(names, (part for agent in hidden for part in _parts(agent)))

    def _hidden_link(self, link: dict[str, Any]) -> bool:
        agent = self.graph.agents.get(str(link.get("agent_id") or ""))
        return agent is not None and self.hides(agent)

    @cached_property
    def _texts(self) -> re.Pattern[str] | None:
        graph = self.graph
        tables: tuple[Iterable[Record], ...] = (
            graph.claims.values(), graph.statements.values(), graph.passages.values(), graph.documents.values(),
            graph.captures.values(), graph.links.values(), graph.judgements, graph.reviews,
        )  # fmt: skip
        hidden: set[str] = set()
        shown: set[str] = set()
        for record in (record for table in tables for record in table):
            (hidden if self.hides(record) else shown).update(_telling(record))
        return _pattern(text for text in hidden - shown if len(text.strip()) >= SHORTEST) if hidden else None


def ceiling(edition: str, clearance: Level) -> Level:
    """The highest level the edition prints for this reader."""
    return min(CEILINGS[edition], clearance, key=lambda level: level.rank)


def _telling(record: Record) -> Iterator[str]:
    for name in TELLING[type(record)]:
        if value := getattr(record, name):
            yield str(value)
    if isinstance(record, Capture):
        yield from (str(note["message"]) for note in record.notes if note.get("message"))


def _forms(agent: Agent) -> Iterator[str]:
    """Every form a name can take in a text: its aliases and its handles."""
    yield from (agent.name, *agent.names, *(str(value) for value in agent.identifiers.values()), agent.context or "")


def _parts(agent: Agent) -> Iterator[str]:
    """The parts of a person's name: "Okafor says" gives M. Okafor away as surely as the whole name does."""
    if agent.kind is AgentKind.person:
        yield from (part for name in (agent.name, *agent.names) for part in re.findall(r"[A-Z][\w'’-]{2,}", name))


def _pattern(texts: Iterable[str], parts: Iterable[str] = ()) -> re.Pattern[str] | None:
    """Matches any of the texts, the longest first, whatever joins their words and whatever their case.

    `parts` match as written only: the name May is not the word may.
    """
    whole = {text.strip() for text in texts if text and text.strip()}
    # One Han character is a word, not a name; one or two letters are a name only in capitals.
    found = {text: not (text.isascii() and len(text) < 3) for text in whole if len(text) > 1 or text.isascii()}
    found |= {part: False for part in parts if part not in found}
    ordered = sorted(found, key=lambda text: (-len(text), text))
    forms = (f"(?i:{_loose(text)})" if found[text] else _loose(text) for text in ordered)
    return re.compile("|".join(forms)) if found else None


def _loose(text: str) -> str:
    """A text as a pattern: "Ann Lee" is also ann-lee and Ann%20Lee; Latin words match whole words only."""
    words = re.split(r"[\s\-_.·・+]+", text)
    body = r"(?:[\s\-_.·・+]|%20){0,4}".join(re.escape(word) for word in words if word) or re.escape(text)
    left = r"(?<![A-Za-z0-9])" if text[0].isascii() and text[0].isalnum() else ""
    right = r"(?![A-Za-z0-9])" if text[-1].isascii() and text[-1].isalnum() else ""
    return f"{left}{body}{right}"
