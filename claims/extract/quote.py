"""Drafts become records: agents, the document, its capture, and for each draft a passage, a claim and a statement."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, Protocol, TypeVar

from claims.extract.agents import Cast
from claims.extract.drafts import Draft, Extraction
from claims.models import Capture, Claim, Document, Passage, Record, Statement
from claims.reading.annotations import Figure, Masthead, Page, PageNote, Region
from claims.times import Interval, now
from claims.vocabulary import AgentKind, DocumentKind, FigureKind

CONTEXT = 32  # characters kept before and after a passage, as the Web Annotation model suggests
READER = "counterclaim 0.1"

R = TypeVar("R", bound=Record)


class Found(Protocol):
    """What is needed of a captured file."""

    @property
    def name(self) -> str: ...
    @property
    def data(self) -> bytes: ...
    @property
    def sha256(self) -> str: ...
    @property
    def media_type(self) -> str: ...
    @property
    def encoding(self) -> str | None: ...
    @property
    def text(self) -> str: ...
    @property
    def how(self) -> str: ...
    @property
    def notes(self) -> tuple[PageNote, ...]: ...


@dataclass(frozen=True, slots=True)
class Quoted:
    """The records of one capture, in an order in which they can be written, and the statement of each draft."""

    records: tuple[Record, ...]
    statements: tuple[Statement, ...]  # in the order of the extraction's drafts


def quote(found: Found, page: Page, extraction: Extraction, cast: Cast) -> Quoted:
    """The records of one capture; `cast` holds the agents of the whole dossier and gains those met here.

    Equal records are made once: a claim said twice in the same words is one claim with two statements.
    """
    scene = found.sha256[:16]
    document = _document(found, page, cast)
    capture = _capture(found, page, document, extraction)
    rest: list[Record] = []
    statements = []
    passages: dict[str, Passage] = {}
    claims: dict[str, Claim] = {}
    for draft in extraction.drafts:
        passage = _kept(passages, _passage(found.text, draft, capture), rest)
        claim = _kept(claims, _claim(draft, cast), rest)
        statement = _statement(draft, passage, claim, cast, scene)
        statements.append(statement)
        rest.append(statement)
    return Quoted((*cast.drain(), document, capture, *rest), tuple(statements))


def _kept(known: dict[str, R], record: R, rest: list[Record]) -> R:
    if record.key in known:
        return known[record.key]
    known[record.key] = record
    rest.append(record)
    return record


def _document(found: Found, page: Page, cast: Cast) -> Document:
    head = page.masthead
    publisher = cast.agent(head.publisher, AgentKind.outlet) if head.publisher else None
    return Document.made(
        title=head.title or found.name,
        url=head.url,
        publisher=head.publisher,
        publisher_id=publisher.id if publisher else None,
        byline=head.byline,
        published_on=stamp(head.published),
        kind=_kind(head),
        language=head.language,
        text_key=None if head.url or head.publisher else found.sha256,
    )


def _kind(head: Masthead) -> DocumentKind:
    try:
        return DocumentKind(head.kind or "other")
    except ValueError:
        return DocumentKind.other


def stamp(moment: datetime | None) -> str | None:
    """A moment as EDTF, to the minute unless seconds are stated; a bare midnight is a day."""
    if moment is None:
        return None
    if (moment.hour, moment.minute, moment.second) == (0, 0, 0) and moment.tzinfo is None:
        return moment.date().isoformat()
    return moment.replace(microsecond=0).isoformat()


def _capture(found: Found, page: Page, document: Document, extraction: Extraction) -> Capture:
    return Capture.made(
        document_id=document.id,
        sha256=found.sha256,
        media_type=found.media_type,
        encoding=found.encoding,
        size=len(found.data),
        text=found.text,
        captured_at=now(),
        how=found.how,
        regions=[_region(region) for region in page.regions],
        notes=[_note(note) for note in (*found.notes, *page.notes)],
        left_out=[{"start": left.start, "end": left.end, "why": left.why} for left in extraction.left_out],
        reader=READER,
    )


def _region(region: Region) -> dict[str, Any]:
    return {
        "start": region.start,
        "end": region.end,
        "kind": region.kind.value,
        "published": stamp(region.published),
        "publisher": region.publisher,
        "why": region.why,
    }


def _note(note: PageNote) -> dict[str, Any]:
    return {"code": note.code, "message": note.message, "start": note.start, "end": note.end}


def _passage(text: str, draft: Draft, capture: Capture) -> Passage:
    return Passage.made(
        capture_id=capture.id,
        capture_key=capture.key,
        start=draft.start,
        end=draft.end,
        exact=text[draft.start : draft.end],
        prefix=text[max(0, draft.start - CONTEXT) : draft.start],
        suffix=text[draft.end : draft.end + CONTEXT],
    )


def _claim(draft: Draft, cast: Cast) -> Claim:
    told = main_figure(draft.figures)
    return Claim.made(
        text=draft.quote,
        language=draft.language,
        subject=cast.name(draft.subject) if draft.subject else None,
        predicate=draft.predicate,
        measure=draft.measure,
        object=cast.name(draft.object) if draft.object else None,
        negated=draft.negated,
        factuality=draft.factuality,
        value_low=_low(told),
        value_high=_high(told),
        unit=told.unit if told else None,
        comparator=told.comparator if told else None,
        figure_kind=told.kind if told else None,
        figures=[figure_row(figure, draft.start) for figure in draft.figures],
        valid_on=_edtf(draft.valid),
        scope=draft.scope,
        due_on=_edtf(draft.due),
        due_how=draft.due_how,
    )


def _edtf(when: Interval | None) -> str | None:
    return when.edtf if when else None


def _low(figure: Figure | None) -> Decimal | None:
    return None if figure is None else figure.low if figure.value is None else figure.value


def _high(figure: Figure | None) -> Decimal | None:
    return None if figure is None else figure.high if figure.value is None else figure.value


def main_figure(figures: Sequence[Figure]) -> Figure | None:
    """The figure a claim turns on: the first that is not a length of time, else the first."""
    return next((f for f in figures if f.kind is not FigureKind.duration), figures[0] if figures else None)


def figure_row(figure: Figure, base: int) -> dict[str, Any]:
    """A figure as JSON; `start` and `end` count from the claim's first character, numbers stand as their digits."""
    return {
        "start": figure.start - base,
        "end": figure.end - base,
        "text": figure.text,
        "value": _digits(figure.value),
        "low": _digits(figure.low),
        "high": _digits(figure.high),
        "unit": figure.unit,
        "kind": figure.kind.value,
        "comparator": figure.comparator.value,
        "direction": figure.direction,
        "noun": figure.noun,
    }


def _digits(value: Decimal | None) -> str | None:
    return None if value is None else format(value.normalize(), "f")


def _statement(draft: Draft, passage: Passage, claim: Claim, cast: Cast, scene: str) -> Statement:
    speaker = cast.agent(draft.speaker.name, draft.speaker.kind, scene)
    links = []
    for voice in reversed(draft.chain):
        agent = cast.agent(voice.name, voice.kind, scene)
        # We hold the words of the one who published what we captured; what others said before them we do not.
        links.append({"agent": agent.name, "agent_id": agent.id, "held": voice is draft.chain[0]})
    return Statement.made(
        passage_id=passage.id,
        passage_key=passage.key,
        claim_id=claim.id,
        claim_key=claim.key,
        speaker_id=speaker.id,
        speaker=speaker.name,
        said_on=_edtf(draft.said),
        speech=draft.speech,
        act=draft.act,
        hedges=list(draft.hedges),
        language=draft.language,
        chain=links,
        reason=draft.reason,
        cue=draft.cue,
    )


def flat(quoted: Iterable[Quoted]) -> list[Record]:
    """All records of several captures, each claim once."""
    seen: set[str] = set()
    out = []
    for part in quoted:
        for record in part.records:
            if record.id not in seen:
                seen.add(record.id)
                out.append(record)
    return out
