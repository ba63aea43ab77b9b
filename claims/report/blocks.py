"""The few kinds of block a report is laid out in; a printed format renders these and nothing else."""

from __future__ import annotations

from dataclasses import dataclass

from claims.report.contents import Note, Words


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running words; `style` is fine or ""."""

    words: Words
    style: str = ""


@dataclass(frozen=True, slots=True)
class Lead:
    """The answer, set apart from the rest."""

    paragraphs: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list; `style` is attention for the problems box."""

    items: tuple[Words, ...]
    style: str = ""


Cell = tuple[Words, ...]  # paragraphs


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under column heads; `shares` are the relative widths; `style` names the look."""

    head: tuple[str, ...]
    shares: tuple[int, ...]
    rows: tuple[tuple[Cell, ...], ...]
    style: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Names with their values."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class NoteList:
    """The numbered notes."""

    notes: tuple[Note, ...]


Block = Paragraph | Lead | Bullets | Table | Facts | NoteList


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its blocks. `name` is an anchor; a section without a title is the top of the first page."""

    name: str
    title: str
    blocks: tuple[Block, ...]
