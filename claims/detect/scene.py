"""What the detectors look at: the statements ready for comparison, and the pairs worth comparing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from claims.detect.pairs import Pair, pairs
from claims.detect.told import Told, tell
from claims.graph import ClaimGraph
from claims.reading.likeness import Weights


@dataclass(frozen=True)
class Scene:
    """A dossier laid out for the detectors."""

    graph: ClaimGraph
    tolds: tuple[Told, ...]
    pairs: tuple[Pair, ...]

    @cached_property
    def weights(self) -> Weights:
        """How telling each key is here."""
        return Weights(self.tolds)

    @cached_property
    def by_speaker(self) -> Mapping[str, Sequence[Told]]:
        """Folded speaker -> what they are said to have said, in order."""
        out: dict[str, list[Told]] = defaultdict(list)
        for told in self.tolds:
            out[told.speaker].append(told)
        return out

    @cached_property
    def partners(self) -> Mapping[str, Sequence[Pair]]:
        """Statement id -> the pairs it stands in."""
        out: dict[str, list[Pair]] = defaultdict(list)
        for pair in self.pairs:
            out[pair.a.id].append(pair)
            out[pair.b.id].append(pair)
        return out


def scene_of(graph: ClaimGraph) -> Scene:
    """The scene of a graph."""
    tolds = tell(graph)
    return Scene(graph, tolds, pairs(tolds))
