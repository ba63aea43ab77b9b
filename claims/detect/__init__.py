"""Where statements cannot all be true, why in words, and what explains away what only looks like a conflict."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from claims.detect.attributions import attributions
from claims.detect.compared import compare
from claims.detect.denials import denials
from claims.detect.disclaimers import disclaimers
from claims.detect.dissolved import dissolved
from claims.detect.drifts import drifts
from claims.detect.entities import entities
from claims.detect.figures import figures
from claims.detect.gathering import gathered
from claims.detect.negations import negations
from claims.detect.promises import promises
from claims.detect.questions import questions
from claims.detect.records import records
from claims.detect.renderings import with_wording
from claims.detect.retractions import retractions
from claims.detect.scene import Scene, scene_of
from claims.detect.self_ import self_
from claims.detect.times import times
from claims.findings import Finding
from claims.graph import ClaimGraph

Detector = Callable[[Scene], Iterator[Finding]]

# The order is the order in which a pair is given its kind: the more particular reason first.
DETECTORS: tuple[Detector, ...] = (
    retractions,
    attributions,
    disclaimers,
    records,
    drifts,
    promises,
    self_,
    times,
    entities,
    figures,
    denials,
    negations,
    dissolved,
)

__all__ = ["DETECTORS", "compare", "detect", "questions"]


def detect(graph: ClaimGraph) -> tuple[Finding, ...]:
    """Every finding of every detector, one per pair of statements and per pair of claims, explained ones marked."""
    scene = scene_of(graph)
    found = gathered(scene, (finding for detector in DETECTORS for finding in detector(scene)))
    return with_wording(scene, found)
