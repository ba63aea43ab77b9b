"""Whether a figure follows from others by counting: a sum, a difference, a product, a share of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal, DivisionByZero, InvalidOperation
from itertools import combinations

MOST = 6  # figures that are combined
CLOSE = Decimal("0.011")  # what rounding to two places may cost


def follows(wanted: Decimal, given: Sequence[Decimal]) -> bool:
    """Whether `wanted` is a sum, difference, product, quotient or percentage of some of the given figures."""
    return any(abs(found - wanted) <= CLOSE for found in _results(tuple(given)[:MOST]))


def _results(given: tuple[Decimal, ...]) -> Iterator[Decimal]:
    for size in range(2, len(given) + 1):
        for some in combinations(given, size):
            yield sum(some, Decimal(0))
            yield 2 * max(some) - sum(some, Decimal(0))
    for x, y in combinations(given, 2):
        yield from _two(x, y)
    for x, y, z in combinations(given, 3):
        for first, second, third in ((x, y, z), (x, z, y), (y, z, x)):
            for middle in (first + second, first * second, abs(first - second)):
                yield from _two(middle, third)


def _two(x: Decimal, y: Decimal) -> Iterator[Decimal]:
    yield from (x + y, abs(x - y), x * y, x * y / 100)
    for top, under in ((x, y), (y, x)):
        try:
            yield top / under
        except (DivisionByZero, InvalidOperation):
            continue
