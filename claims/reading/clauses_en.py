"""Where an English sentence divides: at semicolons and colons, before a clause of its own, and between two figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from claims.reading.annotations import Figure, Span, TimeMention
from claims.reading.phrases import either, phrases

LOOK = 12  # words within which the verb of a new clause must come
NEAR = 24  # characters after ", up" or "and" in which a figure must begin

_CUT = re.compile(r";\s|\s[–—]\s|:\s|,\s|\s(?=(?:and|but|so)\s)")
_WORD = re.compile(r"[A-Za-z][\w’'-]*|\d[\d,.]*|[$£€]")
_JOIN = re.compile(r"(and|but|so|yet|while|whereas|nor|or|although|though)\s+", re.I)
_CONTRACTED = re.compile(r"\w['’](?:d|ll|ve|re|m)$")
_QUOTE_OPENS = '“"‘'


def cut_english(
    text: str, start: int, end: int, times: Sequence[TimeMention], figures: Sequence[Figure]
) -> tuple[Span, ...]:
    """The clauses of one English sentence as adjoining spans; a subordinate or relative clause stays in its sentence."""
    if _subordinate(text, start):
        return (Span(start, end),)
    cuts = []
    floor = start
    for found in _CUT.finditer(text, start, end):
        if _in_quotes(text, start, found.start(), end) or _in_brackets(text, start, found.start()):
            continue
        after = found.end()
        if any(mark.start <= found.start() < mark.end for mark in (*times, *figures)):
            continue
        if _divides(text, floor, found.start(), after, end, text[found.start()], figures):
            cuts.append(after)
            floor = after
    edges = [start, *cuts, end]
    return tuple(Span(a, b) for a, b in pairwise(edges))


def _divides(text: str, floor: int, at: int, after: int, end: int, sign: str, figures: Sequence[Figure]) -> bool:
    left, right = text[floor:at], text[after:end]
    joined = _JOIN.match(right)
    rest = right[joined.end() :] if joined else right
    if sign == ";" and len(rest.split()) > 2 and has_verb(rest) and has_verb(left):
        return True
    if sign in ";–—:" or (sign == " " and left and text[at + 1 : at + 2] in "–—"):
        return _is_clause(rest) and (sign != ":" or len(left.split()) < LOOK)
    if sign == ",":
        if joined and joined[1].lower() == "or":
            tail = after + joined.end()
            return _figure_soon(figures, tail, NEAR // 2) and _figure_between(figures, floor, at)
        if joined:
            return _is_clause(rest) and _has_verb(left)
        return _reduced(right) and _figure_soon(figures, after, 2 * NEAR) and _figure_between(figures, floor, at)
    if joined is None:
        return False
    tail = after + joined.end()
    if _figure_between(figures, floor, at) and _figure_between(figures, tail, end):
        if _compares(right, joined.end(), figures, tail) and _has_comparative(left):
            return True
        if _past_verb(rest) and _has_verb(left):
            return True
    return _pronoun_clause(rest) and _has_verb(left)


def _is_clause(words_: str) -> bool:
    """A subject at the front and a finite verb soon after it, before the next comma or with one aside between."""
    tokens = _WORD.findall(words_[:160])[:LOOK]
    if len(tokens) < 2:
        return False
    first = tokens[0]
    low = first.lower().replace("’", "'")
    if not (
        low in _set("subjects")
        or first[0].isupper()
        or first[0].isdigit()
        or first in "$£€"
        or low in _auxiliary_subjects()
    ):
        return False
    return low in _auxiliary_subjects() or any(_verb(token) for token in tokens[1:])


def _pronoun_clause(words_: str) -> bool:
    tokens = _WORD.findall(words_[:60])[:4]
    pronouns = ("i", "we", "he", "she", "it", "they", "that", "there", "this", "nobody", "nothing")
    return len(tokens) >= 2 and (
        (tokens[0].lower() in pronouns and any(_verb(token) for token in tokens[1:]))
        or tokens[0].lower() in _auxiliary_subjects()
    )


@cache
def _set(key: str) -> frozenset[str]:
    return frozenset(phrases("clauses_en", key))


@cache
def _auxiliary_subjects() -> frozenset[str]:
    return frozenset(word for word in _set("auxiliaries") if "'" in word and not word.endswith("n't"))


def _verb(word: str) -> bool:
    if word == "May":
        return False
    low = word.lower().replace("’", "'")
    return low in _set("auxiliaries") or low in _set("verbs") or (low.endswith("ed") and len(low) > 3)


def _has_verb(words_: str) -> bool:
    return any(_verb(token) or token.endswith("s") for token in _WORD.findall(words_))


def has_verb(words_: str) -> bool:
    """True when some word is a finite verb, as far as forms tell."""
    return any(_verb(token) or _CONTRACTED.search(token) for token in _WORD.findall(words_))


def _past_verb(words_: str) -> bool:
    first = _WORD.match(words_)
    return first is not None and _verb(first[0]) and first[0].lower() not in ("be", "been")


def _reduced(right: str) -> bool:
    return bool(_reduced_heads().match(right))


@cache
def _reduced_heads() -> re.Pattern[str]:
    return re.compile(either(phrases("clauses_en", "reduced"), whole=True).pattern, re.I)


def _has_comparative(words_: str) -> bool:
    return bool(_comparatives().search(words_))


@cache
def _comparatives() -> re.Pattern[str]:
    return either(phrases("clauses_en", "comparatives"), whole=True)


def _compares(right: str, offset: int, figures: Sequence[Figure], tail: int) -> bool:
    figure = next((f for f in figures if tail <= f.start <= tail + 3), None)
    return figure is not None and bool(_comparatives().search(right[offset : figure.end - tail + offset + NEAR]))


def _figure_soon(figures: Sequence[Figure], after: int, reach: int) -> bool:
    return any(after <= figure.start <= after + reach for figure in figures)


def _figure_between(figures: Sequence[Figure], start: int, end: int) -> bool:
    return any(start <= figure.start < end for figure in figures)


def _subordinate(text: str, start: int) -> bool:
    return text[start : start + 3].lower() == "if "


def _in_quotes(text: str, start: int, at: int, end: int) -> bool:
    before = text[start:at]
    if before.count("“") > before.count("”"):
        return True
    return before.count('"') % 2 == 1 and '"' in text[at:end]


def _in_brackets(text: str, start: int, at: int) -> bool:
    before = text[start:at]
    return before.count("(") > before.count(")")
