"""Times and figures as rows of JSON, in the format of `claims annotate --jsonl`."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any

from claims.reading.annotations import Figure, TimeMention


def time_row(mention: TimeMention) -> dict[str, Any]:
    """start, end, text, edtf and the bounds: from inclusive, until exclusive, null where open."""
    return {
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "edtf": mention.when.edtf,
        "from": _instant(mention.when.earliest),
        "until": _instant(mention.when.latest),
        "grain": mention.grain.value,
        "relation": mention.relation.value,
        "approximate": mention.approximate,
    }


def figure_row(figure: Figure) -> dict[str, Any]:
    """start, end, text, value (null for a range, then low and high), unit, comparator, kind and direction."""
    return {
        "start": figure.start,
        "end": figure.end,
        "text": figure.text,
        "value": _number(figure.value),
        "low": _number(figure.low),
        "high": _number(figure.high),
        "unit": figure.unit,
        "comparator": figure.comparator.value,
        "kind": figure.kind.value,
        "direction": figure.direction,
        "noun": figure.noun,
    }


def _instant(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() and abs(value) < 10**15 else float(value)
