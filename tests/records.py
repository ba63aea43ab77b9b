"""Small records for tests, each valid and complete, with only what the test speaks of to be named."""

import hashlib
from datetime import UTC, datetime
from typing import Any

from claims.models import Agent, Capture, Claim, Document, Link, Passage, Record, Statement

NOON = datetime(2024, 5, 1, 12, tzinfo=UTC)


def agent(name: str = "Harbour Office", **more: Any) -> Agent:
    """An organisation."""
    return Agent.made(**{"name": name, "kind": "organisation"} | more)


def claim(text: str = "The ferry carried 85,000 people.", **more: Any) -> Claim:
    """A claim in these words."""
    return Claim.made(text=text, **more)


def source(text: str, *, title: str = "Ferry news", **more: Any) -> tuple[Document, Capture]:
    """A document and its capture."""
    document = Document.made(title=title, url=f"https://news.example/{digest(text)[:8]}", **more)
    capture = Capture.made(
        document_id=document.id,
        sha256=digest(text),
        media_type="text/plain",
        size=len(text.encode()),
        text=text,
        captured_at=NOON,
        **more,
    )
    return document, capture


def said(text: str, *, who: Agent | None = None, **more: Any) -> list[Record]:
    """One agent saying this text, which is the whole of a source: agent, document, capture, passage, claim, statement."""
    speaker = who or agent()
    document, capture = source(text, **more)
    passage = Passage.made(capture_id=capture.id, capture_key=capture.key, start=0, end=len(text), exact=text, **more)
    made = claim(text, **more)
    statement = Statement.made(
        passage_id=passage.id,
        passage_key=passage.key,
        claim_id=made.id,
        claim_key=made.key,
        speaker_id=speaker.id,
        speaker=speaker.name,
        speech="direct",
        act="assertion",
        chain=[{"agent": speaker.name, "agent_id": speaker.id, "held": True}],
        **more,
    )
    return [speaker, document, capture, passage, made, statement]


def link(one: Claim, other: Claim, **more: Any) -> Link:
    """A proposed contradiction between two claims."""
    a, b = sorted((one, other), key=lambda claim: claim.key)
    fields = {"relation": "contradicts", "kind": "numeric", "origin": "figures", "explanation": "they differ"}
    return Link.made(**fields | {"a_id": a.id, "b_id": b.id, "a_key": a.key, "b_key": b.key} | more)


def digest(text: str) -> str:
    """The sha256 of a text."""
    return hashlib.sha256(text.encode()).hexdigest()
