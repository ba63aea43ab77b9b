"""A speaker against their own words."""

from __future__ import annotations

from collections.abc import Iterator

from claims.detect.clashes import clash, stated
from claims.detect.drifts import one_occasion
from claims.detect.scene import Scene
from claims.detect.wording import finding
from claims.findings import Finding
from claims.vocabulary import ConflictKind


def self_(scene: Scene) -> Iterator[Finding]:
    """One speaker says on another occasion what their own earlier words exclude."""
    for pair in scene.pairs:
        if not pair.same_speaker or one_occasion(pair) or pair.same_document:
            continue
        if not (stated(pair.a) and stated(pair.b)):
            continue
        found = clash(pair)
        if found and not found.until:
            because = f"The same speaker: “{found.a.word}”, then “{found.b.word}”."
            yield finding(pair.a, pair.b, ConflictKind.self_, "self_", because)
