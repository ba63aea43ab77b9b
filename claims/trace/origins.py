"""Independent origins: many statements, fewer sayings behind them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from claims.findings import Origin
from claims.graph import ClaimGraph
from claims.times import Interval
from claims.trace.groups import Groups
from claims.trace.same import groups_of
from claims.trace.spoken import Spoken, spoken
from claims.vocabulary import DocumentKind

NEWS = frozenset(
    {DocumentKind.article, DocumentKind.wire, DocumentKind.snapshot, DocumentKind.other, DocumentKind.social}
)
VERBATIM = 20  # characters from which equal words are a copy
FEW = 3  # statements of a nameless source that may all descend from one that has a name
ONE_SAYING = 16  # days a stated moment may span and still mean one occasion


def origins(graph: ClaimGraph) -> tuple[Origin, ...]:
    """The roots of what is said: one saying, document or set of unnamed sources each, with all that comes from it."""
    everyone = spoken(graph)
    by_id = {one.id: one for one in everyone}
    groups = Groups(one.id for one in everyone)
    for speaker in _by_speaker(everyone).values():
        _join_occasions(speaker, groups)
    size = {i: len(members) for members in groups.all() for i in members}
    for restated in groups_of(everyone):
        _join_restated([by_id[i] for i in restated], groups, size)
    return tuple(_origin([by_id[i] for i in members]) for members in groups.all())


def _by_speaker(everyone: Sequence[Spoken]) -> dict[str, list[Spoken]]:
    out: dict[str, list[Spoken]] = defaultdict(list)
    for one in everyone:
        out[one.speaker].append(one)
    return out


def _join_occasions(speaker: Sequence[Spoken], groups: Groups[str]) -> None:
    """What one voice said on one occasion, in whichever report, comes from one root."""
    seen: dict[str, Spoken] = {}
    for one in speaker:
        if one.own_voice and one.said.document.kind in NEWS:
            continue  # a reporter's sentences each have their own, unstated, source
        for place in _places(one):
            if place in seen:
                groups.join(one.id, seen[place].id)
            seen.setdefault(place, one)


def _places(one: Spoken) -> list[str]:
    """Keys of the occasions it may belong to: its document's own, and the days on which it was said."""
    places = [f"document {one.said.document.id} {_day(one.moment) if not one.unnamed else ''}"]
    if one.moment and not one.unnamed and _narrow(one.moment):
        first, last = one.moment.first_day, one.moment.last_day
        if first and last:
            places += [f"day {first.toordinal() + n}" for n in range((last - first).days + 1)]
    return places


def _day(when: Interval | None) -> str:
    return when.edtf if when else ""


def _narrow(when: Interval) -> bool:
    first, last = when.first_day, when.last_day
    return first is not None and last is not None and (last - first).days <= ONE_SAYING


def _join_restated(group: Sequence[Spoken], groups: Groups[str], size: Mapping[str, int]) -> None:
    """A restatement without a name of its own descends from whoever said it; the small joins the large."""
    for a, b in pairwise(group):
        copied = a.said.quote == b.said.quote and len(a.said.quote) > VERBATIM
        nameless = [one for one in (a, b) if (one.unnamed or one.own_voice) and size[one.id] <= FEW]
        if copied or nameless:
            groups.join(a.id, b.id)


def _origin(members: Sequence[Spoken]) -> Origin:
    first = min(members, key=lambda one: (one.unnamed, len(one.said.statement.chain)))
    held = any(_held(one) for one in members)
    when = next((one.said.statement.said_on for one in members if one.said.statement.said_on), None)
    name = f"{first.said.speaker.name}, {when}" if when else first.said.speaker.name
    ids = tuple(one.id for one in members)
    return Origin(name, held, ids, _why(members, first))


def _held(one: Spoken) -> bool:
    chain = one.said.statement.chain
    return bool(chain and chain[0].get("held")) or one.own_voice


def _why(members: Sequence[Spoken], first: Spoken) -> str:
    reports = len({one.said.document.id for one in members})
    count = (
        f"{len(members)} statement{'s' if len(members) > 1 else ''} in {reports} document{'s' if reports > 1 else ''}"
    )
    medium = "; the source is not named" if first.unnamed else ""
    return f"{count}, all from {first.said.speaker.name}{medium}."
