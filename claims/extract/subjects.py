"""Of whom or what a clause speaks, what it says of it, and what its figure counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claims.reading.annotations import Clause, Figure, Name, Voice
from claims.vocabulary import AgentKind, FigureKind

_FIRST_EN = re.compile(r"^\W*(?:(?:and|but|so|yet)\s+)?(?:I|we|our|my|we've|I've|we'll|I'll)\b", re.I)
_FIRST_ZH = re.compile(r"^[^一-鿿]*(?:我们|我|本人|咱们|本公司|我司|我局|本局|我院|本院|我校|本校|我市|本社|我社)")
_PREPOSED = re.compile(
    r"(?:\b(?:to|of|at|by|for|in|from|with|on|against|than|as for|about)|['’]s|在|向|对|与|和|从|由|给|据|比起)\s*$",
    re.I,
)
_THIRD = re.compile(
    r"(?:(?:and|but|so|yet)\s+)?(?:it|they|he|she|this|these|those|that)\b|[它他她][们]?|该[^\u4e00-\u9fff]?", re.I
)
INSTITUTIONS = (AgentKind.organisation, AgentKind.outlet)
_PLACED = re.compile(r"\b(?:at|in|near|around|outside|from)\s$", re.I)
_THE = re.compile(r"\b(?:the|this|that|its|our)\s$", re.I)
_NOUN = re.compile(r" (?!(?:is|are|was|were|has|had|will|would|and|or|said|says)\b)[a-z]")
OPENING = 12  # characters within which the pronoun stands that opens a clause
LONGEST = 60  # characters of a predicate


@dataclass(frozen=True, slots=True)
class Core:
    """Subject, predicate, object and measure of a clause; None where the words do not tell."""

    subject: str | None
    predicate: str | None
    object: str | None
    measure: str | None


def core(
    clause: Clause, quote: str, names: Sequence[Name], figures: Sequence[Figure], speaker: Voice, before: str | None
) -> Core:
    """The parts of a clause; `before` is the subject of the clause in front, for one that leaves its own out."""
    people = [n for n in names if n.what in ("agent", "product", "pronoun") and not _only_place(n, clause, quote)]
    subject = _subject(clause, quote, people, speaker, before)
    first = next((n for n in people if n.agent == subject), None)
    start = first.end - clause.start if first else 0
    other = next((n.agent for n in people if n.agent != subject and n.what != "pronoun"), None)
    measure = next(
        (f.noun or f.unit for f in figures if f.kind is not FigureKind.duration and (f.noun or f.unit)), None
    )
    return Core(subject, quote[start:].strip(" ,，。.;；")[:LONGEST] or None, other, measure)


def _only_place(name: Name, clause: Clause, quote: str) -> bool:
    """True for a word that an institution's name shares with a place: "the bridge at Acton" is not Acton Radio."""
    if name.kind not in INSTITUTIONS or not name.text.isascii() or not name.agent.startswith(name.text + " "):
        shared = name.kind in INSTITUTIONS and name.text.isascii() and name.agent.endswith(" " + name.text)
        if not shared:
            return False
    at = name.start - clause.start
    before, after = quote[max(0, at - 12) : at], quote[at + len(name.text) :]
    return bool(_PLACED.search(before)) or bool(_THE.search(before) and _NOUN.match(after))


def _subject(clause: Clause, quote: str, names: Sequence[Name], speaker: Voice, before: str | None) -> str | None:
    if (_FIRST_EN.match(quote) or _FIRST_ZH.match(quote)) and speaker.kind is not AgentKind.unnamed:
        return speaker.name
    if _THIRD.match(quote):
        meant = next((n for n in names if n.what == "pronoun" and n.start - clause.start < OPENING), None)
        return meant.agent if meant else before
    plain = [
        n for n in names if not _PREPOSED.search(quote[max(0, n.start - clause.start - 10) : n.start - clause.start])
    ]
    half = clause.start + max(24, (clause.end - clause.start) * 2 // 3)
    for name in (*plain, *names):
        if name.start <= half:
            return name.agent
    return before
