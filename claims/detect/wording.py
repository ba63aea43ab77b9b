"""The words of a finding: its neutral question, its reason, the two values as they stand."""

from __future__ import annotations

from dataclasses import replace

from claims.detect.told import Told
from claims.findings import Finding
from claims.vocabulary import ConflictKind, Separator

LONGEST = 90  # characters of a quote inside an explanation


def finding(
    a: Told,
    b: Told,
    kind: ConflictKind,
    rule: str,
    because: str,
    values: tuple[str, str] | None = None,
    question: str | None = None,
) -> Finding:
    """The finding that a and b may not both hold; the one said first comes first."""
    value_a, value_b = values or (short(a.said.quote), short(b.said.quote))
    explanation = f"{_says(a)} “{short(a.said.quote)}”; {_says(b)} “{short(b.said.quote)}”. {because}"
    return Finding(a.id, b.id, kind, explanation, rule, value_a, value_b, question=question or _question(a, b, kind))


def explained(
    a: Told, b: Told, kind: ConflictKind, rule: str, by: Separator, why: str, values: tuple[str, str] | None = None
) -> Finding:
    """A pair that only looks at odds, with what tells the two apart."""
    return replace(finding(a, b, kind, rule, f"Explained: {why}", values), explained_by=by)


def short(text: str) -> str:
    """The text, cut at a length that can be read at a glance."""
    flat = " ".join(text.split())
    return flat if len(flat) <= LONGEST else flat[: LONGEST - 1] + "…"


def _says(told: Told) -> str:
    when = told.said.statement.said_on
    day = f" ({when[:10]})" if when and when[0].isdigit() and "/" not in when else ""
    return f"{told.said.speaker.name}{day}:"


def _question(a: Told, b: Told, kind: ConflictKind) -> str:
    about = topic(a, b)
    match kind:
        case ConflictKind.numeric:
            return f"How much or how many{about}?"
        case ConflictKind.temporal:
            return f"When{about}?"
        case ConflictKind.attribution:
            return f"Who said or wrote it{about}?"
        case ConflictKind.entity:
            return f"Which party, place or product{about}?"
        case ConflictKind.drift:
            return f"What were the words of {a.said.speaker.name}{about}?"
        case ConflictKind.promise_outcome:
            return f"Was what was announced carried out{about}?"
        case ConflictKind.retraction:
            return f"Which version stands{about}?"
        case _:
            return f"Did it happen{about}?"


def topic(a: Told, b: Told) -> str:
    """ ", on …" with what both speak of; empty when they share no readable word."""
    names = [n for n in (a.said.claim.subject, b.said.claim.subject) if n]
    things = sorted(a.sense.things & b.sense.things) or sorted(a.sense.lines & b.sense.lines)
    words = [*dict.fromkeys(names[:1]), *(t.replace("_", " ") for t in things[:2])]
    return f" ({', '.join(words)})" if words else ""
