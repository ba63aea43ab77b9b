"""Names in an English text: runs of capitalised words, told apart as people, organisations and the rest."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

from claims.reading.annotations import Span
from claims.reading.wordlists import words
from claims.vocabulary import AgentKind

_WORD = r"[A-Z][\w’'&]*(?:[.-][A-Za-z]+)*\.?"
_RUN = re.compile(
    r"(?<![\w’'])(?:[A-Z]\.(?: ?[A-Z]\.){0,4}+ ?)?[A-Z][\w&-]*+(?:[’'][A-Z][a-z]+|[’']s?(?= [A-Z]))?"
    r"(?:(?: (?:of|for|and|&|de|da|van|von|der|al|bin|la|le|du|of the|for the) | [A-Z]\. |[ -]|, (?=Inc|Ltd|Jr|Sr))"
    r"[A-Z][\w&-]*+(?:[’'][A-Z][a-z]+|[’']s?(?= [A-Z]))?){0,12}+"
)
_JOIN = re.compile(r" (?:of|for|and|&|of the|for the) ")
MOST = 20_000  # mentions in one text; whatever has more is a list, and no reader's prose
_OWNER = re.compile(r"[’']s? ")
_PREPOSITION = re.compile(
    r"\b(?:of|in|at|to|from|for|with|by|on|near|against|about|toward|towards|over|than|like) (?:the )?$", re.I
)
_AFTER_ROLE = re.compile(r"(?:^|[^A-Za-z])([a-z-]+) $")


@dataclass(frozen=True, slots=True)
class Mention(Span):
    """A capitalised run that names something, without title and possessive."""

    text: str
    kind: AgentKind | None  # None when it cannot be told: a place, a product, a bare surname
    title: str | None = None  # the title that stands with it, in small letters
    oblique: bool = False  # behind a preposition or owning what follows: not what its sentence is about


def mentions(text: str, start: int = 0, end: int | None = None) -> list[Mention]:
    """Every name of text[start:end] in order."""
    end = len(text) if end is None else end
    small = _small_words(text, start, end)
    out: list[Mention] = []
    for found in _RUN.finditer(text, start, end):
        if len(out) > MOST:
            break
        out += _of_run(text, found.start(), found.end(), small)
    return _kinds_by_repetition(out)


def _small_words(text: str, start: int, end: int) -> frozenset[str]:
    """Words that the text also writes small: capitalised, they only begin a sentence."""
    return frozenset(re.findall(r"(?<![\w’'])[a-z][a-z]+", text[start:end]))


def _of_run(text: str, start: int, end: int, small: frozenset[str]) -> list[Mention]:
    start, end = _trimmed(text, start, end, small)
    if end <= start:
        return []
    run = text[start:end]
    opening = not text[max(0, start - 2) : start].strip(" “‘\"'.?!\n")
    parts = list(_JOIN.finditer(run))
    owners = list(_OWNER.finditer(run))
    if owners and not _of_institution(run):
        parts = owners
    if parts and (parts is owners or not _one_name(run, opening)):
        out: list[Mention] = []
        at = 0
        for part in parts:
            out += _of_run(text, start + at, start + part.start(), small)
            at = part.end()
        return out + _of_run(text, start + at, end, small)
    if " " not in run and opening and _title_behind(text, end):
        return []  # Opposition leader Jane Doe: the first word only tells of the title
    begin, title = _after_titles(run)
    if begin >= len(run):
        return []
    name = run[begin:]
    if name.isupper() and len(name) <= 1 and name != "X":
        return []
    kind = _kind(text, start + begin, name, title)
    oblique = bool(_PREPOSITION.search(text[max(0, start - 12) : start])) or text[end : end + 2] in ("’s", "'s")
    return [Mention(start + begin, end, name, kind, title or _role_before(text, start + begin), oblique)]


def _trimmed(text: str, start: int, end: int, small: frozenset[str]) -> tuple[int, int]:
    """Without words at the front that are capitals only by position, and without a possessive at the end."""
    while start < end:
        first = re.match(r"[\w’'&.-]+", text[start:end])
        if first is None:
            start += 1
            continue
        word = first[0].rstrip(".").lower()
        opening = (
            start == 0
            or text[max(0, start - 2) : start].strip() in ("", ".", "?", "!", "“", '"', "‘", ":", "”")
            or text[start - 1] in '\n“"‘('
        )
        common = word in words("names_en", "commons") or (opening and word in small and not _title_like(word))
        if not common:
            break
        start += first.end()
        while start < end and not text[start].isalnum():
            start += 1
        joined = re.match(r"(?:of|for|and|the|de|la) ", text[start:end])
        if joined:
            start += joined.end()
    while end > start and text[end - 1] in " ,.&-’'":
        if text[end - 1] == "." and re.search(r"\b(?:Inc|Corp|Co|Ltd|Jr|Sr)\.$", text[start:end]):
            break
        end -= 1
    if text[start:end].endswith(("’s", "'s")):
        end -= 2
    return start, end


def _title_behind(text: str, end: int) -> bool:
    found = re.match(r" ([a-z-]+) [A-Z]", text[end : end + 30])
    return found is not None and found[1] in words("names_en", "titles")


def _title_like(word: str) -> bool:
    return word in words("names_en", "titles") or word in words("names_en", "honorifics")


def _of_institution(run: str) -> bool:
    """True for Children's Hospital, where the possessive is part of the name."""
    last = run.split()[-1].strip(".,").lower()
    return last in words("names_en", "organisations") and "’s " not in run.replace("'", "’").split(" ", 1)[0] + " "


def _one_name(run: str, opening: bool) -> bool:
    """True for Ministry of Health, Johnson & Johnson; False for Smith and Jones."""
    if " & " in run:
        return True
    pieces = re.split(_JOIN, run)
    first = {word.lower() for word in re.findall(r"[A-Za-z]+", pieces[0])}
    if " and " in run:
        return bool(first & words("names_en", "organisations")) and (" of " in run or " for " in run)
    return bool(first & (words("names_en", "organisations") | words("names_en", "bodies"))) or (
        not opening and len(pieces) == 2 and len(pieces[0].split()) <= 2 and not first & words("names_en", "titles")
    )


def _after_titles(run: str) -> tuple[int, str | None]:
    """Where the name begins behind Mr., Gov. or Minister, and the last such title."""
    at, title = 0, None
    for found in re.finditer(r"[A-Za-z-]+\.?(?: |$)", run):
        word = found[0].strip(" .").lower()
        if found.start() != at or not _title_like(word) or found.end() >= len(run):
            break
        at, title = found.end(), word
    return at, title


def _role_before(text: str, start: int) -> str | None:
    found = _AFTER_ROLE.search(text[max(0, start - 24) : start])
    word = found[1] if found else ""
    return word if word in words("names_en", "titles") or word in words("names_en", "honorifics") else None


def _kind(text: str, start: int, name: str, title: str | None) -> AgentKind | None:
    parts = [part.strip(".,").lower() for part in name.split()]
    if title or _role_before(text, start):
        return AgentKind.person if not set(parts) & words("names_en", "organisations") else AgentKind.organisation
    if set(parts[-1:]) & words("names_en", "outlets"):
        return AgentKind.outlet
    if set(parts) & words("names_en", "organisations"):
        return AgentKind.organisation
    if name.isupper() and 2 <= len(name) <= 6 and name.isalpha():
        return AgentKind.organisation
    if set(parts[-1:]) & words("names_en", "places") and len(parts) > 1:
        return None
    if len(parts) in (2, 3) and all(
        re.fullmatch(r"[A-Z](?:[a-z’'-]+[A-Z]?[a-z]*|\.|[a-z]*[A-Z][a-z]+)", part) for part in name.split()
    ):
        return AgentKind.person
    return None


def _kinds_by_repetition(found: list[Mention]) -> list[Mention]:
    """A bare surname takes the kind of the one person who bears it."""
    people = Counter(
        m.text.split()[-1] for m in {m.text: m for m in found if m.kind is AgentKind.person and " " in m.text}.values()
    )
    firsts = {
        m.text.split()[0] for m in found if m.kind in (AgentKind.organisation, AgentKind.outlet) and " " in m.text
    }
    straight = {m.text for m in found if not m.oblique or m.title}
    out = []
    for mention in found:
        if mention.kind is AgentKind.person and mention.text not in straight:
            mention = replace(mention, kind=None)  # only ever in, at or to it: a place sooner than a person
        if (
            mention.kind is AgentKind.person
            and mention.title is None
            and " " in mention.text
            and mention.text.split()[0] in firsts
        ):
            # A name that begins as an organisation's does is its affiliate sooner than a person.
            mention = replace(mention, kind=AgentKind.organisation)
        if mention.kind is None and " " not in mention.text and people.get(mention.text):
            mention = replace(mention, kind=AgentKind.person)
        out.append(mention)
    return out
