"""From material to one computed Report: parts in the order of reading, then the notes they cite."""

from __future__ import annotations

from datetime import UTC

from claims.errors import ReportError
from claims.report import answer, matters, notes, openings, problems, replies, timeline
from claims.report.contents import Matter, Report
from claims.report.context import Context
from claims.report.dates import instant
from claims.report.material import EDITIONS, Material
from claims.report.scope import scope
from claims.report.veil import Veil, ceiling
from claims.report.wording import Catalogue, catalogue, language_of


def compute(material: Material) -> Report:
    """The report of this material, with what its edition may not show taken out.

    Raises ReportError for an edition or language we do not write, and for an as_of without a time zone.
    """
    if material.edition not in EDITIONS:
        raise ReportError(f"no edition '{material.edition}'; choose one of {', '.join(EDITIONS)}")
    if material.as_of.utcoffset() is None:
        raise ReportError("as_of has no time zone; a report is dated in UTC")
    words = catalogue(material.language)
    veil = Veil(
        material.graph, ceiling(material.edition, material.clearance), words("withheld.name"), words("withheld.text")
    )
    context = Context(material, words, veil, scope(material, veil))
    report = _computed(context)
    return veil.over(report)  # type: ignore[no-any-return]


def _computed(context: Context) -> Report:
    material, words = context.material, context.words
    found = matters.matters(context, context.scope.disputes)
    first = answer.answer(context, found)
    reader = material.edition == "reader"
    answers, rulings = matters.answers(context), matters.rulings(context)
    chronology, wordings = timeline.chronology(context), timeline.wordings(context)
    explained = () if reader else matters.matters(context, context.scope.explained)
    answered = replies.replies(context, found)
    wrong = problems.problems(context, found)
    return Report(
        title=material.title or words("report"),
        language=material.language,
        edition=material.edition,
        as_of=material.as_of.astimezone(UTC),
        banner=words(f"banner.{material.edition}"),
        summary=_summary(context, found),
        answer=first,
        problems=wrong,
        matters=found,
        answers=answers,
        rulings=rulings,
        chronology=chronology,
        wordings=wordings,
        explained=explained,
        open_questions=openings.open_questions(context, found),
        promises=timeline.promises(context),
        replies=answered,
        notes=notes.notes(context),
        sources=notes.sources(context),
        method=_method(material, words),
        versions=_versions(material, words),
        foot=words("foot", version=material.version, moment=instant(material.as_of)),
    )


def _summary(context: Context, found: tuple[Matter, ...]) -> str:
    """Who checked it, how much it rests on, in which languages."""
    words = context.words
    judgements = [d.judgement for d in context.scope.disputes if d.judgement and not context.veil.hides(d.judgement)]
    ruled_by = list(dict.fromkeys(j.recorded_by for j in judgements))
    second = list(dict.fromkeys(j.second_reader for j in judgements if j.second_reader))
    parts = []
    if ruled_by:
        parts.append(words("summary.checked", who=words.join(ruled_by)))
    if second:
        parts.append(words("summary.second", who=words.join(second)))
    parts.append(words.count("summary.statements", len(context.said)))
    parts.append(words("summary.matters", ruled=sum(m.ruled for m in found), open=sum(not m.ruled for m in found)))
    spoken = sorted({language_of(s.quote, s.statement.language) for s in context.said} - {""})
    named = [words(f"language.{one}") if f"language.{one}" in words else one for one in spoken]
    if named:
        parts.append(words("summary.languages", ours=words(f"language.{words.language}"), theirs=words.join(named)))
    return words("space").join(parts)


def _method(material: Material, words: Catalogue) -> tuple[tuple[str, str], ...]:
    """The rules that were run, each in its own words, or in the report's language where we have them."""
    return tuple(
        (name.strip("_"), words(f"method.{name}") if f"method.{name}" in words else told)
        for name, told in material.method
    )


def _versions(material: Material, words: Catalogue) -> tuple[tuple[str, str], ...]:
    rows = [
        (words("version"), material.version),
        (words("as_of"), instant(material.as_of)),
        (words("edition"), words(f"edition.{material.edition}")),
        (words("software"), material.software),
        (words("corrections"), words("corrections.none")),
    ]
    if material.checkpoint:
        rows.insert(4, (words("checkpoint"), material.checkpoint))
    return tuple(rows)
