"""Which statements are worth comparing: those that share rare words, things, names or lines of meaning.

Candidates come from blocks of statements that share a key, never from all pairs: a block larger than
its limit is walked in order of time, each statement meeting its next few neighbours only.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log

from claims.detect.told import Told

SMALL = 1500  # statements; up to here whole blocks are compared
WHOLE_BLOCK = 400  # members of a block that are all compared in a small dossier
NEIGHBOURS = 6  # in a large dossier each statement meets this many next ones of its block
RARE_KEYS = 4  # and is looked up by this many of its rarest keys
NEAR = 0.4  # a key in the words before counts this much of one in the words themselves
GENERAL_LINES = frozenset(
    f"e:{line}"
    for line in (
        "use",
        "order",
        "saying",
        "finding",
        "start",
        "cause",
        "existence",
        "acceptance",
        "contact",
        "replacement",
        "purchase",
        "testing",
        "connection",
        "move",
        "rise",
    )
)


@dataclass(frozen=True, eq=False, slots=True)
class Pair:
    """Two statements that speak of one matter, the earlier in the dossier first."""

    a: Told
    b: Told
    shared: frozenset[str]  # keys in the words of both
    near: frozenset[str]  # keys in the words of one and before the other
    weight: float  # how much they share, rare keys counting more
    share: float  # of what the poorer of the two says, how much the other says too

    def shares(self, *kinds: str) -> int:
        """How many own keys of these kinds (e, t, n, w) both have."""
        return sum(key[0] in kinds for key in self.shared)

    @property
    def same_speaker(self) -> bool:
        """Whether one voice says both."""
        return self.a.speaker == self.b.speaker and not self.a.unnamed

    @property
    def same_document(self) -> bool:
        """Whether both stand in one document."""
        return self.a.said.document.id == self.b.said.document.id


class Weights:
    """How telling each key is in this dossier."""

    def __init__(self, tolds: Sequence[Told]) -> None:
        self.size = len(tolds)
        self.count: dict[str, int] = defaultdict(int)
        for told in tolds:
            for key in told.keys:
                self.count[key] += 1

    def of(self, key: str) -> float:
        """Higher for a rarer key."""
        rarity = log(1 + max(self.size, 20) / (1 + self.count.get(key, 0)))
        kind = {"e": 0.8, "t": 0.8, "n": 0.8, "w": 0.5}[key[0]]
        return rarity * kind * (0.6 if key in GENERAL_LINES else 1)


def pairs(tolds: Sequence[Told]) -> tuple[Pair, ...]:
    """The pairs worth comparing, in an order that does not depend on the order of input."""
    weights = Weights(tolds)
    place = {told.id: at for at, told in enumerate(tolds)}
    met: dict[tuple[int, int], None] = {}
    for block in _blocks(tolds, weights):
        for a, b in block:
            if a.said.passage.id != b.said.passage.id:
                left, right = sorted((place[a.id], place[b.id]))
                met[left, right] = None
    found = (_pair(tolds[left], tolds[right], weights) for left, right in sorted(met))
    return tuple(pair for pair in found if pair.weight > 0)


def _blocks(tolds: Sequence[Told], weights: Weights) -> Iterator[Iterator[tuple[Told, Told]]]:
    small = len(tolds) <= SMALL
    blocks: dict[str, list[Told]] = defaultdict(list)
    for told in tolds:
        keys = told.keys | told.near_keys if small else told.keys
        if not small:
            rare = sorted((k for k in keys if weights.count[k] > 1), key=lambda k: (weights.count[k], k))
            keys = frozenset(rare[:RARE_KEYS])
        for key in keys:
            blocks[key].append(told)
    for key in sorted(blocks):
        members = blocks[key]
        whole = small and len(members) <= WHOLE_BLOCK
        yield _neighbours(members, len(members) if whole else NEIGHBOURS)


def _neighbours(members: Sequence[Told], reach: int) -> Iterator[tuple[Told, Told]]:
    for at, a in enumerate(members):
        for b in members[at + 1 : at + 1 + reach]:
            yield a, b


def _pair(a: Told, b: Told, weights: Weights) -> Pair:
    shared = a.keys & b.keys
    near = (a.keys & b.near_keys) | (a.near_keys & b.keys) | (a.near_keys & b.near_keys)
    both = sum(weights.of(key) for key in shared)
    around = NEAR * sum(weights.of(key) for key in near)
    least = min(sum(weights.of(k) for k in a.keys), sum(weights.of(k) for k in b.keys))
    return Pair(a, b, shared, near, both + around, both / least if least else 0.0)
