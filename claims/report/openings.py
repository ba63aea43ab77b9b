"""The first page: what was found, in one paragraph; what is wrong with it; what is still open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from claims.graph import Said
from claims.report.contents import Matter, Run, Words
from claims.report.context import Context
from claims.report.notes import warnings
from claims.report.scope import empty
from claims.vocabulary import AgentKind, DocumentKind, Ruling

LEADING = 2  # matters told in the answer; more than two no longer read as a paragraph


def answer(context: Context, found: Sequence[Matter]) -> Words:
    """One paragraph: the counts, then the matters that come first, each side with its note."""
    words = context.words
    if not found:
        compared = words("answer.none", statements=words.count("statements", len(context.said)))
        return (Run(compared), *_first_words(context))
    out = list(words.phrase("answer.counts", counts=_counts(context, found)))
    # A ruled matter is an answer; an open one is only a question.
    for matter in sorted(found, key=lambda m: not m.ruled)[:LEADING]:
        out += words.phrase("answer.pair", a=_sentence(context, matter, 0), b=_sentence(context, matter, 1))
        out += [
            Run(words("space")),
            *(matter.ruling[:1] if matter.ruled else (Run(words("answer.open"), "suggested"),)),
        ]
        out.append(Run(words("stop")))
    rest = len(found) - LEADING
    if rest > 0:
        out.append(Run(words.count("answer.more", rest)))
    return tuple(out)


def _counts(context: Context, found: Sequence[Matter]) -> str:
    words = context.words
    ruled = Counter(matter.ruling[0].text for matter in found if matter.ruled)
    parts = [words("count.ruled", n=n, ruling=ruling) for ruling, n in ruled.items()]
    openly = sum(not matter.ruled for matter in found)
    if openly:
        parts.append(words("count.open", n=openly))
    captures = {said.capture.id for said in context.said}
    return words(
        "counts",
        matters=words.count("matters", len(found)),
        statements=words.count("statements", len(context.said)),
        sources=words.count("sources", len(captures)),
        parts=words.join(parts),
    )


def _sentence(context: Context, matter: Matter, which: int) -> Words:
    side = matter.b if which else matter.a
    if not side.who:
        return side.said
    when = context.words("answer.when", when=side.when) if side.when else ""
    return (*side.who, Run(when + context.words("colon")), *_trimmed(side.said))


def _trimmed(said: Words) -> Words:
    """One saying of the side: the first, with the notes of all."""
    runs = [run for run in said if run.text.strip()]
    notes = tuple(dict.fromkeys(n for run in runs for n in run.notes))
    return (Run(runs[0].text, runs[0].kind, runs[0].lang, notes),) if runs else ()


def _first_words(context: Context) -> Words:
    first = context.said[:1]
    return tuple(
        run
        for said in first
        for run in (
            Run(context.words("space")),
            *context.words.phrase("line.plain", who=context.speaker(said), said=context.gist(said)),
        )
    )


def problems(context: Context, found: Sequence[Matter]) -> tuple[Words, ...]:
    """What a reader must know before trusting a line: the heaviest first."""
    return tuple(
        problem
        for problem in (
            *_unconfirmed(context),
            *_wording(context, found),
            *_translations(context),
            *_not_held(context),
            *_digests(context),
            *_pages(context),
            *_no_reply(context),
        )
        if problem
    )


def _marked(context: Context, key: str, said: Iterable[Said], **slots: Words | Run | str) -> Words:
    numbers = context.numbers.known(said)
    if not numbers:
        return ()
    return (*context.words.phrase(key, **slots, n=str(len(numbers))), Run("", notes=numbers))


def _unconfirmed(context: Context) -> list[Words]:
    if empty(context.graph):
        return [(Run(context.words("problem.nothing_confirmed"), "strong"),)]
    return [
        _marked(
            context, "problem.unconfirmed", (s for s in context.said if s.statement.id not in context.scope.accepted)
        )
    ]


def _wording(context: Context, found: Sequence[Matter]) -> list[Words]:
    unsettled = [matter for matter in found if matter.check_wording and not matter.ruled]
    return [
        (
            *context.words.phrase("problem.wording", question=matter.question, why=matter.check_wording),
            Run("", notes=_notes_of(matter)),
        )
        for matter in unsettled
    ]


def _notes_of(matter: Matter) -> tuple[int, ...]:
    return tuple(sorted({n for run in (*matter.a.said, *matter.b.said) for n in run.notes}))


def _translations(context: Context) -> list[Words]:
    foreign = [said for said in context.said if context.foreign(said)]
    missing = [said for said in foreign if said.statement.id not in context.translations]
    unchecked = [s for s in foreign if (t := context.translations.get(s.statement.id)) and not t.checked_by]
    return [
        _marked(context, "problem.translation", unchecked),
        _marked(context, "problem.no_translation", missing),
    ]


def _not_held(context: Context) -> list[Words]:
    return [_marked(context, "problem.not_held", (said for said in context.said if _origin_missing(said)))]


def _origin_missing(said: Said) -> bool:
    return bool(said.statement.chain) and not said.statement.chain[0].get("held")


def _digests(context: Context) -> list[Words]:
    digests = (said for said in context.said if said.document.kind is DocumentKind.digest)
    pasted = (
        said for said in context.said if said.capture.how == "paste" and said.document.kind is not DocumentKind.digest
    )
    return [_marked(context, "problem.digest", digests), _marked(context, "problem.not_archived", pasted)]


def _pages(context: Context) -> list[Words]:
    by_capture: dict[str, list[Said]] = {}
    for said in context.said:
        by_capture.setdefault(said.capture.id, []).append(said)
    out = []
    for group in by_capture.values():
        for warning in warnings(context, group[0].capture):
            numbers = context.numbers.known(group)
            title = context.of_others(group[0].document.title or context.words("untitled"))
            out.append(
                (
                    *context.words.phrase("problem.page", title=title, warning=context.of_others(warning)),
                    Run("", notes=numbers[:1]),
                )
            )
    return out


def _no_reply(context: Context) -> list[Words]:
    """Whom to ask: people and organisations whose words stand against others'. No log of replies is kept yet."""
    asked: dict[str, str] = {}
    for dispute in context.scope.disputes:
        for said in (*dispute.a, *dispute.b):
            if said.statement.id in context.by_id and said.speaker.kind in (AgentKind.person, AgentKind.organisation):
                asked.setdefault(said.speaker.id, context.speaker(said).text)
    names = list(dict.fromkeys(asked.values()))
    return [context.words.phrase("problem.no_reply", names=context.words.join(names))] if names else []


def open_questions(context: Context, found: Sequence[Matter]) -> tuple[Words, ...]:
    """What nobody here knows yet: originals not held, open matters, what would settle them."""
    return (*_missing_origins(context), *_open_matters(context, found), *_settling(context), *_left_out(context))


def _missing_origins(context: Context) -> list[Words]:
    out = []
    for origin in context.material.origins:
        voices = [context.by_id[i] for i in origin.statements if i in context.by_id]
        if voices and not origin.held:
            notes = context.numbers.known(voices)
            out.append(
                (*context.words.phrase("open.origin", name=context.name(None, origin.name)), Run("", notes=notes))
            )
    return out or _missing_firsts(context)


def _missing_firsts(context: Context) -> list[Words]:
    """Without computed origins: the first link of each chain that we do not hold."""
    groups: dict[str, list[Said]] = {}
    for said in context.said:
        if _origin_missing(said):
            groups.setdefault(str(said.statement.chain[0].get("agent") or ""), []).append(said)
    return [
        (
            *context.words.phrase("open.origin", name=context.name(None, name)),
            Run("", notes=context.numbers.known(voices)),
        )
        for name, voices in groups.items()
    ]


def _open_matters(context: Context, found: Sequence[Matter]) -> list[Words]:
    return [
        (*context.words.phrase("open.matter", question=matter.question), Run("", notes=_notes_of(matter)))
        for matter in found
        if not matter.ruled
    ]


def _settling(context: Context) -> list[Words]:
    out = []
    for dispute in context.scope.disputes:
        judgement = dispute.judgement
        whole = all(s.statement.id in context.by_id for s in (*dispute.a, *dispute.b))
        if whole and judgement and judgement.ruling is Ruling.need_evidence and not context.veil.hides(judgement):
            why = judgement.rationale or dispute.question
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
