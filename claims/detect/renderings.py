"""Whose words must be settled first: a finding that rests on one of several renderings of the same reply."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from claims.detect.scene import Scene
from claims.detect.told import Told
from claims.detect.wording import short
from claims.findings import Finding
from claims.vocabulary import ConflictKind, Speech

ONE_REPLY = 40  # characters between two sentences of one reply


def with_wording(scene: Scene, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings, those that rest on a disputed rendering marked with the other wording."""
    rows = tuple(findings)
    by_id = {told.id: told for told in scene.tolds}
    disputed = dict(_disputed(scene, [(by_id[f.a], by_id[f.b]) for f in rows if _rendering(f)]))
    return tuple(_marked(finding, disputed) for finding in rows)


def _rendering(finding: Finding) -> bool:
    return finding.kind is ConflictKind.drift and finding.explained_by is None


def _disputed(scene: Scene, drifted: Sequence[tuple[Told, Told]]) -> Iterable[tuple[str, str]]:
    """Statement id -> why its wording must be settled; the sentences of one reply share the doubt."""
    for one, other in drifted:
        for mine, theirs in ((one, other), (other, one)):
            why = f"Another rendering of what {mine.said.speaker.name} said has “{short(theirs.said.quote)}”."
            for told in scene.by_speaker.get(mine.speaker, ()):
                if told is mine or _one_reply(told, mine):
                    yield told.id, why


def _one_reply(a: Told, b: Told) -> bool:
    if a.said.capture.id != b.said.capture.id or a.said.statement.speech is Speech.direct:
        return False
    first, second = sorted((a.said.passage, b.said.passage), key=lambda passage: passage.start)
    return 0 <= second.start - first.end <= ONE_REPLY


def _marked(finding: Finding, disputed: dict[str, str]) -> Finding:
    why = disputed.get(finding.a) or disputed.get(finding.b)
    return replace(finding, check_wording=why) if why and not finding.explained_by else finding
