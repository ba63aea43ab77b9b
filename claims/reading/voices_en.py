"""Whose words they are, from the English phrase before or after a verb of saying."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims.reading.names_en import Mention
from claims.reading.wordlists import words
from claims.vocabulary import AgentKind

_DETERMINER = re.compile(
    r"^(?:the|a|an|this|that|these|those|his|her|its|their|our|my|your|one|two|three|four|five|six|some|several|many|most|both|no|all|another|other)\b ?",
    re.I,
)
_INDEFINITE = re.compile(r"^(?:an?|one|two|three|four|some|several|many|another|other)\b", re.I)
_SELF = re.compile(r" (?:itself|himself|herself|themselves)$")
_SAME = re.compile(r"^(?:the )?(?:same|latter|former) ", re.I)
_WORD = re.compile(r"[A-Za-z][\w’'-]*")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase reduced to whoever it names."""

    text: str
    kind: str  # name, title, organisation, document, unnamed, he, she, it, they, who, first
    agent: AgentKind | None = None
    owner: str | None = None


def phrase(words_: str, apposition: str, start: int, names: list[Mention]) -> Phrase | None:
    """Who the words at `start` name; `apposition` follows them between commas, `names` are those inside both."""
    text = _SELF.sub("", words_.strip(' ,;:—–-“”"'))
    low = text.lower()
    if not text or len(text) > 160:
        return None
    pronoun = _pronoun(low)
    if pronoun:
        return Phrase(text, pronoun)
    end = start + len(words_)
    inside = [m for m in names if start <= m.start < end]
    ending = next(
        (
            m
            for m in reversed(inside)
            if m.end >= start + len(words_.rstrip(" ,’'\")")) - (2 if text.endswith(("’s", "'s")) else 0)
        ),
        None,
    )
    head = head_noun(text)
    if ending and not _prepositional(text, ending.text) and not _document_head(text, ending):
        return Phrase(ending.text, "name", ending.kind)
    if apposition:
        named = next((m for m in names if m.start >= end), None)
        if named and apposition.lstrip(" ,").startswith((named.text, *_titled(named))):
            return Phrase(named.text, "name", AgentKind.person if named.kind is None else named.kind)
    if head in words("speech_en", "document_nouns"):
        if _INDEFINITE.match(text) or (
            head.endswith("s")
            and not _DETERMINER.match(text)
            and head not in ("figures", "statistics", "data", "minutes")
        ):
            return Phrase(_without_the(text), "unnamed", AgentKind.unnamed)
        return Phrase(_without_the(text), "document", AgentKind.document, inside[0].text if inside else None)
    if _SAME.match(text) or head in words("unnamed_en", "heads"):
        return Phrase(_without_the(text), "unnamed", AgentKind.unnamed)
    if (
        head in words("names_en", "bodies")
        or head in words("unnamed_en", "companies")
        or head in words("names_en", "organisations")
    ):
        if inside:
            return Phrase(_turned(text, inside), "name", AgentKind.organisation)
        return Phrase(head, "organisation", AgentKind.organisation)
    if head in words("names_en", "titles"):
        if low.startswith(("a ", "an ", "one ", "two ", "another ")) or (head.endswith("s") and not inside):
            return Phrase(_without_the(text), "unnamed", AgentKind.unnamed)
        return Phrase(head, "title", AgentKind.person, inside[0].text if inside else None)
    if ending or inside:
        return Phrase((ending or inside[0]).text, "name", (ending or inside[0]).kind)
    if low.startswith(
        ("a ", "an ", "one ", "two ", "three ", "some ", "several ", "many ", "most ", "another ")
    ) or head.endswith("s"):
        return Phrase(_without_the(text), "unnamed", AgentKind.unnamed)
    return Phrase(_without_the(text), "weak")


def _pronoun(low: str) -> str | None:
    if low in ("he", "she", "it", "they", "who"):
        return low
    if low == "which":
        return "who"
    if low == "you":
        return "you"
    if low in ("i", "we"):
        return "first"
    return "they" if low in ("both", "the two", "the pair", "the three") else None


def head_noun(text: str) -> str:
    """The noun the phrase is about: the last word before its first preposition."""
    last = ""
    for found in _WORD.finditer(_DETERMINER.sub("", text)):
        word = found[0].lower()
        if word in words("unnamed_en", "after_head") and last:
            break
        last = word
    return last.removesuffix("’s").removesuffix("'s")


def _prepositional(text: str, name: str) -> bool:
    """True when the name only hangs on a noun by a preposition: a spokesman for Acme, the board of Acme."""
    before = text[: text.rfind(name)].lower()
    return bool(
        re.search(
            r"\b(?:of|for|from|in|at|to|with|by|on|against|near|about|around|than)(?: the| a| an)?(?: [a-z]+){0,2} $",
            before,
        )
    ) and bool(re.search(r"[a-z]", before.split(" of ")[0]))


def _document_head(text: str, ending: Mention) -> bool:
    return ending.text.split()[-1].lower() in words("speech_en", "document_nouns") and ending.kind is None


def _titled(named: Mention) -> tuple[str, ...]:
    title = named.title or ""
    return (title, title.capitalize(), f"{title.capitalize()}.") if title else ()


def _without_the(text: str) -> str:
    return re.sub(r"^(?:the|an?) (?=[a-z])", "", text) if re.match(r"the ", text, re.I) else text


def _turned(text: str, inside: list[Mention]) -> str:
    """the board of Acme Corp -> Acme Corp board; a ministry of health of a place -> its Ministry of Health."""
    found = re.match(r"(?:the |an? )?(?P<what>[a-z][a-z -]*?) (?:of|at|for) ", text, re.I)
    if not found or not found["what"].islower():
        return inside[-1].text
    what, owner = found["what"], inside[-1].text
    field = re.fullmatch(r"([a-z -]+) (ministry|department|office|bureau)", what)
    if field:
        return f"{owner} {field[2].capitalize()} of {field[1].title()}"
    return f"{owner} {what}"
