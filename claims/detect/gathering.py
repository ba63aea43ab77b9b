"""Findings gathered: explained where something explains them, one for each two things that are said."""

from __future__ import annotations

from collections.abc import Iterable

from claims.detect.pairs import Pair
from claims.detect.scene import Scene
from claims.detect.separators import explain
from claims.detect.told import Told
from claims.findings import Finding

TELLING = 3  # keys from which two statements with the same ones are taken for copies
TARGETED = frozenset(
    {"records", "attributions", "disclaimers", "retractions", "drifts", "dissolved"}
)  # these name the statement they answer


def one_voice(pair: Pair) -> bool:
    """What one voice says in one report is meant to stand together."""
    chains = [[link.get("agent") for link in told.said.statement.chain] for told in (pair.a, pair.b)]
    return pair.same_document and pair.same_speaker and chains[0] == chains[1]


def gathered(scene: Scene, found: Iterable[Finding]) -> tuple[Finding, ...]:
    """One finding per two statements, the most particular reason first, those explained away after the others."""
    by_pair = {frozenset((pair.a.id, pair.b.id)): pair for pair in scene.pairs}
    passages = {told.id: told.said.passage.id for told in scene.tolds}
    kept: dict[frozenset[str], Finding] = {}
    for finding in found:
        key = frozenset((finding.a, finding.b))
        if passages[finding.a] == passages[finding.b]:
            continue
        pair = by_pair.get(key)
        told = explain(pair, finding) if pair and finding.rule not in TARGETED else finding
        if pair and one_voice(pair) and not told.explained_by and told.rule != "retractions":
            continue
        best = kept.get(key)
        if best is None or (best.explained_by and not told.explained_by):
            kept[key] = told
    signs = {told.id: _sign(told) for told in scene.tolds}
    place = {told.id: at for at, told in enumerate(scene.tolds)}
    rows = sorted(kept.values(), key=lambda f: (f.explained_by is not None, place[f.a], place[f.b], f.kind.value))
    once: dict[tuple[object, ...], Finding] = {}
    for row in rows:
        once.setdefault((frozenset((signs[row.a], signs[row.b])), row.kind, row.explained_by), row)
    return tuple(once.values())


def _sign(told: Told) -> tuple[object, ...]:
    """What a statement says, so that copies of it give one finding; a statement too bare to tell stands for itself."""
    if len(told.keys) < TELLING:
        return (told.id,)
    ends = frozenset((event.line, event.holds) for event in told.sense.events)
    return told.keys, ends, tuple((x.value, x.unit, x.comparator) for x in told.amounts), told.act


def pair_of(scene: Scene, finding: Finding) -> Pair | None:
    """The compared pair a finding is about."""
    both = {finding.a, finding.b}
    return next((pair for pair in scene.partners.get(finding.a, ()) if {pair.a.id, pair.b.id} == both), None)
