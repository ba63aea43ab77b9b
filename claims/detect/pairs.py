"""Two statements that speak of one matter, and what they share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claims.detect.told import Told
from claims.reading.likeness import Likeness, Weights, candidates, likeness


@dataclass(frozen=True, eq=False, slots=True)
class Pair:
    """Two statements that speak of one matter, the one published earlier first."""

    a: Told
    b: Told
    like: Likeness

    @property
    def shared(self) -> frozenset[str]:
        """Keys in the words of both."""
        return self.like.shared

    @property
    def near(self) -> frozenset[str]:
        """Keys in the words of one and before the other."""
        return self.like.near

    @property
    def weight(self) -> float:
        """How much they share, rare keys counting more."""
        return self.like.weight

    @property
    def share(self) -> float:
        """Of what the poorer of the two says, how much the other says too."""
        return self.like.share

    def shares(self, *kinds: str) -> int:
        """How many own keys of these kinds (e line, t thing, n name, w word) both have."""
        return sum(key[0] in kinds for key in self.shared)

    @property
    def same_speaker(self) -> bool:
        """Whether one named voice says both."""
        return self.a.speaker == self.b.speaker and not self.a.unnamed

    @property
    def same_document(self) -> bool:
        """Whether both stand in one document."""
        return self.a.said.document.id == self.b.said.document.id


def pair_of(a: Told, b: Told, weights: Weights) -> Pair:
    """The two with what they share."""
    return Pair(a, b, likeness(a, b, weights))


def pairs(tolds: Sequence[Told]) -> tuple[Pair, ...]:
    """The pairs worth comparing, in an order that does not depend on the order of input."""
    weights = Weights(tolds)
    found = (
        pair_of(tolds[left], tolds[right], weights)
        for left, right in candidates(tolds, weights)
        if tolds[left].said.passage.id != tolds[right].said.passage.id
    )
    return tuple(pair for pair in found if pair.weight > 0)
