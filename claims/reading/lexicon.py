"""Which line of meaning a word stands on: "running" and "halted" on one, "sent" and "transferred" on another.

The lists (words/events.yaml, things.yaml, relations.yaml, antonyms.yaml) hold general language in
Chinese and English. They are read once, when first asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from claims.reading.wordfile import word_file

_WORD = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[-'’][A-Za-z0-9]+)*")
_VOWEL = frozenset("aeiouy")


@cache
def _irregular() -> Mapping[str, str]:
    return {form: base for base, forms in word_file("irregular_forms").items() for form in forms}


@cache
def stem(word: str) -> str:
    """The word without its inflection, in small letters: shipped, ships and shipping give one answer."""
    low = word.lower().replace("’", "'").removesuffix("'s").removesuffix("'")
    if low in _irregular():
        return _irregular()[low]
    if len(low) > 4 and low.endswith("ies"):
        return low[:-3] + "y"
    for ending in ("ing", "ed"):
        if len(low) - len(ending) >= 3 and low.endswith(ending) and _VOWEL & set(low[: -len(ending)]):
            return _bare(low[: -len(ending)])
    if len(low) > 4 and low.endswith(("sses", "shes", "ches", "xes", "zes")):
        return _bare(low[:-2])
    if len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "us", "is")):
        return _bare(low[:-1])
    return _bare(low)


def _bare(word: str) -> str:
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiouls":
        return word[:-1]
    if len(word) > 3 and word.endswith("y") and word[-2] not in _VOWEL:
        return word
    return word[:-1] if len(word) > 3 and word.endswith("e") else word


@dataclass(frozen=True, slots=True)
class Token:
    """An English word of a text and where it stands."""

    start: int
    end: int
    text: str
    stem: str


def tokens(text: str) -> tuple[Token, ...]:
    """The Latin-script words of a text in order; "isn't" is "is" and "not"."""
    out: list[Token] = []
    for found in _WORD.finditer(text):
        word, start, end = found[0], found.start(), found.end()
        plain = word.replace("’", "'").lower()
        if plain.endswith("n't") and len(word) > 3:
            base = "can" if plain == "can't" else "will" if plain == "won't" else word[:-3]
            out += [Token(start, end - 3, word[:-3], stem(base)), Token(end - 3, end, "not", "not")]
        elif "-" in word and word[0].islower():
            out += [Token(start + m.start(), start + m.end(), m[0], stem(m[0])) for m in re.finditer(r"[^-]+", word)]
        else:
            out.append(Token(start, end, word, stem(word)))
    return tuple(out)


@dataclass(frozen=True, slots=True)
class Hit:
    """A listed word found in a text and the entries it belongs to."""

    start: int
    end: int
    word: str
    entries: tuple[tuple[str, bool], ...]  # (entry, holds)


class Lists:
    """Listed words of both languages, found in a text longest first, in time linear in its length."""

    def __init__(self, rows: Iterable[tuple[str, str, str, bool]]) -> None:
        """Rows are (language, word, entry, holds)."""
        zh: dict[str, set[tuple[str, bool]]] = {}
        en: dict[tuple[str, ...], set[tuple[str, bool]]] = {}
        for language, word, entry, holds in rows:
            if language == "zh":
                zh.setdefault(word.lower(), set()).add((entry, holds))
            else:
                en.setdefault(_phrase(word), set()).add((entry, holds))
        self._zh = _by_first({word: tuple(sorted(entries)) for word, entries in zh.items()})
        self._en = _by_first({stems: tuple(sorted(entries)) for stems, entries in en.items() if stems})

    def find(self, text: str, words: tuple[Token, ...]) -> Iterator[Hit]:
        """Hits in order; none overlaps another of its language."""
        low, at = text.lower(), 0
        while at < len(low):
            step = 1
            for word, entries in self._zh.get(low[at], ()):
                if low.startswith(word, at):
                    yield Hit(at, at + len(word), word, entries)
                    step = len(word)
                    break
            at += step
        at = 0
        while at < len(words):
            step = 1
            for stems, entries in self._en.get(words[at].stem, ()):
                taken = _matched(stems, words, at)
                if taken:
                    start, end = words[at].start, words[at + taken - 1].end
                    yield Hit(start, end, text[start:end], entries)
                    step = taken if "*" not in stems else 1
                    break
            at += step


GAP = 4  # words that may stand where a listed phrase has "*"


def _phrase(words: str) -> tuple[str, ...]:
    out: list[str] = []
    for part in words.split():
        out += ["*"] if part == "*" else [token.stem for token in tokens(part)]
    return tuple(out)


def _matched(stems: tuple[str, ...], words: tuple[Token, ...], at: int) -> int:
    """How many words the phrase takes from `at` on; 0 when it does not stand there."""
    here = at
    for place, wanted in enumerate(stems):
        if wanted == "*":
            after = stems[place + 1]
            here = next((n for n in range(here, min(here + GAP + 1, len(words))) if words[n].stem == after), -1)
            if here < 0:
                return 0
        elif here >= len(words) or words[here].stem != wanted:
            return 0
        else:
            here += 1
    return here - at


def _by_first(words: Mapping[Any, tuple[tuple[str, bool], ...]]) -> dict[str, tuple[Any, ...]]:
    first: dict[str, list[Any]] = {}
    for word, entries in words.items():
        first.setdefault(word[0], []).append((word, entries))
    return {key: tuple(sorted(rows, key=lambda row: (-len(row[0]), row[0]))) for key, rows in first.items()}


@cache
def events() -> Lists:
    """What can happen or hold, with the end of the line each word stands on."""
    return Lists(
        (language, word, line, end == "holds")
        for line, ends in word_file("events").items()
        for end in ("holds", "fails")
        for language, forms in ends.get(end, {}).items()
        for word in forms
    )


@cache
def against() -> frozenset[tuple[str, str]]:
    """Pairs of lines that cannot both hold of one thing, in both orders: what arrived was not delayed."""
    told = [(line, other) for line, ends in word_file("events").items() for other in ends.get("against", ())]
    return frozenset(told) | {(other, line) for line, other in told}


@cache
def things() -> Lists:
    """General nouns, one entry for both languages."""
    return _simple("things")


@cache
def cues() -> Lists:
    """Words that change how two statements bear on one another."""
    return _simple("relations")


def _simple(name: str) -> Lists:
    return Lists(
        (language, word, entry, True)
        for entry, forms in word_file(name).items()
        for language, words in forms.items()
        for word in words
    )
