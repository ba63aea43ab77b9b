"""A report laid out as sections of a few kinds of block, in the order of its edition."""

from __future__ import annotations

from collections.abc import Callable

from claims.report.blocks import Block, Bullets, Cell, Facts, Lead, NoteList, Paragraph, Section, Table
from claims.report.contents import (
    Answers,
    Matter,
    Moment,
    Promise,
    Replied,
    Report,
    Ruled,
    Run,
    Side,
    Source,
    Wording,
    Words,
)
from claims.report.wording import Catalogue, catalogue


def sheet(report: Report) -> tuple[Section, ...]:
    """The sections of a report in the order of its edition; empty ones are left out."""
    words = catalogue(report.language)
    opening = [_answer, _problems]
    if report.edition == "lawyer":
        opening.reverse()
    parts: list[Callable[[Report, Catalogue], Section]] = [
        *opening, _matters, _answers, _rulings, _chronology, _wordings, _explained, _open, _replies,
        _promises, _notes, _sources, _method, _versions,
    ]  # fmt: skip
    sections = (part(report, words) for part in parts)
    return tuple(section for section in sections if section.blocks)


def _plain(text: str, kind: str = "") -> Words:
    return (Run(text, kind),)


def _answer(report: Report, words: Catalogue) -> Section:
    return Section("answer", "", (Lead(report.answer),))


def _problems(report: Report, words: Catalogue) -> Section:
    # A reader finds them under what we do not know; they are for the house to mend.
    shown = () if report.edition == "reader" else report.problems
    return Section("problems", words("section.problems"), (Bullets(shown, "attention"),) if shown else ())


def _matters(report: Report, words: Catalogue) -> Section:
    rows = tuple(_matter(matter, words, report.edition) for matter in report.matters)
    head = tuple(words(f"column.{name}") for name in ("question", "a", "b", "ruling"))
    return Section("contradictions", words("section.matters"), _table(head, (18, 26, 26, 24), rows, "matters"))


def _matter(matter: Matter, words: Catalogue, edition: str) -> tuple[Cell, ...]:
    question: Cell = (_kinded(matter.question, "strong"), _plain(f"{matter.kind} {matter.label}".strip(), "muted"))
    ruling: list[Words] = [matter.ruling[:1]]
    if matter.rationale:
        ruling.append(matter.rationale)
    ruling.append(_kinded(matter.ruling[1:], "muted"))
    if not matter.ruled or edition == "lawyer":
        ruling.append(_kinded(matter.reason, "muted"))
    if matter.check_wording and not matter.ruled:
        ruling.append(_kinded(matter.check_wording, "suggested"))
    return (question, _side(matter.a, words), _side(matter.b, words), tuple(ruling))


def _side(side: Side, words: Catalogue) -> Cell:
    if not side.who:
        return (side.said,)
    when = (Run(words("answer.when", when=side.when), "muted"),) if side.when else ()
    cell: list[Words] = [(*_kinded(side.who, "strong"), *when), side.said]
    if side.value:
        cell.append(_plain(words("value", value=side.value), "muted"))
    return tuple(cell)


def _kinded(words: Words, kind: str) -> Words:
    return tuple(Run(r.text, kind if r.kind in ("", "name") else r.kind, r.lang, r.notes) for r in words)


def _table(
    head: tuple[str, ...], shares: tuple[int, ...], rows: tuple[tuple[Cell, ...], ...], style: str
) -> tuple[Block, ...]:
    return (Table(head, shares, rows, style),) if rows else ()


def _answers(report: Report, words: Catalogue) -> Section:
    rows = tuple(row for question in report.answers for row in _positions(question, words))
    head = tuple(words(f"column.{name}") for name in ("question", "answer", "origins"))
    return Section("questions", words("section.answers"), _table(head, (34, 44, 18), rows, "answers"))


def _positions(question: Answers, words: Catalogue) -> list[tuple[Cell, ...]]:
    asked: Words = _kinded(question.question, "strong")
    return [
        ((asked if i == 0 else (),), (answer,), (_plain(words.count("origins", origins)),))
        for i, (answer, origins) in enumerate(question.positions)
    ]


def _rulings(report: Report, words: Catalogue) -> Section:
    head = (words("column.claim"), words("column.ruling"))

    def row(ruled: Ruled) -> tuple[Cell, ...]:
        return ((ruled.what,), (ruled.ruling, *((ruled.rationale,) if ruled.rationale else ())))

    return Section(
        "rulings", words("section.rulings"), _table(head, (54, 42), tuple(map(row, report.rulings)), "plain")
    )


def _chronology(report: Report, words: Catalogue) -> Section:
    head = (words("column.when"), words("column.what"))

    def row(moment: Moment) -> tuple[Cell, ...]:
        return ((_plain(moment.when),), (moment.what,))

    return Section(
        "chronology",
        words("section.chronology"),
        _table(head, (26, 70), tuple(map(row, report.chronology)), "chronology"),
    )


def _wordings(report: Report, words: Catalogue) -> Section:
    head = (words("column.wording"), words("column.differs"))
    rows = tuple(row for wording in report.wordings for row in _forms(wording))
    return Section("wordings", words("section.wordings"), _table(head, (56, 40), rows, "plain"))


def _forms(wording: Wording) -> list[tuple[Cell, ...]]:
    return [
        ((_kinded(wording.speaker, "strong"), said) if i == 0 else (said,), (differs,))
        for i, (said, differs) in enumerate(wording.forms)
    ]


def _explained(report: Report, words: Catalogue) -> Section:
    head = tuple(words(f"column.{name}") for name in ("a", "b", "explained"))

    def row(matter: Matter) -> tuple[Cell, ...]:
        ruling = matter.ruling if matter.ruled else _kinded(matter.ruling, "suggested")
        return (_side(matter.a, words), _side(matter.b, words), (matter.reason, ruling))

    return Section(
        "explained", words("section.explained"), _table(head, (32, 32, 32), tuple(map(row, report.explained)), "sides")
    )


def _open(report: Report, words: Catalogue) -> Section:
    reader = report.edition == "reader"
    items = (*report.problems, *report.open_questions) if reader else report.open_questions
    return Section(
        "open", words("section.open_reader" if reader else "section.open"), (Bullets(items),) if items else ()
    )


def _replies(report: Report, words: Catalogue) -> Section:
    head = tuple(words(f"column.{name}") for name in ("party", "said_of", "reply"))

    def row(replied: Replied) -> tuple[Cell, ...]:
        return ((_kinded(replied.party, "strong"),), (replied.said,), (replied.answer,))

    return Section(
        "replies", words("section.replies"), _table(head, (20, 40, 36), tuple(map(row, report.replies)), "plain")
    )


def _promises(report: Report, words: Catalogue) -> Section:
    head = tuple(words(f"column.{name}") for name in ("claim", "due", "settles"))

    def row(promise: Promise) -> tuple[Cell, ...]:
        how = (_kinded(promise.how, "muted"),) if promise.how else ()
        due: Cell = (_plain(promise.due, "strong"), _plain(promise.state), *how)
        return ((promise.what,), due, (promise.settles,))

    return Section(
        "promises", words("section.promises"), _table(head, (46, 24, 26), tuple(map(row, report.promises)), "plain")
    )


def _notes(report: Report, words: Catalogue) -> Section:
    intro = Paragraph(_plain(words("note.order")), "fine")
    return Section("notes", words("section.notes"), (intro, NoteList(report.notes)) if report.notes else ())


def _sources(report: Report, words: Catalogue) -> Section:
    head = (words("column.source"), words("column.hash"))
    rows = tuple(_source(source, words) for source in report.sources)
    return Section("sources", words("section.sources"), _table(head, (44, 52), rows, "sources"))


def _source(source: Source, words: Catalogue) -> tuple[Cell, ...]:
    title: Words = (Run(source.title.text, "strong", source.title.lang),)
    about = words("next_name").join(filter(None, (source.by, source.published)))
    cited: Words = (words.listed(source.notes),)
    left: Cell = (
        title,
        *((_plain(about),) if about else ()),
        cited,
        *(_plain(w, "attention") for w in source.warnings),
    )
    places = [_plain(source.address, "address")] if source.address else []
    hashed = _plain("sha256 " + grouped(source.sha256), "hash")
    return (left, (*places, _plain(f"{source.captured}{words('next')}{source.label}", "muted"), hashed))


def grouped(digest: str) -> str:
    """A digest in groups of eight, as people compare it."""
    return " ".join(digest[i : i + 8] for i in range(0, len(digest), 8))


def _method(report: Report, words: Catalogue) -> Section:
    intro = Paragraph(_plain(words("method.intro")))
    rows = tuple((name, " ".join(told.split())) for name, told in report.method)
    return Section("method", words("section.method"), (intro, Facts(rows)) if rows else (intro,))


def _versions(report: Report, words: Catalogue) -> Section:
    return Section("versions", words("section.versions"), (Facts(report.versions),))
