"""A report as Markdown for a wiki or a mail: numbered notes as footnotes, every character of the world escaped."""

from __future__ import annotations

import re
from functools import singledispatch

from claims.report.blocks import Bullets, Facts, Lead, NoteList, Paragraph, Section, Table
from claims.report.contents import Note, Report, Run, Words
from claims.report.sheet import grouped, sheet
from claims.report.visible import visible
from claims.report.wording import Catalogue, catalogue, spans

# Every ASCII punctuation mark that can start a construct in CommonMark and its usual extensions, and
# the signs that other tools act on: $ for formulas, : for directives.
_MARKS = re.compile(r"([\\`*_{}\[\]()<>#+!|~$:^=@&]|(?<!\w)-|-(?!\w))")


def markdown(report: Report) -> bytes:
    """The text, UTF-8, one section after the other."""
    words = catalogue(report.language)
    lines = [f"# {_text(report.title)}", "", f"*{_text(report.banner)}*", "", _text(report.summary), ""]
    for section in sheet(report):
        lines += _section(section, words)
    lines += ["---", "", _text(report.foot), ""]
    return "\n".join(lines).encode("utf-8")


def _section(section: Section, words: Catalogue) -> list[str]:
    lines = [f"## {_text(section.title)}", ""] if section.title else []
    for block in section.blocks:
        lines += [*_block(block, words), ""]
    return lines


@singledispatch
def _block(block: object, words: Catalogue) -> list[str]:
    raise TypeError(f"no Markdown for {type(block).__name__}")


@_block.register
def _(block: Paragraph, words: Catalogue) -> list[str]:
    return [_runs(block.words)]


@_block.register
def _(block: Lead, words: Catalogue) -> list[str]:
    return "\n>\n".join(f"> {_runs(paragraph).strip()}" for paragraph in block.paragraphs).split("\n")


@_block.register
def _(block: Bullets, words: Catalogue) -> list[str]:
    return [f"- {_runs(item)}" for item in block.items]


@_block.register
def _(block: Table, words: Catalogue) -> list[str]:
    head = "| " + " | ".join(map(_text, block.head)) + " |"
    rule = "|" + "---|" * len(block.head)
    rows = [
        "| " + " | ".join("<br>".join(_runs(p).strip() for p in cell if p) for cell in row) + " |" for row in block.rows
    ]
    return [head, rule, *rows]


@_block.register
def _(block: Facts, words: Catalogue) -> list[str]:
    return [f"- **{_text(name)}** {_text(value)}" for name, value in block.rows]


@_block.register
def _(block: NoteList, words: Catalogue) -> list[str]:
    return [line for note in block.notes for line in _note(note, words)]


def _note(note: Note, words: Catalogue) -> list[str]:
    lines = [_runs(note.quote)]
    told = " ".join(
        filter(
            None, (_run(note.translation) if note.translation else "", f"*{_text(note.status)}*" if note.status else "")
        )
    )
    lines += [told, _runs(note.chain)]
    if note.as_note:
        lines.append(
            _text(words("as_note", n=note.as_note) + words("next_name") + note.place + words("next")) + f"`{note.ids}`"
        )
    else:
        of = words("place.of", address=note.address) if note.address else ""
        lines.append(
            _text(note.place + of + words("next") + note.times + words("stop")) + " ".join(map(_text, note.warnings))
        )
        lines.append(f"`sha256 {grouped(note.sha256)}` `{note.ids}`")
    kept = [line.strip() for line in lines if line.strip()]
    return [f"[^{note.number}]: " + "\\\n    ".join(kept), ""]


def _runs(words: Words) -> str:
    return "".join(map(_run, words))


def _run(run: Run) -> str:
    text = f"`{run.text}`" if run.kind == "hash" else _text(run.text)
    if run.kind == "strong" and text.strip():
        text = f"**{text.strip()}**"
    elif run.kind in ("suggested", "withheld") and text.strip():
        text = f"*{text.strip()}*"
    if run.kind == "listed":
        # A footnote mark in the line would stand raised; the number alone names the note.
        return text + _text(spans(run.notes))
    return text + "".join(f"[^{n}]" for n in run.notes)


def _text(text: str) -> str:
    return _MARKS.sub(r"\\\1", " ".join(visible(text).split("\n"))).replace("\t", " ")
