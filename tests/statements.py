"""A small dossier from rows of a table, for the tests of detection and tracing.

Each row: document, speaker, words, and what differs from the plain case (said, valid, due, act, figures …).
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from claims.graph import ClaimGraph
from claims.models import Agent, Capture, Claim, Document, Passage, Record, Statement
from claims.vocabulary import AgentKind

Row = dict[str, Any]


def row(document: str, speaker: str, words: str, **more: Any) -> Row:
    """One statement of the table."""
    return {"document": document, "speaker": speaker, "words": words, **more}


def figure(text: str, value: float | None, unit: str | None = None, comparator: str = "=") -> dict[str, Any]:
    """A figure as the reader hands it on."""
    number = None if value is None else str(value)
    return {"text": text, "value": number, "low": None, "high": None, "unit": unit, "kind": "count",
            "comparator": comparator, "direction": 0, "noun": None}  # fmt: skip


def dossier(rows: Sequence[Row]) -> ClaimGraph:
    """The graph of these statements; a document's text is its statements, each in its own sentence."""
    return ClaimGraph.of(records(rows))


def records(rows: Sequence[Row]) -> list[Record]:
    """The records of these statements, in the order of the table."""
    out: list[Record] = []
    agents: dict[str, Agent] = {}
    for name in dict.fromkeys(str(r["document"]) for r in rows):
        mine = [r for r in rows if r["document"] == name]
        out += _document(name, mine, agents)
    return [*agents.values(), *out]


def ids(graph: ClaimGraph) -> dict[str, str]:
    """Words -> statement id."""
    return {said.quote: said.statement.id for said in graph.said}


def words(graph: ClaimGraph) -> dict[str, str]:
    """Statement id -> words."""
    return {said.statement.id: said.quote for said in graph.said}


def _agent(name: str, agents: dict[str, Agent], kind: AgentKind | None = None) -> Agent:
    if name not in agents:
        guess = AgentKind.unnamed if name.startswith(("unnamed", "未具名")) else AgentKind.person
        agents[name] = Agent.made(name=name, kind=kind or guess)
    return agents[name]


def _document(name: str, rows: Sequence[Row], agents: dict[str, Agent]) -> list[Record]:
    publisher = str(rows[0].get("publisher", name))
    _agent(publisher, agents, AgentKind.outlet)
    text, starts = "", []
    for r in rows:
        text += str(r.get("before", ""))
        starts.append(len(text))
        text += str(r["words"]) + str(r.get("after", "。\n" if not str(r["words"]).isascii() else ".\n"))
    document = Document.made(
        title=name, publisher=publisher, url=f"https://example.org/{name}", kind=rows[0].get("kind", "article"),
        published_on=rows[0].get("published", rows[0].get("said")),
    )  # fmt: skip
    capture = Capture.made(
        document_id=document.id, sha256=hashlib.sha256((name + text).encode()).hexdigest(), media_type="text/plain",
        size=len(text), text=text, captured_at=datetime(2031, 1, 1, tzinfo=UTC),
    )  # fmt: skip
    out: list[Record] = [document, capture]
    for r, start in zip(rows, starts, strict=True):
        out += _statement(r, start, capture, publisher, agents)
    return out


def _statement(r: Row, start: int, capture: Capture, publisher: str, agents: dict[str, Agent]) -> list[Record]:
    quote = str(r["words"])
    speaker = _agent(str(r["speaker"]), agents)
    passage = Passage.made(
        capture_id=capture.id, capture_key=capture.key, start=start, end=start + len(quote), exact=quote
    )
    language = "en" if quote.isascii() else "zh"
    claim = Claim.made(
        text=quote, language=language, subject=r.get("subject"), figures=r.get("figures", []), valid_on=r.get("valid"),
        due_on=r.get("due"), factuality=r.get("factuality", "factual"), occasion=f"{capture.key}:{start}",
    )  # fmt: skip
    chain = [{"agent": speaker.name, "agent_id": speaker.id, "held": False}]
    if speaker.name != publisher:
        chain.append({"agent": publisher, "agent_id": agents[publisher].id, "held": True})
    statement = Statement.made(
        passage_id=passage.id, passage_key=passage.key, claim_id=claim.id, claim_key=claim.key, speaker_id=speaker.id,
        speaker=speaker.name, said_on=r.get("said"), speech=r.get("speech", "paraphrase"), act=r.get("act", "assertion"),
        language=language, chain=chain,
    )  # fmt: skip
    return [passage, claim, statement]
