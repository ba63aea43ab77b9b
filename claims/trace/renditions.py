"""Renditions: the wordings of one utterance, and what each changes against the one nearest to its origin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from claims.findings import Rendition, Utterances
from claims.graph import ClaimGraph
from claims.reading.likeness import Weights, likeness
from claims.trace.spoken import Spoken, spoken

ALIKE = 0.3  # share of the poorer wording found in the other
MOST = 60  # statements of one speaker on one occasion that are compared


def renditions(graph: ClaimGraph) -> tuple[Utterances, ...]:
    """Each utterance that is told in more than one wording, the wordings nearest to its origin first."""
    everyone = spoken(graph)
    weights = Weights(everyone)
    return tuple(ladder for group in _occasions(everyone) for ladder in _ladders(group, weights))


def _occasions(everyone: Sequence[Spoken]) -> Iterator[list[Spoken]]:
    by_speaker: dict[str, list[Spoken]] = defaultdict(list)
    for one in everyone:
        if not one.unnamed:
            by_speaker[one.speaker].append(one)
    for said in by_speaker.values():
        if len({one.said.document.id for one in said}) > 1:
            yield sorted(said, key=_nearness)[:MOST]


def _nearness(one: Spoken) -> tuple[int, str, str, int]:
    speech = one.said.statement.speech.value != "direct"
    return (
        len(one.said.statement.chain) + speech,
        one.said.document.published_on or "",
        one.id,
        one.said.passage.start,
    )


def _ladders(group: Sequence[Spoken], weights: Weights) -> Iterator[Utterances]:
    taken: set[str] = set()
    for at, first in enumerate(group):
        if first.id in taken:
            continue
        others = [one for one in group[at + 1 :] if one.id not in taken and _renders(first, one, weights)]
        if others:
            taken |= {first.id, *(one.id for one in others)}
            rungs = (Rendition(first.id, ()), *(Rendition(one.id, changes(first, one)) for one in others))
            yield Utterances(first.said.speaker.name, rungs)


def _renders(first: Spoken, other: Spoken, weights: Weights) -> bool:
    if first.said.document.id == other.said.document.id:
        return False
    if first.moment and other.moment and not first.moment.meets(other.moment):
        return False
    figure = any(x.value == y.value and x.family == y.family for x in first.amounts for y in other.amounts)
    like = likeness(first, other, weights)
    return figure or (like.share >= ALIKE and like.weight >= 2 and any(key[0] == "e" for key in like.shared))


def changes(first: Spoken, other: Spoken) -> tuple[tuple[str, str, str], ...]:
    """Slot by slot what the other wording has in place of the first's; equal slots are left out."""
    return tuple(
        (slot, theirs, ours)
        for (slot, theirs), (_, ours) in zip(_slots(other), _slots(first), strict=True)
        if theirs != ours
    )


def _slots(one: Spoken) -> tuple[tuple[str, str], ...]:
    statement, claim = one.said.statement, one.said.claim
    return (
        ("polarity", "denied" if one.sense.denied else "affirmed"),
        ("factuality", claim.factuality.value),
        ("act", statement.act.value),
        ("figures", ", ".join(f"{x.comparator}{x.value.normalize():f} {x.unit}".strip() for x in one.amounts)),
        ("hedge", ", ".join(statement.hedges) or ("reserve" if "strive" in one.sense.cues else "")),
        (
            "scope",
            ", ".join(sorted({"all" if c == "total" else c for c in one.sense.cues & {"total", "part", "only"}})),
        ),
        ("speech", statement.speech.value),
        ("language", statement.language),
    )
