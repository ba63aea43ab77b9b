"""The whole way from files to findings in memory, for `claims check`, `claims annotate` and `claims compare`."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from claims.capture import read_paths
from claims.capture.captured import Captured
from claims.detect import compare as compare_said
from claims.detect import detect, questions
from claims.errors import InputError
from claims.extract import extract
from claims.extract.agents import cast_of
from claims.extract.drafts import Extraction, LeftOut
from claims.extract.quote import Quoted, flat, quote
from claims.extract.whole import whole
from claims.findings import Comparison, Finding, Origin, Question
from claims.graph import ClaimGraph, Said
from claims.reading import read, read_plain
from claims.reading.annotations import Masthead, Page, PageNote, Reading, Region
from claims.reading.jsonform import figure_row, time_row
from claims.reading.jsonform_speech import attribution_row
from claims.reading.page import lay_out, refusal
from claims.reading.page_times import with_times_aside
from claims.trace import origins, same_claims
from claims.vocabulary import RegionKind, Relation

VAGUE = ("many", "several")  # comparators of an amount that states no number

Progress = Callable[[str, int, int], None]  # what is being done, how many are done, of how many


@dataclass(frozen=True, slots=True)
class Understood:
    """One captured document, laid out, read and drafted."""

    captured: Captured
    page: Page
    reading: Reading
    extraction: Extraction


@dataclass(frozen=True)
class Checked:
    """What a set of documents says, and where that cannot all be true."""

    documents: tuple[Understood, ...]
    graph: ClaimGraph
    findings: tuple[Finding, ...]
    questions: tuple[Question, ...]
    origins: tuple[Origin, ...]
    same: tuple[tuple[str, ...], ...]  # statement ids
    labels: dict[str, str]  # statement id -> "d1.s12"

    @property
    def left_out(self) -> tuple[tuple[str, LeftOut], ...]:
        """Document name and what was not proposed there, with the reason."""
        return tuple((u.captured.name, left) for u in self.documents for left in u.extraction.left_out)

    @property
    def notes(self) -> tuple[tuple[str, PageNote], ...]:
        """Document name and what a reader must know of its page."""
        return tuple((u.captured.name, note) for u in self.documents for note in (*u.captured.notes, *u.page.notes))

    def as_json(self) -> dict[str, Any]:
        """One JSON object: documents with times and statements, same, links, origins; offsets count characters."""
        said = {s.statement.id: s for s in self.graph.said}
        rows: dict[str, list[dict[str, Any]]] = {u.captured.name: [] for u in self.documents}
        for statement_id, label in self.labels.items():
            if statement_id in said:
                rows[label.rpartition(".")[0]].append(_statement_row(said[statement_id], label))
        return {
            "documents": [
                {
                    "id": u.captured.name,
                    "times": [time_row(mention) for mention in u.reading.times],
                    "statements": rows[u.captured.name],
                    "notes": [
                        {"code": note.code, "message": note.message} for note in (*u.captured.notes, *u.page.notes)
                    ],
                    "left_out": [
                        {"start": left.start, "end": left.end, "why": left.why} for left in u.extraction.left_out
                    ],
                }
                for u in self.documents
            ],
            "same": [[self.labels[i] for i in group if i in self.labels] for group in self.same],
            "links": [self._link_row(finding) for finding in self.findings],
            "origins": [
                {
                    "origin": o.name,
                    "held": o.held,
                    "why": o.why,
                    "statements": [self.labels[i] for i in o.statements if i in self.labels],
                }
                for o in self.origins
            ],
            "questions": [
                {
                    "text": q.text,
                    "contested": q.contested,
                    "positions": [
                        {
                            "answer": p.answer,
                            "origins": p.origins,
                            "statements": [self.labels[i] for i in p.statements if i in self.labels],
                        }
                        for p in q.positions
                    ],
                }
                for q in self.questions
            ],
        }

    def _link_row(self, finding: Finding) -> dict[str, Any]:
        return {
            "a": self.labels.get(finding.a, finding.a),
            "b": self.labels.get(finding.b, finding.b),
            "relation": Relation.contradicts.value,
            "kind": finding.kind.value.rstrip("_"),
            "explained_by": finding.explained_by.value if finding.explained_by else None,
            "explanation": finding.explanation,
            "values": [finding.value_a, finding.value_b],
            "question": finding.question,
            "check_wording": finding.check_wording,
            "rule": finding.rule,
        }


def _statement_row(said: Said, label: str) -> dict[str, Any]:
    return {
        "id": label,
        "start": said.passage.start,
        "end": said.passage.end,
        "quote": said.passage.exact,
        "speaker": said.speaker.name,
        "chain": [link["agent"] for link in reversed(said.statement.chain)],
        "said_on": said.statement.said_on,
        "about": said.claim.valid_on,
        "modality": said.statement.act.value,
        "speech": said.statement.speech.value,
        "subject": said.claim.subject,
        "negated": said.claim.negated,
        "factuality": said.claim.factuality.value,
        "due": said.claim.due_on,
        "quantities": _quantity_rows(said.claim.figures),
        "reason": said.statement.reason,
    }


def _quantity_rows(figures: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """One row per stated value; a range gives its two bounds."""
    rows = []
    for figure in figures:
        bounds = [(figure["value"], figure["comparator"])]
        if figure["comparator"] in VAGUE:
            bounds = [(None, figure["comparator"])]
        elif figure["value"] is None:
            bounds = [(figure["low"], ">="), (figure["high"], "<=")]
            if figure["low"] is None or figure["high"] is None:
                bounds = [(figure["low"] or figure["high"], figure["comparator"])]
        for value, comparator in bounds:
            number = None if value is None else float(value)
            rows.append({"text": figure["text"], "value": number, "unit": figure["unit"], "comparator": comparator})
    return rows


def understand(captured: Captured) -> Understood:
    """One document laid out, read and drafted; pure, so that many may run at once."""
    page = lay_out(captured.text, captured.masthead)
    if why := refusal(page):
        raise InputError(f"{captured.name}: {why}")
    reading = with_times_aside(read(captured.text, page), captured.text, page)
    return Understood(captured, page, reading, extract(captured.text, page, reading))


def check(paths: Sequence[Path], progress: Progress | None = None) -> Checked:
    """What these files and folders say and where it cannot all be true; nothing is stored.

    Raises InputError for a path that cannot be used.
    """
    found = read_paths(paths)
    understood = []
    for done, captured in enumerate(found):
        if progress:
            progress(captured.name, done, len(found))
        understood.append(understand(captured))
    return checked_of(understood)


def checked_of(understood: Sequence[Understood]) -> Checked:
    """The findings over documents already understood."""
    voices = (voice for u in understood for draft in u.extraction.drafts for voice in draft.chain)
    cast = cast_of([u.reading.aliases for u in understood], voices)
    quoted = [quote(u.captured, u.page, u.extraction, cast) for u in understood]
    graph = ClaimGraph.of(flat(quoted))
    findings = detect(graph)
    return Checked(
        documents=tuple(understood),
        graph=graph,
        findings=findings,
        questions=tuple(questions(graph, findings)),
        origins=tuple(origins(graph)),
        same=tuple(same_claims(graph)),
        labels=_labels(understood, quoted),
    )


def _labels(understood: Sequence[Understood], quoted: Sequence[Quoted]) -> dict[str, str]:
    return {
        statement.id: f"{u.captured.name}.s{number}"
        for u, part in zip(understood, quoted, strict=True)
        for number, statement in enumerate(part.statements, 1)
    }


def annotate(row: dict[str, Any]) -> dict[str, Any]:
    """What is understood of one text: `text`, `lang` and `anchor` in; times, quantities and attributions out."""
    anchor = datetime.fromisoformat(row["anchor"]) if row.get("anchor") else None
    reading = read_plain(row["text"], row.get("lang"), anchor)
    return {
        "id": row.get("id"),
        "times": [time_row(mention) for mention in reading.times],
        "quantities": [figure_row(figure) for figure in reading.figures],
        "attributions": [
            attribution_row(utterance, row["text"]) for utterance in (*reading.utterances, *reading.attitudes)
        ],
    }


def _plain_page(text: str, language: str | None) -> Page:
    return Page(Masthead(language=language), (Region(0, len(text), RegionKind.body, why="one piece of text"),))


def compare(a: str, b: str, language: str | None = None) -> Comparison:
    """What two sentences are to each other: contradicts, entails or neutral, and why.

    Raises InputError when one of them holds no words.
    """
    return compare_said(_alone(a, language), _alone(b, language))


def _alone(text: str, language: str | None) -> Said:
    """A text as one statement by nobody in particular."""
    page = _plain_page(text, language)
    reading = read_plain(text, language, None)
    extraction = whole(text, page, reading)
    if not extraction.drafts:
        raise InputError("compare: one of the two sentences holds no words")
    data = text.encode("utf-8", "replace")
    captured = Captured(
        "pasted", data, hashlib.sha256(data).hexdigest(), "text/plain", "utf-8", text, page.masthead, "paste"
    )
    graph = ClaimGraph.of(quote(captured, page, extraction, cast_of([reading.aliases], [])).records)
    return graph.said[0]
