"""A figure while it is being read: its value with everything the words around it add."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from claims.reading.annotations import Figure
from claims.vocabulary import Comparator, FigureKind

MOST = 10_000  # figures read of one text, and
TRIES = 40_000  # places looked at, so that a hostile megabyte is done within a second
COMPARATORS = {mark.value: mark for mark in Comparator}
UPPER = frozenset({Comparator.under, Comparator.at_most})
LOWER = frozenset({Comparator.over, Comparator.at_least})


@dataclass(slots=True)
class Draft:
    """A number and what belongs to it; start and end are offsets in the text."""

    start: int
    end: int
    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None
    kind: FigureKind = FigureKind.count
    comparator: Comparator = Comparator.equal
    direction: int = 0
    noun: str | None = None
    ceiling: Decimal | None = None  # below which an open amount stays: 2100余 is under 2200

    def figure(self, text: str) -> Figure:
        """The finished Figure; the bounds follow from value and comparator."""
        low, high = self.low, self.high
        while self.start < self.end and text[self.start].isspace():
            self.start += 1
        while self.end > self.start and text[self.end - 1].isspace():
            self.end -= 1
        if self.value is not None:
            mark = self.comparator
            low = None if mark in UPPER else self.value
            high = None if mark in LOWER else self.value
            if mark is Comparator.over and self.ceiling is not None:
                high = self.ceiling
        return Figure(
            self.start, self.end, text[self.start : self.end], self.value, low, high, self.unit, self.kind,
            self.comparator, self.direction, self.noun,
        )  # fmt: skip


def decimal(text: str) -> Decimal | None:
    """The number, or None when the text is none or beyond reason."""
    if len(text) > 60:
        return None
    try:
        value = Decimal(text)
    except InvalidOperation:
        return None
    return value if value.is_finite() and abs(value.adjusted()) < 40 else None


def scaled(value: Decimal, factor: Decimal | int) -> Decimal:
    """The product without a needless exponent or trailing zeros after the point."""
    product = value * factor
    return (
        product.quantize(Decimal(1))
        if product == product.to_integral_value() and abs(product.adjusted()) < 27
        else product
    )


def ceiling(value: Decimal, step: Decimal | None = None) -> Decimal:
    """What "2100 odd" stays under: one more of its last stated place."""
    if step is not None:
        return value + step
    shown = value.normalize()
    exponent = shown.as_tuple().exponent
    return value + (Decimal(1).scaleb(exponent) if isinstance(exponent, int) and value else Decimal(1))


def merged(drafts: list[Draft], low: str, links: frozenset[str]) -> list[Draft]:
    """Two bounds of one range made one: "over 20 and under 35", 大于100并且小于300."""
    out: list[Draft] = []
    for draft in drafts:
        last = out[-1] if out else None
        if last is not None and _opposite(last, draft) and low[last.end : draft.start].strip(" ,") in links:
            bounds = (last, draft) if last.comparator in LOWER else (draft, last)
            low_value, high_value = bounds[0].value, bounds[1].value
            if low_value is not None and high_value is not None and low_value < high_value:
                out[-1] = Draft(
                    last.start, draft.end, None, low_value, high_value, last.unit or draft.unit,
                    last.kind if last.unit else draft.kind, Comparator.equal, last.direction, draft.noun or last.noun,
                )  # fmt: skip
                continue
        out.append(draft)
    return out


def _opposite(a: Draft, b: Draft) -> bool:
    ways = {a.comparator in LOWER, b.comparator in LOWER}
    bounded = {a.comparator, b.comparator} <= UPPER | LOWER
    return bounded and ways == {True, False} and (a.unit == b.unit or a.unit is None or b.unit is None)
