"""What a person reads in a terminal: contested questions, contradictions with both quotes, what explains the rest away."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape
from rich.padding import Padding
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.text import Text

from claims.asking import question
from claims.vocabulary import Comparator

if TYPE_CHECKING:
    from claims.check import Checked
    from claims.dossier import Addition, Detection
    from claims.dossier import Progress as Tell
    from claims.findings import Finding, Question
    from claims.graph import Said
    from claims.reading.annotations import Reading
    from claims.store import Hit

# Control characters and bidirectional marks of a hostile text must not reach the terminal as commands.
UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")

SHOWN_EXPLAINED = 40  # more than this fills a screen twice; the JSON has them all


def plain(text: str) -> str:
    """External text, safe to print: unsafe characters become a visible mark."""
    return UNSAFE.sub("\N{REPLACEMENT CHARACTER}", text)


def console(*, stderr: bool = False) -> Console:
    """A console that wraps words and leaves long quotes whole in a pipe."""
    return Console(stderr=stderr, highlight=False, soft_wrap=False)


@contextmanager
def progress_bar(what: str) -> Iterator[Tell]:
    """A bar on standard error for work over a second; silent where standard error is no terminal."""
    err = console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=err, transient=True, disable=not err.is_terminal) as bar:
        task = bar.add_task(what, total=None)

        def tell(name: str, done: int, of: int) -> None:
            bar.update(task, description=f"{what} {escape(plain(name))}".strip(), completed=done, total=of)

        yield tell


def show(checked: Checked) -> None:
    """Print everything a check found, the most pressing first, and how much was compared."""
    out = console()
    said = {s.statement.id: s for s in checked.graph.said}
    open_ones = [f for f in checked.findings if f.explained_by is None]
    explained = [f for f in checked.findings if f.explained_by is not None]
    _questions(out, checked, said)
    _title(out, f"Contradictions to rule on: {len(open_ones)}")
    for number, finding in enumerate(open_ones, 1):
        _contradiction(out, checked, finding, said, number)
    if not open_ones:
        out.print(f"None found among {len(checked.graph.claims)} claims.")
    _title(out, f"Pairs explained away: {len(explained)}")
    for finding in explained[:SHOWN_EXPLAINED]:
        _explained(out, finding, said)
    if len(explained) > SHOWN_EXPLAINED:
        out.print(f"… and {len(explained) - SHOWN_EXPLAINED} more; --json has them all.")
    _notes(out, checked)
    documents = len(checked.documents)
    out.print(
        f"\n{len(checked.graph.statements)} statements of {len(checked.graph.claims)} claims in {documents} "
        f"{'document' if documents == 1 else 'documents'}; {len(checked.origins)} origins. "
        "Suggestions of rules, not rulings.",
        style="dim",
    )


def _title(out: Console, text: str) -> None:
    out.print(f"\n{text}", style="bold")


def _questions(out: Console, checked: Checked, said: dict[str, Said]) -> None:
    contested = [q for q in checked.questions if q.contested]
    _title(out, f"Contested questions: {len(contested)}")
    for matter in contested:
        out.print(Text(plain(matter.text)))
        for line in _positions(matter, said):
            out.print(Padding(Text(plain(line)), (0, 0, 0, 2)))


def _positions(question: Question, said: dict[str, Said]) -> Iterable[str]:
    for position in question.positions:
        who = ", ".join(dict.fromkeys(said[i].speaker.name for i in position.statements if i in said))
        count = len(position.statements)
        yield (
            f"· {position.answer} ({who}; {count} {'statement' if count == 1 else 'statements'}, "
            f"{position.origins} {'origin' if position.origins == 1 else 'origins'})"
        )


def _contradiction(out: Console, checked: Checked, finding: Finding, said: dict[str, Said], number: int) -> None:
    head = f"{number}. {finding.kind.value.rstrip('_')}"
    asked = question(
        finding.kind,
        said[finding.a],
        said[finding.b],
        values=(finding.value_a, finding.value_b),
        record=finding.rule == "records",
    )
    out.print(Text(plain(f"{head}: {asked}"), style="bold"))
    for letter, statement_id in (("A", finding.a), ("B", finding.b)):
        _side(out, checked, letter, said[statement_id])
    out.print(Padding(Text(plain(f"Why: {finding.explanation}")), (0, 0, 0, 3)))
    if finding.check_wording:
        out.print(Padding(Text(plain(f"Check wording first: {finding.check_wording}"), style="yellow"), (0, 0, 0, 3)))
    out.print()


def _side(out: Console, checked: Checked, letter: str, said: Said) -> None:
    colour = "blue" if letter == "A" else "dark_orange3"
    words = Text.assemble((f"{letter} ", f"bold {colour}"), (f"“{plain(said.quote)}”", colour))
    out.print(Padding(words, (0, 0, 0, 3)))
    when = f", said {said.statement.said_on}" if said.statement.said_on else ""
    about = f", about {said.claim.valid_on}" if said.claim.valid_on else ""
    place = checked.labels.get(said.statement.id, "")
    out.print(Padding(Text(plain(f"{_chain(said)}{when}{about} [{place}]"), style="dim"), (0, 0, 0, 5)))


def _chain(said: Said) -> str:
    links = [f"{link['agent']}{'' if link.get('held') else ' (not held)'}" for link in said.statement.chain]
    return " → ".join(links) or said.speaker.name


def _explained(out: Console, finding: Finding, said: dict[str, Said]) -> None:
    a, b = said[finding.a], said[finding.b]
    line = f"· {finding.explained_by}: “{a.quote}” / “{b.quote}” — {finding.explanation}"
    out.print(Text(plain(line), style="dim"))


def _notes(out: Console, checked: Checked) -> None:
    if checked.notes:
        _title(out, f"About the pages: {len(checked.notes)}")
        for name, note in checked.notes:
            out.print(Text(plain(f"· {name}: {note.message}")))


def show_addition(addition: Addition, url: str) -> None:
    """Print what adding did."""
    out = console()
    if addition.new:
        out.print(
            f"Added {_count(len(addition.new), 'source')} with {_count(addition.statements, 'suggested statement')}; "
            f"{_count(addition.conflicts, 'new conflict')} after comparing {_count(addition.compared, 'claim')}."
        )
    if addition.known:
        labels = ", ".join(capture.label for capture in addition.known)
        out.print(f"{_count(len(addition.known), 'source')} already here, nothing changed: {labels}")
    for name in addition.empty:
        out.print(Text(plain(f"{name}: kept, but nothing in it reads as a claim; look at it under Sources.")))
    out.print(f"Dossier: {plain(url)}", style="dim")


def show_detection(found: Detection) -> None:
    """Print what detecting did."""
    console().print(
        f"Compared {_count(found.compared, 'claim')}: {_count(found.new, 'new conflict')}, {found.known} known before, "
        f"{_count(found.explained, 'pair')} explained away, {found.withdrawn} withdrawn."
    )


def show_hits(hits: list[Hit], text: str) -> None:
    """Print what a search found."""
    out = console()
    if not hits:
        out.print(Text(plain(f"No match for “{text}”. Chinese and English were searched, names and figures in both.")))
    for hit in hits:
        out.print(Text.assemble((f"{hit.record.label}  ", "bold"), plain(hit.excerpt)))


def show_reading(text: str, reading: Reading) -> None:
    """Print a text with dates, figures and speakers marked as they were understood."""
    out = console()
    marked = Text(plain(text))
    for time in reading.times:
        marked.stylize("green", time.start, time.end)
    for figure in reading.figures:
        marked.stylize("magenta", figure.start, figure.end)
    for said in reading.utterances:
        if said.source:
            marked.stylize("bold blue", said.source.start, said.source.end)
        for span in said.content:
            marked.stylize("underline", span.start, span.end)
    out.print(marked)
    out.print()
    for time in reading.times:
        out.print(Text(f"{time.text} is {time.when.edtf}", style="green"))
    for figure in reading.figures:
        bounds = figure.value if figure.value is not None else f"{figure.low} to {figure.high}"
        bound = "" if figure.comparator is Comparator.equal else f"{figure.comparator.value} "
        out.print(Text(plain(f"{figure.text} is {bound}{bounds} {figure.unit or ''}".rstrip()), style="magenta"))
    for said in reading.utterances:
        words = " … ".join(text[span.start : span.end] for span in said.content)
        out.print(Text(plain(f"{said.speaker.name}: {words}"), style="blue"))


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
