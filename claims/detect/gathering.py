"""Findings gathered: explained where something explains them, one for each two things that are said."""

from __future__ import annotations

from collections.abc import Iterable

from claims.detect.pairs import Pair
from claims.detect.scene import Scene
from claims.detect.separators import explain
from claims.findings import Finding

TARGETED = frozenset(
    {"records", "attributions", "retractions", "drifts", "dissolved"}
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
    place = {told.id: at for at, told in enumerate(scene.tolds)}
    rows = sorted(kept.values(), key=lambda f: (f.explained_by is not None, place[f.a], place[f.b], f.kind.value))
    return tuple(rows)


def pair_of(scene: Scene, finding: Finding) -> Pair | None:
    """The compared pair a finding is about."""
    both = {finding.a, finding.b}
    return next((pair for pair in scene.partners.get(finding.a, ()) if {pair.a.id, pair.b.id} == both), None)
