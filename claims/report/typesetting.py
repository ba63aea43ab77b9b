"""A report as the JSON that the printed page is set from: sections, blocks and runs, every text made visible."""

from __future__ import annotations

import json
from typing import Any

from claims.report.blocks import Block, Bullets, Facts, Lead, NoteList, Paragraph, Table
from claims.report.contents import Note, Report, Run, Words, ranges
from claims.report.sheet import grouped, sheet
from claims.report.visible import visible
from claims.report.wording import catalogue

MANY = 300  # notes; beyond, the marks of the chronology are no links: each costs typst a second look at its line


def typesetting(report: Report) -> str:
    """The JSON text."""
    words = catalogue(report.language)
    told = {
        "lang": report.language,
        "linked": len(report.notes) <= MANY,
        "title": visible(report.title),
        "running": words("running_head"),
        "banner": visible(report.banner),
        "summary": visible(report.summary),
        "foot": visible(report.foot),
        "page": words("page", n="{n}", total="{total}"),
        "sections": [
            {
                "name": section.name,
                "title": section.title,
                "blocks": [_block(block, report) for block in section.blocks],
            }
            for section in sheet(report)
        ],
    }
    return json.dumps(told, ensure_ascii=False)


def _block(block: Block, report: Report) -> dict[str, Any]:
    if isinstance(block, Paragraph):
        return {"kind": "paragraph", "style": block.style, "words": _runs(block.words)}
    if isinstance(block, Lead):
        return {"kind": "lead", "paragraphs": [_runs(words) for words in block.paragraphs]}
    if isinstance(block, Bullets):
        return {"kind": "bullets", "style": block.style, "items": [_runs(item) for item in block.items]}
    if isinstance(block, Table):
        rows = [[[_runs(words) for words in cell if words] for cell in row] for row in block.rows]
        return {"kind": "table", "style": block.style, "head": block.head, "shares": block.shares, "rows": rows}
    if isinstance(block, Facts):
        return {"kind": "facts", "rows": [[visible(name), visible(value)] for name, value in block.rows]}
    return (
        {"kind": "notes", "notes": [_note(note, report) for note in block.notes]} if isinstance(block, NoteList) else {}
    )


def _note(note: Note, report: Report) -> dict[str, Any]:
    words = catalogue(report.language)
    told: dict[str, Any] = {
        "n": note.number,
        "quote": _runs(note.quote),
        "translation": _runs((note.translation,)) if note.translation else [],
        "status": visible(note.status),
        "chain": _runs(note.chain),
        "ids": visible(note.ids),
    }
    if note.as_note:
        told["as"] = note.as_note
        told["as_words"] = words("as_note", n=note.as_note)
        told["place"] = visible(words("next_name") + note.place + words("stop"))
        return told
    of = words("place.of", address=note.address) if note.address else ""
    told["place"] = visible(note.place + of + words("next") + note.times + words("stop"))
    told["warnings"] = visible(words("space").join(note.warnings))
    told["hash"] = "sha256 " + grouped(note.sha256)
    return told


def _runs(words: Words) -> list[dict[str, Any]]:
    return [_run(run) for run in words if run.text or run.notes]


def _run(run: Run) -> dict[str, Any]:
    out: dict[str, Any] = {"t": visible(run.text)}
    if run.kind:
        out["k"] = run.kind
    if run.lang:
        out["l"] = run.lang
    if run.notes and run.kind == "listed":
        out["r"] = [list(dict.fromkeys(row)) for row in ranges(run.notes)]
    elif run.notes:
        out["n"] = run.notes
    return out
