"""What a reader must know before trusting a line: what nobody confirmed, checked, archived or asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claims.graph import Said
from claims.report.contents import Matter, Run, Words
from claims.report.context import Context, origin_missing
from claims.report.notes import warnings
from claims.report.scope import empty
from claims.vocabulary import AgentKind, DocumentKind


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
    return context.words.phrase(key, **slots, notes=context.words.listed(numbers))


def _unconfirmed(context: Context) -> list[Words]:
    if empty(context.graph):
        return [(Run(context.words("problem.nothing_confirmed"), "strong"),)]
    return [
        _marked(
            context, "problem.unconfirmed", (s for s in context.said if s.statement.id not in context.scope.accepted)
        )
    ]


def _wording(context: Context, found: Sequence[Matter]) -> list[Words]:
    """One line for each doubt about words, however many matters rest on them."""
    doubts: dict[Words, set[int]] = {}
    for matter in found:
        if matter.check_wording and not matter.ruled:
            doubts.setdefault(matter.check_wording, set()).update(matter.notes)
    return [
        context.words.phrase("problem.wording", why=why, notes=context.words.listed(tuple(sorted(numbers))))
        for why, numbers in doubts.items()
    ]


def _translations(context: Context) -> list[Words]:
    foreign = [said for said in context.said if context.foreign(said)]
    missing = [said for said in foreign if said.statement.id not in context.translations]
    unchecked = [s for s in foreign if (t := context.translations.get(s.statement.id)) and not t.checked_by]
    return [
        _marked(context, "problem.translation", unchecked),
        _marked(context, "problem.no_translation", missing),
    ]


def _not_held(context: Context) -> list[Words]:
    return [_marked(context, "problem.not_held", (said for said in context.said if origin_missing(said)))]


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
        told = context.words("space").join(warnings(context, group[0].capture))
        if told:
            title = context.of_others(group[0].document.title or context.words("untitled"))
            notes = context.words.listed(context.numbers.known(group))
            out.append(context.words.phrase("problem.page", title=title, warning=Run(told), notes=notes))
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
