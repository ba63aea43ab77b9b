"""The docket: each promise and forecast, when it can be checked, and what would settle it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from claims.findings import Due
from claims.graph import ClaimGraph, Said
from claims.reading.senses import sense
from claims.times import readable
from claims.vocabulary import Act

# What kind of record would show it, by what is promised; the first line of meaning that fits is taken.
_SETTLES = {
    "payment": "bank or payment records, or the payee's confirmation",
    "arrival": "delivery notes or the recipient's records",
    "transfer": "shipping notices and delivery notes",
    "completion": "an acceptance certificate or a visit to the site",
    "start": "the first day's records, or a visit on the day",
    "approval": "the authority's decision",
    "publication": "the publication itself, with its date",
    "layoff": "the employer's filings with the labour authority",
    "hiring": "the employer's filings with the labour authority",
    "pollution": "measurements by an independent laboratory",
    "investment": "the accounts of the year",
    "profit": "the accounts of the period",
    "rise": "the published figures of the period",
    "waiting": "the published figures of the day named",
}


def docket(graph: ClaimGraph, today: date) -> tuple[Due, ...]:
    """Every promise and forecast, the earliest due first, those without a day last."""
    return tuple(sorted(_entries(graph, today), key=lambda due: (due.due or date.max, due.statement)))


def _entries(graph: ClaimGraph, today: date) -> Iterator[Due]:
    for said in graph.said:
        if said.statement.act in (Act.promise, Act.forecast):
            day, how = _due(said)
            yield Due(said.statement.id, day, how, _settles(said), day is not None and day < today)


def _due(said: Said) -> tuple[date | None, str]:
    claim = said.claim
    if claim.due_last:
        return claim.due_last, claim.due_how or f"stated: {claim.due_on}"
    when = readable(claim.valid_on)
    if when and when.last_day:
        return when.last_day, f"the end of the time it is about ({when.edtf})"
    return None, "no day is stated"


def _settles(said: Said) -> str:
    lines = sense(said.quote).lines
    found = next((words for line, words in _SETTLES.items() if line in lines), None)
    if found:
        return found
    return "the figure as published or filed for that time" if said.claim.figures else "a record of the event itself"
