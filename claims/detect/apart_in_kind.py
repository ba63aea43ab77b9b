"""What tells two statements apart in kind: another measure, scope, party or lot; a plan, an opinion.

Each test gives the reason in words, or None.
"""

from __future__ import annotations

import re

from claims.detect.pairs import Pair
from claims.detect.swaps import changes, pieces
from claims.reading.amounts import comparable
from claims.vocabulary import Act

PARALLEL = 0.6  # pieces in common from which two sentences are built alike
_NUMBERS = re.compile(r"[\d０-９][\d０-９.,，．]*[万亿千百]*")


def other_measure(pair: Pair) -> str | None:
    """One is per unit, counts equivalents, or leaves something out."""
    for cue, words in (
        ("per_unit", "one is per unit"),
        ("equivalent", "one counts equivalents"),
        ("net", "one leaves something out"),
    ):
        if pair.a.has(cue) != pair.b.has(cue):
            return f"{words}, the other is not."
    return None


def other_scope(pair: Pair) -> str | None:
    """One is a part, a total, what a place can hold, or of a wider subject."""
    for cue, words in (
        ("part", "one is a part of the whole"),
        ("gross", "one is a total"),
        ("capacity", "one is what a place can hold"),
    ):
        if pair.a.has(cue) != pair.b.has(cue) and not _part_above_whole(pair, cue):
            return f"{words}, the other is not."
    mine, theirs = pair.a.said.claim.subject, pair.b.said.claim.subject
    if mine and theirs and mine != theirs and (mine in theirs or theirs in mine):
        return f"{mine} and {theirs} are not the same extent."
    return None


def _part_above_whole(pair: Pair, cue: str) -> bool:
    """A total that is less than what some of it comes to is no matter of scope."""
    marked, other = (pair.a, pair.b) if pair.a.has(cue) else (pair.b, pair.a)
    if cue != "gross" or not marked.amounts:
        return False
    two = [(x, y) for x in marked.amounts for y in other.amounts if comparable(x, y)]
    return bool(two) and all(x.value < y.value and not x.agrees(y) for x, y in two)


def other_party(pair: Pair) -> str | None:
    """They name different parties."""
    one, other = pair.a.said.claim.subject, pair.b.said.claim.subject
    if (
        one
        and other
        and one in pair.a.said.quote
        and other in pair.b.said.quote
        and one not in other
        and other not in one
    ):
        return f"one is of {one}, the other of {other}."
    mine, theirs = pair.a.sense.names - pair.b.sense.names, pair.b.sense.names - pair.a.sense.names
    mine -= pair.b.around.names | {pair.b.speaker}
    theirs -= pair.a.around.names | {pair.a.speaker}
    if mine and theirs:
        return "they name different parties."
    return None


def further_lot(pair: Pair) -> str | None:
    """One speaks of a further lot."""
    if pair.a.has("again") != pair.b.has("again"):
        return "one is a further lot."
    return None


def built_alike(pair: Pair) -> str | None:
    """Sentences built alike that name two different things."""
    if any(told.has("total", "only") for told in (pair.a, pair.b)):
        return None
    one, other = (_NUMBERS.sub("#", told.said.quote) for told in (pair.a, pair.b))
    found, alike = changes(pieces(one), pieces(other))
    swapped = [change.words for change in found if change.mine and change.theirs and change.mine != change.theirs]
    if alike >= PARALLEL and len(swapped) == 1 and swapped[0][0].isalpha() and swapped[0][1].isalpha():
        return f"one is of {swapped[0][0]}, the other of {swapped[0][1]}."
    return None


def plan_and_deed(pair: Pair) -> str | None:
    """A plan beside what has been carried out."""
    if pair.a.has("plan") != pair.b.has("plan") and (pair.a.has("already", "still") or pair.b.has("already", "still")):
        return "a plan against what has been carried out."
    return None


def opinion(pair: Pair) -> str | None:
    """One of them is an opinion."""
    return "one is an opinion." if Act.opinion in (pair.a.act, pair.b.act) else None
