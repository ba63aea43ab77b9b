"""Where two statements stand on one line of meaning at opposite ends: sent and not sent, halted and running."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims.detect.pairs import Pair
from claims.detect.told import Told
from claims.reading.lexicon import against
from claims.reading.likeness import GENERAL_LINES
from claims.reading.senses import Event, fold

MEASURED = frozenset({"rise"})  # ups and downs are a matter of figures
ALIKE = 0.4  # of the poorer, how much the other must say too, where the line is as general as "use" or "find"
ENOUGH = 1.6  # weight two statements must share before opposite ends count as a clash
ENOUGH_NEAR = 2.0  # where they share nothing else in their own words
ENOUGH_SWEEPING = 1.2  # where one denies without exception: "not one", "never"
ANSWER = 60  # characters between a statement and the answer to it

_FULL = re.compile(r"[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*)*")
_TO = re.compile(r"(?<!原定)(?<!本应)(?<!本该)(?<!本来)(?<!原本)(?:给|至|往|向)了?([\u3400-\u9fffA-Za-z]{2,4})")
_TO_EN = re.compile(r"\bto (?:the )?([A-Z][\w-]+)")
_IDENTITY = re.compile(r"并不是|不是|并非|不属|\b(?:is|was|are|were) not (?:a|an|the)\b", re.I)


@dataclass(frozen=True, slots=True)
class Clash:
    """The line, and the words on it."""

    line: str
    a: Event
    b: Event
    until: bool  # both say that it began or ended, and differ on what followed


def clash(pair: Pair, *, own: bool = False, lines_against: bool = True) -> Clash | None:
    """The first line on which the two cannot both hold; None when there is none.

    `own`: both are known to speak of one utterance, so that less need be shared.
    """
    if pair.a.lines.isdisjoint(pair.b.lines) and not (lines_against and _lines_apart(pair)):
        return None
    if not own and not _related(pair):
        return None
    for mine in pair.a.happening:
        for theirs in pair.b.happening:
            if mine.line == theirs.line:
                found = _opposed(pair, mine, theirs)
            else:
                found = _excluded(pair, mine, theirs) if lines_against else None
            if found:
                return found
    return None


def _lines_apart(pair: Pair) -> bool:
    return any((x, y) in against() for x in pair.a.lines for y in pair.b.lines)


def _opposed(pair: Pair, mine: Event, theirs: Event) -> Clash | None:
    if mine.holds == theirs.holds or mine.aside or theirs.aside:
        return None
    if mine.line in MEASURED and not (mine.negated or theirs.negated):
        return None
    if f"e:{mine.line}" in GENERAL_LINES and not (pair.share >= ALIKE and pair.shares("t", "n", "w")):
        return None
    ends_a, ends_b = _ends(pair.a, mine.line), _ends(pair.b, mine.line)
    if len(ends_a) == len(ends_b) == 2:
        return None
    if len(ends_a) + len(ends_b) == 3:
        one = pair.a if len(ends_a) == 1 else pair.b
        if not one.has("sweeping") and not one.has("still"):
            return None
        return Clash(mine.line, mine, theirs, not one.has("sweeping"))
    yes, no = (pair.a, pair.b) if mine.holds else (pair.b, pair.a)
    if (
        _of_others(yes, no)
        or _since(yes, no)
        or _partly(yes, no, mine.line)
        or _identity_only(pair)
        or _own_side(yes, no, mine.line)
    ):
        return None
    return Clash(mine.line, mine, theirs, False)


def _ends(told: Told, line: str) -> set[bool]:
    return {event.holds for event in told.happening if event.line == line and not event.aside}


def _of_others(yes: Told, no: Told) -> bool:
    """ "X received nothing" is not denied by what somebody else received."""
    if yes.said.statement.language[:2] != no.said.statement.language[:2] or not no.sense.names:
        return False
    named = yes.sense.names | {yes.speaker} | (frozenset() if yes.sense.names else yes.around.names)
    shared = no.sense.names & named
    own = {fold(first) for first in no.kin}
    alone = shared <= own and bool(no.sense.names - own) and not yes.sense.names  # "North" of "North Lab", in passing
    return not shared or alone or another_of_the_name(yes, no)


def another_of_the_name(a: Told, b: Told) -> bool:
    """Whether one has "Northstar Lab" where the other has "Northstar" or "Northstar Bank", and here both exist."""
    mine, theirs = (_full_names(told) for told in (a, b))
    return any(x != y and x.split()[0] == y.split()[0] for x in mine - theirs for y in theirs - mine)


def _full_names(told: Told) -> set[str]:
    names = (name.rstrip(".'’s") for name in _FULL.findall(told.said.quote))
    return {" ".join(name.split()[:2]) for name in names if name.split()[0] in told.kin}


def _since(yes: Told, no: Told) -> bool:
    """ "Not yet" is not denied by what happened afterwards."""
    if not no.has("still") or no.said_on is None or no.said_on.last_day is None:
        return False
    then = yes.said_on.first_day if yes.said_on else None
    return then is not None and then > no.said_on.last_day and not yes.has("delay")


def _partly(yes: Told, no: Told, line: str) -> bool:
    """ "Not all came" fits "some came", and "it came late"."""
    whole = no.has("total") and not no.has("sweeping")
    some = yes.has("only", "part") or (line != "delay" and "delay" in yes.sense.lines)
    return (whole or not no.has("sweeping")) and some and not yes.has("total")


def _identity_only(pair: Pair) -> bool:
    """ "That was no layoff" speaks of that one thing."""
    return any(_IDENTITY.search(told.said.quote) for told in (pair.a, pair.b)) and not (
        pair.same_speaker or any(x.same(y) for x in pair.a.amounts for y in pair.b.amounts) or pair.share >= 0.6
    )


def _own_side(yes: Told, no: Told, line: str) -> bool:
    """Nothing of ours went to others: that fits "it came to us"."""
    if line not in ("transfer", "arrival"):
        return False
    if any(fold(to) in no.sense.names for to in _TO_EN.findall(yes.said.quote)):
        return True
    if not no.has("elsewhere"):
        return False
    if any(to[:2] in no.said.quote for to in _TO.findall(yes.said.quote) if len(to) > 1):
        return True
    house = {fold(word) for word in (no.said.document.publisher or "").split() if len(word) > 3} | {no.speaker}
    return any(fold(word.strip("'’s")) in house for word in yes.said.quote.split() if len(word) > 4)


def _excluded(pair: Pair, mine: Event, theirs: Event) -> Clash | None:
    """Two lines that cannot hold together: what had all arrived was not late."""
    if (mine.line, theirs.line) not in against() or not (mine.holds and theirs.holds) or mine.aside or theirs.aside:
        return None
    if mine.doubled or theirs.doubled:
        return None
    if {mine.line, theirs.line} == {"storage", "transfer"}:
        stored = pair.a if mine.line == "storage" else pair.b
        return (
            Clash(mine.line, mine, theirs, False) if stored.has("only") and _ends(stored, "transfer") == set() else None
        )
    if not one_time(pair) and not pair.shares("t", "n") and not (pair.same_speaker and pair.shares("w")):
        return None
    lines = {mine.line, theirs.line}
    both = [told for told in (pair.a, pair.b) if lines <= {e.line for e in told.happening if e.holds}]
    if len(both) == 2 or (both and not (pair.b if both[0] is pair.a else pair.a).has("total")):
        return None
    return Clash(mine.line, mine, theirs, False)


def _related(pair: Pair) -> bool:
    beside = sum(key[0] in "tnw" for key in pair.shared)
    if (beside or _answers(pair)) and pair.weight >= ENOUGH:
        return True
    if any(told.has("sweeping") for told in (pair.a, pair.b)) and pair.weight >= ENOUGH_SWEEPING:
        return True
    if one_time(pair) and pair.weight >= 1.0:
        return True
    return pair.weight >= ENOUGH_NEAR and len(pair.near) >= 1


def _answers(pair: Pair) -> bool:
    """Whether one follows the other at once in one document, by another voice: an answer to it."""
    first, second = sorted((pair.a.said, pair.b.said), key=lambda said: said.passage.start)
    return pair.same_document and not pair.same_speaker and 0 <= second.passage.start - first.passage.end <= ANSWER


def one_time(pair: Pair) -> bool:
    """Whether both speak of one stated stretch of time of a quarter or less."""
    a, b = pair.a.valid, pair.b.valid
    if a is None or b is None or (a.first_day, a.last_day) != (b.first_day, b.last_day):
        return False
    return bool(a.first_day and a.last_day and (a.last_day - a.first_day).days <= 92)


def lines_of(told: Told, holds: bool = True) -> set[str]:
    """The particular lines that are said to hold (or to fail) in a statement."""
    return {e.line for e in told.happening if e.holds is holds and not e.aside and f"e:{e.line}" not in GENERAL_LINES}


def stated(told: Told) -> bool:
    """Whether it states a fact of the past or present."""
    return told.plain and not told.forward and not told.counterfactual
