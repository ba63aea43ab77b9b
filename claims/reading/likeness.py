"""How much two passages speak of one thing, and which of many are worth comparing.

Candidates come from blocks of passages that share a key, never from all pairs: a block larger than
its limit is walked in order, each passage meeting its next few neighbours only.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import fsum, log
from typing import Protocol

SMALL = 400  # passages; up to here whole blocks are compared
WHOLE_BLOCK = 120  # members of a block that are all compared in a small dossier
NEIGHBOURS = 5  # in a large block each passage meets this many next ones
RARE_KEYS = 2  # in a large dossier a passage is looked up by this many of its rarest keys
TOGETHER = 4  # and by this many pairs of a line of meaning and what it is said of
NEAR = 0.4  # a key in the words before counts this much of one in the words themselves
KIND = {"e": 0.8, "t": 0.8, "n": 0.8, "w": 0.5}  # what a shared line of meaning, thing, name or other word counts
GENERAL_LINES = frozenset(
    f"e:{line}"
    for line in (
        "use", "order", "saying", "finding", "start", "cause", "existence", "acceptance", "contact", "replacement",
        "purchase", "testing", "connection", "move", "rise",
    )
)  # fmt: skip


class Keyed(Protocol):
    """Anything that can be found by keys."""

    @property
    def keys(self) -> frozenset[str]:
        """Its own keys."""

    @property
    def near_keys(self) -> frozenset[str]:
        """Those of the words around it."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """What two passages share."""

    shared: frozenset[str]  # keys in the words of both
    near: frozenset[str]  # keys in the words of one and before the other
    weight: float  # how much they share, rare keys counting more
    share: float  # of what the poorer of the two says, how much the other says too


class Weights:
    """How telling each key is in this dossier."""

    def __init__(self, keyed: Sequence[Keyed]) -> None:
        self.size = len(keyed)
        self.count: dict[str, int] = defaultdict(int)
        self._of: dict[str, float] = {}
        self._sums: dict[frozenset[str], float] = {}
        for one in keyed:
            for key in one.keys:
                self.count[key] += 1

    def of(self, key: str) -> float:
        """Higher for a rarer key."""
        if key not in self._of:
            rarity = log(1 + max(self.size, 20) / (1 + self.count.get(key, 0)))
            self._of[key] = rarity * KIND[key[0]] * (0.6 if key in GENERAL_LINES else 1)
        return self._of[key]

    def sum(self, keys: frozenset[str]) -> float:
        """The weight of all these keys; the same in any order."""
        if keys not in self._sums:
            self._sums[keys] = fsum(map(self.of, keys))
        return self._sums[keys]


def likeness(a: Keyed, b: Keyed, weights: Weights) -> Likeness:
    """What a and b share."""
    shared = a.keys & b.keys
    near = (a.keys & b.near_keys) | (a.near_keys & b.keys) | (a.near_keys & b.near_keys)
    both = fsum(map(weights.of, shared))
    least = min(weights.sum(a.keys), weights.sum(b.keys))
    return Likeness(shared, near, both + NEAR * fsum(map(weights.of, near)), both / least if least else 0.0)


def candidates(keyed: Sequence[Keyed], weights: Weights) -> list[tuple[int, int]]:
    """Places of passages worth comparing, the first before the second, in order."""
    small = len(keyed) <= SMALL
    blocks: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(keyed):
        for key in _block_keys(one, weights, small):
            blocks[key].append(at)
    met: set[tuple[int, int]] = set()
    for members in blocks.values():
        met.update(_neighbours(members, len(members) if small and len(members) <= WHOLE_BLOCK else NEIGHBOURS))
    return sorted(met)


def _block_keys(one: Keyed, weights: Weights, small: bool) -> Iterator[str]:
    if small:
        yield from one.keys | one.near_keys
        return
    rare = sorted((key for key in one.keys if weights.count[key] > 1), key=lambda k: (weights.count[k], k))
    yield from rare[:RARE_KEYS]
    lines = [key for key in rare if key[0] == "e"]
    told_of = [key for key in rare if key[0] in "nt"]
    yield from [f"{line} {key}" for line in lines for key in told_of][:TOGETHER]


def _neighbours(members: Sequence[int], reach: int) -> Iterator[tuple[int, int]]:
    for at, a in enumerate(members):
        for b in members[at + 1 : at + 1 + reach]:
            yield a, b
