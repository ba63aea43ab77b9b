"""What nobody here knows yet: originals not seen, matters without a ruling, and what would settle them."""

from __future__ import annotations

from collections.abc import Sequence

from claims.graph import Said
from claims.report.contents import Matter, Run, Words
from claims.report.context import Context, origin_missing
from claims.vocabulary import Ruling

FEW = 5  # open matters worth repeating one by one; they all stand in the table of contradictions


def open_questions(context: Context, found: Sequence[Matter]) -> tuple[Words, ...]:
    """What nobody here knows yet: originals not held, open matters, what would settle them."""
    return (*_missing_origins(context), *_open_matters(context, found), *_settling(context), *_left_out(context))


def _missing_origins(context: Context) -> list[Words]:
    """One line for each speaker whose own words we have not seen: by computed origin, else by the first link held."""
    roots = [o for o in context.material.origins if any(i in context.by_id for i in o.statements)]
    missing = {i for origin in roots if not origin.held for i in origin.statements}
    groups: dict[str, list[Said]] = {}
    for said in context.said:
        if said.statement.id in missing if roots else origin_missing(said):
            groups.setdefault(context.speaker(said).text, []).append(said)
    return [_missing(context, voices) for voices in groups.values()]


def _missing(context: Context, voices: list[Said]) -> Words:
    days = {context.when(said) for said in voices}
    when = context.words("answer.when", when=days.pop()) if len(days) == 1 and "" not in days else ""
    notes = context.words.listed(context.numbers.known(voices))
    return context.words.phrase("open.origin", name=(context.speaker(voices[0]), Run(when)), notes=notes)


def _open_matters(context: Context, found: Sequence[Matter]) -> list[Words]:
    waiting = [matter for matter in found if not matter.ruled]
    if len(waiting) > FEW:
        notes = context.words.listed(tuple(n for matter in waiting for n in matter.notes))
        return [context.words.phrase("open.matters", n=str(len(waiting)), notes=notes)]
    return [
        (*context.words.phrase("open.matter", question=matter.question), Run("", notes=matter.notes))
        for matter in waiting
    ]


def _settling(context: Context) -> list[Words]:
    out = []
    for dispute in context.scope.disputes:
        judgement = dispute.judgement
        whole = all(s.statement.id in context.by_id for s in (*dispute.a, *dispute.b))
        if whole and judgement and judgement.ruling is Ruling.need_evidence and not context.veil.hides(judgement):
            why = judgement.rationale or dispute.asked(context.language)
            out.append(context.words.phrase("open.evidence", what=context.of_others(why)))
    for due in context.material.docket:
        if due.statement in context.by_id and due.overdue and due.settles:
            notes = context.numbers.known([context.by_id[due.statement]])
            out.append(
                (*context.words.phrase("open.settles", what=context.of_others(due.settles)), Run("", notes=notes))
            )
    return out


def _left_out(context: Context) -> list[Words]:
    # A count would tell a reader that something is hidden; the house may know, of what it may see.
    if context.material.edition == "reader":
        return []
    known = [d for d in context.scope.left_out if not any(map(context.veil.hides_said, (*d.a, *d.b)))]
    return [(Run(context.words.count("open.left_out", len(known))),)] if known else []
