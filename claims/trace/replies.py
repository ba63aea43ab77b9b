"""Replies: what is alleged of somebody, and whether they denied, conceded, justified or evaded it, or were silent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from claims.graph import ClaimGraph
from claims.reading.likeness import Likeness, Weights, likeness
from claims.trace.spoken import Spoken, spoken
from claims.vocabulary import Act

ANSWERS = 1.6  # weight a reply must share with an allegation to be an answer to it
MOST = 400  # allegations and replies of one party that are set against one another


class Answer(StrEnum):
    """How an allegation was answered."""

    denied = "denied"
    conceded = "conceded"
    justified = "justified"
    evaded = "evaded"
    silent = "silent"


@dataclass(frozen=True, slots=True)
class Reply:
    """An allegation about a party, and their answer to it; no statement where they were silent."""

    allegation: str  # statement id
    party: str
    answer: Answer
    reply: str | None  # statement id
    words: str  # what in the reply tells so


def replies(graph: ClaimGraph) -> tuple[Reply, ...]:
    """For each statement about somebody who speaks in the dossier, their answer; the silent ones are still to ask."""
    everyone = spoken(graph)
    weights = Weights(everyone)
    voices: dict[str, list[Spoken]] = {}
    for one in everyone:
        if not one.unnamed and not one.own_voice:
            voices.setdefault(one.speaker, []).append(one)
    return tuple(
        _answered(allegation, party, own[:MOST], weights)
        for party, own in voices.items()
        for allegation in _allegations(everyone, party)[:MOST]
    )


def _allegations(everyone: Sequence[Spoken], party: str) -> list[Spoken]:
    return [
        one
        for one in everyone
        if one.speaker != party
        and party in (one.sense.names | one.matter.around.names)
        and one.said.statement.act in (Act.assertion, Act.denial)
    ]


def _answered(allegation: Spoken, party: str, own: Sequence[Spoken], weights: Weights) -> Reply:
    later = [one for one in own if _after(one, allegation)]
    likes = [(likeness(allegation, one, weights), one) for one in later]
    told = [(like, one) for like, one in likes if like.weight >= ANSWERS and like.shared]
    if not told:
        state = Answer.evaded if later else Answer.silent
        return Reply(allegation.id, party, state, None, "")
    like, best = max(told, key=lambda row: (row[0].weight, row[1].id))
    return Reply(allegation.id, party, _kind(allegation, best, like), best.id, best.said.quote)


def _after(reply: Spoken, allegation: Spoken) -> bool:
    a, b = allegation.moment, reply.moment
    return a is None or b is None or b.last_day is None or a.first_day is None or b.last_day >= a.first_day


def _kind(allegation: Spoken, reply: Spoken, like: Likeness) -> Answer:
    mine = {(event.line, event.holds) for event in reply.sense.events}
    theirs = {(event.line, event.holds) for event in allegation.sense.events}
    if any((line, not holds) in mine for line, holds in theirs) or "bare_denial" in reply.sense.cues:
        return Answer.denied
    if "justifies" in reply.sense.cues or reply.said.claim.factuality.value == "counterfactual":
        return Answer.justified
    if "admits" in reply.sense.cues or mine & theirs:
        return Answer.conceded
    return Answer.evaded
