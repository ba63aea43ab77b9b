"""Entity: the same deed is told of two different parties, places or products."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claims.detect.clashes import lines_of
from claims.detect.pairs import Pair
from claims.detect.scene import Scene
from claims.detect.told import Told
from claims.detect.wording import finding
from claims.findings import Finding
from claims.reading.senses import fold, sense
from claims.vocabulary import ConflictKind

CLEFT_ALIKE = 0.3
_CLEFT = re.compile(
    r"了?的(?:其实|实际上?)?是([\u3400-\u9fff]{2,12})| was (?:in fact |actually )?(?:that of )?([A-Z][\w’'-]+)"
)
ROLES = frozenset({"transfer", "leading", "ownership", "arrival", "trade", "contracting", "authorship"})
ALIKE = 0.3
ONE_THING = 0.4  # where the thing itself is no listed noun
_ROLE_EN = re.compile(
    r"\b(?:to|by|from|in|at) (?:the |its |his |her |our own |our )?((?:[A-Z][\w'’.-]*)(?: (?:of |the )?[A-Z][\w'’.-]*)*)"
)
_ROLE_ZH = re.compile(
    r"(?:由|移交|交给|转给|给了|运往|属于?|归|授予|判给|颁给|发包给)了?([\u3400-\u9fff]{2,12}?)(?=领|跟|的|所|生产|承|负责|设|兴建|建设$|出资|，|,|。|$)"
    r"|(?:领投|牵头|中标|买|卖|收购|承建|责任)方(?:是|为)([\u3400-\u9fff]{2,10})"
)


def entities(scene: Scene) -> Iterator[Finding]:
    """The same deed is told with two different parties, recipients, places or products."""
    for pair in scene.pairs:
        other = _cleft(pair)
        if other:
            because = f"It was {other}, says the one; the other tells it of something else."
            yield finding(pair.a, pair.b, ConflictKind.entity, "entities", because)
            continue
        if pair.share < ALIKE or not (pair.a.plain and pair.b.plain) or pair.a.denies_any or pair.b.denies_any:
            continue
        lines = {e.line for e in pair.a.sense.events if e.holds} & {e.line for e in pair.b.sense.events if e.holds}
        if not lines & ROLES:
            continue
        roles = _roles(pair.a), _roles(pair.b)
        if roles[0] and roles[1] and not _overlap(*roles) and not _told_by_other(pair, *roles) and _one_thing(pair):
            values = (sorted(roles[0])[0], sorted(roles[1])[0])
            because = f"{values[0]} in the one, {values[1]} in the other."
            yield finding(pair.a, pair.b, ConflictKind.entity, "entities", because, values)


def _cleft(pair: Pair) -> str | None:
    """What one says it was that it happened to, where the other tells the same of another."""
    if pair.share < CLEFT_ALIKE or pair.same_speaker or not (pair.a.plain and pair.b.plain):
        return None
    for one, other in ((pair.a, pair.b), (pair.b, pair.a)):
        shared = {e.line for e in one.sense.events if e.holds} & {e.line for e in other.sense.events if e.holds}
        ends = {e.end for e in one.sense.events if e.line in shared}
        for found in _CLEFT.finditer(one.said.quote):
            named = str(found[1] or found[2])
            apart = not one.valid or not other.valid or one.valid.meets(other.valid)
            if found.start() in ends and apart and _bare(named) not in _bare(other.said.quote):
                return named
    return None


def _bare(words: str) -> str:
    return fold(words).replace("的", "")


def _roles(told: Told) -> set[str]:
    quote = told.said.quote
    names = {name for name in _ROLE_EN.findall(quote) if len(name) > 3 or not name.isupper()}
    names = {name for name in names if sense(f"x {name}").names}  # months and days are no parties
    return names | {next(filter(None, m.groups())) for m in _ROLE_ZH.finditer(quote)}


def _overlap(a: set[str], b: set[str]) -> bool:
    return any(fold(x) in fold(y) or fold(y) in fold(x) for x in a for y in b)


def _told_by_other(pair: Pair, mine: set[str], theirs: set[str]) -> bool:
    """Whether a party of the one has another part in the other."""
    a, b = fold(pair.a.said.quote), fold(pair.b.said.quote)
    return any(fold(name) in b for name in mine) or any(fold(name) in a for name in theirs)


def _one_thing(pair: Pair) -> bool:
    if pair.same_speaker or pair.same_document:
        return False
    if {"leading", "contracting", "authorship"} & lines_of(pair.a) & lines_of(pair.b):
        return True
    if pair.shares("w", "n") and pair.share >= ONE_THING:
        return True
    return pair.shares("t") >= 1 or len([key for key in pair.near if key[0] == "t"]) >= 1
