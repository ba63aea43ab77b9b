"""The part of a dossier in view as one value: records joined so that rules can read them without a database."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import networkx as nx

from claims.models import (
    Acceptance,
    Agent,
    Capture,
    Claim,
    Document,
    Judgement,
    Link,
    Passage,
    Record,
    Review,
    Statement,
)
from claims.times import Interval, readable
from claims.vocabulary import Level


@dataclass(frozen=True, slots=True)
class Said:
    """One statement with everything it stands on."""

    statement: Statement
    claim: Claim
    passage: Passage
    capture: Capture
    document: Document
    speaker: Agent

    @property
    def quote(self) -> str:
        """The exact words."""
        return self.passage.exact

    @property
    def said(self) -> Interval | None:
        """When it was said, as far as known."""
        return readable(self.statement.said_on)

    @property
    def valid(self) -> Interval | None:
        """The time the claim is about."""
        return readable(self.claim.valid_on)


@dataclass(frozen=True)
class ClaimGraph:
    """Live records by id; links whose ends are not both in view are left out."""

    agents: Mapping[str, Agent] = field(default_factory=dict)
    documents: Mapping[str, Document] = field(default_factory=dict)
    captures: Mapping[str, Capture] = field(default_factory=dict)
    passages: Mapping[str, Passage] = field(default_factory=dict)
    claims: Mapping[str, Claim] = field(default_factory=dict)
    statements: Mapping[str, Statement] = field(default_factory=dict)
    links: Mapping[str, Link] = field(default_factory=dict)
    judgements: tuple[Judgement, ...] = ()
    reviews: tuple[Review, ...] = ()
    acceptances: tuple[Acceptance, ...] = ()
    beyond: Mapping[str, int] = field(default_factory=dict)  # claim id -> its links that are not in view here

    @classmethod
    def of(cls, records: Iterable[Record]) -> ClaimGraph:
        """The graph of these records; retracted ones and links with a missing end are left out."""
        by_kind: dict[type[Record], list[Record]] = defaultdict(list)
        for record in records:
            if record.retracted_at is None:
                by_kind[type(record)].append(record)

        def table(model: type[Record]) -> dict[str, Record]:
            return {record.id: record for record in by_kind[model]}

        claims = table(Claim)
        links = {i: link for i, link in table(Link).items() if link.a_id in claims and link.b_id in claims}  # type: ignore[attr-defined]
        whole = {
            "agents": table(Agent),
            "documents": table(Document),
            "captures": table(Capture),
            "passages": table(Passage),
            "claims": claims,
            "statements": table(Statement),
            "links": links,
            "judgements": tuple(by_kind[Judgement]),
            "reviews": tuple(by_kind[Review]),
            "acceptances": tuple(by_kind[Acceptance]),
        }
        return cls(**whole)  # type: ignore[arg-type]

    def up_to(self, level: Level) -> ClaimGraph:
        """What a reader of this clearance would see of it."""
        tables = (self.agents, self.documents, self.captures, self.passages, self.claims, self.statements, self.links)
        decisions = (self.judgements, self.reviews, self.acceptances)
        records = (record for table in tables for record in table.values())
        return ClaimGraph.of(
            r for r in (*records, *(d for kind in decisions for d in kind)) if r.level.rank <= level.rank
        )

    @cached_property
    def said(self) -> tuple[Said, ...]:
        """Every statement whose passage, capture, document, claim and speaker are in view, by document and place."""
        out = []
        for statement in self.statements.values():
            passage = self.passages.get(statement.passage_id)
            claim = self.claims.get(statement.claim_id)
            speaker = self.agents.get(statement.speaker_id)
            capture = self.captures.get(passage.capture_id) if passage else None
            document = self.documents.get(capture.document_id) if capture else None
            if passage and claim and speaker and capture and document:
                out.append(Said(statement, claim, passage, capture, document, speaker))
        return tuple(
            sorted(out, key=lambda s: (s.document.published_on or "", s.capture.key, s.passage.start, s.passage.end))
        )

    @cached_property
    def said_of(self) -> Mapping[str, tuple[Said, ...]]:
        """Claim id -> its statements, in the order of `said`."""
        groups: dict[str, list[Said]] = defaultdict(list)
        for said in self.said:
            groups[said.claim.id].append(said)
        return {claim_id: tuple(group) for claim_id, group in groups.items()}

    def judgement_of(self, link_id: str) -> Judgement | None:
        """The newest live judgement on a link."""
        return max(
            (j for j in self.judgements if j.link_id == link_id), key=lambda j: (j.recorded_at, j.id), default=None
        )

    def review_of(self, claim_id: str) -> Review | None:
        """The newest live review of a claim."""
        return max(
            (r for r in self.reviews if r.claim_id == claim_id), key=lambda r: (r.recorded_at, r.id), default=None
        )

    def acceptance_of(self, statement_id: str) -> Acceptance | None:
        """The newest live answer to a suggested statement."""
        return max(
            (a for a in self.acceptances if a.statement_id == statement_id),
            key=lambda a: (a.recorded_at, a.id),
            default=None,
        )

    def network(self) -> nx.MultiDiGraph[str]:
        """The claims and the links between them, as networkx has them: nodes are claim ids, edges carry the link."""
        graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        graph.add_nodes_from(self.claims)
        for link in self.links.values():
            graph.add_edge(link.a_id, link.b_id, key=link.id, link=link)
        return graph
