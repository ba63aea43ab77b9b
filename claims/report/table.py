"""A report as a table: one row for each note in each part that cites it, for a spreadsheet or a script."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator

from claims.report.contents import Matter, Note, Report, Words
from claims.report.visible import visible
from claims.report.wording import catalogue, spans, text_of

# Column names stay English in every language: scripts read them.
COLUMNS = (
    "part", "label", "question", "side", "who", "when", "words", "ruling", "reason", "note", "quote", "translation",
    "status", "chain", "place", "address", "times", "sha256", "ids",
)  # fmt: skip

# ASVS 5.0, 1.2.10: what a spreadsheet takes for a formula when a cell begins with it, in both widths.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")
_NUMBER = re.compile(r"[+-]?\d[\d,]*(?:\.\d+)?%?")


def table(report: Report) -> bytes:
    """The rows, UTF-8 with a byte order mark: without it Excel reads Chinese as the machine's old code page."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in _rows(report):
        writer.writerow([cell(row.get(column, "")) for column in COLUMNS])
    return b"\xef\xbb\xbf" + text.getvalue().encode("utf-8")


def cell(text: str) -> str:
    """A text no spreadsheet will run: a leading apostrophe where it looks like a formula; true numbers stay."""
    shown = visible(text)
    if text.lstrip(" ").startswith(_FORMULA) and not _NUMBER.fullmatch(text):
        return "'" + shown
    return shown


def _rows(report: Report) -> Iterator[dict[str, str]]:
    notes = {note.number: note for note in report.notes}
    words = catalogue(report.language)
    yield {"part": "report", "words": report.title, "when": report.foot, "reason": words("csv.note")}
    yield from _lines("answer", report.answer)
    yield from _lines("problem", report.problems)
    for part, found in (("contradiction", report.matters), ("explained", report.explained)):
        for matter in found:
            yield from _matter(part, matter, notes)
    for question in report.answers:
        for answer, origins in question.positions:
            yield {
                "part": "position",
                "question": text_of(question.question),
                "words": text_of(answer),
                "reason": words.count("origins", origins),
            }
    for moment in report.chronology:
        yield {"part": "chronology", "when": moment.when, "words": text_of(moment.what)}
    yield from _lines("open", report.open_questions)
    for replied in report.replies:
        told = {"who": text_of(replied.party), "words": text_of(replied.said), "ruling": text_of(replied.answer)}
        yield {"part": "reply", **told}
    for promise in report.promises:
        yield {
            "part": "due",
            "words": text_of(promise.what),
            "when": promise.due,
            "ruling": promise.state,
            "reason": text_of(promise.how),
        }
    yield from ({"part": "note", **_note(note)} for note in report.notes)
    for source in report.sources:
        yield {
            "part": "source", "label": source.label, "words": source.title.text, "who": source.by, "when": source.published,
            "note": spans(source.notes), "address": source.address, "times": source.captured, "sha256": source.sha256,
            "status": " ".join(source.warnings),
        }  # fmt: skip


def _lines(part: str, lines: Iterable[Words]) -> Iterator[dict[str, str]]:
    return ({"part": part, "words": text_of(line)} for line in lines)


def _matter(part: str, matter: Matter, notes: dict[int, Note]) -> Iterator[dict[str, str]]:
    for letter, side in (("A", matter.a), ("B", matter.b)):
        row = {
            "part": part, "label": matter.label, "question": text_of(matter.question), "side": letter,
            "who": text_of(side.who), "when": side.when, "words": text_of(side.said),
            "ruling": ". ".join(map(text_of, filter(None, (matter.ruling[:1], matter.rationale, matter.ruling[1:])))), "reason": text_of(matter.reason),
        }  # fmt: skip
        cited = [n for run in side.said for n in run.notes if n in notes]
        yield from ({**row, **_note(notes[n])} for n in cited)
        if not cited:
            yield row


def _note(note: Note) -> dict[str, str]:
    return {
        "note": str(note.number), "quote": text_of(note.quote), "status": note.status, "chain": text_of(note.chain),
        "translation": note.translation.text if note.translation else "", "place": note.place, "address": note.address, "times": note.times,
        "sha256": note.sha256, "ids": note.ids,
    }  # fmt: skip
