"""The answer: what was found, in a few sentences, every one of them with its note."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from claims.report.contents import Matter, Run, Side, Words
from claims.report.context import Context, origin_missing

LEADING = 2  # matters told in the answer; more than two no longer read as an answer


def answer(context: Context, found: Sequence[Matter]) -> tuple[Words, ...]:
    """The matters that come first, each side with its note and the ruling, then what is left and what we do not hold."""
    words = context.words
    told = [_told(context, matter) for matter in found[:LEADING]]
    if not found:
        none = Run(words("answer.none", statements=words.count("statements", len(context.said))))
        told = [(none, *_first_words(context))]
    rest = _rest(context, found, {n for paragraph in told for run in paragraph for n in run.notes})
    return (*told, rest) if rest else tuple(told)


def _told(context: Context, matter: Matter) -> Words:
    """How the matter stands, then the two sides, then the reason for the ruling."""
    words = context.words
    a, b = _sentence(context, matter.a), _sentence(context, matter.b)
    state = matter.ruling[0] if matter.ruled else Run(words("answer.open"), "suggested")
    stands = replace(state, text=state.text.rstrip(".。") + words("stop"))
    return (stands, *words.phrase("answer.pair", a=a, b=b, ruling=_ruled(context, matter)))


def _rest(context: Context, found: Sequence[Matter], cited: set[int]) -> Words:
    words = context.words
    more = len(found) - LEADING
    absent = {context.numbers.given(said) for said in context.said if origin_missing(said)}
    missing = tuple(sorted(n for n in cited if n in absent))
    return (
        *((Run(words.count("answer.more", more)),) if more > 0 else ()),
        *(words.phrase("answer.not_held", notes=words.listed(missing)) if missing else ()),
    )


def _sentence(context: Context, side: Side) -> Words:
    if not side.who:
        return side.said
    when = context.words("answer.when", when=side.when) if side.when else ""
    return (*side.who, Run(when + context.words("colon")), *_closed(context, side.said))


def _closed(context: Context, said: Words) -> Words:
    """The side's first saying as a sentence, with the notes of all it says."""
    last = next((i for i, run in enumerate(said) if run.notes), len(said) - 1)
    text = "".join(run.text for run in said[: last + 1]).rstrip()
    ended = text.rstrip("”’\"'」』)）")[-1:] in ".!?。！？…"
    notes = tuple(dict.fromkeys(n for run in said for n in run.notes))
    end = "" if ended else context.words("stop").strip()
    return (*said[:last], replace(said[last], text=said[last].text + end, notes=notes)) if said else ()


def _ruled(context: Context, matter: Matter) -> Words:
    if not matter.ruled_by:
        return ()
    if matter.rationale:
        return context.words.phrase("answer.reason", who=matter.ruled_by, why=matter.rationale)
    return context.words.phrase("answer.ruled", who=matter.ruled_by)


def _first_words(context: Context) -> Words:
    out: list[Run] = []
    for said in context.said[:LEADING]:
        gist = _closed(context, context.gist(said))
        out += [Run(context.words("space")), *context.words.phrase("line.plain", who=context.speaker(said), said=gist)]
    return tuple(out)
