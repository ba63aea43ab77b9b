"""Right of reply as far as the sources tell: what is said of a party, and how that party answered it."""

from __future__ import annotations

from collections.abc import Sequence

from claims.report.contents import Matter, Replied, Run, Words
from claims.report.context import Context


def replies(context: Context, found: Sequence[Matter]) -> tuple[Replied, ...]:
    """The answers to what this report's contradictions say of somebody; the silent are still to be asked."""
    cited = {n for matter in found for n in matter.notes}
    out = []
    for one in context.material.replies:
        said, reply = context.by_id.get(one.allegation), context.by_id.get(one.reply or "")
        if said is None or context.numbers.given(said) not in cited or (one.reply and reply is None):
            continue
        told = context.words(f"answered.{one.answer}")
        answer: Words = (Run(told, "strong" if reply else "suggested"),)
        if reply:
            answer = (*answer, Run(context.words("stop")), *context.gist(reply))
        out.append(Replied((context.name(None, one.party),), context.gist(said), answer))
    return tuple(out)
