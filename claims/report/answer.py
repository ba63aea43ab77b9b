"""The answer: one paragraph that says what was found, every line of it with its note."""

from __future__ import annotations

from collections.abc import Sequence

from claims.report.contents import Matter, Run, Side, Words
from claims.report.context import Context, origin_missing

LEADING = 2  # matters told in the answer; more than two no longer read as a paragraph


def answer(context: Context, found: Sequence[Matter]) -> Words:
    """One paragraph: the matters that come first, each side with its note and the ruling, then what we do not hold."""
    words = context.words
    out: list[Run] = []
    if not found:
        out = [
            Run(words("answer.none", statements=words.count("statements", len(context.said)))),
            *_first_words(context),
        ]
    for matter in found[:LEADING]:
        sides = (_sentence(context, side) for side in (matter.a, matter.b))
        out += words.phrase("answer.pair", a=next(sides), b=next(sides), ruling=_ruled(context, matter))
    rest = len(found) - LEADING
    if rest > 0:
        out.append(Run(words.count("answer.more", rest)))
    cited = {n for run in out for n in run.notes}
    absent = {context.numbers.given(said) for said in context.said if origin_missing(said)}
    missing = tuple(sorted(n for n in cited if n in absent))
    if missing:
        out += words.phrase("answer.not_held", notes=words.listed(missing))
    return tuple(out)


def _sentence(context: Context, side: Side) -> Words:
    if not side.who:
        return side.said
    when = context.words("answer.when", when=side.when) if side.when else ""
    return (*side.who, Run(when + context.words("colon")), *_closed(context, side.said))


def _closed(context: Context, said: Words) -> Words:
    """The side's first saying as a sentence, with the notes of all it says."""
    runs = [run for run in said if run.text.strip()]
    if not runs:
        return ()
    notes = tuple(dict.fromkeys(n for run in runs for n in run.notes))
    text = runs[0].text.rstrip()
    ended = text.rstrip("”’\"'」』)）")[-1:] in ".!?。！？…"
    return (Run(text if ended else text + context.words("stop").strip(), runs[0].kind, runs[0].lang, notes),)


def _ruled(context: Context, matter: Matter) -> Words:
    words = context.words
    if not matter.ruled:
        return (Run(words("answer.open"), "suggested"),)
    who, ruling = matter.ruled_by, matter.ruling[0].text
    if matter.rationale:
        return words.phrase("answer.ruled_because", who=who, ruling=ruling, why=matter.rationale)
    return words.phrase("answer.ruled", who=who, ruling=ruling)


def _first_words(context: Context) -> Words:
    out: list[Run] = []
    for said in context.said[:LEADING]:
        gist = _closed(context, context.gist(said))
        out += [Run(context.words("space")), *context.words.phrase("line.plain", who=context.speaker(said), said=gist)]
    return tuple(out)
