"""The part of a dossier in view, read as one value: everything, some documents, or claims and what lies around them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from claims.graph import ClaimGraph
from claims.models import (
    RECORDS,
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
from claims.store.asking import Sight
from claims.store.tables import table
from claims.store.writing import parts

NEIGHBOURS = 200  # links followed from one claim on each side: nobody reads more
MANY = 2_000  # links above which a claim's own are read in part
TOGETHER = 50  # claims asked about in one statement

CLAIM, LINK, STATEMENT, PASSAGE, CAPTURE = (table(model).c for model in (Claim, Link, Statement, Passage, Capture))


class Reader:
    """Loads records in view, each once."""

    def __init__(self, connection: sa.Connection, sight: Sight) -> None:
        self.session = Session(connection, autoflush=False)
        self.connection = connection
        self.sight = sight
        self.found: dict[str, Record] = {}

    def all(self, model: type[Record]) -> list[Any]:
        """Every record of a kind in view, by id."""
        return self._keep(self.session.scalars(self.sight.of(model).order_by(table(model).c.id)))

    def where(self, column: Any, values: Iterable[Any], model: type[Record]) -> list[Any]:
        """The records of a kind whose column holds one of the values, by id."""
        out: list[Any] = []
        for some in parts(sorted({value for value in values if value is not None})):
            out += self.session.scalars(self.sight.of(model).where(column.in_(some)))
        return self._keep(sorted(out, key=lambda record: str(record.id)))

    def _keep(self, records: Iterable[Any]) -> list[Any]:
        kept = list(records)
        self.found.update((record.id, record) for record in kept)
        return kept

    def graph(self) -> ClaimGraph:
        """What was loaded, joined."""
        self.session.expunge_all()
        self.session.close()
        return ClaimGraph.of(_as_then(record, self.sight) for record in self.found.values())


def _as_then(record: Record, sight: Sight) -> Record:
    """A record as it was known at the moment looked from: what was taken back since was not yet."""
    if sight.moment is not None and record.retracted_at is not None:
        record.retracted_at = record.retracted_by = None
    return record


def whole(connection: sa.Connection, sight: Sight) -> ClaimGraph:
    """Everything in view."""
    reader = Reader(connection, sight)
    for model in RECORDS:
        reader.all(model)
    return reader.graph()


def of_documents(connection: sa.Connection, sight: Sight, ids: Sequence[str]) -> ClaimGraph:
    """These documents with all that was said in them, and the links between the claims made there."""
    reader = Reader(connection, sight)
    documents = reader.where(table(Document).c.id, ids, Document)
    captures = reader.where(CAPTURE.document_id, _ids(documents), Capture)
    passages = reader.where(PASSAGE.capture_id, _ids(captures), Passage)
    statements = reader.where(STATEMENT.passage_id, _ids(passages), Statement)
    claims = {statement.claim_id for statement in statements}
    _decisions(reader, claims, statements)
    _agents(reader, statements, documents)
    return reader.graph()


def of_claims(connection: sa.Connection, sight: Sight, ids: Sequence[str], hops: int, cap: int) -> ClaimGraph:
    """These claims and those within some hops over links, at most `cap`, with all their statements.

    `beyond` of the graph says, claim by claim, how many of its links were left out.
    """
    claims = _around(connection, sight, ids, hops, cap)
    reader = Reader(connection, sight)
    statements = reader.where(STATEMENT.claim_id, claims, Statement)
    passages = reader.where(PASSAGE.id, (statement.passage_id for statement in statements), Passage)
    captures = reader.where(CAPTURE.id, (passage.capture_id for passage in passages), Capture)
    documents = reader.where(table(Document).c.id, (capture.document_id for capture in captures), Document)
    _decisions(reader, claims, statements)
    _agents(reader, statements, documents)
    graph = reader.graph()
    return replace(graph, beyond=_beyond(connection, sight, graph))


def _decisions(reader: Reader, claims: Iterable[str], statements: Sequence[Statement]) -> None:
    """The claims, the links between them, and what people decided on each."""
    inside = {claim.id for claim in reader.where(CLAIM.id, claims, Claim)}
    links = _links_between(reader, inside)
    reader.where(LINK.id, links, Link)
    reader.where(table(Judgement).c.link_id, links, Judgement)
    reader.where(table(Review).c.claim_id, inside, Review)
    reader.where(table(Acceptance).c.statement_id, _ids(statements), Acceptance)


def _links_between(reader: Reader, inside: set[str]) -> set[str]:
    """The ids of the links that have both ends here.

    A link between a claim with few links and one with very many is found from the side of the few. The
    other end is hidden from the index by adding nothing to it: given two ends to look up, SQLite looks up
    every pair of them.
    """
    count = degrees(reader.connection, reader.sight, sorted(inside))
    few = sorted(claim for claim, links in count.items() if links <= MANY)
    many = sorted(inside.difference(few))
    found: set[str] = set()
    seen = sa.select(LINK.id).where(*reader.sight.conditions(Link))
    for some in parts(few):
        for here, there in ((LINK.a_id, LINK.b_id), (LINK.b_id, LINK.a_id)):
            for others in parts(sorted(inside) if here is LINK.a_id else many):
                ends = seen.where(here.in_(some), (there + "").in_(others))
                found |= set(reader.connection.scalars(ends))
    for claim in many:
        ends = seen.where(LINK.a_id == claim, (LINK.b_id + "").in_(many))
        found |= set(reader.connection.scalars(ends.limit(MANY)))
    return found


def _agents(reader: Reader, statements: Sequence[Statement], documents: Sequence[Document]) -> None:
    passed_on = {part.get("agent_id") for statement in statements for part in statement.chain}
    speakers = {statement.speaker_id for statement in statements}
    reader.where(table(Agent).c.id, passed_on | speakers | {document.publisher_id for document in documents}, Agent)


def _around(connection: sa.Connection, sight: Sight, ids: Sequence[str], hops: int, cap: int) -> list[str]:
    """The ids of the claims within some hops, the nearest first, at most `cap`."""
    seen = dict.fromkeys(ids)
    edge = list(seen)
    for _ in range(hops):
        near: dict[str, None] = {}
        for start in range(0, len(edge), TOGETHER):
            for other in _neighbours(connection, sight, edge[start : start + TOGETHER]):
                if other not in seen:
                    near[other] = None
            if len(seen) + len(near) >= cap:
                break
        edge = list(near)[: max(cap - len(seen), 0)]
        seen |= dict.fromkeys(edge)
        if not edge:
            break
    return list(seen)[: max(cap, len(dict.fromkeys(ids)))]


def _neighbours(connection: sa.Connection, sight: Sight, claims: Sequence[str]) -> list[str]:
    """The other ends of the links of these claims, at most so many a claim and side."""
    some = []
    for claim in claims:
        for here, there in ((LINK.a_id, LINK.b_id), (LINK.b_id, LINK.a_id)):
            one = sa.select(there.label("other")).where(here == claim, *sight.conditions(Link)).limit(NEIGHBOURS)
            some.append(sa.select(one.subquery()))
    return list(connection.scalars(sa.union_all(*some))) if some else []


def _beyond(connection: sa.Connection, sight: Sight, graph: ClaimGraph) -> dict[str, int]:
    shown = dict.fromkeys(graph.claims, 0)
    for link in graph.links.values():
        shown[link.a_id] += 1
        shown[link.b_id] += 1
    counts = degrees(connection, sight, list(graph.claims))
    return {claim: counts[claim] - here for claim, here in shown.items() if counts[claim] > here}


def degrees(connection: sa.Connection, sight: Sight, claims: Sequence[str]) -> dict[str, int]:
    """Claim id -> how many links in view it has, counted to the last."""
    out = dict.fromkeys(claims, 0)
    for some in parts(claims):
        for end in (LINK.a_id, LINK.b_id):
            counted = sa.select(end, sa.func.count()).where(end.in_(some), *sight.conditions(Link)).group_by(end)
            for claim, number in connection.execute(counted):
                out[claim] += number
    return out


def _ids(records: Iterable[Any]) -> list[str]:
    return [record.id for record in records]
