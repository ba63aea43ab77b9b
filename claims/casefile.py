"""A dossier as a text a reporter can write: documents in full, statements in a line, and what they should give.

    title: Two figures for one bridge
    documents:
      - {name: council, title: …, publisher: …, published: 2025-03-04, language: en, text: "…"}
    statements:
      - {who: Mayor, said: the bridge cost 12 million euros, about: the bridge, value: 12000000, unit: EUR}
    expect:
      - {kind: numeric, a: 12 million, b: 19 million}

YAML is read as plain text throughout, so that `no` stays a word and 2024-04 stays a month.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from claims.dossier import Dossier
from claims.errors import InputError
from claims.models import Agent, Capture, Claim, Document, Passage, Record, Statement
from claims.times import now
from claims.vocabulary import Act, AgentKind, Comparator, ConflictKind, DocumentKind, Factuality, Separator, Speech

if TYPE_CHECKING:
    from claims.capture.captured import Captured


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class CaseDocument(_Entry):
    """A document given in full."""

    name: str
    text: str
    title: str | None = None
    publisher: str | None = None
    byline: str | None = None
    url: str | None = None
    published: str | None = None
    captured: str | None = None
    kind: DocumentKind = DocumentKind.digest
    language: str | None = None


class CaseStatement(_Entry):
    """A statement in one line; `said` is the exact words, and the document is the line itself."""

    who: str
    said: str
    about: str | None = None
    measure: str | None = None
    value: str | None = None
    unit: str | None = None
    comparator: Comparator = Comparator.equal
    during: str | None = None
    on: str | None = None
    act: Act = Act.assertion
    factuality: Factuality = Factuality.factual
    negated: bool = False
    language: str = "en"


class Expected(_Entry):
    """A conflict the case holds: words from each side, its kind, and what explains it away if anything does."""

    kind: ConflictKind
    a: str
    b: str
    explained_by: Separator | None = None


class Case(_Entry):
    """A casefile as read."""

    title: str = ""
    note: str = ""
    documents: tuple[CaseDocument, ...] = ()
    statements: tuple[CaseStatement, ...] = ()
    expect: tuple[Expected, ...] = ()


def read(path: Path) -> Case:
    """The case in this file. Raises InputError naming the file, the line or field, and the cause."""
    try:
        return parse(path.read_text("utf-8"), path.name)
    except (OSError, UnicodeDecodeError) as wrong:
        raise InputError(f"{path}: cannot be read as a casefile ({wrong}); a casefile is YAML in UTF-8") from None


def parse(text: str, name: str = "casefile") -> Case:
    """The case in this text; a bare list is a list of statements."""
    try:
        told: Any = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - BaseLoader makes nothing but text
    except yaml.YAMLError as wrong:
        mark = getattr(wrong, "problem_mark", None)
        line = f", line {mark.line + 1}" if mark else ""
        raise InputError(f"{name}{line}: not YAML; check the indentation and the quotes there") from None
    if isinstance(told, list):
        told = {"statements": told}
    try:
        return Case.model_validate(told or {})
    except ValidationError as wrong:
        first = wrong.errors(include_input=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        raise InputError(f"{name}: {place}: {first['msg']}") from None


def is_casefile(path: Path) -> bool:
    """True for a .yaml or .yml file."""
    return path.suffix.lower() in (".yaml", ".yml")


def sources(cases: Sequence[Case]) -> list[Captured]:
    """The documents of these cases, ready to be added."""
    from claims.capture import read_text
    from claims.reading.annotations import Masthead

    return [
        read_text(
            document.text,
            Masthead(
                title=document.title,
                publisher=document.publisher,
                byline=document.byline,
                url=document.url,
                language=document.language,
                published=_moment(document.published, document.name),
                captured=_moment(document.captured, document.name),
                kind=document.kind,
            ),
        )
        for case in cases
        for document in case.documents
    ]


def record_statements(cases: Sequence[Case], dossier: Dossier) -> None:
    """Add the one-line statements of these cases to a dossier; what is there already stays as it is."""
    rows = [row for case in cases for row in case.statements]
    if rows:
        dossier.store.add(*records_of(rows))


def records_of(statements: Sequence[CaseStatement]) -> list[Record]:
    """The records of statements written in a line: each its own small document, so that none share a passage."""
    out: list[Record] = []
    agents: dict[str, Agent] = {}
    for number, row in enumerate(statements, 1):
        agent = agents.setdefault(row.who, Agent.made(name=row.who, kind=AgentKind.person))
        digest = hashlib.sha256(f"{number}\n{row.who}\n{row.said}".encode()).hexdigest()
        document = Document.made(
            title=f"{row.who}, line {number}",
            published_on=row.on,
            language=row.language,
            text_key=digest,
            kind=DocumentKind.draft,
        )
        capture = Capture.made(
            document_id=document.id,
            sha256=digest,
            media_type="text/plain",
            size=len(row.said.encode()),
            text=row.said,
            captured_at=now(),
            how="casefile",
        )
        passage = Passage.made(
            capture_id=capture.id, capture_key=capture.key, start=0, end=len(row.said), exact=row.said
        )
        claim = _claim(row)
        statement = Statement.made(
            passage_id=passage.id,
            passage_key=passage.key,
            claim_id=claim.id,
            claim_key=claim.key,
            speaker_id=agent.id,
            speaker=agent.name,
            said_on=row.on,
            speech=Speech.direct,
            act=row.act,
            language=row.language,
            chain=[{"agent": agent.name, "agent_id": agent.id, "held": True}],
            origin="casefile",
            reason="written by hand",
        )
        out += [agent, document, capture, passage, claim, statement]
    return out


def _claim(row: CaseStatement) -> Claim:
    figure = {
        "text": row.value,
        "value": row.value,
        "low": None,
        "high": None,
        "unit": row.unit,
        "kind": "count",
        "comparator": row.comparator.value,
        "direction": 0,
        "noun": row.measure,
    }
    return Claim.made(
        text=row.said,
        language=row.language,
        subject=row.about,
        measure=row.measure,
        negated=row.negated,
        factuality=row.factuality,
        valid_on=row.during,
        unit=row.unit,
        value_low=row.value,
        value_high=row.value,
        comparator=row.comparator if row.value else None,
        figures=[figure] if row.value else [],
    )


def _moment(text: str | None, name: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text) if text else None
    except ValueError:
        raise InputError(
            f"document '{name}': '{text}' is not a date; write 2024-06-05 or 2024-06-05T01:26+08:00"
        ) from None
