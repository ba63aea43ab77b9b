"""The chronology with the precision of its dates, the wordings of one utterance, and what falls due."""

from __future__ import annotations

from datetime import datetime

from claims.graph import Said
from claims.report.contents import Moment, Promise, Run, Wording, Words
from claims.report.context import Context
from claims.report.dates import day, partial

LAST = datetime(9999, 12, 31)  # what has no date stands at the end


def chronology(context: Context) -> tuple[Moment, ...]:
    """Who said what, in the order of saying; the same words by the same speaker on the same day are one line."""
    groups: dict[tuple[str, str, str], list[Said]] = {}
    for said in context.said:
        groups.setdefault((said.claim.id, said.speaker.id, said.statement.said_on or ""), []).append(said)
    rows = sorted(groups.values(), key=lambda group: _order(group[0]))
    return tuple(_moment(context, group) for group in rows)


def _order(said: Said) -> tuple[datetime, str, int]:
    when = said.said
    earliest = when.earliest if when and when.earliest else when.latest if when else None
    if earliest is None and said.document.published_first:
        earliest = datetime.combine(said.document.published_first, datetime.min.time())
    return (earliest or LAST, said.capture.key, said.passage.start)


def _moment(context: Context, group: list[Said]) -> Moment:
    first = group[0]
    gist = context.gist(first)
    last = gist[-1]
    numbers = context.numbers.known(group)
    gist = (*gist[:-1], Run(last.text, last.kind, last.lang, numbers))
    key = f"line.{first.statement.act.value}"
    words = context.words.phrase(key, who=context.speaker(first), said=gist)
    when = context.when(first, precision=True) or context.words("date.none")
    return Moment(context.words.capital(when), words + _about(context, first))


def _about(context: Context, said: Said) -> Words:
    """The time the claim speaks of, where it is not the time of saying."""
    valid = said.claim.valid_on
    if not valid or valid == said.statement.said_on or not said.valid:
        return ()
    if said.said and said.valid.first_day == said.said.first_day and said.valid.last_day == said.said.last_day:
        return ()
    return (Run(" "), Run(context.words("line.about", when=partial(valid, context.language, precision=True)), "muted"))


def wordings(context: Context) -> tuple[Wording, ...]:
    """Utterances that reached us in more than one wording, slot by slot against the first."""
    out = []
    for utterance in context.material.renditions:
        shown = [form for form in utterance.renditions if form.statement in context.by_id]
        if len(shown) < 2:
            continue
        compared = shown[0] is utterance.renditions[0]  # else the differences speak of words that are withheld
        forms = []
        for form in shown:
            said = context.by_id[form.statement]
            differs = (
                context.words("semicolon").join(_difference(context, *slot) for slot in form.differs)
                if compared
                else ""
            )
            forms.append((context.gist(said), (Run(differs, "muted"),) if differs else ()))
        out.append(Wording((context.name(None, utterance.speaker),), tuple(forms)))
    return tuple(out)


def _difference(context: Context, slot: str, theirs: str, first: str) -> str:
    words = context.words
    name = words(f"slot.{slot}") if f"slot.{slot}" in words else slot
    return words("differs", slot=name, theirs=_value(context, theirs), first=_value(context, first))


def _value(context: Context, told: str) -> str:
    """The value of a slot in the report's language; figures and hedges stand as they were read."""
    key = f"told.{told}"
    return context.words(key) if key in context.words else told or "–"


def promises(context: Context) -> tuple[Promise, ...]:
    """Promises and forecasts with the day they can be checked, the earliest first and undated ones last."""
    due = [d for d in context.material.docket if d.statement in context.by_id]
    due.sort(key=lambda d: (d.due is None, d.due.isoformat() if d.due else "", context.by_id[d.statement].passage.key))
    out = []
    for one in due:
        said = context.by_id[one.statement]
        state = "due.none" if one.due is None else "due.past" if one.overdue else "due.ahead"
        who = context.words.phrase("line.plain", who=context.speaker(said), said=context.gist(said))
        when = day(one.due, context.language) if one.due else context.words("date.none")
        out.append(Promise(who, when, _told(context, one.how), _told(context, one.settles), context.words(state)))
    return tuple(out)


def _told(context: Context, text: str) -> Words:
    return (context.of_others(text),) if text else ()
